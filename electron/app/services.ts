import type { DeskContext } from '../core/context.ts';
import type { DiskSpace } from '../core/disk-space.ts';
import type { Service } from '../core/service.ts';
import { reconcileAfterRestore } from '../features/backups/post-restore.ts';
import { recoverInterrupted } from '../features/messaging/recovery.ts';
import type { DeskSettings } from '../features/settings/desk-settings.ts';
import type { CarriedOver } from '../shared/restore-carryover.ts';
import type { Features } from './features.ts';

interface ServiceParts {
  readonly context: DeskContext;
  readonly settings: DeskSettings;
  readonly features: Features;
  readonly disk: DiskSpace;
  /** Of the backup that was put back just now; null: none was. */
  readonly restored: CarriedOver | null;
  /** A window or the shell is there: what is told once is told to somebody. */
  readonly hasClient: () => boolean;
}

/** In the order in which they recover, do what is due and start; stopped in the reverse order. */
export function servicesOf({
  context,
  settings,
  features,
  disk,
  restored,
  hasClient,
}: ServiceParts): readonly Service[] {
  const { customers, optOuts } = features;
  const { imports, erasure, retention } = customers;
  return [
    disk,
    features.backups,
    features.outbox,
    ...(optOuts === null ? [] : [optOuts]),
    { recover: () => restored !== null && reconcileAfterRestore(context, restored, { ...customers, settings }) },
    { recover: () => recoverInterrupted(context) },
    imports,
    erasure,
    features.scheduler,
    features.inbox,
    features.conversations,
    whileConnected(features.tasks, hasClient),
    whileConnected(features.attention, hasClient),
    features.escalation,
    features.automation,
    features.lines,
    features.upcoming,
    features.recurring,
    features.groupTexts,
    features.surveys,
    features.webhooks,
    features.weeklySummary,
    features.notices,
    features.yearlyDates,
    retention,
    features.calendarSync,
    features.appointmentImport,
    features.modelWriter,
    features.slices,
  ];
}

function whileConnected(service: Required<Pick<Service, 'dueAt' | 'onDue'>>, hasClient: () => boolean): Service {
  return {
    get dueAt() {
      return hasClient() ? service.dueAt : null;
    },
    onDue: () => hasClient() && service.onDue(),
  };
}
