import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesOf } from '../../../electron/calendars/entries.ts';
import { daysOfCalendar } from '../../../electron/calendars/whole-days.ts';

const NOW = Date.UTC(2026, 10, 29);

/** Lines as they stand in calendars, most of them well, some of them with anything in them. */
const value = fc.oneof(
  fc.constantFrom(
    '20261201T100000Z',
    '20261201T100000',
    '20261201',
    '00010101T000000Z',
    '99991231T235959Z',
    '20261301T000000',
    'FREQ=WEEKLY;COUNT=4',
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=MONTHLY;BYDAY=5MO,-1FR;BYSETPOS=-2',
    'FREQ=DAILY;INTERVAL=999999999;UNTIL=99991231T000000Z',
    'FREQ=HOURLY;BYHOUR=25',
    'PT30M',
    '-P1D',
    'P99999999999D',
    'CANCELLED',
    '4294967296',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const name = fc.constantFrom(
  'DTSTART',
  'DTSTART;TZID=Europe/Berlin',
  'DTSTART;VALUE=DATE',
  'DTSTART;TZID=Nowhere',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'EXRULE',
  'RECURRENCE-ID',
  'RECURRENCE-ID;RANGE=THISANDFUTURE',
  'SEQUENCE',
  'STATUS',
  'SUMMARY',
  'SUMMARY;X-A="',
  'UID',
  'DTSTAMP',
  'BEGIN',
  'END',
  'X-WHAT-EVER',
);
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(name, value).map(([key, text]) => `${key}:${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('END:VEVENT', 'BEGIN:VEVENT', 'BEGIN:VTIMEZONE', 'END:VCALENDAR', ' folded'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const anEvent = fc.array(line, { maxLength: 12 }).map((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n'));
const WHOLE = ['BEGIN:VEVENT', 'UID:whole', 'DTSTART:20261202T100000Z', 'SUMMARY:Ana', 'END:VEVENT'].join('\r\n');
const calendar = fc
  .array(anEvent, { maxLength: 6 })
  .map((events) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'));

function read(text: string) {
  return entriesOf({ texts: [text], zone: 'Europe/Berlin', from: NOW, until: NOW + 400 * 86_400_000 });
}

test('whatever stands in a calendar, it is read or named, and each entry is one that can be booked', () => {
  fc.assert(
    fc.property(calendar, (text) => {
      const { entries, problems, notes, held } = read(text);
      for (const { uid, date, time, minutes, summary, isCancelled } of entries) {
        expect(uid).not.toBe('');
        // A cancellation need not say when it was.
        if (isCancelled && date + time === '') continue;
        expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(time).toMatch(/^\d\d:\d\d$/);
        expect(minutes === null || (minutes >= 5 && minutes <= 1_440)).toBe(true);
        expect(summary.isWellFormed()).toBe(true);
      }
      for (const { uid, summary } of [...problems, ...notes]) {
        expect(summary.length).toBeLessThanOrEqual(200);
        if (uid !== null && problems.some((each) => each.uid === uid)) expect(held).toContain(uid);
      }
      const days = daysOfCalendar(text, '2026-11-29', 'Europe/Berlin')?.days ?? [];
      for (const { from, to, name: heading } of days) {
        expect(from <= to).toBe(true);
        expect(heading).not.toBe('');
      }
    }),
    { numRuns: 400 },
  );
});

test('a whole entry is read whatever stands before it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      // What ends the calendar ends it.
      fc.pre(!lines.some((each) => /^(BEGIN|END):/i.test(each)));
      const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', WHOLE, 'END:VCALENDAR'].join('\r\n');
      expect(read(text).entries.some(({ uid }) => uid === 'whole')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('cut off anywhere, what is left is not called whole', () => {
  const text = ['BEGIN:VCALENDAR', WHOLE, WHOLE.replace('UID:whole', 'UID:other'), 'END:VCALENDAR'].join('\r\n');
  fc.assert(
    fc.property(fc.integer({ min: 20, max: text.length - 'END:VEVENT\r\nEND:VCALENDAR'.length }), (at) => {
      const { entries, isComplete, held } = read(text.slice(0, at));
      const there = new Set([...entries.map(({ uid }) => uid), ...held]);
      expect(!isComplete || there.has('other')).toBe(true);
    }),
    { numRuns: 200 },
  );
});
