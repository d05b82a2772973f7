import { LONGEST_ID } from '../../../shared/ids.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from '../../../shared/composing.ts';
import type { TriggerField } from '../triggers/trigger.ts';
import { TRIGGERS, type When } from '../triggers/index.ts';

const id = z.string().max(LONGEST_ID);
const DAY_MINUTES = 24 * 60;
const MOST_DAYS = 90;

function schemaOf({ kind }: TriggerField): z.ZodType {
  switch (kind) {
    case 'minutes':
      return z.number().int().min(1).max(DAY_MINUTES);
    case 'days':
      return z.number().int().min(0).max(MOST_DAYS);
    case 'tag':
      return id.nullable();
    case 'date-field':
      return z.string().trim().max(60);
    case 'flag':
      return z.boolean();
  }
}

/** Fields that a trigger does not know are ignored: earlier versions stored the fields of all triggers with each rule. */
const whens = TRIGGERS.map(({ name, fields }) =>
  z.object({
    trigger: z.literal(name),
    ...Object.fromEntries(Object.entries(fields).map(([field, each]) => [field, schemaOf(each)])),
  }),
);
const when = z.discriminatedUnion('trigger', whens as [(typeof whens)[number]]) as unknown as z.ZodType<When>;

/** When something happens and all of `only` holds, all of `does` is done. */
export const rule = z.strictObject({
  /** The name is shown beside what the rule sent and did. */
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  when,
  only: z.strictObject({
    /** One of these words must appear in the message; an empty list accepts any message. */
    words: z.array(z.string().trim().min(1).max(80)).max(60),
    hours: z.enum(['any', 'open', 'closed']),
    tagId: id.nullable(),
    /** A field of the contact. An empty value means that the field only has to be filled. */
    field: z.strictObject({ name: z.string().trim().min(1).max(60), value: z.string().trim().max(200) }).nullable(),
  }),
  does: z.strictObject({
    /** The text for the customer; empty means none. */
    answer: z.string().trim().max(MAX_TEXT_LENGTH),
    tagId: id.nullable(),
    assigneeId: id.nullable(),
    /** A task that is due at once; empty means none. */
    task: z.string().trim().max(200),
    notify: z.boolean(),
    /** The phone of a staff member who is texted; empty means nobody. */
    staffPhone: z.string().trim().max(40),
    close: z.boolean(),
  }),
});
export type Rule = z.infer<typeof rule>;

const body = rule.pick({ when: true, only: true, does: true });

/** Reads the stored body of a rule. Null if another version wrote it in a form that is not known here. */
export function parseRuleBody(json: string): Pick<Rule, 'when' | 'only' | 'does'> | null {
  const input = JSON.parse(json) as { readonly when?: { readonly date?: object } };
  // Before all triggers shared one form, the settings of a date had an object of their own.
  const read = body.safeParse({ ...input, when: { ...input.when, ...input.when?.date } });
  return read.success ? read.data : null;
}
