import { notFound } from '../../shared/not-found.ts';
import { DAY } from '../../shared/durations.ts';
import { Emitter } from '../../../modem/index.ts';
import { conversationId, idOf, rowOf } from '../../shared/ids.ts';
import type { NewOrder } from '../../shared/orders.ts';
import { displayNumber, parseRecipient, type CountryCode } from '../../shared/phone.ts';
import type { OrderField } from '../../shared/import-words.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { BoardDto, OrderColumnDto, OrderDto } from './contract.ts';
import type { ImportDto } from '../imports/contract.ts';
import type { OrderRow } from './repository.ts';
import type { Contacts } from '../contacts/contacts.ts';
import type { DeskContext } from '../../core/context.ts';
import type { OrderBoard, OrderChange } from './board.ts';
import { OrderColumns, type KeptColumn } from './columns.ts';
import { importOrders } from './order-import.ts';
import { OrderTexts, type OrderTextDeps, type NotifyOptions } from './order-texts.ts';
import { referenceKey } from './reference.ts';
import type { Slices } from '../../core/slices.ts';

/** How long the board still shows orders that are over. */
const SHOWN_AFTER_MS = 2 * DAY;
const OVER_SHOWN = 100;
/** How long an earlier order with the same number still counts as the same order. */
const REMEMBERED_MS = 30 * DAY;
const AT_ONCE = 500;
const MOST_OPEN = 2_000;

interface OrderDeps extends OrderTextDeps {
  readonly contacts: Pick<Contacts, 'learnName'>;
  readonly slices: Slices;
}

interface OrderImportRequest {
  readonly tell: boolean;
  readonly columns?: readonly (OrderField | null)[] | null;
  readonly isDryRun: boolean;
}

/** The board of orders: what customers have ordered and how far it is. Customers are told once of each step. */
export class Orders implements OrderBoard {
  readonly #context: DeskContext;
  readonly #deps: OrderDeps;
  /** Emitted inside the unit of work that changes the order. */
  readonly changed = new Emitter<OrderRow>();
  readonly columns: OrderColumns;
  readonly #texts: OrderTexts;
  /** Orders that were removed while a text about them was waiting. */
  readonly #untold = new Set<number>();

  constructor(context: DeskContext, deps: OrderDeps) {
    this.#context = context;
    this.#deps = deps;
    this.columns = new OrderColumns(context);
    this.#texts = new OrderTexts(context, deps, this.columns);
  }

  /** Replaces the whole board in this order; columns left out are removed if no order stands in them. */
  setColumns(input: Parameters<OrderColumns['set']>[0]): Result<readonly OrderColumnDto[]> {
    return this.columns.set(input, (row, before, column) => {
      if (before.nudgeDays !== column.nudgeDays)
        for (const order of this.#context.store.orders.inColumn(row))
          this.#texts.armNudge(order.id, row, order.moved_at, column.nudgeDays);
      // The column's new stage makes its orders over, or not over any more.
      if ((before.stage === 'done') !== (column.stage === 'done')) this.#endIn(row, column.stage === 'done');
    });
  }

  openOf(reference: string): OrderRow | null {
    return this.#context.store.orders.openByReference(referenceKey(reference));
  }

  /**
   * Imports the orders of a table.
   * @param columns what each column holds; null if the headings decide
   * @param isDryRun only say what the import would do
   */
  import(table: string, { tell, columns = null, isDryRun }: OrderImportRequest): Promise<Result<ImportDto>> {
    return importOrders(this.#context, this, table, {
      tell,
      chosen: columns,
      slices: this.#deps.slices,
      isDryRun,
    });
  }

  /** The last order of that number that ended recently and has the same content: a till's list may still hold it. */
  findSameClosed({ reference, number, note }: NewOrder): OrderDto | null {
    const row = this.#context.store.orders.lastByReference(referenceKey(reference));
    const input = this.#number(number);
    const isLately = row?.over_at != null && row.over_at > this.#context.clock.now() - REMEMBERED_MS;
    return isLately && input.ok && row.number === input.value && row.note === note ? this.toDto(row) : null;
  }

  /** The open order of that number if it has the same content; null if there is none or its content differs. */
  findSameOpen({ reference, number, note }: NewOrder): OrderDto | null {
    const row = this.#context.store.orders.openByReference(referenceKey(reference));
    const input = this.#number(number);
    return row !== null && input.ok && row.number === input.value && row.note === note ? this.toDto(row) : null;
  }

