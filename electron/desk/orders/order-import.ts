import { fold } from '../../shared/fold.ts';
import type { OrderField } from '../../shared/import-words.ts';
import { LONGEST_ORDER_NOTE, newOrder } from '../../shared/orders.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ImportRowView, ImportView } from '../../shared/views.ts';
import { imported, importOf, MOST_ROWS, notImported, outcomeOf } from '../imports/import-result.ts';
import { phoneToText } from '../imports/phone-cell.ts';
import { plainHeading, type TableRow } from '../imports/table.ts';
import { saysNo, saysSince } from '../imports/wall-words.ts';
import { TOO_LARGE_TABLE, tryToRead } from '../imports/try-to-read.ts';
import type { DeskContext } from '../context.ts';
import type { Slices } from '../slices.ts';
import type { Orders } from './orders.ts';
import { referenceKey } from './reference.ts';

type Field = OrderField;

/** What programs write beside an order that nothing is left to do about, folded. */
const OVER =
  /^(?:wc )?(?:completed?|fulfilled|shipped|dispatched|delivered|done|closed|archived|picked up|collected|erledigt|abgeschlossen|fertiggestellt|versendet|versandt|verschickt|ausgeliefert|geliefert|zugestellt|abgeholt|terminee?|expediee?|livree?|completad[oa]|enviad[oa]|entregad[oa]|completat[oa]|spedit[oa]|consegnat[oa]|afgerond|verzonden|geleverd)$/;
/** Beside one that is none any more. */
const CANCELED =
  /^(?:wc )?(?:cancell?ed|voided|trash|storniert|abgebrochen|annulee?|cancelad[oa]|anulad[oa]|annullat[oa]|geannuleerd)$/;
/** Beside one whose money has gone back: of a payment it says nothing else. */
const REFUNDED =
  /^(?:wc )?(?:refunded|voided|erstattet|ruckerstattet|zuruckerstattet|remboursee?|reembolsad[oa]|rimborsat[oa]|terugbetaald)$/;
/** Before one of these. */
const WHOLLY = /^(?:komplett|vollstandig|fully|completely|entierement|completamente|volledig) /;
/** In place of a number, below a table. */
const TOTALS = /^(?:summe|gesamt|gesamtsumme|zwischensumme|total|totals|subtotal|grand total|totaal|totale|somme)$/;
/** Beside one that has not become one: it was never paid. */
const NOT_YET = /^(?:wc )?(?:failed|declined|rejected|expired|abandoned|pending payment|checkout draft|abgelehnt)$/;

/** An order with all the rows that are about it. */
interface OrderRows extends Pick<TableRow<Field>, 'line' | 'values'> {
  readonly rows: readonly (readonly string[])[];
  readonly fate: Fate;
}

/** What the file says of an order: it goes on, nothing is left to do, it is none any more, or is none yet. */
type Fate = 'open' | 'over' | 'canceled' | 'not-yet';

interface OrderImportHow {
  /** The customers of what comes into a column that tells. */
  readonly tell: boolean;
  /** What a person says that each column holds; null: by the headings. */
  readonly chosen: readonly (Field | null)[] | null;
  /** They are written down some at a time. */
  readonly slices: Slices;
  /** What would come of it. */
  readonly isRehearsal: boolean;
}

/** Puts the orders of a table on the board; those that are there already are brought up to date. */
export async function importOrders(
  { parse, logger }: Pick<DeskContext, 'parse' | 'logger'>,
  orders: Orders,
  text: string,
  { tell, chosen, slices, isRehearsal }: OrderImportHow,
): Promise<Result<ImportView>> {
  const read = await tryToRead(parse('orders', text, chosen), logger, TOO_LARGE_TABLE);
  if (!read.ok) return read;
  const table = read.value;
  if (table === null || !table.known.has('reference'))
    return refuse('no-table', 'This is no table with a column “order number”. Save it as CSV, with headings.', {
      columns: table?.columns ?? [],
    });
  if (table.rows.length > MOST_ROWS) return refuse('too-large', `More than ${MOST_ROWS} rows are too many at once.`);
  const merged = together(table.rows);
  const cells = new Map(merged.map((order) => [order.line, order.rows]));
  const rows = await slices.write(merged, (row) => importRow(orders, row, tell), isRehearsal);
  return ok(await importOf(slices, rows, { table, rowsOf: (line) => cells.get(line) ?? [] }));
}

interface Gathered extends Omit<OrderRows, 'fate'> {
  /** How many of each item, in their order. */
  readonly items: Map<string, number>;
  readonly notes: Set<string>;
  /** Of the rows that say anything of it. */
  readonly fates: Fate[];
}

/** Rows of one order are one order with several items: what stands in a later row is newer, what does not stays. */
function together(rows: readonly TableRow<Field>[]): readonly OrderRows[] {
  const orders = new Map<string, Gathered>();
  for (const { line, values, cells } of rows) {
    const { reference = '', item = '', note = '', quantity = '' } = values;
    // Of rows without a reference each is refused by itself.
    const isNone = saysNo(reference) || TOTALS.test(fold(reference));
    const key = isNone ? `\0${line}` : referenceKey(reference) || `\0${line}`;
    const order: Gathered = orders.get(key) ?? {
      line,
      values: {},
      rows: [],
      items: new Map(),
      notes: new Set(),
      fates: [],
    };
    const many = countIn(quantity);
    if (item !== '' && many > 0) order.items.set(item, (order.items.get(item) ?? 0) + many);
    if (note !== '') order.notes.add(item === '' && many !== 1 ? counted(note, many) : note);
    if (order.rows.length === 0 || saysMore(values)) order.fates.push(fateOf(values));
    const said = isNone ? { ...values, reference: '' } : values;
    orders.set(key, { ...order, values: { ...order.values, ...said }, rows: [...order.rows, cells] });
  }
  return [...orders.values()].map(({ line, values, items, notes, fates, rows: cells }) => {
    const what = [...items].map(([item, many]) => counted(item, many)).join(', ');
    const said = [...notes].join(', ');
    const note = [what, said].filter((each) => each !== '').join('; ');
    const isLong = items.size + notes.size > 1 && note.length > LONGEST_ORDER_NOTE;
    return {
      line,
      rows: cells,
      fate: fateOfAll(fates),
      values: note === '' ? values : { ...values, note: isLong ? `${note.slice(0, LONGEST_ORDER_NOTE - 1)}…` : note },
    };
  });
}

