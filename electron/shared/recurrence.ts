import { z } from 'zod';
import { date, timeOfDay } from './hours.ts';
import { LAST_INSTANT } from './instants.ts';

/** 0 means Sunday. */
const weekday = z.number().int().min(0).max(6);

/** When something happens repeatedly, by the shop's wall clock. */
export const recurrence = z.strictObject({
  /** The first day on which it may happen. */
  date: date.refine((day) => day >= '2000-01-01' && Date.parse(day) < LAST_INSTANT, {
    message: 'too long ago, or too far ahead',
  }),
  time: timeOfDay,
  every: z.enum(['day', 'week', 'month']),
  /** It happens every this many units. */
  interval: z.number().int().min(1).max(12),
  /** For a weekly rule, the days of the week; if empty, the weekday of the first date. */
  weekdays: z.array(weekday).max(7),
  /** For a monthly rule, a day of the month (-1 is the last one) or a weekday, from the first to the fourth or the last one. */
  monthly: z.union([
    z.strictObject({ day: z.union([z.literal(-1), z.number().int().min(1).max(31)]) }),
    z.strictObject({ nth: z.union([z.literal(-1), z.number().int().min(1).max(4)]), weekday }),
  ]),
  /** The last day on which it may happen; null means that it never ends. */
  until: date.nullable(),
});
export type Recurrence = z.infer<typeof recurrence>;
