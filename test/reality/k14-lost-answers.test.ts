import { describe, expect, test } from 'vitest';
import { deskModem } from '../support/desk-line.ts';

const [CUSTOMER, OTHER] = ['+491712223344', '+491604412907'];

async function started(reportDelayMs: number | null) {
  const shop = await deskModem({ network: { reportDelayMs } });
  await shop.start();
  await shop.clock.advance(10_000);
  return shop;
}

function loses(shop: Awaited<ReturnType<typeof started>>, times = 1): void {
  shop.modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times });
}

describe('K14: a lost answer does not make the line deaf and dumb', () => {
  test('the report settles the text at once, and the next one leaves', async () => {
    const shop = await started(500);
    loses(shop);
    const [first, second] = [shop.send(CUSTOMER, 'One'), shop.send(OTHER, 'Two')];
    await shop.clock.advance(4_000);
    expect([shop.state(first), shop.state(second)]).toEqual(['delivered', 'delivered']);
    expect(shop.texts.map(({ text }) => text)).toEqual(['One', 'Two']);
  });

  test.each([1_000, 6_000, 12_000, 30_000])(
    'a text that comes in %i ms later is in the inbox within 10 s',
    async (delayMs) => {
      const shop = await started(null);
      loses(shop);
      const message = shop.send(CUSTOMER, 'One');
      await shop.clock.advance(delayMs);
      shop.network.sendText(OTHER, shop.sim.msisdn, 'Is it ready?');
      await shop.clock.advance(10_000);
      expect(shop.incoming()).toHaveLength(1);
      expect(shop.state(message)).toBe('sending');
      await shop.clock.advance(60_000);
      expect(shop.state(message)).toBe('uncertain');
      expect(shop.line().state.name).toBe('ready');
    },
  );

  test('without a report the next text leaves within 60 s; nothing is doubled', async () => {
    const shop = await started(null);
    loses(shop);
    const first = shop.send(CUSTOMER, 'One');
    shop.send(OTHER, 'Two');
    await shop.clock.advance(60_000);
    expect(shop.texts.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(shop.state(first)).toBe('uncertain');
    await shop.clock.advance(3_600_000);
    expect(shop.texts).toHaveLength(2);
    expect(shop.line().state.name).toBe('ready');
  });

  test('a report that comes after the text was given up settles it', async () => {
    const shop = await started(100_000);
    loses(shop);
    const message = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(90_000);
    expect(shop.state(message)).toBe('uncertain');
    await shop.clock.advance(20_000);
    expect(shop.state(message)).toBe('delivered');
  });

  test.each([20_000, 46_000, 75_000, 135_000])('an answer after %i ms is booked on its text', async (latencyMs) => {
    const shop = await started(null);
    shop.network.latencyMs = latencyMs;
    const first = shop.send(CUSTOMER, 'One');
    await shop.clock.advance(100);
    shop.network.sendText(OTHER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(latencyMs + 20_000);
    expect(shop.state(first)).toBe('sent');
    expect(shop.store.parts.details(1)).toMatchObject([{ state: 'sent', reference: 0 }]);
    expect(shop.incoming()).toHaveLength(1);
    expect(shop.texts).toHaveLength(1);
    expect(shop.line().state.name).toBe('ready');
  });

  test('a line whose answers take long is given longer', async () => {
    const shop = await started(null);
    shop.network.latencyMs = 30_000;
    for (let n = 0; n < 5; n++) {
      shop.send(CUSTOMER, `Text ${n}`);
      await shop.clock.advance(31_000);
    }
    shop.network.latencyMs = 100_000;
    const message = shop.send(CUSTOMER, 'Slow');
    await shop.clock.advance(90_000);
    expect(shop.state(message)).toBe('sending');
    await shop.clock.advance(20_000);
    expect(shop.state(message)).toBe('sent');
  });

  test('a refusal that comes late is not taken for the next text’s', async () => {
    const shop = await started(null);
    loses(shop);
    const first = shop.send(CUSTOMER, 'One');
    const second = shop.send(OTHER, 'Two');
    await shop.clock.advance(50_000);
    expect([shop.state(first), shop.state(second)]).toEqual(['uncertain', 'sent']);
  });

  test('lost in the middle of a long text: its other parts go out, the report tells', async () => {
    const shop = await started(500);
    const long = 'Your bicycle is ready. '.repeat(20).trim();
    shop.modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    const message = shop.send(CUSTOMER, long);
    await shop.clock.advance(20_000);
    expect(shop.state(message)).toBe('delivered');
    expect(shop.texts.map(({ text }) => text)).toEqual([long]);
  });

  test('a modem that says nothing at all any more is still started anew', async () => {
    const shop = await started(null);
    shop.send(CUSTOMER, 'One');
    shop.network.latencyMs = 60_000;
    shop.modem.hung = 'until-reset';
    await shop.clock.advance(5 * 60_000);
    expect(shop.line().state.name).toBe('ready');
    expect(shop.texts.length).toBeLessThanOrEqual(1);
  });
});
