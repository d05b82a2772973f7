import type { RestRoute } from '../core/rest-route.ts';
import { appointmentsRoutes } from '../features/appointments/routes.ts';
import { consentRoutes } from '../features/consent/routes.ts';
import { contactsRoutes } from '../features/contacts/routes.ts';
import { conversationsRoutes } from '../features/conversations/routes.ts';
import { linesRoutes } from '../features/lines/routes.ts';
import { messagingRoutes } from '../features/messaging/routes.ts';
import { ordersRoutes } from '../features/orders/routes.ts';
import { paymentsRoutes } from '../features/payments/routes.ts';
import { reportsRoutes } from '../features/reports/routes.ts';
import { shopListsRoutes } from '../features/shop-lists/routes.ts';
import type { Desk } from './desk.ts';

/** The REST API, of every feature that has a part of it. */
const ROUTES = [
  linesRoutes,
  messagingRoutes,
  conversationsRoutes,
  ordersRoutes,
  contactsRoutes,
  consentRoutes,
  shopListsRoutes,
  appointmentsRoutes,
  paymentsRoutes,
  reportsRoutes,
] as const;

export function restRoutesOf(desk: () => Desk): readonly RestRoute[] {
  return ROUTES.flatMap((routes) => routes(desk));
}
