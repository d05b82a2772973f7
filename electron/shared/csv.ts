/** Cells that a spreadsheet would evaluate instead of showing (OWASP: CSV injection). A complete telephone number is not one. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'(?='*[=+\-@\t\r])/;
const PHONE = /^\+\d[\d ]*$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A table as spreadsheets read it (RFC 4180). It begins with a byte order mark so that Excel takes it for UTF-8, and cells that
 * look like formulas are turned into text. Pure.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(csvLine).join('')}`;
}

/** One line of such a table, including its line end. Pure. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(cellOf).join(',')}\r\n`;
}

/** The form in which digits are marked as text for a spreadsheet: `="0171 2223344"`. */
const FORMULA_OF_WORDS = /^="((?:[^"]|"")*)"$/;

/** A cell as it was before formulas in it were guarded. */
export const unguarded = (cell: string): string =>
  cell.replace(FORMULA_OF_WORDS, (_, words: string) => words.replaceAll('""', '"')).replace(GUARDED, '');

function cellOf(value: string): string {
  const guarded = FORMULA.test(value) && !PHONE.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",;\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
