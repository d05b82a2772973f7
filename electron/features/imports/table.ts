import { unguarded } from '../../shared/csv.ts';
import { fold } from '../../shared/fold.ts';
import { MOST_TABLE_COLUMNS } from '../../shared/import-words.ts';
import type { ImportColumnDto } from './contract.ts';
import {
  FAMILY_NAME_HEADINGS,
  GIVEN_NAME_HEADINGS,
  isOthersHeading,
  isPhoneHeading,
  OTHER_NUMBERS,
} from './headings.ts';
import { recordsOf } from './records.ts';

/** A file with more rows is not one from a shop's daily work. */
export const MOST_ROWS = 2_000;

/** A row of a table with the fields that are known, and the line of the file in which it begins. */
export interface TableRow<F extends string> {
  readonly line: number;
  readonly values: Readonly<Partial<Record<F, string>>>;
  /** The cells as they are in the file. */
  readonly cells: readonly string[];
}

export interface Table<F extends string> {
  readonly rows: readonly TableRow<F>[];
  readonly known: ReadonlySet<F>;
  /** The headings that have no meaning here. */
  readonly unknown: readonly string[];
  /** The text above the headings and in them. */
  readonly titles: string;
  /** The columns, for somebody to check and to say what each holds. */
  readonly columns: readonly ImportColumnDto[];
}

/** A program that is recognized by some of its headings and has its own names for things. */
export interface KnownTable<F extends string> {
  /** The table has all of these headings, in the form that {@link plainHeading} returns. */
  readonly marks: readonly string[];
  readonly headings: Readonly<Partial<Record<F, readonly string[]>>>;
}

interface ReadingTable<F extends string> {
  readonly programs?: readonly KnownTable<F>[];
  readonly chosen?: readonly (F | null)[] | null;
  /** Whether the cells of a column show that it does not hold what its heading says. */
  readonly isNot?: (field: F, cells: readonly string[]) => boolean;
}

const SAMPLES = 3;
/** This many rows are enough to see what a column holds. */
export const LOOKED_AT_ROWS = 1_000;
const LONGEST_SAMPLE = 60;
/** A longer cell is not a heading and is not searched for one. */
const LONGEST_HEADING = 200;
/** A phone number has at least this many digits. */
const FEWEST_DIGITS = 6;
/** At most this many lines are searched for the headings. */
const MOST_TITLES = 20;

/**
 * Reads a table as spreadsheets and other programs write it, by its headings in any order.
 * @param headings what each field may be called, in the form that {@link plainHeading} returns
 * @param programs known programs and what they call the fields instead
 * @param chosen what a person says that each column holds; null: the headings decide
 * @returns null: the text is not a table
 */
export function readTable<F extends string>(
  text: string,
  headings: Readonly<Record<F, readonly string[]>>,
  { programs = [], chosen = null, isNot = () => false }: ReadingTable<F> = {},
): Table<F> | null {
  // One row more than the limit is read, so that too many rows can be reported.
  const records = recordsOf(text, MOST_TITLES + MOST_ROWS + 2);
  if (records === null) return null;
  // There may be titles above the headings.
  const heads = records
    .slice(0, MOST_TITLES)
    .map(({ record }) => columnsOf(record.map(plainHeading), headings, programs));
  const meaning = heads.map((each) => new Set(each.flatMap((column) => column?.field ?? [])).size);
  const at = meaning.indexOf(Math.max(0, ...meaning));
  const head = records[at];
  const guessed = heads[at];
  if (head === undefined || guessed === undefined) return null;
  const body = records.slice(at + 1).filter(({ record }) => record.some((value) => value !== ''));
  const beginning = body.slice(0, LOOKED_AT_ROWS).map(({ record }) => record);
  const isWrong = ({ field, isGuess }: Column<F>, i: number): boolean => {
    const cells = beginning.flatMap((record) => record[i] || []);
    return isNot(field, cells) || (isGuess && !areNumbers(cells));
  };
  const columns =
    chosen === null
      ? guessed.map((column, i) => (column === null || isWrong(column, i) ? null : column))
      : chosenColumns(chosen);
  const fields = columns.map((column) => column?.field ?? null);
  const width = Math.min(MOST_TABLE_COLUMNS, Math.max(head.record.length, body[0]?.record.length ?? 0));
  return {
    known: new Set(fields.filter((field) => field !== null)),
    titles: records
      .slice(0, at + 1)
      .map(({ record }) => record.join(' '))
      .join('\n'),
    unknown: head.record.filter((heading, i) => fields[i] === null && heading !== ''),
    columns: Array.from({ length: width }, (_, i) => ({
      heading: head.record[i] ?? '',
      field: fields[i] ?? null,
      samples: samplesOf(beginning, i),
    })),
    rows: body.map(({ record, info }) => ({
      line: info.lines,
      values: valuesOf(record, columns),
      cells: record.map(unguarded),
    })),
  };
}

/** A few different values of a column, for a person to look at. Pure. */
export function samplesOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const found = new Set<string>();
  for (const row of rows) {
    if (found.size === SAMPLES) break;
    const cell = row[column] ?? '';
    if (cell !== '') found.add(cell.slice(0, LONGEST_SAMPLE));
  }
  return [...found];
}

/** What a column holds, and how surely: of several columns for one field, the one with the lowest rank counts. */
interface Column<F extends string> {
  readonly field: F;
  readonly rank: number;
  /** The half of a name that the column holds. */
  readonly part: 'given' | 'family' | null;
  /** The column is about whoever a parcel is delivered to; it is used only if the customer's own is empty. */
  readonly isOther: boolean;
  /** Only a word of the heading is known, so the cells have to confirm it. */
  readonly isGuess: boolean;
}

