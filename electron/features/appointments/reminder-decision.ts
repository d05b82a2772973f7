import type { AppointmentState } from '../../shared/appointments.ts';
import { MAX_LATENESS_MS } from '../messaging/max-lateness.ts';
import { isLive } from './states.ts';

/** What is known about a reminder when it is due. */
export interface DueReminder {
  /** The state of the appointment; null if it is gone. */
  readonly state: AppointmentState | null;
  /** The appointment is still at the time the reminder was planned for. */
  readonly isSameTime: boolean;
  /** The appointment has begun. */
  readonly isOver: boolean;
  /** How long ago it was due. */
  readonly lateMs: number;
}

/** `write`: the reminder is written now; `review`: a person looks first; anything else is the reason why nothing is written. */
export type ReminderDecision = 'write' | 'review' | 'cancelled' | 'moved' | 'too-late';

/** Pure. */
export function reminderDecision({ state, isSameTime, isOver, lateMs }: DueReminder): ReminderDecision {
  if (state === null || !isLive(state)) return 'cancelled';
  if (!isSameTime) return 'moved';
  if (isOver) return 'too-late';
  return lateMs > MAX_LATENESS_MS ? 'review' : 'write';
}
