import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daysOfCalendar } from '../../../../electron/calendars/whole-days.ts';
import { isHoliday, openingHours, specialDayAt } from '../../../../electron/desk/calendar/shop-hours.ts';
import type { SpecialDay } from '../../../../electron/shared/hours.ts';
import { DEFAULT_PREFERENCES } from '../../../../electron/shared/preferences.ts';
import type { FoundDay } from '../../../../electron/shared/views.ts';
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
    const hours = openingHours(DEFAULT_PREFERENCES.hours, days);
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
    expect(daysOfCalendar(CALENDAR, '2026-11-24')).toEqual({
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
    expect(daysOfCalendar(calendar, '2000-01-01')?.days.map(({ uid }) => uid)).not.toContain('unity@example');
  });

  test.each([
    ['nothing', ''],
    ['a letter', 'Dear Sir or Madam'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0'],
  ])('%s is no calendar', (_name, text) => {
    const found = daysOfCalendar(text, '2026-11-24');
    expect(found).toBeNull();
  });

  test('half of one gives the days that are whole, and names the one that is not', () => {
    const found = daysOfCalendar(CALENDAR.slice(0, CALENDAR.indexOf('Tag der')), '2026-11-24');
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
    const { days, skipped } = await shop.ask('days.read', { calendar: CALENDAR });
    expect([days.map(({ isKnown }) => isKnown), skipped]).toEqual([[false, false], 2]);
    const added = await shop.ask('days.add', { days: days.map(withoutMark) });
    expect(added.ids).toHaveLength(2);
    const again = await shop.ask('days.read', { calendar: CALENDAR.replace('20261227', '20261228') });
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
    const { days } = await shop.ask('days.read', { calendar: twice });
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
    await shop.ask('preferences.set', {});
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
