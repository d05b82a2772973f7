import { describe, expect, test } from 'vitest';
import type { Quirks } from '../../modem/simulator/quirks.ts';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';

const SIGNS: readonly (readonly [name: string, lines: readonly string[]])[] = [
  ['nothing', []],
  ['^BOOT', ['^BOOT:27710117,0,0,0,72']],
  ['RDY', ['RDY']],
  ['+CPIN: READY and more', ['+CPIN: READY', 'Call Ready', 'SMS Ready']],
  ['^SYSSTART', ['^SYSSTART']],
];

async function started(quirks: Partial<Quirks>) {
  const shop = await deskModem({ quirks });
  await shop.start();
  await shop.clock.advance(10_000);
  return shop;
}

/** No text ever reached anybody as digits, and the one that was sent arrived once. */
async function arrives(shop: Awaited<ReturnType<typeof started>>, message: ReturnType<typeof shop.send>) {
  await shop.clock.advance(90_000);
  expect(shop.texts).toEqual([{ from: shop.sim.msisdn, to: CUSTOMER, text: 'Your bicycle is ready' }]);
  expect(shop.state(message)).toBe('delivered');
}

describe.each([true, false])('K6: a restart need not say so (echo after it: %s)', (echoFirst) => {
  test.each(SIGNS)('it says %s, and a text is sent a moment later', async (_name, bootLines) => {
    const shop = await started({ bootLines, echoFirst });
    shop.modem.reboot();
    await shop.clock.advance(1_500);
    await arrives(shop, shop.send(CUSTOMER, 'Your bicycle is ready'));
    // It is told everything again: what comes in is announced.
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Thank you!');
    await shop.clock.advance(2_000);
    expect(shop.incoming()).toHaveLength(1);
  });

  test.each(SIGNS)(
    'it says %s while a text waits for its answer: uncertain, never again by itself',
    async (_name, bootLines) => {
      const shop = await started({ bootLines, echoFirst });
      shop.network.latencyMs = 5_000;
      const message = shop.send(CUSTOMER, 'Your bicycle is ready');
      await shop.clock.advance(1_000);
      shop.modem.reboot();
      await shop.clock.advance(3 * 60_000);
      expect(shop.texts.length).toBeLessThanOrEqual(1);
      expect(['uncertain', 'delivered']).toContain(shop.state(message));
      expect(shop.line().state.name).toBe('ready');
    },
  );
});

test('K6: with an echo nothing is written even at once', async () => {
  const shop = await started({ bootLines: [] });
  shop.send(CUSTOMER, 'One');
  await shop.clock.advance(100);
  shop.modem.reboot();
  const message = shop.send(CUSTOMER, 'Your bicycle is ready');
  await shop.clock.advance(90_000);
  expect(shop.texts.map(({ text }) => text)).toEqual(['One', 'Your bicycle is ready']);
  expect(shop.state(message)).toBe('delivered');
});
