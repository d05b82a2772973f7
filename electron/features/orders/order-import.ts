import { fold } from '../../shared/fold.ts';
import type { OrderField } from '../../shared/import-words.ts';
import { LONGEST_ORDER_NOTE, newOrder } from '../../shared/orders.ts';
import { ok, refusal, refuse, type Result } from '../../shared/result.ts';
import type { ImportRowDto, ImportDto } from '../imports/contract.ts';
import { imported, importOf, notImported, outcomeOf } from '../imports/import-result.ts';
import { phoneToText } from '../imports/phone-cell.ts';
import { MOST_ROWS, plainHeading, type TableRow } from '../imports/table.ts';
import { saysNo, saysSince } from '../imports/wall-words.ts';
import { tryToRead } from '../imports/try-to-read.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Slices } from '../../core/slices.ts';
import type { OrderBoard } from './board.ts';
import { referenceKey } from './reference.ts';

type Field = OrderField;

/** What programs write next to an order with nothing left to do, folded. */
const OVER =
  /^(?:wc )?(?:completed?|fulfilled|shipped|dispatched|delivered|done|closed|archived|picked up|collected|erledigt|abgeschlossen|fertiggestellt|versendet|versandt|verschickt|ausgeliefert|geliefert|zugestellt|abgeholt|terminee?|expediee?|livree?|wyslan[ey]|zrealizowan[ey]|afgehaald|teslim edildi|completad[oa]|enviad[oa]|entregad[oa]|completat[oa]|spedit[oa]|consegnat[oa]|afgerond|verzonden|geleverd)$/;
/** Words for an order that no longer exists. */
const CANCELED =
  /^(?:wc )?(?:cancell?ed|voided|trash|storno|storniert|abgebrochen|returned|retourniert|retoure|anulowan[ey]|iptal(?: edildi)?|zruseno|annulee?|cancelad[oa]|anulad[oa]|annullat[oa]|geannuleerd)$/;
/** Words for an order whose money was returned: for a payment they mean just that. */
const REFUNDED =
  /^(?:wc )?(?:refunded|voided|erstattet|ruckerstattet|zuruckerstattet|remboursee?|reembolsad[oa]|rimborsat[oa]|terugbetaald)$/;
/** Who canceled the order, written in place of a yes. */
const BY_SOMEBODY =
  /^(?:durch|von|vom|by|par|por) (?:de[mnr] |the |le |la |el )?(?:kund|customer|client|kaufer|buyer|seller|verkaufer|shop|system|admin)/;
/** Words for “completely”, written before one of the status words. */
const WHOLLY = /^(?:komplett|vollstandig|fully|completely|entierement|completamente|volledig) /;
/** What stands in place of an order number below a table. */
const TOTALS =
  /^(?:(?:summe|gesamt|gesamtsumme|zwischensumme|total|totals|subtotal|grand total|totaal|totale|somme|anzahl)(?: \p{L}.*)?|(?:seite|page|pagina) \d.*|\d+ (?:datensatze?|zeilen|auftrage?|bestellungen|records|rows|orders)|ende|end|fin)$/u;
/** The word for an order, before or after the status word. */
const OF_ORDER = /^(?:auftrag|bestellung|order) /;
/** The rest of a status: by whom, by which carrier, since when. What says that it is only partly done is not part of the rest. */
const REST_OF_STATUS =
  /^(.*?)(?: ?\([^()]*\)| [-–—:] .*|(?<=\p{L}) (?:am|by|durch|vom|von|on|le) .*|(?<=\p{L}) \d{1,2}\.\d{1,2}[\d.:/ -]*)$/iu;
const PARTLY =
  /teil|part|rest|folgt|erwartet|expected|\d\s*(?:\/|von|of)\s*\d|(?:^|\P{L})(?:by|bis|until)(?!\p{L}).*\d/iu;
const LONGEST_STATUS = 120;
/** Words for an order that never became one because it was not paid. */
const NOT_YET = /^(?:wc )?(?:failed|declined|rejected|expired|abandoned|pending payment|checkout draft|abgelehnt)$/;

/** An order with all of the rows about it. */
interface OrderRows extends Pick<TableRow<Field>, 'line' | 'values'> {
  readonly rows: readonly (readonly string[])[];
  readonly fate: Fate;
}

/** What the file says about an order: it is open, nothing is left to do, it is canceled, or it is not an order yet. */
type Fate = 'open' | 'over' | 'canceled' | 'not-yet';

interface OrderImportHow {
  /** Whether customers are told when their order comes into a column that tells. */
  readonly tell: boolean;
  /** What a person says each column holds; null if the headings decide. */
  readonly chosen: readonly (Field | null)[] | null;
  /** The orders are written a few at a time. */
  readonly slices: Slices;
  /** Only say what the import would do. */
  readonly isDryRun: boolean;
}

