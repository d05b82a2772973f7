import { describe, expect, test } from 'vitest';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';
const UNKNOWN = [
  '+CMS ERROR: 332',
  '+CMS ERROR: 500',
  '+CMS ERROR: 0',
  '+CMS ERROR: 300',
  '+CMS ERROR: 320',
  '+CMS ERROR: 322',
  '+CMS ERROR: 340',
  '+CMS ERROR: 197',
  '+CMS ERROR: 512',
  '+CMS ERROR: 513',
  '+CMS ERROR: 515',
  '+CMS ERROR: 1024',
  '+CMS ERROR: network timeout',
  '+CMS ERROR:',
  '+CME ERROR: 31',
  '+CME ERROR: 100',
  '+CME ERROR: unknown',
  'ERROR',
  'NO CARRIER',
  'MODEM ERROR',
];

describe('K3: an error after the PDU was handed over is not “not sent”', () => {
  test.each(UNKNOWN)(
    'the network takes the text, the modem answers %s: one copy, uncertain, settled by its report',
    async (text) => {
      const shop = await deskModem({ network: { reportDelayMs: 40_000 } });
      await shop.start();
      shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text, times: 10 });
      const message = shop.send(CUSTOMER, 'Your bicycle is ready');
      await shop.clock.advance(10_000);
      expect(shop.state(message)).toBe('uncertain');
      await shop.clock.advance(60_000);
      expect(shop.state(message)).toBe('delivered');
      await shop.clock.advance(3 * 3_600_000);
      expect(shop.texts).toHaveLength(1);
    },
  );

  test('no report ever comes: it stays uncertain, for a person to decide', async () => {
    const shop = await deskModem({ network: { reportDelayMs: null } });
    await shop.start();
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMS ERROR: 332', times: 10 });
    const message = shop.send(CUSTOMER, 'Your bicycle is ready');
    await shop.clock.advance(24 * 3_600_000);
    expect(shop.state(message)).toBe('uncertain');
    expect(shop.texts).toHaveLength(1);
  });

  test('the report comes before the error: settled at once', async () => {
    const shop = await deskModem({ network: { reportDelayMs: 0 } });
    await shop.start();
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMS ERROR: 500', times: 1 });
    const message = shop.send(CUSTOMER, 'Your bicycle is ready');
    await shop.clock.advance(1_000);
    expect(shop.state(message)).toBe('delivered');
  });

  test.each(['+CMS ERROR: 332', '+CMS ERROR: 500', 'ERROR'])(
    '%s in place of the prompt: the modem never had it',
    async (text) => {
      const shop = await deskModem();
      await shop.start();
      shop.modem.faults.push({ match: /^AT\+CMGS/, effect: 'reply', text, times: 1 });
      const message = shop.send(CUSTOMER, 'Your bicycle is ready');
      await shop.clock.advance(1_000);
      expect(shop.state(message)).toBe('scheduled');
      await shop.clock.advance(60_000);
      expect(shop.state(message)).toBe('delivered');
      expect(shop.texts).toHaveLength(1);
    },
  );

  test.each(['+CMS ERROR: 38', '+CMS ERROR: 331', '+CMS ERROR: 42'])(
    '%s proves a refusal: sent again later, once',
    async (text) => {
      const shop = await deskModem();
      await shop.start();
      shop.modem.faults.push({ match: /^PDU$/, effect: 'reply', text, times: 1 });
      const message = shop.send(CUSTOMER, 'Your bicycle is ready');
      await shop.clock.advance(60_000);
      expect(shop.state(message)).toBe('delivered');
      expect(shop.texts).toHaveLength(1);
    },
  );
});
