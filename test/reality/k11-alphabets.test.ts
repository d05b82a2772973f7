import { describe, expect, test } from 'vitest';
import { addressOf } from '../../modem/pdu/address.ts';
import { encodeDeliver, toPdu } from '../../modem/pdu/tpdu.ts';
import { textToUcs2 } from '../../modem/pdu/ucs2.ts';
import { concatenationElement } from '../../modem/pdu/user-data-header.ts';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';
const LONG = 'Здравствуйте, мой велосипед готов? 🚲 Могу ли я прийти в пять часов вечера, если это вам удобно?';

describe('K11: the label alone does not name the alphabet', () => {
  test.each([133, 134, 101, 67])('a character cut between two parts, the first with %i octets', async (cut) => {
    const shop = await deskModem();
    await shop.start();
    const octets = textToUcs2(LONG);
    [octets.subarray(0, cut), octets.subarray(cut)].forEach((data, i) => {
      // Written as data of the alphabet's octets: no text has half a character.
      const elements = [concatenationElement({ reference: 5, referenceBits: 8, total: 2, sequence: i + 1 })];
      const deliver = encodeDeliver({
        originator: addressOf(CUSTOMER),
        content: { alphabet: '8bit', data, elements },
        serviceCentreTimeUtcMs: shop.clock.now(),
        dcs: 0x08,
      });
      shop.network.deliver(shop.sim.msisdn, toPdu(deliver), 'text');
    });
    await shop.clock.advance(5_000);
    expect(shop.incoming()).toMatchObject([{ text: LONG, reason: null }]);
  });
});
