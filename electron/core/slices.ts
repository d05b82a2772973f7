import { setImmediate as setImmediateCall } from 'node:timers';
import { setImmediate } from 'node:timers/promises';
import type { Service } from './service.ts';

/**
 * The longest that one turn of the event loop may work, in milliseconds, before others that wait get a turn. What a slice does at
 * its end - waiting for the disk, freeing memory - may take twice as long again before anybody notices.
 */
const SLICE_MS = 15;

/** Runs a unit of work: all or nothing. */
interface Units {
  unit<T>(work: () => T, isDryRun?: boolean): T;
}

/** The current turn of the event loop. Long work shares it, whether one piece follows another or two run at the same time. */
class Turn {
  #since: number | null = null;

  get isOver(): boolean {
    const now = performance.now();
    if (this.#since === null) {
      this.#since = now;
      // Whoever waits for the next turn comes after this.
      setImmediateCall(() => (this.#since = null));
    }
    return now - this.#since >= SLICE_MS;
  }
}

/** Does long work in slices, so that an incoming message or a click does not have to wait for all of it. */
export class Slices implements Service {
  readonly #context: Units;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #turn = new Turn();
  #isStopped = false;

  constructor(context: Units) {
    this.#context = context;
  }

  /** Work that is under way ends with its current slice. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.allSettled(this.#underWay);
  }

  /**
   * Writes the items one after the other. Each slice is one transaction and is told as one. If the program ends in between, the
   * answer is shorter than the input, and the missing items were not done.
   * @param isDryRun nothing of it is kept and nothing is told; no slice sees what earlier slices would have written
   */
  write<T, R>(all: readonly T[], work: (each: T) => R, isDryRun = false): Promise<readonly R[]> {
    return this.#known(
      inSlices(all, work, {
        turn: this.#turn,
        take: (slice) => this.#context.unit(slice, isDryRun),
        isStopped: () => this.#isStopped,
      }),
    );
  }

  /** Does the same for work that writes nothing. This always runs to its end. */
  reckon<T, R>(all: readonly T[], work: (each: T) => R): Promise<readonly R[]> {
    return this.#known(
      inSlices(all, work, {
        turn: this.#turn,
        take: (slice) => slice(),
        isStopped: () => false,
      }),
    );
  }

  #known<T>(through: Promise<T>): Promise<T> {
    this.#underWay.add(through);
    return through.finally(() => this.#underWay.delete(through));
  }
}

interface Taking<R> {
  readonly turn: Turn;
  readonly take: (slice: () => R[]) => R[];
  readonly isStopped: () => boolean;
}

async function inSlices<T, R>(
  all: readonly T[],
  work: (each: T) => R,
  { turn, take, isStopped }: Taking<R>,
): Promise<R[]> {
  const done: R[] = [];
  while (done.length < all.length && !isStopped()) {
    if (turn.isOver) await setImmediate();
    const from = done.length;
    const slice = take(() => {
      const made: R[] = [];
      do made.push(work(all[from + made.length] as T));
      while (from + made.length < all.length && !turn.isOver);
      return made;
    });
    done.push(...slice);
  }
  return done;
}
