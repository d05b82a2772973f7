import type { CustomerLanguage } from '../locales/customer-languages.ts';
import type { DiskSpace } from '../core/disk-space.ts';
import type { Lifecycle } from '../core/lifecycle.ts';
import type { DeskSettings } from '../features/settings/desk-settings.ts';
import { idOf } from '../shared/ids.ts';
import type { Features } from './features.ts';
import type { DeskOptions } from './options.ts';
import type { AppState, CountsDto } from './shop-contract.ts';

interface StateParts {
  readonly options: DeskOptions;
  readonly settings: DeskSettings;
  readonly features: Features;
  readonly disk: DiskSpace;
  readonly lifecycle: Lifecycle;
  /** How often lines came or went, perhaps under a number that another one had. */
  readonly lineChanges: number;
  readonly customerLanguage: CustomerLanguage;
}

/** What every window shows. */
export function stateOf({
  options,
  settings,
  features,
  disk,
  lifecycle,
  lineChanges,
  customerLanguage,
}: StateParts): AppState {
  const { lines, lists, specialDays, catalogue, orders, customers, calendarSync, faqs, rules, surveys, backups } =
    features;
  return {
    version: options.version,
    lineChanges,
    offers: lines.offers,
    lines: lines.views,
    settings: settings.all,
    customerLanguage,
    tags: lists.all('tags'),
    people: lists.all('people'),
    templates: lists.all('templates'),
    filters: lists.all('filters'),
    specialDays: specialDays.views,
    services: catalogue.serviceViews,
    resources: catalogue.resourceViews,
    orderColumns: orders.columns.views,
    contactFields: customers.fields.views,
    groups: customers.groups.views,
    calendarSync: calendarSync.view,
    answersByItself: faqs.count > 0 || rules.answers,
    isSample: options.sample.isOn,
    started: { hasCustomers: options.store.contacts.count > 0, hasSent: options.store.messages.hasSent },
    automations: {
      faqs: faqs.count,
      rules: rules.views.filter(({ enabled }) => enabled).length,
      surveys: surveys.views.filter(({ enabled }) => enabled).length,
    },
    currentAgentId: settings.currentAgent === null ? null : idOf('person', settings.currentAgent.id),
    backup: backups.status,
    readableFolder: options.readableFolder,
    isDiskFull: disk.isFull || lifecycle.isWaiting,
    weekReady: features.weeklySummary.ready,
    api: features.access.served,
    counts: countsOf(options, features),
  };
}

/** Everything that is counted. */
export function countsOf(
  { store, clock }: DeskOptions,
  features: Pick<Features, 'conversations' | 'appointments'>,
): CountsDto {
  const tags = [...store.conversationLists.tagCounts()].map(([tag, n]) => [idOf('tag', tag), n] as const);
  return {
    conversations: features.conversations.counts(),
    tags: Object.fromEntries(tags),
    tasks: store.tasks.counts(clock.now()),
    scheduled: store.queue.scheduledCount(),
    waitingForLine: store.queue.waitingForLineCount(),
    groupTexts: store.groupTexts.pausedByItself(),
    cameDue: store.queue.cameDueCount(),
    appointmentsToday: features.appointments.views.countToday(),
    orders: store.orders.openCount(),
    queue: store.queue.queueCounts(),
  };
}
