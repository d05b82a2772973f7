import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen, waitedInOpenHours } from '../../../electron/shared/open-hours.ts';
import { DEFAULT_PREFERENCES, type OpenHours } from '../../../electron/shared/preferences.ts';

const { hours } = DEFAULT_PREFERENCES;
const MINUTE = 60_000;
/** 24 November 2026 is a Tuesday; the shop is open from nine to six, on Saturday to one. */
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

describe('waiting counts while the shop is open', () => {
  test.each([
    ['in the middle of the day', at(24, 10), at(24, 10, 15)],
    ['before it opens', at(24, 7), at(24, 9, 15)],
    ['over closing time', at(24, 17, 50), at(25, 9, 5)],
    ['over the weekend', at(28, 12, 50), at(30, 9, 5)],
    ['on Sunday', at(29, 11), at(30, 9, 15)],
  ])('%s', (_name, since, due) => {
    expect(waitedInOpenHours(since, 15 * MINUTE, hours)).toBe(due);
  });

  test('who never opens warns of nobody', () => {
    expect(
      waitedInOpenHours(
        at(24, 10),
        MINUTE,
        Array.from({ length: 7 }, () => null),
      ),
    ).toBeNull();
  });

  test('against a slow count of minutes, on any day of two years, summer time and all', () => {
    const day = fc.option(
      fc.tuple(fc.integer({ min: 0, max: 21 }), fc.integer({ min: 1, max: 2 })).map(([from, long]) => ({
        from: `${String(from).padStart(2, '0')}:00`,
        to: `${String(from + long).padStart(2, '0')}:30`,
      })),
      { nil: null },
    );
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }),
        fc.integer({ min: 1, max: 240 }),
        (week: OpenHours, startMinute, wait) => {
          const since = new Date(2026, 0, 1).getTime() + startMinute * MINUTE;
          let counted = 0;
          let now = since;
          while (counted < wait && now < since + 13 * 24 * 60 * MINUTE) {
            if (isOpen(now, week)) counted += 1;
            now += MINUTE;
          }
          const due = waitedInOpenHours(since, wait * MINUTE, week);
          if (counted === wait) expect(due).toBe(now);
          else expect(due === null || due > now).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
