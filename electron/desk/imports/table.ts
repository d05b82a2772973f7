import { parse } from 'csv-parse/sync';
import { fold } from '../../shared/fold.ts';

/** A row of a table with the fields that are known, and the line of the file it begins in. */
export interface TableRow<F extends string> {
  readonly line: number;
  readonly values: Readonly<Partial<Record<F, string>>>;
}

export interface Table<F extends string> {
  readonly rows: readonly TableRow<F>[];
  readonly known: ReadonlySet<F>;
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[];
}

/** What programs of several countries put between the values. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads a table as spreadsheets and other programs write it: by its headings, in whatever order.
 * @param headings what each field may be called, as {@link plainHeading} gives it
 * @returns null: this is no such table
 */
export function readTable<F extends string>(
  text: string,
  headings: Readonly<Record<F, readonly string[]>>,
): Table<F> | null {
  let records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch {
    return null;
  }
  const [head, ...body] = records;
  if (head === undefined) return null;
  const fields = head.record.map((heading) => fieldOf(plainHeading(heading), headings));
  const known = new Set(fields.filter((field) => field !== null));
  if (known.size === 0) return null;
  return {
    known,
    unknown: head.record.filter((heading, i) => fields[i] === null && heading !== ''),
    rows: body
      .filter(({ record }) => record.some((value) => value !== ''))
      .map(({ record, info }) => ({ line: info.lines, values: valuesOf(record, fields) })),
  };
}

/** The first column of a field that says something is its value. */
function valuesOf<F extends string>(
  record: readonly string[],
  fields: readonly (F | null)[],
): Readonly<Partial<Record<F, string>>> {
  const values: Partial<Record<F, string>> = {};
  fields.forEach((field, i) => {
    const value = record[i] ?? '';
    if (field !== null && value !== '' && values[field] === undefined) values[field] = value;
  });
  return values;
}

function fieldOf<F extends string>(heading: string, headings: Readonly<Record<F, readonly string[]>>): F | null {
  const all = Object.entries(headings) as [F, readonly string[]][];
  return all.find(([, names]) => names.includes(heading))?.[0] ?? null;
}

/** `Phone No.` and `phone_no` are one. */
export function plainHeading(heading: string): string {
  return fold(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The one that stands most often in the first line. */
export function delimiterOf(text: string): string {
  const first = (/^\uFEFF?\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => [first.split(delimiter).length, delimiter] as const);
  return counts.toSorted(([a], [b]) => b - a)[0]?.[1] ?? ',';
}
