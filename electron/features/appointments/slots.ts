import { MINUTE } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import type { HoursOf } from '../opening-hours/wall-hours.ts';
import { stretchesFrom, type Stretch } from '../opening-hours/wall-hours.ts';

/** Appointments begin on the quarter of an hour. */
export const STEP_MINUTES = 15;

/** A time that is free, on the wall clock and as an instant. */
export interface Slot {
  readonly resource: number;
  /** `YYYY-MM-DD` and `HH:MM`. */
  readonly date: string;
  readonly time: string;
  readonly startsAt: number;
}

/** Somebody or something that can be booked, and when it is there. */
export interface Bookable {
  readonly resource: number;
  readonly hours: HoursOf;
  /** What takes it in a stretch of time. */
  readonly taken: (from: number, until: number) => readonly Stretch[];
}

export interface Wanted {
  readonly minutes: number;
  /** Kept free behind it. */
  readonly buffer: number;
  readonly zone: string;
  /** From that instant on. */
  readonly from: number;
  /** Days looked through. */
  readonly days: number;
}

/** Free times of one of them, the next first. The time behind it may reach beyond closing, and not into what comes next. Pure. */
export function* freeSlots({ resource, hours, taken }: Bookable, wanted: Wanted): Generator<Slot, undefined> {
  const { minutes, buffer, zone, from, days } = wanted;
  for (const stretch of stretchesFrom(from, zone, hours, days)) {
    const busy = taken(stretch.from, stretch.until + buffer * MINUTE);
    for (let at = firstStep(Math.max(stretch.from, from), zone); ; at += STEP_MINUTES * MINUTE) {
      const ends = at + minutes * MINUTE;
      if (ends > stretch.until) break;
      const until = ends + buffer * MINUTE;
      if (busy.some((other) => other.from < until && other.until > at)) continue;
      const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      yield {
        resource,
        date: wall.toPlainDate().toString(),
        time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
        startsAt: at,
      };
    }
  }
}

/** The next quarter of an hour of the wall clock. */
function firstStep(at: number, zone: string): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return wall.round({ smallestUnit: 'minute', roundingIncrement: STEP_MINUTES, roundingMode: 'ceil' })
    .epochMilliseconds;
}

/** The instant of a time on the wall clock; null: the clock never shows it, for summer time leaves it out. */
export function instantOfWall(date: string, time: string, zone: string): number | null {
  const plain = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = plain.toZonedDateTime(zone);
  return zoned.toPlainDateTime().equals(plain) ? zoned.epochMilliseconds : null;
}
