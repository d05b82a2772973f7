import type { AppointmentState } from '../../shared/appointments.ts';

/**
 * What can happen to an appointment: the customer confirms it, wants another time, has chosen one; the shop moves it; either cancels
 * it; the customer does not come; what was cancelled or missed by mistake is taken back.
 */
export const APPOINTMENT_INPUTS = ['confirm', 'ask-move', 'choose', 'move', 'cancel', 'miss', 'restore'] as const;
export type AppointmentInput = (typeof APPOINTMENT_INPUTS)[number];

/** What is not there cannot happen. */
const AFTER: Readonly<Record<AppointmentState, Readonly<Partial<Record<AppointmentInput, AppointmentState>>>>> = {
  booked: {
    confirm: 'confirmed',
    'ask-move': 'moving',
    choose: 'confirmed',
    move: 'booked',
    cancel: 'cancelled',
    miss: 'missed',
  },
  confirmed: {
    confirm: 'confirmed',
    'ask-move': 'moving',
    choose: 'confirmed',
    // Another time than the one they agreed to.
    move: 'booked',
    cancel: 'cancelled',
    miss: 'missed',
  },
  moving: {
    confirm: 'confirmed',
    'ask-move': 'moving',
    choose: 'confirmed',
    move: 'booked',
    cancel: 'cancelled',
    miss: 'missed',
  },
  cancelled: { restore: 'booked' },
  missed: { restore: 'booked' },
};

/** Null: that cannot happen to it. Pure. */
export function appointmentAfter(state: AppointmentState, input: AppointmentInput): AppointmentState | null {
  return AFTER[state][input] ?? null;
}

/** Somebody is still expected. */
export function isLive(state: AppointmentState): boolean {
  return state === 'booked' || state === 'confirmed' || state === 'moving';
}
