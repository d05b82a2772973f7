import { describe, expect, test } from 'vitest';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';

describe('K8: an announcement that leads nowhere is looked after soon', () => {
  test.each(['MT', 'ME', 'TA', 'XY'])('the text lies in SM, and %s is announced', async (announcedAs) => {
    const shop = await deskModem({ quirks: { announcedAs } });
    await shop.start();
    await shop.clock.advance(60_000);
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(5_000);
    expect(shop.incoming().map(({ text }) => text)).toEqual(['Is it ready?']);
    expect(shop.sim.slots.every((slot) => slot === null)).toBe(true);
  });

  test('one after the other, each within seconds', async () => {
    const shop = await deskModem({ quirks: { announcedAs: 'MT' } });
    await shop.start();
    for (let n = 1; n <= 5; n++) {
      shop.network.sendText(CUSTOMER, shop.sim.msisdn, `Question ${n}`);
      await shop.clock.advance(6_000);
      expect(shop.incoming()).toHaveLength(n);
    }
  });

  test('a wrong slot is announced', async () => {
    const shop = await deskModem();
    await shop.start();
    const announce = shop.modem.unsolicited.bind(shop.modem);
    shop.modem.unsolicited = (...lines) => announce(...lines.map((line) => line.replace('"SM",0', '"SM",7')));
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(5_000);
    expect(shop.incoming()).toHaveLength(1);
  });
});
