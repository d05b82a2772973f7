import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contactShop, NOBODY, taken } from '../../../support/contact-shop.ts';
import { numberOf } from '../../../../electron/shared/ids.ts';

const LIST = [
  'Name;Mobile;Birthday;Tags',
  'Ana Kuhn;0171 2223344;12.4.1985;Regulars',
  'Tom Ebert;+49 (0)160 4412907;;',
  'Nobody;;;',
  'Wrong;12;;',
  'Ana Maria Kuhn;0171-222 33 44;;VIP',
].join('\n');

test('a look at it writes nothing; doing it makes the same of it', async () => {
  const shop = await contactShop();
  const { file, plan } = await shop.look(LIST);
  expect(plan.counts).toEqual({ new: 2, changed: 1, cancelled: 0, same: 0, refused: 2 });
  expect(plan.rows.map(({ line, outcome, reason }) => [line, outcome, reason?.code])).toEqual([
    [4, 'refused', 'no-number'],
    [5, 'refused', 'bad-number'],
    [2, 'new', undefined],
    [3, 'new', undefined],
    [6, 'changed', undefined],
  ]);
  expect(await shop.all()).toEqual([]);
  const done = taken(await shop.customers.imports.run(file.id));
  expect([done.counts, done.rows]).toEqual([plan.counts, plan.rows]);
  expect((await shop.all()).map(({ name, birthday, numbers }) => [name, birthday, numbers.length])).toEqual([
    ['Ana Kuhn', '1985-04-12', 1],
    ['Tom Ebert', null, 1],
  ]);
  shop.store.close();
});

test('who is there in another spelling of the number is filled in, replaced or left, as was chosen', async () => {
  const list = 'Name;Phone;Notes\nAnne Kuhn;0049 171 2223344;likes rye';
  for (const [known, name, notes] of [
    ['fill', 'Ana Kuhn', 'pays cash\nlikes rye'],
    ['replace', 'Anne Kuhn', 'pays cash\nlikes rye'],
    ['leave', 'Ana Kuhn', 'pays cash'],
  ] as const) {
    const shop = await contactShop();
    shop.add('Ana Kuhn', '0171 2223344', { notes: 'pays cash' });
    const { done } = await shop.bringIn(list, { known });
    expect((await shop.all()).map((each) => [each.name, each.notes])).toEqual([[name, notes]]);
    expect(done.counts).toMatchObject(known === 'leave' ? { same: 1, changed: 0 } : { same: 0, changed: 1 });
    shop.store.close();
  }
});

test('a like name with another number is shown, and joined only where it is the very same', async () => {
  const list =
    'Name;Phone;Birthday\n"KUHN, Anna";0160 4412907;\nDr. Ana Cuhn;0160 4412908;\nAna;0160 4412909;\nTom Kuhn;0160 4412910;\nKuhn Ana;0160 4412911;\nAna Kuhn;0160 4412912;1.1.1950';
  const separate = await contactShop();
  separate.add('Ana Kuhn', '0171 2223344', { birthday: '2.2.1990' });
  const { plan } = await separate.bringIn(list);
  expect(plan.rows.map(({ what, reason }) => [what.slice(0, 10), reason?.code])).toEqual([
    ['KUHN, Anna', 'alike'],
    ['Dr. Ana Cu', 'alike'],
    ['Kuhn Ana 0', 'alike'],
    ['Ana Kuhn 0', 'alike'],
    ['Ana 0160 4', undefined],
    ['Tom Kuhn 0', undefined],
  ]);
  separate.store.close();

  const joined = await contactShop();
  joined.add('Ana Kuhn', '0171 2223344', { birthday: '2.2.1990' });
  await joined.bringIn(list, { alike: 'join' });
  expect((await joined.all()).map(({ name, numbers }) => [name, numbers.length])).toEqual([
    ['Ana', 1],
    ['Ana Kuhn', 2],
    // Born on another day.
    ['Ana Kuhn', 1],
    ['Dr. Ana Cuhn', 1],
    ['KUHN, Anna', 1],
    ['Tom Kuhn', 1],
  ]);
  joined.store.close();
});

