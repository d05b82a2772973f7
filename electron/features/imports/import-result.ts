import { csvLine, toCsv } from '../../shared/csv.ts';
import type { Refusal, Result } from '../../shared/result.ts';
import type { ImportOutcome, ImportRowDto, ImportDto } from './contract.ts';
import type { Slices } from '../../core/slices.ts';
import type { Table } from './table.ts';

/** Nobody looks at more rows; of the others only their count is reported. */
export const ROWS_TOLD = 500;

export const imported = (line: number, outcome: ImportOutcome, what: string): ImportRowDto => ({
  line,
  outcome,
  what,
  reason: null,
});

export const notImported = (line: number, what: string, reason: Refusal): ImportRowDto => ({
  line,
  outcome: 'refused',
  what,
  reason,
});

/** The outcome of a row that was imported or refused. */
export function outcomeOf(
  line: number,
  what: string,
  outcome: Exclude<ImportOutcome, 'refused'>,
  result: Result<unknown>,
): ImportRowDto {
  return result.ok ? imported(line, outcome, what) : notImported(line, what, result.error);
}

/** The rows that were not imported, as they are in the file, each with its reason; null: there are none. */
export async function refusedTable(
  slices: Slices,
  headings: readonly string[],
  refused: readonly { readonly cells: readonly string[]; readonly reason: string }[],
): Promise<string | null> {
  if (refused.length === 0) return null;
  const width = refused.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const filled = (cells: readonly string[]): readonly string[] =>
    Array.from({ length: width }, (_, i) => cells[i] ?? '');
  const lines = await slices.reckon(refused, ({ cells, reason }) => csvLine([...filled(cells), reason]));
  return `${toCsv([[...filled(headings), 'Reason']])}${lines.join('')}`;
}

interface ImportNotes {
  /** Rows that were imported without a part of them, or left out as something else. */
  readonly notes?: readonly ImportRowDto[];
  /** If the file is a table: what its columns were taken for, and which of its rows a line of the result is about. */
  readonly table?: Pick<Table<string>, 'columns' | 'unknown'>;
  readonly rowsOf?: (line: number) => readonly (readonly string[])[];
}

/** @param slices needed because a file may hold as many rows as a calendar has entries */
export async function importOf(
  slices: Slices,
  rows: readonly ImportRowDto[],
  { notes = [], table, rowsOf }: ImportNotes = {},
): Promise<ImportDto> {
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  const headings = table?.columns.map(({ heading }) => heading) ?? ['Line', 'What'];
  const cellsOf = ({ line, what }: ImportRowDto): readonly (readonly string[])[] =>
    rowsOf?.(line) ?? [[`${line}`, what]];
  const told = firstToTell(rows);
  return {
    rows: told,
    more: rows.length - told.length,
    notes: firstToTell(notes),
    unknown: table?.unknown ?? [],
    columns: table?.columns ?? [],
    refused: await refusedTable(
      slices,
      headings,
      refused.flatMap((row) => cellsOf(row).map((cells) => ({ cells, reason: row.reason?.message ?? '' }))),
    ),
    counts: countsOf(rows),
  };
}

/**
 * If there are more rows than are reported, those that somebody has to look at come first; else they keep the file's order. Pure.
 */
function firstToTell(rows: readonly ImportRowDto[]): readonly ImportRowDto[] {
  if (rows.length <= ROWS_TOLD) return rows;
  const urgent = rows.filter(({ outcome }) => outcome === 'refused');
  const noted = rows.filter(({ outcome, reason }) => outcome !== 'refused' && reason !== null);
  const plain = rows.filter(({ outcome, reason }) => outcome !== 'refused' && reason === null);
  return [...urgent, ...noted, ...plain].slice(0, ROWS_TOLD);
}

export function countsOf(rows: readonly Pick<ImportRowDto, 'outcome'>[]): ImportDto['counts'] {
  const counts = { new: 0, changed: 0, cancelled: 0, same: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
