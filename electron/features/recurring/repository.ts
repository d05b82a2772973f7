import { Repository } from '../../core/db/repository.ts';

export interface RecurringRow {
  readonly id: number;
  /** E.164. */
  readonly number: string;
  readonly text: string;
  /** JSON. */
  readonly rule: string;
  /** Null while it goes on. */
  readonly ended: 'stopped' | 'opted-out' | 'over' | null;
  readonly author: string | null;
  readonly created_at: number;
  /** When the text was last written. */
  readonly last_at: number | null;
}

const COLUMNS = 'id, number, text, rule, ended, author, created_at, last_at';

/** Texts that are sent again and again. */
export class RecurringRepository extends Repository {
  readonly #byId = this.prepare<[number], RecurringRow>(`SELECT ${COLUMNS} FROM recurring_texts WHERE id = ?`);
  readonly #shown = this.prepare<[number, number], RecurringRow>(
    `SELECT ${COLUMNS} FROM recurring_texts WHERE ended IS NULL OR coalesce(last_at, created_at) > ? ORDER BY ended IS NOT NULL, id LIMIT ?`,
  );
  readonly #ofNumber = this.prepare<[string], RecurringRow>(
    `SELECT ${COLUMNS} FROM recurring_texts WHERE number = ? ORDER BY id`,
  );
  readonly #on = this.prepare<[], RecurringRow>(
    `SELECT ${COLUMNS} FROM recurring_texts WHERE ended IS NULL ORDER BY id`,
  );
  readonly #insert = this.prepare<[Omit<RecurringRow, 'id' | 'ended' | 'last_at'>]>(
    `INSERT INTO recurring_texts (number, text, rule, author, created_at) VALUES (@number, @text, @rule, @author, @created_at)`,
  );
  readonly #rewrite = this.prepare<[string, string, number]>(
    `UPDATE recurring_texts SET text = ?, rule = ?, ended = CASE ended WHEN 'stopped' THEN 'stopped' ELSE NULL END WHERE id = ?`,
  );
  readonly #setEnded = this.prepare<[RecurringRow['ended'], number]>(
    'UPDATE recurring_texts SET ended = ? WHERE id = ?',
  );
  readonly #endOf = this.prepare<[string]>(
    `UPDATE recurring_texts SET ended = 'opted-out' WHERE number = ? AND ended IS NULL`,
  );
  readonly #wrote = this.prepare<[number, number]>('UPDATE recurring_texts SET last_at = ? WHERE id = ?');

  byId(id: number): RecurringRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** Those that go on, then those that ended after an instant. */
  shown(endedAfter: number, limit: number): readonly RecurringRow[] {
    return this.#shown.all(endedAfter, limit);
  }

  ofNumber(number: string): readonly RecurringRow[] {
    return this.#ofNumber.all(number);
  }

  on(): readonly RecurringRow[] {
    return this.#on.all();
  }

  insert(row: Omit<RecurringRow, 'id' | 'ended' | 'last_at'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  /** A rule that had run out goes on; a text that was stopped stays stopped. */
  rewrite(id: number, text: string, rule: string): void {
    this.#rewrite.run(text, rule, id);
  }

  setEnded(id: number, ended: RecurringRow['ended']): void {
    this.#setEnded.run(ended, id);
  }

  /** The customer has opted out of texts. */
  endOf(number: string): void {
    this.#endOf.run(number);
  }

  wrote(id: number, at: number): void {
    this.#wrote.run(at, id);
  }
}
