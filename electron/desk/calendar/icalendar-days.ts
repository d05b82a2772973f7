import ICAL from 'ical.js';
import type { SpecialDay } from '../../shared/hours.ts';

/** A whole day, or several, out of a calendar. */
export interface CalendarDay extends SpecialDay {
  readonly uid: string | null;
}

/** What a calendar holds of whole days, and how many of its events are something else. */
export interface CalendarDays {
  readonly days: readonly CalendarDay[];
  readonly skipped: number;
}

const LONGEST_NAME = 80;

/**
 * Reads the whole days of an iCalendar file (RFC 5545), as the holidays of a country or a list of one's own are written down.
 * @param since `YYYY-MM-DD`: what was over before is left out
 * @returns null: this is no calendar
 */
export function daysOfCalendar(text: string, since: string): CalendarDays | null {
  let events: readonly ICAL.Component[];
  try {
    const parsed: unknown = ICAL.parse(text);
    // Several calendars may stand in one file.
    const calendars = (Array.isArray((parsed as unknown[])[0]) ? parsed : [parsed]) as unknown[][];
    events = calendars.flatMap((calendar) => new ICAL.Component(calendar).getAllSubcomponents('vevent'));
  } catch {
    return null;
  }
  const days: CalendarDay[] = [];
  let skipped = 0;
  for (const component of events) {
    const day = dayOf(component);
    if (day === null) skipped += 1;
    else if (day.yearly || day.to >= since) {
      // An entry that stands there twice is two days.
      const isTaken = day.uid !== null && days.some(({ uid }) => uid === day.uid);
      days.push(isTaken ? { ...day, uid: null } : day);
    }
  }
  return { days, skipped };
}

/** On that day of every year, for ever. */
function isEveryYear({ freq, interval, until, count, parts }: ICAL.Recur): boolean {
  return freq === 'YEARLY' && interval === 1 && until == null && count == null && Object.keys(parts).length === 0;
}

/** Null: it has times, repeats otherwise than every year, or lacks what a day needs. */
function dayOf(component: ICAL.Component): CalendarDay | null {
  try {
    const event = new ICAL.Event(component);
    const { startDate: start, summary, uid } = event;
    if (start === null || !start.isDate || event.isRecurrenceException()) return null;
    const rule = component.getFirstPropertyValue('rrule');
    const isYearly = rule instanceof ICAL.Recur && isEveryYear(rule) && !component.hasProperty('exdate');
    if ((rule !== null && !isYearly) || component.getFirstPropertyValue('status') === 'CANCELLED') return null;
    // The end is the first day that is no more in it (RFC 5545, 3.6.1).
    const end = event.endDate.clone();
    end.adjust(-1, 0, 0, 0);
    const from = start.toString();
    const to = end.toString() < from ? from : end.toString();
    const name = (summary ?? '').trim().slice(0, LONGEST_NAME).toWellFormed().trim();
    return { name: name === '' ? from : name, from, to, yearly: isYearly, hours: [], uid: uid ?? null };
  } catch {
    return null;
  }
}
