import { QUARTER_MS } from '../reports/repository.ts';
import type { DeskContext } from '../../core/context.ts';

/** If nothing was written down for this long, the computer slept or its clock was set. */
const ASLEEP_AFTER_MS = 2 * QUARTER_MS;

/** Writes down how long a line was watched, and how much of that time it was ready. */
export class UptimeMeter {
  readonly #context: DeskContext;
  #noted: number;
  #wasReady = false;

  constructor(context: DeskContext) {
    this.#context = context;
    this.#noted = context.clock.now();
  }

  /** When the uptime is written down next, so that a crash loses little of it. */
  get dueAt(): number {
    return (Math.floor(this.#noted / QUARTER_MS) + 1) * QUARTER_MS;
  }

  /** @param isReady whether the line is ready from now on */
  changed(lineId: number, isReady: boolean): void {
    if (isReady !== this.#wasReady) this.note(lineId, isReady);
  }

  /** @param isReady whether the line is ready from now on */
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
