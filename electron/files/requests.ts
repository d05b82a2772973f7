import { entriesOf } from '../calendars/entries.ts';
import { appointmentsTable } from '../features/appointments/appointment-table.ts';
import { wholeDaysOf } from '../features/opening-hours/holiday-table.ts';
import { readSheet } from '../features/contacts/import/parsed-table.ts';
import { ordersTable } from '../features/orders/order-table.ts';

/** What can be read out of a file, each by a pure function. */
export const READINGS = {
  /** The entries of a calendar. */
  entries: entriesOf,
  /** The whole days of a calendar or a table. */
  days: wholeDaysOf,
  /** A list of customers, or an address book. */
  sheet: readSheet,
  orders: ordersTable,
  appointments: appointmentsTable,
} as const;

type Readings = typeof READINGS;
export type Reading = keyof Readings;
export type Asked<R extends Reading> = Parameters<Readings[R]>;
export type Found<R extends Reading> = ReturnType<Readings[R]>;

/** By its name. Which one fits which question is known where it is asked, and lost on the way through the thread. */
export const readingOf = <R extends Reading>(reading: R): ((...asked: Asked<R>) => Found<R>) =>
  READINGS[reading] as unknown as (...asked: Asked<R>) => Found<R>;

/** What the thread is told once it has been asked: the answer before was taken in, and the loop has turned. */
export const NEXT = 'next';

/** What the thread is asked for. */
export interface FileRequest {
  readonly reading: Reading;
  readonly asked: readonly unknown[];
}

/** One of several answers: the lists that are long come in pieces, what else was found comes last. */
export type FileAnswer =
  | { readonly list: string; readonly piece: readonly unknown[] }
  | { readonly found: Readonly<Record<string, unknown>> | null };

/** Those of them that a file makes long. */
const LONG_LISTS: ReadonlySet<string> = new Set(['entries', 'rows']);
/** Taking in more at a stretch would hold the desk. */
const MOST_AT_ONCE = 500;
const MOST_CELLS_AT_ONCE = 10_000;

/** Reads, and answers with what was found in pieces. */
export function* answersTo({ reading, asked }: FileRequest): Generator<FileAnswer, void> {
  const found = readingOf(reading)(...(asked as Asked<Reading>));
  if (found === null) {
    yield { found: null };
    return;
  }
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(found) as [string, unknown][])
    if (LONG_LISTS.has(name) && Array.isArray(value)) for (const piece of piecesOf(value)) yield { list: name, piece };
    else rest[name] = value;
  yield { found: rest };
}

/** A row of five hundred columns is as much as five hundred rows of one. */
function* piecesOf(list: readonly { readonly cells?: readonly unknown[] }[]): Generator<readonly unknown[]> {
  let [piece, cells]: [unknown[], number] = [[], 0];
  for (const each of list) {
    piece.push(each);
    cells += each.cells?.length ?? 1;
    if (piece.length < MOST_AT_ONCE && cells < MOST_CELLS_AT_ONCE) continue;
    yield piece;
    [piece, cells] = [[], 0];
  }
  // Also where there is nothing: it is an empty list, and not none.
  yield piece;
}
