import { setImmediate as setImmediateCall } from 'node:timers';
import { setImmediate } from 'node:timers/promises';
import type { Service } from './service.ts';

/**
 * What is done in one turn of the loop takes no longer, in milliseconds; then whoever else waits has a turn. What a slice does at its end
 * - wait for the disk, bring back memory - may take twice as long again before anybody notices.
 */
const SLICE_MS = 15;

/** A unit of work: all or nothing. */
interface Units {
  unit<T>(work: () => T, isDryRun?: boolean): T;
}

/** The loop's turn: one long thing after another shares it, and so do two at the same time. */
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

/** Does what is long in slices, so that a text that comes in and a click do not wait for all of it. */
export class Slices implements Service {
  readonly #context: Units;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #turn = new Turn();
  #isStopped = false;

  constructor(context: Units) {
    this.#context = context;
  }

  /** What is under way ends with the slice it is at. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.allSettled(this.#underWay);
  }

  /**
   * Writes down one after the other. Each slice is one transaction and is told as one; where the program ends in between, the answer
   * is shorter than what was asked for, and what is missing was not done.
   * @param isDryRun nothing of it stays, and nothing is told; no slice sees what the ones before it would have written
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

  /** The same for what writes nothing: it always comes to its end. */
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
