import { describe, expect, test } from 'vitest';
import { addressOf } from '../../modem/pdu/address.ts';
import { planContents, planSegments } from '../../modem/pdu/segmentation.ts';
import { encodeDeliver, toPdu } from '../../modem/pdu/tpdu.ts';
import { deskModem } from '../support/desk-line.ts';
import { testStore } from '../support/store.ts';

const CUSTOMER = '+491712223344';
const MINUTE = 60_000;
const STANDS_STILL = Date.UTC(2000, 0, 1);
const LONG = 'Hello, my bicycle has been in your workshop since Thursday. '.repeat(6).trim();

function yes(at: number): string {
  const content = { alphabet: 'gsm7', text: 'Ja' } as const;
  return toPdu(encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: at }));
}
/** SCTS stands in front of the length and the two septets. */
const withoutTime = (pdu: string): string => `${pdu.slice(0, -20)}00000000000000${pdu.slice(-6)}`;

async function started(options: Parameters<typeof deskModem>[0] = {}) {
  const all = await deskModem(options);
  await all.start();
  return all;
}

describe('K2: the same octets are not always the same message', () => {
  test.each([
    ['zeros', withoutTime(yes(STANDS_STILL))],
    ['a clock that stands still', yes(STANDS_STILL)],
    ['a clock that has just stopped', yes(Date.UTC(2026, 10, 23, 9))],
  ])('%s, and the same answer twice, minutes apart: two messages', async (_name, pdu) => {
    const shop = await started();
    for (let n = 0; n < 2; n++) {
      shop.network.deliver(shop.sim.msisdn, pdu, 'text');
      await shop.clock.advance(3 * MINUTE);
    }
    expect(shop.incoming().map(({ text }) => text)).toEqual(['Ja', 'Ja']);
  });

  test('an empty text, and one of the same second whose words got lost: two messages', async () => {
    const shop = await started();
    const empty = toPdu(
      encodeDeliver({
        originator: addressOf(CUSTOMER),
        content: { alphabet: 'gsm7', text: '' },
        serviceCentreTimeUtcMs: shop.clock.now(),
      }),
    );
    // One septet is announced, and none is there.
    for (const pdu of [empty, `${empty.slice(0, -2)}01`]) {
      shop.network.deliver(shop.sim.msisdn, pdu, 'text');
      await shop.clock.advance(3 * MINUTE);
    }
    expect(shop.incoming()).toHaveLength(2);
  });

  test('the same over a restart of the program in between', async () => {
    const shop = await started();
    shop.network.deliver(shop.sim.msisdn, yes(STANDS_STILL), 'text');
    await shop.clock.advance(3 * MINUTE);
    await shop.desk.stop();
    const again = await deskModem({ store: shop.store, clock: shop.clock });
    await again.start();
    again.network.deliver(again.sim.msisdn, yes(STANDS_STILL), 'text');
    await shop.clock.advance(MINUTE);
    expect(again.incoming()).toHaveLength(2);
  });

  test('brought again within seconds by a network that got no answer: one', async () => {
    const shop = await started();
    for (let n = 0; n < 3; n++) {
      shop.network.deliver(shop.sim.msisdn, yes(shop.clock.now() - n * 8_000), 'text');
      await shop.clock.advance(8_000);
    }
    expect(shop.incoming()).toHaveLength(1);
  });

  test('a copy that could not be deleted is read again and again, over a restart as well: one', async () => {
    const shop = await started();
    shop.modem.faults.push({ match: /CMGD/, effect: 'reply', text: '+CMS ERROR: 320', times: 100 });
    shop.network.deliver(shop.sim.msisdn, yes(STANDS_STILL), 'text');
    await shop.clock.advance(20 * MINUTE);
    await shop.desk.stop();
    const again = await deskModem({ store: shop.store, clock: shop.clock });
    again.sim.slots[0] = shop.sim.slots[0] ?? null;
    await again.start();
    await shop.clock.advance(20 * MINUTE);
    expect(again.incoming()).toHaveLength(1);
    expect(again.sim.slots.every((slot) => slot === null)).toBe(true);
  });

  test('deleted, but the answer to that was lost, and the slot is used again by the same octets: two', async () => {
    const shop = await started();
    shop.modem.faults.push({ match: /CMGD/, effect: 'lose-answer', times: 1 });
    shop.network.deliver(shop.sim.msisdn, yes(STANDS_STILL), 'text');
    await shop.clock.advance(3 * MINUTE);
    shop.network.deliver(shop.sim.msisdn, yes(STANDS_STILL), 'text');
    await shop.clock.advance(MINUTE);
    expect(shop.incoming()).toHaveLength(2);
  });

  test('killed between keeping and deleting: one, and the same answer later is another', async () => {
    const store = await testStore();
    const shop = await started({ store });
    const pdu = yes(STANDS_STILL);
    shop.inbox.accept(1, pdu, {
      place: { memory: 'SM', slot: 0 },
      isReport: false,
      isNew: true,
      announcedAt: null,
      notBefore: null,
    });
    shop.sim.slots[0] = { status: 0, pdu };
    await shop.clock.advance(10 * MINUTE);
    expect(shop.sim.slots[0]).toBeNull();
    expect(shop.incoming()).toHaveLength(1);
    shop.network.deliver(shop.sim.msisdn, pdu, 'text');
    await shop.clock.advance(MINUTE);
    expect(shop.incoming()).toHaveLength(2);
  });

  test('one text that shows in both memories is one', async () => {
    const shop = await deskModem({ quirks: { phoneSlots: 5 } });
    const stored = { status: 0 as const, pdu: yes(STANDS_STILL) };
    shop.sim.slots[3] = { ...stored };
    shop.modem.phoneSlots[1] = { ...stored };
    await shop.start();
    await shop.clock.advance(MINUTE);
    expect(shop.incoming()).toHaveLength(1);
  });

  test.each([0, 1, 2])('part %i of 3 again, 4 s later, with another time: one whole text, no ghost', async (which) => {
    const shop = await started();
    const parts = (at: number): string[] =>
      planContents(planSegments(LONG), 7).map((content) =>
        toPdu(encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: at })),
      );
    const [first, later] = [parts(shop.clock.now()), parts(shop.clock.now() + 4_000)];
    expect(first).toHaveLength(3);
    for (const pdu of first) {
      shop.network.deliver(shop.sim.msisdn, pdu, 'text');
      await shop.clock.advance(500);
    }
    await shop.clock.advance(2_500);
    shop.network.deliver(shop.sim.msisdn, later[which] as string, 'text');
    await shop.clock.advance(20 * MINUTE);
    expect(shop.incoming()).toMatchObject([{ text: LONG, reason: null }]);
  });

  test('a part again while others are missing: nothing is shown twice', async () => {
    const shop = await started();
    const pdu = (i: number, at: number): string =>
      toPdu(
        encodeDeliver({
          originator: addressOf(CUSTOMER),
          content: planContents(planSegments(LONG), 7)[i] as ReturnType<typeof planContents>[number],
          serviceCentreTimeUtcMs: at,
        }),
      );
    const at = shop.clock.now();
    for (const [i, delay] of [
      [1, 0],
      [1, 4_000],
      [0, 9_000],
      [1, 12_000],
      [2, 15_000],
    ] as const) {
      shop.network.deliver(shop.sim.msisdn, pdu(i, at + delay), 'text');
      await shop.clock.advance(3_000);
    }
    await shop.clock.advance(20 * MINUTE);
    expect(shop.incoming()).toMatchObject([{ text: LONG, reason: null }]);
  });
});
