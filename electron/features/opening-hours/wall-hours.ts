import { Temporal } from 'temporal-polyfill';
import type { Span } from '../../shared/hours.ts';

/** The hours that apply on a date by the wall clock: opening hours, or hours in which a customer may be texted. */
export type HoursOf = (date: Temporal.PlainDate) => readonly Span[];

/** A stretch of time in UTC epoch milliseconds; `until` is not part of it. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Two weeks of closed days and a little more, so that hours that never come are noticed at once. */
const LOOK_AHEAD_DAYS = 16;
/** Hours that continue day and night without an end are not followed further than this. */
const DAY_MS = 86_400_000;
const LONGEST_MS = 3 * DAY_MS;
const LOOK_BACK_DAYS = 7;
/** A customer who began to wait longer ago than this has waited long enough by any measure. */
const LONGEST_LOOK_BACK_MS = 60 * DAY_MS;

/**
 * The stretches from an instant on, in order; adjacent ones are merged. The zone's wall clock decides: a span that begins in the
 * hour that the change to summer time skips begins when that hour would have ended.
 */
export function* stretchesFrom(
  at: number,
  zone: string,
  hoursOf: HoursOf,
  lookAheadDays = LOOK_AHEAD_DAYS,
): Generator<Stretch, undefined> {
  const today = dateOf(at, zone);
  let open: Stretch | null = null;
  // Start with the day before, because its hours may extend past midnight.
  for (let day = -1; day < lookAheadDays; day++) {
    const date = today.add({ days: day });
    for (const { from, to } of hoursOf(date)) {
      const next = { from: instantOf(date, from, zone), until: endOf(date, to, zone) };
      if (next.until <= Math.max(at, next.from)) continue;
      if (open !== null && next.from <= open.until) {
        open = { from: open.from, until: Math.max(open.until, next.until) };
      } else {
        if (open !== null) yield open;
        open = next;
      }
      if (open.until - Math.max(at, open.from) <= LONGEST_MS) continue;
      yield open;
      return;
    }
  }
  if (open !== null) yield open;
}

/** The stretch in which an instant lies; null if it lies in none. */
export function stretchAt(at: number, zone: string, hoursOf: HoursOf): Stretch | null {
  const first = stretchesFrom(at, zone, hoursOf).next().value;
  return first !== undefined && first.from <= at ? first : null;
}

/**
 * The first instant from `at` on that lies in a stretch, which may be `at` itself. Null if there is none in the next two weeks.
 */
export function nextWithin(at: number, zone: string, hoursOf: HoursOf): number | null {
  const first = stretchesFrom(at, zone, hoursOf).next().value;
  return first === undefined ? null : Math.max(at, first.from);
}

/** The last stretch that ended before an instant; null if there is none in the days before. */
export function lastBefore(at: number, zone: string, hoursOf: HoursOf): Stretch | null {
  let last: Stretch | null = null;
  for (const stretch of stretchesFrom(at - LOOK_BACK_DAYS * DAY_MS, zone, hoursOf, LOOK_BACK_DAYS + 2)) {
    if (stretch.until > at) break;
    last = stretch;
  }
  return last;
}

/**
 * When this much of the hours has passed since an instant; null if not within the two weeks that follow.
 * @param now the instant at which those two weeks begin
 */
export function afterHours(since: number, ms: number, zone: string, hoursOf: HoursOf, now = since): number | null {
  const start = Math.max(since, now - LONGEST_LOOK_BACK_MS);
  const days = LOOK_AHEAD_DAYS + Math.max(0, Math.ceil((now - start) / DAY_MS));
  let left = ms;
  for (const { from, until } of stretchesFrom(start, zone, hoursOf, days)) {
    const counted = Math.max(start, from);
    if (until - counted >= left) return counted + left;
    left -= until - counted;
  }
  return null;
}

export function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat(undefined, { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The date that a zone's wall clock shows. */
export function dateOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function instantOf(date: Temporal.PlainDate, time: string, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** As an end, midnight belongs to the day that it ends and not to the one that it begins. */
function endOf(date: Temporal.PlainDate, time: string, zone: string): number {
  return time === '00:00' ? instantOf(date.add({ days: 1 }), time, zone) : instantOf(date, time, zone);
}
