import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';
import { instant } from './instants.ts';

/** As many as somebody marks and still knows why. */
const MOST_MARKED = 5_000;

/** One text to many: to whom, what, and when. */
export const groupTextOrder = z.strictObject({
  /** A group; null: those that are marked, and with none marked everybody. */
  groupId: z.string().max(LONGEST_ID).nullable(),
  contactIds: z.array(z.string().max(LONGEST_ID)).max(MOST_MARKED),
  text: z.string().max(MAX_TEXT_LENGTH),
  purpose: z.enum(['service', 'offer']),
  /** Whether it ends with how to get no more of them. */
  withStop: z.boolean(),
  /** Null: at once. */
  startsAt: instant.nullable(),
  /** From the first to the last, of the time in which customers may be texted; 0: as fast as the line sends. */
  spreadMinutes: z
    .number()
    .int()
    .min(0)
    .max(14 * 24 * 60),
});
export type GroupTextOrder = z.infer<typeof groupTextOrder>;

/** Why somebody gets none, in the order in which it is asked. */
export const LEFT_OUT = ['no-number', 'blocked', 'no-customer', 'opted-out', 'not-wanted', 'text-too-long'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
