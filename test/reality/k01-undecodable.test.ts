import { describe, expect, test } from 'vitest';
import { addressOf } from '../../modem/pdu/address.ts';
import { encodeDeliver, toPdu } from '../../modem/pdu/tpdu.ts';
import type { UserDataContent } from '../../modem/pdu/user-data.ts';
import { deskModem } from '../support/desk-line.ts';
import { inView } from '../support/in-view.ts';

const CUSTOMER = '+491712223344';

async function started() {
  const all = await deskModem();
  await all.start();
  return all;
}

type Shop = Awaited<ReturnType<typeof started>>;

/** A customer's PDU without the service centre, as octets in hexadecimal. */
function pduOf(shop: Shop, content: UserDataContent, dcs?: number): string {
  return toPdu(
    encodeDeliver({
      originator: addressOf(CUSTOMER),
      content,
      serviceCentreTimeUtcMs: shop.clock.now(),
      ...(dcs === undefined ? {} : { dcs }),
    }),
  );
}

async function arrives(shop: Shop, pdu: string) {
  shop.network.deliver(shop.sim.msisdn, pdu, 'text');
  await shop.clock.advance(5_000);
  return shop.incoming().map(({ number, text, reason }) => ({ number, text, reason }));
}

/** Nothing lies on the SIM any more, and somebody is asked to look. */
function isSettled({ sim, store }: Shop): boolean {
  const [conversation] = store.conversationLists.page(inView('open'), null, 10);
  return sim.slots.every((slot) => slot === null) && conversation?.unread === 1;
}

