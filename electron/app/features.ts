import { SpecialDays } from '../features/opening-hours/special-days.ts';
import { AccessTokens } from '../features/api-keys/access-tokens.ts';
import { appointmentsOf } from '../features/appointments/index.ts';
import { CalendarSync } from '../features/appointments/calendar-sync.ts';
import { ServiceCatalog } from '../features/appointments/service-catalog.ts';
import { AuditExport } from '../features/audit-export/audit-export.ts';
import { ModelWriter } from '../features/automation/drafts/model-writer.ts';
import { WritingAid } from '../features/automation/drafts/writing-aid.ts';
import { AnswerText } from '../features/automation/answer-text.ts';
import { Automation } from '../features/automation/automation.ts';
import { ClosedAnswer } from '../features/automation/closed-answer.ts';
import { Faqs } from '../features/automation/faq/faqs.ts';
import { Rules } from '../features/automation/rules/rules.ts';
import { YearlyDates } from '../features/automation/yearly-dates.ts';
import { Backups } from '../features/backups/backups.ts';
import { Campaigns } from '../features/campaigns/campaigns.ts';
import { Consent } from '../features/consent/consent.ts';
import { OptOutMirror } from '../features/consent/opt-out-mirror.ts';
import { customersOf } from '../features/contacts/customers.ts';
import { OverdueAlerts } from '../features/conversations/overdue-alerts.ts';
import { Conversations } from '../features/conversations/conversations.ts';
import { Escalation } from '../features/conversations/escalation.ts';
import { Lines } from '../features/lines/lines.ts';
import { Routing } from '../features/lines/routing.ts';
import { Inbox } from '../features/messaging/inbox.ts';
import { Messages } from '../features/messaging/messages.ts';
import { Outbox } from '../features/messaging/outbox.ts';
import { OrderReplyHandler } from '../features/orders/reply-handler.ts';
import { Orders } from '../features/orders/orders.ts';
import { OwnerMail } from '../features/owner-mail/owner-mail.ts';
import { Payments } from '../features/payments/payments.ts';
import { OpenQuestions } from '../features/questions/open-questions.ts';
import { RecurringTexts } from '../features/recurring/recurring-texts.ts';
import { Reports } from '../features/reports/reports.ts';
import { WeeklySummary } from '../features/reports/weekly-summary.ts';
import type { DeskSettings } from '../features/settings/desk-settings.ts';
import { ShopLists } from '../features/shop-lists/shop-lists.ts';
import { Surveys } from '../features/surveys/surveys.ts';
import { Tasks } from '../features/tasks/tasks.ts';
import { Webhooks } from '../features/webhooks/webhooks.ts';
import type { DeskContext } from '../core/context.ts';
import { Scheduler } from '../core/jobs/scheduler.ts';
import { Slices } from '../core/slices.ts';
import type { DeskOptions } from './options.ts';

/** What features are put together with. */
interface Foundation {
  readonly context: DeskContext;
  readonly options: DeskOptions;
  readonly settings: DeskSettings;
  /** There are none until everything else is put together. */
  readonly lines: () => Lines;
}

export type Features = ReturnType<typeof featuresOf>;

/** All features, in the order in which they know each other. @param specialDays the calendar of the context has them already */
export function featuresOf(foundation: Omit<Foundation, 'lines'>, specialDays: SpecialDays) {
  const made: { lines: Lines | null } = { lines: null };
  const lines = (): Lines => {
    if (made.lines === null) throw new Error('The lines are not put together yet.');
    return made.lines;
  };
  const all = { ...foundation, lines };
  const messaging = messagingFeatures(all);
  const customers = customerFeatures(all, messaging);
  const automated = automationFeatures(all, { ...messaging, ...customers });
  const counter = counterFeatures(all, { ...messaging, ...customers, ...automated });
  const office = officeFeatures(all, { ...messaging, ...customers, ...automated });
  const receiving = receivingFeatures(all, { ...messaging, ...customers, ...automated, ...counter });
  made.lines = receiving.lines;
  return { specialDays, ...messaging, ...customers, ...automated, ...counter, ...office, ...receiving };
}

/** Texts out, and what a person does with conversations. */
function messagingFeatures({ context, settings, lines }: Foundation) {
  const slices = new Slices(context);
  const outbox = new Outbox(context, slices);
  const routing = new Routing(context, lines);
  return {
    slices,
    scheduler: new Scheduler(context),
    questions: new OpenQuestions(context),
    outbox,
    routing,
    lineFor: (number: string): number | null => routing.lineFor(number),
    messages: new Messages(context, { outbox, routing, lines }),
    conversations: new Conversations(context),
    tasks: new Tasks(context),
    lists: new ShopLists(context, settings),
    attention: new OverdueAlerts(context),
  };
}
type MessagingFeatures = ReturnType<typeof messagingFeatures>;

