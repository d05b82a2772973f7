import { z } from 'zod';
import type { ConsentOfNumber } from '../features/consent/consent.ts';
import {
  contactLabel,
  contactName,
  contactNotes,
  contactNumber,
  fieldName,
  fieldValue,
  LONGEST_TAG,
  MOST_FIELDS,
  MOST_NUMBERS,
  MOST_TAGS,
  writtenBirthday,
} from '../shared/contacts.ts';
import { CONSENT_CHOICES } from '../shared/consent-words.ts';
import type { ContactView } from '../features/contacts/contract.ts';
import { compact, instant, iso } from './wire.ts';

/** The REST API's customers. Additions only. */
const fields = z.record(fieldName, fieldValue);
const givenFields = fields.refine((given) => Object.keys(given).length <= MOST_FIELDS, {
  message: `no more than ${MOST_FIELDS}`,
});

const contactFields = z.strictObject({
  name: contactName,
  numbers: z
    .array(
      z.strictObject({
        number: contactNumber,
        label: contactLabel.optional().meta({ description: 'Whose, or which.' }),
      }),
    )
    .max(MOST_NUMBERS)
    .meta({ description: 'In any usual spelling; the first is texted. A change puts these in place of all.' }),
  birthday: writtenBirthday.meta({ description: '1985-04-12, 12.4.1985 or 12.4.; empty: not known.' }),
  language: z
    .string()
    .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})?)?$/)
    .meta({ description: 'A BCP 47 tag; empty: not known.' }),
  notes: contactNotes,
  fields: givenFields.meta({
    description: `The shop’s own, by name, ${MOST_FIELDS} at most. A change puts these in place of all.`,
  }),
  tags: z
    .array(z.string().trim().min(1).max(LONGEST_TAG))
    .max(MOST_TAGS)
    .meta({ description: 'By name; they have to be there.' }),
});
export const newContact = contactFields.partial();
export const contactChange = contactFields.partial();
export type ContactChange = z.infer<typeof contactChange>;

export const contactQuery = z.strictObject({
  query: z.string().max(300).default('').describe('A name, words of the notes, or a number in any spelling.'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const contact = z.object({
  id: z.string(),
  name: z.string(),
  numbers: z.array(z.object({ number: z.string(), label: z.string(), optedOut: z.boolean() })),
  birthday: z.string().optional().meta({ description: 'YYYY-MM-DD, or --MM-DD.' }),
  language: z.string().optional(),
  notes: z.string(),
  fields,
  tags: z.array(z.string()),
  blocked: z.boolean(),
  createdAt: instant.optional(),
  conversationIds: z.array(z.string()),
});

export const newConsent = z.strictObject({
  purpose: z.enum(CONSENT_CHOICES),
  state: z.enum(['granted', 'withdrawn']).meta({
    description: 'Offers granted on a web page are asked about by text, and count once that is answered with yes.',
  }),
  wording: z.string().trim().min(1).max(500).meta({ description: 'What stood on the page, word for word.' }),
});

export const consent = z.object({
  number: z.string(),
  optedOut: z.boolean().meta({ description: 'Asked for no more texts: nothing leaves by itself.' }),
  service: z.boolean(),
  survey: z.boolean(),
  offer: z.boolean(),
});

export const template = z.object({ id: z.string(), name: z.string(), text: z.string() });

export function toContact(view: ContactView, tags: ReadonlyMap<string, string>): z.infer<typeof contact> {
  return compact({
    id: view.id,
    name: view.name,
    numbers: view.numbers.map(({ number, label, optedOut }) => ({ number, label, optedOut })),
    birthday: view.birthday,
    language: view.language,
    notes: view.notes,
    fields: Object.fromEntries(view.fields.map(({ name, value }) => [name, value])),
    tags: view.tagIds.flatMap((id) => tags.get(id) ?? []),
    blocked: view.blockedAt !== null,
    createdAt: iso(view.createdAt),
    conversationIds: view.conversations.map(({ id }) => id),
  }) as z.infer<typeof contact>;
}

export function toConsent({ number, isOptedOut, wants }: ConsentOfNumber): z.infer<typeof consent> {
  return { number, optedOut: isOptedOut, ...wants };
}
