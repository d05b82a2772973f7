import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { REPORT_NAMES } from '../../electron/shared/report-words.ts';
import type { ReportPlace } from '../../electron/shared/reports.ts';
import { QUARTER_MS } from '../../electron/features/reports/repository.ts';
import { testDesk } from '../support/desk.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFolder } from '../support/headless.ts';
import { seed } from '../support/seed.ts';
import { percentile, print } from './figures.ts';

const SIZE = { conversations: 50_000, messages: 1_000_000, days: 365 };
const RUNS = 15;
const BUDGET = 'budget: 300 ms';

/** A year of a million texts, read as reports. */
export async function reportsBench(): Promise<void> {
  const folder = temporaryFolder('bench-reports');
  const clock = new FakeClock(Date.now());
  await seed(join(folder.path, 'counterline.db'), SIZE, clock.now());
  const shop = await testDesk({ folder, clock });
  const { desk, store } = shop;
  // A line that was looked after all the time.
  const last = Math.floor(clock.now() / QUARTER_MS);
  store.transaction(() => {
    for (let quarter = last - SIZE.days * 96; quarter < last; quarter++)
      store.reports.addUptime(1, quarter, QUARTER_MS, quarter % 50 === 0 ? 0 : QUARTER_MS);
  });
  const to = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO('UTC').toPlainDate();
  const range = { from: to.subtract({ days: SIZE.days - 1 }).toString(), to: to.toString() };
  for (const name of REPORT_NAMES) {
    const times: number[] = [];
    let figures: readonly { key: string; value: number | null }[] = [];
    for (let i = 0; i < RUNS; i++) {
      const from = performance.now();
      const view = desk.reports.read({ name, ...range });
      times.push(performance.now() - from);
      if (!view.ok) throw new Error(view.error.message);
      ({ figures } = view.value);
    }
    const told = figures
      .slice(0, 2)
      .map(({ key, value }) => `${key} ${value}`)
      .join(', ');
    const took = `median ${percentile(times, 0.5).toFixed(0)}, p95 ${percentile(times, 0.95).toFixed(0)} ms`;
    print(`report of a year: ${name}`, took, `${BUDGET} (${told})`);
  }
  const places: readonly (readonly [(typeof REPORT_NAMES)[number], ReportPlace])[] = [
    ['volume', { figure: 'received' }],
    ['volume', { chart: 'texts-by-hour', series: '1', category: '3' }],
    ['answers', { figure: 'first-answer-p90' }],
    ['delivery', { figure: 'delivered' }],
    ['delivery', { figure: 'failed' }],
  ];
  for (const [name, place] of places) {
    const from = performance.now();
    const behind = desk.reports.behind({ name, ...range }, place);
    const took = `${(performance.now() - from).toFixed(0)} ms`;
    print(`what is behind it: ${JSON.stringify(place)}`, took, `${behind.ok ? behind.value.items.length : 0} listed`);
  }
  await shop.close();
}
