import { expect, test } from 'vitest';
import { Reports } from '../../../../electron/features/reports/reports.ts';
import type { ReportName } from '../../../../electron/shared/report-words.ts';
import { deskLine } from '../../../support/desk-line.ts';

const HOUR = 3_600_000;
const CUSTOMER = '+491712223344';

/** On 9 November at noon: the bundle of three parts begins anew on the 11th. */
async function shopWithBundle() {
  const shop = await deskLine({ settings: { bundleParts: 3, bundleDay: 11, partPrice: 0.5 } });
  shop.clock.sleep(Date.UTC(2026, 10, 9, 12) - shop.clock.now());
  await shop.start();
  const read = (name: ReportName, from: string, to: string) => {
    const view = new Reports(shop.context).read({ name, from, to });
    if (!view.ok) throw new Error(view.error.code);
    return view.value;
  };
  const values = (name: ReportName, chart: string, from: string, to: string) => {
    const found = read(name, from, to).charts.find(({ key }) => key === chart);
    return Object.fromEntries((found?.series ?? []).map(({ key, values: each }) => [key, each]));
  };
  return { ...shop, read, values };
}

test('the bundle is used up day by day, begins anew on its day, and what was used before the first day counts', async () => {
  const { send, clock, values } = await shopWithBundle();
  // Two a day: on the 9th, 10th, 11th and 12th.
  for (let day = 0; day < 4; day++) {
    for (let n = 0; n < 2; n++) send(CUSTOMER, `Text ${day}.${n}`);
    await clock.advance(24 * HOUR);
  }
  expect(values('costs', 'parts-by-time', '2026-11-09', '2026-11-12')).toEqual({
    'in-bundle': [2, 1, 2, 1],
    beyond: [0, 1, 0, 1],
  });
  expect(values('costs', 'cost-by-time', '2026-11-10', '2026-11-10')).toEqual({ cost: [0.5] });
});

test('behind what failed stand the texts that were refused and those that were over before they could leave', async () => {
  const { send, clock, wake, state, read, context } = await shopWithBundle();
  const over = send(CUSTOMER, 'Until one', { notBefore: clock.now() + 2 * HOUR, expiresAt: clock.now() + HOUR });
  await clock.advance(3 * HOUR);
  await wake();
  expect(state(over)).toBe('expired');
  expect(read('delivery', '2026-11-09', '2026-11-09').figures.find(({ key }) => key === 'failed')?.value).toBe(1);
  const day = { name: 'delivery', from: '2026-11-09', to: '2026-11-09' } as const;
  const behind = new Reports(context).behind(day, { figure: 'failed' });
  expect(behind.ok && behind.value.items.map(({ text }) => text)).toEqual(['Until one']);
});
