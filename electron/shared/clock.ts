/** Time as the desk sees it, so that tests can turn the hands. The modem's clock has the same shape. */
export interface Clock {
  /** UTC epoch milliseconds. */
  now(): number;
  /** Calls back once after `delayMs`; the returned function takes that back. */
  after(delayMs: number, callback: () => void): () => void;
  /**
   * Whoever waits for an instant looks at the time again after this long, for a timer stands still while the computer sleeps and
   * knows nothing of a clock that is set. Undefined: timers can be trusted.
   */
  readonly longestWaitMs?: number;
}
