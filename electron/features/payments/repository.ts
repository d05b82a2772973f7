import type { PaymentState } from '../../shared/payment-words.ts';
import { Repository } from '../../core/db/repository.ts';

export interface PaymentRow {
  readonly id: number;
  readonly reference: string;
  readonly number: string | null;
  /** The amount as written, with a decimal point. */
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

const COLUMNS =
  'id, reference, number, amount, currency, reason, state, message_id, author, created_at, over_at, thanked';

/** The payments that customers were asked for. */
export class PaymentsRepository extends Repository {
  readonly #insert = this.prepare<[Omit<PaymentRow, 'id' | 'state' | 'over_at' | 'thanked'>]>(
    `INSERT INTO payments (reference, number, amount, currency, reason, message_id, author, created_at)
     VALUES (@reference, @number, @amount, @currency, @reason, @message_id, @author, @created_at)`,
  );
  readonly #byReference = this.prepare<[string], PaymentRow>(`SELECT ${COLUMNS} FROM payments WHERE reference = ?`);
  readonly #setState = this.prepare<[PaymentState, number | null, number]>(
    'UPDATE payments SET state = ?, over_at = ? WHERE id = ?',
  );
  readonly #setThanked = this.prepare<[0 | 1, number]>('UPDATE payments SET thanked = ? WHERE id = ?');
  readonly #byMessage = this.prepare<[number], PaymentRow>(`SELECT ${COLUMNS} FROM payments WHERE message_id = ?`);
  readonly #ofNumbers = this.prepare<[string, number], PaymentRow>(
    `SELECT ${COLUMNS} FROM payments WHERE number IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?`,
  );
  readonly #page = this.prepare<[{ state: PaymentState | null; before: number; limit: number }], PaymentRow>(
    `SELECT ${COLUMNS} FROM payments WHERE id < @before AND (@state IS NULL OR state = @state) ORDER BY id DESC LIMIT @limit`,
  );

  insert(row: Omit<PaymentRow, 'id' | 'state' | 'over_at' | 'thanked'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  byReference(reference: string): PaymentRow | null {
    return this.#byReference.get(reference) ?? null;
  }

  /** @param overAt when it was paid or taken back; null while it is open */
  setState(id: number, state: PaymentState, overAt: number | null): void {
    this.#setState.run(state, overAt, id);
  }

  setThanked(id: number, thanked: boolean): void {
    this.#setThanked.run(thanked ? 1 : 0, id);
  }

  byMessage(message: number): PaymentRow | null {
    return this.#byMessage.get(message) ?? null;
  }

  /** The newest first. */
  ofNumbers(numbers: readonly string[], limit: number): readonly PaymentRow[] {
    return this.#ofNumbers.all(JSON.stringify(numbers), limit);
  }

  /** The newest first. @param state null for all */
  page(state: PaymentState | null, before: number, limit: number): readonly PaymentRow[] {
    return this.#page.all({ state, before, limit });
  }
}
