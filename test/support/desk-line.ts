import type { DeskContext } from '../../electron/desk/context.ts';
import { AnswerText } from '../../electron/desk/automation/answer-text.ts';
import { Automation } from '../../electron/desk/automation/automation.ts';
import { Faqs } from '../../electron/desk/automation/faq/faqs.ts';
import { Rules } from '../../electron/desk/automation/rules/rules.ts';
import { ClosedAnswer } from '../../electron/desk/automation/closed-answer.ts';
import { ShopCalendar } from '../../electron/desk/calendar/shop-calendar.ts';
import { Consent } from '../../electron/desk/consent/consent.ts';
import { appointmentsOf } from '../../electron/desk/appointments/agenda.ts';
import { customersOf } from '../../electron/desk/contacts/customers.ts';
import { Catalogue } from '../../electron/desk/appointments/catalogue.ts';
import { OrderDialogue } from '../../electron/desk/orders/order-dialogue.ts';
import { Orders } from '../../electron/desk/orders/orders.ts';
import { RecurringTexts } from '../../electron/desk/recurring/recurring-texts.ts';
import { Surveys } from '../../electron/desk/surveys/surveys.ts';
import { Scheduler } from '../../electron/desk/jobs/scheduler.ts';
import { Questions } from '../../electron/desk/questions.ts';
import { Conversations } from '../../electron/desk/conversations.ts';
import { Inbox } from '../../electron/desk/inbox.ts';
import { Outbox } from '../../electron/desk/outbox.ts';
import { Sender } from '../../electron/desk/sender.ts';
import { Volume } from '../../electron/desk/lines/volume.ts';
import { sealerWith } from '../../electron/secrets.ts';
import type { SpecialDay } from '../../electron/shared/hours.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../electron/shared/preferences.ts';
import type { LineSettings, MessageView } from '../../electron/shared/views.ts';
import { openStore } from '../../electron/store/store.ts';
import { DeskEvents } from '../../electron/desk/desk-events.ts';
import { simulatedLine, type SimulatedLineOptions } from './simulated-line.ts';
import { settle } from './fake-clock.ts';
import { silent } from './desk.ts';

