import { describe, expect, test } from 'vitest';
import { deskModem } from '../support/desk-line.ts';

const CHATTER = [
  '+XYZ: 1',
  '^UNKNOWN: 7,3',
  '%STATUS: 12345678901234567890',
  '$QCSIMSTAT: 1, SIM INIT COMPLETED',
  '+NITZ: 26/11/28',
];

describe('K9: an answer is taken by its form, not its place', () => {
  test('codes that nobody knows between commands and their answers', async () => {
    const shop = await deskModem({ quirks: { chatter: CHATTER } });
    await shop.start();
    await shop.clock.advance(10_000);
    expect(shop.line().state.name).toBe('ready');
    expect(shop.line().facts).toMatchObject({
      manufacturer: 'Counterline',
      model: 'Simulated modem',
      revision: '1.0.0',
      imei: shop.modem.imei,
      imsi: shop.sim.imsi,
      iccid: shop.sim.iccid,
      operator: 'Demo Mobile',
    });
  });

  test.each([
    ['a number that is too long', '12345678901234567890123'],
    ['a cell', '0A1B2C3D4E5F6789'],
    ['a number within words', 'IMSI changed from 262010000000000'],
  ])('%s in front of the IMSI', async (_name, line) => {
    const shop = await deskModem();
    shop.modem.faults.push({
      match: /CIMI/,
      effect: 'reply',
      text: `${line}\r\n\r\n${shop.sim.imsi}\r\n\r\nOK`,
      times: 1,
    });
    await shop.start();
    expect(shop.line().facts?.imsi).toBe(shop.sim.imsi);
  });

  test('of two numbers the one with a right check digit is the IMEI', async () => {
    const shop = await deskModem();
    const text = `490154203237519\r\n\r\n490154203237518\r\n\r\nOK`;
    shop.modem.faults.push({ match: /CGSN/, effect: 'reply', text, times: 1 });
    await shop.start();
    expect(shop.line().facts?.imei).toBe('490154203237518');
  });
});
