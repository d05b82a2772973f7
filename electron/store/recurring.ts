import type { StatementSource } from './statements.ts';

export interface RecurringRow {
  readonly id: number;
  /** E.164. */
  readonly number: string;
  readonly text: string;
  /** JSON. */
  readonly rule: string;
  /** Null: it goes on. */
  readonly ended: 'stopped' | 'opted-out' | 'over' | null;
  readonly author: string | null;
  readonly created_at: number;
  /** When it was written last. */
  readonly last_at: number | null;
}

/** Texts that are sent again and again. */
export function recurringRepository(database: StatementSource) {
  const columns = 'id, number, text, rule, ended, author, created_at, last_at';
  const byId = database.prepare<[number], RecurringRow>(`SELECT ${columns} FROM recurring_texts WHERE id = ?`);
  const shown = database.prepare<[number, number], RecurringRow>(
    `SELECT ${columns} FROM recurring_texts WHERE ended IS NULL OR coalesce(last_at, created_at) > ? ORDER BY ended IS NOT NULL, id LIMIT ?`,
  );
  const ofNumber = database.prepare<[string], RecurringRow>(
    `SELECT ${columns} FROM recurring_texts WHERE number = ? ORDER BY id`,
  );
  const on = database.prepare<[], RecurringRow>(
    `SELECT ${columns} FROM recurring_texts WHERE ended IS NULL ORDER BY id`,
  );
  const insert = database.prepare<[Omit<RecurringRow, 'id' | 'ended' | 'last_at'>]>(
    `INSERT INTO recurring_texts (number, text, rule, author, created_at) VALUES (@number, @text, @rule, @author, @created_at)`,
  );
  const rewrite = database.prepare<[string, string, number]>(
    `UPDATE recurring_texts SET text = ?, rule = ?, ended = CASE ended WHEN 'stopped' THEN 'stopped' ELSE NULL END WHERE id = ?`,
  );
  const setEnded = database.prepare<[RecurringRow['ended'], number]>(
    'UPDATE recurring_texts SET ended = ? WHERE id = ?',
  );
  const endOf = database.prepare<[string]>(
    `UPDATE recurring_texts SET ended = 'opted-out' WHERE number = ? AND ended IS NULL`,
  );
  const wrote = database.prepare<[number, number]>('UPDATE recurring_texts SET last_at = ? WHERE id = ?');
  return {
    byId: (id: number): RecurringRow | null => byId.get(id) ?? null,
    /** Those that go on, then those that ended after an instant. */
    shown: (endedAfter: number, limit: number): readonly RecurringRow[] => shown.all(endedAfter, limit),
    ofNumber: (number: string): readonly RecurringRow[] => ofNumber.all(number),
    on: (): readonly RecurringRow[] => on.all(),
    insert: (row: Omit<RecurringRow, 'id' | 'ended' | 'last_at'>): number => Number(insert.run(row).lastInsertRowid),
    /** Over, it goes on; stopped, it stays so. */
    rewrite: (id: number, text: string, rule: string): void => void rewrite.run(text, rule, id),
    setEnded: (id: number, ended: RecurringRow['ended']): void => void setEnded.run(ended, id),
    /** A customer wants no texts. */
    endOf: (number: string): void => void endOf.run(number),
    wrote: (id: number, at: number): void => void wrote.run(at, id),
  };
}
