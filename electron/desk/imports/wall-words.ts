import { fold } from '../../shared/fold.ts';

/** Days and times as people of several countries write them. */

/** In how many languages a month may be written out. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'] as const;
/** From 1; written out and cut short, folded. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i): [string, number] => [
        fold(names.format(Date.UTC(2026, i, 15))).replace(/[^\p{L}]/gu, ''),
        i + 1,
      ]);
    }),
  ),
);
/** `1. Dezember 2026`, `1 de diciembre de 2026`; `December 1st, 2026`. */
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4})(?!\d)/u;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;

/** Whether the month stands first in a column of days: one that can only be read so, or only otherwise, says it for all of them. Pure. */
export function isMonthFirstIn(cells: Iterable<string>, otherwise: boolean): boolean {
  for (const cell of cells) {
    const [, first, second] = /(?:^|\s)(\d{1,2})[/-](\d{1,2})[/-]\d{2}/.exec(cell) ?? [];
    if (Number(second) > 12) return true;
    if (Number(first) > 12) return false;
  }
  return otherwise;
}

/** @param monthFirst as in the United States @param earliest no day of a year before is meant @returns `YYYY-MM-DD`; null: it is no day */
export function dateIn(written: string, monthFirst: boolean, earliest = 1970): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(written);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), earliest);
  // A weekday may stand before it.
  const other = /(?:^|\s)(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)/.exec(written);
  if (other === null) return inWords(fold(written), earliest);
  const [first, second] = [Number(other[1]), Number(other[2])];
  const year = Number(other[3]) + (other[3]?.length === 2 ? 2_000 : 0);
  // With dots nobody puts the month first.
  const isMonthFirst = monthFirst && !written.includes('.');
  return isMonthFirst ? dayOf(year, first, second, earliest) : dayOf(year, second, first, earliest);
}

function inWords(plain: string, earliest: number): string | null {
  const [, day, month, year] = DAY_MONTH.exec(plain) ?? [];
  const [, monthBefore, dayAfter, yearAfter] = MONTH_DAY.exec(plain) ?? [];
  const at = MONTHS.get(month ?? '') ?? MONTHS.get(monthBefore ?? '');
  if (at === undefined) return null;
  return MONTHS.has(month ?? '')
    ? dayOf(Number(year), at, Number(day), earliest)
    : dayOf(Number(yearAfter), at, Number(dayAfter), earliest);
}

/** @returns `HH:MM`; null: it is no time of the day */
export function timeIn(written: string): string | null {
  const found =
    /(?:^|[\sT])(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?m?\.?(?:\s*uhr)?$/i.exec(written) ??
    /(?:^|\s)(\d{1,2})()\s*(?:([ap])\.?m\.?|uhr|h)$/i.exec(written);
  if (found === null) return null;
  const half = found[3]?.toLowerCase();
  const written12 = Number(found[1]);
  if (half !== undefined && (written12 < 1 || written12 > 12)) return null;
  const hour = half === undefined ? written12 : (written12 % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(found[2] || '0');
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function dayOf(year: number, month: number, day: number, earliest: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= earliest && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.toISOString().slice(0, 10)
    : null;
}
