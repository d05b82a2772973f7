import { newOrder } from '../../shared/orders.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ImportRowView, ImportView } from '../../shared/views.ts';
import { NAME_HEADINGS, PHONE_HEADINGS } from '../imports/headings.ts';
import { imported, importOf, MOST_ROWS, notImported, outcomeOf } from '../imports/import-result.ts';
import { readTable, type TableRow } from '../imports/table.ts';
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
} as const satisfies Record<keyof typeof newOrder.shape | 'column', readonly string[]>;
type Field = keyof typeof HEADINGS;

/**
 * Puts the orders of a table on the board; those that are there already are brought up to date.
 * @param tell the customers of what comes into a column that tells
 */
export function importOrders(orders: Orders, text: string, tell: boolean): Result<ImportView> {
  const table = readTable(text, HEADINGS);
  if (table === null || !table.known.has('reference'))
    return refuse('no-table', 'This is no table with a column “order number”. Save it as CSV, with headings.');
  if (table.rows.length > MOST_ROWS) return refuse('too-large', `More than ${MOST_ROWS} rows are too many at once.`);
  return ok(
    importOf(
      table.rows.map((row) => importRow(orders, row, tell)),
      table.unknown,
    ),
  );
}

function importRow(orders: Orders, { line, values }: TableRow<Field>, tell: boolean): ImportRowView {
  const { reference = '', number, name, note, column } = values;
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
