import { apiKeysHandlers } from '../features/api-keys/handlers.ts';
import { appointmentsHandlers } from '../features/appointments/handlers.ts';
import { auditExportHandlers } from '../features/audit-export/handlers.ts';
import { automationHandlers } from '../features/automation/handlers.ts';
import { backupsHandlers } from '../features/backups/handlers.ts';
import { campaignsHandlers } from '../features/campaigns/handlers.ts';
import { consentHandlers } from '../features/consent/handlers.ts';
import { contactsHandlers } from '../features/contacts/handlers.ts';
import { conversationsHandlers } from '../features/conversations/handlers.ts';
import { linesHandlers } from '../features/lines/handlers.ts';
import { messagingHandlers } from '../features/messaging/handlers.ts';
import { openingHoursHandlers } from '../features/opening-hours/handlers.ts';
import { ordersHandlers } from '../features/orders/handlers.ts';
import { ownerMailHandlers } from '../features/owner-mail/handlers.ts';
import { paymentsHandlers } from '../features/payments/handlers.ts';
import { recurringHandlers } from '../features/recurring/handlers.ts';
import { reportsHandlers } from '../features/reports/handlers.ts';
import { shopListsHandlers } from '../features/shop-lists/handlers.ts';
import { surveysHandlers } from '../features/surveys/handlers.ts';
import { tasksHandlers } from '../features/tasks/handlers.ts';
import { webhooksHandlers } from '../features/webhooks/handlers.ts';
import type { Desk } from './desk.ts';
import type { Handlers } from '../shared/contract.ts';
import { shopHandlers } from './shop-handlers.ts';
import type { METHODS } from './contract.ts';

export type AllHandlers = Handlers<{ readonly methods: typeof METHODS }>;

/** The contract's methods as the features answer them. */
export function handlersOf(desk: Desk): AllHandlers {
  return {
    ...shopHandlers(desk, desk.sample),
    ...apiKeysHandlers(desk),
    ...appointmentsHandlers(desk),
    ...auditExportHandlers(desk),
    ...automationHandlers(desk),
    ...backupsHandlers(desk),
    ...campaignsHandlers(desk),
    ...consentHandlers(desk),
    ...contactsHandlers(desk),
    ...conversationsHandlers(desk),
    ...linesHandlers(desk),
    ...messagingHandlers(desk),
    ...openingHoursHandlers(desk),
    ...ordersHandlers(desk),
    ...ownerMailHandlers(desk),
    ...paymentsHandlers(desk),
    ...recurringHandlers(desk),
    ...reportsHandlers(desk),
    ...shopListsHandlers(desk),
    ...surveysHandlers(desk),
    ...tasksHandlers(desk),
    ...webhooksHandlers(desk),
  };
}