interface Said<F extends string> {
  readonly column: Column<F>;
  readonly value: string;
}

/**
 * Several numbers of one customer are joined, and the one that can receive messages is searched as in a single cell; some
 * programs spread a status over several columns.
 */
const NUMBER = 'number';
const JOINED: ReadonlySet<string> = new Set([NUMBER, 'status']);
/** Two such columns are two different things, so the other does not stand in if the one that counts is empty. */
const EXACT = 'reference';
const NAME = 'name';

/** The value of each field; if several columns hold it, those that are not empty count. */
function valuesOf<F extends string>(
  record: readonly string[],
  columns: readonly (Column<F> | null)[],
): Readonly<Partial<Record<F, string>>> {
  const said = new Map<F, Said<F>[]>();
  columns.forEach((column, i) => {
    const value = record[i] ?? '';
    if (column === null || value === '') return;
    const before = said.get(column.field);
    if (before === undefined) said.set(column.field, [{ column, value }]);
    else before.push({ column, value });
  });
  const values: Partial<Record<F, string>> = {};
  for (const [field, all] of said) {
    const sorted = all.toSorted((a, b) => a.column.rank - b.column.rank);
    const own = sorted.filter(({ column }) => !column.isOther);
    const asked = own.length > 0 ? own : sorted;
    if (field === NAME) values[field] = nameOf(asked, columns);
    else values[field] = JOINED.has(field) ? asked.map(({ value }) => value).join('; ') : asked[0]?.value;
  }
  return values;
}

/**
 * A whole name, or one from its halves: first and last name in two columns, or one of them beside a column that is called `Name`.
 */
function nameOf<F extends string>(said: readonly Said<F>[], columns: readonly (Column<F> | null)[]): string {
  const valueOf = (part: Column<F>['part']): string => said.find(({ column }) => column.part === part)?.value ?? '';
  const [whole, given, family] = [valueOf(null), valueOf('given'), valueOf('family')];
  const holds = (half: string): boolean => half === '' || fold(whole).includes(fold(half));
  if (whole !== '' && holds(given) && holds(family)) return whole;
  if (given !== '' && family !== '') return `${given} ${family}`;
  const parts = new Set(columns.map((column) => column?.part));
  // If each half has its own column, an empty one does not mean that the whole name lacks that half.
  if (whole !== '' && parts.has('given') && parts.has('family')) return whole;
  return [given, whole, family].filter((each) => each !== '').join(' ');
}

/** The columns as a person chose them. Two columns for a name are its halves, in their order. */
function chosenColumns<F extends string>(chosen: readonly (F | null)[]): readonly (Column<F> | null)[] {
  const names = chosen.flatMap((field, i) => (field === NAME ? [i] : []));
  return chosen.map((field, rank) => {
    if (field === null) return null;
    const part = names.length < 2 ? null : names[0] === rank ? 'given' : names[1] === rank ? 'family' : null;
    return { field, rank, part, isOther: false, isGuess: false };
  });
}

function columnsOf<F extends string>(
  plain: readonly string[],
  headings: Readonly<Record<F, readonly string[]>>,
  programs: readonly KnownTable<F>[],
): readonly (Column<F> | null)[] {
  const program = programs.find(({ marks }) => marks.every((mark) => plain.includes(mark)));
  const all = plain.map((heading) => columnOf(heading, { ...headings, ...program?.headings }));
  return all.map((column) => {
    const isSecond = column !== null && all.some((each) => each?.field === column.field && each.rank < column.rank);
    return isSecond && column.field === EXACT ? null : column;
  });
}

function columnOf<F extends string>(
  heading: string,
  headings: Readonly<Record<F, readonly string[]>>,
): Column<F> | null {
  const fields = Object.entries(headings) as [F, readonly string[]][];
  const found = fields.find(([, names]) => names.includes(heading));
  if (found !== undefined) {
    const [field, names] = found;
    const isOther = (field === NUMBER || field === NAME) && isOthersHeading(heading);
    return { field, rank: names.indexOf(heading), part: null, isOther, isGuess: false };
  }
  const number = fields.find(([field]) => field === NUMBER);
  // A heading that is known only by a word of it ranks behind those that are known completely.
  if (number !== undefined && isPhoneHeading(heading) && !OTHER_NUMBERS.test(heading))
    return {
      field: number[0],
      rank: number[1].length,
      part: null,
      isOther: isOthersHeading(heading),
      isGuess: true,
    };
  const name = fields.find(([field]) => field === NAME)?.[0];
  const isGiven = GIVEN_NAME_HEADINGS.includes(heading);
  if (name === undefined || (!isGiven && !FAMILY_NAME_HEADINGS.includes(heading))) return null;
  return { field: name, rank: 0, part: isGiven ? 'given' : 'family', isOther: false, isGuess: false };
}

/** Whether most of the cells have enough digits for a phone number. */
function areNumbers(cells: readonly string[]): boolean {
  const long = cells.filter((cell) => cell.slice(0, LONGEST_HEADING).replace(/\D/g, '').length >= FEWEST_DIGITS);
  return cells.length === 0 || long.length * 2 >= cells.filter((cell) => /\d/.test(cell)).length;
}

/** `Phone No.`, `phone_no` and `phoneNo` become the same; `WhatsApp` stays one word. */
export function plainHeading(heading: string): string {
  const isCamel = /^\p{Ll}+\p{Lu}/u.test(heading.slice(0, LONGEST_HEADING));
  const short = heading.slice(0, LONGEST_HEADING);
  return fold(isCamel ? short.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2') : short)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
