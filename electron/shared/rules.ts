import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';

/** What sets a rule off. `tagged` and `closed`: by a person; `yearly-date`: a birthday, or another date of a customer, comes round. */
export const RULE_TRIGGERS = [
  'text',
  'first-text',
  'missed-call',
  'no-answer',
  'closed',
  'tagged',
  'yearly-date',
] as const;
export type RuleTrigger = (typeof RULE_TRIGGERS)[number];

const id = z.string().max(20);

/** When something happens, and all of `only` holds, then all of `does` is done. */
export const rule = z.strictObject({
  /** Stands beside what it sent and did. */
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  when: z.strictObject({
    trigger: z.enum(RULE_TRIGGERS),
    /** Of opening time, for `no-answer`. */
    minutes: z
      .number()
      .int()
      .min(1)
      .max(24 * 60),
    /** For `tagged`; null: any tag. */
    tagId: id.nullable(),
    /** For `yearly-date`. */
    date: z
      .strictObject({
        /** A field of the customer that holds a date; empty: his birthday. */
        field: z.string().trim().max(60),
        daysBefore: z.number().int().min(0).max(90),
        /** Only to who agreed to offers. */
        isOffer: z.boolean(),
      })
      .optional(),
  }),
  only: z.strictObject({
    /** One of them stands in the text; none: whatever it says. */
    words: z.array(z.string().trim().min(1).max(80)).max(60),
    hours: z.enum(['any', 'open', 'closed']),
    tagId: id.nullable(),
    /** Of the contact: an empty value means that it is there at all. */
    field: z.strictObject({ name: z.string().trim().min(1).max(60), value: z.string().trim().max(200) }).nullable(),
  }),
  does: z.strictObject({
    /** To the customer; empty: nothing. */
    answer: z.string().trim().max(MAX_TEXT_LENGTH),
    tagId: id.nullable(),
    assigneeId: id.nullable(),
    /** Something to do, due at once; empty: nothing. */
    task: z.string().trim().max(200),
    notify: z.boolean(),
    /** Somebody of the shop who is texted; empty: nobody. */
    staffPhone: z.string().trim().max(40),
    close: z.boolean(),
  }),
});
export type Rule = z.infer<typeof rule>;
