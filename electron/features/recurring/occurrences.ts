import { Temporal } from 'temporal-polyfill';
import { occurrencesBetween, parseRule } from '../../calendars/recurrence-rule.ts';
import { DAY_MS, writtenWall } from '../../calendars/wall-time.ts';
import { LAST_INSTANT } from '../../shared/instants.ts';
import type { Recurrence } from '../../shared/recurrence.ts';

/** When something happens: on the wall clock, which is the truth, and as the instant that results. */
export interface Occurrence {
  readonly date: string;
  readonly time: string;
  readonly at: number;
}

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/**
 * The occurrences after an instant, in order. They are computed on the wall clock: a time that the clock skips happens an hour
 * later, and of a time that it shows twice the first one counts (RFC 5545, 3.3.5).
 * @param zone IANA time zone
 */
export function* occurrencesAfter(rule: Recurrence, zone: string, after: number): Generator<Occurrence, undefined> {
  const input = ruleOf(rule);
  const parsed = parseRule(input);
  if (parsed === null) throw new Error(`This is no rule: ${input}`);
  // The rule runs on a wall clock without a zone; the shop's time is set on the days that it gives.
  const first = Date.parse(rule.date);
  const from = Math.max(first, Math.floor(after / DAY_MS) * DAY_MS - DAY_MS);
  const until = rule.until === null ? null : Date.parse(rule.until);
  for (const wall of occurrencesBetween(parsed, first, { from, to: LAST_INSTANT, until })) {
    const { date } = writtenWall(wall);
    const day = Temporal.PlainDate.from(date);
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: rule.time }).epochMilliseconds;
    if (at > after) yield { date, time: rule.time, at };
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