/** Puts the orders of a table on the board; those that are there already are updated. */
export async function importOrders(
  { parse, logger }: Pick<DeskContext, 'parse' | 'logger'>,
  orders: OrderBoard,
  text: string,
  { tell, chosen, slices, isDryRun }: OrderImportHow,
): Promise<Result<ImportDto>> {
  const read = await tryToRead(parse('orders', text, chosen), logger, 'too-large.table');
  if (!read.ok) return read;
  const table = read.value;
  if (table === null || !table.known.has('reference'))
    return refuse('no-table.orders', { columns: table?.columns ?? [] });
  if (table.rows.length > MOST_ROWS) return refuse('too-large', { most: MOST_ROWS });
  const merged = together(table.rows);
  const others = otherSpellings(merged);
  const cells = new Map(merged.map((order) => [order.line, order.rows]));
  const rows = await slices.write(
    merged,
    (row) => (others.has(row) ? alike(row) : importRow(orders, row, tell)),
    isDryRun,
  );
  return ok(await importOf(slices, rows, { table, rowsOf: (line) => cells.get(line) ?? [] }));
}

interface Gathered extends Omit<OrderRows, 'fate'> {
  /** How many of each item, in the order they were listed. */
  readonly items: Map<string, number>;
  readonly notes: Set<string>;
  /** The fates given by the rows that say anything about it. */
  readonly fates: Fate[];
}

