import { Signal, type Hardware, type Line, type LineOptions } from '../../modem/index.ts';
import type { Clock } from '../shared/clock.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../shared/disk-fault.ts';
import type { BlackBox } from '../shared/black-box.ts';
import type { Answers, AppState, ContractEvent, HandOver, Input, NamedMessage } from '../shared/contract.ts';
import type { Logger } from '../shared/logger.ts';
import { idOf, rowOf } from '../shared/ids.ts';
import { displayNumber, isSupportedCountry, parseRecipient, type CountryCode } from '../shared/phone.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { Rule } from '../shared/rules.ts';
import type { Preferences } from '../shared/preferences.ts';
import type { CountsView, LineView, MessageDetails, MessageView, Purpose, RehearsalView } from '../shared/views.ts';
import type { MessageRow } from '../store/messages.ts';
import type { BackupVault } from '../shared/backup-vault.ts';
import type { CarriedOver } from '../shared/carried-over.ts';
import type { CalendarFolder } from '../shared/calendar-folder.ts';
import type { LanguageModel } from '../shared/language-model.ts';
import type { OptOutList } from '../shared/opt-out-list.ts';
import type { Sealer } from '../shared/sealer.ts';
import type { MailPost } from '../shared/mail.ts';
import type { WebhookPost } from '../shared/webhooks.ts';
import type { Store } from '../store/store.ts';
import { Alarm } from './alarm.ts';
import { Attention } from './attention.ts';
import { Backups } from './backups/backups.ts';
import { putRight } from './backups/restored.ts';
import { ShopCalendar } from './calendar/shop-calendar.ts';
import { SpecialDays } from './calendar/special-days.ts';
import { AnswerText } from './automation/answer-text.ts';
import { Automation } from './automation/automation.ts';
import { YearlyDates } from './automation/yearly-dates.ts';
import { ClosedAnswer } from './automation/closed-answer.ts';
import { Faqs } from './automation/faq/faqs.ts';
import { ModelWriter } from './automation/aid/model-writer.ts';
import { WritingAid } from './automation/aid/writing-aid.ts';
import { ProofPack } from './proof/proof-pack.ts';
import { Rules } from './automation/rules/rules.ts';
import { setPaused } from './automation/pausing.ts';
import type { Appointments } from './appointments/appointments.ts';
import { appointmentsOf } from './appointments/agenda.ts';
import type { FileParser } from '../files/parser.ts';
import type { AppointmentImport } from './appointments/appointment-import.ts';
import type { ReminderLoad } from './appointments/reminder-load.ts';
import type { Capacity } from './appointments/sending-plan.ts';
import { settingsOf } from './lines/line-settings.ts';
import type { WaitingList } from './appointments/waiting-list.ts';
import { CalendarSync } from './appointments/calendar-sync.ts';
import { Catalogue } from './appointments/catalogue.ts';
import { OrderDialogue } from './orders/order-dialogue.ts';
import { Orders } from './orders/orders.ts';
import { Consent } from './consent/consent.ts';
import { RecurringTexts } from './recurring/recurring-texts.ts';
import { Scheduler } from './jobs/scheduler.ts';
import { Questions } from './questions.ts';
import type { Condition } from './gate.ts';
import { OptOutKeeper } from './consent/opt-out-keeper.ts';
import { languageOf } from './consent/shop-language.ts';
import type { Contacts } from './contacts/contacts.ts';
import { customersOf, type Customers } from './contacts/customers.ts';
import { GroupTexts } from './group-texts/group-texts.ts';
import { DeskEvents } from './desk-events.ts';
import type { DeskContext } from './context.ts';
import { publishMessages } from './publish.ts';
import { Conversations, type Page } from './conversations.ts';
import { DiskRoom } from './disk-room.ts';
import { StartupSteps } from './startup-steps.ts';
import { Escalation } from './escalation.ts';
import { Followers } from './followers.ts';
import { Inbox } from './inbox.ts';
import { Lines } from './lines/lines.ts';
import { countryOfImsi } from './mcc.ts';
import { search } from './search.ts';
import { DeskSettings } from './settings.ts';
import { Slices } from './slices.ts';
import { ShopLists, type ShopListName } from './shop-lists.ts';
import { Tasks } from './tasks.ts';
import { messageView } from './view.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import { AccessTokens } from './access/access-tokens.ts';
import { Notices } from './notices/notices.ts';
import { Payments } from './payments/payments.ts';
import { Reports } from './reports/reports.ts';
import { WeeklySummary } from './reports/weekly-summary.ts';
import { Surveys } from './surveys/surveys.ts';
import { supportReport } from './support-report.ts';
import { recoverInterrupted } from './recovery.ts';
import { Outbox, type Idempotency, type SendRequest } from './outbox.ts';

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

