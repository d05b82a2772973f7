import type { StatementSource } from './statements.ts';

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
export function tasksRepository(database: StatementSource) {
  const byId = database.prepare<[number], TaskRow>(`SELECT ${COLUMNS} FROM tasks WHERE id = ?`);
  const open = database.prepare<[number], TaskRow>(
    `SELECT ${COLUMNS} FROM tasks WHERE done_at IS NULL ORDER BY due_at IS NULL, due_at, id LIMIT ?`,
  );
  const ofConversation = database.prepare<[number], TaskRow>(
    `SELECT ${COLUMNS} FROM tasks WHERE conversation_id = ? AND done_at IS NULL ORDER BY due_at IS NULL, due_at, id`,
  );
  const insert = database.prepare<[Omit<TaskRow, 'id' | 'done_at'>]>(
    // Due already, as one that was removed by mistake: nobody needs to be told.
    `INSERT INTO tasks (conversation_id, text, due_at, author, created_at, told)
     VALUES (@conversation_id, @text, @due_at, @author, @created_at, coalesce(@due_at <= @created_at, 0))`,
  );
  const update = database.prepare<[{ id: number; text: string; dueAt: number | null }]>(
    'UPDATE tasks SET told = CASE WHEN due_at IS @dueAt THEN told ELSE 0 END, text = @text, due_at = @dueAt WHERE id = @id',
  );
  const setDone = database.prepare<[number | null, number]>('UPDATE tasks SET done_at = ? WHERE id = ?');
  const remove = database.prepare<[number]>('DELETE FROM tasks WHERE id = ?');
  const tell = database.prepare<[number], { id: number; conversation_id: number }>(
    `UPDATE tasks SET told = 1 WHERE done_at IS NULL AND told = 0 AND due_at IS NOT NULL AND due_at <= ?
     RETURNING id, conversation_id`,
  );
  const dueAt = database.prepare<[], { at: number | null }>(
    'SELECT min(due_at) AS at FROM tasks WHERE done_at IS NULL AND told = 0 AND due_at IS NOT NULL',
  );
  const counts = database.prepare<[number], { open: number; due: number }>(
    'SELECT count(*) AS open, count(*) FILTER (WHERE due_at <= ?) AS due FROM tasks WHERE done_at IS NULL',
  );
  return {
    byId: (id: number): TaskRow | null => byId.get(id) ?? null,
    /** The first due on top, those without a time below. */
    open: (limit: number): readonly TaskRow[] => open.all(limit),
    ofConversation: (id: number): readonly TaskRow[] => ofConversation.all(id),
    insert: (task: Omit<TaskRow, 'id' | 'done_at'>): number => Number(insert.run(task).lastInsertRowid),
    update: (id: number, text: string, dueAtMs: number | null): void => void update.run({ id, text, dueAt: dueAtMs }),
    setDone: (id: number, at: number | null): void => void setDone.run(at, id),
    remove: (id: number): void => void remove.run(id),
    /** Marks those that are due now as told, once, and returns them. */
    tellDue: (now: number): readonly { id: number; conversation_id: number }[] => tell.all(now),
    /** When the next untold one is due. */
    dueAt: (): number | null => dueAt.get()?.at ?? null,
    counts: (now: number): { open: number; due: number } => counts.get(now) ?? { open: 0, due: 0 },
  };
}
