import { expect, test } from 'vitest';
import { MOST_FIELDS, type GroupCondition } from '../../../../electron/shared/contacts.ts';
import type { Store } from '../../../../electron/app/store.ts';
import { contactShop, NOBODY, taken } from '../../../support/contact-shop.ts';

const DAY = 24 * 3_600_000;

async function names(shop: Awaited<ReturnType<typeof contactShop>>, query: string): Promise<readonly string[]> {
  return taken(await shop.customers.list.page(null, query, null, 50)).items.map(({ who }) => who);
}

test('customers stand by name, a page at a time, and are found by name, note and number in any spelling', async () => {
  const shop = await contactShop();
  for (const [i, name] of ['Zoë', 'ana', 'Ämilie', 'Bo Ng'].entries()) shop.add(name, `0171 222334${i}`);
  shop.add('', '0160 4412907', { notes: 'Likes rye' });
  const first = taken(await shop.customers.list.page(null, '', null, 2));
  const second = taken(await shop.customers.list.page(null, '', first.next, 9));
  expect([first.items, second.items].map((items) => items.map(({ who }) => who))).toEqual([
    ['0160 4412907', 'Ämilie'],
    ['ana', 'Bo Ng', 'Zoë'],
  ]);
  expect([first.total, second.next]).toEqual([5, null]);
  expect(await names(shop, 'zoe')).toEqual(['Zoë']);
  expect(await names(shop, 'bo n')).toEqual(['Bo Ng']);
  expect(await names(shop, 'ng')).toEqual(['Bo Ng']);
  expect(await names(shop, 'zo\0')).toEqual(['Zoë']);
  expect(await names(shop, 'rye')).toEqual(['0160 4412907']);
  expect(await names(shop, '+49 171 222 3341')).toEqual(['ana']);
  expect(await names(shop, '0171-2223341')).toEqual(['ana']);
  shop.store.close();
});

test('one of many of the same name is found by a short word beside it', async () => {
  const shop = await contactShop();
  for (let n = 0; n < 300; n++) shop.add(`Kunde ${n}`, `0171 ${2_000_000 + n}`);
  expect((await names(shop, 'kunde 41'))[0]).toBe('Kunde 41');
  expect(await names(shop, '41 kunde')).toEqual(['Kunde 41']);
  expect(await names(shop, '7_')).toEqual([]);
  shop.store.close();
});

test('a number is one customer’s; what does not fit a field is refused by name', async () => {
  const shop = await contactShop();
  const ana = shop.add('Ana', '0171 2223344');
  const save = (id: string | null, contact: Partial<typeof NOBODY>) => {
    const saved = shop.customers.list.save(id, { ...NOBODY, ...contact });
    return saved.ok ? 'saved' : saved.error.code;
  };
  expect(save(null, { name: 'Tom', numbers: [{ number: '+49 171 2223344', label: '' }] })).toBe('number-taken');
  expect(save(null, { name: 'Tom', numbers: [{ number: '12', label: '' }] })).toBe('bad-number');
  expect(save(null, {})).toBe('nobody');
  expect(save(ana.id, { name: 'Ana', birthday: '1990-02-30' })).toBe('bad-date');
  taken(shop.customers.fields.save(null, { name: 'Size', kind: 'number', choices: [] }));
  expect(save(ana.id, { name: 'Ana', fields: [{ name: 'size', value: 'big' }] })).toBe('bad-field');
  expect(save(ana.id, { name: 'Ana', fields: [{ name: 'size', value: '38,5' }] })).toBe('saved');
  expect(taken(shop.customers.list.get(ana.id ?? '')).fields).toEqual([{ name: 'Size', value: '38.5' }]);
  // Renamed, it is renamed with everybody.
  const [size] = shop.customers.fields.views;
  taken(shop.customers.fields.save(size?.id ?? '', { name: 'Shoe size', kind: 'number', choices: [] }));
  expect(taken(shop.customers.list.get(ana.id ?? '')).fields).toEqual([{ name: 'Shoe size', value: '38.5' }]);
  shop.store.close();
});

