import { stretchesFrom, type HoursOf, type Stretch } from './wall-hours.ts';

const DAY_MS = 86_400_000;

/**
 * How much of the shop's opening time lies between two instants. It is computed once for a stretch of time and then looked up.
 */
export class OpenTime {
  readonly #from: readonly number[];
  readonly #before: readonly number[];
  readonly #stretches: readonly Stretch[];
  #last = 0;

  /** If the shop is never open, all time counts. */
  constructor(from: number, until: number, zone: string, hoursOf: HoursOf) {
    const found = [...between(from, until, zone, hoursOf)];
    this.#stretches = found.length === 0 ? [{ from, until }] : found;
    this.#from = this.#stretches.map((stretch) => stretch.from);
    let sum = 0;
    this.#before = this.#stretches.map((stretch) => {
      const before = sum;
      sum += stretch.until - stretch.from;
      return before;
    });
  }

  /** Milliseconds of opening time from one instant up to another. Both must be within the stretch. */
  between(from: number, until: number): number {
    return Math.max(0, this.#upTo(until) - this.#upTo(from));
  }

  #upTo(at: number): number {
    // The next question is usually close to the last one.
    let [low, high] = [0, this.#from.length];
    const last = this.#last;
    if (last > 0 && (this.#from[last - 1] as number) <= at && at < (this.#from[last] ?? Infinity)) low = high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#from[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    this.#last = low;
    const stretch = this.#stretches[low - 1];
    return stretch === undefined ? 0 : (this.#before[low - 1] as number) + Math.min(at, stretch.until) - stretch.from;
  }
}

/** All stretches: hours that never end are returned a few days at a time. */
function* between(from: number, until: number, zone: string, hoursOf: HoursOf): Generator<Stretch> {
  let at = from;
  while (at < until) {
    const days = Math.ceil((until - at) / DAY_MS) + 1;
    let last: Stretch | null = null;
    for (const stretch of stretchesFrom(at, zone, hoursOf, days)) {
      if (stretch.from >= until) return;
      last = { from: Math.max(at, stretch.from), until: Math.min(until, stretch.until) };
      yield last;
    }
    if (last === null) return;
    at = last.until;
  }
}
