/** What a spreadsheet would reckon out instead of showing it (OWASP: CSV injection). A telephone number in full is none. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'(?='*[=+\-@\t\r])/;
const PHONE = /^\+\d[\d ]*$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A table as spreadsheets read it (RFC 4180): with a byte order mark, so that Excel takes it for UTF-8, and with what looks like a
 * formula made a text. Pure.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`;
}

/** A line of such a table, with its end. Pure. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(cellOf).join(',')}\r\n`;
}

/** What makes a spreadsheet take digits for words: `="0171 2223344"`. */
const FORMULA_OF_WORDS = /^="((?:[^"]|"")*)"$/;

/** A cell as it was before it was guarded. */
export const unguarded = (cell: string): string =>
  cell.replace(FORMULA_OF_WORDS, (_, words: string) => words.replaceAll('""', '"')).replace(GUARDED, '');

function cellOf(value: string): string {
  const guarded = FORMULA.test(value) && !PHONE.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",;\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
