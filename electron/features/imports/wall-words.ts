import { Temporal } from 'temporal-polyfill';
import { fold } from '../../shared/fold.ts';
import { lazily } from '../../shared/lazily.ts';
import type { CountryCode } from '../../shared/phone.ts';

/** Days and times as people of several countries write them. */

/** The languages in which a month may be written out. */
const LANGUAGES = 'en de de-AT fr es it nl pt da sv nb fi pl cs sk tr hu ro'.split(' ');
/** The names of months with their numbers from 1, in full and abbreviated, folded. Some languages write a month in digits. */
const namesOfMonths = (): readonly (readonly [string, number])[] =>
  [
    ...LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) =>
        // In some languages a month's name changes beside a day: `styczeń`, `1 stycznia`.
        [{ month }, { month, day: 'numeric' as const }].flatMap((options) => {
          const names = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
          return Array.from({ length: 12 }, (_, i): [string, number] => {
            const part = names.formatToParts(Date.UTC(2026, i, 15)).find(({ type }) => type === 'month')?.value ?? '';
            return [fold(part).replace(/[^\p{L}]/gu, ''), i + 1];
          });
        }),
      ),
    ),
    ['mrz', 3] as const,
    ['feber', 2] as const,
  ].filter(([name]) => name !== '');
/** Built only when needed, since it takes a tenth of a second. */
const months = lazily((): ReadonlyMap<string, number> => new Map(namesOfMonths()));
/** `1. Dezember 2026`, `1 de diciembre de 2026`; `December 1st, 2026`. */
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|[º°])?[\s-]+(?:(?:de|of)\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})(?![\d:])/u;
/** `2026. december 25.` */
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})\.?,?\s+(\p{L}{3,})\.?\s+(\d{1,2})(?!\d|:)/u;
/** Words that say that one of two dates in a cell is no longer valid. */
const MOVED = /verscho[bv]|verlegt|statt|moved|rescheduled|(?<!\p{L})(?:alt|neu|old|new)(?!\p{L})/u;
/** The same without a year, if nothing else but a weekday is beside it. */
const YEARLESS_DAY_MONTH = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]*(?:de\s+)?(\p{L}{3,})\.?$/u;
const YEARLESS_MONTH_DAY = /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/u;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;

/** Whether people in this country write the month before the day. */
export const isMonthFirstCountry = (country: CountryCode): boolean => country === 'US';

/** `yes`, `WAHR`, `x`. Pure. */
export const saysYes = (cell: string): boolean =>
  /^(?:true|yes|y|1|x|on|✓|✔|☑|wahr|ja|j|an|ein|vrai|oui|verdadero|si|vero|verdadeiro|sim|waar|aan|tak|igen)$/.test(
    fold(cell).trim(),
  );

/**
 * Whether a cell, which is folded here, says no or has what programs write for nothing: `NULL`, `n/a`, a date that does not
 * exist. Pure.
 */
export const saysNo = (cell: string): boolean => NOTHING.test(fold(cell).trim());
const NOTHING =
  /^(?:n|no|off|aus|uit|nem|f|☐|✗|✘|nein|non|nee|nao|0|false|falsch|faux|falso|onwaar|none|keine?|never|nie|null|nil|n\/a|n\.a\.|na|nan|undefined|unknown|unbekannt|keine angabe|k\.a\.|[-–—./?_[\]{}()\s]*|000[01]-\d\d-\d\d.*|00\.00\.0+.*|00?\/00?\/0+.*)$/;

/** Words for something that is still to happen by a date. */
const NOT_YET = /(?<!\p{L})(?:by|bis|until|possible|moglich)(?!\p{L})/u;

/** Whether a cell says yes, or gives the date since when it is so; amounts and anything else count as no answer. Pure. */
export function saysSince(cell: string): boolean {
  return (
    !saysNo(cell) &&
    !NOT_YET.test(fold(cell)) &&
    (saysYes(cell) || /(?<!\d)(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.\d{1,2}\.(?!\d))/.test(cell))
  );
}

/**
 * Whether the month comes first in a column of dates: one date that can be read in only one way decides it for all of them. Pure.
 */
