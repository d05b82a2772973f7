/** Days and times as people of several countries write them. */

/** @param monthFirst as in the United States @param earliest no day of a year before is meant @returns `YYYY-MM-DD`; null: it is no day */
export function dateIn(written: string, monthFirst: boolean, earliest = 1970): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(written);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), earliest);
  // A weekday may stand before it.
  const other = /(?:^|\s)(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)/.exec(written);
  if (other === null) return null;
  const [first, second] = [Number(other[1]), Number(other[2])];
  const year = Number(other[3]) + (other[3]?.length === 2 ? 2_000 : 0);
  // With dots nobody puts the month first.
  const isMonthFirst = monthFirst && !written.includes('.');
  return isMonthFirst ? dayOf(year, first, second, earliest) : dayOf(year, second, first, earliest);
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
