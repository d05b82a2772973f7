import { Temporal } from 'temporal-polyfill';
import { QUARTER_MS } from './repository.ts';

export type Grouping = 'day' | 'week' | 'month';

const HOUR_MS = 3_600_000;
/** Up to this many days can be told apart as columns; then this many weeks. */
const MOST_DAYS = 45;
const MOST_WEEK_DAYS = 400;

interface Day {
  readonly at: number;
  readonly until: number;
  /** 1 on Monday. */
  readonly weekday: number;
  /** The index of the stretch that it belongs to. */
  readonly category: number;
}

/** Days of the shop's wall clock, grouped into the stretches that a report tells apart. */
export class Grid {
  readonly zone: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly grouping: Grouping;
  /** The first day of each stretch. */
  readonly categories: readonly string[];
  readonly #days: readonly Day[];
  #last: Day | null = null;

  /** @param to included, not before `from` */
  constructor(from: string, to: string, zone: string) {
    this.zone = zone;
    this.from = Temporal.PlainDate.from(from);
    this.to = Temporal.PlainDate.from(to);
    const count = this.from.until(this.to).days + 1;
    this.grouping = count <= MOST_DAYS ? 'day' : count <= MOST_WEEK_DAYS ? 'week' : 'month';
    const categories: string[] = [];
    const days: Day[] = [];
    let date = this.from;
    let at = startOf(date, zone);
    for (let n = 0; n < count; n++) {
      if (n === 0 || begins(date, this.grouping)) categories.push(date.toString());
      const next = date.add({ days: 1 });
      const until = startOf(next, zone);
      days.push({ at, until, weekday: date.dayOfWeek, category: categories.length - 1 });
      [date, at] = [next, until];
    }
    this.categories = categories;
    this.#days = days;
  }

  /** In UTC epoch milliseconds; `until` is not part of it. */
  get range(): { readonly from: number; readonly until: number } {
    return { from: this.#days[0]?.at ?? 0, until: this.#days.at(-1)?.until ?? 0 };
  }

  /** The instant at which each day begins. */
  get days(): readonly number[] {
    return this.#days.map(({ at }) => at);
  }

  /** @param day its index among the days */
  categoryOfDay(day: number): number | null {
    return this.#days[day]?.category ?? null;
  }

  /** The range of the stretch that begins on a day; null if none does. */
  stretch(category: string): { readonly from: number; readonly until: number } | null {
    const index = this.categories.indexOf(category);
    const days = this.#days.filter((day) => day.category === index);
    const [first, last] = [days[0], days.at(-1)];
    return first === undefined || last === undefined ? null : { from: first.at, until: last.until };
  }

  /** The index among the categories; null outside the range. */
  categoryOf(at: number): number | null {
    return this.#dayOf(at)?.category ?? null;
  }

  /** What the wall clock shows; null outside the range. */
  hourOf(at: number): { readonly weekday: number; readonly hour: number } | null {
    const day = this.#dayOf(at);
    if (day === null) return null;
    // The days on which summer time begins or ends have an hour less or more.
    const hour =
      day.until - day.at === 24 * HOUR_MS
        ? Math.floor((at - day.at) / HOUR_MS)
        : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.zone).hour;
    return { weekday: day.weekday, hour };
  }

  /** Every stretch in which the wall clock shows an hour on a weekday, the newest first. */
  hours(weekday: number, hour: number): readonly { readonly from: number; readonly until: number }[] {
    return this.#days
      .filter((day) => day.weekday === weekday)
      .flatMap((day) => {
        const found: { from: number; until: number }[] = [];
        for (let at = day.at; at < day.until; at += QUARTER_MS) {
          if (this.hourOf(at)?.hour !== hour) continue;
          const last = found.at(-1);
          if (last?.until === at) last.until = at + QUARTER_MS;
          else found.push({ from: at, until: at + QUARTER_MS });
        }
        return found;
      })
      .toReversed();
  }

  /** A grid of the same number of days right before this one. */
  before(): Grid {
    const count = this.from.until(this.to).days + 1;
    return new Grid(
      this.from.subtract({ days: count }).toString(),
      this.from.subtract({ days: 1 }).toString(),
      this.zone,
    );
  }

  #dayOf(at: number): Day | null {
    // Most instants that are counted come in order.
    const last = this.#last;
    if (last !== null && at >= last.at && at < last.until) return last;
    let [low, high] = [0, this.#days.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const day = this.#days[middle] as Day;
      if (at < day.at) high = middle - 1;
      else if (at >= day.until) low = middle + 1;
      else {
        this.#last = day;
        return day;
      }
    }
    return null;
  }
}

/** A table of sums by category. */
export class Sums {
  readonly #width: number;
  readonly #rows = new Map<string, number[]>();

  constructor(width: number) {
    this.#width = width;
  }

  add(key: string, category: number | null, n: number): void {
    if (category === null) return;
    const row = this.#rows.get(key) ?? Array.from({ length: this.#width }, () => 0);
    row[category] = (row[category] ?? 0) + n;
    this.#rows.set(key, row);
  }

  /** In this order; a key for which nothing was counted gets zeros. */
  series(keys: readonly string[]): readonly { readonly key: string; readonly values: readonly number[] }[] {
    return keys.map((key) => ({ key, values: this.#rows.get(key) ?? Array.from({ length: this.#width }, () => 0) }));
  }

  total(key: string): number {
    return (this.#rows.get(key) ?? []).reduce((sum, n) => sum + n, 0);
  }
}

function begins(date: Temporal.PlainDate, grouping: Grouping): boolean {
  return grouping === 'day' || (grouping === 'week' ? date.dayOfWeek === 1 : date.day === 1);
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}
