import type { JobRow } from '../../store/jobs.ts';
import type { DeskContext } from '../context.ts';

/** Done, or nothing any more for a reason, or to be tried again at an instant. */
export type JobOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'again'; readonly at: number };

export interface JobKind {
  /**
   * Does it, inside a unit of work: what it writes and that it has run are one. A throw undoes what it wrote, and it is tried again
   * later.
   * @param lateMs how long ago it was due; each kind has its own rule for what is too late
   */
  run(job: JobRow, lateMs: number): JobOutcome;
}

/** In one unit of work: one wait for the disk. */
const AT_ONCE = 100;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** One that fails is tried again after a minute, two, four ... */
const FIRST_AGAIN_MS = MINUTE;
const MOST_ATTEMPTS = 6;
/** That a job has run is known for so long: its key is not armed a second time. */
const KEPT_MS = 180 * DAY;
/** Clocks are put right by seconds all the time. */
const SET_BACK_MS = MINUTE;

export const DONE: JobOutcome = { kind: 'done' };
export const dropped = (reason: string): JobOutcome => ({ kind: 'dropped', reason });

/**
 * Runs what is due, each job once: a key is one job also after it has run, what it writes and that it has run are one transaction, and
 * one that brings the program down is not tried for ever. The desk's one alarm rings for the earliest.
 */
export class Scheduler {
  readonly #context: DeskContext;
  readonly #kinds = new Map<string, JobKind>();

  constructor(context: DeskContext) {
    this.#context = context;
  }

  add(kind: string, how: JobKind): void {
    this.#kinds.set(kind, how);
  }

  /** Before anything runs: what a crash left begun waits again. */
  recover(): void {
    const { store, clock } = this.#context;
    this.#context.unit(() => {
      store.jobs.giveBack();
      store.jobs.prune(clock.now() - KEPT_MS);
    });
  }

  get dueAt(): number | null {
    return this.#context.store.jobs.dueAt();
  }

  /** Inside the unit of work of what it belongs to. A job of that key that waits is moved; one that has run stays as it is, and false is answered. */
  arm(kind: string, key: string, dueAt: number, about: number | null, payload: unknown): boolean {
    const isArmed = this.#context.store.jobs.arm({ kind, key, about, due_at: dueAt, payload: JSON.stringify(payload) });
    this.#context.wake();
    return isArmed;
  }

  /** All that waits about one thing is taken back. */
  cancelAbout(kind: string, about: number): void {
    this.#context.store.jobs.removeAbout(kind, about);
  }

  /** Runs all that is due now. */
  run(): void {
    const { store, clock } = this.#context;
    // What was dropped as too late while the clock was ahead was not.
    store.jobs.reviveAfter(clock.now() + SET_BACK_MS);
    // What a job arms for now is for the next ring: two that arm each other do not keep everything else waiting.
    const now = clock.now();
    for (;;) {
      const jobs = this.#context.unit(() => store.jobs.lease(now, AT_ONCE));
      this.#context.unit(() => {
        for (const job of jobs) this.#run(job, now);
      });
      if (jobs.length < AT_ONCE) return;
    }
  }

  #run(job: JobRow, now: number): void {
    const { store, logger } = this.#context;
    // One that ran before it may have taken it back.
    if (!store.jobs.isWaiting(job)) return;
    if (job.attempts > MOST_ATTEMPTS) {
      this.#drop(job, 'gave-up', now);
      return;
    }
    const kind = this.#kinds.get(job.kind);
    if (kind === undefined) {
      this.#drop(job, 'unknown-kind', now);
      return;
    }
    try {
      this.#context.unit(() => {
        const outcome = kind.run(job, now - job.due_at);
        if (outcome.kind === 'again') {
          // Later than now: else this round would never end.
          store.jobs.putOff(job, Math.max(outcome.at, now + 1), 0);
        } else store.jobs.settle(job, outcome.kind, outcome.kind === 'dropped' ? outcome.reason : null, now);
      });
    } catch (error) {
      logger.error({ kind: job.kind, job: job.id, error: String(error) }, 'a job failed and is tried again');
      store.jobs.putOff(job, now + FIRST_AGAIN_MS * 2 ** (job.attempts - 1), job.attempts);
    }
  }

  #drop(job: JobRow, reason: string, now: number): void {
    this.#context.logger.error({ kind: job.kind, job: job.id, reason }, 'a job is given up');
    this.#context.store.jobs.settle(job, 'dropped', reason, now);
  }
}
