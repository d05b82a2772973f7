import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

/** `npm run simulate` does this for thousands of days. */
test.each([1, 2, 3, 4])(
  'two days of a shop to whose line, network and disk everything happens (seed %i): nothing lost, doubled or invisible',
  async (seed) => {
    const { lost, doubled, invisible, wrong, received, misfortunes } = await simulate({ seed, days: 2 });
    expect({ lost, doubled, invisible, wrong }).toEqual({ lost: [], doubled: [], invisible: [], wrong: [] });
    expect(received).toBeGreaterThan(20);
    expect(Object.keys(misfortunes).length).toBeGreaterThan(5);
  },
  60_000,
);

test('the same seed has the same days', async () => {
  expect(await simulate({ seed: 7, days: 1 })).toEqual(await simulate({ seed: 7, days: 1 }));
});
