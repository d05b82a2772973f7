import { MINUTE } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import type { ReminderStep } from '../../shared/appointments.ts';
import type { AppointmentRow } from './repository.ts';
import type { Stretch } from '../opening-hours/wall-hours.ts';

/** A reminder that moves before quiet hours does so by as much: so many may do that, and the line needs its time. */
const BEFORE_QUIET_MS = 30 * MINUTE;
/** Sooner than this before it, nobody needs to be reminded. */
const TOO_LATE_MS = 10 * MINUTE;

export interface PlannedReminder {
  /** Of the service's plan. */
  readonly step: number;
  /** UTC epoch milliseconds. */
  readonly at: number;
  /** It should have been then, which is quiet. */
  readonly insteadOf: number | null;
}

/** When customers may be texted, as the gate will ask. */
export interface TextingHours {
  /** Whether an instant lies in them. */
  readonly isIn: (at: number) => boolean;
  /** The last stretch of them that ends before an instant; null: none in the days before. */
  readonly lastBefore: (at: number) => Stretch | null;
}

/**
 * When a customer is reminded of an appointment, the first first. What falls into quiet hours moves earlier; what would have been
 * before `now`, or right before the appointment, is left out, and of two at the same minute the later step stays. Pure.
 */
export function reminderTimes(
  appointment: Pick<AppointmentRow, 'date' | 'time' | 'zone' | 'starts_at'>,
  steps: readonly ReminderStep[],
  hours: TextingHours,
  now: number,
): readonly PlannedReminder[] {
  const planned = steps.flatMap(({ when }, step): readonly PlannedReminder[] => {
    const wanted = wantedAt(appointment, when);
    if (hours.isIn(wanted)) return [{ step, at: wanted, insteadOf: null }];
    const before = hours.lastBefore(wanted);
    if (before === null) return [];
    return [{ step, at: Math.max(before.from, before.until - BEFORE_QUIET_MS), insteadOf: wanted }];
  });
  const inTime = planned.filter(({ at }) => at >= now && at <= appointment.starts_at - TOO_LATE_MS);
  const byMinute = new Map(inTime.map((each) => [Math.floor(each.at / MINUTE), each]));
  return [...byMinute.values()].toSorted((a, b) => a.at - b.at);
}

function wantedAt(
  { date, zone, starts_at: startsAt }: Pick<AppointmentRow, 'date' | 'zone' | 'starts_at'>,
  when: ReminderStep['when'],
): number {
  if ('minutes' in when) return startsAt - when.minutes * MINUTE;
  return Temporal.PlainDate.from(date)
    .subtract({ days: when.days })
    .toZonedDateTime({ timeZone: zone, plainTime: when.at }).epochMilliseconds;
}