test('what another window has written meanwhile stays, and what nobody touched is not looked at anew', async () => {
  const shop = await contactShop();
  const ana = shop.add('Ana', '0171 2223344', { fields: [{ name: 'Club', value: 'seit gestern' }] });
  taken(shop.customers.list.save(ana.id, { notes: 'allergic to nuts' }));
  taken(shop.customers.fields.save(null, { name: 'Club', kind: 'date', choices: [] }));
  taken(shop.customers.list.save(ana.id, { name: 'Ana Kuhn', fields: [{ name: 'Club', value: 'seit gestern' }] }));
  expect(taken(shop.customers.list.get(ana.id ?? ''))).toMatchObject({
    name: 'Ana Kuhn',
    notes: 'allergic to nuts',
    fields: [{ name: 'Club', value: 'seit gestern' }],
    numbers: [{ number: '+491712223344' }],
  });
  shop.store.close();
});

test('a field that becomes a date is read anew with everybody who has it', async () => {
  const shop = await contactShop();
  taken(shop.customers.fields.save(null, { name: 'TÜV', kind: 'text', choices: [] }));
  for (const [i, value] of ['25.11.2015', 'bald', '9.12.26'].entries())
    shop.add(`Ana ${i}`, `0171 222334${i}`, { fields: [{ name: 'TÜV', value }] });
  const [field] = shop.customers.fields.views;
  taken(shop.customers.fields.save(field?.id ?? '', { name: 'TÜV', kind: 'date', choices: [] }));
  expect((await shop.all()).map(({ fields }) => fields[0]?.value)).toEqual(['2015-11-25', 'bald', '2026-12-09']);
  shop.store.close();
});

test('several numbers, the first is texted; one that is taken out is nobody’s', async () => {
  const shop = await contactShop();
  const ana = shop.add('Ana', '0171 2223344');
  const numbers = [
    { number: '0160 4412907', label: 'Lea' },
    { number: '0171 2223344', label: 'mobile' },
  ];
  taken(shop.customers.list.save(ana.id, { ...NOBODY, name: 'Ana', numbers }));
  expect(taken(shop.customers.list.get(ana.id ?? '')).numbers.map(({ number, label }) => [number, label])).toEqual([
    ['+491604412907', 'Lea'],
    ['+491712223344', 'mobile'],
  ]);
  taken(shop.customers.list.save(ana.id, { ...NOBODY, name: 'Ana', numbers: numbers.slice(1) }));
  expect(shop.store.contacts.ofNumber('+491604412907')).toBeNull();
  shop.store.close();
});

test('merged with a look before: tags, birthday and fields of both, and undone as they were', async () => {
  const shop = await contactShop();
  const vip = shop.store.lists.tags.insert({ name: 'VIP', hue: 1 });
  const ana = shop.add('Ana', '0171 2223344', { fields: [{ name: 'Size', value: '38' }] });
  const anna = shop.add('Anna Kuhn', '0160 4412907', { birthday: '--04-12', tagIds: [`tag_${vip}`] });
  const looked = taken(shop.customers.contacts.previewMerge(ana.id ?? '', anna.id ?? ''));
  expect(looked).toMatchObject({ name: 'Ana', birthday: '--04-12', tagIds: [`tag_${vip}`], notes: 'Anna Kuhn' });
  expect(looked.numbers.length).toBe(2);
  expect((await shop.all()).length).toBe(2);
  const merged = taken(shop.customers.contacts.merge(ana.id ?? '', anna.id ?? ''));
  expect(merged.contact).toEqual(looked);
  expect(merged.contact.numbers[0]?.number).toBe('+491712223344');
  taken(shop.customers.contacts.unmerge(merged.mergeId));
  expect(await shop.all()).toEqual([ana, anna]);
  // A number that is somebody else’s by then stays theirs.
  const again = taken(shop.customers.contacts.merge(ana.id ?? '', anna.id ?? ''));
  const kept = { ...NOBODY, name: 'Ana', numbers: [{ number: '0171 2223344', label: '' }] };
  taken(shop.customers.list.save(ana.id, kept));
  const cy = shop.add('Cy', '0160 4412907');
  taken(shop.customers.contacts.unmerge(again.mergeId));
  expect(taken(shop.customers.list.get(cy.id ?? '')).numbers.length).toBe(1);
  shop.store.close();
});

