import { expect, test } from 'vitest';
import type { ContactDto } from '../../../../electron/features/contacts/contract.ts';
import { contactFile, contactShop } from '../../../support/contact-shop.ts';

/** As somebody would read it off the customer's page. */
function shown({ name, numbers, birthday, notes, fields }: ContactDto) {
  return {
    name,
    numbers: numbers.map(({ number, label }) => [number, label].filter(Boolean).join(' ')),
    ...(birthday === null ? {} : { birthday }),
    ...(notes === '' ? {} : { notes }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields.map((field) => [field.name, field.value])) }),
  };
}

async function broughtIn(file: string) {
  const shop = await contactShop();
  const { done } = await shop.bringIn(contactFile(file));
  const customers = await shop.all();
  const tags = new Map(shop.store.lists.tags.all().map(({ id, name }) => [`tag_${id}`, name]));
  shop.store.close();
  return {
    counts: done.counts,
    refused: done.rows.filter(({ outcome }) => outcome === 'refused').map(({ what, reason }) => [what, reason?.code]),
    customers: customers.map(shown),
    tags: customers.map(({ tagIds }) => tagIds.map((id) => tags.get(id))),
  };
}

test('Google contacts: several numbers in a cell, labels beside them, a day without its year, nobody without a number', async () => {
  const { customers, refused, tags } = await broughtIn('google.csv');
  expect(customers).toEqual([
    {
      name: 'Ana Kuhn',
      numbers: ['+491712223344 mobile', '+49305550123 home'],
      birthday: '1985-04-12',
      notes: 'Likes rye bread\r\nallergic to nuts',
      fields: { 'E-mail': 'ana@example.org', Address: 'Lindenweg 4\r\n10115 Berlin' },
    },
    { name: 'Blumen Peters', numbers: ['+4915223334455 mobile'], fields: { Company: 'Blumen Peters' } },
    {
      name: 'Jürgen Voß',
      numbers: ['+491604412907 work', '+491719998877 work'],
      birthday: '--11-30',
      fields: { Company: 'Schreinerei Voß' },
    },
  ]);
  expect(tags).toEqual([['Regulars'], [], []]);
  expect(refused).toEqual([['Nora Ohnetelefon', 'no-number']]);
});

test('Outlook: Western letters of Windows, no fax, days that are not there', async () => {
  const { customers, refused, tags } = await broughtIn('outlook.csv');
  expect(customers).toEqual([
    {
      name: 'Björn Müller',
      numbers: ['+491712223345 mobile', '+49305550100 work'],
      birthday: '1979-12-04',
      notes: 'Fährt einen Kombi',
      fields: { Company: 'Autohaus Müller', 'E-mail': 'bjoern@example.org', 'Job Title': 'Inhaber' },
    },
    { name: 'Zoë Çelik', numbers: ['+49305550101 home'], fields: { 'E-mail': 'zoe@example.org' } },
  ]);
  expect(refused).toEqual([['Kein Anschluss', 'no-number']]);
  expect(tags[0]?.toSorted()).toEqual(['Stammkunde', 'Werkstatt']);
});

test('Excel’s Unicode text: UTF-16, tabs, German headings, who has signed off', async () => {
  const shop = await contactShop();
  const { done } = await shop.bringIn(contactFile('excel-unicode.txt'));
  expect((await shop.all()).map(shown)).toEqual([
    { name: 'Anna Schäfer', numbers: ['+491712223346 mobile'], birthday: '1990-05-03' },
    {
      name: 'Öznur Yılmaz',
      numbers: ['+491712223347 mobile', '+49305550102 work'],
      notes: 'bringt Kuchen',
      fields: { Company: 'Café Öz' },
    },
  ]);
  expect(done.optingOut).toBe(1);
  expect(['+491712223346', '+491712223347', '+49305550102'].map((number) => shop.store.optOuts.has(number))).toEqual([
    false,
    true,
    true,
  ]);
  expect(shop.optOuts.map(({ number }) => number)).toEqual(['+491712223347', '+49305550102']);
  shop.store.close();
});

test('LibreOffice: semicolons, Latin-1, a column nobody knows becomes a field', async () => {
  const { customers, tags } = await broughtIn('libreoffice-latin1.csv');
  expect(customers).toEqual([
    { name: 'Groß, Petra', numbers: ['+491712223348 mobile'], fields: { 'Letzter Kauf': '12,50' } },
    { name: 'Ümit Kaya', numbers: ['+491712223349 mobile'], fields: { 'Letzter Kauf': '7' } },
  ]);
  expect(tags).toEqual([['VIP'], []]);
});

test('iPhone: vCard 3.0 with labels of its own, a day whose year is made up, a picture', async () => {
  const { customers } = await broughtIn('iphone.vcf');
  expect(customers).toEqual([
    {
      name: 'Ana Maria Kuhn',
      numbers: ['+491712223344 mobile', '+491715556677 Tochter Lea', '+49305550123 home'],
      birthday: '--04-12',
      notes: 'Likes rye bread, no nuts\nComes on Fridays',
      fields: {
        Company: 'Bäckerei Kuhn',
        'E-mail': 'ana@example.org',
        Address: 'Lindenweg 4, Berlin, 10115, Deutschland',
        Anniversary: '2010-05-01',
      },
    },
    { name: 'Blumen Peters', numbers: ['+4915223334455 mobile'], fields: { Company: 'Blumen Peters' } },
  ]);
});

test('Android: vCard 2.1 in quoted-printable with soft breaks, a pager that nobody texts', async () => {
  const { customers } = await broughtIn('android.vcf');
  expect(customers).toEqual([
    {
      name: 'Jürgen Voß',
      numbers: ['+491604412907 mobile', '+49305550177 home'],
      birthday: '1962-11-30',
      notes: 'Bringt sein altes Telefon zur Reparatur; möchte eine SMS, wenn es fertig ist',
      fields: { 'E-mail': 'jv@example.org' },
    },
    { name: 'Number Only', numbers: ['+491712223350'] },
  ]);
});

test('vCard 4.0: numbers as addresses, types in quotes, folded words', async () => {
  const { customers, tags } = await broughtIn('version4.vcf');
  expect(customers).toEqual([
    {
      name: 'Dr. Zoë Çelik',
      numbers: ['+491712223351 mobile', '+49305550103 home'],
      birthday: '--02-03',
      notes: 'folded in the middle of a word',
      fields: { Anniversary: '2009-08-08' },
    },
  ]);
  expect(tags).toEqual([['Regulars', 'Early, birds']]);
});
