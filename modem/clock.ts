/** Time as the modem's code sees it, so that tests can control it. */
export interface Clock {
  /** UTC epoch milliseconds. */
  now(): number;
  /** Calls back once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, callback: () => void): () => void;
  /**
   * Code that waits for an instant checks the time again after this many milliseconds, because a timer stands still while the
   * computer sleeps and does not notice when the clock is set. Undefined: timers can be trusted.
   */
  readonly longestWaitMs?: number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  longestWaitMs: 30_000,
};
