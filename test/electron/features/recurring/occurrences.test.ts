import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { occurrencesAfter } from '../../../../electron/features/recurring/occurrences.ts';
import { recurrence, type Recurrence } from '../../../../electron/shared/recurrence.ts';

const DAILY: Recurrence = {
  date: '2026-03-27',
  time: '09:00',
  every: 'day',
  interval: 1,
  weekdays: [],
  monthly: { day: 1 },
  until: null,
};

function first(rule: Recurrence, zone: string, n: number, after = 0): readonly string[] {
  const all: string[] = [];
  for (const { at } of occurrencesAfter(rule, zone, after)) {
    all.push(new Date(at).toISOString().slice(0, 16));
    if (all.length === n) break;
  }
  return all;
}

test.each(['0001-01-01', '1999-12-31', '2200-01-01', '9999-12-31'])('none begins on %s (security 15)', (date) => {
  expect(recurrence.safeParse({ ...DAILY, date }).success).toBe(false);
  expect(recurrence.safeParse({ ...DAILY, date: '2000-01-01' }).success).toBe(true);
});

test('what began long ago goes on', () => {
  expect(first({ ...DAILY, date: '2000-01-01', interval: 7 }, 'UTC', 2, Date.UTC(2026, 10, 29))).toEqual([
    '2026-12-05T09:00',
    '2026-12-12T09:00',
  ]);
});

describe('over the changes of the clock', () => {
  test('nine o’clock stays nine o’clock', () => {
    expect(first(DAILY, 'Europe/Berlin', 4)).toEqual([
      '2026-03-27T08:00',
      '2026-03-28T08:00',
      '2026-03-29T07:00',
      '2026-03-30T07:00',
    ]);
    expect(first({ ...DAILY, date: '2026-10-24' }, 'Europe/Berlin', 3)).toEqual([
      '2026-10-24T07:00',
      '2026-10-25T08:00',
      '2026-10-26T08:00',
    ]);
  });

  test('a time that is skipped comes an hour later, on that day alone; one that comes twice comes once, the first time', () => {
    const skipped = { ...DAILY, date: '2026-03-28', time: '02:30' };
    expect(first(skipped, 'Europe/Berlin', 3)).toEqual(['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30']);
    const twice = { ...DAILY, date: '2026-10-24', time: '02:30' };
    expect(first(twice, 'Europe/Berlin', 3)).toEqual(['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']);
  });

  test('where the clock changes by half an hour', () => {
    expect(first({ ...DAILY, date: '2026-04-04' }, 'Australia/Lord_Howe', 2)).toEqual([
      '2026-04-03T22:00',
      '2026-04-04T22:30',
    ]);
  });
});

describe('weeks and months', () => {
  test('each week on some days, every second week', () => {
    const rule: Recurrence = { ...DAILY, date: '2026-11-25', every: 'week', interval: 2, weekdays: [1, 3, 5] };
    expect(first(rule, 'UTC', 5).map((at) => at.slice(0, 10))).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-12-07',
      '2026-12-09',
      '2026-12-11',
    ]);
  });

  test('on the weekday of the first where none is named', () => {
    const rule: Recurrence = { ...DAILY, date: '2026-11-25', every: 'week' };
    expect(first(rule, 'UTC', 2).map((at) => at.slice(0, 10))).toEqual(['2026-11-25', '2026-12-02']);
  });

  test('the last Friday of a month, the second Tuesday, the 31st where there is one, the last day', () => {
    const monthly = (date: string, when: Recurrence['monthly']): readonly string[] =>
      first({ ...DAILY, date, every: 'month', monthly: when }, 'Europe/Berlin', 4).map((at) => at.slice(0, 10));
    expect(monthly('2026-11-01', { nth: -1, weekday: 5 })).toEqual([
      '2026-11-27',
      '2026-12-25',
      '2027-01-29',
      '2027-02-26',
    ]);
    expect(monthly('2026-11-25', { nth: 2, weekday: 2 })).toEqual([
      '2026-12-08',
      '2027-01-12',
      '2027-02-09',
      '2027-03-09',
    ]);
    expect(monthly('2026-11-25', { day: 31 })).toEqual(['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31']);
    expect(monthly('2026-11-25', { day: -1 })).toEqual(['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28']);
  });

  test('until a day, that day included', () => {
    expect(first({ ...DAILY, until: '2026-03-28' }, 'UTC', 9)).toHaveLength(2);
    expect(first({ ...DAILY, until: '2026-03-20' }, 'UTC', 9)).toEqual([]);
  });
});

/** Day by day, as slowly as somebody with a wall calendar. */
function slowly(rule: Recurrence, days: number): readonly string[] {
  const start = Temporal.PlainDate.from(rule.date);
  const monday = start.subtract({ days: start.dayOfWeek - 1 });
  const found: string[] = [];
  for (let n = 0; n < days; n++) {
    const day = start.add({ days: n });
    const weekday = day.dayOfWeek % 7;
    const weeks = Math.floor(monday.until(day, { largestUnit: 'days' }).days / 7);
    const months = (day.year - start.year) * 12 + day.month - start.month;
    const isLastOfKind = day.add({ days: 7 }).month !== day.month;
    const nth = Math.ceil(day.day / 7);
    const { monthly } = rule;
    const isOn =
      rule.every === 'day'
        ? n % rule.interval === 0
        : rule.every === 'week'
          ? weeks % rule.interval === 0 &&
            (rule.weekdays.length > 0 ? rule.weekdays.includes(weekday) : weekday === start.dayOfWeek % 7)
          : months % rule.interval === 0 &&
            ('day' in monthly
              ? monthly.day === -1
                ? day.day === day.daysInMonth
                : day.day === monthly.day
              : weekday === monthly.weekday && (monthly.nth === -1 ? isLastOfKind : nth === monthly.nth));
    if (isOn && (rule.until === null || day.toString() <= rule.until)) found.push(day.toString());
  }
  return found;
}

test('as somebody with a calendar reckons it, whatever the rule, zone and year', () => {
  const rules = fc.record({
    date: fc
      .integer({ min: 0, max: 1_500 })
      .map((n) => Temporal.PlainDate.from('2025-01-01').add({ days: n }).toString()),
    time: fc.constantFrom('00:00', '02:30', '09:00', '23:45'),
    every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    interval: fc.integer({ min: 1, max: 4 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    monthly: fc.oneof(
      fc.record({ day: fc.constantFrom(-1 as const, 1, 15, 29, 30, 31) }),
      fc.record({ nth: fc.constantFrom(-1 as const, 1, 2, 3, 4), weekday: fc.integer({ min: 0, max: 6 }) }),
    ),
    until: fc.constant(null),
  });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  fc.assert(
    fc.property(rules, zones, (rule, zone) => {
      const expected = slowly(rule, 420);
      const found: string[] = [];
      let last = -Infinity;
      for (const { date, at } of occurrencesAfter(rule, zone, -Infinity)) {
        if (found.length === expected.length) break;
        expect(at).toBeGreaterThan(last);
        last = at;
        const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const isSkipped = wall.toPlainTime().toString({ smallestUnit: 'minute' }) !== rule.time;
        if (isSkipped) expect(rule.time).toBe('02:30');
        found.push(date);
      }
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
