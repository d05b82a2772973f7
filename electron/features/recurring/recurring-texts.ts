import { DAY } from '../../shared/durations.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import { countText, MAX_PARTS, normaliseText } from '../../shared/composing.ts';
import { conversationId, idOf, rowOf } from '../../shared/ids.ts';
import { displayNumber, parseRecipient } from '../../shared/phone.ts';
import { recurrence, type Recurrence } from '../../shared/recurrence.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { ANSWER_VARIABLES, blanksOf } from '../../shared/templates.ts';
import type { RecurringDto } from './contract.ts';
import type { JobRow } from '../../core/jobs/repository.ts';
import type { RecurringRow } from './repository.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import { MAX_LATENESS_MS } from '../messaging/max-lateness.ts';
import { DONE, dropped, jobKind, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { occurrencesAfter } from './occurrences.ts';

const RECURRING = jobKind('recurring');
/** How long texts that have ended are still shown. */
const SHOWN_AFTER_MS = 30 * DAY;
const SHOWN = 500;
/** A text later than this after its time is not worth sending. */
const WORTH_MS = DAY;
const PREVIEWED = 3;
export const RECURRING_SOURCE: ProgramSource = '@recurring';
const KNOWN_BLANKS: ReadonlySet<string> = new Set(ANSWER_VARIABLES);
const followsRecurring = (row: number): string => `recurring:${row}`;

interface RecurringDeps {
  readonly outbox: Outbox;
  readonly scheduler: Scheduler;
  readonly words: AnswerText;
  /** The line that a number is texted from; null if there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

/** Texts that a customer gets again and again. Each time is one job, and only the next one is armed. */
export class RecurringTexts {
  readonly #context: DeskContext;
  readonly #deps: RecurringDeps;

  constructor(context: DeskContext, deps: RecurringDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(RECURRING, { run: (job, lateMs) => this.#run(job, lateMs) });
  }

  get views(): readonly RecurringDto[] {
    const { store, clock } = this.#context;
    return store.recurring.shown(clock.now() - SHOWN_AFTER_MS, SHOWN).map((row) => this.#toDto(row));
  }

  /** The next times that a rule gives. */
  preview(rule: Recurrence): readonly number[] {
    const { calendar, clock } = this.#context;
    const next = occurrencesAfter(rule, calendar.zone, clock.now());
    const times: number[] = [];
    for (const { at } of next) {
      times.push(at);
      if (times.length === PREVIEWED) break;
    }
    return times;
  }

  /** @param id null for a new one @param number as it is written; an existing text keeps its number */
  save(id: string | null, number: string, input: string, rule: Recurrence): Result<RecurringDto> {
    const { store, clock } = this.#context;
    const row = id === null ? null : rowOf('recurring', id);
    const before = row === null ? null : store.recurring.byId(row);
    if (id !== null && before === null) return refuse('not-found.recurring-text');
    const text = input.trim();
    if (text === '') return refuse('empty-text');
    const blank = blanksOf(text).find(({ name }) => !KNOWN_BLANKS.has(name));
    if (blank !== undefined) return refuse('unfilled-blank.automatic', { name: blank.name });
    if (countText(normaliseText(text)).parts > MAX_PARTS)
      return refuse('text-too-long.automatic', { limit: MAX_PARTS });
    if (this.preview(rule).length === 0) return refuse('in-the-past.never');
    const party = before === null ? parseRecipient(number, this.#context.country()) : null;
    if (before === null && party?.kind !== 'phone') return refuse('bad-number');
    const to = before?.number ?? party?.value ?? '';
    if (store.optOuts.has(to)) return refuse('opted-out.wants-none');
    const kept = this.#context.unit(() => {
      const made = { number: to, text, rule: JSON.stringify(rule), author: this.#author, created_at: clock.now() };
      const id = before?.id ?? store.recurring.insert(made);
      if (before !== null) store.recurring.rewrite(before.id, text, JSON.stringify(rule));
      // A waiting text with the old words or the old time does not leave.
      this.#deps.outbox.takeBack(to, followsRecurring(id));
      if (before?.ended !== 'stopped') this.#armNext(id, rule, clock.now());
      return id;
    });
    return ok(this.#toDto(store.recurring.byId(kept) as RecurringRow));
  }

  setStopped(id: string, stopped: boolean): Result<readonly RecurringDto[]> {
    const { store, clock } = this.#context;
    const row = rowOf('recurring', id);
    const before = row === null ? null : store.recurring.byId(row);
    if (before === null) return refuse('not-found.recurring-text');
    if (!stopped && store.optOuts.has(before.number)) return refuse('opted-out.wants-none');
    this.#context.unit(() => {
      store.recurring.setEnded(before.id, stopped ? 'stopped' : null);
      this.#deps.scheduler.cancelAbout(RECURRING, before.id);
      if (!stopped) this.#armNext(before.id, ruleOf(before), clock.now());
      if (stopped) this.#deps.outbox.takeBack(before.number, followsRecurring(before.id));
    });
    return ok(this.views);
  }

  /**
   * At the start: the wall clock is the truth, so jobs whose instant has changed with the rules of the time zone are armed anew.
   */
  start(): void {
    const { store, clock } = this.#context;
    this.#context.unit(() => {
      for (const row of store.recurring.on()) this.#armNext(row.id, ruleOf(row), clock.now());
    });
  }

  /** Replaces the job that was armed. Must run inside a unit of work. */
  #armNext(id: number, rule: Recurrence, after: number): void {
    const { scheduler } = this.#deps;
    const { store, calendar } = this.#context;
    scheduler.cancelAbout(RECURRING, id);
    // A time that has run does not run again, even if the clock was set back before it.
    for (const { date, time, at } of occurrencesAfter(rule, calendar.zone, after))
      if (scheduler.arm(RECURRING, `${RECURRING.name}:${id}:${date}:${time}`, at, id, {})) return;
    store.recurring.setEnded(id, 'over');
  }

  #run(job: Pick<JobRow, 'about' | 'due_at'>, lateMs: number): JobOutcome {
    const { store, clock } = this.#context;
    const row = job.about === null ? null : store.recurring.byId(job.about);
    if (row === null || row.ended !== null) return dropped('cancelled');
    if (store.optOuts.has(row.number)) {
      store.recurring.setEnded(row.id, 'opted-out');
      return dropped('opted-out');
    }
    const now = clock.now();
    const line = this.#deps.lineFor(row.number);
    if (line === null) return { kind: 'again', at: now + MAX_LATENESS_MS / 2 };
    // Of the texts missed while the computer was off, a person reviews the last; the others are not made up for.
    this.#armNext(row.id, ruleOf(row), now);
    const message = this.#deps.outbox.write({
      to: row.number,
      text: this.#deps.words.fill(row.text, {
        number: row.number,
        language: customerLanguage(this.#context, row.number),
        at: now,
      }),
      purpose: 'service',
      lineId: line,
      notBefore: null,
      expiresAt: now + WORTH_MS,
      source: RECURRING_SOURCE,
      follows: followsRecurring(row.id),
      ...(lateMs > MAX_LATENESS_MS ? { cameDueAt: job.due_at } : {}),
    });
    if (message === null) throw new Error('there is no room in the queue for a text that repeats');
    store.recurring.wrote(row.id, now);
    return DONE;
  }

  get #author(): string | null {
    return this.#context.currentAgent()?.name ?? null;
  }

  #toDto(row: RecurringRow): RecurringDto {
    const { store } = this.#context;
    const line = this.#deps.lineFor(row.number);
    const conversation = line === null ? null : store.conversations.find(line, row.number);
    const [job] = row.ended === null ? store.jobs.about(RECURRING.name, row.id) : [];
    return {
      id: idOf('recurring', row.id),
      number: row.number,
      who: store.contacts.ofNumber(row.number)?.name || displayNumber(row.number, this.#context.country()),
      conversationId: conversation === null ? null : conversationId(conversation),
      text: row.text,
      rule: ruleOf(row),
      ended: row.ended,
      nextAt: job?.due_at ?? null,
      lastAt: row.last_at,
    };
  }
}

function ruleOf({ rule }: RecurringRow): Recurrence {
  return recurrence.parse(JSON.parse(rule));
}
