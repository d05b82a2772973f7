import { z } from 'zod';
import { date, timeOfDay } from './hours.ts';
import { LAST_INSTANT } from './instants.ts';

/** 0 Sunday. */
const weekday = z.number().int().min(0).max(6);

/** When something happens again and again, on the shop's wall clock. */
export const recurrence = z.strictObject({
  /** The first day it may happen on. */
  date: date.refine((day) => day >= '2000-01-01' && Date.parse(day) < LAST_INSTANT, {
    message: 'too long ago, or too far ahead',
  }),
  time: timeOfDay,
  every: z.enum(['day', 'week', 'month']),
  /** Every so many of them. */
  interval: z.number().int().min(1).max(12),
  /** Of a week: on which days; none: on that of the first. */
  weekdays: z.array(weekday).max(7),
  /** Of a month: on that day of it, -1 the last; or on a weekday, the first to fourth or the last. */
  monthly: z.union([
    z.strictObject({ day: z.union([z.literal(-1), z.number().int().min(1).max(31)]) }),
    z.strictObject({ nth: z.union([z.literal(-1), z.number().int().min(1).max(4)]), weekday }),
  ]),
  /** The last day it may happen on; null: for ever. */
  until: date.nullable(),
});
export type Recurrence = z.infer<typeof recurrence>;