/** An order that was picked up. */
function visited(store: Store, number: string, at: number): void {
  const column = store.orders.board().at(-1)?.id ?? 0;
  const order = {
    reference: number,
    reference_key: number,
    number,
    name: '',
    note: '',
    column_id: column,
    moved_at: at,
  };
  const id = store.orders.insert({ ...order, author: null, created_at: at });
  store.orders.place(id, column, at, at);
}

test('groups are rules: who is in them follows from what is known', async () => {
  const shop = await contactShop();
  const { store, clock } = shop;
  const now = clock.now();
  const vip = store.lists.tags.insert({ name: 'VIP', hue: 1 });
  shop.add('Ana', '0171 2223341', { tagIds: [`tag_${vip}`], birthday: '1985-04-12', language: 'de' });
  shop.add('Bo', '0171 2223342', {
    fields: [
      { name: 'Size', value: '38.5' },
      { name: 'Until', value: '2026-05-01' },
    ],
  });
  shop.add('Cy', '0171 2223343', { birthday: '--04-30', fields: [{ name: 'Size', value: '41' }] });
  visited(store, '+491712223341', now - 200 * DAY);
  visited(store, '+491712223342', now - 20 * DAY);
  shop.wantsOffers('+491712223341');
  shop.wantsOffers('+491712223342');
  const members = async (...conditions: readonly GroupCondition[]) =>
    (await shop.customers.groups.members({ match: 'all', conditions: [...conditions] })).map(({ name }) => name);

  expect(await members({ about: 'tag', tagId: `tag_${vip}`, has: true })).toEqual(['Ana']);
  expect(await members({ about: 'tag', tagId: `tag_${vip}`, has: false })).toEqual(['Bo', 'Cy']);
  expect(await members({ about: 'visit', within: false, months: 6 })).toEqual(['Ana', 'Cy']);
  expect(await members({ about: 'visit', within: true, months: 6 })).toEqual(['Bo']);
  expect(await members({ about: 'visits', atLeast: 1 })).toEqual(['Ana', 'Bo']);
  // Of the issue: no visit for six months, and agrees to offers.
  expect(
    await members({ about: 'visit', within: false, months: 6 }, { about: 'consent', purpose: 'offer', wants: true }),
  ).toEqual(['Ana']);
  expect(await members({ about: 'birthday', month: 4 })).toEqual(['Ana', 'Cy']);
  expect(await members({ about: 'language', language: 'de' })).toEqual(['Ana']);
  const field = (test: (GroupCondition & { about: 'field' })['test'], value: string, name = 'size') =>
    members({ about: 'field', name, test, value });
  expect(await field('more', '39')).toEqual(['Cy']);
  expect(await field('less', '39')).toEqual(['Bo']);
  expect(await field('is', '41')).toEqual(['Cy']);
  expect(await field('empty', '')).toEqual(['Ana']);
  expect(await field('before', '2026-06-01', 'until')).toEqual(['Bo']);
  expect(await members({ about: 'wrote', within: false, months: 1 })).toEqual(['Ana', 'Bo', 'Cy']);
  const any = await shop.customers.groups.members({
    match: 'any',
    conditions: [
      { about: 'language', language: 'de' },
      { about: 'field', name: 'Size', test: 'is', value: '41' },
    ],
  });
  expect(any.map(({ name }) => name)).toEqual(['Ana', 'Cy']);
  store.optOuts.add('+491712223341', now, null);
  expect(await members({ about: 'consent', purpose: 'offer', wants: true })).toEqual(['Bo']);
  const group = taken(
    shop.customers.groups.save(null, {
      name: 'Spring',
      match: 'all',
      conditions: [{ about: 'birthday', month: 4 }],
    }),
  );
  const page = taken(await shop.customers.list.page(group.id, '', null, 1));
  expect([page.items.map(({ who }) => who), page.total]).toEqual([['Ana'], 2]);
  expect(taken(await shop.customers.list.page(group.id, '', page.next, 1)).items.map(({ who }) => who)).toEqual(['Cy']);
  shop.store.close();
});