export function isMonthFirstIn(cells: Iterable<string>, otherwise: boolean): boolean {
  let [isIso, isShort] = [false, false];
  for (const cell of cells) {
    isIso ||= /^\d{4}-\d{1,2}-\d{1,2}/.test(cell);
    isShort ||= /^\d{1,2}-\d{1,2}$/.test(cell);
    const [, first, second] = /(?:^|\s)(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2}|\s|$)/.exec(cell) ?? [];
    if (Number(second) > 12) return true;
    if (Number(first) > 12) return false;
  }
  // `05-01` among dates like `1980-05-01`.
  return otherwise || (isIso && isShort);
}

/** A date may be among words, but nobody searches a whole page for one. */
const LONGEST_DAY = 300;

/**
 * @param monthFirst whether the month comes first, as in the United States @param earliest the first year that can be meant
 * @returns `YYYY-MM-DD`; null: it is not a date
 */
export function dateIn(input: string, monthFirst: boolean, earliest = 1970): string | null {
  if (input.length > LONGEST_DAY) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(input);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), earliest);
  if (MOVED.test(fold(input)) && (input.match(/\d{1,2}[./-]\s?\d{1,2}[./-]/g) ?? []).length > 1) return null;
  // There may be a weekday before it.
  const other = /(?:^|\s)(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)/.exec(input);
  if (other === null) return inWords(fold(input), earliest);
  const [first, second] = [Number(other[1]), Number(other[2])];
  const year = Number(other[3]) + (other[3]?.length === 2 ? 2_000 : 0);
  // Nobody who writes dots puts the month first.
  const isMonthFirst = monthFirst && !input.includes('.');
  return isMonthFirst ? dayOf(year, first, second, earliest) : dayOf(year, second, first, earliest);
}

function inWords(plain: string, earliest: number): string | null {
  const [, day, month, year] = DAY_MONTH.exec(plain) ?? [];
  const before = months().get(month ?? '');
  if (before !== undefined)
    return dayOf(Number(year) + (year?.length === 2 ? 2_000 : 0), before, Number(day), earliest);
  const [, yearFirst, monthBetween, dayLast] = YEAR_MONTH_DAY.exec(plain) ?? [];
  const between = months().get(monthBetween ?? '');
  if (between !== undefined) return dayOf(Number(yearFirst), between, Number(dayLast), earliest);
  const [, monthFirst, dayBehind, yearLast] = MONTH_DAY.exec(plain) ?? [];
  const first = months().get(monthFirst ?? '');
  return first === undefined ? null : dayOf(Number(yearLast), first, Number(dayBehind), earliest);
}

/** A longer text is not a time. */
const LONGEST_TIME = 120;
/** What may be beside a time without being one: a date, a duration or a time zone. */
const BESIDE_TIMES =
  /\[[^[\]]*\]|\([^()]*\)|\s(?:mez|mesz|cet|cest)$|(?<!\d)(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2}))(?!\d)[t,-]?/g;
