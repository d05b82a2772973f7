import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { FIELD_KINDS, FIELD_TESTS, IMPORT_TARGETS, type ImportTarget } from './contact-words.ts';
import { CONSENT_CHOICES } from './consent-words.ts';

/** Limits on what is stored about a customer. They are the same in the window, for other programs, and in imported lists. */
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

/** A field that the shop keeps about its customers. */
export const contactFieldDefinition = z.strictObject({
  name: fieldName,
  kind: z.enum(FIELD_KINDS),
  /** Only used for `choice`. */
  choices: z.array(z.string().trim().min(1).max(60)).max(60),
});
export type ContactFieldDefinition = z.infer<typeof contactFieldDefinition>;

const id = z.string().max(LONGEST_ID);
const months = z.number().int().min(1).max(240);

/** One condition that a customer has to meet. A visit is an appointment that was kept or an order that was collected. */
export const groupCondition = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('tag'), tagId: id, has: z.boolean() }),
  z.strictObject({
    about: z.literal('field'),
    name: fieldName,
    test: z.enum(FIELD_TESTS),
    value: z.string().trim().max(200),
  }),
  /** Whether a visit was in the last months or not; customers who never came count as not. */
  z.strictObject({ about: z.literal('visit'), within: z.boolean(), months }),
  z.strictObject({ about: z.literal('visits'), atLeast: z.number().int().min(0).max(10_000) }),
  /** Whether they wrote to us in the last months or not. */
  z.strictObject({ about: z.literal('wrote'), within: z.boolean(), months }),
  z.strictObject({ about: z.literal('consent'), purpose: z.enum(CONSENT_CHOICES), wants: z.boolean() }),
  z.strictObject({ about: z.literal('language'), language: z.string().trim().min(2).max(12) }),
  /** Their birthday is in that month, 1 to 12. */
  z.strictObject({ about: z.literal('birthday'), month: z.number().int().min(1).max(12) }),
  z.strictObject({ about: z.literal('added'), within: z.boolean(), months }),
]);
export type GroupCondition = z.infer<typeof groupCondition>;

/** Customers who meet all of the conditions, or any of them. */
export const contactGroup = z.strictObject({
  name: z.string().trim().min(1).max(60),
  match: z.enum(['all', 'any']),
  conditions: z.array(groupCondition).min(1).max(20),
});
export type ContactGroup = z.infer<typeof contactGroup>;

/** What somebody enters about a customer. */
export const writtenContact = z.strictObject({
  name: contactName,
  /** The first number is the one that gets texts. */
  numbers: z.array(z.strictObject({ number: contactNumber, label: contactLabel })).max(MOST_NUMBERS),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)
    .nullable(),
  /** As people write it, with or without a year; empty means not known. */
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

/** How a list is imported. */
export const importChoices = z.strictObject({
  /** One target for each column. */
  targets: z.array(importTarget).max(500),
  /** For customers who already exist: missing values are filled in, different values are replaced, or they stay as they are. */
  known: z.enum(['fill', 'replace', 'leave']),
  /** Whether somebody with a known name but another number is a separate customer or the same one. */
  alike: z.enum(['separate', 'join']),
  /** Everybody in the list gets this tag; empty means none. */
  tag: z.string().trim().max(60),
  /** Where customers agreed to offers, which goes into the ledger; empty means that the list brings no consent. */
  consentSource: z.string().trim().max(300),
});
export type ImportChoices = z.infer<typeof importChoices>;