test('a number that several have makes no one person of them', async () => {
  const shop = await contactShop();
  const { plan } = await shop.bringIn(
    [
      'Name;Mobile;Home phone;Birthday;Opted out',
      'Anna Meier;0171 2223341;030 5550123;1.1.1980;',
      'Peter Meier;0171 2223342;030 5550123;2.2.1982;yes',
      'Lea Meier;;030 5550123;;',
    ].join('\n'),
  );
  expect(plan.rows.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([
    ['refused', 'other-name'],
    ['new', 'shared-number'],
    ['new', undefined],
  ]);
  expect(
    (await shop.all()).map(({ name, birthday, numbers }) => [name, birthday, numbers.map((n) => n.number)]),
  ).toEqual([
    ['Anna Meier', '1980-01-01', ['+491712223341', '+49305550123']],
    ['Peter Meier', '1982-02-02', ['+491712223342']],
  ]);
  // What Peter does not want is not said of the number Anna has.
  expect(shop.store.optOuts.all().map(({ number }) => number)).toEqual(['+491712223342']);
  shop.store.close();
});

test('numbers of two customers in one row are for somebody to decide; that they want no texts holds all the same', async () => {
  const shop = await contactShop();
  shop.add('Ana', '0171 2223344');
  shop.add('Tom', '0160 4412907');
  const { plan } = await shop.bringIn('Mobile;Home phone;Opted out\n01712223344;01604412907;seit 2023');
  expect(plan.rows.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['refused', 'two-customers']]);
  expect(plan.optingOut).toBe(1);
  expect(['+491712223344', '+491604412907'].map((number) => shop.store.optOuts.has(number))).toEqual([true, true]);
  shop.store.close();
});

test('whatever stands where it says who wants no texts counts, unless it is a no', async () => {
  for (const [said, out] of [
    ['VRAI', true],
    ['VERDADERO', true],
    ['2023-05-01', true],
    ['Ja, seit 2022', true],
    ['unsubscribed', true],
    ['nein', false],
    ['FAUX', false],
    ['0', false],
    ['-', false],
  ] as const) {
    const shop = await contactShop();
    await shop.bringIn(`Name;Phone;Werbesperre\nAna;01712223344;${said}`);
    expect([said, shop.store.optOuts.has('+491712223344')]).toEqual([said, out]);
    shop.store.close();
  }
});

test('an old list does not undo what a customer has said themselves', async () => {
  const shop = await contactShop();
  const said = (number: string, purpose: 'all' | 'offer', state: 'granted' | 'withdrawn', source: 'text' | 'counter') =>
    shop.store.consent.add({ number, purpose, state, source, wording: 'x', message_id: null, author: null, at: 1 });
  said('+491712223341', 'offer', 'withdrawn', 'counter');
  said('+491712223342', 'all', 'withdrawn', 'text');
  said('+491712223342', 'all', 'granted', 'text');
  const list = 'Name;Phone;Consent\nAna;01712223341;yes\nTom;01712223342;yes\nKim;01712223343;yes';
  const { done } = await shop.bringIn(list, { consentSource: 'Form' });
  expect(done.agreeing).toBe(1);
  const wants = (last: number) => shop.store.consent.wants(`+49171222334${last}`, 'offer');
  expect([1, 2, 3].map(wants)).toEqual([false, false, true]);
  // What they say themselves later is not taken back with the list either.
  said('+491712223343', 'offer', 'granted', 'counter');
  taken(await shop.customers.imports.undo(done.id));
  expect(wants(3)).toBe(true);
  shop.store.close();
});

test('undone after one of them was made one with somebody else: they stay, and what they agreed to by it does not', async () => {
  const shop = await contactShop();
  const ana = shop.add('Ana', '0171 2223341');
  const { done } = await shop.bringIn('Name;Phone;Consent\nAnna;01712223342;yes', { consentSource: 'Form' });
  const anna = (await shop.all()).find(({ name }) => name === 'Anna');
  taken(shop.customers.contacts.merge(ana.id ?? '', anna?.id ?? ''));
  expect(taken(await shop.customers.imports.undo(done.id))).toMatchObject({ undone: 0, kept: 1 });
  expect(shop.store.consent.wants('+491712223342', 'offer')).toBe(false);
  shop.store.close();
});

