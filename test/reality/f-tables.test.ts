import { describe, expect, test } from 'vitest';
import { readSheet } from '../../electron/desk/contacts/import/sheet.ts';
import { dateIn, isMonthFirstIn } from '../../electron/desk/imports/wall-words.ts';
import { contactShop } from '../support/contact-shop.ts';
import { deskLine } from '../support/desk-line.ts';

describe('F21: the exports of web shops, a row for each item', () => {
  const board = async (table: string): Promise<readonly (readonly string[])[]> => {
    const desk = await deskLine();
    const result = desk.orders.import(table, false, false);
    if (!result.ok) throw new Error(result.error.message);
    const { orders } = desk.orders.board();
    desk.store.close();
    return orders.map(({ reference, name, number, note }) => [reference, name, number ?? '', note]);
  };

  test('an order with two items is one order', async () => {
    expect(
      await board(
        'Name,Financial Status,Lineitem name,Billing Name,Phone,Id\n#1001,paid,Torte,Ana Berg,0171 2223344,5001\n#1001,,Kerzen,,,',
      ),
    ).toEqual([['#1001', 'Ana Berg', '+491712223344', 'Torte, Kerzen']]);
  });

  test('how many of each; another order stays another', async () => {
    expect(
      await board(
        'Name,Email,Lineitem quantity,Lineitem name,Billing Name,Phone\n#1001,,2,Torte,Ana Berg,\n#1002,,1,Brot,Ben Alt,\n#1001,,1,Kerzen,,',
      ),
    ).toEqual([
      ['#1002', 'Ben Alt', '', 'Brot'],
      ['#1001', 'Ana Berg', '', '2 × Torte, Kerzen'],
    ]);
  });

  test('a hundred items end where a note ends', async () => {
    const items = Array.from({ length: 100 }, (_, i) => `#1,Item number ${i},Ana`);
    const [order] = await board(['Name,Lineitem name,Billing Name', ...items].join('\n'));
    expect(order?.[3]).toHaveLength(500);
    expect(order?.[3]).toMatch(/…$/);
  });

  test('two numbers in the cell: the mobile one', async () => {
    expect(await board('order;name;phone\n1;Ana;030 1234567 / 0171 2223344')).toEqual([
      ['1', 'Ana', '+491712223344', ''],
    ]);
  });
});

describe('appointments of another program', () => {
  const look = async (table: string) => {
    const desk = await deskLine();
    desk.catalogue.saveResource(null, { name: 'Lena', hours: null, exceptions: [], serviceIds: null });
    desk.catalogue.saveService(null, {
      name: 'Bike check',
      minutes: 60,
      buffer: 0,
      price: '',
      text: '',
      reminders: [],
      cutoffHours: 2,
    });
    const result = await desk.appointmentImport.table(table, { serviceId: 's1', resourceId: null }, true);
    desk.store.close();
    return result;
  };

  test('F23/F24: one row says for the whole column that the month stands first; whole days are none', async () => {
    const table = [
      'Subject,Start Date,Start Time,All Day Event',
      'Ana Berg,01/12/2027,10:00 AM,FALSE',
      'Ben Alt,12/24/2026,9:00 AM,FALSE',
      'Fair,12/25/2026,,TRUE',
    ].join('\n');
    expect(await look(table)).toMatchObject({
      ok: true,
      value: {
        rows: [{ what: expect.stringContaining('2027-01-12') }, { what: expect.stringContaining('2026-12-24') }],
        notes: [{ reason: { code: 'whole-days', details: { count: 1 } } }],
      },
    });
  });

  test('F25: headings of a German calendar program, and a day and a time in one column', async () => {
    expect(await look('"Betreff","Beginnt am","Beginnt um"\n"Ana Berg","12.1.2027","10:00"')).toMatchObject({
      ok: true,
      value: { rows: [{ outcome: 'new', what: expect.stringContaining('2027-01-12 10:00') }] },
    });
    expect(await look('Subject,Start Time\nAna Berg,"January 12, 2027 10:00 am"')).toMatchObject({
      ok: true,
      value: { rows: [{ outcome: 'new', what: expect.stringContaining('2027-01-12 10:00') }] },
    });
  });

  test('whole days alone are said to be such', async () => {
    expect(await look('Subject,Start Date,Start Time,All Day Event\nFair,12/25/2026,,TRUE')).toMatchObject({
      ok: false,
      error: { code: 'whole-days-only' },
    });
  });
});

