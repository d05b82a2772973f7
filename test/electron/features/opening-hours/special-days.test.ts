import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daysOfCalendar } from '../../../../electron/calendars/whole-days.ts';
import { isHoliday, openingHours, specialDayAt } from '../../../../electron/features/opening-hours/shop-hours.ts';
import type { SpecialDay } from '../../../../electron/shared/hours.ts';
import { INITIAL_SETTINGS } from '../../../../electron/features/settings/table.ts';
import { MOST_FOUND_DAYS, type HolidayField } from '../../../../electron/shared/import-words.ts';
import type { FoundDay } from '../../../../electron/features/opening-hours/contract.ts';
import { InboxDesk } from '../../../support/inbox-desk.ts';

const day = (from: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
  name: 'day',
  from,
  to: from,
  yearly: false,
  hours: [],
  ...more,
});
const on = (date: string) => Temporal.PlainDate.from(date);

const withoutMark = ({ name, from, to, yearly, hours, uid }: FoundDay) => ({ name, from, to, yearly, hours, uid });

/** As countries publish their holidays. */
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//EN',
  'BEGIN:VEVENT',
  'UID:xmas@example',
  'DTSTART;VALUE=DATE:20261225',
  'DTEND;VALUE=DATE:20261227',
  'SUMMARY:Weihnachten\\, beide',
  ' Tage',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:unity@example',
  'DTSTART;VALUE=DATE:20201003',
  'RRULE:FREQ=YEARLY',
  'SUMMARY:Tag der Deutschen Einheit',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:old@example',
  'DTSTART;VALUE=DATE:20250101',
  'SUMMARY:Long over',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:timed@example',
  'DTSTART:20261201T100000Z',
  'DTEND:20261201T110000Z',
  'SUMMARY:Dentist',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:weekly@example',
  'DTSTART;VALUE=DATE:20261202',
  'RRULE:FREQ=WEEKLY',
  'SUMMARY:Market day',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('special days', () => {
  test('have their own hours; a holiday has none', () => {
    const days = [
      day('2026-12-24', { hours: [{ from: '09:00', to: '12:00' }] }),
      day('2026-12-25', { to: '2026-12-26' }),
    ];
    const hours = openingHours(INITIAL_SETTINGS.hours, days);
    expect(hours(on('2026-12-24'))).toEqual([{ from: '09:00', to: '12:00' }]);
    expect(hours(on('2026-12-26'))).toEqual([]);
    expect(hours(on('2026-12-28'))).toEqual([{ from: '09:00', to: '18:00' }]);
    expect(isHoliday(on('2026-12-24'), days)).toBe(false);
    expect(isHoliday(on('2026-12-25'), days)).toBe(true);
    // A Sunday is no holiday: it is an ordinary closed day.
    expect(isHoliday(on('2026-12-27'), days)).toBe(false);
  });

  test('every year, from then on, also over New Year', () => {
    const days = [day('2025-12-24', { to: '2026-01-02', yearly: true })];
    for (const [date, is] of [
      ['2024-12-30', false],
      ['2025-12-24', true],
      ['2027-12-31', true],
      ['2028-01-02', true],
      ['2028-01-03', false],
      ['2026-12-23', false],
    ] as const)
      expect(isHoliday(on(date), days), date).toBe(is);
  });

  test('of two the shorter is the exception of the longer', () => {
    const days = [
      day('2026-08-10', { hours: [{ from: '10:00', to: '12:00' }] }),
      day('2026-08-01', { to: '2026-08-31' }),
    ];
    expect(specialDayAt(on('2026-08-10'), days)).toBe(days[0]);
    expect(specialDayAt(on('2026-08-11'), days)).toBe(days[1]);
  });
});