test('headings and numbers as programs and people write them', async () => {
  for (const [head, row, name, numbers] of [
    ['Name;Vorname;Telefon 1;Telefon 2', 'Müller;Anna;0171 2223341;030 5550123', 'Anna Müller', 2],
    ['Naam;Voornaam;GSM', 'Jansen;Piet;0171 2223341', 'Piet Jansen', 1],
    ['Name,Surname,Mobile Phone Number', 'Anna,Miller,0171 2223341', 'Anna Miller', 1],
    ['Nombre;Apellidos;Teléfono particular', 'Ana;Ruiz;0171 2223341', 'Ana Ruiz', 1],
    ['sep=;\nName;N° de téléphone', 'Anna;0171 2223341', 'Anna', 1],
    ['Kunde;Erreichbar unter', 'Anna;0171 2223341', 'Anna', 1],
    ['Name;Phone', '"Bobby" Ray;0171 2223341', '"Bobby" Ray', 1],
    // Without its + by a spreadsheet.
    ['Name;Phone', 'Anna;491712223341', 'Anna', 1],
    [
      'Name;Phone 1 - Label;Phone 1 - Value;Phone 2 - Label;Phone 2 - Value',
      'Anna;Work Fax;030 5550199;Mobile;0171 2223341',
      'Anna',
      1,
    ],
  ] as const) {
    const shop = await contactShop();
    await shop.bringIn(`${head}\n${row}`);
    expect((await shop.all()).map((each) => [each.name, each.numbers.length])).toEqual([[name, numbers]]);
    expect((await shop.all())[0]?.numbers[0]?.number).toBe('+491712223341');
    shop.store.close();
  }
});

test('a file without headings loses nobody', async () => {
  const shop = await contactShop();
  const { file } = await shop.bringIn('Karl Eins;0171 7770001;VIP\nKarl Zwei;0171 7770002;');
  expect(file.columns.map(({ heading, target }) => [heading, target])).toEqual([
    ['', 'name'],
    ['', 'phone'],
    ['', 'skip'],
  ]);
  expect((await shop.all()).map(({ name, numbers }) => [name, numbers[0]?.number])).toEqual([
    ['Karl Eins', '+491717770001'],
    ['Karl Zwei', '+491717770002'],
  ]);
  shop.store.close();
});

test('a heading of two lines is a field like any other, and a list brought in twice doubles no notes', async () => {
  const shop = await contactShop();
  const list = `Name;Phone;"Kunden\nnummer";Notes\nAnna;01712223341;K 17;${'x'.repeat(15_000)}\nTom;01712223342;K 18;`;
  await shop.bringIn(list);
  await shop.bringIn(list.replace('xxx', 'yyy'));
  const [anna] = await shop.all();
  expect(anna?.fields).toEqual([{ name: 'Kunden nummer', value: 'K 17' }]);
  expect(anna?.notes.length).toBe(15_000);
  shop.store.close();
});

test('agreement to offers comes along only with its source, and never over a STOP', async () => {
  const shop = await contactShop();
  shop.store.optOuts.add('+491604412907', 1, null);
  const list = 'Name;Phone;Consent\nAna;01712223344;yes\nTom;01604412907;yes\nKim;01715556677;no';
  const file = taken(await shop.customers.imports.read('x.csv', list));
  const targets = file.columns.map(({ target }) => target);
  expect(targets).toEqual(['name', 'phone', 'consent']);
  const without = await shop.customers.imports.plan(file.id, {
    targets: [...targets],
    known: 'fill',
    alike: 'separate',
    tag: '',
    consentSource: '',
  });
  expect(without.ok ? null : without.error.code).toBe('no-source');
  const { done } = await shop.bringIn(list, { consentSource: 'Form at the counter, 2025' });
  expect([done.agreeing, done.optedOutBefore]).toEqual([1, 1]);
  const wants = (number: string) => shop.store.consent.wants(number, 'offer');
  expect(['+491712223344', '+491604412907', '+491715556677'].map(wants)).toEqual([true, false, false]);
  expect(shop.store.consent.ofNumber('+491712223344', 9)[0]).toMatchObject({
    source: 'import',
    wording: 'Form at the counter, 2025',
  });
  // Undone, the ledger says so as well.
  taken(await shop.customers.imports.undo(done.id));
  expect(wants('+491712223344')).toBe(false);
  expect(shop.store.consent.ofNumber('+491712223344', 9).length).toBe(2);
  shop.store.close();
});

