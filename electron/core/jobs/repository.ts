import { Repository } from '../db/repository.ts';

export interface JobRow {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  /** The row number of what the job is about, in the table its kind refers to; null means nothing in particular. */
  readonly about: number | null;
  /** JSON. */
  readonly payload: string;
  readonly due_at: number;
  /** How often the job was begun, this time included. */
  readonly attempts: number;
}

export type NewJob = Omit<JobRow, 'id' | 'attempts'>;

const COLUMNS = 'id, kind, key, about, payload, due_at, attempts';

/** Keeps jobs: what is to be done at a certain time. */
export class JobsRepository extends Repository {
  readonly #insert = this.prepare<[NewJob]>(
    `INSERT INTO jobs (kind, key, about, payload, due_at) VALUES (@kind, @key, @about, @payload, @due_at)
     ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, payload = excluded.payload WHERE jobs.state = 'waiting'`,
  );
  readonly #removeAbout = this.prepare<[string, number]>(
    `DELETE FROM jobs WHERE kind = ? AND about = ? AND state = 'waiting'`,
  );
  readonly #about = this.prepare<[string, number], JobRow>(
    `SELECT ${COLUMNS} FROM jobs WHERE kind = ? AND about = ? AND state = 'waiting' ORDER BY due_at, id`,
  );
  readonly #between = this.prepare<[{ kind: string; from: number; until: number; limit: number }], JobRow>(
    `SELECT ${COLUMNS} FROM jobs INDEXED BY jobs_due
     WHERE state = 'waiting' AND leased_at IS NULL AND due_at >= @from AND due_at < @until AND kind = @kind
     ORDER BY due_at, id LIMIT @limit`,
  );
  readonly #earliest = this.prepare<[], { at: number | null }>(
    `SELECT min(due_at) AS at FROM jobs WHERE state = 'waiting' AND leased_at IS NULL`,
  );
  readonly #lease = this.prepare<[{ now: number; limit: number }], JobRow>(
    `UPDATE jobs SET leased_at = @now, attempts = attempts + 1 WHERE id IN (
       SELECT id FROM jobs INDEXED BY jobs_due WHERE state = 'waiting' AND leased_at IS NULL AND due_at <= @now
       ORDER BY due_at, id LIMIT @limit) RETURNING ${COLUMNS}`,
  );
  readonly #isWaiting = this.prepare<[number, string], { n: number }>(
    `SELECT 1 AS n FROM jobs WHERE id = ? AND key = ? AND state = 'waiting'`,
  );
  // Matches the key as well: a job that withdrew itself may have left its row to another one.
  readonly #settle = this.prepare<
    [{ id: number; key: string; state: 'done' | 'dropped'; reason: string | null; at: number }]
  >(
    `UPDATE jobs SET state = @state, reason = @reason, settled_at = @at, leased_at = NULL WHERE id = @id AND key = @key`,
  );
  readonly #putOff = this.prepare<[number, number, number, string]>(
    'UPDATE jobs SET due_at = ?, attempts = ?, leased_at = NULL WHERE id = ? AND key = ?',
  );
  readonly #giveBack = this.prepare<[]>('UPDATE jobs SET leased_at = NULL WHERE leased_at IS NOT NULL');
  readonly #revive = this.prepare<[number]>(
    `UPDATE jobs SET state = 'waiting', reason = NULL, settled_at = NULL, attempts = 0
     WHERE settled_at > ? AND state = 'dropped'`,
  );
  readonly #prune = this.prepare<[number]>('DELETE FROM jobs WHERE settled_at < ?');

  /** A waiting job with that key is moved. One that has already run stays as it is, and the answer is false. */
  arm(job: NewJob): boolean {
    return this.#insert.run(job).changes > 0;
  }

  removeAbout(kind: string, row: number): void {
    this.#removeAbout.run(kind, row);
  }

  /** The jobs that wait, the earliest first. */
  about(kind: string, row: number): readonly JobRow[] {
    return this.#about.all(kind, row);
  }

  /** The jobs of a kind that are due within a stretch of time, the earliest first. */
  dueBetween(kind: string, from: number, until: number, limit: number): readonly JobRow[] {
    return this.#between.all({ kind, from, until, limit });
  }

  dueAt(): number | null {
    return this.#earliest.get()?.at ?? null;
  }

  /** Takes the jobs that are due, the longest overdue first. Nobody else runs them until they are settled or given back. */
  lease(now: number, limit: number): readonly JobRow[] {
    return this.#lease.all({ now, limit }).toSorted((a, b) => a.due_at - b.due_at || a.id - b.id);
  }

  /** False if the job was withdrawn or has run. */
  isWaiting({ id, key }: JobRow): boolean {
    return this.#isWaiting.get(id, key) !== undefined;
  }

  settle({ id, key }: JobRow, state: 'done' | 'dropped', reason: string | null, at: number): void {
    this.#settle.run({ id, key, state, reason, at });
  }

  /** @param attempts how often the job has failed so far */
  putOff({ id, key }: JobRow, dueAt: number, attempts: number): void {
    this.#putOff.run(dueAt, attempts, id, key);
  }

  /** Jobs that were running when the program stopped wait again. */
  giveBack(): void {
    this.#giveBack.run();
  }

  /** Jobs that were dropped at a time that is still to come wait again: the clock was wrong when they were dropped. */
  reviveAfter(at: number): number {
    return this.#revive.run(at).changes;
  }

  prune(before: number): void {
    this.#prune.run(before);
  }
}
