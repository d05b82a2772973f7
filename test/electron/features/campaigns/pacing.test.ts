import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreading } from '../../../../electron/features/campaigns/pacing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** From nine to five. */
const office = (at: number): number => {
  const sinceMidnight = at % DAY;
  if (sinceMidnight < 9 * HOUR) return at - sinceMidnight + 9 * HOUR;
  return sinceMidnight < 17 * HOUR ? at : at - sinceMidnight + DAY + 9 * HOUR;
};

test('each is due within the hours, in order, never closer than the step', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 10 * DAY }),
      fc.integer({ min: 0, max: 3 * HOUR }),
      (count, startsAt, stepMs) => {
        const times = Array.from({ length: count }, spreading(startsAt, stepMs, office)) as number[];
        expect(times[0]).toBe(office(startsAt));
        for (const [i, at] of times.entries()) {
          expect(office(at)).toBe(at);
          if (i > 0) expect(at - (times[i - 1] as number)).toBeGreaterThanOrEqual(stepMs);
        }
      },
    ),
  );
});

test('where there are no hours there are no times', () => {
  expect(spreading(0, HOUR, () => null)()).toBeNull();
  const onceOnly = spreading(0, HOUR, (at) => (at === 0 ? 0 : null));
  expect([onceOnly(), onceOnly()]).toEqual([0, null]);
});
