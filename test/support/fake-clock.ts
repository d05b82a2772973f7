import type { Clock } from '../../modem/clock.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/** So often in a row at one instant nothing rings that does something. */
const TOO_OFTEN = 20_000;

/** A clock whose hands a test turns. Between timers all promises that can settle do. */
export class FakeClock implements Clock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(startUtcMs = Date.UTC(2026, 10, 23, 9, 0, 0)) {
    this.#now = startUtcMs;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer: Timer = { at: this.#now + delayMs, order: this.#order++, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get pendingTimers(): number {
    return this.#timers.size;
  }

  /** The computer sleeps for so long: no timer fires meanwhile. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  /** Turns the hands by `ms`, firing what comes due on the way in order. */
  async advance(ms: number): Promise<void> {
    const target = this.#now + ms;
    await settle();
    let rung = 0;
    for (;;) {
      const due = [...this.#timers]
        .filter(({ at }) => at <= target)
        .toSorted((a, b) => a.at - b.at || a.order - b.order);
      const next = due[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      rung = next.at <= this.#now ? rung + 1 : 0;
      if (rung > TOO_OFTEN) throw new Error(`A timer rings for ever, and no time passes: ${String(next.callback)}`);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settle();
    }
    this.#now = target;
  }
}

/** Lets everything run that needs no time. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 60; i++) await new Promise((resolve) => setImmediate(resolve));
}
