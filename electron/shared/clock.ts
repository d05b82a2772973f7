/** Time as the desk sees it, so that tests can set it. The modem's clock has the same shape. */
export interface Clock {
  /** UTC epoch milliseconds. */
  now(): number;
  /** Calls back once after `delayMs`; the returned function cancels that. */
  after(delayMs: number, callback: () => void): () => void;
  /**
   * Whoever waits for an instant checks the time again after at most this long, because a timer stands still while the computer
   * sleeps and does not notice a clock that is set. Undefined means that timers can be trusted.
   */
  readonly longestWaitMs?: number;
}
