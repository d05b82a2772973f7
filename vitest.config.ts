import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that nothing long is left over when everything else is done. */
const LONGEST_FIRST = [
  'disappearing',
  'restore',
  'month',
  'messaging/reports.test',
  'k14-thousand',
  'crash',
  'inbox.real',
  'start.real',
  'window.real',
  'calendar.real',
  'both-ways',
  'clients',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST_FIRST.findIndex((name) => moduleId.includes(name));
      return at < 0 ? LONGEST_FIRST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** A walk waits for the window more than it works: three of them keep two cores busy. */
const [UNIT_WORKERS, REAL_WORKERS] = [2, 3];

/**
 * `unit` runs anywhere, with no build and no program but Node; `real` needs the built program and programs of the machine.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // The window's state is written in runes, which its compiler turns into code.
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.real.test.ts'],
          maxWorkers: UNIT_WORKERS,
          // A worker loads each module once for all files: a quarter of the time. What a file changes of them it puts back.
          isolate: false,
          // Days of a turned clock take their time on a busy machine; none of them waits for a stopwatch.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'real',
          include: ['test/**/*.real.test.ts'],
          globalSetup: ['test/support/real-setup.ts'],
          maxWorkers: REAL_WORKERS,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // The window is asked until it is so; how soon that is is the machine's matter.
          expect: { poll: { timeout: 60_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
