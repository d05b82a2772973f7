import { describe, expect, test } from 'vitest';
import { parseUssd } from '../../../modem/sms/ussd.ts';
import { simulatedLine, type SimulatedLineOptions } from '../../support/simulated-line.ts';

async function ask(options: SimulatedLineOptions, code: string, answer?: string | null) {
  const all = simulatedLine(options);
  await all.start();
  if (answer !== undefined) all.network.ussd.set(code, answer);
  const asked = all.line.ussd(code);
  await all.clock.advance(40_000);
  return { ...all, answer: await asked };
}

describe('[E1] codes to the operator', () => {
  test.each(['plain', 'packed', 'ucs2'] as const)('an answer given %s is read', async (ussd) => {
    const { answer } = await ask({ quirks: { ussd } }, '*100#', 'Guthaben: 7,50 EUR äöü');
    expect(answer).toEqual({ kind: 'text', text: 'Guthaben: 7,50 EUR äöü', wantsAnswer: false });
  });

  test('one of several lines stays whole, and the line works on', async () => {
    const { answer, line, network, sim, clock, pdus } = await ask({}, '*101#', '1 Credit\n2 Bundles\n0 Back');
    expect(answer).toMatchObject({ text: '1 Credit\n2 Bundles\n0 Back' });
    network.sendText('+491711', sim.msisdn, 'x');
    await clock.advance(100);
    expect([line.state.name, pdus.length]).toEqual(['ready', 1]);
  });

  test('an answer that never comes is given up and taken back', async () => {
    const { answer, trace } = await ask({}, '*102#', null);
    expect(answer).toEqual({ kind: 'no-answer' });
    expect(trace).toContain('> AT+CUSD=2\r');
  });

  test('a code the network does not know', async () => {
    expect((await ask({}, '*999#')).answer).toEqual({ kind: 'not-supported' });
  });

  test('nothing but a code reaches the modem', async () => {
    const { answer, trace } = await ask({}, '*100#";+CMGD=1,4;+CUSD=1,"*1#');
    expect(answer).toEqual({ kind: 'refused' });
    expect(trace.join()).not.toContain('CMGD');
  });

  test('a modem that goes away meanwhile', async () => {
    const all = simulatedLine();
    await all.start();
    all.network.ussd.set('*100#', null);
    const asked = all.line.ussd('*100#');
    await all.clock.advance(1_000);
    all.modem.unplug();
    await all.clock.advance(1_000);
    expect(await asked).toEqual({ kind: 'closed' });
  });

  test.each([
    ['+CUSD: 1,"1: Credit",15', false, { kind: 'text', text: '1: Credit', wantsAnswer: true }],
    ['+CUSD: 0,"12345678",15', false, { kind: 'text', text: '12345678', wantsAnswer: false }],
    ['+CUSD: 0,"AA180C3602",15', true, { kind: 'text', text: '*100#', wantsAnswer: false }],
    ['+CUSD: 0,"00480069",72', false, { kind: 'text', text: 'Hi', wantsAnswer: false }],
    ['+CUSD: 2', false, { kind: 'ended' }],
    ['+CUSD: 5', false, { kind: 'no-answer' }],
    ['+CUSD: nonsense', false, { kind: 'ended' }],
  ])('%s', (line, packed, expected) => {
    expect(parseUssd(line, packed)).toEqual(expected);
  });
});
