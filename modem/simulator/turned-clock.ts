import type { Clock } from '../clock.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
  isCancelled: boolean;
}

/** So often in a row at one instant nothing rings that does something. */
const TOO_OFTEN = 20_000;

/** A clock whose hands are turned by whoever made it. Between timers all promises that can settle do. */
export class TurnedClock implements Clock {
  #now: number;
  #order = 0;
  #pending = 0;
  readonly #timers = new TimerQueue();

  /** @param startUtcMs epoch milliseconds */
  constructor(startUtcMs: number) {
    this.#now = startUtcMs;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, callback: () => void): () => void {
    // A clock shows whole milliseconds.
    const timer: Timer = { at: this.#now + Math.ceil(delayMs), order: this.#order++, callback, isCancelled: false };
    this.#timers.push(timer);
    this.#pending += 1;
    return () => this.#end(timer);
  }

  get pendingTimers(): number {
    return this.#pending;
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
      const next = this.#timers.first;
      if (next === undefined || (next.at > target && !next.isCancelled)) break;
      this.#timers.shift();
      if (next.isCancelled) continue;
      this.#end(next);
      rung = next.at <= this.#now ? rung + 1 : 0;
      if (rung > TOO_OFTEN) throw new Error(`A timer rings for ever, and no time passes: ${String(next.callback)}`);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settle();
    }
    this.#now = target;
  }

  /** It has rung, or is taken back. Its place in the queue is given up when it comes to the front. */
  #end(timer: Timer): void {
    if (timer.isCancelled) return;
    timer.isCancelled = true;
    this.#pending -= 1;
  }
}

/** A binary heap: the timer that rings next stands first. */
class TimerQueue {
  readonly #timers: Timer[] = [];

  get first(): Timer | undefined {
    return this.#timers[0];
  }

  push(timer: Timer): void {
    const timers = this.#timers;
    let at = timers.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(timers[parent] as Timer, timer)) break;
      timers[at] = timers[parent] as Timer;
      at = parent;
    }
    timers[at] = timer;
  }

  shift(): void {
    const timers = this.#timers;
    const last = timers.pop();
    if (last === undefined || timers.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= timers.length) break;
      if (child + 1 < timers.length && isBefore(timers[child + 1] as Timer, timers[child] as Timer)) child += 1;
      if (isBefore(last, timers[child] as Timer)) break;
      timers[at] = timers[child] as Timer;
      at = child;
    }
    timers[at] = last;
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** What never ends is given up after so many turns of the event loop. */
const MOST_TURNS = 60;
/** What Node lists while something is still to be done in this process: callbacks of this turn, files, hashes. Not sockets and timers. */
const UNDER_WAY = /^(?:Immediate|FSReq.*|.*Request|.*REQUEST)$/;

/** Lets everything run that needs no time: turns the event loop until nothing waits for its next turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!process.getActiveResourcesInfo().some((name) => UNDER_WAY.test(name))) return;
  }
}
