import { describe, expect, test } from 'vitest';
import { toLine } from '../../electron/features/lines/routes.ts';
import type { Quirks } from '../../modem/simulator/quirks.ts';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';

/** Becomes ready, sends with a report, and receives. */
async function worksWith(quirks: Partial<Quirks>) {
  const shop = await deskModem({ quirks });
  await shop.start();
  await shop.clock.advance(30_000);
  expect(shop.line().state.name).toBe('ready');
  const message = shop.send(CUSTOMER, 'Your bicycle is ready');
  await shop.clock.advance(10_000);
  expect(shop.texts.map(({ text }) => text)).toEqual(['Your bicycle is ready']);
  shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Thank you!');
  await shop.clock.advance(10_000);
  expect(shop.incoming().map(({ text }) => text)).toEqual(['Thank you!']);
  return { ...shop, sent: shop.state(message) };
}

describe('K4: the standard allows several forms', () => {
  test.each(['three', 'any'] as const)('AT+CPMS takes %s memories', async (storage) => {
    expect((await worksWith({ storage })).sent).toBe('delivered');
  });

  test('AT+CPMS insists on three, and there are two memories', async () => {
    const { line } = await worksWith({ storage: 'three', phoneSlots: 40 });
    expect(line().facts?.storage).toMatchObject({ readable: ['SM', 'ME'], preferred: 'ME', total: 40 });
  });

  test('AT+CPMS insists on three, and new texts go to one only', async () => {
    const { line, sent, modem } = await worksWith({
      storage: 'three',
      phoneSlots: 40,
      memories: ['SM', 'ME'],
      receivingMemories: ['SM'],
    });
    // What lies in the other one is read all the same.
    expect(line().facts?.storage).toMatchObject({ readable: ['SM', 'ME'], preferred: 'SM', missing: [] });
    expect(modem.settings.memories).toEqual(['SM', 'SM', 'SM']);
    expect(sent).toBe('delivered');
  });

  test('only what AT+CNMI=? lists is taken, and that is odd', async () => {
    const { line, modem, sent } = await worksWith({
      cnmiOffer: '+CNMI: (0-3),(0,1),(0,2,3),(0,2),(1)',
      acceptedCnmi: ['0', '1', '2', '3'].flatMap((mode) => [`${mode},1,0,2,1`, `${mode},1,0,0,1`, `${mode},0,0,0,1`]),
    });
    expect(modem.settings.notifications).toEqual([2, 1, 0, 2, 1]);
    expect(line().facts?.notifications).toMatchObject({ texts: 'stored', reports: 'stored' });
    expect(sent).toBe('delivered');
  });

  test.each([['MT'], ['MT', 'SR']])('the only memory on offer is %s', async (...memories) => {
    const { line } = await worksWith({ memories });
    expect(line().facts?.storage.preferred).toBe('MT');
  });

  test.each(['numbers', 'none'] as const)('another program left results as %s', async (results) => {
    expect((await worksWith({ results })).sent).toBe('delivered');
  });

  test('a bare AT is answered with ERROR', async () => {
    expect((await worksWith({ refusesBareAt: true })).sent).toBe('delivered');
  });

  test('no storage at all: texts are handed over directly, and it is said what is missing', async () => {
    const { line, desk, sent } = await worksWith({ storage: 'none' });
    expect(line().facts?.storage.preferred).toBeNull();
    expect(line().facts?.notifications.texts).toBe('direct');
    expect(sent).toBe('delivered');
    const page = desk.lines.pages.page('line_1');
    expect(page.ok && toLine(page.value.line)).toMatchObject({ state: 'ready', warning: 'no-storage' });
  });

  test('a modem that takes texts as words only cannot be used, and says so', async () => {
    const shop = await deskModem({ quirks: { textModeOnly: true } });
    await shop.start();
    await shop.clock.advance(30_000);
    expect(shop.desk.state.lines).toMatchObject([{ state: 'attention', reason: { code: 'text-mode-only' } }]);
    expect(shop.desk.state.lines[0]?.reason?.sentence).toBe('This modem only supports text mode, so it can’t be used.');
  });
});
