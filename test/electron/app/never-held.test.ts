import { describe, expect, test } from 'vitest';
import { parseHere, parseInThread } from '../../../electron/files/parser.ts';
import { held, MOST_HELD_MS } from '../../support/held.ts';
import { customersTable, largeRequests } from '../../support/large-requests.ts';
import { stockedShop } from '../../support/stocked-shop.ts';

describe('nobody who writes meanwhile waits for', () => {
  test('security 8, security 14: imports, batches, group texts, files and reports as large as they may be', async () => {
    const all = await largeRequests(3_000);
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ heldMs }) => heldMs > MOST_HELD_MS)).toEqual([]);
  }, 120_000);

  test('20,000 customers in a file, or a quote that is never closed', async () => {
    for (const text of [customersTable(20_000), `"${'x'.repeat(10_000_000)}`]) {
      const { heldMs } = await held(() => parseInThread('sheet', text));
      expect(heldMs).toBeLessThan(MOST_HELD_MS);
    }
    for (const reading of ['orders', 'appointments'] as const) {
      const table = `order number,date,time,name\n${'7,2026-12-01,10:00,Ana\n'.repeat(1_200)}`;
      expect(await parseInThread(reading, table, null)).toEqual(await parseHere(reading, table, null));
    }
    const sheet = await parseInThread('sheet', customersTable(1_200));
    expect(sheet).toEqual(await parseHere('sheet', customersTable(1_200)));
    expect(await parseInThread('sheet', '')).toBeNull();
  }, 60_000);

  test('tables of many columns', async () => {
    const shop = await stockedShop({ parse: parseInThread });
    const more = Array.from({ length: 490 }, (_, i) => `more ${i}`).join(',');
    const rows = Array.from({ length: 1_900 }, (_, i) => `${i},2026-12-0${(i % 9) + 1},10:00,Ana${',x'.repeat(490)}`);
    const table = `order number,date,time,name,${more}\n${rows.join('\n')}`;
    for (const [method, input] of [
      ['orders.import', { table, tell: false, dryRun: true }],
      ['appointments.import', { kind: 'table', text: table, serviceId: 'service_1', resourceId: null, dryRun: true }],
    ] as const) {
      const { value, heldMs } = await held(() => shop.ask(method, input));
      expect(value).toMatchObject({ ok: true });
      expect(heldMs).toBeLessThan(MOST_HELD_MS);
    }
    shop.store.close();
  }, 60_000);

  test('a table that goes on for ever', async () => {
    const shop = await stockedShop();
    const table = `order;name\n${'1;Ana\n'.repeat(800_000)}`;
    const { value, heldMs } = await held(() => shop.ask('orders.import', { table, tell: false, dryRun: true }));
    expect(value).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(heldMs).toBeLessThan(MOST_HELD_MS);
    shop.store.close();
  });
});
