import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crashAt, dryRun, kindsOf, Warm, type Verdict } from '../support/crash/run.ts';
import type { Reports } from '../support/crash/scenario.ts';

/** Seeded: a point that fails fails again. */
const SEED = 20_261_123;
const RANDOM_POINTS = 24;

/**
 * The process is killed (SIGKILL) while it sends and receives, started again, and its books are compared with the
 * network's. Once at every kind of step - each write to disk, each command, each answer, before and after - and at random
 * points; `npm run test:long -- crash` goes through all of them.
 */
describe('a desk that is killed loses nothing and doubles nothing', () => {
  let warm: Warm;
  const counted = { killed: 0, lost: 0, doubled: 0, uncertain: 0 };
  beforeAll(async () => {
    warm = await Warm.of(2);
  });
  afterAll(async () => {
    await warm.close();
    process.stdout.write(`crash table: ${JSON.stringify(counted)}\n`);
  });

  async function judge(points: readonly number[], reports: Reports): Promise<void> {
    const left = [...points];
    const verdicts: (Verdict & { point: number })[] = [];
    const lane = async (): Promise<void> => {
      for (let point = left.shift(); point !== undefined; point = left.shift()) {
        verdicts.push({ point, ...(await crashAt(point, { warm, reports })) });
      }
    };
    await Promise.all([lane(), lane()]);
    for (const { died, lost, doubled, uncertain } of verdicts) {
      counted.killed += died ? 1 : 0;
      counted.lost += lost;
      counted.doubled += doubled;
      counted.uncertain += uncertain;
    }
    expect(
      verdicts.filter(({ lost, doubled, needlesslyUncertain }) => lost + doubled + needlesslyUncertain > 0),
    ).toEqual([]);
    // One death interrupts one text at most.
    expect(Math.max(...verdicts.map(({ uncertain }) => uncertain))).toBeLessThanOrEqual(1);
  }

  test.each(['none', 'at-once', 'late'] as const)('without dying, reports %s', async (reports) => {
    const verdict = await crashAt(null, { warm, reports });
    expect(verdict).toMatchObject({ died: false, lost: 0, doubled: 0, uncertain: 0 });
  });

  // A process for each of some hundred deaths: a slow machine may take its time.
  test('at every kind of step', { timeout: 900_000 }, async () => {
    const steps = await dryRun(warm, 'at-once');
    const kinds = kindsOf(steps);
    expect(kinds.length).toBeGreaterThan(120);
    await judge(kinds, 'late');
    expect(counted.killed).toBeGreaterThan(100);
  });

  test.each(['none', 'late'] as const)('at random points, reports %s', async (reports) => {
    let state = SEED;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    await judge(
      Array.from({ length: RANDOM_POINTS }, () => 1 + Math.floor(random() * 450)),
      reports,
    );
  });
});
