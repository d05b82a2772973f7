import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';
import { specialDay, timeOfDay, weekHours } from './hours.ts';

/**
 * `moving`: the customer wants another time and has not chosen one; the old one is kept for them until then. `missed`: they did not
 * come. One that is over and neither cancelled nor missed was kept.
 */
export const APPOINTMENT_STATES = ['booked', 'confirmed', 'moving', 'cancelled', 'missed'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** What an appointment may say at most: the same in the window, for other programs and in files that are brought in. */
export const LONGEST_APPOINTMENT_NOTE = 2_000;
/** So much of a name is kept. */
export const LONGEST_APPOINTMENT_NAME = 60;
export const appointmentName = z.string().max(200);
export const appointmentNote = z.string().max(LONGEST_APPOINTMENT_NOTE);

/** Stands in place of what an entry of a calendar said of somebody who was erased: it is not looked at again. */
export const ERASED_ENTRY = 'erased';

const words = z.string().trim().max(MAX_TEXT_LENGTH);
const name = z.string().trim().min(1).max(60);
export const MOST_REMINDERS = 5;

/** When a customer is reminded: so long before, or so many days before at a time of the wall clock. */
export const reminderStep = z.strictObject({
  when: z.union([
    z.strictObject({
      minutes: z
        .number()
        .int()
        .min(15)
        .max(30 * 24 * 60),
    }),
    z.strictObject({ days: z.number().int().min(0).max(30), at: timeOfDay }),
  ]),
  /** Empty: in the program's words and the customer's language. */
  text: words,
  /** Whether they are asked to confirm, move or cancel. */
  asks: z.boolean(),
});
export type ReminderStep = z.infer<typeof reminderStep>;

/** What the shop does for a customer at an appointed time. */
export const service = z.strictObject({
  name,
  minutes: z
    .number()
    .int()
    .min(5)
    .max(12 * 60),
  /** Kept free behind it. */
  buffer: z.number().int().min(0).max(240),
  /** As it is said: “from 30 €”. */
  price: z.string().trim().max(40),
  /** Told when it is booked; empty: in the program's words. */
  text: words,
  reminders: z.array(reminderStep).max(MOST_REMINDERS),
  /** Later than this before it, only a person cancels or moves it. */
  cutoffHours: z.number().int().min(0).max(168),
});
export type Service = z.infer<typeof service>;

/** Who or what a customer is booked with. */
export const resource = z.strictObject({
  name,
  /** Null: the shop's opening hours. */
  hours: weekHours.nullable(),
  /** Days off, or with other hours. */
  exceptions: z.array(specialDay).max(200),
  /** What it does; null: everything. */
  serviceIds: z.array(z.string().max(LONGEST_ID)).max(200).nullable(),
});
export type Resource = z.infer<typeof resource>;

/** When somebody can who waits for a time to come free. */
export const WAITING_HALVES = ['any', 'morning', 'afternoon'] as const;
export type WaitingHalf = (typeof WAITING_HALVES)[number];

/** What a text about an appointment is filled with. */
export const APPOINTMENT_VARIABLES = ['first_name', 'name', 'shop', 'service', 'when', 'staff', 'price'] as const;

/** What somebody here has to do about an appointment. */
export type AppointmentTask = 'ring-up' | 'too-late' | 'no-slots' | 'may-have-cancelled';
