/** Time as the modem's code sees it, so that tests can turn the hands. */
export interface Clock {
  /** UTC epoch milliseconds. */
  now(): number;
  /** Calls back once after `delayMs`; the returned function takes that back. */
  after(delayMs: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
