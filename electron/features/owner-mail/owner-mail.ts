import { HOUR, MINUTE } from '../../shared/durations.ts';
import { rowOf } from '../../shared/ids.ts';
import { MAIL_PORTS, type MailAbout } from '../../shared/mail-words.ts';
import { mailSettings, type MailPost, type MailSettings, type MailDto } from '../../shared/mail.ts';
import type { ReportDto } from '../../shared/reports.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { LineDto } from '../lines/contract.ts';
import type { MailNoticeRow } from './repository.ts';
import { dateOf } from '../opening-hours/wall-hours.ts';
import type { DeskContext } from '../../core/context.ts';
import { DONE, jobKind, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import { weekLines } from './wording.ts';
import type { WindowLanguage } from '../../locales/languages.ts';
import { OWNER_WORDS } from '../../locales/owners.ts';
import type { MailWording } from '../../locales/owner-words.ts';

const MAIL = jobKind('mail');
const LINE_DOWN = jobKind('mail-line-down');
const SETTING = { settings: 'mail.settings', password: 'mail.password', backupTold: 'mail.backup-told' } as const;
/** Shorter than that a line is away for many reasons, and back by itself. */
const DOWN_AFTER_MS = 15 * MINUTE;
/** Waits before each further attempt; after the last it is given up. */
const AGAIN_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR] as const;
const SHOWN = 10;

const NONE: MailSettings = { host: '', port: MAIL_PORTS.tls, security: 'tls', user: '', from: '', to: '', about: [] };

interface NoticeDeps {
  readonly scheduler: Scheduler;
  readonly post: MailPost;
  readonly shopName: () => string;
  readonly lines: () => readonly LineDto[];
}

/** Writes to the owner by e-mail what needs somebody when nobody sits before the window. */
export class OwnerMail {
  readonly #context: DeskContext;
  readonly #deps: NoticeDeps;
  /** Since when lines are not ready, by id; and those the owner was told of. */
  readonly #downSince = new Map<string, number>();
  readonly #toldDown = new Set<string>();
  #isWorking = false;
  #isStopped = false;

  constructor(context: DeskContext, deps: NoticeDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(MAIL, {
      run: () => {
        void this.#work();
        return DONE;
      },
    });
    deps.scheduler.add(LINE_DOWN, { run: ({ about }) => this.#stillDown(about ?? 0) });
  }

  get view(): MailDto {
    const { store } = this.#context;
    return {
      settings: this.#settings,
      hasPassword: store.settings.get(SETTING.password) !== null,
      notices: store.mailNotices
        .newest(SHOWN)
        .map(({ about, created_at: at, state, problem }) => ({ about, at, state, problem })),
    };
  }

  /** @param password null: as it was; empty: none */
  set(settings: MailSettings, password: string | null): Result<MailDto> {
    const { store, secretBox } = this.#context;
    if (settings.host !== '' && (settings.from === '' || settings.to === '')) return refuse('bad-input.mail-addresses');
    const before = this.#settings;
    const isElsewhere =
      settings.host !== before.host ||
      settings.port !== before.port ||
      settings.user !== before.user ||
      (settings.security === 'none' && before.security !== 'none');
    // Nobody gets what was meant for another server.
    const isKept = password === null && store.settings.get(SETTING.password) !== null && settings.user !== '';
    if (isKept && isElsewhere && settings.host !== '') return refuse('bad-input.mail-password');
    this.#context.unit(() => {
      store.settings.set(SETTING.settings, JSON.stringify(settings));
      if (password === '') store.settings.remove(SETTING.password);
      else if (password !== null) store.settings.set(SETTING.password, secretBox.seal(password));
    });
    return ok(this.view);
  }

