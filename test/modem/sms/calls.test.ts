import { describe, expect, test } from 'vitest';
import type { IncomingCall } from '../../../modem/sms/calls.ts';
import { simulatedLine } from '../../support/simulated-line.ts';

async function listening(rejects = false) {
  const all = simulatedLine({ rejectsCalls: () => rejects });
  await all.start();
  const calls: IncomingCall[] = [];
  all.line.called.on((call) => calls.push(call));
  return { ...all, calls };
}

describe('[E2] calls', () => {
  test('a call is one event, however often it rings', async () => {
    const { modem, clock, calls } = await listening();
    modem.ring('+491712223344');
    await clock.advance(60_000);
    expect(calls).toEqual([{ number: '+491712223344', rejected: false }]);
  });

  test('a withheld number is told as such', async () => {
    const { modem, clock, calls } = await listening();
    modem.ring(null);
    await clock.advance(60_000);
    expect(calls).toEqual([{ number: null, rejected: false }]);
  });

  test('the number may come before the first ring', async () => {
    const { modem, clock, calls } = await listening();
    modem.unsolicited('+CLIP: "01712223344",129,,,,0', '+CRING: VOICE');
    await clock.advance(3_000);
    expect(calls).toEqual([{ number: '01712223344', rejected: false }]);
  });

  test('two calls are two events', async () => {
    const { modem, clock, calls } = await listening();
    modem.ring('+491711');
    await clock.advance(60_000);
    modem.ring('+491711');
    await clock.advance(60_000);
    expect(calls).toHaveLength(2);
  });

  test('a rejected one rings once, also where AT+CHUP is not known', async () => {
    const { modem, clock, calls, trace } = await listening(true);
    modem.faults.push({ match: /CHUP/, effect: 'reply', text: 'ERROR', times: 1 });
    modem.ring('+491712223344');
    await clock.advance(60_000);
    expect(calls).toEqual([{ number: '+491712223344', rejected: true }]);
    expect(trace.filter((entry) => entry === '< RING')).toHaveLength(1);
    expect(trace).toContain('> ATH\r');
  });

  test('a call in the middle of a text does not disturb it', async () => {
    const { modem, clock, calls, line, network } = await listening();
    network.latencyMs = 8_000;
    const sent = line.submit(Uint8Array.from(Buffer.from('11000B919471224433F20000A701E8', 'hex')));
    await clock.advance(1_000);
    modem.ring('+491712223344');
    await clock.advance(20_000);
    expect(await sent).toMatchObject({ kind: 'sent' });
    expect(calls).toHaveLength(1);
  });
});