test('undone as a whole: new ones go, changed ones are as before, and what somebody changed since stays', async () => {
  const shop = await contactShop();
  const ana = shop.add('Ana', '01712223344', { notes: 'pays cash' });
  const { done } = await shop.bringIn(
    'Name;Phone;Notes;Tags\nAna Kuhn;01712223344;likes rye;VIP\nTom;01604412907;;\nKim;01715556677;;',
    { tag: 'From the old till', known: 'replace' },
  );
  const before = (await shop.all()).map(({ name, notes, tagIds }) => [name, notes, tagIds.length]);
  expect(before).toEqual([
    ['Ana Kuhn', 'pays cash\nlikes rye', 2],
    ['Kim', '', 1],
    ['Tom', '', 1],
  ]);
  const kim = (await shop.all())[1];
  taken(
    shop.customers.list.save(kim?.id ?? '', {
      ...NOBODY,
      name: 'Kim Sommer',
      numbers: [{ number: '01715556677', label: 'mobile' }],
    }),
  );
  const undone = taken(await shop.customers.imports.undo(done.id));
  expect([undone.undone, undone.kept]).toEqual([2, 1]);
  expect((await shop.all()).map(({ id, name, notes, tagIds }) => [id, name, notes, tagIds.length])).toEqual([
    [ana.id, 'Ana', 'pays cash', 0],
    [kim?.id, 'Kim Sommer', '', 0],
  ]);
  const twice = await shop.customers.imports.undo(done.id);
  expect(twice.ok ? null : twice.error.code).toBe('too-late');
  shop.store.close();
});

test('the rows that were not taken come back as a table, with their reasons and without formulas', async () => {
  const shop = await contactShop();
  const { file } = await shop.bringIn('Name;Phone\n=cmd|calc;x\n"Ana; Kuhn";\nTom;01604412907');
  const { table } = taken(await shop.customers.imports.refusedRows(file.id));
  expect(table).toBe(
    '\uFEFFName,Phone,Reason\r\n' +
      "'=cmd|calc,x,This phone number can’t be texted. Check it.\r\n" +
      '"Ana; Kuhn",,There is no phone number in this row.\r\n',
  );
  shop.store.close();
});

test('what a field cannot hold is left out and said, the rest is taken', async () => {
  const shop = await contactShop();
  taken(shop.customers.fields.save(null, { name: 'Shoe size', kind: 'number', choices: [] }));
  taken(shop.customers.fields.save(null, { name: 'Plan', kind: 'choice', choices: ['Basic', 'Plus'] }));
  const { plan } = await shop.bringIn(
    'Name;Phone;Shoe size;Plan;Birthday\nAna;01712223344;38,5;plus;31.2.1990\nTom;01604412907;big;Gold;',
  );
  expect((await shop.all()).map(({ fields, birthday }) => [birthday, ...fields.map(({ value }) => value)])).toEqual([
    [null, '38.5', 'Plus'],
    [null],
  ]);
  expect(plan.rows.map(({ reason }) => reason?.details?.['what'])).toEqual(['31.2.1990', 'Shoe size: big; Plan: Gold']);
  shop.store.close();
});

test('a second file takes the first one’s place, and one that is let go comes to nothing', async () => {
  const shop = await contactShop();
  const first = taken(await shop.customers.imports.read('a.csv', LIST));
  const going = shop.customers.imports.plan(first.id, {
    targets: first.columns.map(({ target }) => target),
    known: 'fill',
    alike: 'separate',
    tag: '',
    consentSource: '',
  });
  taken(shop.customers.imports.discard(first.id));
  const gone = await going;
  expect(gone.ok ? null : gone.error.code).toBe('other-file');
  const never = await shop.customers.imports.run(first.id);
  expect(never.ok ? null : never.error.code).toBe('other-file');
  expect(await shop.all()).toEqual([]);
  shop.store.close();
});

