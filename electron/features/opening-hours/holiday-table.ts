import { dayName, daysOfCalendar, type CalendarDay, type CalendarDays } from '../../calendars/whole-days.ts';
import { fold } from '../../shared/fold.ts';
import { lazily } from '../../shared/lazily.ts';
import { MOST_FOUND_DAYS, type HolidayField } from '../../shared/import-words.ts';
import type { ImportColumnDto } from '../imports/contract.ts';
import {
  DAY_HEADINGS,
  DAY_OR_WEEKDAY_HEADINGS,
  NAME_HEADINGS,
  SUBJECT_HEADINGS,
  TIME_HEADINGS,
  WHOLE_DAY_HEADINGS,
} from '../imports/headings.ts';
import { readTable, type Table, type TableRow } from '../imports/table.ts';
import { isMonthFirstIn, readDay, saysNo, saysYes, timeIn, wallOfInstant } from '../imports/wall-words.ts';

/** How a file of holidays is read. */
export interface HolidayRequest {
  /** `YYYY-MM-DD`: days that ended before are left out. */
  readonly since: string;
  /** The shop's IANA time zone: some servers write whole days as midnights in UTC. */
  readonly zone: string;
  /** What a person says that each column holds; null means that the headings decide. */
  readonly columns: readonly (HolidayField | null)[] | null;
  /** Whether the month comes first, if no day of the table shows it. */
  readonly isMonthFirst: boolean;
}

export interface DaysOfTable extends CalendarDays {
  readonly columns: readonly ImportColumnDto[];
  /** Whether one of the columns holds days. */
  readonly isDated: boolean;
}

/** The folded names that each field may have; the first field that matches a heading takes it. */
const HEADINGS = {
  from: [
    ...DAY_HEADINGS,
    'from',
    'start',
    'von',
    'ab',
    'du',
    'desde',
    'da',
    'van',
    'first day',
    'erster tag',
    'erster ferientag',
    'holiday date',
    'begin',
    'begins',
    'starts',
    'starts on',
    'anfang',
    'ferienbeginn',
    'ferienanfang',
    'debut',
    'inicio',
    'inizio',
    'eerste dag',
    ...DAY_OR_WEEKDAY_HEADINGS,
  ],
  to: [
    'to',
    'until',
    'end',
    'end date',
    'last day',
    'end day',
    'ends',
    'ends on',
    'enddate',
    'finish',
    'bis',
    'bis einschliesslich',
    'endet',
    'ferienende',
    'letzter ferientag',
    'ende',
    'endet am',
    'enddatum',
    'letzter tag',
    'au',
    'date de fin',
    'hasta',
    'fecha de finalizacion',
    'fecha de fin',
    'data fine',
    'data de fim',
    'fin',
    'ultimo dia',
    'ultimo giorno',
    'tot',
    'tot en met',
    'einde',
    'laatste dag',
    'einddatum',
  ],
  time: TIME_HEADINGS,
  endTime: ['end time', 'endet um', 'endzeit', 'heure de fin', 'hora de finalizacion', 'ora fine', 'eindtijd'],
  name: [
    ...NAME_HEADINGS,
    ...SUBJECT_HEADINGS,
    'holiday',
    'holiday name',
    'feiertag',
    'anlass',
    'bezeichnung',
    'ferien',
    'summary',
    'event',
    'occasion',
    'jour ferie',
    'festivo',
    'festivita',
    'feriado',
    'feestdag',
  ],
  wholeDay: WHOLE_DAY_HEADINGS,
  year: ['year', 'jahr', 'annee', 'ano', 'anno', 'jaar'],
} as const satisfies Record<HolidayField, readonly string[]>;

/** Two days in one cell: `24.12.2026 – 26.12.2026`. */
const RANGE = /^(.*\d.*?)\s+(?:-|bis|to|until|au|al|tot|a|t\/m|tot en met)\s+(.*\d.*)$/i;
/** Two days of which the first has no month: `24.-26. Dezember 2026`, `24./25.12.2026`, `del 24 al 26 de diciembre`. */
const DAYS_OF_MONTH =
  /^(?:(?:\p{L}+\.?,?\s+)?)(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:[-/+&,]|und|and|bis|to|al|au|et|e|y|en|t\/m|tot)\s*(\d{1,2}(?!\d)(?:\.|st|nd|rd|th)?\s*)(\d{1,2}\.(?:\s?\d{2,4})?|(?:de\s+)?\p{L}{3,}.*)$/iu;
/** `November 25-27, 2027`. */
const MONTH_OF_DAYS = /^(\p{L}{3,}\.?)\s+(\d{1,2})\s*-\s*(\d{1,2})(,?\s*\d{4})?$/u;
/** The same without spaces, if both sides can only be days. */
const CLOSE_RANGE =
  /^(\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d{2}-\d{2})\s*[-/]\s*(\d.*)$/;
