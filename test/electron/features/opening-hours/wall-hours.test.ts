import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ofWeek } from '../../../../electron/features/opening-hours/shop-hours.ts';
import {
  afterHours,
  isZone,
  nextWithin,
  stretchAt,
  stretchesFrom,
} from '../../../../electron/features/opening-hours/wall-hours.ts';
import type { Span, WeekHours } from '../../../../electron/shared/hours.ts';
import { INITIAL_SETTINGS } from '../../../../electron/features/settings/table.ts';

const MINUTE = 60_000;
const ZONE = 'Europe/Berlin';
const USUAL = ofWeek(INITIAL_SETTINGS.hours);
/** 24 November 2026 is a Tuesday, an hour ahead of UTC; the shop is open from nine to six, on Saturday to one. */
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour - 1, minute);
const everyDay = (...spans: readonly Span[]): ReturnType<typeof ofWeek> =>
  ofWeek(Array.from({ length: 7 }, () => [...spans]));

describe('waiting counts while the shop is open', () => {
  test.each([
    ['in the middle of the day', at(24, 10), at(24, 10, 15)],
    ['before it opens', at(24, 7), at(24, 9, 15)],
    ['over closing time', at(24, 17, 50), at(25, 9, 5)],
    ['over the weekend', at(28, 12, 50), at(30, 9, 5)],
    ['on Sunday', at(29, 11), at(30, 9, 15)],
  ])('%s', (_name, since, due) => {
    expect(afterHours(since, 15 * MINUTE, ZONE, USUAL)).toBe(due);
  });

  test('but not in a break', () => {
    const hours = everyDay({ from: '09:00', to: '12:30' }, { from: '14:00', to: '18:00' });
    expect(afterHours(at(24, 12, 20), 15 * MINUTE, ZONE, hours)).toBe(at(24, 14, 5));
    expect(stretchAt(at(24, 13), ZONE, hours)).toBeNull();
    expect(nextWithin(at(24, 13), ZONE, hours)).toBe(at(24, 14));
    expect(nextWithin(at(24, 12, 30), ZONE, hours)).toBe(at(24, 14));
  });

  test('who never opens warns of nobody', () => {
    expect(afterHours(at(24, 10), MINUTE, ZONE, everyDay())).toBeNull();
    expect(nextWithin(at(24, 10), ZONE, everyDay())).toBeNull();
  });
});

describe('over midnight', () => {
  const bar = everyDay({ from: '00:00', to: '02:00' }, { from: '18:00', to: '00:00' });

  test('what touches is one stretch', () => {
    expect(stretchAt(at(24, 23), ZONE, bar)).toEqual({ from: at(24, 18), until: at(25, 2) });
    expect(stretchAt(at(25, 1), ZONE, bar)?.until).toBe(at(25, 2));
    expect(nextWithin(at(25, 2), ZONE, bar)).toBe(at(25, 18));
  });

  test('day and night is open at any time', () => {
    const always = everyDay({ from: '00:00', to: '00:00' });
    expect(nextWithin(at(24, 3), ZONE, always)).toBe(at(24, 3));
    expect((stretchAt(at(24, 3), ZONE, always)?.until as number) - at(24, 3)).toBeGreaterThan(48 * 60 * MINUTE);
  });
});

describe('when the clocks change', () => {
  test('a span in the hour that is left out begins after it', () => {
    // On 29 March 2026 two o'clock is three o'clock in Berlin.
    const night = everyDay({ from: '02:30', to: '06:00' });
    const before = Date.UTC(2026, 2, 29, 0, 0);
    expect(nextWithin(before, ZONE, night)).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  test('nine o’clock is nine o’clock on both sides', () => {
    const hours = everyDay({ from: '09:00', to: '20:00' });
    expect(nextWithin(Date.UTC(2026, 2, 28, 22), ZONE, hours)).toBe(Date.UTC(2026, 2, 29, 7));
    expect(nextWithin(Date.UTC(2026, 9, 24, 22), ZONE, hours)).toBe(Date.UTC(2026, 9, 25, 8));
  });

  test('against a slow count of minutes, on any day of two years, in any of these zones', () => {
    const hour = fc.integer({ min: 0, max: 20 });
    const day = fc.array(fc.tuple(hour, fc.integer({ min: 1, max: 3 })), { maxLength: 3 }).map((pairs) => {
      const spans: Span[] = [];
      let last = 0;
      for (const [gap, long] of pairs) {
        const from = last + (gap % 6) + 1;
        if (from + long > 23) break;
        spans.push({ from: `${String(from).padStart(2, '0')}:00`, to: `${String(from + long).padStart(2, '0')}:30` });
        last = from + long;
      }
      return spans.filter(({ to }) => to < '24');
    });
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    /** The same without this code: what the wall clock shows, minute by minute. */
    const wallClocks = new Map<string, Intl.DateTimeFormat>();
    const isIn = (instant: number, name: string, week: WeekHours): boolean => {
      const format =
        wallClocks.get(name) ??
        new Intl.DateTimeFormat('en-GB', {
          timeZone: name,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
      wallClocks.set(name, format);
      const [weekday = '', time = ''] = format.format(instant).split(' ');
      const spans = week[['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(weekday.slice(0, 3))] ?? [];
      return spans.some(({ from, to }) => from <= time && time < to);
    };
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 7, maxLength: 7 }),
        zone,
        fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }),
        (week, name, startMinute) => {
          const since = Date.UTC(2026, 0, 1) + startMinute * MINUTE;
          const hours = ofWeek(week);
          let next: number | null = null;
          for (let m = 0; m < 3 * 24 * 60 && next === null; m++)
            if (isIn(since + m * MINUTE, name, week)) next = since + m * MINUTE;
          const found = nextWithin(since, name, hours);
          if (next !== null) expect(found).toBe(next);
          else expect(found === null || found >= since + 3 * 24 * 60 * MINUTE).toBe(true);
          expect(stretchAt(since, name, hours) !== null).toBe(next === since);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('stretches come in order and do not touch', () => {
    const spans = [
      { from: '00:00', to: '02:00' },
      { from: '09:00', to: '12:00' },
      { from: '12:00', to: '00:00' },
    ];
    let last = 0;
    for (const { from, until } of stretchesFrom(at(24, 5), ZONE, everyDay(...spans))) {
      expect(from).toBeGreaterThan(last);
      expect(until).toBeGreaterThan(from);
      last = until;
    }
  });
});

test('a time zone is known or not', () => {
  expect(isZone('Europe/Lisbon')).toBe(true);
  expect(isZone('Europe/Atlantis')).toBe(false);
});