/** A further row that only brings an item says nothing of the order. */
function saysMore({ column, status, payment, canceled, name, number }: OrderRows['values']): boolean {
  return [column, status, payment, canceled, name, number].some((each) => each !== undefined);
}

/** As long as one of its items is to be made the order goes on. */
function fateOfAll(fates: readonly Fate[]): Fate {
  if (fates.length === 0 || fates.includes('open')) return 'open';
  if (fates.includes('not-yet')) return 'not-yet';
  return fates.includes('over') ? 'over' : 'canceled';
}

const counted = (item: string, many: number): string =>
  many === 1 ? item : `${Math.round(many * 1_000) / 1_000} × ${item}`;

/** `2`, `2,00`, `3x`, `4 Stk.`; one where it does not say. */
function countIn(written: string): number {
  const found = /^(\d{1,6}(?:[.,]\d{1,3})?)\s*(?:x|×|st(?:k|ck|ück)?\.?|pcs?\.?)?$/i.exec(written.trim());
  return Number((found?.[1] ?? '1').replace(',', '.'));
}

function fateOf({ column = '', status = '', payment = '', canceled = '' }: OrderRows['values']): Fate {
  const words = [column, ...status.split(/[;/]/)].map((each) => plainHeading(each).replace(WHOLLY, ''));
  const paid = plainHeading(payment);
  const isOff = saysSince(canceled) || CANCELED.test(plainHeading(canceled));
  if (isOff || REFUNDED.test(paid) || words.some((each) => CANCELED.test(each) || REFUNDED.test(each)))
    return 'canceled';
  if ([...words, paid].some((each) => NOT_YET.test(each))) return 'not-yet';
  return words.some((each) => OVER.test(each)) ? 'over' : 'open';
}

function importRow(orders: Orders, { line, values, fate }: OrderRows, tell: boolean): ImportRowView {
  const { reference = '', number: written, name, note, column } = values;
  // What is no number stays as it is written, to be refused by its name.
  const number = written === undefined ? undefined : (phoneToText(written, orders.country) ?? written);
  const what = [reference, name].filter((each) => each !== undefined && each !== '').join(' ');
  const parsed = newOrder.safeParse({ reference, number: number ?? '', name: name ?? '', note: note ?? '' });
  if (!parsed.success)
    return notImported(line, what, {
      code: 'bad-input',
      message: 'The order’s number is missing, or something is too long.',
    });
  const called = column === undefined ? null : orders.columnCalled(column);
  const isOnBoard = orders.openOf(reference) !== null;
  // A column of the board may be called as other programs call what is over; what is canceled there is so whatever stands beside it.
  const isElsewhere = fate === 'canceled' || (fate !== 'open' && called?.ok !== true);
  const isDone = called?.ok === true && orders.columnOf({ columnId: called.value }).stage === 'done';
  if (isElsewhere || (isDone && !isOnBoard)) return takenOff(orders, { line, what, reference, fate });
  if (called?.ok === false) return notImported(line, what, called.error);
  const columnId = called ?? undefined;
  // Nobody is reminded of what he was not told.
  const how = { tell, canBeUndone: false, nudges: tell };
  const open = orders.openOf(reference);
  if (open === null && orders.overLike(parsed.data) !== null) return imported(line, 'same', what);
  if (open === null)
    return outcomeOf(line, what, 'new', orders.add({ ...parsed.data, columnId: columnId?.value }, how));
  // What the table says nothing of stays.
  const before = orders.view(open);
  const changed = orders.change(before.id, { number, name, note, columnId: columnId?.value }, how);
  const isSame = changed.ok && JSON.stringify(changed.value) === JSON.stringify(before);
  return outcomeOf(line, what, isSame ? 'same' : 'changed', changed);
}

/** There nothing is to do about it: it does not come onto the board, or goes from it. Nobody is told, nor asked to come. */
function takenOff(
  orders: Orders,
  { line, what, reference, fate }: { line: number; what: string; reference: string; fate: Fate },
): ImportRowView {
  const open = orders.openOf(reference);
  const message = 'The order is over or canceled in the file: it was not put on the board.';
  // What was not paid there may be made here all the same: somebody knows.
  if (open !== null && fate === 'not-yet') return imported(line, 'same', what);
  if (open === null) return { ...imported(line, 'same', what), reason: { code: 'over-there', message } };
  const { id } = orders.view(open);
  if (fate === 'canceled') return outcomeOf(line, what, 'cancelled', orders.setRemoved(id, true));
  const done = orders.columnCalled('done');
  if (!done.ok) return notImported(line, what, done.error);
  const how = { tell: false, canBeUndone: false, nudges: false };
  return outcomeOf(line, what, 'changed', orders.change(id, { columnId: done.value }, how));
}
