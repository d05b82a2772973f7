import { describe, expect, test } from 'vitest';
import { parseHere, parseInThread } from '../../electron/files/parser.ts';
import { daysOfCalendar } from '../../electron/calendars/whole-days.ts';
import { BERLIN, DAY, event, ics, NOW, readCalendar as read, salon, whole } from '../support/calendar-files.ts';

describe('calendars: speed and limits', () => {
  const bombs: readonly (readonly [name: string, text: string, code: string | null])[] = [
    ['a duration of ages', ics(event('1', 'DTSTART:20261201T100000Z').replace('PT30M', 'P99999999999D')), null],
    ['every second', ics(event('1', 'DTSTART:20140601T120000Z', 'RRULE:FREQ=SECONDLY')), 'too-often'],
    ['every minute', ics(event('1', 'DTSTART:20140601T120000Z', 'RRULE:FREQ=MINUTELY')), 'too-often'],
    [
      'a thousand million times',
      ics(event('1', 'DTSTART:20140601T120000Z', 'RRULE:FREQ=SECONDLY;COUNT=999999999')),
      'too-often',
    ],
    [
      '100,000 dates more',
      ics(event('1', 'DTSTART:20261201T100000Z', `RDATE:${Array(100_000).fill('20261208T100000Z').join(',')}`)),
      'too-often',
    ],
    [
      'more entries than any shop has',
      ics(...Array.from({ length: 60_000 }, (_, n) => event(`x${n}`, 'DTSTART:20261201T100000Z'))),
      'too-many',
    ],
  ];
  test.each(bombs)('F2: %s ends within bounds, and is told', (_name, text, code) => {
    const { problems, entries } = read(text);
    expect(problems.map((problem) => problem.code)).toEqual(code === null ? [] : [code]);
    expect(entries.length).toBeLessThanOrEqual(50_000);
  });

  test('F2, F15: of whatever age, what lies ahead is there', () => {
    const workdays = event('1', `${BERLIN}20161128T120000`, 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR');
    expect(read(ics(workdays), 7).at).toEqual([
      '2026-11-30 12:00',
      '2026-12-01 12:00',
      '2026-12-02 12:00',
      '2026-12-03 12:00',
      '2026-12-04 12:00',
    ]);
    expect(read(ics(event('2', 'DTSTART:20140601T120000Z', 'RRULE:FREQ=DAILY')), 2).at).toEqual([
      '2026-11-29 13:00',
      '2026-11-30 13:00',
    ]);
    expect(read(ics(event('3', 'DTSTART:00010101T120000Z', 'RRULE:FREQ=YEARLY')), 100).at).toEqual([
      '2027-01-01 13:00',
    ]);
  });

  test('F2: a thread reads the same as this one, and 500 series of any age', async () => {
    const series = ics(
      ...Array.from({ length: 500 }, (_, n) =>
        event(`u${n}`, `${BERLIN}${2000 + (n % 26)}1128T120000`, 'RRULE:FREQ=WEEKLY'),
      ),
    );
    const request = { texts: [series], zone: 'Europe/Berlin', from: NOW, until: NOW + 400 * DAY };
    const found = await parseInThread('entries', request);
    expect(found).toEqual(await parseHere('entries', request));
    const ofEach = Map.groupBy(found.entries, ({ uid }) => uid.split('/')[0]);
    expect(ofEach.size).toBe(500);
    // 400 days are 57 weeks and a day.
    expect(new Set([...ofEach.values()].map((each) => each.length))).toEqual(new Set([57, 58]));
    expect(found.isComplete).toBe(true);
  });
});

describe('calendars: meaning', () => {
  const noon = (uid: string, ...lines: readonly string[]): string => event(uid, `${BERLIN}20261201T120000`, ...lines);

  test('F3: an event without UID is known by what it says', () => {
    const without = noon('1').replace('UID:1\r\n', '');
    const [first] = read(ics(without)).entries;
    expect(first).toMatchObject({ date: '2026-12-01', time: '12:00', summary: 'Ana Berg' });
    expect(read(ics(without, noon('2'))).entries.map(({ uid }) => uid)).toEqual([first?.uid, '2']);
    const other = without.replace('Ana Berg', 'Ben Alt');
    expect(new Set(read(ics(without, other)).entries.map(({ uid }) => uid)).size).toBe(2);
  });

  test.each([
    ['SEQUENCE', ['SEQUENCE:0', 'SEQUENCE:1']],
    ['DTSTAMP where SEQUENCE is the same', ['X-A:1', 'DTSTAMP:20261102T000000Z']],
  ])('F4: of one UID twice the newer by %s counts, wherever it stands', (_name, [older = '', newer = '']) => {
    const at = (hour: number, line: string): string =>
      line.startsWith('DTSTAMP')
        ? event('1', `${BERLIN}20261201T${hour}0000`).replace(/DTSTAMP:\w+/, line)
        : event('1', `${BERLIN}20261201T${hour}0000`, line);
    const [old, young] = [at(10, older), at(14, newer)];
    expect(read(ics(old, young)).at).toEqual(['2026-12-01 14:00']);
    expect(read(ics(young, old)).at).toEqual(['2026-12-01 14:00']);
  });

  test.each([
    ['a line that is not folded', ics(noon('1'), noon('2', 'DESCRIPTION:first line', 'and the next one'))],
    ['an end that is missing', ics(noon('1'), noon('2')).replace(/END:VEVENT\r\nEND:VCALENDAR\r\n$/, '')],
    ['no start', ics(noon('1'), event('2'))],
    ['a start that is no time', ics(event('2', 'DTSTART:tomorrow'), noon('1'))],
    ['a rule that is none', ics(noon('1'), noon('2', 'RRULE:FREQ=FORTNIGHTLY'))],
    ['a rule for ever and ever', ics(noon('1'), noon('2', 'RRULE:FREQ=DAILY;INTERVAL=0'))],
  ])('F6: of two with %s in one the other is read, and the bad one named', (_name, text) => {
    const { entries, problems, held } = read(text);
    expect(entries.map(({ uid }) => uid)).toContain('1');
    expect(entries.map(({ uid }) => uid)).not.toContain('2');
    expect(problems.map(({ uid }) => uid)).toEqual(['2']);
    // What is there and cannot be read is not gone.
    expect(held).toContain('2');
  });

  test('F6: without its last line it is whole all the same; cut in an entry it is not', () => {
    expect(read(ics(noon('1')).replace('END:VCALENDAR\r\n', '')).at).toEqual(['2026-12-01 12:00']);
    expect(read(ics(noon('1'), noon('2')).slice(0, -60)).isComplete).toBe(false);
  });

  const weekly = (...lines: readonly string[]): string => event('w', `${BERLIN}20261201T100000`, ...lines);

  test('F8: an end in UTC is an instant', () => {
    expect(read(ics(weekly('RRULE:FREQ=WEEKLY;UNTIL=20261222T090000Z'))).at).toHaveLength(4);
    expect(read(ics(weekly('RRULE:FREQ=WEEKLY;UNTIL=20261222T085959Z'))).at).toHaveLength(3);
  });

  test.each(['EXDATE:20261208T090000Z', 'EXDATE;TZID=America/New_York:20261208T040000', 'EXDATE:20261208T100000'])(
    'F9: %s leaves out that instant',
    (line) => {
      expect(read(ics(weekly('RRULE:FREQ=WEEKLY;COUNT=4', line))).at).toEqual([
        '2026-12-01 10:00',
        '2026-12-15 10:00',
        '2026-12-22 10:00',
      ]);
    },
  );

  test.each([
    ['RECURRENCE-ID;VALUE=DATE:20261208', 'an occurrence by its day'],
    ['RECURRENCE-ID:20261208T090000Z', 'by its instant'],
    ['RECURRENCE-ID;TZID=America/New_York:20261208T040000', 'in another zone'],
  ])('F12: %s, %s', (id) => {
    const moved = event('w', id, `${BERLIN}20261208T150000`);
    expect(read(ics(weekly('RRULE:FREQ=WEEKLY;COUNT=3'), moved)).at).toEqual([
      '2026-12-01 10:00',
      '2026-12-08 15:00',
      '2026-12-15 10:00',
    ]);
  });

  test('F12: one exception for all that follows; one that is called off; one that is older than another', () => {
    const series = weekly('RRULE:FREQ=WEEKLY;COUNT=4');
    const later = event('w', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T090000Z', `${BERLIN}20261215T110000`);
    expect(read(ics(series, later)).at.map((at) => at.slice(5))).toEqual([
      '12-01 10:00',
      '12-08 10:00',
      '12-15 11:00',
      '12-22 11:00',
    ]);
    const off = event(
      'w',
      'RECURRENCE-ID:20261208T090000Z',
      `${BERLIN}20261208T100000`,
      'STATUS:CANCELLED',
      'SEQUENCE:2',
    );
    const on = event('w', 'RECURRENCE-ID:20261208T090000Z', `${BERLIN}20261208T150000`, 'SEQUENCE:1');
    for (const both of [
      [off, on],
      [on, off],
    ])
      expect(read(ics(series, ...both)).entries.map(({ isCancelled }) => isCancelled)).toEqual([
        false,
        true,
        false,
        false,
      ]);
  });

  test('RFC 5546: METHOD:CANCEL calls off what it names', () => {
    const cancel = ics(weekly('RRULE:FREQ=WEEKLY;COUNT=2')).replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL');
    expect(read(cancel).entries.every(({ isCancelled }) => isCancelled)).toBe(true);
  });

  test.each([
    // A day without VALUE=DATE is understood.
    ['EXDATE:20261208', 3],
    ['EXDATE:someday', 4],
    ['RDATE:', 4],
    ['RDATE;VALUE=PERIOD:nonsense', 4],
  ])('F14: %s costs a note, not the series', (line, count) => {
    const { at, notes, problems } = read(ics(weekly('RRULE:FREQ=WEEKLY;COUNT=4', line)));
    expect(problems).toEqual([]);
    expect(at).toHaveLength(count);
    expect(notes).toMatchObject([{ code: 'bad-exception', uid: 'w' }]);
  });

  test.each([
    ['GMT Standard Time', '11:00'],
    ['W. Europe Standard Time', '10:00'],
    ['/Europe/Lisbon', '11:00'],
    ['/freeassociation.sourceforge.net/Europe/London', '11:00'],
    ['Europe/Kiev', '09:00'],
  ])('F17: the zone %s is known', (zone, time) => {
    expect(read(ics(event('1', `DTSTART;TZID=${zone}:20261201T100000`))).entries[0]?.time).toBe(time);
  });

  test('F17: one that is not known is said, not taken for the shop’s', () => {
    const { entries, problems } = read(ics(event('1', 'DTSTART;TZID=Mars/Olympus:20261201T100000'), noon('2')));
    expect(entries.map(({ uid }) => uid)).toEqual(['2']);
    expect(problems).toMatchObject([{ code: 'unknown-zone', uid: '1', detail: 'Mars/Olympus' }]);
  });

  test('F41: what never comes has no dates', () => {
    const { at, problems } = read(
      ics(event('1', 'DTSTART:20260101T100000Z', 'RRULE:FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2')),
    );
    expect([at, problems]).toEqual([[], []]);
  });
});

describe('F18: holiday files', () => {
  const holiday = (rule: string, from = '20251225') => {
    const found = daysOfCalendar(
      ics(whole('1', `DTSTART;VALUE=DATE:${from}`, `RRULE:${rule}`)),
      '2026-11-29',
      'Europe/Berlin',
    );
    return found?.days.map(({ from: day, yearly }) => (yearly ? `${day.slice(5)} yearly` : day));
  };
  test.each([
    ['FREQ=YEARLY;BYMONTH=10', '20261003', ['10-03 yearly']],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25', '20251225', ['12-25 yearly']],
    ['FREQ=YEARLY;UNTIL=20281231T000000Z', '20251225', ['2026-12-25', '2027-12-25', '2028-12-25']],
    ['FREQ=YEARLY;COUNT=3', '20251225', ['2026-12-25', '2027-12-25']],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=4', '20251127', ['2027-11-25', '2028-11-23']],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3', '20260525', ['2027-05-31', '2028-05-29']],
  ])('%s', (rule, from, days) => {
    expect(holiday(rule, from)).toEqual(days);
  });

  test('the list of a widespread mail program', () => {
    const list = '[Germany] 3\r\nNew Year,2027/1/1\r\nLong over,2020/1/1\r\nnonsense\r\n';
    expect(daysOfCalendar(list, '2026-11-29', 'Europe/Berlin')).toMatchObject({
      days: [{ name: 'New Year', from: '2027-01-01' }],
      unread: ['nonsense'],
    });
  });
});

describe('following a file is a plan first', () => {
  // One each half hour from eight, day after day.
  const entry = (n: number): string => {
    const slot = 16 + (n % 20);
    const time = `${String(Math.floor(slot / 2)).padStart(2, '0')}${slot % 2 === 0 ? '00' : '30'}00`;
    return event(
      `e${n}`,
      `DTSTART:202612${String(1 + Math.floor(n / 20)).padStart(2, '0')}T${time}Z`,
      `SUMMARY:Guest ${n}`,
    );
  };
  const entries = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => entry(n));

  test('F1: the same file with 145 other series in front calls nothing off', async () => {
    const desk = await salon();
    const series = (n: number): string =>
      event(
        `s${n}`,
        `DTSTART:20261130T${String(8 + (n % 10)).padStart(2, '0')}0000Z`,
        'RRULE:FREQ=WEEKLY',
        `SUMMARY:Guest ${n}`,
      );
    const five = [0, 1, 2, 3, 4].map((n) => series(n));
    await desk.reads(ics(...five));
    const before = desk.booked();
    expect(before).toBe(285);
    const others = Array.from({ length: 145 }, (_, n) => series(n + 100));
    const view = await desk.reads(ics(...others, ...five));
    expect(view).toMatchObject({ problem: null, waiting: 0, counts: { cancelled: 0 } });
    expect(desk.booked()).toBeGreaterThanOrEqual(before);
    desk.store.close();
  });

  test('from a reading that is not complete nothing is called off', async () => {
    const desk = await salon();
    const all = ics(...entries(40));
    await desk.reads(all);
    const view = await desk.reads(all.slice(0, all.length / 2));
    expect(view).toMatchObject({ problem: 'incomplete', waiting: 0, counts: { cancelled: 0 } });
    expect(desk.booked()).toBe(40);
    // A file of the folder that is no calendar may be the half of one.
    expect(await desk.reads(ics(...entries(20)), 'half')).toMatchObject({
      problem: 'no-calendar',
      counts: { cancelled: 0 },
    });
    expect(desk.booked()).toBe(40);
    desk.store.close();
  });

  test.each([
    [100, 5, false],
    [100, 6, true],
    [30, 3, false],
    [30, 4, true],
    [8, 1, false],
    [8, 2, true],
  ])('of %i booked %i are gone: waits for a person: %s', async (booked, gone, waits) => {
    const desk = await salon();
    await desk.reads(ics(...entries(booked)));
    expect(desk.booked()).toBe(booked);
    const view = await desk.reads(ics(...entries(booked).slice(gone)));
    expect(view).toMatchObject({ waiting: waits ? gone : 0, counts: { cancelled: waits ? 0 : gone } });
    expect(desk.booked()).toBe(waits ? booked : booked - gone);
    if (waits) {
      expect(view?.waitingRows[0]?.what).toContain('Guest 0');
      // Somebody looked at another state of it.
      expect(await desk.sync.cancelMissing(gone + 1)).toMatchObject({ ok: false, error: { code: 'other-plan' } });
      expect(desk.booked()).toBe(booked);
      expect(await desk.sync.cancelMissing(gone)).toMatchObject({ ok: true, value: { waiting: 0 } });
      expect(desk.booked()).toBe(booked - gone);
    }
    desk.store.close();
  });

  test('what waits is not called off when it is there again', async () => {
    const desk = await salon();
    await desk.reads(ics(...entries(30)));
    expect(await desk.reads(ics(...entries(30).slice(10)))).toMatchObject({ waiting: 10 });
    expect(await desk.reads(ics(...entries(30)))).toMatchObject({ waiting: 0, counts: { same: 30 } });
    expect(desk.booked()).toBe(30);
    desk.store.close();
  });

  test('many that are called off in the file wait as well', async () => {
    const desk = await salon();
    await desk.reads(ics(...entries(30)));
    const off = entries(30).map((each, n) =>
      n < 10 ? each.replace('DURATION', 'STATUS:CANCELLED\r\nSEQUENCE:1\r\nDURATION') : each,
    );
    expect(await desk.reads(ics(...off))).toMatchObject({ waiting: 10, counts: { cancelled: 0 } });
    expect(desk.booked()).toBe(30);
    desk.store.close();
  });

  test('F20: a file of whole days in the import of appointments says what it is', async () => {
    const desk = await salon();
    const days = ics(whole('1', 'DTSTART;VALUE=DATE:20261225'), whole('2', 'DTSTART;VALUE=DATE:20261226'));
    const answer = await desk.appointmentImport.calendar(days, { serviceId: 's1', resourceId: null }, true);
    expect(answer).toMatchObject({ ok: false, error: { code: 'whole-days-only', details: { count: 2 } } });
    desk.store.close();
  });
});
