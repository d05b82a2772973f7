import type { LineSettings } from './contract.ts';

const WINDOWS_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
type Cap = keyof typeof WINDOWS_MS;

/** How many parts a line handed over recently, which is what its caps are counted against. */
export class Volume {
  /** The times in order; only those of the last day matter. */
  readonly #times: number[];

  /** @param times when parts were handed over in the last day, in order */
  constructor(times: readonly number[]) {
    this.#times = [...times];
  }

  note(at: number): void {
    this.#times.push(at);
    const gone = this.#firstSince(at - WINDOWS_MS.day);
    // Old times are removed in bulk, so that a part does not cost a shift of a whole day's list.
    if (gone > 1_000) this.#times.splice(0, gone);
  }

  counts(now: number): Readonly<Record<Cap, number>> {
    const since = (cap: Cap): number => this.#times.length - this.#firstSince(now - WINDOWS_MS[cap]);
    return { minute: since('minute'), hour: since('hour'), day: since('day') };
  }

  /** Returns null if this many more parts may go now; otherwise the cap that holds them, and until when. */
  heldBy(parts: number, caps: LineSettings['caps'], now: number): { cap: Cap; untilMs: number } | null {
    let held: { cap: Cap; untilMs: number } | null = null;
    for (const cap of ['minute', 'hour', 'day'] as const) {
      const from = this.#firstSince(now - WINDOWS_MS[cap]);
      const used = this.#times.length - from;
      // A message with more parts than the cap would wait forever, so it goes once nothing else was sent.
      const mayRemain = Math.max(0, caps[cap] - parts);
      if (used <= mayRemain) continue;
      const untilMs = (this.#times[from + used - mayRemain - 1] as number) + WINDOWS_MS[cap] + 1;
      if (held === null || untilMs > held.untilMs) held = { cap, untilMs };
    }
    return held;
  }

  /** The index of the first time at or after an instant. */
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
