import { MINUTE } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import type { HoursOf } from '../opening-hours/wall-hours.ts';
import { stretchesFrom, type Stretch } from '../opening-hours/wall-hours.ts';

/** Appointments begin on a quarter of an hour. */
export const STEP_MINUTES = 15;

/** A free time, on the wall clock and as an instant. */
export interface Slot {
  readonly resource: number;
  /** `YYYY-MM-DD` and `HH:MM`. */
  readonly date: string;
  readonly time: string;
  readonly startsAt: number;
}

/** A person or thing that can be booked, and when it is there. */
export interface Bookable {
  readonly resource: number;
  readonly hours: HoursOf;
  /** What takes the resource in a stretch of time. */
  readonly taken: (from: number, until: number) => readonly Stretch[];
}

export interface Wanted {
  readonly minutes: number;
  /** Minutes kept free after the appointment. */
  readonly buffer: number;
  readonly zone: string;
  /** Only times from that instant on are wanted. */
  readonly from: number;
  /** The number of days to look through. */
  readonly days: number;
}

/** The free times of a resource, the next first. The buffer may reach beyond closing, but not into the next booking. Pure. */
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

/** The next quarter of an hour on the wall clock. */
function firstStep(at: number, zone: string): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return wall.round({ smallestUnit: 'minute', roundingIncrement: STEP_MINUTES, roundingMode: 'ceil' })
    .epochMilliseconds;
}

/** The instant of a time on the wall clock; null if summer time skips that time. */
export function instantOfWall(date: string, time: string, zone: string): number | null {
  const plain = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = plain.toZonedDateTime(zone);
  return zoned.toPlainDateTime().equals(plain) ? zoned.epochMilliseconds : null;
}
