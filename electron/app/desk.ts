import { Signal, type Hardware, type Line, type LineOptions } from '../../modem/index.ts';
import type { Clock } from '../shared/clock.ts';
import type { BlackBox } from '../shared/black-box.ts';
import type { AppState, CountsView, shopContract } from './shop-contract.ts';
import type { ContractEvent } from './contract.ts';
import type { Input } from '../shared/contract.ts';
import type { Logger } from '../shared/logger.ts';
import { idOf } from '../shared/ids.ts';
import type { CountryCode } from '../shared/phone.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Preferences } from '../shared/preferences.ts';
import type { BackupVault } from '../shared/backup-vault.ts';
import type { CarriedOver } from '../shared/carried-over.ts';
import type { CalendarFolder } from '../shared/calendar-folder.ts';
import type { LanguageModel } from '../shared/language-model.ts';
import type { OptOutList } from '../shared/opt-out-list.ts';
import type { Sealer } from '../shared/sealer.ts';
import type { MailPost } from '../shared/mail.ts';
import type { WebhookPost } from '../shared/webhooks.ts';
import type { Store } from '../store/store.ts';
import { Attention } from '../features/conversations/attention.ts';
import { Backups } from '../features/backups/backups.ts';
import { putRight } from '../features/backups/restored.ts';
import { ShopCalendar } from '../features/opening-hours/shop-calendar.ts';
import { SpecialDays } from '../features/opening-hours/special-days.ts';
import { AnswerText } from '../features/automation/answer-text.ts';
import { Automation } from '../features/automation/automation.ts';
import { YearlyDates } from '../features/automation/yearly-dates.ts';
import { ClosedAnswer } from '../features/automation/closed-answer.ts';
import { Faqs } from '../features/automation/faq/faqs.ts';
import { ModelWriter } from '../features/automation/aid/model-writer.ts';
import { WritingAid } from '../features/automation/aid/writing-aid.ts';
import { ProofPack } from '../features/audit-export/proof-pack.ts';
import { Rules } from '../features/automation/rules/rules.ts';
import type { Appointments } from '../features/appointments/appointments.ts';
import { appointmentsOf } from '../features/appointments/agenda.ts';
import type { FileParser } from '../files/parser.ts';
import type { AppointmentImport } from '../features/appointments/appointment-import.ts';
import type { ReminderLoad } from '../features/appointments/reminder-load.ts';
import type { WaitingList } from '../features/appointments/waiting-list.ts';
import { CalendarSync } from '../features/appointments/calendar-sync.ts';
import { Catalogue } from '../features/appointments/catalogue.ts';
import { OrderDialogue } from '../features/orders/order-dialogue.ts';
import { Orders } from '../features/orders/orders.ts';
import { Consent } from '../features/consent/consent.ts';
import { RecurringTexts } from '../features/recurring/recurring-texts.ts';
import { Scheduler } from '../core/jobs/scheduler.ts';
import { Questions } from '../features/questions/questions.ts';
import type { Condition } from '../features/messaging/gate.ts';
import { OptOutKeeper } from '../features/consent/opt-out-keeper.ts';
import { languageOf } from '../features/consent/shop-language.ts';
import type { Contacts } from '../features/contacts/contacts.ts';
import { customersOf, type Customers } from '../features/contacts/customers.ts';
import { GroupTexts } from '../features/campaigns/group-texts.ts';
import { DeskEvents } from '../core/desk-events.ts';
import type { DeskContext } from '../core/context.ts';
import { publishMessages } from '../features/conversations/publish.ts';
import { Conversations } from '../features/conversations/conversations.ts';
import { DiskRoom } from '../core/disk-room.ts';
import { Escalation } from '../features/conversations/escalation.ts';
import { Followers } from '../core/followers.ts';
import { Inbox } from '../features/messaging/inbox.ts';
import { Lifecycle } from '../core/lifecycle.ts';
import { Lines, type ModemChoice } from '../features/lines/lines.ts';
import { Routing } from '../features/lines/routing.ts';
import { Messages } from '../features/messaging/messages.ts';
import { countryOfImsi } from '../features/lines/mcc.ts';
import { DeskSettings } from '../features/settings/settings.ts';
import type { Service } from '../core/service.ts';
import { Slices } from '../core/slices.ts';
import { ShopLists } from '../features/shop-lists/shop-lists.ts';
import { Tasks } from '../features/tasks/tasks.ts';
import { Webhooks } from '../features/webhooks/webhooks.ts';
import { AccessTokens } from '../features/api-keys/access-tokens.ts';
import { Notices } from '../features/owner-mail/notices.ts';
import { Payments } from '../features/payments/payments.ts';
import { Reports } from '../features/reports/reports.ts';
import { WeeklySummary } from '../features/reports/weekly-summary.ts';
import { Surveys } from '../features/surveys/surveys.ts';
import { recoverInterrupted } from '../features/messaging/recovery.ts';
import { Outbox } from '../features/messaging/outbox.ts';

