import type { AppointmentState } from '../../shared/appointments.ts';

/**
 * What can happen to an appointment: the customer confirms it, asks for another time or chooses one; the shop moves it; either
 * side cancels it; the customer does not come; a mistaken cancellation or miss is taken back.
 */
export const APPOINTMENT_INPUTS = ['confirm', 'ask-move', 'choose', 'move', 'cancel', 'miss', 'restore'] as const;
export type AppointmentInput = (typeof APPOINTMENT_INPUTS)[number];

/** Inputs that are not listed cannot happen in that state. */
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
    // The new time is not the one that the customer agreed to.
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

/** Null if that cannot happen to the appointment. Pure. */
export function appointmentAfter(state: AppointmentState, input: AppointmentInput): AppointmentState | null {
  return AFTER[state][input] ?? null;
}

/** Whether the customer is still expected. */
export function isLive(state: AppointmentState): boolean {
  return state === 'booked' || state === 'confirmed' || state === 'moving';
}
