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
/** A note may hold many commas. */
const MOST_CELLS = 20_000;
/** No note of a customer has more. */
const MOST_LINES = 2_000;
/** All of it one cell in quotes. */
const WRAPPED_LINE = /^\uFEFF?"(?:[^"]|"")*"$/;
const ESCAPED_QUOTE = /[^\\]\\"(?![,;\t|\r\n]|$)/;
/** A picture in a cell is longer, and of no use to anybody. */
const LONGEST_RECORD = 1_000_000;

/**
 * The cells of a table as spreadsheets and other programs write it (RFC 4180 and what is like it), without empty lines. Never throws. Pure.
 * @param most lines of it are read
 * @returns null: it cannot be one
 */
export function recordsOf(text: string, most = Infinity): readonly TableRecord[] | null {
  // What Excel reads the delimiter from, where somebody has told it one.
  const [, told] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  // Its line is still there, empty, so that all others keep their numbers.
  const table = withoutOuterQuotes(told === undefined ? text : text.slice(text.indexOf('\n')));
  const delimiter = told ?? delimiterOf(table);
  if (hasEndlessLine(table, delimiter)) return null;
  const read = parsed(table, { delimiter, quote: '"', most });
  // What a database writes: a quote within a cell has a stroke before it, and what follows is still in it.
  const escaped = ESCAPED_QUOTE.test(table.slice(0, LOOKED_AT_LETTERS))
    ? parsed(table, { delimiter, quote: '"', escape: '\\', most })
    : null;
  if (escaped !== null && (read === null || ofUsualWidth(escaped) >= ofUsualWidth(read))) return escaped;
  if (read !== null && !mayHaveSwallowed(read, delimiter)) return read;
  // A quote that is never closed takes in the rows after it: with quotes that are none the quotes are letters.
  const plain = parsed(table, { delimiter, quote: false, most });
  const unread = plain?.map(({ record, info }) => ({ info, record: record.map(unquoted) })) ?? null;
  return read !== null && (unread === null || ofUsualWidth(unread) <= ofUsualWidth(read)) ? read : unread;
}

/** A program has written each row as one cell: the quotes around it part nothing. */
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

/** A line of more cells than any table has: to part it would hold whoever asks. */
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

/** How many rows have as many cells as most of them. */
function ofUsualWidth(records: readonly TableRecord[]): number {
  return widthsOf(records)[0]?.[1] ?? 0;
}

/** The width of most rows first, with their number. */
function widthsOf(records: readonly TableRecord[]): readonly (readonly [width: number, rows: number])[] {
  const widths = new Map<number, number>();
  for (const { record } of records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  return [...widths].toSorted(([, a], [, b]) => b - a);
}

/** Whether a cell of several lines may hold whole rows: as many cells in each of its lines as the table has. */
function mayHaveSwallowed(records: readonly TableRecord[], delimiter: string): boolean {
  const width = widthsOf(records)[0]?.[0] ?? 1;
  if (width < 2) return false;
  return records.some(({ record }) =>
    record.some((cell) => {
      // The last of its lines is cut, where the quote ends.
      const [, ...lines] = cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/) : [];
      return lines.slice(0, -1).some((line) => line.split(delimiter).length === width) || lines.length > MOST_LINES;
    }),
  );
}

/** A cell that stands in quotes, where quotes are letters otherwise. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

interface Reading {
  readonly delimiter: string;
  readonly quote: '"' | false;
  /** Before a quote within a cell; left out: another one. */
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
      // A quote that is never closed takes in all that follows.
      max_record_size: LONGEST_RECORD,
      quote,
      // Of files that were put together each line ends as it was written.
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

/** The one that parts most lines of the beginning into equally many cells: titles above a table and commas in its words do not. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT_LETTERS)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => /[^\s\uFEFF]/.test(line))
    .slice(0, LOOKED_AT_LINES);
  let best: { readonly delimiter: string; readonly agreeing: number; readonly cells: number } | null = null;
  // What stands between words has a space behind it, what parts cells has none: `Name, first name;telephone`.
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

/** How many lines stand above the headings: titles and the day of printing fill a cell or two of many. Pure. */
export function titlesAbove(records: readonly TableRecord[], isRow: (cells: readonly string[]) => boolean): number {
  const filled = records.slice(0, LOOKED_AT_LINES).map(({ record }) => record.filter((cell) => cell !== '').length);
  const most = Math.max(0, ...filled);
  const at = filled.findIndex(
    (count, i) => !((count <= 1 && most >= 2) || (count <= 2 && most >= 4)) || isRow(records[i]?.record ?? []),
  );
  return Math.max(at, 0);
}
