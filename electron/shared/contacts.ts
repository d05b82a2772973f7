import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { FIELD_KINDS, FIELD_TESTS, IMPORT_TARGETS, type ImportTarget } from './contact-words.ts';
import { CONSENT_CHOICES } from './consent-words.ts';

/** What is known of a customer at most: the same in the window, for other programs and in lists that are brought in. */
export const MOST_FIELDS = 100;
export const MOST_NUMBERS = 20;
export const MOST_TAGS = 200;
export const LONGEST_NOTES = 20_000;
export const LONGEST_FIELD_VALUE = 400;
export const LONGEST_LABEL = 40;
export const LONGEST_TAG = 60;
export const contactName = z.string().max(200);
export const contactNumber = z.string().trim().min(1).max(40);
export const contactLabel = z.string().trim().max(LONGEST_LABEL);
export const contactNotes = z.string().max(LONGEST_NOTES);
export const writtenBirthday = z.string().trim().max(20);
export const fieldName = z.string().trim().min(1).max(60);
export const fieldValue = z.string().trim().max(LONGEST_FIELD_VALUE);

/** What the shop wants to know of its customers. */
export const contactFieldDefinition = z.strictObject({
  name: fieldName,
  kind: z.enum(FIELD_KINDS),
  /** For `choice`. */
  choices: z.array(z.string().trim().min(1).max(60)).max(60),
});
export type ContactFieldDefinition = z.infer<typeof contactFieldDefinition>;

const id = z.string().max(LONGEST_ID);
const months = z.number().int().min(1).max(240);

/** One thing a customer has to be. A visit is an appointment that was kept or an order that was collected. */
export const groupCondition = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('tag'), tagId: id, has: z.boolean() }),
  z.strictObject({
    about: z.literal('field'),
    name: fieldName,
    test: z.enum(FIELD_TESTS),
    value: z.string().trim().max(200),
  }),
  /** In the last months, or not in them: never counts as not. */
  z.strictObject({ about: z.literal('visit'), within: z.boolean(), months }),
  z.strictObject({ about: z.literal('visits'), atLeast: z.number().int().min(0).max(10_000) }),
  /** Wrote to us in the last months, or not. */
  z.strictObject({ about: z.literal('wrote'), within: z.boolean(), months }),
  z.strictObject({ about: z.literal('consent'), purpose: z.enum(CONSENT_CHOICES), wants: z.boolean() }),
  z.strictObject({ about: z.literal('language'), language: z.string().trim().min(2).max(12) }),
  /** Has a birthday in that month, 1 to 12. */
  z.strictObject({ about: z.literal('birthday'), month: z.number().int().min(1).max(12) }),
  z.strictObject({ about: z.literal('added'), within: z.boolean(), months }),
]);
export type GroupCondition = z.infer<typeof groupCondition>;

/** Customers who are all of this, or any of it. */
export const contactGroup = z.strictObject({
  name: z.string().trim().min(1).max(60),
  match: z.enum(['all', 'any']),
  conditions: z.array(groupCondition).min(1).max(20),
});
export type ContactGroup = z.infer<typeof contactGroup>;

/** What somebody writes down of a customer. */
export const writtenContact = z.strictObject({
  name: contactName,
  /** The first one is texted. */
  numbers: z.array(z.strictObject({ number: contactNumber, label: contactLabel })).max(MOST_NUMBERS),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)
    .nullable(),
  /** As people write it, with a year or without; empty: not known. */
  birthday: writtenBirthday,
  notes: contactNotes,
  fields: z.array(z.strictObject({ name: fieldName, value: fieldValue })).max(MOST_FIELDS),
  tagIds: z.array(id).max(MOST_TAGS),
});
export type WrittenContact = z.infer<typeof writtenContact>;

export const importTarget = z
  .string()
  .refine(
    (target): target is ImportTarget =>
      IMPORT_TARGETS.some((known) => known === target) || /^field:.{1,60}$/.test(target),
  );

/** How a list is brought in. */
export const importChoices = z.strictObject({
  /** One for each column. */
  targets: z.array(importTarget).max(500),
  /** Of who is there already: what is missing is filled in, what differs is replaced, or they stay as they are. */
  known: z.enum(['fill', 'replace', 'leave']),
  /** Who has a name like one who is there, but another number: somebody else, or the same. */
  alike: z.enum(['separate', 'join']),
  /** Everybody in the list gets it; empty: nobody. */
  tag: z.string().trim().max(60),
  /** Where the agreement to offers was given, which goes into the ledger; empty: none comes along. */
  consentSource: z.string().trim().max(300),
});
export type ImportChoices = z.infer<typeof importChoices>;