describe('an iCalendar file', () => {
  test('gives its whole days, and says how much else it holds', () => {
    expect(daysOfCalendar(CALENDAR, '2026-11-24', 'Europe/Berlin')).toEqual({
      skipped: 2,
      unread: [],
      days: [
        {
          uid: 'xmas@example',
          name: 'Weihnachten, beideTage',
          from: '2026-12-25',
          to: '2026-12-26',
          yearly: false,
          hours: [],
        },
        {
          uid: 'unity@example',
          name: 'Tag der Deutschen Einheit',
          from: '2020-10-03',
          to: '2020-10-03',
          yearly: true,
          hours: [],
        },
      ],
    });
  });

  test.each([
    ['ends', 'RRULE:FREQ=YEARLY;UNTIL=20220101'],
    ['counts', 'RRULE:FREQ=YEARLY;COUNT=2'],
    ['leaves years out', 'RRULE:FREQ=YEARLY;INTERVAL=4'],
    ['has exceptions', 'RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20261003'],
    ['was cancelled', 'STATUS:CANCELLED'],
  ])('a day that %s is no day of every year', (_name, line) => {
    const calendar = CALENDAR.replace('RRULE:FREQ=YEARLY\r\n', `${line}\r\n`);
    expect(daysOfCalendar(calendar, '2000-01-01', 'Europe/Berlin')?.days.map(({ uid }) => uid)).not.toContain(
      'unity@example',
    );
  });

  test.each([
    ['nothing', ''],
    ['a letter', 'Dear Sir or Madam'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0'],
  ])('%s is no calendar', (_name, text) => {
    const found = daysOfCalendar(text, '2026-11-24', 'Europe/Berlin');
    expect(found).toBeNull();
  });

  test('half of one gives the days that are whole, and names the one that is not', () => {
    const found = daysOfCalendar(CALENDAR.slice(0, CALENDAR.indexOf('Tag der')), '2026-11-24', 'Europe/Berlin');
    expect(found?.days.map(({ uid }) => uid)).toEqual(['xmas@example']);
    expect(found?.unread).toEqual(['unity@example']);
  });
});

describe('the desk’s list of them', () => {
  let shop: InboxDesk;
  beforeEach(async () => {
    shop = await InboxDesk.open();
  });
  afterEach(() => shop.close());
  const listed = async () =>
    (await shop.ask('app.state', {})).specialDays.map(({ name, from, to }) => [name, from, to]);

  test('is filled from a file once, also when it is brought in again', async () => {
    const { days, skipped } = await shop.ask('days.read', { text: CALENDAR });
    expect([days.map(({ isKnown }) => isKnown), skipped]).toEqual([[false, false], 2]);
    const added = await shop.ask('days.add', { days: days.map(withoutMark) });
    expect(added.ids).toHaveLength(2);
    const again = await shop.ask('days.read', { text: CALENDAR.replace('20261227', '20261228') });
    expect(again.days.map(({ isKnown }) => isKnown)).toEqual([true, true]);
    const changed = await shop.ask('days.add', { days: again.days.map(withoutMark) });
    expect(changed.ids).toEqual([]);
    expect(await listed()).toEqual([
      ['Tag der Deutschen Einheit', '2020-10-03', '2020-10-03'],
      ['Weihnachten, beideTage', '2026-12-25', '2026-12-27'],
    ]);
  });

  test('an entry that stands there twice is two days', async () => {
    const twice = CALENDAR.replace('UID:unity@example', 'UID:xmas@example');
    const { days } = await shop.ask('days.read', { text: twice });
    expect((await shop.ask('days.add', { days: days.map(withoutMark) })).ids).toHaveLength(2);
  });

  test('is changed, emptied, and filled again as it was', async () => {
    const { ids } = await shop.ask('days.add', { days: [{ ...day('2026-12-24'), uid: null }] });
    const id = ids[0] as string;
    await shop.ask('days.change', { id, day: day('2026-12-24', { name: 'Christmas Eve' }) });
    expect(await listed()).toEqual([['Christmas Eve', '2026-12-24', '2026-12-24']]);
    const [gone] = await shop.ask('days.remove', { ids: [...ids] });
    expect(await listed()).toEqual([]);
    const { name, from, to, yearly, hours, uid } = gone as NonNullable<typeof gone>;
    await shop.ask('days.add', { days: [{ name, from, to, yearly, hours, uid }] });
    expect(await listed()).toEqual([['Christmas Eve', '2026-12-24', '2026-12-24']]);
    expect(await shop.tryTo('days.change', { id, day: day('2026-12-24') })).toMatchObject({ ok: false });
  });

  test.each([
    ['no such day', { from: '2026-02-30' }],
    ['an end before the start', { from: '2026-12-24', to: '2026-12-23' }],
    [
      'hours that overlap',
      {
        from: '2026-12-24',
        hours: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
    ],
    ['no name', { from: '2026-12-24', name: ' ' }],
  ])('takes %s from nobody', async (_name, wrong) => {
    const given = { ...day(wrong.from), ...wrong, uid: null };
    expect(await shop.tryTo('days.add', { days: [given] })).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  test('one who wrote early in long holidays keeps nobody from being announced after them', async () => {
    shop.customer('+491712223344', 'Anybody there?');
    const holidays = { ...day('2026-11-24'), to: '2026-12-15', uid: null };
    await shop.ask('days.add', { days: [holidays] });
    await shop.all.clock.advance(22 * 24 * 3_600_000); // Wednesday, 16 December
    shop.customer('+491604412907', 'And now?');
    await shop.ask('settings.set', {});
    await shop.all.clock.advance(16 * 60_000);
    expect(shop.all.events.filter(({ type }) => type === 'conversation.overdue')).toHaveLength(2);
  });

  test('a customer is announced as waiting on no holiday', async () => {
    shop.customer('+491712223344', 'Is anybody there?');
    await shop.ask('days.add', { days: [{ ...day('2026-11-24'), uid: null }] });
    await shop.all.clock.advance(8 * 3_600_000);
    expect(shop.all.events.filter(({ type }) => type === 'conversation.overdue')).toEqual([]);
    await shop.all.clock.advance(16 * 3_600_000);
    expect(shop.all.events.filter(({ type }) => type === 'conversation.overdue')).toHaveLength(1);
  });
});

describe('tables of holidays', () => {
  let shop: InboxDesk;
  beforeEach(async () => {
    shop = await InboxDesk.open();
  });
  afterEach(() => shop.close());

  const read = async (rows: readonly string[], columns: readonly (HolidayField | null)[] | null = null) => {
    const { days, skipped, unread } = await shop.ask('days.read', {
      text: rows.join('\r\n'),
      columns: columns === null ? null : [...columns],
    });
    return [days.map(({ name, from, to, yearly }) => [name, from, to, ...(yearly ? ['yearly'] : [])]), skipped, unread];
  };

  test('by their headings, as countries publish them', async () => {
    expect(
      await read([
        'Feiertage in Bayern',
        'Feiertag;Datum;Wochentag',
        'Neujahr;01.01.2027;Freitag',
        'Tag der Arbeit;1. Mai 2027;Samstag',
        'Ostern;irgendwann;Sonntag',
        'Lange vorbei;01.01.2020;Mittwoch',
      ]),
    ).toEqual([
      [
        ['Neujahr', '2027-01-01', '2027-01-01'],
        ['Tag der Arbeit', '2027-05-01', '2027-05-01'],
      ],
      0,
      ['Ostern irgendwann Sonntag'],
    ]);
    expect(await read(['date,localName,name', '2026-12-25,Noël,Christmas Day'])).toEqual([
      [['Christmas Day', '2026-12-25', '2026-12-25']],
      0,
      [],
    ]);
  });

  test.each([
    ['a column of years', ['Jahr;Tag;Name', '2027;01.01.;Neujahr', '2027;24.12.;Heiligabend']],
    ['a title above', ['Feiertage 2027', 'Datum;Name', '01.01.;Neujahr', '24. Dezember;Heiligabend']],
    ['the heading itself', ['Datum 2027;x', 'Datum;Name', '1. Jan.;Neujahr', 'Freitag, 24. Dezember;Heiligabend']],
    ['days of the week', ['Day,Date,Holiday', 'Friday,1-Jan-27,Neujahr', 'Friday,24-Dec-27,Heiligabend']],
    ['German ones', ['Tag;Datum;Anlass', 'Freitag;01.01.2027;Neujahr', 'Freitag;24.12.2027;Heiligabend']],
    ['whether it is one', ['Datum;Feiertag;Bezeichnung', '01.01.2027;ja;Neujahr', '24.12.2027;ja;Heiligabend']],
    ['an empty yes', ['Date,All Day Event,Name', '2027-01-01,,Neujahr', '2027-12-24,On,Heiligabend']],
  ])('the year, the day, the name: %s', async (_, rows) => {
    expect(await read(rows)).toEqual([
      [
        ['Neujahr', '2027-01-01', '2027-01-01'],
        ['Heiligabend', '2027-12-24', '2027-12-24'],
      ],
      0,
      [],
    ]);
  });

  test.each([
    ['Ferien;Ferienbeginn;Ferienende', 'Weihnachten;23.12.2026;08.01.2027'],
    ['name,startDate,endDate', 'Weihnachten,2026-12-23,2027-01-08'],
    ['Name,Start,Finish', 'Weihnachten,23-Dec-26,8-Jan-27'],
    ['Name;Erster Ferientag;Letzter Ferientag', 'Weihnachten;23. Dezember 2026;8. Januar 2027'],
  ])('how ends are called: %s', async (head, row) => {
    expect(await read([head, row])).toEqual([[['Weihnachten', '2026-12-23', '2027-01-08']], 0, []]);
  });

  test('without any year it comes every year; over New Year the end is in the next', async () => {
    expect(await read(['Datum;Name', '24. Dezember;Heiligabend'])).toEqual([
      [['Heiligabend', '2026-12-24', '2026-12-24', 'yearly']],
      0,
      [],
    ]);
    expect(await read(['Ferien 2026', 'von;bis;Name', '23.12.;06.01.;Weihnachten'])).toEqual([
      [['Weihnachten', '2026-12-23', '2027-01-06']],
      0,
      [],
    ]);
  });

  test('a year that stands above for something else is none; what ends before it begins is unread', async () => {
    expect(await read(['Stand: 12.03.2024', 'Datum;Name', '01.05.;Tag der Arbeit'])).toEqual([
      [['Tag der Arbeit', '2026-05-01', '2026-05-01', 'yearly']],
      0,
      [],
    ]);
    expect(await read(['Betriebsferien 2026', 'von;bis', '24.12.2026;23.12.2026', '28.12.2026;30.12.2026'])).toEqual([
      [['2026-12-28', '2026-12-28', '2026-12-30']],
      0,
      ['24.12.2026 23.12.2026'],
    ]);
    expect(await read(['Feste 2027', 'Datum;Name', '29.02.;Schalttag', '01.05.;Mai'])).toEqual([
      [['Mai', '2027-05-01', '2027-05-01']],
      0,
      ['29.02. Schalttag'],
    ]);
  });

  test('what is said to be none is none', async () => {
    expect(await read(['Datum;Feiertag;Bezeichnung', '01.01.2027;ja;Neujahr', '24.12.2027;nein;Heiligabend'])).toEqual([
      [['Neujahr', '2027-01-01', '2027-01-01']],
      1,
      [],
    ]);
  });

  test('a school year is two years; a span may say its year once; moments are days of the shop', async () => {
    expect(
      await read([
        'Schulferien Berlin 2026/2027',
        'Ferien;von;bis',
        'Weihnachten;23.12.;02.01.',
        'Winter;01.02.;06.02.',
      ]),
    ).toEqual([
      [
        ['Weihnachten', '2026-12-23', '2027-01-02'],
        ['Winter', '2027-02-01', '2027-02-06'],
      ],
      0,
      [],
    ]);
    expect(
      await read(
        ['Ferien;Zeitraum', 'Advent;01.12. - 12.12.2026', 'Ostern;22.3.–2.4.2027', 'Sommer;16. Juli - 27. August 2027'],
        ['name', 'from'],
      ),
    ).toEqual([
      [
        ['Advent', '2026-12-01', '2026-12-12'],
        ['Ostern', '2027-03-22', '2027-04-02'],
        ['Sommer', '2027-07-16', '2027-08-27'],
      ],
      0,
      [],
    ]);
    expect(
      await read(['Description;Start date;End date', 'Day;2027-01-06T00:00:00+00:00;2027-01-07T00:00:00+00:00']),
    ).toEqual([[['2027-01-06', '2027-01-06', '2027-01-06']], 0, []]);
    expect(await read(['Datum;Name', '6. Jänner 2027;Drei Könige', '12. Mrz. 2027;Betriebsausflug'])).toEqual([
      [
        ['Drei Könige', '2027-01-06', '2027-01-06'],
        ['Betriebsausflug', '2027-03-12', '2027-03-12'],
      ],
      0,
      [],
    ]);
  });

  test('of calendars: only whole days; the second row proves the order of all', async () => {
    expect(
      await read([
        'Subject,Start Date,Start Time,End Date,All Day Event',
        'Ana Berg,12/05/2026,10:00 AM,12/05/2026,FALSE',
        'New Year,01/02/2027,,01/03/2027,TRUE',
        'Christmas,12/24/2026,,12/26/2026,TRUE',
      ]),
    ).toEqual([
      [
        ['New Year', '2027-01-02', '2027-01-03'],
        ['Christmas', '2026-12-24', '2026-12-26'],
      ],
      1,
      [],
    ]);
    // Without that column the time says it, also where it stands in the same cell.
    expect(
      await read([
        'Start,End,Subject',
        '2026-12-24 10:00,2026-12-24 10:30,Mrs Miller',
        '2026-12-25 00:00,2026-12-27 00:00,Christmas',
      ]),
    ).toEqual([[['Christmas', '2026-12-25', '2026-12-26']], 1, []]);
    expect(await read(['Datum;Beginnzeit;Titel', '24.12.2026;00:00;Heiligabend', '23.12.2026;10:30;Ana'])).toEqual([
      [['Heiligabend', '2026-12-24', '2026-12-24']],
      1,
      [],
    ]);
  });

  test('a span without spaces is one; several days in one cell are not read as one of them', async () => {
    expect(
      await read([
        'Name;Datum',
        'Weihnachten;22.12.2026-05.01.2027',
        'Ostern;2027-03-26/2027-03-29',
        'Feiertage;24.-26. Dezember 2026',
        'Kurz;24.12-26.12',
        'Beide;25.12.2026, 26.12.2026',
        'Neujahr;Fr, 01.01.2027',
        'Zeit;01.05.2027 00:00',
      ]),
    ).toEqual([
      [
        ['Weihnachten', '2026-12-22', '2027-01-05'],
        ['Ostern', '2027-03-26', '2027-03-29'],
        ['Feiertage', '2026-12-24', '2026-12-26'],
        ['Neujahr', '2027-01-01', '2027-01-01'],
        ['Zeit', '2027-05-01', '2027-05-01'],
      ],
      0,
      ['Kurz 24.12-26.12', 'Beide 25.12.2026, 26.12.2026'],
    ]);
  });

  test.each([
    ['24.-26. Dezember 2026', '2026-12-24', '2026-12-26'],
    ['24.-26.12.2026', '2026-12-24', '2026-12-26'],
    ['24./25.12.2026', '2026-12-24', '2026-12-25'],
    ['24. und 25.12.2026', '2026-12-24', '2026-12-25'],
    ['November 25-27, 2027', '2027-11-25', '2027-11-27'],
    ['25-27 November 2027', '2027-11-25', '2027-11-27'],
    ['del 24 al 26 de diciembre de 2026', '2026-12-24', '2026-12-26'],
    ['19 december 2026 t/m 3 januari 2027', '2026-12-19', '2027-01-03'],
    ['24.12.2026 \u2212 26.12.2026', '2026-12-24', '2026-12-26'],
    ['23.12.-06.01.2027', '2026-12-23', '2027-01-06'],
    ['23. Dezember bis 6. Januar 2027', '2026-12-23', '2027-01-06'],
    ['23.12.2026-6.1.', '2026-12-23', '2027-01-06'],
    ['1 maja 2027', '2027-05-01', '2027-05-01'],
    ['05.12.2026', '2026-12-05', '2026-12-05'],
    ['05-12-2026', '2026-12-05', '2026-12-05'],
  ])('%s', async (cell, from, to) => {
    expect(await read(['Name;Datum', `Ferien;${cell}`])).toEqual([[['Ferien', from, to]], 0, []]);
  });

  test('feasts that move are of one year, or nobody knows when', async () => {
    const feast = (...rows: readonly string[]) => read(rows);
    const of2027 = [[['Karfreitag', '2027-03-26', '2027-03-26']], 0, []];
    expect(await feast('Feiertage 2027 (Stand: November 2026)', 'Datum;Feiertag', '26.03.;Karfreitag')).toEqual(of2027);
    expect(await feast('Feiertag;Datum', '2027;', 'Karfreitag;26.03.')).toEqual(of2027);
    expect(await feast('Feiertag;Datum', 'Karfreitag;Freitag, 26. März')).toEqual(of2027);
    expect(await feast('Feiertag;Datum', 'Karfreitag;26. März', 'Heiligabend;24.12.')).toEqual([
      [['Heiligabend', '2026-12-24', '2026-12-24', 'yearly']],
      0,
      ['Karfreitag 26. März'],
    ]);
  });

  test.each([
    [
      ['Date', '24 December 2026', '25 December 2026'],
      ['2026-12-24', '2026-12-25'],
    ],
    [
      ['Datum;Name', '25-12;Kerst', '5-12;Sinterklaas'],
      ['2026-12-25', '2026-12-05'],
    ],
    [['Date;Name', '17 Mar;St Patrick'], ['2026-03-17']],
    [['Datum;Name', 'So, 1. November;Allerheiligen'], ['2026-11-01']],
    [['Datum;Name', '15.08.;Mariä Himmelfahrt'], ['2026-08-15']],
    [['Date;Name', '26 December;Boxing Day (bank holiday)'], ['2026-12-26']],
    [['Saison 2027', 'Von;Bis;Name', '1.4.;30.9.;Saisonpause'], ['2027-04-01']],
  ])('days that stay where they are: %s', async (rows, days) => {
    const [found, , unread] = await read(rows);
    expect([(found as string[][]).map(([, from]) => from), unread]).toEqual([days, []]);
  });

  test('of a school year summer is at its end, however late', async () => {
    expect(
      await read(['Ferien;Beginn;Ende', 'Schuljahr 2026/27;;', 'Sommer;02.08.;13.09.', 'Herbst;01.10.;06.10.']),
    ).toEqual([[['Sommer', '2027-08-02', '2027-09-13']], 0, []]);
    expect(
      await read(['Ferien Schuljahr 2026/27', 'Ferien;Beginn;Ende', 'Sommer;29.07.;11.09.', 'Herbst;01.10.;06.10.']),
    ).toMatchObject([[['Sommer', '2027-07-29', '2027-09-11']], 0, []]);
  });

  test('where none of it can be read, one of the rows is shown', async () => {
    expect(
      await shop.tryTo('days.read', { text: 'Feiertag;Datum\nWeihnachten;24.12-26.12', columns: null }),
    ).toMatchObject({
      ok: false,
      error: { code: 'no-days', message: 'None of its 1 rows could be read as a date: “Weihnachten 24.12-26.12”.' },
    });
  });

  test('a whole day with the times at which it begins and ends', async () => {
    expect(await read(['Datum;Anlass;von;bis', '24.12.2026;Heiligabend;00:00;24:00'])).toEqual([
      [['Heiligabend', '2026-12-24', '2026-12-24']],
      0,
      [],
    ]);
  });

  test('the last day, or one without a year, proves the order of all as well', async () => {
    expect(
      await read(['Holiday,Start Date,End Date', 'Winter,12/07/2026,12/18/2026', 'Closed,01/02/2027,01/03/2027']),
    ).toEqual([
      [
        ['Winter', '2026-12-07', '2026-12-18'],
        ['Closed', '2027-01-02', '2027-01-03'],
      ],
      0,
      [],
    ]);
    expect(await read(['Holiday,Date', 'Independence,07/04', 'Xmas,12/25'])).toEqual([
      [
        ['Independence', '2026-07-04', '2026-07-04', 'yearly'],
        ['Xmas', '2026-12-25', '2026-12-25', 'yearly'],
      ],
      0,
      [],
    ]);
  });

  test('a mail program writes the midnight after the last day as its end', async () => {
    expect(
      await read([
        '"Betreff","Beginnt am","Beginnt um","Endet am","Endet um","Ganztägiges Ereignis"',
        '"Weihnachten","25.12.2026","00:00:00","27.12.2026","00:00:00","Ein"',
      ]),
    ).toEqual([[['Weihnachten', '2026-12-25', '2026-12-26']], 0, []]);
  });

  test('a day without a year comes every year; two days may stand in one cell', async () => {
    expect(
      await read([
        'Name;Von;Bis',
        'Heiligabend;24.12.;',
        'Schalttag;29.02.;',
        'Betriebsferien;27.12.;02.01.',
        'Sommer;02.08.2027 – 15.08.2027;',
        'Verdreht;15.08.2027;02.08.2027',
        'Halb;15.08.2027;02.08.',
      ]),
    ).toEqual([
      [
        ['Heiligabend', '2026-12-24', '2026-12-24', 'yearly'],
        ['Schalttag', '2028-02-29', '2028-02-29', 'yearly'],
        ['Betriebsferien', '2026-12-27', '2027-01-02', 'yearly'],
        ['Sommer', '2027-08-02', '2027-08-15'],
      ],
      0,
      ['Verdreht 15.08.2027 02.08.2027', 'Halb 15.08.2027 02.08.'],
    ]);
  });

  test('where nobody knows the headings a person says what the columns hold', async () => {
    const rows = ['Wat;Wanneer precies', 'Koningsdag;27-04-2027'];
    expect(await shop.tryTo('days.read', { text: rows.join('\n') })).toMatchObject({
      ok: false,
      error: {
        code: 'no-table',
        details: {
          columns: [
            { heading: 'Wat', field: null, samples: ['Koningsdag'] },
            { heading: 'Wanneer precies', field: null, samples: ['27-04-2027'] },
          ],
        },
      },
    });
    expect(await read(rows, ['name', 'from'])).toEqual([[['Koningsdag', '2027-04-27', '2027-04-27']], 0, []]);
  });

  test('taken, they are known when the table is read again', async () => {
    const text = 'Feiertag;Datum\nNeujahr;01.01.2027';
    const { days } = await shop.ask('days.read', { text });
    await shop.ask('days.add', { days: days.map(withoutMark) });
    expect((await shop.ask('days.read', { text })).days).toMatchObject([{ isKnown: true }]);
  });

  test('a letter is neither; more days than a shop has are not cut silently', async () => {
    expect(await shop.tryTo('days.read', { text: 'Dear Sir or Madam' })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    const rows = Array.from({ length: MOST_FOUND_DAYS + 1 }, (_, n) => `Day ${n};01.01.2027`);
    expect(await shop.tryTo('days.read', { text: ['Name;Datum', ...rows].join('\n') })).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
  });
});