/** The desk's parts over a simulated modem and a SQLite database in memory, on a clock the test turns. */
export async function deskLine(
  options: Omit<SimulatedLineOptions, 'sink'> & {
    path?: string;
    /** IANA; UTC if left out. */
    zone?: string;
    caps?: LineSettings['caps'];
    preferences?: Partial<Preferences>;
    specialDays?: readonly SpecialDay[];
  } = {},
) {
  const store = await openStore(options.path ?? ':memory:');
  let accept: (pdu: string) => void = () => {};
  const simulated = simulatedLine({ ...options, sink: (pdu) => accept(pdu) });
  const { clock, line } = simulated;
  const preferences: Preferences = { ...DEFAULT_PREFERENCES, ...options.preferences };
  const specialDays = options.specialDays ?? [];
  const context: DeskContext = {
    store,
    clock,
    logger: silent,
    events: new DeskEvents(),
    calendar: new ShopCalendar({
      zone: () => options.zone ?? 'UTC',
      open: () => preferences.hours,
      texting: () => preferences.textingHours,
      specialDays: () => specialDays,
    }),
    preferences: () => preferences,
    country: () => 'DE',
    language: () => 'en',
    hasRoom: () => true,
    atCounter: () => null,
    sealer: sealerWith(new Uint8Array(32)),
    blackBox: null,
  };
  const row =
    store.lines.lastUsed() ??
    store.lines.create({ kind: 'sim', imsi: simulated.sim.imsi, name: 'Line', port: null, at: clock.now() });
  const outbox = new Outbox(context);
  const questions = new Questions(context);
  const consent = new Consent(context, outbox, questions, () => 'Kessler');
  const toldOut: string[] = [];
  const scheduler = new Scheduler(context, () => {});
  const customers = customersOf(context, {
    scheduler,
    consent,
    optedOut: (numbers) => toldOut.push(...numbers),
    onChange: () => {},
  });
  const words = new AnswerText(context, () => 'Kessler');
  const closedAnswer = new ClosedAnswer(context, outbox, words);
  const faqs = new Faqs(context, () => {});
  const rules = new Rules(context, () => {});
  const automation = new Automation(context, { outbox, faqs, closedAnswer, words, rules });
  const catalogue = new Catalogue(context, () => {});
  const caps = { ...(options.caps ?? { minute: 100_000, hour: 100_000, day: 100_000 }) };
  const lineFor = (): number => row.id;
  const { appointments, dialogue, appointmentImport, waitingList, reminderLoad } = appointmentsOf(context, {
    outbox,
    questions,
    scheduler,
    catalogue,
    words,
    lineFor,
    capacity: () => ({ caps, partMs: store.parts.paceOf(row.id) ?? 4_000, recent: [] }),
  });
  const orders = new Orders(context, { outbox, scheduler, words, lineFor }, () => {});
  const recurring = new RecurringTexts(context, { outbox, scheduler, words, lineFor });
  const orderDialogue = new OrderDialogue(context, { outbox, orders });
  const surveys = new Surveys(context, { outbox, questions, scheduler, words, lineFor, onChange: () => {} });
  const stages = { consent, questions, dialogue, surveys, orders: orderDialogue, automation };
  const inbox = new Inbox(context, stages);
  accept = (pdu) => inbox.accept(row.id, pdu);
  // As the desk does: what is queued beside the outbox's own calls goes out as well.
  context.events.on((event) => event.type === 'message.changed' && event.value.state === 'queued' && sender.kick());
  const volume = new Volume([]);
  const sender = new Sender(context, row.id, {
    isReady: () => line.state.name === 'ready',
    submit: (tpdu) => line.submit(tpdu),
    keepLinkOpen: () => line.keepLinkOpen(),
    volume: () => volume,
    caps: () => caps,
  });
  outbox.changed.on(() => sender.kick());
  line.stateChanged.on(({ name }) => {
    if (name === 'ready') sender.kick();
  });
  const send = (to: string, text: string, more: Partial<Parameters<Outbox['enqueue']>[0]> = {}): MessageView => {
    const sent = outbox.enqueue({
      to,
      text,
      purpose: 'answer',
      lineId: row.id,
      notBefore: null,
      expiresAt: null,
      ...more,
    });
    if (!sent.ok) throw new Error(sent.error.code);
    return sent.value;
  };
  const state = (message: MessageView): string => `${store.messages.byId(Number(message.id.slice(1)))?.state}`;
  const reason = (message: MessageView): string | null =>
    store.messages.byId(Number(message.id.slice(1)))?.reason ?? null;
  /** What the alarm of the desk does. */
  const wake = async (): Promise<void> => {
    outbox.wake();
    scheduler.run();
    inbox.showGaps();
    sender.kick();
    await settle();
  };
  /** As written down at the counter. */
  const wantsOffers = (number: string): void =>
    store.consent.add({
      number,
      purpose: 'offer',
      state: 'granted',
      source: 'counter',
      wording: 'Yes please',
      message_id: null,
      author: null,
      at: clock.now(),
    });
  const incoming = () =>
    store.messages.list({ after: 0, limit: 1_000, direction: 'in', state: null, conversation: null });
  return {
    ...simulated,
    store,
    context,
    consent,
    customers,
    /** Kept in the list beside the data as well. */
    toldOut,
    closedAnswer,
    faqs,
    rules,
    automation,
    scheduler,
    catalogue,
    appointments,
    appointmentImport,
    waitingList,
    reminderLoad,
    orders,
    recurring,
    surveys,
    stages,
    inbox,
    outbox,
    sender,
    row,
    send,
    state,
    reason,
    wake,
    wantsOffers,
    incoming,
    conversations: new Conversations(context),
  };
}
