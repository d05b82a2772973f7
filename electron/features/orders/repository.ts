import { Repository } from '../../core/db/repository.ts';

export interface OrderColumnRow {
  readonly id: number;
  readonly position: number;
  /** JSON. */
  readonly body: string;
  readonly removed: 0 | 1;
}

export interface OrderRow {
  readonly id: number;
  readonly reference: string;
  /** The number in the form used to compare. */
  readonly reference_key: string;
  /** E.164; null if nobody is texted. */
  readonly number: string | null;
  readonly name: string;
  readonly note: string;
  readonly column_id: number;
  readonly moved_at: number;
  readonly author: string | null;
  readonly created_at: number;
  /** Null while something is left to do. */
  readonly over_at: number | null;
  readonly removed: 0 | 1;
}

type OrderBody = Pick<OrderRow, 'reference' | 'reference_key' | 'number' | 'name' | 'note'>;

const COLUMNS =
  'id, reference, reference_key, number, name, note, column_id, moved_at, author, created_at, over_at, removed';

/** The orders of customers, and the columns of the board. */
export class OrdersRepository extends Repository {
  readonly #board = this.prepare<[], OrderColumnRow>(
    'SELECT id, position, body, removed FROM order_columns ORDER BY removed, position, id',
  );
  readonly #addColumn = this.prepare<[number, string]>('INSERT INTO order_columns (position, body) VALUES (?, ?)');
  readonly #setColumn = this.prepare<[{ id: number; position: number; body: string }]>(
    'UPDATE order_columns SET position = @position, body = @body, removed = 0 WHERE id = @id',
  );
  readonly #removeColumn = this.prepare<[number]>('UPDATE order_columns SET removed = 1 WHERE id = ?');
  readonly #byId = this.prepare<[number], OrderRow>(`SELECT ${COLUMNS} FROM orders WHERE id = ?`);
  readonly #open = this.prepare<[number, number], OrderRow>(
    `SELECT ${COLUMNS} FROM orders INDEXED BY orders_open_newest WHERE over_at IS NULL AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  readonly #openCount = this.prepare<[], { n: number }>('SELECT count(*) AS n FROM orders WHERE over_at IS NULL');
  readonly #over = this.prepare<[number, number], OrderRow>(
    `SELECT ${COLUMNS} FROM orders INDEXED BY orders_over WHERE over_at > ? AND over_at IS NOT NULL AND removed = 0
     ORDER BY over_at DESC, id DESC LIMIT ?`,
  );
  readonly #inColumn = this.prepare<[number], { id: number; moved_at: number }>(
    'SELECT id, moved_at FROM orders WHERE over_at IS NULL AND column_id = ? ORDER BY id',
  );
  readonly #hasAny = this.prepare<[number], { n: number }>(
    'SELECT 1 AS n FROM orders WHERE column_id = ? AND over_at IS NULL LIMIT 1',
  );
  readonly #any = this.prepare<[], { n: number }>('SELECT 1 AS n FROM orders LIMIT 1');
  readonly #openByReference = this.prepare<[string], OrderRow>(
    `SELECT ${COLUMNS} FROM orders INDEXED BY orders_open WHERE reference_key = ? AND over_at IS NULL`,
  );
  // An open order comes before those that are over; among those, the last comes first.
  readonly #byReference = this.prepare<[string], OrderRow>(
    `SELECT ${COLUMNS} FROM orders INDEXED BY orders_by_reference WHERE reference_key = ? AND removed = 0
     ORDER BY over_at IS NOT NULL, id DESC LIMIT 1`,
  );
  readonly #ofNumber = this.prepare<[string, number, number], OrderRow>(
    `SELECT ${COLUMNS} FROM orders INDEXED BY orders_by_number WHERE number = ? AND removed = 0 AND coalesce(over_at, ?) >= ?
     ORDER BY id DESC LIMIT 50`,
  );
  readonly #insert = this.prepare<[Omit<OrderRow, 'id' | 'over_at' | 'removed'>]>(
    `INSERT INTO orders (reference, reference_key, number, name, note, column_id, moved_at, author, created_at)
     VALUES (@reference, @reference_key, @number, @name, @note, @column_id, @moved_at, @author, @created_at)`,
  );
  readonly #rewrite = this.prepare<[OrderBody & { id: number }]>(
    `UPDATE orders SET reference = @reference, reference_key = @reference_key, number = @number, name = @name, note = @note
     WHERE id = @id`,
  );
  readonly #place = this.prepare<[{ id: number; column: number; at: number; overAt: number | null }]>(
    'UPDATE orders SET column_id = @column, moved_at = @at, over_at = @overAt, removed = 0 WHERE id = @id',
  );
  readonly #remove = this.prepare<[number, number]>('UPDATE orders SET over_at = ?, removed = 1 WHERE id = ?');
  readonly #tell = this.prepare<[number, number]>(
    'INSERT INTO order_told (order_id, column_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  readonly #untellAll = this.prepare<[number]>('DELETE FROM order_told WHERE order_id = ?');
  readonly #lastByReference = this.prepare<[string], OrderRow>(
    `SELECT ${COLUMNS} FROM orders INDEXED BY orders_by_reference WHERE reference_key = ? ORDER BY id DESC LIMIT 1`,
  );
  readonly #clearNotified = this.prepare<[number, number]>(
    'DELETE FROM order_told WHERE order_id = ? AND column_id = ?',
  );

  openCount(): number {
    return this.#openCount.get()?.n ?? 0;
  }

  /** Includes removed columns, after the others. */
  board(): readonly OrderColumnRow[] {
    return this.#board.all();
  }

  addColumn(position: number, body: string): number {
    return Number(this.#addColumn.run(position, body).lastInsertRowid);
  }

  setColumn(id: number, position: number, body: string): void {
    this.#setColumn.run({ id, position, body });
  }

  removeColumn(id: number): void {
    this.#removeColumn.run(id);
  }

  byId(id: number): OrderRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** Orders with something left to do, the newest first, a page at a time. */
  open(before: number, limit: number): readonly OrderRow[] {
    return this.#open.all(before, limit);
  }

  /** Orders that ended after an instant, the latest first. */
  over(since: number, limit: number): readonly OrderRow[] {
    return this.#over.all(since, limit);
  }

  inColumn(column: number): readonly { readonly id: number; readonly moved_at: number }[] {
    return this.#inColumn.all(column);
  }

  isColumnUsed(column: number): boolean {
    return this.#hasAny.get(column) !== undefined;
  }

  isUsed(): boolean {
    return this.#any.get() !== undefined;
  }

  openByReference(key: string): OrderRow | null {
    return this.#openByReference.get(key) ?? null;
  }

  byReference(key: string): OrderRow | null {
    return this.#byReference.get(key) ?? null;
  }

  /** One customer's orders, the latest first: those with something left to do, and those that ended since an instant. */
  ofNumber(number: string, since: number): readonly OrderRow[] {
    return this.#ofNumber.all(number, since, since);
  }

  /** @throws Error if an order of that number is open */
  insert(row: Omit<OrderRow, 'id' | 'over_at' | 'removed'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  /** @throws Error if another order of that number is open */
  rewrite(id: number, body: OrderBody): void {
    this.#rewrite.run({ ...body, id });
  }

  place(id: number, column: number, at: number, overAt: number | null): void {
    this.#place.run({ id, column, at, overAt });
  }

  remove(id: number, at: number): void {
    this.#remove.run(at, id);
  }

  /** Returns false if the customer has been told of that column before. */
  tell(id: number, column: number): boolean {
    return this.#tell.run(id, column).changes > 0;
  }

  untellAll(id: number): void {
    this.#untellAll.run(id);
  }

  /** Includes removed orders. */
  lastByReference(key: string): OrderRow | null {
    return this.#lastByReference.get(key) ?? null;
  }

  clearNotified(id: number, column: number): void {
    this.#clearNotified.run(id, column);
  }
}
