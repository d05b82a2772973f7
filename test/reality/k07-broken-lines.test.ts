import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitGluedLine } from '../../modem/at/glued-lines.ts';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';

async function started() {
  const shop = await deskModem();
  await shop.start();
  return shop;
}

describe('K7: one broken line does not take its neighbours along', () => {
  test.each([
    ['^RSSI:17+CMTI: "SM",1', ['^RSSI:17', '+CMTI: "SM",1']],
    ['+CMGS: 8OK', ['+CMGS: 8', 'OK']],
    ['+CMGS: 8+CMTI: "SM",2', ['+CMGS: 8', '+CMTI: "SM",2']],
    ['OK+CMTI: "SM",1', ['OK', '+CMTI: "SM",1']],
    ['+CMTI: "SM",1+CMTI: "SM",2', ['+CMTI: "SM",1', '+CMTI: "SM",2']],
    ['^HCSQ:"WCDMA",30,30,58RING', ['^HCSQ:"WCDMA",30,30,58', 'RING']],
    ['^RSSI:17RING', ['^RSSI:17', 'RING']],
    ['+CREG: 1+CMS ERROR: 500', ['+CREG: 1', '+CMS ERROR: 500']],
    ['07911326040000F0040B911346610089F6OK', ['07911326040000F0040B911346610089F6', 'OK']],
    // Words and names stay what they are.
    ['+CUSD: 0,"Write +CMTI: for more",15', ['+CUSD: 0,"Write +CMTI: for more",15']],
    ['+COPS: 0,0,"BROOK"', ['+COPS: 0,0,"BROOK"']],
    ['+GCAP: +CGSM,+DS', ['+GCAP: +CGSM,+DS']],
    ['BROOK', ['BROOK']],
    ['NO CARRIER', ['NO CARRIER']],
  ])('%s', (line, pieces) => {
    expect(splitGluedLine(line)).toEqual(pieces);
  });

  test('nothing of a line is lost or made up', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (line) => {
        expect(splitGluedLine(line).join('').replaceAll(/\s/g, '')).toBe(line.replaceAll(/\s/g, ''));
      }),
    );
  });

  test('a code without its closing quote: the announcement behind it is read, and the code told', async () => {
    const shop = await started();
    const asked = shop.line().ussd('*102#');
    shop.network.ussd.set('*102#', null);
    await shop.clock.advance(100);
    shop.modem.unsolicited('+CUSD: 2,"Your balance is 3 EUR');
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(2_000);
    expect(shop.incoming().map(({ text }) => text)).toEqual(['Is it ready?']);
    expect(await asked).toMatchObject({ kind: 'text', text: 'Your balance is 3 EUR' });
  });

  test('a code without its closing quote, and nothing behind it: told within seconds', async () => {
    const shop = await started();
    shop.network.ussd.set('*102#', null);
    const asked = shop.line().ussd('*102#');
    await shop.clock.advance(100);
    shop.modem.unsolicited('+CUSD: 2,"Your balance is 3 EUR');
    await shop.clock.advance(5_000);
    expect(await asked).toMatchObject({ kind: 'text', text: 'Your balance is 3 EUR' });
  });

  test('a code without its closing quote in front of an answer', async () => {
    const shop = await started();
    shop.modem.faults.push({
      match: /CSQ/,
      effect: 'reply',
      text: '+CUSD: 2,"Your balance\r\n\r\n+CSQ: 20,99\r\n\r\nOK',
      times: 1,
    });
    shop.line().checkNow();
    await shop.clock.advance(2_000);
    expect(shop.line().facts?.signalDbm).toBe(-113 + 2 * 20);
  });

  test('chatter and an announcement on one line', async () => {
    const shop = await started();
    shop.sim.slots[3] = null;
    shop.network.setCoverage(true);
    const announce = shop.modem.unsolicited.bind(shop.modem);
    shop.modem.unsolicited = (...lines) =>
      announce(...lines.map((line) => (line.startsWith('+CMTI') ? `^RSSI:17${line}` : line)));
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(1_000);
    expect(shop.incoming()).toHaveLength(1);
  });

  test('+CMGS: 8OK: the text is sent, with its reference', async () => {
    const shop = await deskModem({ network: { reportDelayMs: null } });
    await shop.start();
    shop.modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: '+CMGS: 8OK', times: 1 });
    const message = shop.send(CUSTOMER, 'Your bicycle is ready');
    await shop.clock.advance(1_000);
    expect(shop.state(message)).toBe('sent');
    expect(shop.store.parts.details(1)).toMatchObject([{ reference: 8 }]);
  });

  test('an answer’s line that is garbage costs only itself', async () => {
    const shop = await started();
    shop.modem.unsolicited('\u0001\u0002%&/()=?+CMTI: "SM"');
    shop.modem.unsolicited('+CMT: ,23');
    shop.modem.unsolicited('not a PDU');
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, 'Is it ready?');
    await shop.clock.advance(5_000);
    expect(shop.incoming()).toHaveLength(1);
  });
});
