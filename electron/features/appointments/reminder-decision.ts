import type { AppointmentState } from '../../shared/appointments.ts';
import { MAX_LATENESS_MS } from '../messaging/max-lateness.ts';
import { isLive } from './states.ts';

/** What is known of a reminder at the moment it is due. */
export interface DueReminder {
  /** Of its appointment; null: it is gone. */
  readonly state: AppointmentState | null;
  /** The appointment is at the time the reminder was planned for. */
  readonly isSameTime: boolean;
  /** The appointment has begun. */
  readonly isOver: boolean;
  /** How long ago it was due. */
  readonly lateMs: number;
}

/** `write`: it is said now; `review`: a person looks first; else nothing is said, for that reason. */
export type ReminderDecision = 'write' | 'review' | 'cancelled' | 'moved' | 'too-late';

/** Pure. */
export function reminderDecision({ state, isSameTime, isOver, lateMs }: DueReminder): ReminderDecision {
  if (state === null || !isLive(state)) return 'cancelled';
  if (!isSameTime) return 'moved';
  if (isOver) return 'too-late';
  return lateMs > MAX_LATENESS_MS ? 'review' : 'write';
}
