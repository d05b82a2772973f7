import { QUARTER_MS } from '../reports/repository.ts';
import type { DeskContext } from '../../core/context.ts';

/** Nothing was written down for so long: the computer slept, or its clock was set. */
const ASLEEP_AFTER_MS = 2 * QUARTER_MS;

/** Writes down how long a line was looked after, and how long of that it was ready. */
export class UptimeMeter {
  readonly #context: DeskContext;
  #noted: number;
  #wasReady = false;

  constructor(context: DeskContext) {
    this.#context = context;
    this.#noted = context.clock.now();
  }

  /** When it is written down next, so that a crash takes little with it. */
  get dueAt(): number {
    return (Math.floor(this.#noted / QUARTER_MS) + 1) * QUARTER_MS;
  }

  /** @param isReady from now on */
  changed(lineId: number, isReady: boolean): void {
    if (isReady !== this.#wasReady) this.note(lineId, isReady);
  }

  /** @param isReady from now on */
  note(lineId: number, isReady: boolean): void {
    const { store, clock } = this.#context;
    const [from, until, wasReady] = [this.#noted, clock.now(), this.#wasReady];
    this.#noted = until;
    this.#wasReady = isReady;
    if (until <= from || until - from > ASLEEP_AFTER_MS) return;
    for (let at = from; at < until;) {
      const quarter = Math.floor(at / QUARTER_MS);
      const end = Math.min(until, (quarter + 1) * QUARTER_MS);
      store.reports.addUptime(lineId, quarter, end - at, wasReady ? end - at : 0);
      at = end;
    }
  }
}
