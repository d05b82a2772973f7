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

/** What programs write beside an order that nothing is left to do about, folded. */
const OVER =
  /^(?:wc )?(?:completed?|fulfilled|shipped|dispatched|delivered|done|closed|archived|picked up|collected|erledigt|abgeschlossen|fertiggestellt|versendet|versandt|verschickt|ausgeliefert|geliefert|zugestellt|abgeholt|terminee?|expediee?|livree?|wyslan[ey]|zrealizowan[ey]|afgehaald|teslim edildi|completad[oa]|enviad[oa]|entregad[oa]|completat[oa]|spedit[oa]|consegnat[oa]|afgerond|verzonden|geleverd)$/;
/** Beside one that is none any more. */
const CANCELED =
  /^(?:wc )?(?:cancell?ed|voided|trash|storno|storniert|abgebrochen|returned|retourniert|retoure|anulowan[ey]|iptal(?: edildi)?|zruseno|annulee?|cancelad[oa]|anulad[oa]|annullat[oa]|geannuleerd)$/;
/** Beside one whose money has gone back: of a payment it says nothing else. */
const REFUNDED =
  /^(?:wc )?(?:refunded|voided|erstattet|ruckerstattet|zuruckerstattet|remboursee?|reembolsad[oa]|rimborsat[oa]|terugbetaald)$/;
/** In place of a yes. */
const BY_SOMEBODY =
  /^(?:durch|von|vom|by|par|por) (?:de[mnr] |the |le |la |el )?(?:kund|customer|client|kaufer|buyer|seller|verkaufer|shop|system|admin)/;
/** Before one of these. */
const WHOLLY = /^(?:komplett|vollstandig|fully|completely|entierement|completamente|volledig) /;
/** In place of a number, below a table. */
const TOTALS =
  /^(?:(?:summe|gesamt|gesamtsumme|zwischensumme|total|totals|subtotal|grand total|totaal|totale|somme|anzahl)(?: \p{L}.*)?|(?:seite|page|pagina) \d.*|\d+ (?:datensatze?|zeilen|auftrage?|bestellungen|records|rows|orders)|ende|end|fin)$/u;
/** Before and behind the word that says how far an order is. */
const OF_ORDER = /^(?:auftrag|bestellung|order) /;
/** By whom, by which carrier, since when; what says that it is not wholly so is none of it. */
const REST_OF_STATUS =
  /^(.*?)(?: ?\([^()]*\)| [-–—:] .*|(?<=\p{L}) (?:am|by|durch|vom|von|on|le) .*|(?<=\p{L}) \d{1,2}\.\d{1,2}[\d.:/ -]*)$/iu;
const PARTLY =
  /teil|part|rest|folgt|erwartet|expected|\d\s*(?:\/|von|of)\s*\d|(?:^|\P{L})(?:by|bis|until)(?!\p{L}).*\d/iu;
const LONGEST_STATUS = 120;
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
  readonly isDryRun: boolean;
}

