import { Hono } from 'hono';
import type { Desk } from '../app/desk.ts';
import type { WrittenContact } from '../shared/contacts.ts';
import type { ContactView } from '../features/contacts/contract.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { refused } from './errors.ts';
import { jsonBody, parse, unwrap } from './requests.ts';
import {
  contactChange,
  contactQuery,
  newConsent,
  newContact,
  toConsent,
  toContact,
  type ContactChange,
} from './contact-schemas.ts';

/** The shop's customers, for other programs. */
export function contactsApi(desk: () => Desk): Hono {
  const api = new Hono();
  const list = () => desk().customers.list;
  const tags = () => desk().lists.all('tags');
  const contactOf = (view: ContactView) => toContact(view, new Map(tags().map(({ id, name }) => [id, name])));

  /** Tags by their names: one there is not is said, not made up. */
  const written = ({ tags: named, numbers, fields, language, ...rest }: ContactChange): Partial<WrittenContact> => ({
    ...withoutUndefined(rest),
    ...(language === undefined ? {} : { language: language === '' ? null : language }),
    ...(numbers === undefined ? {} : { numbers: numbers.map(({ number, label = '' }) => ({ number, label })) }),
    ...(fields === undefined ? {} : { fields: Object.entries(fields).map(([name, value]) => ({ name, value })) }),
    ...(named === undefined
      ? {}
      : {
          tagIds: named.map((name) => {
            const tag = tags().find((each) => each.name.toLowerCase() === name.toLowerCase());
            if (tag === undefined)
              throw refused('bad-input', `There is no tag “${name}”. Add it in the settings first.`);
            return tag.id;
          }),
        }),
  });

  api.get('/contacts', async (c) => {
    const { query, after, limit } = parse(contactQuery, c.req.query());
    const page = unwrap(await list().page(null, query, after ?? null, limit));
    const items = page.items.map(({ id }) => contactOf(unwrap(list().get(id))));
    return c.json({ items, next: page.next });
  });
  api.get('/contacts/:id', (c) => c.json(contactOf(unwrap(list().get(c.req.param('id'))))));
  api.post('/contacts', async (c) => {
    const contact = written(parse(newContact, await jsonBody(c)));
    return c.json(contactOf(unwrap(list().save(null, contact))), 201);
  });
  api.patch('/contacts/:id', async (c) => {
    const contact = written(parse(contactChange, await jsonBody(c)));
    return c.json(contactOf(unwrap(list().save(c.req.param('id'), contact))));
  });

  api.get('/consent/:number', (c) => {
    const found = unwrap(desk().consent.ofNumber(c.req.param('number')));
    return c.json(toConsent(found));
  });

  api.post('/consent/:number', async (c) => {
    const said = parse(newConsent, await jsonBody(c));
    const number = c.req.param('number');
    return c.json(toConsent(unwrap(desk().consent.recordFromWeb(number, desk().routing.lineTo(number), said))), 201);
  });

  api.get('/templates', (c) =>
    c.json({
      items: desk()
        .lists.all('templates')
        .map(({ id, name, text }) => ({ id, name, text })),
    }),
  );

  return api;
}
