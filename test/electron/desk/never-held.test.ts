import { describe, expect, test } from 'vitest';
import { readSheetHere, readSheetInThread } from '../../../electron/files/sheet-reader.ts';
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
      const { heldMs } = await held(() => readSheetInThread(text));
      expect(heldMs).toBeLessThan(MOST_HELD_MS);
    }
    const sheet = await readSheetInThread(customersTable(1_200));
    expect(sheet).toEqual(await readSheetHere(customersTable(1_200)));
    expect(await readSheetInThread('')).toBeNull();
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