test('the order of day and month is that of the column', () => {
  expect(isMonthFirstIn(['05/12/2026', '12/24/2026'], false)).toBe(true);
  expect(isMonthFirstIn(['05/12/2026', '24/12/2026'], true)).toBe(false);
  expect(isMonthFirstIn(['05/12/2026'], true)).toBe(true);
  expect(isMonthFirstIn(['12-24-2026'], false)).toBe(true);
});

test.each([
  ['December 1, 2026 10:00 am', '2026-12-01'],
  ['Dec 1st, 2026', '2026-12-01'],
  ['1. Dezember 2026', '2026-12-01'],
  ['Di., 1. Dez. 2026', '2026-12-01'],
  ['1 décembre 2026', '2026-12-01'],
  ['1 de diciembre de 2026', '2026-12-01'],
  ['3. März 2027', '2027-03-03'],
  ['01-Dec-2026', '2026-12-01'],
  ['1. Brumaire 2026', null],
  ['31 February 2026', null],
])('F25: a month in words: %s', (written, day) => expect(dateIn(written, false)).toBe(day));

describe('F36: titles above the headings', () => {
  test.each([
    ['one', 'Kundenliste Bäckerei Kessler\nName;Telefon\nAna;0171 2223344'],
    ['with a comma', 'Kunden, Stand 1.12.2026\n\nName;Telefon;Ort;PLZ\nAna;0171 2223344;Berlin;10115'],
    [
      'in cells of their own',
      'Kundenliste;;;\nStand:;1.12.2026;;\nName;Telefon;Ort;PLZ\nAna;0171 2223344;Berlin;10115',
    ],
  ])('%s', (_, table) => {
    const sheet = readSheet(table);
    expect(sheet?.columns.slice(0, 2)).toEqual(['Name', 'Telefon']);
    expect(sheet?.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([['Ana', '0171 2223344']]);
    expect(sheet?.rows[0]?.line).toBe(table.split('\n').length);
  });

  test('also above orders', async () => {
    const desk = await deskLine();
    const result = desk.orders.import('Aufträge, Stand heute\n\nAuftragsnr;Kunde\n1;Ana', false, true);
    expect(result).toMatchObject({ ok: true, value: { counts: { new: 1 } } });
    desk.store.close();
  });

  test('a first customer without much is no title', () => {
    expect(readSheet('0171 2223344;;;\n0171 2223345;Ana;Berlin;10115')?.rows).toHaveLength(2);
  });
});

describe('no list of customers', () => {
  const refused = async (text: string): Promise<string> => {
    const shop = await contactShop();
    const result = shop.customers.imports.read('file', text);
    shop.store.close();
    return result.ok ? 'taken' : result.error.code;
  };

  test('F36: a calendar is called one', async () => {
    expect(await refused('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n')).toBe('is-calendar');
  });

  test('F35: cards without any number', async () => {
    expect(await refused('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEMAIL:ana@example.org\r\nEND:VCARD\r\n')).toBe(
      'no-phones',
    );
  });
});

test('F37: who agreed to texts is offered as that, and who wants none as that', async () => {
  const shop = await contactShop();
  const { file } = await shop.look('Name,Phone,Accepts SMS Marketing,Unsubscribed\nAna,0171 2223344,no,yes', {
    targets: ['name', 'phone', 'skip', 'skip'],
  });
  expect(file.columns.map(({ target }) => target)).toEqual(['name', 'phone', 'consent', 'opted-out']);
  shop.store.close();
});
