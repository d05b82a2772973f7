import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '../../shared/recurrence.ts';

/** When something happens: on the wall clock, which is the truth, and the instant that is. */
export interface Occurrence {
  readonly date: string;
  readonly time: string;
  readonly at: number;
}

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
/** Of every day for a hundred years: no rule is looked through farther. */
const MOST = 36_600;

/**
 * When it happens after an instant, in order. Reckoned on the wall clock: at a time that the clock skips it is an hour later, at one
 * that it shows twice it is the first (RFC 5545, 3.3.5).
 * @param zone IANA
 */
export function* occurrencesAfter(rule: Recurrence, zone: string, after: number): Generator<Occurrence, undefined> {
  // A wall clock of no zone: the library is asked for days, never for instants.
  const { year, month, day } = Temporal.PlainDate.from(rule.date);
  const first = ICAL.Time.fromData({ year, month, day, hour: 12, minute: 0, second: 0 });
  const days = ICAL.Recur.fromString(ruleOf(rule)).iterator(first);
  for (let n = 0; n < MOST; n++) {
    const next = days.next() as ICAL.Time | undefined;
    if (next == null) return;
    const date = new Temporal.PlainDate(next.year, next.month, next.day);
    if (rule.until !== null && date.toString() > rule.until) return;
    const at = date.toZonedDateTime({ timeZone: zone, plainTime: rule.time }).epochMilliseconds;
    if (at > after) yield { date: date.toString(), time: rule.time, at };
  }
}

/** The rule as RFC 5545 writes it. */
export function ruleOf({ every, interval, weekdays, monthly, date }: Recurrence): string {
  const again = `INTERVAL=${interval}`;
  if (every === 'day') return `FREQ=DAILY;${again}`;
  if (every === 'week') {
    const days = weekdays.length > 0 ? weekdays : [Temporal.PlainDate.from(date).dayOfWeek % 7];
    return `FREQ=WEEKLY;${again};WKST=MO;BYDAY=${[...new Set(days)]
      .toSorted((a, b) => a - b)
      .map((day) => DAYS[day])
      .join(',')}`;
  }
  return 'day' in monthly
    ? `FREQ=MONTHLY;${again};BYMONTHDAY=${monthly.day}`
    : `FREQ=MONTHLY;${again};BYDAY=${monthly.nth}${DAYS[monthly.weekday]}`;
}