export interface DeskOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
  /** Overrides what the SIM says. */
  readonly country: CountryCode | null;
  /** Used where neither the owner nor the SIM says. */
  readonly fallbackCountry: CountryCode;
  readonly hardware: Hardware;
  /** What stands behind a port: a modem, but in tests that are not about lines. */
  readonly openLine: (options: LineOptions) => Line;
  /** The shop's time zone, IANA. */
  readonly zone: string;
  readonly sealer: Sealer;
  readonly blackBox: BlackBox | null;
  /** Null: none is kept. */
  readonly optOutList: OptOutList | null;
  /** Null: none can be asked. */
  readonly languageModel: LanguageModel | null;
  /** Null: none can be followed. */
  readonly calendarFolder: CalendarFolder | null;
  /** Reads files that somebody hands to the desk; where that takes long, in a thread of its own. */
  readonly parse: FileParser;
  readonly webhookPost: WebhookPost;
  readonly mailPost: MailPost;
  readonly backupVault: BackupVault;
  /** A folder of the data that other users of this computer may read; null: nobody else may. */
  readonly readableFolder: string | null;
  /** On the data's disk; null: that cannot be told. */
  readonly freeBytes: () => number | null;
  /** Puts what the vault has fetched in the place of the data, and a new desk in the place of this one. */
  readonly putInPlace: () => Promise<void>;
  /** The data are those of a backup that was put back just now; null: they are those of the last time. */
  readonly restored: CarriedOver | null;
}

/** What the owner's settings hold back. */
const OWNERS_RULES: readonly (keyof Preferences)[] = ['hours', 'textingHours', 'weeklyParts'];
const CALENDAR_KEYS: readonly (keyof Preferences)[] = ['calendarFolder', 'calendarService', 'calendarResource'];
const HELD_BY_OWNERS_RULES: readonly Condition[] = ['quiet-hours', 'holiday', 'week-full'];
/** The service desk: everything behind the window and the API, over one store and its lines. */
export class Desk {
  readonly events = new Signal<ContractEvent>();
  readonly conversations: Conversations;
  readonly consent: Consent;
  readonly closedAnswer: ClosedAnswer;
  readonly faqs: Faqs;
  readonly rules: Rules;
  readonly automation: Automation;
  readonly writingAid: WritingAid;
  readonly modelWriter: ModelWriter;
  readonly contacts: Contacts;
  readonly customers: Customers;
  readonly groupTexts: GroupTexts;
  readonly access: AccessTokens;
  readonly payments: Payments;
  readonly notices: Notices;
  readonly reports: Reports;
  readonly weeklySummary: WeeklySummary;
  readonly surveys: Surveys;
  readonly webhooks: Webhooks;
  readonly proof: ProofPack;
  readonly tasks: Tasks;
  readonly lists: ShopLists;
  readonly specialDays: SpecialDays;
  readonly catalogue: Catalogue;
  readonly appointments: Appointments;
  readonly appointmentImport: AppointmentImport;
  readonly waitingList: WaitingList;
  readonly reminderLoad: ReminderLoad;
  readonly orders: Orders;
  readonly recurring: RecurringTexts;
  readonly outbox: Outbox;
  readonly messages: Messages;
  readonly routing: Routing;
  readonly lines: Lines;
  readonly backups: Backups;
  readonly #options: DeskOptions;
  readonly context: DeskContext;
  readonly inbox: Inbox;
  readonly settings: DeskSettings;
  readonly #attention: Attention;
  readonly #optOuts: OptOutKeeper | null;
  readonly #escalation: Escalation;
  readonly scheduler: Scheduler;
  readonly calendarSync: CalendarSync;
  readonly yearlyDates: YearlyDates;
  /** What is told once is told to somebody. */
  #isHeard = false;
  #lineChanges = 0;
  readonly #lifecycle: Lifecycle;
  #services: readonly Service[] = [];
  readonly #slices: Slices;
  readonly #disk: DiskRoom;

