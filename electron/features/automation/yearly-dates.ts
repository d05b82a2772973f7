import { HOUR } from '../../shared/durations.ts';
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { fold } from '../../shared/fold.ts';
import { idOf } from '../../shared/ids.ts';
import type { ContactRow } from '../contacts/repository.ts';
import { fieldsOf } from '../contacts/contact-aggregate.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import { DONE, dropped, jobKind, type Job, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { RuleRunner } from './rules/rule-runner.ts';
import type { Rules } from './rules/rules.ts';
import type { YearlyDate } from './triggers/trigger.ts';

const YEARLY = jobKind('yearly-dates', z.object({ date: z.string() }));
/** By the shop's clock. Messages wait for the texting hours if needed. */
const LOOKS_AT = Temporal.PlainTime.from('08:00');
const AT_ONCE = 1_000;

interface YearlyDeps {
  readonly scheduler: Scheduler;
  readonly rules: Rules;
  readonly runner: RuleRunner;
  /** The line from which a number is texted; null if there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

/** Once a day, finds the customers whose birthday or other date it is, and does what the owner wants done then. */
export class YearlyDates {
  readonly #context: DeskContext;
  readonly #deps: YearlyDeps;

  constructor(context: DeskContext, deps: YearlyDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(YEARLY, { run: (job) => this.#run(job) });
  }

  /** At the start, looks at today if that has not been done, and from then on at every day. */
  start(): void {
    this.#context.unit(() => {
      if (!this.#arm(this.#today)) this.#arm(this.#today.add({ days: 1 }));
    });
  }

  get #today(): Temporal.PlainDate {
    const { clock, calendar } = this.#context;
    return Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(calendar.zone).toPlainDate();
  }

  /** False if that day was already looked at. */
  #arm(date: Temporal.PlainDate): boolean {
    const at = date.toZonedDateTime({ timeZone: this.#context.calendar.zone, plainTime: LOOKS_AT });
    return this.#deps.scheduler.arm(YEARLY, `${YEARLY.name}:${String(date)}`, at.epochMilliseconds, null, {
      date: String(date),
    });
  }

  #run({ payload }: Job<{ readonly date: string }>): JobOutcome {
    const { store, clock } = this.#context;
    const date = Temporal.PlainDate.from(payload.date);
    const today = this.#today;
    // Nobody gets birthday wishes a day late because the computer was off.
    if (!date.equals(today)) {
      if (!this.#arm(today)) this.#arm(today.add({ days: 1 }));
      return dropped('over');
    }
    const rules = this.#deps.rules.ofDates;
    if (rules.length > 0 && store.lines.lastUsed() === null) return { kind: 'again', at: clock.now() + HOUR };
    this.#arm(today.add({ days: 1 }));
    for (let after = 0; rules.length > 0;) {
      const rows = store.contacts.after(after, AT_ONCE);
      for (const row of rows) this.#ofContact(row, rules, date);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
    return DONE;
  }

  #ofContact(row: ContactRow, rules: Rules['ofDates'], date: Temporal.PlainDate): void {
    const { store, clock, calendar } = this.#context;
    if (row.blocked_at !== null) return;
    const due = rules.filter((each) => comesRound(dateOf(row, each.date), date, each.date));
    const [number] = due.length === 0 ? [] : store.contacts.numbers(row.id);
    const line = number === undefined ? null : this.#deps.lineFor(number);
    if (number === undefined || line === null) return;
    const facts = {
      triggers: due.map(({ rule }) => rule.when.trigger),
      text: '',
      isOpen: calendar.isOpen(clock.now()),
      tagIds: store.contacts.allTags(row.id).map((tag) => idOf('tag', tag)),
      givenTagId: null,
      fields: fieldsOf(row),
      language: customerLanguage(this.#context, number),
    } as const;
    for (const rule of this.#deps.rules.fitting(facts)) {
      const its = due.find((each) => each.rule === rule);
      if (its === undefined) continue;
      const conversation = store.conversations.findOrCreate(line, number, 'phone', clock.now());
      const purpose = its.date.isOffer ? 'offer' : 'service';
      const mayBeTexted = !store.optOuts.has(number) && store.consent.wants(number, purpose);
      const answering = mayBeTexted ? ({ purpose, notBefore: null, follows: null } as const) : null;
      this.#deps.runner.run(rule, { conversation, line, number, text: '' }, answering);
    }
  }
}

function dateOf(row: ContactRow, { field }: YearlyDate): string | null {
  if (field === '') return row.birthday;
  return fieldsOf(row).find(({ name }) => fold(name) === fold(field))?.value ?? null;
}

/**
 * Whether a date (`YYYY-MM-DD` or `--MM-DD`) comes around this many days after another one. Customers born on February 29 have
 * their day on February 28 in years without one. Pure.
 */
export function comesRound(
  input: string | null,
  today: Temporal.PlainDate,
  { daysBefore }: Pick<YearlyDate, 'daysBefore'>,
): boolean {
  const [, month, day] = /^(?:\d{4}|-)-(\d{2})-(\d{2})$/.exec(input ?? '') ?? [];
  if (month === undefined) return false;
  const then = today.add({ days: daysBefore });
  if (then.month !== Number(month)) return false;
  const last = month === '02' && day === '29' && !then.inLeapYear ? 28 : Number(day);
  return then.day === last;
}
