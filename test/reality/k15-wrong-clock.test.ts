import { describe, expect, test } from 'vitest';
import { addressOf } from '../../modem/pdu/address.ts';
import { encodeDeliver, toPdu } from '../../modem/pdu/tpdu.ts';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';
const HOUR = 3_600_000;

function stop(at: number): string {
  const content = { alphabet: 'gsm7', text: 'STOP' } as const;
  return toPdu(encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs: at }));
}

describe('K15: the service centre’s clock may be wrong', () => {
  test.each([
    ['an hour slow', -HOUR],
    ['an hour fast', HOUR],
    ['a day slow', -24 * HOUR],
    ['26 years slow', Date.UTC(2000, 0, 1) - Date.UTC(2026, 10, 23, 9)],
  ])('%s: STOP is confirmed all the same', async (_name, off) => {
    const shop = await deskModem();
    await shop.start();
    shop.network.deliver(shop.sim.msisdn, stop(shop.clock.now() + off), 'text');
    await shop.clock.advance(60_000);
    expect(shop.store.optOuts.has(CUSTOMER)).toBe(true);
    expect(shop.texts.map(({ to }) => to)).toEqual([CUSTOMER]);
  });

  test('one that nobody announced, found by a later sweep, came after the one before', async () => {
    const shop = await deskModem();
    await shop.start();
    await shop.clock.advance(6 * 60_000);
    shop.sim.slots[0] = { status: 0, pdu: stop(shop.clock.now() - HOUR) };
    await shop.clock.advance(6 * 60_000);
    expect(shop.store.optOuts.has(CUSTOMER)).toBe(true);
    expect(shop.texts.map(({ to }) => to)).toEqual([CUSTOMER]);
  });

  test('what lay on the SIM while nobody listened is as old as it says: STOP counts, and is not confirmed a day later', async () => {
    const shop = await deskModem();
    shop.sim.slots[0] = { status: 0, pdu: stop(shop.clock.now() - 24 * HOUR) };
    await shop.start();
    await shop.clock.advance(60_000);
    expect(shop.store.optOuts.has(CUSTOMER)).toBe(true);
    expect(shop.texts).toEqual([]);
  });

  test('nothing on the SIM is from the future', async () => {
    const shop = await deskModem();
    shop.sim.slots[0] = { status: 0, pdu: stop(shop.clock.now() + HOUR) };
    await shop.start();
    await shop.clock.advance(60_000);
    expect(shop.texts.map(({ to }) => to)).toEqual([CUSTOMER]);
  });
});