test('a file without a number, or no list at all, is refused in so many words', async () => {
  const shop = await contactShop();
  const empty = await shop.customers.imports.read('x', '');
  expect(empty.ok ? null : empty.error.code).toBe('no-table');
  const file = taken(await shop.customers.imports.read('x', 'Name;City\nAna;Berlin'));
  const plan = await shop.customers.imports.plan(file.id, {
    targets: file.columns.map(({ target }) => target),
    known: 'fill',
    alike: 'separate',
    tag: '',
    consentSource: '',
  });
  expect(plan.ok ? null : plan.error.code).toBe('no-table');
  shop.store.close();
});

/** As the window does when somebody presses Stop while it is being written down. */
async function begun(many: number) {
  const shop = await contactShop();
  shop.add('Ana Kuhn', '0171 2000000');
  const rows = Array.from({ length: many }, (_, n) => `Customer ${n};0171 ${2_000_000 + n};yes`);
  const { file } = await shop.look(['Name;Phone;Consent', ...rows].join('\n'), { consentSource: 'Form', tag: 'Old' });
  const told: number[] = [];
  shop.context.events.on((event) => event.type === 'import.progress' && told.push(event.value.done));
  const running = shop.customers.imports.run(file.id);
  for (let turn = 0; turn < 1_000 && shop.store.contacts.count < 20; turn++) await setImmediate();
  expect(shop.store.contacts.count).toBeGreaterThanOrEqual(20);
  expect(shop.store.contacts.count).toBeLessThan(many);
  return { ...shop, file, running, told };
}

test('stopped while it is written down, all of it is taken back, and the desk had its turn in between', async () => {
  const shop = await begun(4_000);
  const again = await shop.customers.imports.run(shop.file.id);
  expect(again.ok ? null : again.error.code).toBe('other-file');
  taken(shop.customers.imports.discard(shop.file.id));
  const stopped = await shop.running;
  expect(stopped.ok ? null : stopped.error.code).toBe('other-file');
  expect((await shop.all()).map(({ name }) => name)).toEqual(['Ana Kuhn']);
  expect(shop.customers.imports.imports).toEqual([]);
  expect(shop.store.consent.wants('+491712000007', 'offer')).toBe(false);
  shop.store.close();
});

test('stopped just as the program ends: what could not be taken back any more is at the next start', async () => {
  const shop = await begun(4_000);
  taken(shop.customers.imports.discard(shop.file.id));
  await Promise.all([shop.desk.stop(), shop.running]);
  expect(shop.store.contacts.count).toBeGreaterThan(1);
  const next = await contactShop({ store: shop.store });
  await next.customers.imports.recover();
  expect((await next.all()).map(({ name }) => name)).toEqual(['Ana Kuhn']);
  expect(next.store.contactImports.unfinished()).toEqual([]);
  shop.store.close();
});

test('what the program’s end left in part is taken back at the next start; an undoing that it stopped goes on', async () => {
  const shop = await begun(4_000);
  // The program is being closed: nothing more is written down.
  await shop.desk.stop();
  const stopped = await shop.running;
  expect(stopped.ok).toBe(false);
  expect(shop.store.contacts.count).toBeGreaterThan(20);
  const next = await contactShop({ store: shop.store });
  await next.customers.imports.recover();
  expect((await next.all()).map(({ name }) => name)).toEqual(['Ana Kuhn']);
  expect(next.customers.imports.imports).toEqual([]);
  const { done } = await next.bringIn('Name;Phone\nTom;0160 4412907\nKim;0160 4412908');
  next.store.contactImports.setUndone(numberOf(done.id), 1);
  await next.customers.imports.recover();
  expect((await next.all()).map(({ name }) => name)).toEqual(['Ana Kuhn']);
  // And it is over with that.
  expect(next.store.contactImports.unfinished()).toEqual([]);
  shop.store.close();
});