/** Puts the orders of a table on the board; those that are there already are brought up to date. */
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
    // In words it stands beside what it is: `2 kg`.
    const what = many === null ? `${quantity} ${item}` : item;
    if (item !== '') order.items.set(what, (order.items.get(what) ?? 0) + (many ?? 1));
    if (note !== '') order.notes.add(item === '' && many !== null && many > 1 ? counted(note, many) : note);
    if (order.rows.length === 0 || saysMore(values)) order.fates.push(fateOf(values));
    const said = isNone ? { ...values, reference: '' } : values;
    orders.set(key, { ...order, values: { ...order.values, ...said }, rows: [...order.rows, cells] });
  }
  return [...orders.values()].map(({ line, values, items, notes, fates, rows: cells }) => {
    // What was taken back as often as it was ordered is none.
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

/** Those whose number is that of another order of the file but for its signs: customers ask for both by the same letters. */
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

/** A further row that only brings an item says nothing of the order. */
function saysMore({ column, status, payment, canceled, done, name, number }: OrderRows['values']): boolean {
  return [column, status, payment, canceled, done, name, number].some((each) => each !== undefined);
}

/** As long as one of its items is to be made the order goes on. */
function fateOfAll(fates: readonly Fate[]): Fate {
  if (fates.length === 0 || fates.includes('open')) return 'open';
  if (fates.includes('not-yet')) return 'not-yet';
  return fates.includes('over') ? 'over' : 'canceled';
}

const counted = (item: string, many: number): string =>
  many === 1 ? item : `${Math.round(many * 1_000) / 1_000} × ${item}`;

/** `2`, `2,00`, `1.000,00`, `3x`, `4 Stk.`, `-1`; one where it does not say; null: in words. */
function countIn(input: string): number | null {
  const plain = input
    .slice(0, LONGEST_STATUS)
    .trim()
    .replace(/^x\s*(?=\d)/i, '')
    .replace(/\s*(?:x|×|st(?:k|ck|ück)?\.?|pcs?\.?)$/i, '')
    .replace(/^\u2212/, '-');
  if (plain === '') return 1;
  // Thousands are parted where another sign parts the decimals, or by what parts nothing else.
  const [, sign, thousands] =
    /^([+-]?)(\d{1,3}(?:[’' \u00A0]\d{3})+|\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:\.\d{3})+(?=,))/.exec(plain) ?? [];
  const whole =
    thousands === undefined
      ? plain
      : `${sign}${thousands.replace(/\D/g, '')}${plain.slice((sign ?? '').length + thousands.length)}`;
  return /^[+-]?\d{1,7}(?:[.,]\d{1,4})?$/.test(whole) ? Number(whole.replace(',', '.')) : null;
}

/** As it is told apart from the others of a file: `10-1` and `101` are two, `#101` and `101` are one. */
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

/** The word of it, without whose it is, by whom and since when. */
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
  // What is no number stays as it is written, to be refused by its name.
  // `-`, `none`: without a digit it is none at all.
  const number = input === undefined || !/\d/.test(input) ? undefined : (phoneToText(input, orders.country) ?? input);
  const what = [reference, name].filter((each) => each !== undefined && each !== '').join(' ');
  const parsed = newOrder.safeParse({ reference, number: number ?? '', name: name ?? '', note: note ?? '' });
  if (!parsed.success) return notImported(line, what, refusal('bad-input.order-row'));
  const called = column === undefined ? null : orders.columns.called(column);
  const isOnBoard = orders.openOf(reference) !== null;
  // A column of the board may be called as other programs call what is over; what is canceled there is so whatever stands beside it.
  const isElsewhere = fate === 'canceled' || (fate !== 'open' && called?.ok !== true);
  const isDone = called?.ok === true && orders.columns.of({ columnId: called.value }).stage === 'done';
  if (isElsewhere || (isDone && !isOnBoard)) return takenOff(orders, { line, what, reference, fate });
  if (called?.ok === false) return notImported(line, what, called.error);
  const columnId = called ?? undefined;
  // Nobody is reminded of what they were not told.
  const how = { tell, canBeUndone: false, nudges: tell };
  const open = orders.openOf(reference);
  if (open === null && orders.findSameClosed(parsed.data) !== null) return imported(line, 'same', what);
  if (open === null)
    return outcomeOf(line, what, 'new', orders.add({ ...parsed.data, columnId: columnId?.value }, how));
  // What the table says nothing of stays.
  const before = orders.toDto(open);
  const changed = orders.change(before.id, { number, name, note, columnId: columnId?.value }, how);
  const isSame = changed.ok && JSON.stringify(changed.value) === JSON.stringify(before);
  return outcomeOf(line, what, isSame ? 'same' : 'changed', changed);
}

/** There nothing is to do about it: it does not come onto the board, or goes from it. Nobody is told, nor asked to come. */
function takenOff(
  orders: OrderBoard,
  { line, what, reference, fate }: { line: number; what: string; reference: string; fate: Fate },
): ImportRowDto {
  const open = orders.openOf(reference);
  // What was not paid there may be made here all the same: somebody knows.
  if (open !== null && fate === 'not-yet') return imported(line, 'same', what);
  if (open === null) return { ...imported(line, 'same', what), reason: refusal('over-there') };
  const { id } = orders.toDto(open);
  if (fate === 'canceled') return outcomeOf(line, what, 'cancelled', orders.setRemoved(id, true));
  const done = orders.columns.called('done');
  if (!done.ok) return notImported(line, what, done.error);
  const how = { tell: false, canBeUndone: false, nudges: false };
  return outcomeOf(line, what, 'changed', orders.change(id, { columnId: done.value }, how));
}
