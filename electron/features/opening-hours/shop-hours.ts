import type { Temporal } from 'temporal-polyfill';
import type { SpecialDay, WeekHours } from '../../shared/hours.ts';
import type { HoursOf } from './wall-hours.ts';

/** The hours of an ordinary week. */
export function ofWeek(week: WeekHours): HoursOf {
  return (date) => week[date.dayOfWeek % 7] ?? [];
}

/** The shop's opening hours: those of an ordinary week, or on a special day the hours of that day. */
export function openingHours(week: WeekHours, days: readonly SpecialDay[]): HoursOf {
  const usual = ofWeek(week);
  return (date) => specialDayAt(date, days)?.hours ?? usual(date);
}

/** The special day that applies to a date. Of several the shortest applies, because it is an exception to the longer ones. */
export function specialDayAt(date: Temporal.PlainDate, days: readonly SpecialDay[]): SpecialDay | null {
  let found: SpecialDay | null = null;
  for (const day of days) {
    if (isOn(date, day) && (found === null || lengthOf(day) <= lengthOf(found))) found = day;
  }
  return found;
}

/** Whether the shop is closed on a date because of a special day: a holiday. */
export function isHoliday(date: Temporal.PlainDate, days: readonly SpecialDay[]): boolean {
  return specialDayAt(date, days)?.hours.length === 0;
}

function isOn(date: Temporal.PlainDate, { from, to, yearly }: SpecialDay): boolean {
  const day = date.toString();
  if (!yearly) return from <= day && day <= to;
  const [first, last, asked] = [from.slice(5), to.slice(5), day.slice(5)];
  if (day < from) return false;
  // The days span New Year.
  return first <= last ? first <= asked && asked <= last : asked >= first || asked <= last;
}

function lengthOf({ from, to }: SpecialDay): number {
  return Date.parse(to) - Date.parse(from);
}
