import type { PaymentState } from '../shared/payment-words.ts';
import type { StatementSource } from './statements.ts';

export interface PaymentRow {
  readonly id: number;
  readonly reference: string;
  readonly number: string | null;
  /** As it is written, with a point. */
  readonly amount: string;
  readonly currency: string;
  readonly reason: string;
  readonly state: PaymentState;
  readonly message_id: number | null;
  readonly author: string | null;
  readonly created_at: number;
  readonly over_at: number | null;
  readonly thanked: 0 | 1;
}

/** What customers were asked to pay. */
export function paymentsRepository(database: StatementSource) {
  const columns =
    'id, reference, number, amount, currency, reason, state, message_id, author, created_at, over_at, thanked';
  const insert = database.prepare<[Omit<PaymentRow, 'id' | 'state' | 'over_at' | 'thanked'>]>(
    `INSERT INTO payments (reference, number, amount, currency, reason, message_id, author, created_at)
     VALUES (@reference, @number, @amount, @currency, @reason, @message_id, @author, @created_at)`,
  );
  const byReference = database.prepare<[string], PaymentRow>(`SELECT ${columns} FROM payments WHERE reference = ?`);
  const setState = database.prepare<[PaymentState, number | null, number]>(
    'UPDATE payments SET state = ?, over_at = ? WHERE id = ?',
  );
  const setThanked = database.prepare<[0 | 1, number]>('UPDATE payments SET thanked = ? WHERE id = ?');
  const byMessage = database.prepare<[number], PaymentRow>(`SELECT ${columns} FROM payments WHERE message_id = ?`);
  const ofNumbers = database.prepare<[string, number], PaymentRow>(
    `SELECT ${columns} FROM payments WHERE number IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?`,
  );
  const page = database.prepare<[{ state: PaymentState | null; before: number; limit: number }], PaymentRow>(
    `SELECT ${columns} FROM payments WHERE id < @before AND (@state IS NULL OR state = @state) ORDER BY id DESC LIMIT @limit`,
  );
  return {
    insert: (row: Omit<PaymentRow, 'id' | 'state' | 'over_at' | 'thanked'>): number =>
      Number(insert.run(row).lastInsertRowid),
    byReference: (reference: string): PaymentRow | null => byReference.get(reference) ?? null,
    /** @param overAt when it was paid or taken back; null: it is open */
    setState: (id: number, state: PaymentState, overAt: number | null): void => void setState.run(state, overAt, id),
    setThanked: (id: number, thanked: boolean): void => void setThanked.run(thanked ? 1 : 0, id),
    byMessage: (message: number): PaymentRow | null => byMessage.get(message) ?? null,
    /** The newest first. */
    ofNumbers: (numbers: readonly string[], limit: number): readonly PaymentRow[] =>
      ofNumbers.all(JSON.stringify(numbers), limit),
    /** The newest first. @param state null: all */
    page: (state: PaymentState | null, before: number, limit: number): readonly PaymentRow[] =>
      page.all({ state, before, limit }),
  };
}
