import { DAY } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import { countText, normaliseText } from '../../shared/composing.ts';
import type { LoadDto } from './contract.ts';
import type { AppointmentRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { payloadOf } from '../../core/jobs/scheduler.ts';
import { REMINDER, type Reminders } from './reminders.ts';
import type { Capacity } from '../lines/routing.ts';
import { leaving, type PlannedText } from './send-schedule.ts';

/** Reminders of the same minute leave one after the other, which does not count as a delay. */
const LATE_MS = 15 * 60_000;
/** More than any line sends in two weeks. */
const MOST_TEXTS = 30_000;

/** Tells whether the texts planned for the next days can leave in time. */
export class ReminderLoad {
  readonly #context: DeskContext;
  readonly #reminders: Reminders;
  readonly #capacity: () => Capacity | null;

  /** @param capacity what the line can send; null if there is none yet */
  constructor(context: DeskContext, reminders: Reminders, capacity: () => Capacity | null) {
    this.#context = context;
    this.#reminders = reminders;
    this.#capacity = capacity;
  }

  /** The load of the days on which texts are planned. @param from the first day, `YYYY-MM-DD` */
  of(from: string, days: number): readonly LoadDto[] {
    const { calendar, clock } = this.#context;
    const capacity = this.#capacity();
    if (capacity === null) return [];
    const now = clock.now();
    const end = Temporal.PlainDate.from(from).add({ days }).toZonedDateTime(calendar.zone).epochMilliseconds;
    // The reckoning begins now because texts planned earlier delay the later ones.
    const texts = this.#planned(now, Math.min(end, now + 60 * DAY));
    const left = texts.map(leaving(capacity, (at) => calendar.nextAllowedAt(at, null)));
    const dateOf = (at: number): string =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).toPlainDate().toString();
    return [...Map.groupBy(left, ({ text }) => dateOf(text.at))]
      .filter(([date]) => date >= from)
      .map(([date, ofDay]) => {
        const late = ofDay.filter(({ text, at }) => at === null || at - text.at > LATE_MS);
        const times = ofDay.flatMap(({ at }) => at ?? []);
        return {
          date,
          texts: ofDay.length,
          late: late.length,
          tooLate: ofDay.filter(({ at }) => at === null).length,
          lastAt: times.length === 0 ? null : Math.max(...times),
          latestMs: Math.max(0, ...ofDay.flatMap(({ text, at }) => (at === null ? [] : [at - text.at]))),
        };
      });
  }

  #planned(now: number, until: number): readonly PlannedText[] {
    const { store } = this.#context;
    /** The parts of a text, by service and step: such texts differ by a name, which seldom changes the number of parts. */
    const parts = new Map<string, number>();
    const reminders = store.jobs
      .dueBetween(REMINDER.name, now, until, MOST_TEXTS)
      .flatMap((job): readonly PlannedText[] => {
        const row = job.about === null ? null : store.appointments.byId(job.about);
        if (row === null) return [];
        const when = payloadOf(REMINDER, job)?.when;
        if (when === undefined) return [];
        const key = `${row.service_id} ${when}`;
        const known = parts.get(key) ?? this.#partsOf(row, when);
        parts.set(key, known);
        return [{ at: job.due_at, parts: known, worthUntil: row.starts_at }];
      });
    const scheduled = store.queue
      .scheduled(MOST_TEXTS)
      .filter(({ not_before: at }) => at !== null && at < until)
      .map((row) => ({
        at: Math.max(now, row.not_before ?? now),
        parts: row.part_count,
        worthUntil: row.expires_at ?? Number.MAX_SAFE_INTEGER,
      }));
    return [...reminders, ...scheduled].toSorted((a, b) => a.at - b.at);
  }

  #partsOf(row: AppointmentRow, when: string): number {
    const planned = this.#reminders.planned(row).find((each) => each.when === when);
    return planned === undefined ? 1 : countText(normaliseText(planned.text)).parts;
  }
}