  constructor(options: DeskOptions) {
    this.#options = options;
    const deskEvents = new DeskEvents();
    this.settings = new DeskSettings(options.store);
    this.specialDays = new SpecialDays({ ...options, country: () => this.country }, () => {
      this.#hoursChanged();
      this.context.appChanged();
    });
    this.#disk = new DiskRoom(options.freeBytes, options.clock, () => {
      this.context.appChanged();
      this.lines.kick();
    });
    this.#lifecycle = new Lifecycle({
      ...options,
      services: () => this.#services,
      onRecovered: () => this.context.appChanged(),
    });
    const preferences = (): Preferences => this.settings.preferences;
    this.context = {
      store: options.store,
      clock: options.clock,
      logger: options.logger,
      parse: options.parse,
      events: deskEvents,
      followers: new Followers(options.logger),
      unit: (work, isDryRun = false) => deskEvents.unit(options.store, work, isDryRun),
      wake: () =>
        deskEvents.after('wake', () => {
          this.#lifecycle.rearm();
          this.lines.kick();
        }),
      appChanged: () => deskEvents.after('app', () => this.events.emit({ type: 'app.changed', value: this.state })),
      calendar: new ShopCalendar({
        zone: () => options.zone,
        open: () => preferences().hours,
        texting: () => preferences().textingHours,
        specialDays: () => this.specialDays.rows,
      }),
      preferences,
      country: () => this.country,
      language: () => languageOf(this.settings.preferences.language, this.country),
      // What the last end left is put right before anything new is taken on.
      hasRoom: () => this.#disk.check() && !this.#lifecycle.isWaiting,
      atCounter: () => this.settings.atCounter,
      sealer: options.sealer,
      blackBox: options.blackBox,
    };
    this.#optOuts = options.optOutList === null ? null : new OptOutKeeper(this.context, options.optOutList);
    this.conversations = new Conversations(this.context);
    this.tasks = new Tasks(this.context);
    this.lists = new ShopLists(this.context, this.settings);
    this.routing = new Routing(this.context, () => this.lines);
    const lineFor = (number: string): number | null => this.routing.lineFor(number);
    this.#attention = new Attention(this.context);
    this.#slices = new Slices(this.context);
    this.outbox = new Outbox(this.context, this.#slices);
    this.messages = new Messages(this.context, {
      outbox: this.outbox,
      routing: this.routing,
      lines: () => this.lines,
    });
    const questions = new Questions(this.context);
    this.consent = new Consent(this.context, this.outbox, questions, () => this.settings.shopName);
    this.scheduler = new Scheduler(this.context);
    this.customers = customersOf(this.context, {
      scheduler: this.scheduler,
      consent: this.consent,
      slices: this.#slices,
      optedOut: (numbers, at) => this.#optOuts?.onImport(numbers, at),
    });
    this.contacts = this.customers.contacts;
    const words = new AnswerText(this.context, () => this.settings.shopName);
    this.closedAnswer = new ClosedAnswer(this.context, this.outbox, words);
    this.faqs = new Faqs(this.context);
    this.writingAid = new WritingAid(this.context, this.faqs, words);
    this.modelWriter = new ModelWriter(this.context, options.languageModel, this.writingAid, words);
    this.rules = new Rules(this.context);
    this.automation = new Automation(this.context, {
      outbox: this.outbox,
      faqs: this.faqs,
      closedAnswer: this.closedAnswer,
      words,
      rules: this.rules,
    });
    this.conversations.changed.on((change) => this.automation.changedByPerson(change));
    this.notices = new Notices(this.context, {
      scheduler: this.scheduler,
      post: options.mailPost,
      shopName: () => this.settings.shopName,
      lines: () => this.lines.views,
    });
    this.#escalation = new Escalation(this.context, this.outbox, () => this.settings.shopName, this.notices);
    // Who is booked already is reminded as it is planned now.
    this.catalogue = new Catalogue(this.context, () => this.appointments.replan());
    const agenda = appointmentsOf(this.context, {
      outbox: this.outbox,
      questions,
      scheduler: this.scheduler,
      catalogue: this.catalogue,
      words,
      slices: this.#slices,
      lineFor,
      capacity: () => this.routing.capacity,
    });
    this.appointments = agenda.appointments;
    this.appointmentImport = agenda.appointmentImport;
    this.waitingList = agenda.waitingList;
    this.reminderLoad = agenda.reminderLoad;
    this.calendarSync = new CalendarSync(this.context, options.calendarFolder, this.appointmentImport);
    this.orders = new Orders(this.context, {
      outbox: this.outbox,
      scheduler: this.scheduler,
      words,
      lineFor,
      slices: this.#slices,
    });
    this.recurring = new RecurringTexts(this.context, {
      outbox: this.outbox,
      scheduler: this.scheduler,
      words,
      lineFor,
    });
    this.webhooks = new Webhooks(this.context, { scheduler: this.scheduler, post: options.webhookPost });
    this.proof = new ProofPack(this.context, () => this.settings.shopName);
    this.payments = new Payments(this.context, {
      outbox: this.outbox,
      words,
      lineFor,
    });
    this.access = new AccessTokens(this.context);
    this.reports = new Reports(this.context, () => this.lines.noteUptime());
    this.weeklySummary = new WeeklySummary(this.context, {
      scheduler: this.scheduler,
      reports: this.reports,
      onReady: (view) => this.notices.week(view),
    });
    this.surveys = new Surveys(this.context, {
      outbox: this.outbox,
      questions,
      scheduler: this.scheduler,
      words,
      lineFor,
    });
    this.conversations.changed.on(({ conversations, change }) => {
      if (change.kind === 'closed') for (const id of conversations) this.surveys.talkClosed(id);
    });
    this.orders.changed.on((order) => this.surveys.orderChanged(order));
    this.backups = new Backups(this.context, {
      vault: options.backupVault,
      scheduler: this.scheduler,
      putInPlace: options.putInPlace,
      onChange: () => {
        this.notices.backup(this.backups.status.failure);
        this.context.appChanged();
      },
    });
    this.groupTexts = new GroupTexts(this.context, {
      outbox: this.outbox,
      scheduler: this.scheduler,
      words,
      list: this.customers.list,
      slices: this.#slices,
      lineFor,
      capacity: () => this.routing.capacity,
      holdAway: () => this.lines.holdAway(),
    });
    this.yearlyDates = new YearlyDates(this.context, {
      scheduler: this.scheduler,
      rules: this.rules,
      runner: this.automation.runner,
      lineFor,
    });
    this.inbox = new Inbox(this.context, {
      consent: this.consent,
      questions,
      dialogue: agenda.dialogue,
      surveys: this.surveys,
      orders: new OrderDialogue(this.context, { outbox: this.outbox, orders: this.orders }),
      automation: this.automation,
    });
    this.lines = new Lines(this.context, {
      hardware: options.hardware,
      openLine: options.openLine,
      handsOver: () => this.settings.handOver === 'automatic',
      called: (line, call, at) => this.inbox.called(line, call, at),
      accept: (line, pdu, arrival) => {
        this.inbox.accept(line, pdu, arrival);
        this.#lifecycle.rearm();
      },
      settled: (line, pdu, place) => this.inbox.settled(line, pdu, place),
      swept: (line, memory, occupied) => this.inbox.swept(line, memory, occupied),
    });
    deskEvents.on((event) => {
      this.events.emit(event);
      if (event.type === 'conversation.event') this.#optOuts?.onEvent(event.value);
    });
    this.lines.changed.on((value) => {
      this.notices.line(value);
      this.events.emit({ type: 'line.changed', value });
      this.#lifecycle.rearm();
    });
    this.lines.setChanged.on(() => this.#linesChanged());
    this.#services = this.#servicesInOrder();
  }

  /** In the order in which they are started and do what is due; stopped in the reverse order. */
  #servicesInOrder(): readonly Service[] {
    const { restored } = this.#options;
    const { imports, erasure, retention } = this.customers;
    return [
      this.#disk,
      this.backups,
      this.outbox,
      this.#optOuts ?? {},
      {
        recover: () =>
          restored !== null && putRight(this.context, restored, { ...this.customers, settings: this.settings }),
      },
      { recover: () => recoverInterrupted(this.context) },
      imports,
      erasure,
      this.scheduler,
      this.inbox,
      this.conversations,
      this.#whileHeard(this.tasks),
      this.#whileHeard(this.#attention),
      this.#escalation,
      this.automation,
      this.lines,
      this.appointments,
      this.recurring,
      this.groupTexts,
      this.surveys,
      this.webhooks,
      this.weeklySummary,
      this.notices,
      this.yearlyDates,
      retention,
      this.calendarSync,
      this.appointmentImport,
      this.modelWriter,
      this.#slices,
    ];
  }

  /** What is told once is told to somebody. */
  #whileHeard(service: Required<Pick<Service, 'dueAt' | 'onDue'>>): Service {
    const isHeard = (): boolean => this.#isHeard;
    return {
      get dueAt() {
        return isHeard() ? service.dueAt : null;
      },
      onDue: () => isHeard() && service.onDue(),
    };
  }

  /** Puts right what a crash left, then opens the lines. */
  start(modem: ModemChoice): Promise<void> {
    this.#lifecycle.start();
    return this.lines.open(modem);
  }

  /** The computer slept, or its clock was set: looks at everything at once. */
  wokeUp(): void {
    this.#lifecycle.wake();
    this.lines.lookNow();
  }

  /** Finishes what is under way and lets go of the modem. The store is the caller's to close. */
  stop(): Promise<void> {
    return this.#lifecycle.stop();
  }

  get country(): CountryCode {
    const imsi = this.lines.current?.imsi ?? null;
    return this.#options.country ?? this.settings.country ?? countryOfImsi(imsi) ?? this.#options.fallbackCountry;
  }

  get state(): AppState {
    return {
      version: this.#options.version,
      shopName: this.settings.shopName,
      lineChanges: this.#lineChanges,
      country: this.settings.country,
      handOver: this.settings.handOver,
      offers: this.lines.offers,
      lines: this.lines.views,
      preferences: this.settings.preferences,
      tags: this.lists.all('tags'),
      people: this.lists.all('people'),
      templates: this.lists.all('templates'),
      filters: this.lists.all('filters'),
      specialDays: this.specialDays.views,
      services: this.catalogue.serviceViews,
      resources: this.catalogue.resourceViews,
      orderColumns: this.orders.columnViews,
      contactFields: this.customers.fields.views,
      groups: this.customers.groups.views,
      calendarSync: this.calendarSync.view,
      answersByItself: this.faqs.count > 0 || this.rules.answers,
      atCounterId: this.settings.atCounter === null ? null : idOf('p', this.settings.atCounter.id),
      backup: this.backups.status,
      readableFolder: this.#options.readableFolder,
      isDiskFull: this.#disk.isFull || this.#lifecycle.isWaiting,
      weekReady: this.weeklySummary.ready,
      api: this.access.served,
      counts: this.counts,
    };
  }

  get counts(): CountsView {
    const { store, clock } = this.#options;
    const tags = [...store.conversations.tagCounts()].map(([tag, n]) => [idOf('t', tag), n] as const);
    return {
      conversations: this.conversations.counts(),
      tags: Object.fromEntries(tags),
      tasks: store.tasks.counts(clock.now()),
      scheduled: store.messages.scheduledCount(),
      groupTexts: store.groupTexts.pausedByItself(),
      cameDue: store.messages.cameDueCount(),
      queue: store.messages.queueCounts(),
    };
  }

  /** A window or the shell is there: what came due before is told now. */
  somebodyListens(): void {
    if (this.#isHeard) return;
    this.#isHeard = true;
    this.#lifecycle.rearm();
  }

  setShop(shop: Input<typeof shopContract, 'settings.set'>): Result<AppState> {
    const set = this.settings.setShop(shop);
    if (!set.ok) return set;
    this.context.appChanged();
    return ok(this.state);
  }

  setPreferences(changes: Partial<Preferences>): AppState {
    this.settings.change(changes);
    if ('textingHours' in changes) this.appointments.replan();
    if (CALENDAR_KEYS.some((key) => key in changes)) this.calendarSync.follow();
    if ('backupFolder' in changes) this.backups.folderChanged();
    if (OWNERS_RULES.some((key) => key in changes)) this.#hoursChanged();
    else this.#lifecycle.rearm();
    this.context.appChanged();
    return this.state;
  }

  /** What waits for hours or for room in a week is looked at anew. */
  #hoursChanged(): void {
    publishMessages(this.context, this.#options.store.messages.releaseHeld(HELD_BY_OWNERS_RULES));
    this.#lifecycle.rearm();
  }

  /** Lines came or went, perhaps under a number that another one had. */
  #linesChanged(): void {
    this.#lineChanges += 1;
    this.context.appChanged();
  }
}
