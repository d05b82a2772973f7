import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import type { DeskContext } from '../../core/context.ts';
import { countText, MAX_PARTS, normaliseText } from '../../shared/composing.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { MOST_COLUMNS, ORDER_VARIABLES, orderColumn, type OrderColumn } from '../../shared/orders.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { blanksOf } from '../../shared/templates.ts';
import { customerLanguage } from '../consent/shop-language.ts';
import type { OrderColumnDto, OrderDto } from './contract.ts';

const KNOWN_BLANKS: ReadonlySet<string> = new Set(ORDER_VARIABLES);

export interface KeptColumn {
  readonly row: number;
  readonly removed: boolean;
  readonly value: OrderColumn;
}

/** The columns of the board, from left to right. */
export class OrderColumns {
  readonly #context: DeskContext;
  #all: ReadonlyMap<number, KeptColumn> | null = null;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** In board order, with the removed ones last. */
  get all(): ReadonlyMap<number, KeptColumn> {
    this.#all ??= new Map(
      this.#context.store.orders
        .board()
        .map(({ id, body, removed }) => [
          id,
          { row: id, removed: removed === 1, value: orderColumn.parse(JSON.parse(body)) },
        ]),
    );
    return this.#all;
  }

  get views(): readonly OrderColumnDto[] {
    return this.#present.map(({ row, value }) => ({ ...value, id: idOf('column', row) }));
  }

  get #present(): readonly KeptColumn[] {
    return [...this.all.values()].filter(({ removed }) => !removed);
  }

  /**
   * Replaces the whole board in this order; columns left out are removed if no order stands in them.
   * @param follow called inside the unit of work for each column that was there
   */
  set(
    input: readonly (OrderColumn & { readonly id: string | null })[],
    follow: (row: number, before: OrderColumn, column: OrderColumn) => void,
  ): Result<readonly OrderColumnDto[]> {
    const { store } = this.#context;
    const rows = input.map(({ id }) => (id === null ? null : rowOf('column', id)));
    if (rows.some((row, i) => input[i]?.id !== null && (row === null || !this.all.has(row))))
      return refuse('not-found.column');
    const [first] = input;
    if (first === undefined || input.length > MOST_COLUMNS)
      return refuse('bad-input.most-columns', { most: MOST_COLUMNS });
    if (first.stage === 'done') return refuse('bad-input.first-column');
    const names = input.map(({ name }) => name.toLowerCase()).filter((name) => name !== '');
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) return refuse('name-taken.twice', { name: twice });
    const texts = input.flatMap(({ text, nudgeText }) => [text, nudgeText]);
    const blank = texts.flatMap((text) => blanksOf(text)).find(({ name }) => !KNOWN_BLANKS.has(name));
    if (blank !== undefined) return refuse('unfilled-blank.automatic', { name: blank.name });
    if (texts.some((text) => countText(normaliseText(text)).parts > MAX_PARTS))
      return refuse('text-too-long.automatic', { limit: MAX_PARTS });
    const gone = this.#present.filter(({ row }) => !rows.includes(row));
    const used = gone.find(({ row }) => store.orders.isColumnUsed(row));
    if (used !== undefined) return refuse('column-used', { column: this.nameOf(used, null) });
    this.#context.unit(() => {
      for (const { row } of gone) store.orders.removeColumn(row);
      input.forEach(({ name, stage, tells, text, nudgeDays, nudgeText }, position) => {
        const column: OrderColumn = { name, stage, tells, text, nudgeDays, nudgeText };
        const row = rows[position] ?? null;
        const before = row === null ? undefined : this.all.get(row);
        if (row === null) store.orders.addColumn(position, JSON.stringify(column));
        else store.orders.setColumn(row, position, JSON.stringify(column));
        if (row === null || before === undefined) return;
        follow(row, before.value, column);
      });
    });
    this.#all = null;
    this.#context.appChanged();
    return ok(this.views);
  }

  /** The column that an order stands in, with a name in the shop's language. */
  of({ columnId }: Pick<OrderDto, 'columnId'>): Pick<OrderColumnDto, 'id' | 'name' | 'stage'> {
    const column = this.all.get(rowOf('column', columnId) ?? 0);
    if (column === undefined) return { id: columnId, name: '', stage: 'open' };
    return { id: columnId, name: this.nameOf(column, null), stage: column.value.stage };
  }

  /** The id of a column, found by its id, its name or its stage. */
  called(input: string): Result<string> {
    const wanted = input.toLowerCase();
    const found =
      this.#present.find(({ row }) => idOf('column', row) === wanted) ??
      this.#present.find((column) => this.nameOf(column, null).toLowerCase() === wanted) ??
      this.#present.find(({ value }) => value.stage === wanted);
    return found === undefined ? refuse('not-found.column-called', { name: input }) : ok(idOf('column', found.row));
  }

  /** The name as a customer or a user reads it. @param number null for the shop's language */
  nameOf({ value }: KeptColumn, number: string | null): string {
    return value.name === ''
      ? CUSTOMER_WORDS[customerLanguage(this.#context, number)].orders.column[value.stage]
      : value.name;
  }

  /** @param id the first column if left out */
  byId(id: string | undefined): Result<KeptColumn> {
    const row = id === undefined ? this.#present[0]?.row : rowOf('column', id);
    const column = row == null ? undefined : this.all.get(row);
    return column === undefined || column.removed ? refuse('not-found.board-column') : ok(column);
  }
}