  /** All orders with something left to do, and those that ended recently. */
  board(): BoardDto {
    const { store, clock } = this.#context;
    const orders: OrderDto[] = [];
    for (let before = Number.MAX_SAFE_INTEGER; orders.length < MOST_OPEN;) {
      const page = store.orders.open(before, AT_ONCE);
      orders.push(...page.map((row) => this.toDto(row)));
      before = page.at(-1)?.id ?? 0;
      if (page.length < AT_ONCE) break;
    }
    const over = store.orders.over(clock.now() - SHOWN_AFTER_MS, OVER_SHOWN).map((row) => this.toDto(row));
    return { orders: [...orders, ...over] };
  }

  ofCustomer(id: string): Result<readonly OrderDto[]> {
    const { store, clock } = this.#context;
    const row = rowOf('conversation', id);
    const conversation = row === null ? null : store.conversations.byId(row);
    if (conversation === null) return notFound('conversation');
    return ok(store.orders.ofNumber(conversation.number, clock.now() - 30 * DAY).map((order) => this.toDto(order)));
  }

  get(id: string): Result<OrderDto> {
    const row = this.#row(id);
    return row === null ? notFound('order') : ok(this.toDto(row));
  }

  byReference(reference: string): Result<OrderDto> {
    const row = this.#context.store.orders.byReference(referenceKey(reference));
    return row === null ? notFound('order') : ok(this.toDto(row));
  }

