import { Repository } from '../../core/db/repository.ts';

export interface TaskRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly text: string;
  readonly due_at: number | null;
  readonly author: string | null;
  readonly created_at: number;
  readonly done_at: number | null;
}

const COLUMNS = 'id, conversation_id, text, due_at, author, created_at, done_at';

/** What somebody means to do for a customer, and until when. */
export class TasksRepository extends Repository {
  readonly #byId = this.prepare<[number], TaskRow>(`SELECT ${COLUMNS} FROM tasks WHERE id = ?`);
  readonly #open = this.prepare<[number], TaskRow>(
    `SELECT ${COLUMNS} FROM tasks WHERE done_at IS NULL ORDER BY due_at IS NULL, due_at, id LIMIT ?`,
  );
  readonly #ofConversation = this.prepare<[number], TaskRow>(
    `SELECT ${COLUMNS} FROM tasks WHERE conversation_id = ? AND done_at IS NULL ORDER BY due_at IS NULL, due_at, id`,
  );
  readonly #insert = this.prepare<[Omit<TaskRow, 'id' | 'done_at'>]>(
    // Due already, as one that was removed by mistake: nobody needs to be told.
    `INSERT INTO tasks (conversation_id, text, due_at, author, created_at, told)
     VALUES (@conversation_id, @text, @due_at, @author, @created_at, coalesce(@due_at <= @created_at, 0))`,
  );
  readonly #update = this.prepare<[{ id: number; text: string; dueAt: number | null }]>(
    'UPDATE tasks SET told = CASE WHEN due_at IS @dueAt THEN told ELSE 0 END, text = @text, due_at = @dueAt WHERE id = @id',
  );
  readonly #setDone = this.prepare<[number | null, number]>('UPDATE tasks SET done_at = ? WHERE id = ?');
  readonly #remove = this.prepare<[number]>('DELETE FROM tasks WHERE id = ?');
  readonly #tell = this.prepare<[number], { id: number; conversation_id: number }>(
    `UPDATE tasks SET told = 1 WHERE done_at IS NULL AND told = 0 AND due_at IS NOT NULL AND due_at <= ?
     RETURNING id, conversation_id`,
  );
  readonly #dueAt = this.prepare<[], { at: number | null }>(
    'SELECT min(due_at) AS at FROM tasks WHERE done_at IS NULL AND told = 0 AND due_at IS NOT NULL',
  );
  readonly #counts = this.prepare<[number], { open: number; due: number }>(
    'SELECT count(*) AS open, count(*) FILTER (WHERE due_at <= ?) AS due FROM tasks WHERE done_at IS NULL',
  );

  byId(id: number): TaskRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** The first due on top, those without a time below. */
  open(limit: number): readonly TaskRow[] {
    return this.#open.all(limit);
  }

  ofConversation(id: number): readonly TaskRow[] {
    return this.#ofConversation.all(id);
  }

  insert(task: Omit<TaskRow, 'id' | 'done_at'>): number {
    return Number(this.#insert.run(task).lastInsertRowid);
  }

  update(id: number, text: string, dueAtMs: number | null): void {
    this.#update.run({ id, text, dueAt: dueAtMs });
  }

  setDone(id: number, at: number | null): void {
    this.#setDone.run(at, id);
  }

  remove(id: number): void {
    this.#remove.run(id);
  }

  /** Marks those that are due now as told, once, and returns them. */
  tellDue(now: number): readonly { id: number; conversation_id: number }[] {
    return this.#tell.all(now);
  }

  /** When the next untold one is due. */
  dueAt(): number | null {
    return this.#dueAt.get()?.at ?? null;
  }

  counts(now: number): { open: number; due: number } {
    return this.#counts.get(now) ?? { open: 0, due: 0 };
  }
}
