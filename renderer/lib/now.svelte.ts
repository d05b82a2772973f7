/** The present, for what is shown relative to it. Ticks only as finely as somebody looks. */
class Now {
  /** UTC epoch milliseconds, about right to the half minute. */
  coarse = $state(Date.now());
  /** Right to the second while a countdown is on the screen. */
  fine = $state(Date.now());
  #countdowns = 0;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor() {
    setInterval(() => {
      this.coarse = Date.now();
    }, 15_000);
  }

  /** Ticks every quarter second until the returned function is called. */
  countDown(): () => void {
    this.#countdowns += 1;
    this.fine = Date.now();
    this.#timer ??= setInterval(() => {
      this.fine = Date.now();
    }, 250);
    return () => {
      this.#countdowns -= 1;
      if (this.#countdowns > 0 || this.#timer === null) return;
      clearInterval(this.#timer);
      this.#timer = null;
    };
  }
}

export const now = new Now();