const NUMERIC_DAY = /\d[./-]\s?\d{1,2}[./-]\s?\d/;
const LONGEST_UNREAD = 80;
const MIDNIGHT = '00:00';
/** Names of a column that says whether a day is a holiday. */
const WHETHER =
  /^(?:(?:gesetzlicher )?feiertag|(?:public |bank )?holiday|is holiday|ferie|festivo|feriado|feestdag)\??$/;
const CLOCK = /\d\s*(?::\d|h|uhr|[ap]\.?m)|^\s*\d{1,2}\.\d{2}\s*$/i;
const DAY_MS = 24 * 3_600_000;
const LONGEST_OVER_NEW_YEAR_MS = 150 * DAY_MS;
const SUMMER = /sommer|summer|ete(?!\p{L})|verano|estiv|estate|verao|zomer|wakacje/u;
/** A year, or a school year. */
const YEARS = /(?<!\d)20\d{2}(?:\s*[/–-]\s*(?:20)?\d{2})?(?!\d)/;
/** Feasts whose date changes from year to year. */
const MOVABLE =
  /karfreitag|ostern|oster(?:sonn|mon)tag|pfingst|(?<!maria[ -]?)himmelfahrt|fronleichnam|rosenmontag|fasching|fasnacht|aschermittwoch|muttertag|buss- und|advent(?!\p{L})|easter|good friday|whit ?(?:sun|mon)|ascension|corpus christi|paques|pentecote|vendredi saint|pasqua|pasquetta|venerdi santo|pascua|viernes santo|jueves santo|pasen|pinkster|goede vrijdag|(?<!maria[ -]?)hemelvaart|wielkanoc|boze cialo|carnaval|thanksgiving/u;
/** Folded names, long and short; a word that two languages share belongs to the first. */
const namesOfWeekdays = (): readonly (readonly [string, number])[] =>
  ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'cs', 'da', 'sv', 'tr']
    .flatMap((language) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const names = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
        // January 4, 2026 is a Sunday.
        return Array.from({ length: 7 }, (_, i): [string, number] => [
          fold(names.format(Date.UTC(2026, 0, 4 + i))).replace(/[^\p{L}].*$/u, ''),
          i,
        ]);
      }),
    )
    // Entries written later overwrite earlier ones, so the list is reversed.
    .toReversed();
const weekdays = lazily((): ReadonlyMap<string, number> => new Map(namesOfWeekdays()));
/** Within this many years each date falls on each day of the week. */
const YEARS_OF_WEEKDAYS = 12;
/** Within this many years February 29 comes again. */
const LEAP_YEARS = 8;

/** The whole days of a file: a calendar, an Outlook list, or a table. Null if it is none of these. */
export function wholeDaysOf(text: string, request: HolidayRequest): DaysOfTable | null {
  const calendar = daysOfCalendar(text, request.since, request.zone);
  return calendar === null ? daysOfTable(text, request) : { ...calendar, columns: [], isDated: true };
}

/** Reads the whole days of a table. A day without a year repeats every year. Null if this is not a table. */
function daysOfTable(text: string, { since, zone, columns, isMonthFirst }: HolidayRequest): DaysOfTable | null {
  const table = readTable(text, HEADINGS, { chosen: columns, isNot: isYesOrNo });
  if (table === null) return null;
  const found = { columns: table.columns, isDated: table.known.has('from') };
  if (!found.isDated) return { ...found, days: [], skipped: 0, unread: [] };
  const monthFirst = isMonthFirstIn(
    table.rows.flatMap(({ values }) => [values.from ?? '', values.to ?? '']),
    isMonthFirst,
  );
  let years = yearsIn(table.titles);
  const isNone = columns === null ? noneIn(table) : () => false;
  const days: CalendarDay[] = [];
  const unread: string[] = [];
  let skipped = 0;
  for (const row of table.rows) {
    if (days.length > MOST_FOUND_DAYS) break;
    // A row of its own above the rows of its year.
    const [only = '', ...more] = row.cells.filter((cell) => cell !== '');
    const ofRow = more.length === 0 && !/\d/.test(only.replace(YEARS, '')) ? yearsIn(only) : null;
    if (ofRow !== null) {
      years = ofRow;
      continue;
    }
    if (isNone(row) || !isWholeDay(row)) {
      skipped += 1;
      continue;
    }
    const day = dayOf(row, { since, zone, monthFirst, years });
    if (day === null)
      unread.push(
        row.cells
          .filter((cell) => cell !== '')
          .join(' ')
          .slice(0, LONGEST_UNREAD),
      );
    else if (day.yearly || day.to >= since) days.push(day);
  }
  return { ...found, days, skipped, unread };
}

