import { parse } from 'csv-parse/sync';

/** A row of a table, and the line of the file it ends in, counted from 1. */
export interface TableRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** What programs of several countries write between values. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** The beginning of a table shows what it looks like. */
const LOOKED_AT_LETTERS = 20_000;
const LOOKED_AT_LINES = 20;
/** The limit is high, since a note may contain many commas. */
const MOST_CELLS = 20_000;
/** No note about a customer has more lines. */
const MOST_LINES = 2_000;
/** A line that is one cell in quotes. */
const WRAPPED_LINE = /^\uFEFF?"(?:[^"]|"")*"$/;
const ESCAPED_QUOTE = /[^\\]\\"(?![,;\t|\r\n]|$)/;
/** Only a picture makes a record longer, and nobody needs that. */
const LONGEST_RECORD = 1_000_000;

/**
 * Reads the cells of a table as spreadsheets and other programs write it (RFC 4180 and similar), without empty lines. Never
 * throws. Pure.
 * @param most how many lines of it are read
 * @returns null: the text cannot be a table
 */
export function recordsOf(text: string, most = Infinity): readonly TableRecord[] | null {
  // The line from which Excel reads the delimiter, if the file has one.
  const [, told] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  // The line stays, but empty, so that all others keep their line numbers.
  const table = withoutOuterQuotes(told === undefined ? text : text.slice(text.indexOf('\n')));
  const delimiter = told ?? delimiterOf(table);
  if (hasEndlessLine(table, delimiter)) return null;
  const read = parsed(table, { delimiter, quote: '"', most });
  // Databases write a backslash before a quote within a cell, and the cell goes on behind it.
  const escaped = ESCAPED_QUOTE.test(table.slice(0, LOOKED_AT_LETTERS))
    ? parsed(table, { delimiter, quote: '"', escape: '\\', most })
    : null;
  if (escaped !== null && (read === null || ofUsualWidth(escaped) >= ofUsualWidth(read))) return escaped;
  if (read !== null && !mayHaveSwallowed(read, delimiter)) return read;
  // A quote that is never closed swallows the rows after it, so the table is also read with quotes as ordinary characters.
  const plain = parsed(table, { delimiter, quote: false, most });
  const unread = plain?.map(({ record, info }) => ({ info, record: record.map(unquoted) })) ?? null;
  return read !== null && (unread === null || ofUsualWidth(unread) <= ofUsualWidth(read)) ? read : unread;
}

/** Some programs write each row as one cell; the quotes around it are removed. */
function withoutOuterQuotes(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT_LETTERS)
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .slice(0, LOOKED_AT_LINES);
  const cells = (delimiter: string): ReadonlySet<number> => new Set(lines.map((line) => line.split(delimiter).length));
  const isWrapped =
    lines.length > 1 &&
    lines.every((line) => WRAPPED_LINE.test(line)) &&
    DELIMITERS.some((delimiter) => cells(delimiter).size === 1 && !cells(delimiter).has(1));
  if (!isWrapped) return text;
  return text.replace(/^\uFEFF?"((?:[^"\r\n]|"")*)"(?=\r?$)/gm, (_, row: string) => row.replaceAll('""', '"'));
}

/** Whether a line has more cells than any table; splitting it would block the program. */
function hasEndlessLine(text: string, delimiter: string): boolean {
  const [sign, feed] = [delimiter.charCodeAt(0), 0x0a];
  let cells = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === feed) cells = 0;
    else if (letter === sign && ++cells > MOST_CELLS) return true;
  }
  return false;
}

/** How many rows have the most common number of cells. */
function ofUsualWidth(records: readonly TableRecord[]): number {
  return widthsOf(records)[0]?.[1] ?? 0;
}

/** The widths of rows with how many rows have each, the most common first. */
function widthsOf(records: readonly TableRecord[]): readonly (readonly [width: number, rows: number])[] {
  const widths = new Map<number, number>();
  for (const { record } of records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  return [...widths].toSorted(([, a], [, b]) => b - a);
}

/** Whether a cell of several lines may contain whole rows, since its lines have as many cells as the table. */
function mayHaveSwallowed(records: readonly TableRecord[], delimiter: string): boolean {
  const width = widthsOf(records)[0]?.[0] ?? 1;
  if (width < 2) return false;
  return records.some(({ record }) =>
    record.some((cell) => {
      // The last line is cut off where the quote ends.
      const [, ...lines] = cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/) : [];
      return lines.slice(0, -1).some((line) => line.split(delimiter).length === width) || lines.length > MOST_LINES;
    }),
  );
}

/** Removes the quotes around a cell when quotes are read as ordinary characters. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

interface Reading {
  readonly delimiter: string;
  readonly quote: '"' | false;
  /** The character before a quote within a cell; left out: another quote. */
  readonly escape?: string;
  readonly most: number;
}

function parsed(text: string, { delimiter, quote, escape = '"', most }: Reading): readonly TableRecord[] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      escape,
      info: true,
      // A quote that is never closed swallows everything after it.
      max_record_size: LONGEST_RECORD,
      quote,
      // In files that were joined, the line breaks of each part may differ.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      ...(most === Infinity ? {} : { to: most }),
    }) as unknown as readonly TableRecord[];
  } catch {
    return null;
  }
}

/**
 * The delimiter that splits most of the first lines into equally many cells; titles above a table and commas in its words do not.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT_LETTERS)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => /[^\s\uFEFF]/.test(line))
    .slice(0, LOOKED_AT_LINES);
  let best: { readonly delimiter: string; readonly agreeing: number; readonly cells: number } | null = null;
  // A separator within words has a space behind it, one between cells has none: `Name, first name;telephone`.
  const inWords = (delimiter: string): number => text.slice(0, LOOKED_AT_LETTERS).split(`${delimiter} `).length;
  for (const delimiter of DELIMITERS) {
    const alike = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(delimiter).length;
      if (cells > 1) alike.set(cells, (alike.get(cells) ?? 0) + 1);
    }
    for (const [cells, agreeing] of alike)
      if (
        best === null ||
        agreeing > best.agreeing ||
        (agreeing === best.agreeing && cells > best.cells) ||
        (agreeing === best.agreeing && cells === best.cells && inWords(delimiter) < inWords(best.delimiter))
      )
        best = { delimiter, agreeing, cells };
  }
  return best?.delimiter ?? ',';
}

/** How many lines are above the headings: titles and the date of printing fill only one or two of many cells. Pure. */
export function titlesAbove(records: readonly TableRecord[], isRow: (cells: readonly string[]) => boolean): number {
  const filled = records.slice(0, LOOKED_AT_LINES).map(({ record }) => record.filter((cell) => cell !== '').length);
  const most = Math.max(0, ...filled);
  const at = filled.findIndex(
    (count, i) => !((count <= 1 && most >= 2) || (count <= 2 && most >= 4)) || isRow(records[i]?.record ?? []),
  );
  return Math.max(at, 0);
}
