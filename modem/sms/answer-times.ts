/** This many of the last answers tell how long a line takes. */
const KEPT = 200;
/** The network itself gives up after 28 to 42 s ([L8]). */
const SHORTEST_LIMIT_MS = 45_000;
const TIMES_THE_SLOWEST = 4;
/** Answers after 135 s have been seen; waiting longer is useless. */
const LONGEST_LIMIT_MS = 150_000;

/** How long a line's answers to a submitted segment take, and how long it is worth waiting for one ([S11]). */
export class AnswerTimes {
  readonly #times: number[] = [];

  note(tookMs: number): void {
    this.#times.push(tookMs);
    if (this.#times.length > KEPT) this.#times.shift();
  }

  /** Four times the time that 99 of 100 answers stay under, in milliseconds. */
  get limitMs(): number {
    const sorted = this.#times.toSorted((a, b) => a - b);
    const slowest = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
    return Math.min(LONGEST_LIMIT_MS, Math.max(SHORTEST_LIMIT_MS, slowest * TIMES_THE_SLOWEST));
  }
}