const TIME = String.raw`\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?\s*(?:[ap]m|uhr|h)?`;
/** A time followed by a second one. */
const SPAN = new RegExp(String.raw`^(.*?(?<![\d.]))(${TIME})\s*(?:-|–|—|bis|to|until|à)\s*(${TIME})(?:\s.*)?$`);
const ONE_TIME = /^(.*?(?<![\d.:]))(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?\s*([ap]m|uhr|h)?$/;
const AFTERNOON = /(?<!\p{L})(?:nachm\p{L}*|abends|tarde|apres-midi|pomeriggio|n?a?middag)(?!\p{L})/u;

/**
 * The time in a cell; of a span its beginning: `10:00 - 10:45`, `1:00 - 2:00 PM`.
 * @returns `HH:MM`; null: it is not a time of the day
 */
export function timeIn(cell: string): string | null {
  // `11 h 30`, `4:30 p. m.`, `11.00 uur`, `10 Uhr 30`, `10:00:00.000`.
  if (cell.length > LONGEST_TIME) return null;
  const plain = fold(cell)
    .replace(/(\d)\s?([ap])(?!\p{L})/gu, '$1$2m')
    .replace(/([ap])\.?\s*m\.?(?!\p{L})/gu, '$1m')
    .replace(/(\d)\s+h\s+(?=\d)/, '$1h')
    .replace(/(\d)\s*(?:uur|u)(?!\p{L})/gu, '$1uhr')
    .replace(/(\d{1,2})\s*uhr\s*(?=\d{2}(?!\d))/g, '$1:')
    .replace(/(:\d{2})\s*h(?!\p{L})/gu, '$1')
    .replace(/(:\d{2}:\d{2})\.\d+/, '$1')
    .replace(BESIDE_TIMES, ' ')
    .trim();
  const [, before = '', begins, ends = ''] = SPAN.exec(plain) ?? [];
  if (begins === undefined) return oneTime(plain);
  const end = oneTime(ends);
  const half = /[ap]m$/.exec(ends)?.[0];
  if (half === undefined || /[ap]m$/.test(begins) || end === null) return oneTime(`${before}${begins}`);
  // What is behind the second time applies to both, unless noon is between them.
  const same = oneTime(`${before}${begins}${half}`);
  return same !== null && same <= end ? same : oneTime(`${before}${begins}${half === 'pm' ? 'am' : 'pm'}`);
}

function oneTime(plain: string): string | null {
  const [, before = '', input = '', minutes, unit] = ONE_TIME.exec(plain) ?? [];
  // A bare number is an hour only if nothing else is before it.
  if (input === '' || (minutes === undefined && unit === undefined && before.trim() !== '')) return null;
  // With two times, nobody knows which is meant.
  if (/\d[:h]\d{2}/.test(before)) return null;
  const half = unit?.endsWith('m') === true ? unit : AFTERNOON.test(before) && Number(input) < 12 ? 'pm' : undefined;
  const written12 = Number(input);
  if (half !== undefined && (written12 < 1 || written12 > 12)) return null;
  const hour = half === undefined ? written12 : (written12 % 12) + (half === 'pm' ? 12 : 0);
  const minute = Number(minutes ?? '0');
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * Converts an instant with its offset, `2026-12-01T09:00:00Z`, to the wall clock of an IANA time zone; null: it is no such
 * instant. Pure.
 */
export function wallOfInstant(input: string, zone: string): { readonly date: string; readonly time: string } | null {
  const moment = input
    .slice(0, LONGEST_TIME)
    .trim()
    .replace(/\[[^[\]]*\]$/, '');
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/.test(moment))
    return null;
  try {
    const plain = moment
      .replace(/\s?(?:UTC|GMT)$/, 'Z')
      .replace(/(?<=\d) (?=\d)/, 'T')
      .replace(' ', '');
    const instant = Temporal.Instant.from(plain);
    const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
  } catch {
    return null;
  }
}

/**
 * Reads a day that recurs every year, as people and address books write it.
 * @param before the instant that a birthday comes before, so that a two-digit year may mean the last century; null: any day
 * @returns `YYYY-MM-DD`, or `--MM-DD` if no year is given; null: it is not a day
 */
export function readDay(input: string, monthFirst: boolean, before: number | null): string | null {
  if (input.length > LONGEST_DAY) return null;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:$|T)/.exec(input);
  const noYear = /^--(\d{2})-?(\d{2})$/.exec(input);
  const short = /^(\d{1,2})([./-])\s?(\d{1,2})\.?$/.exec(input);
  if (noYear !== null) return yearless(Number(noYear[1]), Number(noYear[2]));
  if (short !== null) {
    const [first, second] = [Number(short[1]), Number(short[3])];
    return monthFirst && short[2] !== '.' ? yearless(first, second) : yearless(second, first);
  }
  const plain = fold(input).trim();
  const [, onDay, ofMonth] = YEARLESS_DAY_MONTH.exec(plain) ?? [];
  const [, inMonth, dayOfIt] = YEARLESS_MONTH_DAY.exec(plain) ?? [];
  const month = months().get(ofMonth ?? '') ?? months().get(inMonth ?? '');
  if (month !== undefined) return yearless(month, Number(months().has(ofMonth ?? '') ? onDay : dayOfIt));
  const day = dateIn(compact === null ? input : `${compact[1]}-${compact[2]}-${compact[3]}`, monthFirst, 1850);
  if (day === null) return null;
  const isShort = !/(?<!\d)\d{4}(?!\d)/.test(input);
  if (before === null) return isShort && day >= '2070' ? `${Number(day.slice(0, 4)) - 100}${day.slice(4)}` : day;
  if (Date.parse(day) <= before) return day;
  return !isShort ? null : `${Number(day.slice(0, 4)) - 100}${day.slice(4)}`;
}

function yearless(month: number, day: number): string | null {
  // 2000 is a leap year, since somebody may be born on the 29th of February.
  const at = new Date(Date.UTC(2000, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? `-${at.toISOString().slice(4, 10)}` : null;
}

function dayOf(year: number, month: number, day: number, earliest: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= earliest && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.toISOString().slice(0, 10)
    : null;
}
