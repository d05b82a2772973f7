import { z } from 'zod';
import { refused, unwrap } from '../../core/refusal-error.ts';
import { byId, pageLimit, pageOf, route, type RestRoutes } from '../../core/rest-route.ts';
import { compact, instant, iso } from '../../core/wire.ts';
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
  type WrittenContact,
} from '../../shared/contacts.ts';
import { withoutUndefined } from '../../shared/without-undefined.ts';
import type { ShopLists } from '../shop-lists/shop-lists.ts';
import type { ContactDto } from './contract.ts';
import type { Customers } from './customers.ts';

interface Services {
  readonly customers: Customers;
  readonly lists: ShopLists;
}

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
        label: contactLabel.optional().meta({ description: 'A label, such as work or home.' }),
      }),
    )
    .max(MOST_NUMBERS)
    .meta({ description: 'In any usual format; the first one is the primary number. An update replaces all of them.' }),
  birthday: writtenBirthday.meta({ description: '1985-04-12, 12.4.1985 or 12.4.; empty if unknown.' }),
  language: z
    .string()
    .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})?)?$/)
    .meta({ description: 'A BCP 47 tag; empty if unknown.' }),
  notes: contactNotes,
  fields: givenFields.meta({
    description: `The shop’s own, by name, ${MOST_FIELDS} at most. A change puts these in place of all.`,
  }),
  tags: z
    .array(z.string().trim().min(1).max(LONGEST_TAG))
    .max(MOST_TAGS)
    .meta({ description: 'By name; they must exist.' }),
});
/** All fields are optional for a new customer too: nothing is required of whoever adds one. */
const contactChange = contactFields.partial();

const contactQuery = z.strictObject({
  query: z.string().max(300).default('').describe('A name, words of the notes, or a number in any spelling.'),
  after: z.string().max(200).optional(),
  limit: pageLimit(200, 50),
});

const contact = z.object({
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

function toContact(view: ContactDto, tags: ReadonlyMap<string, string>): z.infer<typeof contact> {
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

/** The shop's customers, as other programs get them. */
export const contactsRoutes: RestRoutes<Services> = (services) => {
  const list = () => services().customers.list;
  const tags = () => services().lists.all('tags');
  const contactOf = (view: ContactDto) => toContact(view, new Map(tags().map(({ id, name }) => [id, name])));

  /** Finds a tag by its name; an unknown name is refused rather than added as a tag. @throws RefusalError */
  const tagOf = (name: string): string => {
    const tag = tags().find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (tag === undefined) throw refused('bad-input', `There is no tag “${name}”. Add it in the settings first.`);
    return tag.id;
  };
  const input = ({
    tags: named,
    numbers,
    fields: given,
    language,
    ...rest
  }: z.infer<typeof contactChange>): Partial<WrittenContact> => ({
    ...withoutUndefined(rest),
    ...(language === undefined ? {} : { language: language === '' ? null : language }),
    ...(numbers === undefined ? {} : { numbers: numbers.map(({ number, label = '' }) => ({ number, label })) }),
    ...(given === undefined ? {} : { fields: Object.entries(given).map(([name, value]) => ({ name, value })) }),
    ...(named === undefined ? {} : { tagIds: named.map(tagOf) }),
  });

  return [
    route({
      method: 'get',
      path: '/contacts',
      scope: 'customers:read',
      summary: 'List or search customers',
      request: { query: contactQuery },
      answer: [200, 'A page', pageOf(contact)],
      async handle({ query: { query, after, limit } }) {
        const page = unwrap(await list().page(null, query, after ?? null, limit));
        return { items: page.items.map(({ id }) => contactOf(unwrap(list().get(id)))), next: page.next };
      },
    }),
    route({
      method: 'post',
      path: '/contacts',
      scope: 'customers:write',
      summary: 'Create a customer',
      request: { body: contactChange },
      answer: [201, 'The customer', contact],
      handle: ({ body }) => contactOf(unwrap(list().save(null, input(body)))),
    }),
    route({
      method: 'get',
      path: '/contacts/{id}',
      scope: 'customers:read',
      summary: 'Get a customer',
      request: byId,
      answer: [200, 'The customer', contact],
      handle: ({ params }) => contactOf(unwrap(list().get(params.id))),
    }),
    route({
      method: 'patch',
      path: '/contacts/{id}',
      scope: 'customers:write',
      summary: 'Update a customer; fields that are left out stay unchanged',
      request: { ...byId, body: contactChange },
      answer: [200, 'The updated customer', contact],
      handle: ({ params, body }) => contactOf(unwrap(list().save(params.id, input(body)))),
    }),
  ];
};
