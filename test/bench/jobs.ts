import { z } from 'zod';
import { join } from 'node:path';
import type { DeskContext } from '../../electron/core/context.ts';
import { DeskEvents } from '../../electron/core/desk-events.ts';
import { DONE, Scheduler, jobKind } from '../../electron/core/jobs/scheduler.ts';
import { openStore } from '../../electron/app/store.ts';
import { silent } from '../support/desk.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFolder } from '../support/headless.ts';
import { percentile, print } from './figures.ts';

const BENCH = jobKind('bench', z.object({ n: z.number() }));
const JOBS = 100_000;
const MEASURED = 2_000;
const HOUR = 3_600_000;

/** What a job costs among a hundred thousand that wait, on a real disk. */
export async function jobsBench(): Promise<void> {
  const folder = temporaryFolder('bench-jobs');
  const store = await openStore(join(folder.path, 'counterline.db'));
  const clock = new FakeClock(0);
  const events = new DeskEvents();
  const unit = <T>(work: () => T): T => events.unit(store, work, false);
  const context = { store, clock, logger: silent, events, unit, wake() {} } as unknown as DeskContext;
  const scheduler = new Scheduler(context);
  let ran = 0;
  scheduler.add(BENCH, {
    run: () => {
      ran += 1;
      return DONE;
    },
  });
  const arm = (n: number, dueAt: number): boolean => scheduler.arm(BENCH, `bench:${n}`, dueAt, n, { n });
  store.transaction(() => {
    for (let n = 0; n < JOBS; n++) arm(n, HOUR + n);
  });
  const each = (work: (n: number) => void): string => {
    const times = Array.from({ length: MEASURED }, (_, i) => {
      const at = performance.now();
      work(i);
      return performance.now() - at;
    });
    return `median ${percentile(times, 0.5).toFixed(2)}, p95 ${percentile(times, 0.95).toFixed(2)} ms`;
  };
  const cost = 'budget: 1 ms';
  print(
    'jobs: arming one among 100,000, in its transaction',
    each((n) => store.transaction(() => arm(JOBS + n, HOUR))),
    cost,
  );
  print(
    'jobs: taking one back',
    each((n) => store.transaction(() => scheduler.cancelAbout(BENCH, JOBS + n))),
    cost,
  );
  print(
    'jobs: when the next one is due',
    each(() => void scheduler.dueAt),
    cost,
  );
  await clock.advance(2 * HOUR);
  const at = performance.now();
  scheduler.onDue();
  print('jobs: running all, each', `${((performance.now() - at) / ran).toFixed(3)} ms`, cost);
  store.close();
  folder.remove();
}
