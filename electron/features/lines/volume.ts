import type { LineSettings } from './contract.ts';

const WINDOWS_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
type Cap = keyof typeof WINDOWS_MS;

/** How many parts a line handed over of late: what its caps are counted against. */
export class Volume {
  /** In order; only the last day's. */
  readonly #times: number[];

  /** @param times when parts were handed over in the last day, in order */
  constructor(times: readonly number[]) {
    this.#times = [...times];
  }

  note(at: number): void {
    this.#times.push(at);
    const gone = this.#firstSince(at - WINDOWS_MS.day);
    // Taken off in bulk: a part must not cost a shift of a day's list.
    if (gone > 1_000) this.#times.splice(0, gone);
  }

  counts(now: number): Readonly<Record<Cap, number>> {
    const since = (cap: Cap): number => this.#times.length - this.#firstSince(now - WINDOWS_MS[cap]);
    return { minute: since('minute'), hour: since('hour'), day: since('day') };
  }

  /** Null: so many more parts may go now. Otherwise which cap holds them, and until when. */
  heldBy(parts: number, caps: LineSettings['caps'], now: number): { cap: Cap; untilMs: number } | null {
    let held: { cap: Cap; untilMs: number } | null = null;
    for (const cap of ['minute', 'hour', 'day'] as const) {
      const from = this.#firstSince(now - WINDOWS_MS[cap]);
      const used = this.#times.length - from;
      // A text of more parts than the cap would wait for ever: it goes when nothing else did.
      const mayRemain = Math.max(0, caps[cap] - parts);
      if (used <= mayRemain) continue;
      const untilMs = (this.#times[from + used - mayRemain - 1] as number) + WINDOWS_MS[cap] + 1;
      if (held === null || untilMs > held.untilMs) held = { cap, untilMs };
    }
    return held;
  }

  /** The index of the first at or after an instant. */
  #firstSince(instant: number): number {
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] as number) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