/** Rows with the same number are one order with several items: a later row replaces what it names and leaves the rest. */
function together(rows: readonly TableRow<Field>[]): readonly OrderRows[] {
  const orders = new Map<string, Gathered>();
  for (const { line, values, cells } of rows) {
    const { reference = '', item = '', note = '', quantity = '' } = values;
    // Rows without a reference are each refused separately.
    const isNone = saysNo(reference) || TOTALS.test(fold(reference).trim());
    const key = (isNone ? '' : spellingOf(reference)) || `\0${line}`;
    const order: Gathered = orders.get(key) ?? {
      line,
      values: {},
      rows: [],
      items: new Map(),
      notes: new Set(),
      fates: [],
    };
    const many = countIn(quantity);
    // A quantity in words is written next to the item: `2 kg`.
    const what = many === null ? `${quantity} ${item}` : item;
    if (item !== '') order.items.set(what, (order.items.get(what) ?? 0) + (many ?? 1));
    if (note !== '') order.notes.add(item === '' && many !== null && many > 1 ? counted(note, many) : note);
    if (order.rows.length === 0 || saysMore(values)) order.fates.push(fateOf(values));
    const said = isNone ? { ...values, reference: '' } : values;
    orders.set(key, { ...order, values: { ...order.values, ...said }, rows: [...order.rows, cells] });
  }
  return [...orders.values()].map(({ line, values, items, notes, fates, rows: cells }) => {
    // An item that was returned as often as it was ordered is left out.
    const what = [...items].flatMap(([item, many]) => (many > 0 ? [counted(item, many)] : [])).join(', ');
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

/**
 * Orders whose number differs from another one's in the file only by its signs: customers would ask for both with the same
 * letters.
 */
function otherSpellings(orders: readonly OrderRows[]): ReadonlySet<OrderRows> {
  const known = new Set<string>();
  return new Set(
    orders.filter(({ values: { reference = '' } }) => {
      const key = referenceKey(reference);
      const isKnown = key !== '' && known.has(key);
      known.add(key);
      return isKnown;
    }),
  );
}

const alike = ({ line, values: { reference = '', name = '' } }: OrderRows): ImportRowDto =>
  notImported(line, `${reference} ${name}`.trim(), refusal('bad-input.like-order'));

/** A further row that only adds an item says nothing about the order. */
function saysMore({ column, status, payment, canceled, done, name, number }: OrderRows['values']): boolean {
  return [column, status, payment, canceled, done, name, number].some((each) => each !== undefined);
}

/** The order stays open as long as one of its items has to be made. */
function fateOfAll(fates: readonly Fate[]): Fate {
  if (fates.length === 0 || fates.includes('open')) return 'open';
  if (fates.includes('not-yet')) return 'not-yet';
  return fates.includes('over') ? 'over' : 'canceled';
}

const counted = (item: string, many: number): string =>
  many === 1 ? item : `${Math.round(many * 1_000) / 1_000} × ${item}`;

/** Reads `2`, `2,00`, `1.000,00`, `3x`, `4 Stk.`, `-1`; 1 if there is no number given; null if the quantity is in words. */
function countIn(input: string): number | null {
  const plain = input
    .slice(0, LONGEST_STATUS)
    .trim()
    .replace(/^x\s*(?=\d)/i, '')
    .replace(/\s*(?:x|×|st(?:k|ck|ück)?\.?|pcs?\.?)$/i, '')
    .replace(/^\u2212/, '-');
  if (plain === '') return 1;
  // A thousands separator is recognized if another sign separates the decimals, or if it is a sign that separates nothing else.
  const [, sign, thousands] =
    /^([+-]?)(\d{1,3}(?:[’' \u00A0]\d{3})+|\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:\.\d{3})+(?=,))/.exec(plain) ?? [];
  const whole =
    thousands === undefined
      ? plain
      : `${sign}${thousands.replace(/\D/g, '')}${plain.slice((sign ?? '').length + thousands.length)}`;
  return /^[+-]?\d{1,7}(?:[.,]\d{1,4})?$/.test(whole) ? Number(whole.replace(',', '.')) : null;
}

/** The spelling that tells the orders of a file apart: `10-1` and `101` are two orders, `#101` and `101` are one. */
function spellingOf(reference: string): string {
  const input = fold(reference).trim().replace(/^#\s*/, '');
  return referenceKey(input) === '' ? '' : input;
}

function fateOf({ column = '', status = '', payment = '', canceled = '', done = '' }: OrderRows['values']): Fate {
  const words = [column, ...status.split(/[;/]/)].map(stateIn);
  const paid = stateIn(payment);
  const isOff = saysSince(canceled) || CANCELED.test(stateIn(canceled)) || BY_SOMEBODY.test(fold(canceled));
  if (isOff || REFUNDED.test(paid) || words.some((each) => CANCELED.test(each) || REFUNDED.test(each)))
    return 'canceled';
  if ([...words, paid].some((each) => NOT_YET.test(each))) return 'not-yet';
  const isDone = saysSince(done) && !/^\d+$/.test(done.trim());
  return isDone || words.some((each) => OVER.test(each)) ? 'over' : 'open';
}

/** The status word itself, without what it belongs to, by whom and since when. */
function stateIn(input: string): string {
  const plain = input.slice(0, LONGEST_STATUS).replace(/\s+/g, ' ').trim();
  const [, word = ''] = REST_OF_STATUS.exec(plain) ?? [];
  const isWhole = word !== '' && !PARTLY.test(plain.slice(word.length));
  return plainHeading(isWhole ? word : plain)
    .replace(OF_ORDER, '')
    .replace(WHOLLY, '');
}

function importRow(orders: OrderBoard, { line, values, fate }: OrderRows, tell: boolean): ImportRowDto {
  const { reference = '', number: input, name, note, column } = values;
  // A value that is no number stays as written, so that it is refused by name. One without a digit, such as `-` or `none`, is no
  // number at all.
  const number = input === undefined || !/\d/.test(input) ? undefined : (phoneToText(input, orders.country) ?? input);
  const what = [reference, name].filter((each) => each !== undefined && each !== '').join(' ');
  const parsed = newOrder.safeParse({ reference, number: number ?? '', name: name ?? '', note: note ?? '' });
  if (!parsed.success) return notImported(line, what, refusal('bad-input.order-row'));
  const called = column === undefined ? null : orders.columns.called(column);
  const isOnBoard = orders.openOf(reference) !== null;
  // A column of the board may bear the words that other programs use for done orders; a canceled order is canceled in any column.
  const isElsewhere = fate === 'canceled' || (fate !== 'open' && called?.ok !== true);
  const isDone = called?.ok === true && orders.columns.of({ columnId: called.value }).stage === 'done';
  if (isElsewhere || (isDone && !isOnBoard)) return takenOff(orders, { line, what, reference, fate });
  if (called?.ok === false) return notImported(line, what, called.error);
  const columnId = called ?? undefined;
  // Customers are not reminded of what they were not told.
  const how = { tell, canBeUndone: false, nudges: tell };
  const open = orders.openOf(reference);
  if (open === null && orders.findSameClosed(parsed.data) !== null) return imported(line, 'same', what);
  if (open === null)
    return outcomeOf(line, what, 'new', orders.add({ ...parsed.data, columnId: columnId?.value }, how));
  // Fields that the table does not name stay as they are.
  const before = orders.toDto(open);
  const changed = orders.change(before.id, { number, name, note, columnId: columnId?.value }, how);
  const isSame = changed.ok && JSON.stringify(changed.value) === JSON.stringify(before);
  return outcomeOf(line, what, isSame ? 'same' : 'changed', changed);
}

/** The order is finished in the other program: it does not come onto the board, or leaves it. Nobody is told or asked to come. */
function takenOff(
  orders: OrderBoard,
  { line, what, reference, fate }: { line: number; what: string; reference: string; fate: Fate },
): ImportRowDto {
  const open = orders.openOf(reference);
  // An order that was not paid there may still be made here: somebody has decided so.
  if (open !== null && fate === 'not-yet') return imported(line, 'same', what);
  if (open === null) return { ...imported(line, 'same', what), reason: refusal('over-there') };
  const { id } = orders.toDto(open);
  if (fate === 'canceled') return outcomeOf(line, what, 'cancelled', orders.setRemoved(id, true));
  const done = orders.columns.called('done');
  if (!done.ok) return notImported(line, what, done.error);
  const how = { tell: false, canBeUndone: false, nudges: false };
  return outcomeOf(line, what, 'changed', orders.change(id, { columnId: done.value }, how));
}
