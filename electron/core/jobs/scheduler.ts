import { DAY, MINUTE } from '../../shared/durations.ts';
import { z, type ZodType } from 'zod';
import type { JobRow } from './repository.ts';
import type { DeskContext } from '../context.ts';

/** The job is done, or there was nothing left to do for a reason, or it is to be tried again at an instant. */
export type JobOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'again'; readonly at: number };

/** One kind of job, with the payload that is stored for it. A stored payload of an unknown form is never taken for it. */
export interface JobKind<P> {
  readonly name: string;
  readonly payload: ZodType<P>;
}

/** A kind of job that stores nothing but what it is about. */
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

/** @returns null if the payload does not have the form of its kind */
export function payloadOf<P>(kind: JobKind<P>, { payload }: Pick<JobRow, 'payload'>): P | null {
  try {
    return kind.payload.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}

export interface JobHandler<P> {
  /**
   * Does the job inside a unit of work, so that what it writes and the note that it has run are kept together. If it throws, what
   * it wrote is undone and it is tried again later.
   * @param lateMs how long ago the job was due; each kind has its own rule for what is too late
   */
  run(job: Job<P>, lateMs: number): JobOutcome;
}

type Run = (job: JobRow, lateMs: number) => JobOutcome;

/** These run in one unit of work, so that they wait for the disk only once. */
const AT_ONCE = 100;
/** A job that fails is tried again after one minute, then two, four, and so on. */
const FIRST_AGAIN_MS = MINUTE;
const MOST_ATTEMPTS = 6;
/** For this long the desk remembers that a job has run, so that its key is not armed a second time. */
const KEPT_MS = 180 * DAY;
/** Clocks are corrected by seconds all the time. */
const SET_BACK_MS = MINUTE;

export const DONE: JobOutcome = { kind: 'done' };
export const dropped = (reason: string): JobOutcome => ({ kind: 'dropped', reason });

/**
 * Runs each job once when it is due. A key stands for one job even after it has run; what a job writes and the note that it has
 * run are one transaction; and a job that crashes the program is not tried forever. The desk's only alarm rings for the earliest
 * job.
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

  /** Called before anything runs: jobs that a crash interrupted wait again. */
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

  /**
   * Called inside the unit of work of what the job belongs to. A waiting job with that key is moved. One that has already run
   * stays as it is, and the answer is false.
   */
  arm<P>({ name: kind }: JobKind<P>, key: string, dueAt: number, about: number | null, payload: P): boolean {
    const isArmed = this.#context.store.jobs.arm({ kind, key, about, due_at: dueAt, payload: JSON.stringify(payload) });
    this.#context.wake();
    return isArmed;
  }

  /** Cancels all waiting jobs that are about one thing. */
  cancelAbout({ name }: Pick<JobKind<unknown>, 'name'>, about: number): void {
    this.#context.store.jobs.removeAbout(name, about);
  }

  /** Runs all jobs that are due now. */
  onDue(): void {
    const { store, clock } = this.#context;
    // Jobs that were dropped as too late while the clock was ahead were not too late.
    store.jobs.reviveAfter(clock.now() + SET_BACK_MS);
    // A job that is armed for now while others run waits for the next ring: two jobs that arm each other must not hold up all
    // others.
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
    // A job that ran before this one may have cancelled it.
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
          // The new time must be later than now, or this round would never end.
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