  /** At once, and once: whether it arrives. */
  async test(): Promise<Result<MailDto>> {
    const settings = this.#settings;
    if (settings.host === '') return refuse('bad-input.mail-server');
    const [subject, text] = this.#words.test;
    const { store, clock } = this.#context;
    const row = { about: 'test', subject: this.#subject(subject), body: text, at: clock.now() } as const;
    const id = store.mailNotices.insert(row);
    // Before it is tried, so that nothing else takes it up.
    store.mailNotices.settle({ id, state: 'failed', attempts: 1, problem: null, at: clock.now() });
    const problem = await this.#send(row.subject, text);
    if (!this.#isStopped)
      store.mailNotices.settle({
        id,
        state: problem === null ? 'sent' : 'failed',
        attempts: 1,
        problem,
        at: clock.now(),
      });
    return ok(this.view);
  }

  wants(about: MailAbout): boolean {
    const { host, about: wanted } = this.#settings;
    return host !== '' && wanted.includes(about);
  }

  /** Customers have waited too long, the first since an instant. Inside a unit of work. */
  waiting(count: number, since: number): void {
    this.#add('waiting', this.#words.waiting(count, this.#when(since)));
  }

  /** A week is counted. Inside a unit of work. */
  week(view: ReportDto): void {
    const words = this.#words;
    const range = new Intl.DateTimeFormat(this.#language, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).formatRange(Date.parse(view.from), Date.parse(view.to));
    const [subject, hint] = words.week;
    this.#add('week', [subject(range), [...weekLines(view, words), '', hint].join('\n')]);
  }

  /** At the start: what waits goes on. */
  start(): void {
    void this.#work();
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** A line is in another state, or says something new of itself. */
  line({ id, kind, state }: LineDto): void {
    if (kind === 'demo') return;
    if (state === 'ready' || state === 'off') {
      this.#downSince.delete(id);
      if (!this.#toldDown.delete(id) || state === 'off') return;
      const line = this.#deps.lines().find((each) => each.id === id)?.name ?? '';
      this.#context.unit(() => this.#add('line', this.#words.lineUp(line)));
      return;
    }
    if (this.#downSince.has(id) || !this.wants('line')) return;
    const now = this.#context.clock.now();
    this.#downSince.set(id, now);
    const row = rowOf('line', id);
    this.#context.unit(() =>
      this.#deps.scheduler.arm(LINE_DOWN, `${LINE_DOWN.name}:${id}:${now}`, now + DOWN_AFTER_MS, row, {}),
    );
  }

  #stillDown(row: number): JobOutcome {
    const line = this.#deps.lines().find(({ id }) => rowOf('line', id) === row);
    const since = line === undefined ? undefined : this.#downSince.get(line.id);
    // Back meanwhile, and perhaps away again for another reason: that one has a job of its own.
    if (line === undefined || since === undefined || this.#context.clock.now() - since < DOWN_AFTER_MS) return DONE;
    if (this.#toldDown.has(line.id)) return DONE;
    this.#toldDown.add(line.id);
    const why = [line.reason?.sentence, line.reason?.remedy].filter((part) => part != null).join(' ');
    this.#add('line', this.#words.lineDown(line.name, this.#when(since), why));
    return DONE;
  }

  /** @param failure of the last backup; null: it was made */
  backup(failure: { readonly at: number; readonly message: string } | null): void {
    const { store } = this.#context;
    if (failure === null || !this.wants('backup')) return;
    const { at, message } = failure;
    if (store.settings.get(SETTING.backupTold) === String(at)) return;
    this.#context.unit(() => {
      store.settings.set(SETTING.backupTold, String(at));
      this.#add('backup', this.#words.backup(message));
    });
  }

  /** Inside a unit of work. */
  #add(about: MailAbout, [subject, body]: readonly [string, string]): void {
    if (!this.wants(about)) return;
    const { store, clock } = this.#context;
    const id = store.mailNotices.insert({ about, subject: this.#subject(subject), body, at: clock.now() });
    this.#deps.scheduler.arm(MAIL, `${MAIL.name}:${id}:0`, clock.now(), null, {});
  }

  /** One after the other: what waits and is due. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      for (;;) {
        const { store, clock } = this.#context;
        const next = this.#isStopped ? null : store.mailNotices.next();
        if (next === null) return;
        if (next.at > clock.now()) {
          this.#armAgain(next);
          return;
        }
        const problem = await this.#send(next.subject, next.body);
        if (this.#isStopped) return;
        this.#settle(next, problem);
      }
    } finally {
      this.#isWorking = false;
    }
  }

  #settle(row: MailNoticeRow, problem: MailNoticeRow['problem']): void {
    const { store, clock, logger } = this.#context;
    const attempts = row.attempts + 1;
    const againMs = AGAIN_MS[row.attempts];
    if (problem !== null) logger.warn({ about: row.about, problem, attempts }, 'an e-mail was not taken');
    const state = problem === null ? 'sent' : againMs === undefined ? 'failed' : 'waiting';
    const at = clock.now() + (state === 'waiting' ? (againMs ?? 0) : 0);
    store.mailNotices.settle({ id: row.id, state, attempts, problem, at });
  }

  #armAgain({ id, attempts, at }: MailNoticeRow): void {
    this.#context.unit(() => this.#deps.scheduler.arm(MAIL, `${MAIL.name}:${id}:${attempts}`, at, null, {}));
  }

  #send(subject: string, text: string): ReturnType<MailPost['send']> {
    const { store, secretBox } = this.#context;
    const sealed = store.settings.get(SETTING.password);
    const password = sealed === null ? null : secretBox.open(sealed);
    return this.#deps.post.send(this.#settings, password, { subject, text });
  }

  get #settings(): MailSettings {
    const kept = this.#context.store.settings.get(SETTING.settings);
    const read = kept === null ? null : mailSettings.safeParse(JSON.parse(kept));
    return read?.data ?? NONE;
  }

  #subject(subject: string): string {
    return `${this.#deps.shopName().slice(0, 40).toWellFormed()}: ${subject}`;
  }

  get #language(): WindowLanguage {
    return this.#context.ownerLanguage();
  }

  get #words(): MailWording {
    return OWNER_WORDS[this.#language].mail;
  }

  /** By the shop's clock, with the day where it is not today. */
  #when(at: number): string {
    const { clock, calendar } = this.#context;
    const isToday = dateOf(at, calendar.zone).equals(dateOf(clock.now(), calendar.zone));
    return new Intl.DateTimeFormat(this.#language, {
      ...(isToday ? {} : { weekday: 'long' }),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: calendar.zone,
    }).format(at);
  }
}