/** A column called “holiday” may hold yes or no instead of a name. */
function isYesOrNo(field: HolidayField, cells: readonly string[]): boolean {
  return field === 'name' && cells.length > 0 && cells.every((cell) => saysYes(cell) || saysNo(cell));
}

/** Tells which rows a yes-or-no column marks as no holiday. */
function noneIn({ columns }: Pick<Table<HolidayField>, 'columns'>): (row: TableRow<HolidayField>) => boolean {
  const at = columns.findIndex(
    ({ heading, field, samples }) =>
      field === null &&
      WHETHER.test(fold(heading)) &&
      samples.length > 0 &&
      samples.every((each) => saysYes(each) || saysNo(each)),
  );
  return ({ cells }) => at >= 0 && saysNo(cells[at] ?? '') && cells[at] !== '';
}

/** The year of a table, or the first year of a school year. */
interface Years {
  readonly first: number;
  readonly isSchoolYear: boolean;
}

/** Reads the years above the table; null if no year is there, or several are. */
function yearsIn(titles: string): Years | null {
  const school = [...titles.matchAll(/(?<![\d.])(20\d{2})\s*[/–-]\s*(?:20)?(\d{2})(?![\d./-])/g)].filter(
    ([, first, second]) => (Number(first) + 1) % 100 === Number(second),
  );
  const [one] = school;
  if (one !== undefined) return school.length === 1 ? { first: Number(one[1]), isSchoolYear: true } : null;
  // Neither the year within a date nor the year of printing is the table's year.
  const printed = /\b(?:stand|as of|printed|gedruckt|erstellt|export\w*)\b[^\n]*/gi;
  const years = new Set(titles.replace(printed, '').match(/(?<![\d./-])20\d{2}(?![\d./-])/g));
  const [year] = years;
  return years.size === 1 ? { first: Number(year), isSchoolYear: false } : null;
}

function isWholeDay({ values }: TableRow<HolidayField>): boolean {
  if (values.wholeDay !== undefined) return saysYes(values.wholeDay);
  // `23.12.` is a day, though it could also be read as a time.
  const begins =
    [values.time ?? '', values.from ?? ''].map((cell) => (CLOCK.test(cell) ? timeIn(cell) : null)).find(Boolean) ??
    null;
  return begins === null || begins === MIDNIGHT;
}

/** Null if its day cannot be read, or if it ends before it begins. */
function dayOf(
  { values }: TableRow<HolidayField>,
  {
    since,
    zone,
    monthFirst,
    years,
  }: { readonly years: Years | null; readonly monthFirst: boolean } & Pick<HolidayRequest, 'since' | 'zone'>,
): CalendarDay | null {
  const { first, last } = spanIn(onWall(values.from ?? '', zone), onWall(withoutClock(values.to ?? ''), zone));
  if (!isOneDay(first) || !isOneDay(last)) return null;
  const [, said] = /^\D*(20\d{2})\D*$/.exec(values.year ?? '') ?? [];
  const of = said === undefined ? years : { first: Number(said), isSchoolYear: false };
  const [input, end] = [readDay(first, monthFirst, null), last === '' ? null : readDay(last, monthFirst, null)];
  if (last !== '' && end === null) return null;
  const begin = inYearOf(input, end);
  const name = values.name ?? '';
  const weekday = weekdayIn(first);
  const isMovable = MOVABLE.test(fold(name));
  const from = inYear(isMovable ? onWeekday(begin, of, weekday, since) : begin, of, name);
  const until = last === '' ? from : endingAfter(from, end, of, name);
  // Its date changes every year, so without a year nobody knows the day.
  if (from?.startsWith('-') === true && isMovable) return null;
  if (from === null || until === null || from.startsWith('-') !== until.startsWith('-')) return null;
  const yearly = from.startsWith('-');
  const [begins, ends] = yearly ? comingYearly(from, until, since) : [from, until];
  // Some programs write the first moment that is no longer part of it.
  const isOpenEnded = ends > begins && (timeIn(values.endTime ?? '') ?? timeIn(last)) === MIDNIGHT;
  const to = isOpenEnded ? new Date(Date.parse(ends) - DAY_MS).toISOString().slice(0, 10) : ends;
  if (to < begins) return null;
  return { name: dayName(name, begins), from: begins, to, yearly, hours: [], uid: null };
}