/** Which modems to use at the start: those configured (else the Demo line), these ports, the Demo line, or none. */
export type ModemChoice = 'auto' | 'demo' | 'none' | { readonly paths: readonly string[] };

/** What the owner's settings hold back. */
const OWNERS_RULES: readonly (keyof Preferences)[] = ['hours', 'textingHours', 'weeklyParts'];
const CALENDAR_KEYS: readonly (keyof Preferences)[] = ['calendarFolder', 'calendarService', 'calendarResource'];
const HELD_BY_OWNERS_RULES: readonly Condition[] = ['quiet-hours', 'holiday', 'week-full'];
const SETTING = { shopName: 'shop.name', country: 'shop.country', handOver: 'lines.hand-over' } as const;
/** As many as somebody looks through; older ones come up as these are settled. */
const UNDECIDED_SHOWN = 200;
const SCHEDULED_SHOWN = 500;
const EARLY_REPORTS_KEPT_MS = 7 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** Of a GSM modem with its network, before it has shown how fast it is. */
const USUAL_PART_MS = 4_000;
const DEFAULT_SHOP_NAME = 'My shop';

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
  readonly lines: Lines;
  readonly backups: Backups;
  readonly #options: DeskOptions;
  readonly context: DeskContext;
  readonly inbox: Inbox;
  readonly #settings: DeskSettings;
  readonly #attention: Attention;
  readonly #optOuts: OptOutKeeper | null;
  readonly #escalation: Escalation;
  readonly scheduler: Scheduler;
  readonly #calendarSync: CalendarSync;
  readonly yearlyDates: YearlyDates;
  /** What is told once is told to somebody. */
  #isHeard = false;
  #lineChanges = 0;
  /** Stood there when he was removed: comes back with him. */
  #tookFromCounter: number | null = null;
  readonly #alarm: Alarm;
  readonly #slices: Slices;
  readonly #disk: DiskRoom;
  readonly #startup: StartupSteps;
  #isStopped = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    const deskEvents = new DeskEvents();
    this.#settings = new DeskSettings(options.store);
    this.specialDays = new SpecialDays({ ...options, country: () => this.country }, () => {
      this.#hoursChanged();
      this.#changed();
    });
    this.#disk = new DiskRoom(options.freeBytes, options.clock, () => {
      this.#changed();
      this.lines.kick();
    });
    this.#startup = new StartupSteps(options);
    const preferences = (): Preferences => this.#settings.preferences;
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
          this.#alarm.rearm();
          this.lines.kick();
        }),
      calendar: new ShopCalendar({
        zone: () => options.zone,
        open: () => preferences().hours,
        texting: () => preferences().textingHours,
        specialDays: () => this.specialDays.rows,
      }),
      preferences,
      country: () => this.country,
      language: () => languageOf(this.#settings.preferences.language, this.country),
      // What the last end left is put right before anything new is taken on.
      hasRoom: () => this.#disk.check() && !this.#startup.isWaiting,
      atCounter: () => this.#settings.atCounter,
      sealer: options.sealer,
      blackBox: options.blackBox,
    };
    this.#optOuts = options.optOutList === null ? null : new OptOutKeeper(this.context, options.optOutList);
    this.conversations = new Conversations(this.context);
    this.tasks = new Tasks(this.context);
    this.lists = new ShopLists(this.context, () => this.#changed());
    this.#attention = new Attention(this.context);
    this.#slices = new Slices(this.context);
    this.outbox = new Outbox(this.context, this.#slices);
    const questions = new Questions(this.context);
    this.consent = new Consent(this.context, this.outbox, questions, () => this.#shopName);
    this.scheduler = new Scheduler(this.context);
    this.customers = customersOf(this.context, {
      scheduler: this.scheduler,
      consent: this.consent,
      slices: this.#slices,
      optedOut: (numbers, at) => this.#optOuts?.onImport(numbers, at),
      onChange: () => this.#changed(),
    });
    this.contacts = this.customers.contacts;
    const words = new AnswerText(this.context, () => this.#shopName);
    this.closedAnswer = new ClosedAnswer(this.context, this.outbox, words);
    this.faqs = new Faqs(this.context, () => this.#changed());
    this.writingAid = new WritingAid(this.context, this.faqs, words);
    this.modelWriter = new ModelWriter(this.context, options.languageModel, this.writingAid, words);
    this.rules = new Rules(this.context, () => {
      this.#alarm.rearm();
      this.#changed();
    });
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
      shopName: () => this.#shopName,
      lines: () => this.lines.views,
    });
    this.#escalation = new Escalation(this.context, this.outbox, () => this.#shopName, this.notices);
    this.catalogue = new Catalogue(this.context, () => {
      // Who is booked already is reminded as it is planned now.
      this.appointments.replan();
      this.#changed();
    });
    const agenda = appointmentsOf(this.context, {
      outbox: this.outbox,
      questions,
      scheduler: this.scheduler,
      catalogue: this.catalogue,
      words,
      slices: this.#slices,
      lineFor: (number) => this.#lineOf(number),
      capacity: () => this.#capacity,
    });
    this.appointments = agenda.appointments;
    this.appointmentImport = agenda.appointmentImport;
    this.waitingList = agenda.waitingList;
    this.reminderLoad = agenda.reminderLoad;
    this.#calendarSync = new CalendarSync(this.context, options.calendarFolder, this.appointmentImport, () =>
      this.#changed(),
    );
    this.orders = new Orders(
      this.context,
      {
        outbox: this.outbox,
        scheduler: this.scheduler,
        words,
        lineFor: (number) => this.#lineOf(number),
        slices: this.#slices,
      },
      () => this.#changed(),
    );
    this.recurring = new RecurringTexts(this.context, {
      outbox: this.outbox,
      scheduler: this.scheduler,
      words,
      lineFor: (number) => this.#lineOf(number),
    });
    this.webhooks = new Webhooks(this.context, { scheduler: this.scheduler, post: options.webhookPost });
    this.proof = new ProofPack(this.context, () => this.#shopName);
    this.payments = new Payments(this.context, {
      outbox: this.outbox,
      words,
      lineFor: (number) => this.#lineOf(number),
    });
    this.access = new AccessTokens(this.context, () => this.#changed());
    this.reports = new Reports(this.context, () => this.lines.noteUptime());
    this.weeklySummary = new WeeklySummary(this.context, {
      scheduler: this.scheduler,
      reports: this.reports,
      onReady: (view) => this.notices.week(view),
      onChange: () => this.#changed(),
    });
    this.surveys = new Surveys(this.context, {
      outbox: this.outbox,
      questions,
      scheduler: this.scheduler,
      words,
      lineFor: (number) => this.#lineOf(number),
      onChange: () => this.#changed(),
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
        this.#changed();
      },
    });
    this.groupTexts = new GroupTexts(this.context, {
      outbox: this.outbox,
      scheduler: this.scheduler,
      words,
      list: this.customers.list,
      slices: this.#slices,
      lineFor: (number) => this.#lineOf(number),
      capacity: () => this.#capacity,
      holdAway: () => this.lines.holdAway(),
    });
    this.yearlyDates = new YearlyDates(this.context, {
      scheduler: this.scheduler,
      rules: this.rules,
      runner: this.automation.runner,
      lineFor: (number) => this.#lineOf(number),
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
      handsOver: () => this.#handOver === 'automatic',
      called: (line, call, at) => this.inbox.called(line, call, at),
      accept: (line, pdu, arrival) => {
        this.inbox.accept(line, pdu, arrival);
        this.#alarm.rearm();
      },
      settled: (line, pdu, place) => this.inbox.settled(line, pdu, place),
      swept: (line, memory, occupied) => this.inbox.swept(line, memory, occupied),
    });
    this.#alarm = new Alarm(options.clock, {
      earliest: () => this.#earliest(),
      ring: () => this.#onAlarm(),
    });
    deskEvents.on((event) => {
      this.events.emit(event);
      if (event.type === 'conversation.event') this.#optOuts?.onEvent(event.value);
    });
    this.lines.changed.on((value) => {
      this.notices.line(value);
      this.events.emit({ type: 'line.changed', value });
      this.#alarm.rearm();
    });
    this.lines.setChanged.on(() => this.#linesChanged());
  }

  /** Puts right what a crash left, then opens the line. */
  async start(modem: ModemChoice): Promise<void> {
    const { restored } = this.#options;
    this.#startup.start([
      () => this.#options.store.parts.pruneEarlyReports(this.#options.clock.now() - EARLY_REPORTS_KEPT_MS),
      () => this.#optOuts?.reconcile(),
      () => restored !== null && putRight(this.context, restored, { ...this.customers, settings: this.#settings }),
      () => recoverInterrupted(this.context),
      () => this.customers.imports.resume(),
      () => this.customers.erasure.resume(),
      () => this.inbox.resume(),
      () => this.scheduler.recover(),
      () => this.#doWhatIsDue(),
      // After what was due: what is planned anew lies ahead.
      () => this.appointments.realign(),
      () => this.recurring.realign(),
      () => this.groupTexts.realign(),
      () => this.surveys.realign(),
      () => this.webhooks.realign(),
      () => this.backups.realign(),
      () => this.weeklySummary.realign(),
      () => this.notices.realign(),
      () => this.yearlyDates.realign(),
      () => this.customers.retention.realign(),
      () => this.#calendarSync.follow(),
    ]);
    this.#alarm.rearm();
    if (modem === 'none') return;
    this.lines.watchPorts();
    await this.#openLines(modem);
  }

  async #openLines(modem: Exclude<ModemChoice, 'none'>): Promise<void> {
    try {
      await this.#openLinesNow(modem);
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      this.context.logger.error({ error: String(error) }, 'the lines wait for the disk');
      this.context.clock.after(DISK_AGAIN_MS, () => {
        if (!this.#isStopped) void this.#openLines(modem);
      });
    }
  }

  async #openLinesNow(modem: Exclude<ModemChoice, 'none'>): Promise<void> {
    if (modem === 'demo') await this.lines.startDemo();
    else if (modem !== 'auto') for (const path of modem.paths) await this.lines.connect(path, null);
    else if (!(await this.lines.startConfigured())) await this.lines.startDemo();
  }

  /** The computer slept, or its clock was set: looks at everything at once. */
  wokeUp(): void {
    this.#onAlarm();
    this.#alarm.rearm();
    this.lines.lookNow();
  }

  /** Finishes what is under way and lets go of the modem. The store is the caller's to close. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#alarm.stop();
    this.outbox.stop();
    await this.#slices.stop();
    this.#calendarSync.stop();
    await this.appointmentImport.stop();
    this.modelWriter.stop();
    this.webhooks.stop();
    this.notices.stop();
    await this.lines.detach();
    this.inbox.flush();
    await this.backups.stop();
  }

  /** What the calendar that is followed does not hold any more, once a person has said so. */
  cancelMissing(count: number): ReturnType<CalendarSync['cancelMissing']> {
    return this.#calendarSync.cancelMissing(count);
  }

  get country(): CountryCode {
    const imsi = this.lines.current?.imsi ?? null;
    return this.#options.country ?? this.#country ?? countryOfImsi(imsi) ?? this.#options.fallbackCountry;
  }

  get state(): AppState {
    return {
      version: this.#options.version,
      shopName: this.#shopName,
      lineChanges: this.#lineChanges,
      country: this.#country,
      handOver: this.#handOver,
      offers: this.lines.offers,
      lines: this.lines.views,
      preferences: this.#settings.preferences,
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
      calendarSync: this.#calendarSync.view,
      answersByItself: this.faqs.count > 0 || this.rules.answers,
      atCounterId: this.#settings.atCounter === null ? null : idOf('p', this.#settings.atCounter.id),
      backup: this.backups.status,
      readableFolder: this.#options.readableFolder,
      isDiskFull: this.#disk.isFull || this.#startup.isWaiting,
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
    this.#alarm.rearm();
  }

  setPreferences(changes: Partial<Preferences>): AppState {
    this.#settings.change(changes);
    if ('textingHours' in changes) this.appointments.replan();
    if (CALENDAR_KEYS.some((key) => key in changes)) this.#calendarSync.follow();
    if ('backupFolder' in changes) this.backups.folderChanged();
    if (OWNERS_RULES.some((key) => key in changes)) this.#hoursChanged();
    else this.#alarm.rearm();
    return this.#changed();
  }

  /** What waits for hours or for room in a week is looked at anew. */
  #hoursChanged(): void {
    publishMessages(this.context, this.#options.store.messages.releaseHeld(HELD_BY_OWNERS_RULES));
    this.#alarm.rearm();
  }

  rehearse(rule: Rule, days: number): Promise<RehearsalView> {
    return this.automation.rehearse(rule, days);
  }

  pauseAnswers(id: string, paused: boolean): ReturnType<typeof setPaused> {
    return setPaused(this.context, id, paused);
  }

  setAtCounter(id: string | null): Result<AppState> {
    const row = id === null ? null : rowOf('p', id);
    if ((id !== null && row === null) || !this.#settings.setAtCounter(row))
      return refuse('not-found', 'There is nobody of that name here.');
    return ok(this.#changed());
  }

  setRemoved(list: ShopListName, id: string, removed: boolean): Result<AppState> {
    const done = this.lists.setRemoved(list, id, removed);
    // Who does not work here any more does not stand at the counter either.
    if (done.ok && list === 'people') {
      const person = rowOf('p', id);
      if (removed && this.#settings.atCounter?.id === person) {
        this.#settings.setAtCounter(null);
        this.#tookFromCounter = person;
      } else if (!removed && this.#tookFromCounter === person && this.#settings.atCounter === null) {
        this.#settings.setAtCounter(person);
      }
    }
    return done.ok ? ok(this.#changed()) : done;
  }

  find(query: string, limit: number): ReturnType<typeof search> {
    return search(this.context, query, limit);
  }

  set({ shopName, country, handOver }: Input<'settings.set'>): Result<AppState> {
    const { settings } = this.#options.store;
    if (country != null && !isSupportedCountry(country)) return refuse('bad-input', 'There is no such country.');
    this.context.unit(() => {
      if (shopName !== undefined) settings.set(SETTING.shopName, shopName.trim() || DEFAULT_SHOP_NAME);
      if (country === null) settings.remove(SETTING.country);
      else if (country !== undefined) settings.set(SETTING.country, country);
      if (handOver !== undefined) settings.set(SETTING.handOver, handOver);
    });
    return ok(this.#changed());
  }

  get #shopName(): string {
    return this.#options.store.settings.get(SETTING.shopName) ?? DEFAULT_SHOP_NAME;
  }

  get #country(): CountryCode | null {
    return this.#options.store.settings.get(SETTING.country) as CountryCode | null;
  }

  get #handOver(): HandOver {
    return this.#options.store.settings.get(SETTING.handOver) === 'automatic' ? 'automatic' : 'nothing';
  }

  /** Texts a person has to decide about: whether they went out, or what is to become of them. */
  undecided(): readonly NamedMessage[] {
    return this.#named(this.#options.store.messages.inState('uncertain', UNDECIDED_SHOWN));
  }

  /** Texts that wait for the time somebody chose, the next one first. */
  scheduled(): readonly NamedMessage[] {
    return this.#named(this.#options.store.messages.scheduled(SCHEDULED_SHOWN));
  }

  /** Texts whose time came while the program was not running, the longest due first. */
  cameDue(): readonly NamedMessage[] {
    return this.#named(this.#options.store.messages.cameDue(SCHEDULED_SHOWN));
  }

  #named(rows: readonly MessageRow[]): readonly NamedMessage[] {
    return rows.map((row) => {
      const name = this.#options.store.conversations.byId(row.conversation_id)?.name;
      return { message: messageView(row), name: name ?? displayNumber(row.number, this.country) };
    });
  }

  /** All there is to know of a text: its parts, when and how each went. */
  details(id: string): Result<MessageDetails> {
    const { store } = this.#options;
    const row = rowOf('m', id);
    const message = row === null ? null : store.messages.byId(row);
    if (message === null) return refuse('not-found', 'There is no such message.');
    return ok({
      message: messageView(message),
      line: store.lines.byId(message.line_id)?.name ?? '',
      attempts: message.attempts,
      pdus: store.received.ofMessage(message.id),
      parts: store.parts.details(message.id).map((part) => ({
        sequence: part.sequence,
        state: part.state,
        reference: part.reference,
        submittedAt: part.submitted_at,
        sentAt: part.sent_at,
        deliveredAt: part.delivered_at,
        status: part.status,
      })),
    });
  }

  /** A text to a number, by the line in use. */
  send(
    request: {
      to: string;
      text: string;
      purpose: Purpose;
      notBefore: number | null;
      expiresAt: number | null;
      line: number | null;
    },
    idempotency: Idempotency | null,
  ): Result<MessageView> {
    const line = this.#lineFor(request.line, request.to);
    if (!line.ok) return line;
    const sent = this.outbox.enqueue(requestOn(request, line.value), idempotency);
    const { attachedIds } = this.lines;
    if (sent.ok && attachedIds.length > 0 && !attachedIds.includes(line.value)) this.lines.holdAway();
    return sent;
  }

  async sendAll(requests: readonly Parameters<Desk['send']>[0][]): Promise<readonly Result<MessageView>[]> {
    const lines = requests.map(({ line, to }) => this.#lineFor(line, to));
    const sendable = requests.flatMap((request, i) => {
      const line = lines[i];
      return line?.ok === true ? [requestOn(request, line.value)] : [];
    });
    const results = (await this.outbox.enqueueAll(sendable))[Symbol.iterator]();
    return lines.map((line) => (line.ok ? (results.next().value as Result<MessageView>) : line));
  }

  message(id: string): Result<MessageView> {
    const row = rowOf('m', id);
    const found = row === null ? null : this.#options.store.messages.byId(row);
    return found === null ? refuse('not-found', 'There is no such message.') : ok(messageView(found));
  }

  /** Texts by the order they were made; `after` is the row number of the last one known. */
  listMessages(filter: Parameters<Store['messages']['list']>[0]): Page<MessageView> {
    const rows = this.#options.store.messages.list({ ...filter, limit: filter.limit + 1 });
    const items = rows.slice(0, filter.limit).map(messageView);
    return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
  }

  checkNumber(number: string): Answers['numbers.check'] {
    const { optOuts, contacts } = this.#options.store;
    const party = parseRecipient(number, this.country);
    if (party === null) return { number: null, display: null, optedOut: false, blocked: false };
    return {
      number: party.value,
      display: displayNumber(party.value, this.country),
      optedOut: optOuts.has(party.value),
      blocked: contacts.isBlocked(party.value),
    };
  }

  async ports(): Promise<readonly { path: string; description: string | null }[]> {
    const ports = await this.#options.hardware.listPorts();
    return ports.map(({ path, description }) => ({ path, description }));
  }

  async connect(path: string, pin: string | null): Promise<readonly LineView[]> {
    await this.lines.connect(path, pin);
    return this.#lineChanged();
  }

  async startDemo(): Promise<readonly LineView[]> {
    await this.lines.startDemo();
    return this.#lineChanged();
  }

  async remove(id: string): Promise<Result<readonly LineView[]>> {
    const removed = await this.lines.remove(id);
    if (removed.ok) this.#linesChanged();
    return removed;
  }

  configureLine(id: string, change: Parameters<Lines['configure']>[1]): ReturnType<Lines['configure']> {
    const { ownNumber } = change;
    const own = ownNumber === null || ownNumber.trim() === '' ? null : parseRecipient(ownNumber, this.country);
    if (own === null && ownNumber !== null && ownNumber.trim() !== '')
      return Promise.resolve(refuse('bad-number', 'The line’s own number is no phone number. Check it.'));
    return this.lines.configure(id, { ...change, ownNumber: own?.value ?? null });
  }

  /** For whoever helps: what the lines went through, without a number or a word of anybody. */
  report(): string {
    return supportReport({ ...this.context, state: this.state, lines: this.lines });
  }

  #lineChanged(): readonly LineView[] {
    this.#linesChanged();
    return this.lines.views;
  }

  /** Lines came or went, perhaps under a number that another one had. */
  #linesChanged(): void {
    this.#lineChanges += 1;
    this.#changed();
  }

  #changed(): AppState {
    const { state } = this;
    this.events.emit({ type: 'app.changed', value: state });
    return state;
  }

  /** Of the line in use. */
  get #capacity(): Capacity | null {
    const line = this.lines.current;
    if (line === null) return null;
    const { store, clock } = this.#options;
    const recent = store.parts.submittedSince(line.id, clock.now() - DAY_MS);
    return { caps: settingsOf(line).caps, partMs: store.parts.paceOf(line.id) ?? USUAL_PART_MS, recent };
  }

  /** By which line a number in any spelling is texted; null: there is none yet. */
  lineTo(number: string): number | null {
    return this.#lineOf(parseRecipient(number, this.country)?.value ?? '');
  }

  /** By which line a number is texted by itself: the one it is talked with on; null: there is none yet. */
  #lineOf(number: string): number | null {
    const { store } = this.#options;
    const { current, attachedIds } = this.lines;
    return store.conversations.lineOf(number, attachedIds) ?? current?.id ?? store.lines.lastUsed()?.id ?? null;
  }

  /** Answers leave by the line the customer wrote to. */
  #lineFor(row: number | null, to: string): Result<number> {
    const { store } = this.#options;
    if (row !== null) {
      return store.lines.byId(row) === null ? refuse('not-found', 'There is no such line.') : ok(row);
    }
    const { current, attachedIds } = this.lines;
    if (current === null) return refuse('no-line', 'There is no line yet: connect a modem first.');
    if (attachedIds.length < 2) return ok(current.id);
    const number = parseRecipient(to, this.country)?.value;
    const known = number === undefined ? null : store.conversations.lineOf(number, attachedIds);
    return ok(known !== null && attachedIds.includes(known) ? known : current.id);
  }

  #earliest(): number | null {
    const wake = this.#options.store.messages.earliestWake();
    const gap = this.inbox.gapsDueAt();
    const told = this.#isHeard ? [this.tasks.dueAt, this.#attention.dueAt] : [];
    const due = [
      wake,
      gap,
      this.lines.dueAt,
      this.conversations.dueAt,
      this.#escalation.dueAt,
      this.automation.dueAt,
      this.scheduler.dueAt,
      this.outbox.dueAt,
      this.#disk.dueAt,
      this.#startup.dueAt,
      ...told,
    ].filter((at) => at !== null);
    return due.length === 0 ? null : Math.min(...due);
  }

  /** False: something could not be written down, and is due still. */
  #onAlarm(): boolean {
    const wasWaiting = this.#startup.isWaiting;
    const isStarted = this.#startup.goOn();
    if (wasWaiting && isStarted) this.#changed();
    return isStarted && this.#doWhatIsDue();
  }

  #doWhatIsDue(): boolean {
    const faults = allOf([
      () => this.#disk.check(),
      () => this.outbox.wake(),
      () => this.scheduler.run(),
      () => this.inbox.showGaps(),
      () => this.conversations.wakeDue(),
      ...(this.#isHeard ? [() => this.tasks.tellDue(), () => this.#attention.warn()] : []),
      () => this.#escalation.tell(),
      () => this.automation.tellUnanswered(),
      () => this.lines.onAlarm(),
      () => this.lines.kick(),
    ]);
    for (const error of faults) {
      if (!isDiskFault(error)) throw error;
      this.context.logger.error({ error: String(error) }, 'the disk cannot be written');
    }
    return faults.length === 0;
  }
}

/** Each of them, also where one before it fails. @returns what was thrown */
function allOf(works: readonly (() => unknown)[]): readonly unknown[] {
  const faults: unknown[] = [];
  for (const work of works) {
    try {
      work();
    } catch (error) {
      faults.push(error);
    }
  }
  return faults;
}

function requestOn(
  { to, text, purpose, notBefore, expiresAt }: Parameters<Desk['send']>[0],
  lineId: number,
): SendRequest {
  return { to, text, purpose, notBefore, expiresAt, lineId };
}
