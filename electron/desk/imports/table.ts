import { fold } from '../../shared/fold.ts';
import { recordsOf } from './records.ts';

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

/** A program known by some of its headings, which calls things otherwise than others do. */
export interface KnownTable<F extends string> {
  /** All of them stand there; as {@link plainHeading} gives them. */
  readonly marks: readonly string[];
  readonly headings: Readonly<Partial<Record<F, readonly string[]>>>;
}

/** Lines above the headings are looked through. */
const MOST_TITLES = 20;

/**
 * Reads a table as spreadsheets and other programs write it: by its headings, in whatever order.
 * @param headings what each field may be called, as {@link plainHeading} gives it
 * @param programs what those that are known call it instead
 * @returns null: this is no such table
 */
export function readTable<F extends string>(
  text: string,
  headings: Readonly<Record<F, readonly string[]>>,
  programs: readonly KnownTable<F>[] = [],
): Table<F> | null {
  const records = recordsOf(text);
  if (records === null) return null;
  // Titles may stand above the headings.
  const heads = records
    .slice(0, MOST_TITLES)
    .map(({ record }) => fieldsOf(record.map(plainHeading), headings, programs));
  const meaning = heads.map((each) => new Set(each.filter((field) => field !== null)).size);
  const at = meaning.indexOf(Math.max(0, ...meaning));
  const head = records[at];
  const fields = heads[at];
  if (head === undefined || fields === undefined) return null;
  const body = records.slice(at + 1);
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

function fieldsOf<F extends string>(
  plain: readonly string[],
  headings: Readonly<Record<F, readonly string[]>>,
  programs: readonly KnownTable<F>[],
): readonly (F | null)[] {
  const program = programs.find(({ marks }) => marks.every((mark) => plain.includes(mark)));
  return plain.map((heading) => fieldOf(heading, { ...headings, ...program?.headings }));
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