test('customers go out as a table and come back as they were', async () => {
  const shop = await contactShop();
  const vip = shop.store.lists.tags.insert({ name: 'VIP', hue: 1 });
  shop.add('=SUM(1)', '0171 2223344', {
    notes: 'a;b\n"c"',
    tagIds: [`tag_${vip}`],
    birthday: '--04-12',
    language: 'de',
  });
  taken(
    shop.customers.list.save(null, {
      ...NOBODY,
      name: 'Tom',
      numbers: [
        { number: '0160 4412907', label: 'mobile' },
        { number: '030 5550123', label: 'home' },
      ],
      fields: [{ name: 'E-mail', value: 'tom@example.org' }],
    }),
  );
  const table = taken(await shop.customers.files.export('table', null, '', []));
  expect(table.count).toBe(2);
  expect(table.text).toContain("'=SUM(1)");
  const other = await contactShop();
  await other.bringIn(table.text, { consentSource: 'Our other desk' });
  const plain = async (all: typeof shop) =>
    (await all.all()).map(({ numbers, birthday, language, notes, fields, tagIds }) => [
      numbers.map(({ number, label }) => [number, label]),
      birthday,
      language,
      notes.replaceAll('\r', ''),
      fields,
      tagIds.length,
    ]);
  expect(await plain(other)).toEqual(await plain(shop));
  const cards = taken(await shop.customers.files.export('cards', null, '', []));
  expect(cards.text.match(/BEGIN:VCARD/g)?.length).toBe(2);
  shop.store.close();
  other.store.close();
});

test('one more field than a person fills in is refused where they are written one at a time too (security 4)', async () => {
  const shop = await contactShop();
  const ana = shop.add('Ana', '0171 2223344');
  const fields = Array.from({ length: MOST_FIELDS }, (_, n) => ({ name: `Field ${n}`, value: `${n}` }));
  const number = ana.numbers[0]?.number ?? '';
  taken(shop.customers.list.save(ana.id, { ...NOBODY, name: 'Ana', numbers: [{ number, label: '' }], fields }));
  const conversation = `conversation_${shop.store.conversations.findOrCreate(1, number, 'phone', shop.clock.now())}`;
  const write = (name: string) => shop.customers.contacts.change(conversation, { field: { name, value: 'new' } });
  expect(write('One more')).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  expect(write('field 7')).toMatchObject({ ok: true });
  expect(shop.customers.contacts.change(conversation, { field: { name: 'Field 7', value: null } }).ok).toBe(true);
  expect(write('One more').ok).toBe(true);
  shop.store.close();
});

test('a customer is picked by part of a name or of a number, once for each number, with the last visit', async () => {
  const shop = await contactShop();
  shop.add('Ana Kuhn', '0171 2223344');
  shop.add('Anton Berg', '0160 4412907');
  taken(shop.customers.list.save(null, { ...NOBODY, name: 'Nobody reachable' }));
  visited(shop.store, '+491712223344', 1_000);
  const found = (query: string) =>
    taken(shop.customers.list.lookUp(query, 6)).map(({ who, displayNumber, lastVisitAt }) => [
      who,
      displayNumber,
      lastVisitAt,
    ]);
  expect(found('an')).toEqual([
    ['Ana Kuhn', '0171 2223344', 1_000],
    ['Anton Berg', '0160 4412907', null],
  ]);
  expect(found('4412')).toEqual([['Anton Berg', '0160 4412907', null]]);
  expect(found('reachable')).toEqual([]);
  expect(taken(shop.customers.list.lookUp('an', 1))).toHaveLength(1);
  shop.store.close();
});
