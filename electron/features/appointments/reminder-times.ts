import { MINUTE } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import type { ReminderStep } from '../../shared/appointments.ts';
import type { AppointmentRow } from './repository.ts';
import type { Stretch } from '../opening-hours/wall-hours.ts';

/** A reminder that moves out of quiet hours leaves this long before them: many may move, and the line needs time to send them. */
const BEFORE_QUIET_MS = 30 * MINUTE;
/** Nobody needs a reminder this shortly before the appointment. */
const TOO_LATE_MS = 10 * MINUTE;

export interface PlannedReminder {
  /** The step of the service's reminder plan. */
  readonly step: number;
  /** UTC epoch milliseconds. */
  readonly at: number;
  /** The time it was planned for, which lies in quiet hours. */
  readonly insteadOf: number | null;
}

/** The hours in which customers may be texted, as the gate will check them. */
export interface TextingHours {
  /** Whether an instant lies in these hours. */
  readonly isIn: (at: number) => boolean;
  /** The last stretch of these hours that ends before an instant; null if the days before have none. */
  readonly lastBefore: (at: number) => Stretch | null;
}

/**
 * When a customer is reminded of an appointment, in order of time. A reminder in quiet hours moves earlier. One that would leave
 * before `now`, or right before the appointment, is left out, and of two in the same minute the later step stays. Pure.
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
