import { describe, expect, test } from 'vitest';
import { idOf } from '../../electron/shared/ids.ts';
import { decodeText } from '../../electron/shared/decode-text.ts';
import { daysOfCalendar } from '../../electron/calendars/whole-days.ts';
import { BERLIN, event, ics, readCalendar as read, salon, whole } from '../support/calendar-files.ts';

const canceling = (...events: readonly string[]): string =>
  ics(...events).replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL');
/** Of RFC 5546 §3.2.5: what is called off, and nothing more of it. */
const cancel = (uid: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261120T000000Z', 'SEQUENCE:3', ...lines, 'END:VEVENT'].join('\r\n');
const weekly = (...lines: readonly string[]): string =>
  event('w', `${BERLIN}20261201T100000`, 'RRULE:FREQ=WEEKLY;COUNT=4', ...lines);
const noon = (uid: string, ...lines: readonly string[]): string => event(uid, `${BERLIN}20261201T120000`, ...lines);

describe('what a file is written in', () => {
  const text = ics(noon('1', 'SUMMARY:Jürgen Müßig', 'DESCRIPTION:für Größe – 12 €'), noon('2', 'SUMMARY:Łukasz'));

  test('folded anywhere by octets, also within a letter, it is read as it was written', () => {
    const octets = Buffer.from(text);
    for (let at = octets.indexOf('SUMMARY') + 8; at < octets.length - 40; at += 1) {
      if (octets.subarray(at - 2, at + 2).some((octet) => octet === 0x0d || octet === 0x0a)) continue;
      const folded = Buffer.concat([octets.subarray(0, at), Buffer.from('\r\n '), octets.subarray(at)]);
      expect(read(decodeText(folded)).entries.map(({ summary }) => summary)).toEqual(['Jürgen Müßig', 'Łukasz']);
    }
  });

  test('one broken letter is that letter’s matter', () => {
    const cut = Buffer.from(text.replace('12 €', '12 €#')).toString('latin1').replace('#', '\xE2\x82');
    expect(read(decodeText(Buffer.from(cut, 'latin1'))).entries.map(({ summary }) => summary)).toEqual([
      'Jürgen Müßig',
      'Łukasz',
    ]);
  });
});

describe('exceptions and cancellations', () => {
  test('what stands for an occurrence that is no more stands for itself', () => {
    const moved = event('w', `RECURRENCE-ID;${BERLIN.slice(8)}20261208T090000`, `${BERLIN}20261208T150000`);
    expect(read(ics(weekly(), moved)).at).toContain('2026-12-08 15:00');
    const dropped = event('w', 'RECURRENCE-ID:20261208T070000Z', `${BERLIN}20261208T080000`, 'STATUS:CANCELLED');
    const { entries } = read(ics(weekly(), dropped));
    expect(entries.filter(({ isCancelled }) => !isCancelled)).toHaveLength(4);
  });

  test('all that follow, moved by more than a day, come on their days from the first on', () => {
    const series = event('w', `${BERLIN}20261120T100000`, 'RRULE:FREQ=DAILY;COUNT=14');
    const later = event('w', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T090000Z', `${BERLIN}20261127T100000`);
    // From the 24th on, each three days later: what was the 26th is today.
    expect(read(ics(series, later)).at).toEqual([
      '2026-11-29 10:00',
      '2026-11-30 10:00',
      '2026-12-01 10:00',
      '2026-12-02 10:00',
      '2026-12-03 10:00',
      '2026-12-04 10:00',
      '2026-12-05 10:00',
      '2026-12-06 10:00',
    ]);
  });

  const followed = async (...texts: readonly string[]) => {
    const desk = await salon('Europe/Berlin');
    for (const text of texts) await desk.reads(...text.split('\0'));
    const booked = desk.store.appointments
      .comingFrom('followed', { startsAt: 0, id: 0 }, 100)
      .map(({ date, time }) => `${date.slice(5)} ${time}`);
    desk.store.close();
    return booked;
  };
  const ALL = ['12-01 10:00', '12-08 10:00', '12-15 10:00', '12-22 10:00'];

  test.each([
    ['a whole series without its start', cancel('w'), []],
    [
      'one by its instant',
      cancel('w', 'RECURRENCE-ID:20261208T090000Z'),
      ['12-01 10:00', '12-15 10:00', '12-22 10:00'],
    ],
    ['one by its day', cancel('w', 'RECURRENCE-ID;VALUE=DATE:20261208'), ['12-01 10:00', '12-15 10:00', '12-22 10:00']],
    ['one and all that follow', cancel('w', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T090000Z'), ALL.slice(0, 2)],
    ['one of another series', cancel('v', 'RECURRENCE-ID:20261208T090000Z'), ALL],
    ['one at another time', cancel('w', 'RECURRENCE-ID:20261208T100000Z'), ALL],
  ])('%s is canceled by a file that is read by hand', async (_name, off, left) => {
    expect(await followed(ics(weekly()))).toEqual(ALL);
    // One of few waits for a person only where several are meant.
    const desk = await salon('Europe/Berlin');
    await desk.reads(ics(weekly()));
    await desk.appointmentImport.calendar(canceling(off), { serviceId: 's1', resourceId: null }, false);
    const rows = desk.store.appointments.comingFrom('followed', { startsAt: 0, id: 0 }, 100);
    expect(rows.map(({ date, time }) => `${date.slice(5)} ${time}`)).toEqual(left);
    desk.store.close();
  });

  test('one occurrence that is moved in a file of its own is the one that is known', async () => {
    const desk = await salon('Europe/Berlin');
    await desk.reads(ics(weekly()));
    const update = event('w', 'RECURRENCE-ID:20261208T090000Z', `${BERLIN}20261208T150000`, 'SEQUENCE:1');
    await desk.appointmentImport.calendar(ics(update), { serviceId: 's1', resourceId: null }, false);
    const rows = desk.store.appointments.between(0, Number.MAX_SAFE_INTEGER);
    expect(rows.map(({ date, time, state }) => `${date.slice(5)} ${time} ${state}`)).toEqual([
      '12-01 10:00 booked',
      '12-08 15:00 booked',
      '12-15 10:00 booked',
      '12-22 10:00 booked',
    ]);
    desk.store.close();
  });

  test('a UID with a stroke is no occurrence of another one', async () => {
    const shop = [noon('shop'), event('shop/1', `${BERLIN}20261202T120000`, 'SUMMARY:Ben Alt')];
    expect(await followed(ics(...shop))).toEqual(['12-01 12:00', '12-02 12:00']);
    const desk = await salon('Europe/Berlin');
    await desk.reads(ics(...shop));
    await desk.appointmentImport.calendar(canceling(cancel('shop')), { serviceId: 's1', resourceId: null }, false);
    const rows = desk.store.appointments.comingFrom('followed', { startsAt: 0, id: 0 }, 100);
    expect(rows.map(({ uid }) => uid)).toEqual(['shop/1']);
    desk.store.close();
  });
});

describe('the same appointment under another UID is not called off and booked anew', () => {
  const guests = (uid: (n: number) => string, more: readonly string[] = []): string =>
    ics(
      ...Array.from({ length: 12 }, (_, n) =>
        event(uid(n), `${BERLIN}202612${String(n + 1).padStart(2, '0')}T100000`, `SUMMARY:Guest ${n}`, ...more),
      ),
    );

  test.each([
    ['other UIDs with each export', guests((n) => `a${n}`), guests((n) => `b${n * 7}`)],
    [
      'without UIDs, and with a word more',
      guests((n) => `a${n}`)
        .replaceAll(/UID:.*\r\n/g, '')
        .replaceAll('SUMMARY:', 'SUMMARY:0171 1234567 '),
      guests((n) => `a${n}`)
        .replaceAll(/UID:.*\r\n/g, '')
        .replaceAll('SUMMARY:', 'SUMMARY:Regular 0171 1234567 '),
    ],
    ['one becomes a series', ics(noon('x')), ics(noon('x', 'RRULE:FREQ=WEEKLY;COUNT=1'))],
    [
      'the rest of a series is one of its own',
      ics(weekly()),
      ics(
        weekly().replace('COUNT=4', 'COUNT=2'),
        event('w_R20261215T090000', `${BERLIN}20261215T100000`, 'RRULE:FREQ=WEEKLY;COUNT=2'),
      ),
    ],
  ])('%s', async (_name, before, after) => {
    const desk = await salon('Europe/Berlin');
    await desk.reads(before);
    const ids = (): readonly number[] =>
      desk.store.appointments.comingFrom('followed', { startsAt: 0, id: 0 }, 100).map(({ id }) => id);
    const there = ids();
    expect(there.length).toBeGreaterThan(0);
    expect(await desk.reads(after)).toMatchObject({ problem: null, waiting: 0, counts: { cancelled: 0, new: 0 } });
    expect(ids()).toEqual(there);
    // It is known by its new one from then on.
    expect(await desk.reads(`${after}\r\n`)).toMatchObject({ counts: { cancelled: 0, new: 0, changed: 0 } });
    desk.store.close();
  });

  test('somebody else at that time is somebody else', async () => {
    const desk = await salon('Europe/Berlin');
    await desk.reads(guests((n) => `a${n}`));
    const other = guests((n) => `a${n}`)
      .replace('UID:a3\r\n', 'UID:z\r\n')
      .replace('SUMMARY:Guest 3', 'SUMMARY:Zoe');
    expect(await desk.reads(other)).toMatchObject({ counts: { cancelled: 1, new: 1 } });
    desk.store.close();
  });

  test('two of one person at one time are two', async () => {
    const desk = await salon('Europe/Berlin');
    const two = ics(noon('a', 'SUMMARY:Ana Berg 0171 1234567'), noon('b', 'SUMMARY:Ana Berg 0171 1234567'));
    expect(await desk.reads(two)).toMatchObject({ counts: { new: 2 } });
    expect(await desk.reads(two.replace('UID:a', 'UID:c').replace('UID:b', 'UID:d'))).toMatchObject({
      counts: { new: 0, cancelled: 0 },
    });
    desk.store.close();
  });

  test('moved here since, it stays where it is', async () => {
    const desk = await salon('Europe/Berlin');
    await desk.reads(ics(noon('a')));
    const [row] = desk.store.appointments.comingFrom('followed', { startsAt: 0, id: 0 }, 9);
    const id = idOf('appointment', row?.id ?? 0);
    expect(
      desk.appointments.move(id, { date: '2026-12-03', time: '11:00', resourceId: null, tell: false }),
    ).toMatchObject({ ok: true });
    expect(await desk.reads(ics(noon('b')))).toMatchObject({ counts: { new: 0, cancelled: 0 } });
    const [after] = desk.store.appointments.comingFrom('followed', { startsAt: 0, id: 0 }, 9);
    expect(after).toMatchObject({ id: row?.id, date: '2026-12-03', time: '11:00', uid: 'b' });
    desk.store.close();
  });

  test('a file that is read once and once more under other UIDs brings nothing twice', async () => {
    const desk = await salon('Europe/Berlin');
    const take = (text: string, isDryRun = false) =>
      desk.appointmentImport.calendar(text, { serviceId: 's1', resourceId: null }, isDryRun);
    await take(guests((n) => `a${n}`));
    for (const isDryRun of [true, false])
      expect(
        await take(
          guests((n) => `b${n}`),
          isDryRun,
        ),
      ).toMatchObject({ ok: true, value: { counts: { new: 0, same: 12 } } });
    // The calendar that is followed keeps its own.
    await desk.reads(guests((n) => `c${n}`));
    await take(guests((n) => `d${n}`));
    expect(await desk.reads(`${guests((n) => `c${n}`)}\r\n`)).toMatchObject({
      counts: { new: 0, cancelled: 0, same: 12 },
    });
    desk.store.close();
  });
});

describe('zones, rules and periods', () => {
  const zone = (id: string, offset: string): string =>
    [
      'BEGIN:VTIMEZONE',
      `TZID:${id}`,
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      `TZOFFSETFROM:${offset}`,
      `TZOFFSETTO:${offset}`,
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');

  test.each(['BST', 'IST', 'EST', 'GMT', 'Eastern'])('what the file says of %s holds', (id) => {
    expect(read(ics(zone(id, '+0300'), event('1', `DTSTART;TZID=${id}:20261201T120000`))).at).toEqual([
      '2026-12-01 10:00',
    ]);
  });

  test('a place is what the world knows of it; a name may be written with escapes', () => {
    expect(
      read(ics(zone('Europe/Lisbon', '+0300'), event('1', 'DTSTART;TZID=Europe/Lisbon:20261201T120000'))).at,
    ).toEqual(['2026-12-01 13:00']);
    const id = '(UTC+01:00) Amsterdam\\, Berlin';
    for (const input of [`"${id}"`, '"(UTC+01:00) Amsterdam, Berlin"'])
      expect(read(ics(zone(id, '+0200'), event('1', `DTSTART;TZID=${input}:20261201T120000`))).at).toEqual([
        '2026-12-01 11:00',
      ]);
  });

  test('two calendars in one file may give two zones one name', () => {
    const both = `${ics(zone('Own', '+0300'), noon('1').replace('Europe/Berlin', 'Own'))}${ics(zone('Own', '+0500'), noon('2').replace('Europe/Berlin', 'Own'))}`;
    expect(read(both).entries.map(({ time }) => time)).toEqual(['10:00', '08:00']);
  });

  test('two rules are both, and what EXRULE leaves out is left out', () => {
    expect(
      read(
        ics(event('1', `${BERLIN}20261201T100000`, 'RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2')),
      ).at,
    ).toEqual(['2026-12-01 10:00', '2026-12-04 10:00', '2026-12-08 10:00', '2026-12-11 10:00']);
    expect(
      read(ics(event('1', `${BERLIN}20261201T100000`, 'RRULE:FREQ=DAILY;COUNT=5', 'EXRULE:FREQ=DAILY;INTERVAL=2'))).at,
    ).toEqual(['2026-12-02 10:00', '2026-12-04 10:00']);
    expect(read(ics(weekly('EXRULE:FREQ=NEVER'))).problems).toMatchObject([{ code: 'bad-rule', uid: 'w' }]);
  });

  test('a period is as long as it says', () => {
    const { entries } = read(ics(weekly('RDATE;VALUE=PERIOD:20261203T090000Z/PT2H,20261204T090000Z/20261204T093500Z')));
    expect(entries.map(({ date, minutes }) => [date.slice(8), minutes])).toEqual([
      ['01', 30],
      ['03', 120],
      ['04', 35],
      ['08', 30],
      ['15', 30],
      ['22', 30],
    ]);
  });

  test('entries of one UID that begin at other times and are as new as each other are several', () => {
    const all = [8, 9, 10].map((hour) => event('same', `${BERLIN}20261201T${String(hour).padStart(2, '0')}0000`));
    expect(read(ics(...all)).at).toEqual(['2026-12-01 08:00', '2026-12-01 09:00', '2026-12-01 10:00']);
    expect(new Set(read(ics(...all)).entries.map(({ uid }) => uid)).size).toBe(3);
  });

  test('from midnight to midnight is a whole day', () => {
    expect(
      read(ics(whole('1', `${BERLIN}20261224T000000`, `${BERLIN.replace('START', 'END')}20261225T000000`))),
    ).toMatchObject({
      wholeDays: 1,
      entries: [],
    });
  });
});

describe('whole days as servers write them', () => {
  const days = (...lines: readonly string[]): readonly string[] =>
    daysOfCalendar(ics(whole('1', ...lines)), '2026-11-29', 'Europe/Berlin')?.days.map(
      ({ from, to }) => `${from} ${to}`,
    ) ?? [];

  test.each([
    [
      'in UTC, said to be one',
      ['DTSTART:20261224T230000Z', 'DTEND:20261225T230000Z', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'],
    ],
    ['in UTC', ['DTSTART:20261224T230000Z', 'DTEND:20261225T230000Z']],
    ['in its zone', [`${BERLIN}20261225T000000`, 'DURATION:P1D']],
    [
      'in a zone far away',
      ['DTSTART;TZID=America/New_York:20261225T000000', 'DTEND;TZID=America/New_York:20261226T000000'],
    ],
    ['as days', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226']],
  ])('%s', (_name, lines) => {
    expect(days(...lines)).toEqual(['2026-12-25 2026-12-25']);
  });

  test('a year that is another day, or none at all', () => {
    const yearly = whole('h', 'DTSTART;VALUE=DATE:20251225', 'RRULE:FREQ=YEARLY;COUNT=4');
    const moved = whole('h', 'RECURRENCE-ID;VALUE=DATE:20261225', 'DTSTART;VALUE=DATE:20261228');
    const off = whole('h', 'RECURRENCE-ID;VALUE=DATE:20271225', 'DTSTART;VALUE=DATE:20271225', 'STATUS:CANCELLED');
    const found = daysOfCalendar(ics(yearly, moved, off), '2026-11-29', 'Europe/Berlin');
    expect(found?.days.map(({ from }) => from).toSorted()).toEqual(['2026-12-28', '2028-12-25']);
  });
});