describe('K1: what cannot be decoded does not vanish', () => {
  test('user data one octet shorter than their length says are shown as far as they go, marked as damaged', async () => {
    const shop = await started();
    const whole = pduOf(shop, { alphabet: 'gsm7', text: 'Can I come at half past?' });
    expect(Number.parseInt(whole.slice(-44, -42), 16)).toBe(24);
    expect(await arrives(shop, whole.slice(0, -2))).toEqual([
      { number: CUSTOMER, text: 'Can I come at half pas', reason: 'damaged' },
    ]);
    expect(isSettled(shop)).toBe(true);
  });

  test.each([
    ['octets', { alphabet: 'ucs2', text: 'Grüße aus Köln ж' } as const, 4, 'Grüße aus Köln'],
    ['all but the length', { alphabet: 'gsm7', text: 'Hello' } as const, 10, ''],
  ])('cut off by %s', async (_name, content, digits, text) => {
    const shop = await started();
    const [received] = await arrives(shop, pduOf(shop, content).slice(0, -digits));
    expect(received?.text.trim()).toBe(text);
    expect(received?.reason).toBe(text === '' ? 'unreadable' : 'damaged');
    expect(isSettled(shop)).toBe(true);
  });

  test('a header longer than the user data is no header: the words are shown', async () => {
    const shop = await started();
    // "I" is 9 octets more than there are.
    const pdu = pduOf(shop, { alphabet: '8bit', data: Uint8Array.of(9, 0x4a, 0x61, 0x21) });
    const flagged = `${pdu.slice(0, 2)}44${pdu.slice(4)}`;
    const [received] = await arrives(shop, flagged);
    expect(received).toMatchObject({ number: CUSTOMER, reason: 'damaged' });
    expect(received?.text.trim()).toBe('Ja!');
    expect(isSettled(shop)).toBe(true);
  });

  test('UCS-2 with half a character at its end is shown as far as it goes, marked as damaged', async () => {
    const shop = await started();
    const pdu = pduOf(shop, { alphabet: 'ucs2', text: 'готов?' });
    const half = `${pdu.slice(0, -26)}0B${pdu.slice(-24, -2)}`;
    const [received] = await arrives(shop, half);
    expect(received).toMatchObject({ number: CUSTOMER, text: 'готов', reason: 'damaged' });
    expect(isSettled(shop)).toBe(true);
  });

  test.each([
    ['hardly more than the sender', (pdu: string) => pdu.slice(0, 22), CUSTOMER],
    ['in the middle of the sender', (pdu: string) => pdu.slice(0, 12), 'Unknown sender'],
    ['an odd digit at its end', (pdu: string) => `${pdu}7`, CUSTOMER],
    ['nothing of a text', () => 'FFFF', 'Unknown sender'],
    ['a type that no text has', (pdu: string) => `${pdu.slice(0, 2)}01${pdu.slice(4)}`, 'Unknown sender'],
  ])(
    'what is left of a text is %s: an unreadable message, with the raw octets in its details',
    async (_n, cut, from) => {
      const shop = await started();
      const pdu = cut(pduOf(shop, { alphabet: 'gsm7', text: 'Hello there' }));
      // The modem counts what it has.
      shop.sim.slots[0] = { status: 0, pdu };
      shop.modem.unsolicited('+CMTI: "SM",0');
      await shop.clock.advance(5_000);
      expect(shop.incoming()).toMatchObject([{ number: from, text: '', reason: 'unreadable' }]);
      expect(isSettled(shop)).toBe(true);
      const details = shop.desk.messages.details('message_1');
      expect(details.ok && details.value.pdus).toEqual([pdu]);
    },
  );

  test('a delivery report that is cut off is nobody’s message', async () => {
    const shop = await started();
    shop.network.deliver(shop.sim.msisdn, '00060A0B917121223344F362', 'report');
    await shop.clock.advance(5_000);
    expect(shop.incoming()).toEqual([]);
  });

  test.each([0x04, 0xf4])('8-bit octets with DCS %i that are printable and go to no port are words', async (dcs) => {
    const shop = await started();
    shop.send(CUSTOMER, 'You are welcome');
    await shop.clock.advance(5_000);
    const data = Uint8Array.from(Buffer.from('Größe 42, bitte', 'latin1'));
    expect(await arrives(shop, pduOf(shop, { alphabet: '8bit', data }, dcs))).toEqual([
      { number: CUSTOMER, text: 'Größe 42, bitte', reason: null },
    ]);
  });

  test('STOP in 8-bit octets is a STOP', async () => {
    const shop = await started();
    await arrives(shop, pduOf(shop, { alphabet: '8bit', data: Uint8Array.from(Buffer.from('STOP')) }));
    expect(shop.store.optOuts.has(CUSTOMER)).toBe(true);
  });

  test('8-bit octets to a port stay data', async () => {
    const shop = await started();
    const content: UserDataContent = {
      alphabet: '8bit',
      data: Uint8Array.from(Buffer.from('Hello')),
      elements: [{ id: 0x05, data: Uint8Array.of(0x15, 0x7c, 0, 0) }],
    };
    expect(await arrives(shop, pduOf(shop, content))).toMatchObject([{ text: '', reason: 'data-message' }]);
  });

  test('handed over damaged, twice the same: it was damaged before this modem, and is shown', async () => {
    const shop = await deskModem({ quirks: { acceptedCnmi: ['2,2,0,1,0'] } });
    await shop.start();
    const pdu = pduOf(shop, { alphabet: 'gsm7', text: 'Hello there' });
    for (let n = 0; n < 2; n++) {
      shop.modem.unsolicited(`+CMT: ,${pdu.length / 2 - 1}`, pdu.slice(0, -2));
      await shop.clock.advance(1_000);
    }
    expect(shop.incoming()).toMatchObject([{ number: CUSTOMER, text: 'Hello ther', reason: 'damaged' }]);
  });
});

describe('a SIM that is full and does not delete', () => {
  test('is told in a sentence, and the texts are there once', async () => {
    const shop = await deskModem({ sim: { slots: 3 } });
    await shop.start();
    shop.modem.faults.push({ match: /CMGD/, effect: 'reply', text: '+CMS ERROR: 302', times: 1_000 });
    for (let n = 0; n < 5; n++) {
      shop.network.sendText(CUSTOMER, shop.sim.msisdn, `Question ${n}`);
      await shop.clock.advance(60_000);
    }
    expect(shop.incoming()).toHaveLength(3);
    const page = shop.desk.lines.pages.page('line_1');
    expect(page.ok && page.value.line.warning?.sentence).toBe(
      'SIM storage is full and the modem won’t delete: no more messages can come in.',
    );
  });
});