  /** @param input.columnId the first column if left out */
  add(input: NewOrder & { readonly columnId?: string | undefined }, how: NotifyOptions): Result<OrderDto> {
    const { store, clock } = this.#context;
    const key = referenceKey(input.reference);
    if (key === '') return refuse('bad-input.order-number');
    const number = this.#number(input.number);
    if (!number.ok) return number;
    const column = this.columns.byId(input.columnId);
    if (!column.ok) return column;
    const taken = store.orders.openByReference(key);
    if (taken !== null) return refuse('order-exists', { id: idOf('order', taken.id), reference: taken.reference });
    const now = clock.now();
    const { reference, name, note } = input;
    const written_ = {
      reference,
      reference_key: key,
      number: number.value,
      name: name || this.#nameOf(number.value),
      note,
    };
    return this.#context.unit(() => {
      this.#deps.contacts.learnName(number.value, name);
      const id = store.orders.insert({
        ...written_,
        column_id: column.value.row,
        moved_at: now,
        author: this.#context.currentAgent()?.name ?? null,
        created_at: now,
      });
      if (column.value.value.stage === 'done') store.orders.place(id, column.value.row, now, now);
      this.#arrived(id, column.value, how);
      return this.#changed(id);
    });
  }

  change(id: string, { columnId, ...change }: OrderChange, how: NotifyOptions): Result<OrderDto> {
    const { store } = this.#context;
    const before = this.#row(id);
    if (before === null) return notFound('order');
    const { reference = before.reference, name = before.name, note = before.note } = change;
    const key = referenceKey(reference);
    if (key === '') return refuse('bad-input.order-number');
    const number = change.number === undefined ? ok(before.number) : this.#number(change.number);
    if (!number.ok) return number;
    const column = columnId === undefined ? null : this.columns.byId(columnId);
    if (column?.ok === false) return column;
    const comesBack = column !== null && column.value.value.stage !== 'done' && before.over_at !== null;
    const other = before.over_at === null || comesBack ? store.orders.openByReference(key) : null;
    if (other !== null && other.id !== before.id)
      return refuse('order-exists', { id: idOf('order', other.id), reference: other.reference });
    return this.#context.unit(() => {
      const isOther = number.value !== before.number;
      this.#deps.contacts.learnName(number.value, name);
      if (isOther) {
        // Texts waiting for the old number are taken back, and the new number counts as not told of anything.
        this.#texts.takeBack(before);
        store.orders.untellAll(before.id);
      }
      store.orders.rewrite(before.id, { reference, reference_key: key, number: number.value, name, note });
      const isMoved = column !== null && (before.column_id !== column.value.row || before.removed === 1);
      const kept = this.columns.all.get(before.column_id);
      if (isMoved) this.#move(before.id, column.value, how);
      else if (isOther && before.over_at === null && kept !== undefined) this.#texts.tellOf(before.id, kept, how);
      return this.#changed(before.id);
    });
  }

  setRemoved(id: string, removed: boolean): Result<OrderDto> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound('order');
    const column = this.columns.all.get(row.column_id);
    if (!removed && row.removed === 1 && column?.value.stage !== 'done') {
      const other = store.orders.openByReference(row.reference_key);
      if (other !== null) return refuse('order-exists', { reference: other.reference });
    }
    return this.#context.unit(() => {
      if (removed) {
        store.orders.remove(row.id, clock.now());
        this.#texts.cancelNudge(row.id);
        if (this.#texts.takeBack(row)) this.#untold.add(row.id);
      } else if (column !== undefined && row.removed === 1) {
        store.orders.place(row.id, row.column_id, row.moved_at, column.value.stage === 'done' ? clock.now() : null);
        this.#texts.armNudge(row.id, row.column_id, row.moved_at, column.value.nudgeDays);
        // Send what the customer was about to be told when the order was removed.
        if (this.#untold.delete(row.id)) this.#texts.tellOf(row.id, column, { tell: true, canBeUndone: true });
      }
      return this.#changed(row.id);
    });
  }

  toDto(row: OrderRow): OrderDto {
    const conversation = this.#conversationOf(row.number);
    return {
      id: idOf('order', row.id),
      reference: row.reference,
      number: row.number,
      who: row.name !== '' || row.number === null ? row.name : displayNumber(row.number, this.#context.country()),
      name: row.name,
      note: row.note,
      columnId: idOf('column', row.column_id),
      movedAt: row.moved_at,
      createdAt: row.created_at,
      isOver: row.over_at !== null,
      isRemoved: row.removed === 1,
      conversationId: conversation === null ? null : conversationId(conversation),
    };
  }

  /** Must run inside a unit of work. */
  #move(id: number, column: KeptColumn, how: NotifyOptions): void {
    const { store, clock } = this.#context;
    const before = store.orders.byId(id);
    if (before === null || (before.column_id === column.row && before.removed === 0)) return;
    const now = clock.now();
    this.#texts.takeBack(before);
    const isOver = column.value.stage === 'done';
    store.orders.place(id, column.row, now, isOver ? now : null);
    this.#arrived(id, column, how);
  }

  /** The order has come into a column. Must run inside a unit of work. */
  #arrived(id: number, column: KeptColumn, how: NotifyOptions): void {
    const order = this.#context.store.orders.byId(id) as OrderRow;
    this.#texts.armNudge(id, column.row, order.moved_at, how.nudges === false ? 0 : column.value.nudgeDays);
    this.#texts.tellOf(id, column, how);
  }

  /** The column's stage has changed. Must run inside a unit of work. */
  #endIn(column: number, isOver: boolean): void {
    const { store, clock } = this.#context;
    if (!isOver) return;
    for (const { id, moved_at: movedAt } of store.orders.inColumn(column))
      store.orders.place(id, column, movedAt, clock.now());
  }

  /** Must run inside a unit of work. */
  #changed(id: number): Result<OrderDto> {
    const row = this.#context.store.orders.byId(id);
    if (row === null) return notFound('order');
    this.changed.emit(row);
    const value = this.toDto(row);
    this.#context.events.emit({ type: 'order.changed', value });
    return ok(value);
  }

  /** The country whose numbering plan is used to read numbers. */
  get country(): CountryCode {
    return this.#context.country();
  }

  #conversationOf(number: string | null): number | null {
    const line = number === null ? null : this.#deps.lineFor(number);
    return number === null || line === null ? null : this.#context.store.conversations.find(line, number);
  }

  #nameOf(number: string | null): string {
    return number === null ? '' : (this.#context.store.contacts.ofNumber(number)?.name ?? '').slice(0, 60);
  }

  #number(input: string): Result<string | null> {
    if (input === '') return ok(null);
    const party = parseRecipient(input, this.#context.country());
    return party?.kind === 'phone' ? ok(party.value) : refuse('bad-number');
  }

  #row(id: string): OrderRow | null {
    const row = rowOf('order', id);
    return row === null ? null : this.#context.store.orders.byId(row);
  }
}
