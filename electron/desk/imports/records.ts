import { parse } from 'csv-parse/sync';

/** A line of a table, and the line of the file it ends in, from 1. */
export interface TableRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** What programs of several countries put between the values. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** What a table looks like is seen in its beginning. */
const LOOKED_AT_LETTERS = 20_000;
const LOOKED_AT_LINES = 20;

/**
 * The cells of a table as spreadsheets and other programs write it (RFC 4180 and what is like it), without empty lines. Never throws. Pure.
 * @returns null: it cannot be one
 */
export function recordsOf(text: string): readonly TableRecord[] | null {
  // What Excel reads the delimiter from, where somebody has told it one.
  const [, told] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  // Its line is still there, empty, so that all others keep their numbers.
  const table = told === undefined ? text : text.slice(text.indexOf('\n'));
  const delimiter = told ?? delimiterOf(table);
  // With quotes that are none the quotes are letters.
  return parsed(table, delimiter, '"') ?? parsed(table, delimiter, false);
}

function parsed(text: string, delimiter: string, quote: '"' | false): readonly TableRecord[] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      quote,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly TableRecord[];
  } catch {
    return null;
  }
}

/** The one that parts most lines of the beginning into equally many cells: titles above a table and commas in its words do not. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT_LETTERS)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => /[^\s\uFEFF]/.test(line))
    .slice(0, LOOKED_AT_LINES);
  let best: { readonly delimiter: string; readonly agreeing: number; readonly cells: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const alike = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(delimiter).length;
      if (cells > 1) alike.set(cells, (alike.get(cells) ?? 0) + 1);
    }
    for (const [cells, agreeing] of alike)
      if (best === null || agreeing > best.agreeing || (agreeing === best.agreeing && cells > best.cells))
        best = { delimiter, agreeing, cells };
  }
  return best?.delimiter ?? ',';
}

/** How many lines stand above the headings: titles and the day of printing fill a cell or two of many. Pure. */
export function titlesAbove(records: readonly TableRecord[], isRow: (cells: readonly string[]) => boolean): number {
  const filled = records.slice(0, LOOKED_AT_LINES).map(({ record }) => record.filter((cell) => cell !== '').length);
  const most = Math.max(0, ...filled);
  const at = filled.findIndex(
    (count, i) => !((count <= 1 && most >= 2) || (count <= 2 && most >= 4)) || isRow(records[i]?.record ?? []),
  );
  return Math.max(at, 0);
}
