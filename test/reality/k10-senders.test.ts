import { describe, expect, test } from 'vitest';
import { partyOfSender } from '../../electron/features/messaging/senders.ts';
import { encodeDeliver, toPdu } from '../../modem/pdu/tpdu.ts';
import { deskModem } from '../support/desk-line.ts';

describe('K10: a number without a plus is not always national', () => {
  test.each([
    // As the network gives it, the SIM's country, the number it is.
    ['4915112345678', 'DE', '+4915112345678'],
    ['491712223344', 'DE', '+491712223344'],
    ['015112345678', 'DE', '+4915112345678'],
    ['15112345678', 'DE', '+4915112345678'],
    ['004915112345678', 'DE', '+4915112345678'],
    ['33612345678', 'DE', '+33612345678'],
    ['491712223344', 'AT', '+491712223344'],
    ['6641234567', 'AT', '+436641234567'],
    ['436641234567', 'AT', '+436641234567'],
    ['612345678', 'FR', '+33612345678'],
    ['3331234567', 'IT', '+393331234567'],
    ['393331234567', 'IT', '+393331234567'],
    ['7911123456', 'GB', '+447911123456'],
    ['2125550123', 'US', '+12125550123'],
    ['12125550123', 'US', '+12125550123'],
    ['9876543210', 'IN', '+919876543210'],
    ['11987654321', 'BR', '+5511987654321'],
    // The label says international, the digits do not.
    ['+015112345678', 'DE', '+4915112345678'],
    // A landline that texts.
    ['493012345678', 'DE', '+493012345678'],
    ['03012345678', 'DE', '+493012345678'],
  ] as const)('%s on a SIM of %s is %s', (value, country, number) => {
    expect(partyOfSender(value, false, country)).toEqual({ kind: 'phone', value: number });
  });

  test('names and short codes are what they were', () => {
    expect(partyOfSender('MyBank', true, 'DE')).toEqual({ kind: 'name', value: 'MyBank' });
    expect(partyOfSender('1234', true, 'DE')).toEqual({ kind: 'name', value: '1234' });
    expect(partyOfSender('22922', false, 'DE')).toEqual({ kind: 'short-code', value: '22922' });
    expect(partyOfSender('88850100000018', false, 'DE').kind).not.toBe('name');
    expect(partyOfSender('', false, 'DE')).toEqual({ kind: 'name', value: 'Unknown sender' });
  });

  test.each([0x81, 0xa1, 0x91])(
    'type of address %i: the answer goes where the text came from, and STOP is booked there',
    async (typeOfAddress) => {
      const shop = await deskModem({ sim: { imsi: '262011234567890' } });
      await shop.start();
      const value = typeOfAddress === 0x91 ? '+4915112345678' : '4915112345678';
      const say = async (text: string): Promise<void> => {
        const content = { alphabet: 'gsm7', text } as const;
        const originator = { value, typeOfAddress };
        const deliver = encodeDeliver({ originator, content, serviceCentreTimeUtcMs: shop.clock.now() });
        shop.network.deliver(shop.sim.msisdn, toPdu(deliver), 'text');
        await shop.clock.advance(60_000);
      };
      await say('Is it ready?');
      shop.send(shop.incoming()[0]?.number ?? '', 'Yes, it is');
      await shop.clock.advance(60_000);
      expect(shop.texts.map(({ to }) => to)).toEqual(['+4915112345678']);
      await say('STOP');
      expect(shop.store.optOuts.has('+4915112345678')).toBe(true);
    },
  );
});
