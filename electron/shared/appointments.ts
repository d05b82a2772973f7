import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';
import { specialDay, timeOfDay, weekHours } from './hours.ts';

/**
 * `moving`: the customer wants another time and has not chosen one yet; the old one is kept for them until then. `missed`: they
 * did not come. An appointment that is over and neither cancelled nor missed was kept.
 */
export const APPOINTMENT_STATES = ['booked', 'confirmed', 'moving', 'cancelled', 'missed'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** Limits on what an appointment may say. They are the same in the window, for other programs, and in imported files. */
export const LONGEST_APPOINTMENT_NOTE = 2_000;
/** Longer names are cut to this length. */
export const LONGEST_APPOINTMENT_NAME = 60;
export const appointmentName = z.string().max(200);
export const appointmentNote = z.string().max(LONGEST_APPOINTMENT_NOTE);

/** Replaces what a calendar entry said about somebody who was erased, so that the entry is not read again. */
export const ERASED_ENTRY = 'erased';

/** How long an appointment or a service may last, in minutes. */
export const appointmentMinutes = z
  .number()
  .int()
  .min(5)
  .max(12 * 60);

const words = z.string().trim().max(MAX_TEXT_LENGTH);
const name = z.string().trim().min(1).max(60);
export const MOST_REMINDERS = 5;

/** When a customer is reminded: a certain time before, or a number of days before at a time of the wall clock. */
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
  /** Empty means the program's words in the customer's language. */
  text: words,
  /** Whether customers are asked to confirm, move or cancel. */
  asks: z.boolean(),
});
export type ReminderStep = z.infer<typeof reminderStep>;

/** What the shop does for a customer in an appointment. */
export const service = z.strictObject({
  name,
  minutes: appointmentMinutes,
  /** Minutes that are kept free after it. */
  buffer: z.number().int().min(0).max(240),
  /** As it is told to customers: “from 30 €”. */
  price: z.string().trim().max(40),
  /** Sent when it is booked; empty means the program's words. */
  text: words,
  reminders: z.array(reminderStep).max(MOST_REMINDERS),
  /** Within this many hours before it, only a person can cancel or move it. */
  cutoffHours: z.number().int().min(0).max(168),
});
export type Service = z.infer<typeof service>;

/** A person or thing with which a customer is booked. */
export const resource = z.strictObject({
  name,
  /** Null means the shop's opening hours. */
  hours: weekHours.nullable(),
  /** Days off, or days with other hours. */
  exceptions: z.array(specialDay).max(200),
  /** The services it offers; null means all of them. */
  serviceIds: z.array(z.string().max(LONGEST_ID)).max(200).nullable(),
});
export type Resource = z.infer<typeof resource>;

/** How an appointment repeats; `times` counts the first one. Each month: on the same weekday, the second Tuesday, say. */
export const REPEATS = ['week', 'two-weeks', 'four-weeks', 'month'] as const;
export const repeat = z.strictObject({ every: z.enum(REPEATS), times: z.number().int().min(2).max(52) });
export type Repeat = z.infer<typeof repeat>;

/** The part of the day that suits somebody on the waiting list. */
export const WAITING_HALVES = ['any', 'morning', 'afternoon'] as const;
export type WaitingHalf = (typeof WAITING_HALVES)[number];

/** The variables that a text about an appointment may contain. */
export const APPOINTMENT_VARIABLES = ['first_name', 'name', 'shop', 'service', 'when', 'staff', 'price'] as const;

/** What somebody here has to do about an appointment. */
export type AppointmentTask = 'ring-up' | 'too-late' | 'no-slots' | 'may-have-cancelled';
