import { describe, expect, test } from 'vitest';
import { readSheet } from '../../electron/features/contacts/import/parsed-table.ts';
import { dateIn, isMonthFirstIn, timeIn } from '../../electron/features/imports/wall-words.ts';
import { contactShop } from '../support/contact-shop.ts';
import { deskLine } from '../support/desk-line.ts';

describe('F21: the exports of web shops, a row for each item', () => {
  const board = async (table: string): Promise<readonly (readonly string[])[]> => {
    const desk = await deskLine();
    const result = await desk.orders.import(table, { tell: false, isDryRun: false });
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
    const result = await desk.appointmentImport.table(table, { serviceId: 'service_1', resourceId: null }, true);
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

  test.each([
    [
      'a booking page that writes in UTC',
      'Event Type Name,Invitee First Name,Invitee Last Name,Text Reminder Number,Start Date & Time,Canceled\nBike check,Ana,Berg,+49 171 2223344,2027-01-12T09:00:00.000000Z,false',
      '2027-01-12 09:00 Ana Berg',
    ],
    [
      'with its offset',
      'Customer Name,Service,Start Time\nAna Berg,Bike check,2027-01-12 10:00:00 +0100',
      '2027-01-12 09:00 Ana Berg',
    ],
    [
      'in UTC, in words',
      'Customer Name,Service,Start Time\nAna Berg,Bike check,2027-01-12 09:00:00 UTC',
      '2027-01-12 09:00 Ana Berg',
    ],
    [
      'with a form of address beside the name',
      'Title,First Name,Last Name,Service,Start Time\nMrs,Ana,Berg,Bike check,2027-01-12 10:00',
      '2027-01-12 10:00 Ana Berg',
    ],
    [
      'a program of salons',
      'Scheduled Date,Time,Client,Service,Team member,Status\n12 Jan 27,10:00am,Ana Berg,Bike check,Lena,Confirmed',
      '2027-01-12 10:00 Ana Berg',
    ],
    [
      'a calendar of practices',
      'Start Time,End Time,First Name,Last Name,Phone,Type,Calendar\n"January 12, 2027 10:00 am","January 12, 2027 11:00 am",Ana,Berg,0171 2223344,Bike check,Lena',
      '2027-01-12 10:00 Ana Berg',
    ],
  ])('%s', async (_name, table, what) => {
    expect(await look(table)).toMatchObject({ ok: true, value: { rows: [{ outcome: 'new', what }] } });
  });

  const salon = async () => {
    const desk = await deskLine();
    for (const name of ['Lena', 'Tom'])
      desk.catalogue.saveResource(null, { name, hours: null, exceptions: [], serviceIds: null });
    const service = { name: 'Haircut', minutes: 30, buffer: 0, price: '', text: '', reminders: [], cutoffHours: 2 };
    desk.catalogue.saveService(null, service);
    const take = (table: string) =>
      desk.appointmentImport.table(table, { serviceId: 'service_1', resourceId: null }, false);
    return { desk, take };
  };

  test('two at one time who share a number are two, also with another column, and one of them may be canceled', async () => {
    const { desk, take } = await salon();
    const both = ['Ana,0171 2223344,Lena', 'Eva,0171 2223344,Tom'].map((row) => `2027-01-12,10:00,${row}`);
    const head = 'Date,Time,Name,Phone,With';
    expect(await take([head, ...both].join('\n'))).toMatchObject({ value: { counts: { new: 2 } } });
    expect(await take([head, ...both.toReversed()].join('\n'))).toMatchObject({
      value: { counts: { new: 0, same: 2 } },
    });
    // Without the column, or with one more.
    expect(
      await take(['Date,Time,Name,Phone', ...both.map((row) => row.replace(/,\w+$/, ''))].join('\n')),
    ).toMatchObject({ value: { counts: { new: 0, same: 2 } } });
    const off = [`${head},Status`, `${both[0]},Confirmed`, `${both[1]},Cancelled by client`];
    expect(await take(off.join('\n'))).toMatchObject({ value: { counts: { new: 0, cancelled: 1 } } });
    const left = desk.store.appointments
      .between(0, Number.MAX_SAFE_INTEGER)
      .filter(({ state }) => state !== 'cancelled');
    expect(left.map(({ name }) => name)).toEqual(['Ana']);
    desk.store.close();
  });

  test('entered without a number, then with it: once', async () => {
    const { desk, take } = await salon();
    expect(await take('Date,Time,Name\n2027-01-12,10:00,Ana')).toMatchObject({ value: { counts: { new: 1 } } });
    expect(await take('Date,Time,Name,Phone\n2027-01-12,10:00,Ana,0171 2223344')).toMatchObject({
      value: { counts: { new: 0 } },
    });
    desk.store.close();
  });

  test.each(['Not cancelled', 'Nicht abgesagt', 'nicht storniert', 'Cancellation requested', '0.00'])(
    '%s takes place',
    async (status) => {
      expect(await look(`Customer,Start Time,Status\nAna,2027-01-12 10:00,${status}`)).toMatchObject({
        ok: true,
        value: { counts: { new: 1 } },
      });
    },
  );
  test.each(['Anulowana', 'Odwołana', 'Afgezegd', 'Declined', 'Did not attend', 'DNA'])(
    '%s does not',
    async (status) => {
      expect(await look(`Customer,Start Time,Status\nAna,2027-01-12 10:00,${status}`)).toMatchObject({
        ok: true,
        value: { counts: { new: 0 }, rows: [{ reason: { code: 'canceled-there' } }] },
      });
    },
  );

  test('what is canceled by a column of yes and no, or of days, is none', async () => {
    const table =
      'Customer,Start Time,Canceled\nAna,2027-01-12 10:00,true\nBen,2027-01-12 12:00,false\nEva,2027-01-12 13:00,NULL';
    expect(await look(table)).toMatchObject({ ok: true, value: { counts: { new: 2, same: 1 } } });
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
  ['01-Dec-26', '2026-12-01'],
  ['1 Dec 26', '2026-12-01'],
  ['1. Brumaire 2026', null],
  ['31 February 2026', null],
])('F25: a month in words: %s', (input, day) => expect(dateIn(input, false)).toBe(day));

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

  test('below a quote that is never closed nobody is lost', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `Tom;0171 ${2_000_000 + n}`);
    const sheet = readSheet(['Name;Telefon', '"Ana;0171 2223344', ...rows].join('\n'));
    expect(sheet?.rows.length).toBe(100_001);
    expect(sheet?.rows[0]?.cells).toEqual(['"Ana', '0171 2223344']);
  });

  test('also above orders', async () => {
    const desk = await deskLine();
    const result = await desk.orders.import('Aufträge, Stand heute\n\nAuftragsnr;Kunde\n1;Ana', {
      tell: false,
      isDryRun: true,
    });
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
    const result = await shop.customers.imports.read('file', text);
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

describe('of the same kinds', () => {
  test('F28: of the numbers of an order the mobile one is texted, in whichever column', async () => {
    const desk = await deskLine();
    const table =
      'Auftragsnr;Kunde;Telefon;Handy;Artikel\n1;Ana;030 1234567;0171 2223344;Torte\n2;Ben;030 1234568;;Brot';
    await desk.orders.import(table, { tell: false, isDryRun: false });
    const { orders } = desk.orders.board();
    expect(new Set(orders.map(({ number }) => number))).toEqual(new Set(['+491712223344', '+49301234568']));
    desk.store.close();
  });

  test.each([
    ['10:00 - 10:45', '10:00'],
    ['10:00-10:45', '10:00'],
    ['9:00 AM – 10:00 AM', '09:00'],
    ['24 Dec 2026, 10:00am - 11:00am', '10:00'],
    ['10.00 bis 11.00 Uhr', '10:00'],
    ['24.12.2026 10:30', '10:30'],
    ['2026-12-24 10:30', '10:30'],
    ['24.12.2026', null],
  ])('F25: of a span the beginning counts: %s', (cell, time) => {
    expect(timeIn(cell)).toBe(time);
  });

  test('rows of files that were put together end as each was written', () => {
    const sheet = readSheet('Name,Phone\r\nAna,0171 2223344\nBen,0171 2223345\rCem,0171 2223346');
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['Ana', '0171 2223344'],
      ['Ben', '0171 2223345'],
      ['Cem', '0171 2223346'],
    ]);
  });
});

describe('appointments of tables', () => {
  const booked = async (table: string) => {
    const desk = await deskLine();
    for (const name of ['Lena', 'Marek'])
      desk.catalogue.saveResource(null, { name, hours: null, exceptions: [], serviceIds: null });
    desk.catalogue.saveService(null, {
      name: 'Haarschnitt',
      minutes: 30,
      buffer: 0,
      price: '',
      text: '',
      reminders: [],
      cutoffHours: 2,
    });
    const result = await desk.appointmentImport.table(table, { serviceId: 'service_1', resourceId: null }, false);
    if (!result.ok) throw new Error(result.error.message);
    const rows = desk.store.appointments
      .between(0, Number.MAX_SAFE_INTEGER)
      .map(({ date, time, name, number }) => [date, time, name, number]);
    desk.store.close();
    return { rows, refused: result.value.rows.flatMap(({ reason }) => reason?.message ?? []) };
  };

  test.each([
    ['Subject,Start Date,Start Time\nAna Berg 0171 2223344,12/14/2026,10:00 AM', 'Ana Berg', '+491712223344'],
    [
      'Betreff;Beginnt am;Beginnt um;Beschreibung\nAna Berg;14.12.2026;10:00;Tel. 0171 2223344',
      'Ana Berg',
      '+491712223344',
    ],
    ['Datum;Uhrzeit;Kunde;Telefon\n14.12.2026;10:00;Ana;kein Handy', 'Ana', null],
    ['Datum;Uhrzeit;Kunde;Telefon\n14.12.2026;10;Ana;-', 'Ana', null],
    ['Datum;Uhrzeit;Kunde;Telefon;Mobiltelefon\n14.12.2026;10:00;Ana;0731 123456;0171 2223344', 'Ana', '+491712223344'],
  ])('%s', async (table, name, number) => {
    expect((await booked(table)).rows).toEqual([['2026-12-14', '10:00', name, number]]);
  });

  test('a zone of its own is reckoned with; one that nobody knows is said', async () => {
    const { rows, refused } = await booked(
      'Date,Time,Name,Timezone\n2026-12-14,11:00 AM,Ben,America/New_York\n2026-12-14,23:30,Ana,Pacific Standard Time\n2026-12-14,10:00,Eva,Mars',
    );
    expect(rows).toEqual([
      ['2026-12-14', '16:00', 'Ben', null],
      ['2026-12-15', '07:30', 'Ana', null],
    ]);
    expect(refused).toEqual(['Unknown time zone “Mars”.']);
  });

  test.each([
    'Storno',
    'gecancelt',
    'entfällt',
    'fällt aus',
    'ausgefallen',
    'gelöscht',
    'Rejected',
    'iptal',
    'Expired',
  ])('one that does not take place is not booked: %s', async (status) => {
    expect((await booked(`Datum;Uhrzeit;Kunde;Status\n14.12.2026;10:00;Ana;${status}`)).rows).toEqual([]);
  });

  test.each(['Removed from waitlist', 'Anzahlung abgelehnt', 'confirmed (offer expired)', 'Storno bis 10.1. möglich'])(
    'one that takes place is booked: %s',
    async (status) => {
      expect((await booked(`Datum;Uhrzeit;Kunde;Status\n14.12.2026;10:00;Ana;${status}`)).rows).toHaveLength(1);
    },
  );

  test.each(['MEZ', '-', 'n/a', '(GMT+01:00) Berlin', 'Europe/Berlin (CET)', 'Eastern Time - US & Canada'])(
    'the zone %s is known, or none',
    async (zone) => {
      const { rows, refused } = await booked(`Date|Time|Name|Timezone\n2026-12-14|10:00|Ana|${zone}`);
      expect([rows.length, refused]).toEqual([1, []]);
    },
  );
});
