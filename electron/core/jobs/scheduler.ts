import { DAY, MINUTE } from '../../shared/durations.ts';
import { z, type ZodType } from 'zod';
import type { JobRow } from './repository.ts';
import type { DeskContext } from '../context.ts';

/** Done, or nothing any more for a reason, or to be tried again at an instant. */
export type JobOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'again'; readonly at: number };

/** What there is to do, and what is written down with it: nothing of which nobody knows the form is ever taken for it. */
export interface JobKind<P> {
  readonly name: string;
  readonly payload: ZodType<P>;
}

/** One without anything to be written down but what it is about. */
export function jobKind(name: string): JobKind<Nothing>;
export function jobKind<P>(name: string, payload: ZodType<P>): JobKind<P>;
export function jobKind<P>(name: string, payload: ZodType<P> | ZodType<Nothing> = nothing): JobKind<P | Nothing> {
  return { name, payload: payload as ZodType<P | Nothing> };
}

type Nothing = Readonly<Record<string, never>>;
const nothing = z.object({}) as unknown as ZodType<Nothing>;

export interface Job<P> extends Omit<JobRow, 'payload'> {
  readonly payload: P;
}

/** @returns null: it is not of the form of its kind */
export function payloadOf<P>(kind: JobKind<P>, { payload }: Pick<JobRow, 'payload'>): P | null {
  try {
    return kind.payload.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}

export interface JobHandler<P> {
  /**
   * Does it, inside a unit of work: what it writes and that it has run are one. A throw undoes what it wrote, and it is tried again
   * later.
   * @param lateMs how long ago it was due; each kind has its own rule for what is too late
   */
  run(job: Job<P>, lateMs: number): JobOutcome;
}

type Run = (job: JobRow, lateMs: number) => JobOutcome;

/** In one unit of work: one wait for the disk. */
const AT_ONCE = 100;
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
  readonly #kinds = new Map<string, Run>();

  constructor(context: DeskContext) {
    this.#context = context;
  }

  add<P>(kind: JobKind<P>, handler: JobHandler<P>): void {
    this.#kinds.set(kind.name, (job, lateMs) => {
      const payload = payloadOf(kind, job);
      if (payload !== null) return handler.run({ ...job, payload }, lateMs);
      this.#context.logger.error({ kind: kind.name, job: job.id }, 'a job says something nobody understands');
      return dropped('bad-payload');
    });
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
  arm<P>({ name: kind }: JobKind<P>, key: string, dueAt: number, about: number | null, payload: P): boolean {
    const isArmed = this.#context.store.jobs.arm({ kind, key, about, due_at: dueAt, payload: JSON.stringify(payload) });
    this.#context.wake();
    return isArmed;
  }

  /** All that waits about one thing is taken back. */
  cancelAbout({ name }: Pick<JobKind<unknown>, 'name'>, about: number): void {
    this.#context.store.jobs.removeAbout(name, about);
  }

  /** Runs all that is due now. */
  onDue(): void {
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
    const run = this.#kinds.get(job.kind);
    if (run === undefined) {
      this.#drop(job, 'unknown-kind', now);
      return;
    }
    try {
      this.#context.unit(() => {
        const outcome = run(job, now - job.due_at);
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
