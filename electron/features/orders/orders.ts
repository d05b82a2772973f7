import { z } from 'zod';
import { Emitter } from '../../../modem/index.ts';
import type { ProgramSource } from '../../shared/sources.ts';
import { blanksOf } from '../../shared/templates.ts';
import { countText, MAX_PARTS, normaliseText } from '../../shared/composing.ts';
import { conversationId, idOf, rowOf } from '../../shared/ids.ts';
import { orderColumn, ORDER_VARIABLES, MOST_COLUMNS, type NewOrder, type OrderColumn } from '../../shared/orders.ts';
import { displayNumber, parseRecipient, type CountryCode } from '../../shared/phone.ts';
import type { OrderField } from '../../shared/import-words.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { BoardView, OrderColumnView, OrderView } from './contract.ts';
import type { ImportView } from '../imports/contract.ts';
import type { OrderRow } from '../../store/orders.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { DeskContext } from '../../core/context.ts';
import { MAX_LATENESS_MS } from '../messaging/max-lateness.ts';
import { DONE, dropped, jobKind, type Job, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { importOrders } from './order-import.ts';
import { referenceKey } from './reference.ts';
import type { Slices } from '../../core/slices.ts';
import { ORDER_WORDING } from './wording.ts';

const DAY = 24 * 3_600_000;
/** What a person does here can be undone for eight seconds: what it tells the customer leaves well after that. */
const PUT_OFF_MS = 15_000;
/** What is told so much later is news to nobody. */
const TOLD_WITHIN_MS = 2 * DAY;
/** How long the board still shows what is over. */
const SHOWN_AFTER_MS = 2 * DAY;
const OVER_SHOWN = 100;
/** An order of before is still the same one. */
const REMEMBERED_MS = 30 * DAY;
const AT_ONCE = 500;
const MOST_OPEN = 2_000;
const NUDGE = jobKind('order-nudge', z.object({ column: z.number() }));
export const ORDER_SOURCE: ProgramSource = '@order';
const KNOWN_BLANKS: ReadonlySet<string> = new Set(ORDER_VARIABLES);

/** What texts about an order follow from: it moves on, or comes back, and those that have not left do not. */
const followsOrder = (row: number): string => `order:${row}`;
const followsNudge = (row: number): string => `order-nudge:${row}`;

export interface KeptColumn {
  readonly row: number;
  readonly removed: boolean;
  readonly value: OrderColumn;
}

interface OrderDeps {
  readonly outbox: Outbox;
  readonly scheduler: Scheduler;
  readonly words: AnswerText;
  /** By which line a number is texted; null: there is none yet. */
  readonly lineFor: (number: string) => number | null;
  readonly slices: Slices;
}

/** What somebody changes of an order; what is left out stays. */
export type OrderChange = { readonly [K in keyof NewOrder]?: NewOrder[K] | undefined } & {
  readonly columnId?: string | undefined;
};

interface OrderImportRequest {
  readonly tell: boolean;
  readonly columns?: readonly (OrderField | null)[] | null;
  readonly isRehearsal: boolean;
}

interface Told {
  /** By text, where the column says so. */
  readonly tell: boolean;
  /** Whether it is reminded of what stands there too long; as a rule. */
  readonly nudges?: boolean;
  /** By a person, who may undo it. */
  readonly canBeUndone: boolean;
}

/** The board of orders: what customers have ordered and how far it is; they are told once of each step. */
export class Orders {
  readonly #context: DeskContext;
  readonly #deps: OrderDeps;
  /** Inside the unit of work that changes it. */
  readonly changed = new Emitter<OrderRow>();
  #columns: ReadonlyMap<number, KeptColumn> | null = null;
  /** Removed while something waited to be told of them. */
  readonly #untold = new Set<number>();

  constructor(context: DeskContext, deps: OrderDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(NUDGE, { run: (job, lateMs) => this.#nudge(job, lateMs) });
  }

  /** In their order on the board; removed ones behind. */
  get columns(): ReadonlyMap<number, KeptColumn> {
    this.#columns ??= new Map(
      this.#context.store.orders
        .board()
        .map(({ id, body, removed }) => [
          id,
          { row: id, removed: removed === 1, value: orderColumn.parse(JSON.parse(body)) },
        ]),
    );
    return this.#columns;
  }

  get columnViews(): readonly OrderColumnView[] {
    return this.#present.map(({ row, value }) => ({ ...value, id: idOf('b', row) }));
  }

  get #present(): readonly KeptColumn[] {
    return [...this.columns.values()].filter(({ removed }) => !removed);
  }

  /** The whole board anew, in this order; columns that are left out go, if nothing stands in them. */
  setColumns(written: readonly (OrderColumn & { readonly id: string | null })[]): Result<readonly OrderColumnView[]> {
    const { store } = this.#context;
    const rows = written.map(({ id }) => (id === null ? null : rowOf('b', id)));
    if (rows.some((row, i) => written[i]?.id !== null && (row === null || !this.columns.has(row))))
      return refuse('not-found', 'That column is not there any more.');
    const [first] = written;
    if (first === undefined || written.length > MOST_COLUMNS)
      return refuse('bad-input', `The board has one to ${MOST_COLUMNS} columns.`);
    if (first.stage === 'done')
      return refuse('bad-input', 'In the first column an order begins: something is left to do there.');
    const names = written.map(({ name }) => name.toLowerCase()).filter((name) => name !== '');
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) return refuse('name-taken', `“${twice}” is there twice. Choose another name.`);
    const texts = written.flatMap(({ text, nudgeText }) => [text, nudgeText]);
    const blank = texts.flatMap((text) => blanksOf(text)).find(({ name }) => !KNOWN_BLANKS.has(name));
    if (blank !== undefined)
      return refuse('unfilled-blank', `Nobody fills {{${blank.name}}} in a text that leaves by itself.`);
    if (texts.some((text) => countText(normaliseText(text)).parts > MAX_PARTS))
      return refuse('text-too-long', `A text of more than ${MAX_PARTS} parts cannot be sent. Shorten it.`);
    const gone = this.#present.filter(({ row }) => !rows.includes(row));
    const used = gone.find(({ row }) => store.orders.isColumnUsed(row));
    if (used !== undefined)
      return refuse('column-used', `There are orders in “${this.columnName(used, null)}”. Move them first.`);
    this.#context.unit(() => {
      for (const { row } of gone) store.orders.removeColumn(row);
      written.forEach(({ name, stage, tells, text, nudgeDays, nudgeText }, position) => {
        const column: OrderColumn = { name, stage, tells, text, nudgeDays, nudgeText };
        const row = rows[position] ?? null;
        const before = row === null ? undefined : this.columns.get(row);
        if (row === null) store.orders.addColumn(position, JSON.stringify(column));
        else store.orders.setColumn(row, position, JSON.stringify(column));
        if (row === null || before === undefined) return;
        if (before.value.nudgeDays !== column.nudgeDays)
          for (const order of store.orders.inColumn(row))
            this.#armNudge(order.id, row, order.moved_at, column.nudgeDays);
        // Over by another meaning of its column, or not over any more.
        if ((before.value.stage === 'done') !== (column.stage === 'done')) this.#endIn(row, column.stage === 'done');
      });
    });
    this.#columns = null;
    this.#context.appChanged();
    return ok(this.columnViews);
  }

  /** The column an order stands in, with a name in the shop's language. */
  columnOf({ columnId }: Pick<OrderView, 'columnId'>): Pick<OrderColumnView, 'id' | 'name' | 'stage'> {
    const column = this.columns.get(rowOf('b', columnId) ?? 0);
    if (column === undefined) return { id: columnId, name: '', stage: 'open' };
    return { id: columnId, name: this.columnName(column, null), stage: column.value.stage };
  }

  /** A column by its id, its name or what it means: its id. */
  columnCalled(written: string): Result<string> {
    const wanted = written.toLowerCase();
    const found =
      this.#present.find(({ row }) => idOf('b', row) === wanted) ??
      this.#present.find((column) => this.columnName(column, null).toLowerCase() === wanted) ??
      this.#present.find(({ value }) => value.stage === wanted);
    return found === undefined
      ? refuse('not-found', `There is no column “${written}” on the board.`)
      : ok(idOf('b', found.row));
  }

  openOf(reference: string): OrderRow | null {
    return this.#context.store.orders.openByReference(referenceKey(reference));
  }

  /**
   * Brings the orders of a table onto the board.
   * @param columns what each column holds; null: by the headings
   * @param isRehearsal what would come of it
   */
  import(table: string, { tell, columns = null, isRehearsal }: OrderImportRequest): Promise<Result<ImportView>> {
    return importOrders(this.#context, this, table, {
      tell,
      chosen: columns,
      slices: this.#deps.slices,
      isRehearsal,
    });
  }

  /** The last order of that number that was over not long ago and says the same: a till's list still holds it. */
  findSameClosed({ reference, number, note }: NewOrder): OrderView | null {
    const row = this.#context.store.orders.lastByReference(referenceKey(reference));
    const written = this.#number(number);
    const isLately = row?.over_at != null && row.over_at > this.#context.clock.now() - REMEMBERED_MS;
    return isLately && written.ok && row.number === written.value && row.note === note ? this.view(row) : null;
  }

  /** The open order of that number, if it says the same. Null: there is none, or it says something else. */
  findSameOpen({ reference, number, note }: NewOrder): OrderView | null {
    const row = this.#context.store.orders.openByReference(referenceKey(reference));
    const written = this.#number(number);
    return row !== null && written.ok && row.number === written.value && row.note === note ? this.view(row) : null;
  }

  /** All that something is left to do about, and what was over lately. */
  board(): BoardView {
    const { store, clock } = this.#context;
    const orders: OrderView[] = [];
    for (let before = Number.MAX_SAFE_INTEGER; orders.length < MOST_OPEN;) {
      const page = store.orders.open(before, AT_ONCE);
      orders.push(...page.map((row) => this.view(row)));
      before = page.at(-1)?.id ?? 0;
      if (page.length < AT_ONCE) break;
    }
    const over = store.orders.over(clock.now() - SHOWN_AFTER_MS, OVER_SHOWN).map((row) => this.view(row));
    return { orders: [...orders, ...over] };
  }

  ofCustomer(id: string): Result<readonly OrderView[]> {
    const { store, clock } = this.#context;
    const row = rowOf('c', id);
    const conversation = row === null ? null : store.conversations.byId(row);
    if (conversation === null) return refuse('not-found', 'There is no such conversation.');
    return ok(store.orders.ofNumber(conversation.number, clock.now() - 30 * DAY).map((order) => this.view(order)));
  }

  get(id: string): Result<OrderView> {
    const row = this.#row(id);
    return row === null ? notFound() : ok(this.view(row));
  }

  byReference(reference: string): Result<OrderView> {
    const row = this.#context.store.orders.byReference(referenceKey(reference));
    return row === null ? notFound() : ok(this.view(row));
  }

  /** @param written.columnId left out: the first */
  add(written: NewOrder & { readonly columnId?: string | undefined }, how: Told): Result<OrderView> {
    const { store, clock } = this.#context;
    const key = referenceKey(written.reference);
    if (key === '') return refuse('bad-input', 'An order’s number has at least one letter or digit.');
    const number = this.#number(written.number);
    if (!number.ok) return number;
    const column = this.#column(written.columnId);
    if (!column.ok) return column;
    const taken = store.orders.openByReference(key);
    if (taken !== null)
      return refuse('order-exists', `Order ${taken.reference} is on the board already.`, { id: idOf('o', taken.id) });
    const now = clock.now();
    const { reference, name, note } = written;
    const written_ = {
      reference,
      reference_key: key,
      number: number.value,
      name: name || this.#nameOf(number.value),
      note,
    };
    return this.#context.unit(() => {
      const id = store.orders.insert({
        ...written_,
        column_id: column.value.row,
        moved_at: now,
        author: this.#context.atCounter()?.name ?? null,
        created_at: now,
      });
      if (column.value.value.stage === 'done') store.orders.place(id, column.value.row, now, now);
      this.#arrived(id, column.value, how);
      return this.#changed(id);
    });
  }

  change(id: string, { columnId, ...change }: OrderChange, how: Told): Result<OrderView> {
    const { store } = this.#context;
    const before = this.#row(id);
    if (before === null) return notFound();
    const { reference = before.reference, name = before.name, note = before.note } = change;
    const key = referenceKey(reference);
    if (key === '') return refuse('bad-input', 'An order’s number has at least one letter or digit.');
    const number = change.number === undefined ? ok(before.number) : this.#number(change.number);
    if (!number.ok) return number;
    const column = columnId === undefined ? null : this.#column(columnId);
    if (column?.ok === false) return column;
    const comesBack = column !== null && column.value.value.stage !== 'done' && before.over_at !== null;
    const other = before.over_at === null || comesBack ? store.orders.openByReference(key) : null;
    if (other !== null && other.id !== before.id)
      return refuse('order-exists', `Order ${other.reference} is on the board already.`, { id: idOf('o', other.id) });
    return this.#context.unit(() => {
      const isOther = number.value !== before.number;
      if (isOther) {
        // What waits for the other number is taken back, and whoever is texted now has been told nothing.
        this.#takeBack(before);
        store.orders.untellAll(before.id);
      }
      store.orders.rewrite(before.id, { reference, reference_key: key, number: number.value, name, note });
      const isMoved = column !== null && (before.column_id !== column.value.row || before.removed === 1);
      const kept = this.columns.get(before.column_id);
      if (isMoved) this.#move(before.id, column.value, how);
      else if (isOther && before.over_at === null && kept !== undefined) this.#tellOf(before.id, kept, how);
      return this.#changed(before.id);
    });
  }

  setRemoved(id: string, removed: boolean): Result<OrderView> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound();
    const column = this.columns.get(row.column_id);
    if (!removed && row.removed === 1 && column?.value.stage !== 'done') {
      const other = store.orders.openByReference(row.reference_key);
      if (other !== null) return refuse('order-exists', `Order ${other.reference} is on the board already.`);
    }
    return this.#context.unit(() => {
      if (removed) {
        store.orders.remove(row.id, clock.now());
        this.#deps.scheduler.cancelAbout(NUDGE, row.id);
        if (this.#takeBack(row)) this.#untold.add(row.id);
      } else if (column !== undefined && row.removed === 1) {
        store.orders.place(row.id, row.column_id, row.moved_at, column.value.stage === 'done' ? clock.now() : null);
        this.#armNudge(row.id, row.column_id, row.moved_at, column.value.nudgeDays);
        // What it was about to be told of when it was removed.
        if (this.#untold.delete(row.id)) this.#tellOf(row.id, column, { tell: true, canBeUndone: true });
      }
      return this.#changed(row.id);
    });
  }

  /** As a customer or somebody here reads it. @param number null: in the shop's language */
  columnName({ value }: KeptColumn, number: string | null): string {
    return value.name === '' ? ORDER_WORDING[customerLanguage(this.#context, number)].column[value.stage] : value.name;
  }

  view(row: OrderRow): OrderView {
    const conversation = this.#conversationOf(row.number);
    return {
      id: idOf('o', row.id),
      reference: row.reference,
      number: row.number,
      who: row.name !== '' || row.number === null ? row.name : displayNumber(row.number, this.#context.country()),
      name: row.name,
      note: row.note,
      columnId: idOf('b', row.column_id),
      movedAt: row.moved_at,
      createdAt: row.created_at,
      isOver: row.over_at !== null,
      isRemoved: row.removed === 1,
      conversationId: conversation === null ? null : conversationId(conversation),
    };
  }

  /** Inside a unit of work. */
  #move(id: number, column: KeptColumn, how: Told): void {
    const { store, clock } = this.#context;
    const before = store.orders.byId(id);
    if (before === null || (before.column_id === column.row && before.removed === 0)) return;
    const now = clock.now();
    this.#takeBack(before);
    const isOver = column.value.stage === 'done';
    store.orders.place(id, column.row, now, isOver ? now : null);
    this.#arrived(id, column, how);
  }

  /** Inside a unit of work: it stands in a column now. */
  #arrived(id: number, column: KeptColumn, how: Told): void {
    const order = this.#context.store.orders.byId(id) as OrderRow;
    this.#armNudge(id, column.row, order.moved_at, how.nudges === false ? 0 : column.value.nudgeDays);
    this.#tellOf(id, column, how);
  }

  /** Its customer is told where it stands, if the column says so and he has not been. */
  #tellOf(id: number, column: KeptColumn, { tell, canBeUndone }: Told): void {
    const { store, clock } = this.#context;
    const order = store.orders.byId(id) as OrderRow;
    if (!tell || !column.value.tells || order.number === null || !store.orders.tell(id, column.row)) return;
    const now = clock.now();
    this.#say(order, this.#textOf(order, column), {
      notBefore: canBeUndone ? now + PUT_OFF_MS : null,
      expiresAt: now + TOLD_WITHIN_MS,
      follows: followsOrder(id),
    });
  }

  /**
   * What waits to be told of it is not; of that column he has not been told then. A reminder of it goes with it.
   * @returns whether anything waited
   */
  #takeBack(order: OrderRow): boolean {
    if (order.number === null) return false;
    const { outbox } = this.#deps;
    const told = outbox.takeBack(order.number, followsOrder(order.id));
    if (told.length > 0) this.#context.store.orders.untell(order.id, order.column_id);
    const nudges = outbox.takeBack(order.number, followsNudge(order.id));
    return told.length + nudges.length > 0;
  }

  #armNudge(id: number, column: number, movedAt: number, days: number): void {
    const { scheduler } = this.#deps;
    scheduler.cancelAbout(NUDGE, id);
    if (days === 0) return;
    const { calendar } = this.#context;
    const wanted = movedAt + days * DAY;
    scheduler.arm(NUDGE, `${NUDGE.name}:${id}:${column}:${movedAt}`, calendar.opensAt(wanted) ?? wanted, id, {
      column,
    });
  }

  /** Not collected so far. */
  #nudge(job: Job<{ readonly column: number }>, lateMs: number): JobOutcome {
    const { store, clock } = this.#context;
    const { column } = job.payload;
    const order = job.about === null ? null : store.orders.byId(job.about);
    const kept = this.columns.get(column);
    if (order === null || kept === undefined || order.over_at !== null || order.column_id !== column)
      return dropped('cancelled');
    this.#say(order, this.#textOf(order, kept, 'nudge'), {
      notBefore: null,
      expiresAt: clock.now() + TOLD_WITHIN_MS,
      follows: followsNudge(order.id),
      ...(lateMs > MAX_LATENESS_MS ? { cameDueAt: job.due_at } : {}),
    });
    return DONE;
  }

  #say(
    { number }: OrderRow,
    text: string,
    when: {
      readonly notBefore: number | null;
      readonly expiresAt: number;
      readonly follows: string;
      readonly cameDueAt?: number;
    },
  ): void {
    const line = number === null ? null : this.#deps.lineFor(number);
    if (number === null || line === null) return;
    this.#deps.outbox.write({
      to: number,
      text,
      purpose: 'service',
      lineId: line,
      source: ORDER_SOURCE,
      ...when,
    });
  }

  #textOf(order: OrderRow, column: KeptColumn, program: 'told' | 'nudge' = 'told'): string {
    const { words } = this.#deps;
    const { stage, name, text, nudgeText } = column.value;
    const language = customerLanguage(this.#context, order.number);
    const wording = ORDER_WORDING[language];
    const own = program === 'nudge' ? nudgeText : text;
    if (own === '') {
      if (program === 'nudge') return wording.nudge(words.shop, order.reference);
      return name === '' || stage === 'ready'
        ? wording.told[stage](words.shop, order.reference)
        : wording.moved(words.shop, order.reference, name);
    }
    return words.fill(own, {
      number: order.number,
      language,
      at: this.#context.clock.now(),
      more: {
        order: order.reference,
        what: order.note,
        column: this.columnName(column, order.number),
        ...(order.name === '' ? {} : { name: order.name, first_name: order.name.split(/\s+/)[0] ?? '' }),
      },
    });
  }

  /** Its column means something else now. Inside a unit of work. */
  #endIn(column: number, isOver: boolean): void {
    const { store, clock } = this.#context;
    if (!isOver) return;
    for (const { id, moved_at: movedAt } of store.orders.inColumn(column))
      store.orders.place(id, column, movedAt, clock.now());
  }

  /** Inside a unit of work. */
  #changed(id: number): Result<OrderView> {
    const row = this.#context.store.orders.byId(id);
    if (row === null) return notFound();
    this.changed.emit(row);
    const value = this.view(row);
    this.#context.events.emit({ type: 'order.changed', value });
    return ok(value);
  }

  /** In whose numbering plan numbers are written. */
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

  #number(written: string): Result<string | null> {
    if (written === '') return ok(null);
    const party = parseRecipient(written, this.#context.country());
    return party?.kind === 'phone' ? ok(party.value) : refuse('bad-number', 'This is no phone number. Check it.');
  }

  #column(id: string | undefined): Result<KeptColumn> {
    const row = id === undefined ? this.#present[0]?.row : rowOf('b', id);
    const column = row == null ? undefined : this.columns.get(row);
    return column === undefined || column.removed
      ? refuse('not-found', 'There is no such column on the board.')
      : ok(column);
  }

  #row(id: string): OrderRow | null {
    const row = rowOf('o', id);
    return row === null ? null : this.#context.store.orders.byId(row);
  }
}

function notFound(): Result<never> {
  return refuse('not-found', 'There is no such order.');
}
