import { fold } from '../../shared/fold.ts';
import { LONGEST_ORDER_NOTE, newOrder } from '../../shared/orders.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ImportRowView, ImportView } from '../../shared/views.ts';
import { NAME_HEADINGS, PHONE_HEADINGS } from '../imports/headings.ts';
import { imported, importOf, MOST_ROWS, notImported, outcomeOf } from '../imports/import-result.ts';
import { phoneToText } from '../imports/phone-cell.ts';
import { readTable, type KnownTable, type TableRow } from '../imports/table.ts';
import type { Orders } from './orders.ts';

/** What each field may be called, folded. */
const HEADINGS = {
  reference: [
    'order',
    'order number',
    'order no',
    'order id',
    'reference',
    'ref',
    'id',
    'no',
    'nr',
    'auftrag',
    'auftragsnummer',
    'auftragsnr',
    'auftrag nr',
    'bestellung',
    'bestellnummer',
    'bestellnr',
    'bestell nr',
    'commande',
    'pedido',
    'encomenda',
    'bestelling',
    'ordine',
  ],
  number: PHONE_HEADINGS,
  name: NAME_HEADINGS,
  note: ['what', 'item', 'items', 'note', 'notes', 'description', 'was', 'artikel', 'notiz', 'beschreibung', 'ware'],
  column: ['column', 'status', 'state', 'stage', 'spalte', 'stand', 'zustand'],
  quantity: [
    'quantity',
    'qty',
    'item quantity',
    'menge',
    'anzahl',
    'stuck',
    'quantite',
    'cantidad',
    'quantita',
    'aantal',
  ],
} as const satisfies Record<keyof typeof newOrder.shape | 'column' | 'quantity', readonly string[]>;
type Field = keyof typeof HEADINGS;
const BILLING_NAMES = ['billing name', 'shipping name', 'ship name', 'buyer', 'full name'];
const BILLING_PHONES = [...PHONE_HEADINGS, 'billing phone', 'shipping phone', 'phone billing', 'telefon rechnung'];

/** What widespread web shops write, a row for each item. */
const WEB_SHOPS: readonly KnownTable<Field>[] = [
  {
    // Its `Name` is the order's, its `Id` a number nobody ever sees.
    marks: ['name', 'lineitem name'],
    headings: {
      reference: ['name'],
      name: BILLING_NAMES,
      number: BILLING_PHONES,
      note: ['lineitem name'],
      quantity: ['lineitem quantity'],
    },
  },
  {
    marks: ['order id', 'lineitem name'],
    headings: {
      reference: ['order id'],
      name: BILLING_NAMES,
      number: BILLING_PHONES,
      note: ['lineitem name'],
      quantity: ['lineitem quantity'],
    },
  },
  {
    marks: ['order number', 'item name'],
    headings: { name: [...NAME_HEADINGS, ...BILLING_NAMES], number: BILLING_PHONES, note: ['item name'] },
  },
  {
    marks: ['order id', 'item name'],
    headings: { name: [...NAME_HEADINGS, ...BILLING_NAMES], number: BILLING_PHONES, note: ['item name'] },
  },
];

/**
 * Puts the orders of a table on the board; those that are there already are brought up to date.
 * @param tell the customers of what comes into a column that tells
 */
export function importOrders(orders: Orders, text: string, tell: boolean): Result<ImportView> {
  const table = readTable(text, HEADINGS, WEB_SHOPS);
  if (table === null || !table.known.has('reference'))
    return refuse('no-table', 'This is no table with a column “order number”. Save it as CSV, with headings.');
  if (table.rows.length > MOST_ROWS) return refuse('too-large', `More than ${MOST_ROWS} rows are too many at once.`);
  return ok(
    importOf(
      together(table.rows).map((row) => importRow(orders, row, tell)),
      table.unknown,
    ),
  );
}

/** Rows of one order are one order with several items: what stands in a later row is newer, what does not stays. */
function together(rows: readonly TableRow<Field>[]): readonly TableRow<Field>[] {
  const orders = new Map<string, { line: number; values: TableRow<Field>['values']; items: Set<string> }>();
  for (const { line, values } of rows) {
    const { reference = '', note = '', quantity = '' } = values;
    // Of rows without a reference each is refused by itself.
    const key = reference === '' ? `\0${line}` : fold(reference);
    const order = orders.get(key) ?? { line, values: {}, items: new Set<string>() };
    if (note !== '') order.items.add(Number(quantity) > 1 ? `${Number(quantity)} × ${note}` : note);
    orders.set(key, { ...order, values: { ...order.values, ...values } });
  }
  return [...orders.values()].map(({ line, values, items }) => {
    const note = [...items].join(', ');
    const isLong = items.size > 1 && note.length > LONGEST_ORDER_NOTE;
    return {
      line,
      values:
        items.size === 0 ? values : { ...values, note: isLong ? `${note.slice(0, LONGEST_ORDER_NOTE - 1)}…` : note },
    };
  });
}

function importRow(orders: Orders, { line, values }: TableRow<Field>, tell: boolean): ImportRowView {
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
  const columnId = column === undefined ? undefined : orders.columnCalled(column);
  if (columnId?.ok === false) return notImported(line, what, columnId.error);
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
