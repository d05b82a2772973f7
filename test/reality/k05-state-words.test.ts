import { describe, expect, test } from 'vitest';
import { settle } from '../support/fake-clock.ts';
import { simulatedLine } from '../support/simulated-line.ts';

const STARTING = ['+CPIN: NOT READY\r\n\r\nOK', '+CME ERROR: 13', '+CME ERROR: 14', '+CPIN: BUSY\r\n\r\nOK'];

/** A PIN is stored, the SIM needs none, and the modem gives another state in place of it. */
async function withState(text: string, times = 1_000) {
  const shop = simulatedLine({ pin: '1234' });
  shop.modem.faults.push({ match: /\+CPIN\?/, effect: 'reply', text, times });
  shop.line.start();
  await settle();
  return { ...shop, pinsSent: () => shop.trace.filter((line) => line.includes('AT+CPIN=')).length };
}

describe('K5: state words are read exactly', () => {
  test.each(['+CPIN: SIM PIN2\r\n\r\nOK', '+CPIN: SIM PUK2\r\n\r\nOK', '+CME ERROR: 17', '+CME ERROR: 18'])(
    '%j: texts are possible, and no PIN is sent there',
    async (text) => {
      const shop = await withState(text);
      await shop.clock.advance(5_000);
      expect(shop.line.state.name).toBe('ready');
      expect(shop.pinsSent()).toBe(0);
    },
  );

  test.each([
    '+CPIN: PH-SIM PIN\r\n\r\nOK',
    '+CPIN: PH-NET PIN\r\n\r\nOK',
    '+CPIN: PH-FSIM PIN\r\n\r\nOK',
    '+CPIN: PH-NETSUB PIN\r\n\r\nOK',
    '+CPIN: SIM PIN NOT KNOWN\r\n\r\nOK',
    '+CME ERROR: 5',
    '+CME ERROR: 40',
  ])('%j is bound to something: no PIN goes there', async (text) => {
    const shop = await withState(text);
    await shop.clock.advance(120_000);
    expect(shop.line.state).toEqual({ name: 'blocked', reason: 'sim-failed' });
    expect(shop.pinsSent()).toBe(0);
  });

  test.each(['+CPIN: NOT INSERTED\r\n\r\nOK', '+CME ERROR: 10'])('%j: there is no SIM', async (text) => {
    const shop = await withState(text);
    await shop.clock.advance(5_000);
    expect(shop.line.state).toEqual({ name: 'blocked', reason: 'sim-missing' });
    expect(shop.pinsSent()).toBe(0);
  });

  test.each(STARTING)('%j for some seconds after power-on: starting, then ready at once', async (text) => {
    const shop = await withState(text, 6);
    await shop.clock.advance(4_000);
    expect(shop.line.state.name).toBe('initialising');
    await shop.clock.advance(8_000);
    expect(shop.line.state.name).toBe('ready');
    expect(shop.pinsSent()).toBe(0);
  });

  test('the modem’s own +CPIN: READY counts at once', async () => {
    const shop = await withState('+CPIN: NOT READY\r\n\r\nOK', 2);
    await shop.clock.advance(1_600);
    shop.modem.unsolicited('+CPIN: READY');
    await shop.clock.advance(500);
    expect(shop.line.state.name).toBe('ready');
  });

  test('one that never starts is told in the end, and works by itself when it does', async () => {
    const shop = await withState('+CME ERROR: 13');
    await shop.clock.advance(85_000);
    expect(shop.line.state.name).toBe('initialising');
    await shop.clock.advance(20_000);
    expect(shop.line.state).toEqual({ name: 'blocked', reason: 'sim-failed' });
    shop.modem.faults.length = 0;
    shop.modem.unsolicited('+CPIN: READY');
    await shop.clock.advance(3_000);
    expect(shop.line.state.name).toBe('ready');
  });

  test('a stored PIN goes to SIM PIN, as before', async () => {
    const shop = simulatedLine({ sim: { pin: '1234' }, pin: '1234' });
    await shop.start();
    await shop.clock.advance(5_000);
    expect(shop.line.state.name).toBe('ready');
  });

  test('+CPIN: SIM PIN2 by itself changes nothing', async () => {
    const shop = simulatedLine();
    await shop.start();
    const states: string[] = [];
    shop.line.stateChanged.on(({ name }) => states.push(name));
    shop.modem.unsolicited('+CPIN: SIM PIN2');
    await shop.clock.advance(5_000);
    expect(states).toEqual([]);
  });
});
