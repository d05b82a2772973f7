import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WeekHours } from '../../electron/shared/hours.ts';
import { rowsOf, weekOf, withDay } from '../../renderer/frame/hour-rows.ts';

const TIMES: readonly string[] = ['08:00', '09:00', '12:30', '17:00', '18:00'];
const week: fc.Arbitrary<WeekHours> = fc.array(
  fc
    .option(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 2, max: 4 })), { nil: null })
    .map((span) => (span === null ? [] : [{ from: TIMES[span[0]] ?? '', to: TIMES[span[1]] ?? '' }])),
  { minLength: 7, maxLength: 7 },
);

test('a week is what its rows say, with each day in one row at most', () => {
  fc.assert(
    fc.property(week, (hours) => {
      const rows = rowsOf(hours);
      expect(weekOf(rows)).toEqual(hours);
      const days = rows.flatMap((row) => row.days);
      expect(new Set(days).size).toBe(days.length);
    }),
  );
});

test('a day that is switched on in a row is open at its times alone, and switched off it is closed', () => {
  fc.assert(
    fc.property(week, fc.integer({ min: 0, max: 6 }), (hours, day) => {
      const rows = [...rowsOf(hours), { days: [], from: '10:00', to: '11:00' }];
      const on = withDay(rows, rows.length - 1, day);
      expect(weekOf(on)[day]).toEqual([{ from: '10:00', to: '11:00' }]);
      const others = (all: WeekHours): WeekHours => all.map((spans, i) => (i === day ? [] : spans));
      expect(others(weekOf(on))).toEqual(others(hours));
      expect(weekOf(withDay(on, rows.length - 1, day))[day]).toEqual([]);
    }),
  );
});

test('a day with a break is asked for as one stretch', () => {
  const hours: WeekHours = [
    [],
    [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ],
    [],
    [],
    [],
    [],
    [],
  ];
  expect(rowsOf(hours)).toEqual([{ days: [1], from: '09:00', to: '18:00' }]);
});