/** Customers, and what they want of us. */
function customerFeatures(
  { context, options, settings }: Foundation,
  { outbox, questions, scheduler, slices }: MessagingFeatures,
) {
  const consent = new Consent(context, outbox, questions, () => settings.all.shopName);
  const optOuts = options.optOutList === null ? null : new OptOutMirror(context, options.optOutList);
  const customers = customersOf(context, {
    scheduler,
    consent,
    slices,
    optedOut: (numbers, at) => optOuts?.onImport(numbers, at),
  });
  return { consent, optOuts, customers, contacts: customers.contacts };
}
type CustomerFeatures = ReturnType<typeof customerFeatures>;

/** What is answered by itself, and what is suggested. */
function automationFeatures(
  { context, options, settings }: Foundation,
  { outbox, scheduler, lineFor, conversations }: MessagingFeatures,
) {
  const words = new AnswerText(context, () => settings.all.shopName);
  const closedAnswer = new ClosedAnswer(context, outbox, words);
  const faqs = new Faqs(context);
  const writingAid = new WritingAid(context, faqs, words);
  const rules = new Rules(context);
  const automation = new Automation(context, { outbox, faqs, closedAnswer, words, rules });
  conversations.changed.on((change) => automation.changedByPerson(change));
  return {
    words,
    closedAnswer,
    faqs,
    writingAid,
    modelWriter: new ModelWriter(context, options.languageModel, writingAid, words),
    rules,
    automation,
    yearlyDates: new YearlyDates(context, { scheduler, rules, runner: automation.runner, lineFor }),
  };
}
type AutomationFeatures = ReturnType<typeof automationFeatures>;

/** What is done at the counter: appointments, orders, surveys, payments. */
function counterFeatures(
  { context, options }: Foundation,
  parts: MessagingFeatures & CustomerFeatures & AutomationFeatures,
) {
  const { conversations, routing } = parts;
  // Who is booked already is reminded as it is planned now.
  const catalogue: ServiceCatalog = new ServiceCatalog(context, () => agenda.upcoming.replan());
  const agenda = appointmentsOf(context, { ...parts, catalogue, capacity: () => routing.capacity });
  const orders = new Orders(context, parts);
  const surveys = new Surveys(context, parts);
  conversations.changed.on(({ conversations: closed, change }) => {
    if (change.kind === 'closed') for (const id of closed) surveys.talkClosed(id);
  });
  orders.changed.on((order) => surveys.orderChanged(order));
  return {
    catalogue,
    ...agenda,
    calendarSync: new CalendarSync(context, options.calendarFolder, agenda.appointmentImport),
    orders,
    surveys,
    recurring: new RecurringTexts(context, parts),
    payments: new Payments(context, parts),
  };
}
type CounterFeatures = ReturnType<typeof counterFeatures>;

/** What the owner looks after. */
function officeFeatures(
  { context, options, settings, lines }: Foundation,
  parts: MessagingFeatures & CustomerFeatures & AutomationFeatures,
) {
  const { outbox, scheduler, customers, routing } = parts;
  const shopName = (): string => settings.all.shopName;
  const notices = new OwnerMail(context, { scheduler, post: options.mailPost, shopName, lines: () => lines().views });
  const reports = new Reports(context, () => lines().noteUptime());
  const backups: Backups = new Backups(context, {
    vault: options.backupVault,
    scheduler,
    activateRestoredData: options.activateRestoredData,
    onChange: () => {
      notices.backup(backups.status.failure);
      context.appChanged();
    },
  });
  return {
    notices,
    escalation: new Escalation(context, outbox, shopName, notices),
    reports,
    weeklySummary: new WeeklySummary(context, { scheduler, reports, onReady: (view) => notices.week(view) }),
    webhooks: new Webhooks(context, { scheduler, post: options.webhookPost }),
    access: new AccessTokens(context),
    proof: new AuditExport(context, shopName),
    backups,
    groupTexts: new Campaigns(context, {
      ...parts,
      list: customers.list,
      capacity: () => routing.capacity,
      holdForOfflineLine: () => lines().holdForOfflineLine(),
    }),
  };
}

/** What comes in, and by which modem. */
function receivingFeatures(
  { context, options, settings }: Foundation,
  parts: MessagingFeatures & CustomerFeatures & AutomationFeatures & CounterFeatures,
): { readonly inbox: Inbox; readonly lines: Lines } {
  const inbox = new Inbox(context, { ...parts, orders: new OrderReplyHandler(context, parts) });
  const lines = new Lines(context, {
    hardware: options.hardware,
    openLine: options.openLine,
    failsOver: () => settings.all.failover,
    called: (line, call, at) => inbox.called(line, call, at),
    accept: (line, pdu, arrival) => {
      inbox.accept(line, pdu, arrival);
      context.wake();
    },
    settled: (line, pdu, place) => inbox.settled(line, pdu, place),
    swept: (line, memory, occupied) => inbox.swept(line, memory, occupied),
  });
  return { inbox, lines };
}