/** The first and the last day that two cells name together, or one of them names alone. */
function spanIn(from: string, to: string): { readonly first: string; readonly last: string } {
  const cell = from
    .slice(0, LONGEST_UNREAD)
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  const [, one, other = '', month = ''] = DAYS_OF_MONTH.exec(cell) ?? [];
  if (one !== undefined && isDayOfMonth(one) && isDayOfMonth(other.replaceAll(/\D/g, ''))) {
    const sign = /^\d/.test(month) ? '.' : '. ';
    return { first: `${one}${sign}${month}`, last: `${other.replaceAll(/\D/g, '')}${sign}${month}` };
  }
  const [, named, begins, ends, year = ''] = MONTH_OF_DAYS.exec(cell) ?? [];
  if (named !== undefined) return { first: `${named} ${begins}${year}`, last: `${named} ${ends}${year}` };
  const [, begun = cell, last = to] = RANGE.exec(cell) ?? CLOSE_RANGE.exec(cell) ?? [];
  return { first: begun.trim(), last: last.trim() };
}

const isDayOfMonth = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 31;

/** If only the time of day is given for the end, it ends on the same day. */
const withoutClock = (cell: string): string => (/^\s*\d{1,2}[:.]\d{2}(?:\s*(?:uhr|h))?\s*$/i.test(cell) ? '' : cell);

/** `19.10. - 31.10.2026`: the first day takes the year of the last day, or the year before it. */
function inYearOf(begin: string | null, end: string | null): string | null {
  if (begin === null || end === null || !begin.startsWith('-') || end.startsWith('-')) return begin;
  const year = Number(end.slice(0, 4));
  const whole = `${year}${begin.slice(1)}`;
  return whole <= end ? whole : `${year - 1}${begin.slice(1)}`;
}

/** The last day. If it has no year, it is the first such date that is not before the first day. */
function endingAfter(from: string | null, end: string | null, of: Years | null, name: string): string | null {
  if (from === null || from.startsWith('-') || end?.startsWith('-') !== true) return inYear(end, of, name);
  const same = `${from.slice(0, 4)}${end.slice(1)}`;
  if (same >= from) return isDay(same) ? same : null;
  const ending = `${Number(from.slice(0, 4)) + 1}${end.slice(1)}`;
  // No holiday lasts from one summer to the next, so the two days are in the wrong order.
  return isDay(ending) && Date.parse(ending) - Date.parse(from) < LONGEST_OVER_NEW_YEAR_MS ? ending : null;
}

/** The day of the week, with Sunday as 0; null if the cell names none. Accepts folded words of several languages. */
function weekdayIn(cell: string): number | null {
  const [word] = /\p{L}{2,}/u.exec(fold(cell)) ?? [];
  return word === undefined ? null : (weekdays().get(word) ?? null);
}

/** A date without a year that comes with a weekday belongs to the next year in which both match. */
function onWeekday(day: string | null, of: Years | null, weekday: number | null, since: string): string | null {
  if (day === null || of !== null || weekday === null || !day.startsWith('-')) return day;
  const first = Number(since.slice(0, 4));
  for (let year = first; year < first + YEARS_OF_WEEKDAYS; year++) {
    const whole = `${year}${day.slice(1)}`;
    if (isDay(whole) && whole >= since && new Date(`${whole}T00:00:00Z`).getUTCDay() === weekday) return whole;
  }
  return day;
}

/** A moment with an offset, as the shop's clock shows it; anything else stays as it is. */
function onWall(cell: string, zone: string): string {
  const wall = wallOfInstant(cell, zone);
  return wall === null ? cell : `${wall.date} ${wall.time}`;
}

/** Puts a day without a year into the table's year. */
function inYear(day: string | null, years: Years | null, name: string): string | null {
  if (day === null || years === null || !day.startsWith('-')) return day;
  // `--MM-DD`: a school year begins in August, and its summer holidays are at its end, however late that is.
  const isSecond = day.slice(2, 4) < '08' || (day.slice(2, 4) < '10' && SUMMER.test(fold(name)));
  const year = years.isSchoolYear && isSecond ? years.first + 1 : years.first;
  const whole = `${year}${day.slice(1)}`;
  return isDay(whole) ? whole : null;
}

/** Not if the cell has more digits than one day needs: `24.-26. Dezember 2026` is not the 26th alone. */
function isOneDay(cell: string): boolean {
  const day = cell.replace(/[\sT]\d{1,2}:\d{2}.*$/, '');
  return (day.match(/\d+/g) ?? []).length <= (NUMERIC_DAY.test(day) ? 3 : 2);
}

/** Puts yearly days (`--MM-DD`) into a year in which both exist; across New Year the second day is in the next year. */
function comingYearly(from: string, to: string, since: string): readonly [string, string] {
  const first = Number(since.slice(0, 4));
  for (let year = first; year < first + LEAP_YEARS; year++) {
    const [begins, ends] = [`${year}${from.slice(1)}`, `${to < from ? year + 1 : year}${to.slice(1)}`];
    if (isDay(begins) && isDay(ends)) return [begins, ends];
  }
  return [`${first}${from.slice(1)}`, `${first}${to.slice(1)}`];
}

function isDay(input: string): boolean {
  const at = new Date(`${input}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(input);
}
