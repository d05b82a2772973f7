import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';
import { instant } from './instants.ts';

/** Nobody who marks more customers than this still knows why. */
const MOST_MARKED = 5_000;

/** One message to many: to whom, with which words, and when. */
export const groupTextOrder = z.strictObject({
  /** A group; null means the marked customers, or everybody if none is marked. */
  groupId: z.string().max(LONGEST_ID).nullable(),
  contactIds: z.array(z.string().max(LONGEST_ID)).max(MOST_MARKED),
  text: z.string().max(MAX_TEXT_LENGTH),
  purpose: z.enum(['service', 'offer']),
  /** Whether the message ends with how to opt out. */
  withStop: z.boolean(),
  /** Null means at once. */
  startsAt: instant.nullable(),
  /** The minutes from the first to the last message, counting only the texting hours; 0 means as fast as the line sends. */
  spreadMinutes: z
    .number()
    .int()
    .min(0)
    .max(14 * 24 * 60),
});
export type GroupTextOrder = z.infer<typeof groupTextOrder>;

/** Why somebody gets no message, in the order in which the reasons are checked. */
export const LEFT_OUT = ['no-number', 'blocked', 'no-customer', 'opted-out', 'not-wanted', 'text-too-long'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
