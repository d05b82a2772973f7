import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../modem/pdu/address.ts';
import { encodeSegments, planSegments } from '../../../modem/pdu/segmentation.ts';
import { deliveryStatus } from '../../../modem/sms/delivery-status.ts';
import type { SubmitOutcome } from '../../../modem/sms/outbound.ts';
import { classifySendError } from '../../../modem/sms/send-errors.ts';
import { simulatedLine, type SimulatedLineOptions } from '../../support/simulated-line.ts';

const parts = (text: string): readonly Uint8Array[] =>
  encodeSegments(planSegments(text), {
    destination: addressOf('+491712223344'),
    reference: 5,
    statusReportRequest: true,
  });
const one = (text = 'Hello'): Uint8Array => parts(text)[0] as Uint8Array;

async function started(options: SimulatedLineOptions = {}) {
  const all = simulatedLine(options);
  await all.start();
  const submit = async (tpdu: Uint8Array, waitMs = 0): Promise<SubmitOutcome> => {
    const outcome = all.line.submit(tpdu);
    await all.clock.advance(waitMs);
    return outcome;
  };
  return { ...all, submit };
}

describe('[S1] [S2] a part goes out', () => {
  test('with the TPDU’s length, the SIM’s own service centre, and the network’s reference', async () => {
    const { submit, trace, texts } = await started();
    const tpdu = one();
    expect(await submit(tpdu)).toEqual({ kind: 'sent', reference: 0 });
    expect(await submit(tpdu)).toEqual({ kind: 'sent', reference: 1 });
    expect(trace).toContain(`> AT+CMGS=${tpdu.length}\r`);
    expect(trace.some((entry) => entry.startsWith('> 00') && entry.endsWith('\x1a'))).toBe(true);
    expect(texts[0]).toEqual({ from: '+491700000000', to: '+491712223344', text: 'Hello' });
  });

  test.each([
    { barePrompt: true },
    { echoAlways: true },
    { noise: true, make: 'huawei' as const },
    { chunkSize: 1 },
    { lineEnding: '\r\r\n' as const },
    { lineEnding: '\n' as const },
    { echoAlways: true, noise: true, chunkSize: 1, make: 'simcom' as const },
  ])('[L2] [L3] [L5] [L6] on a modem with %j', async (quirks) => {
    const { line, texts } = await started({ quirks });
    const text = 'Schöne Grüße 👍 '.repeat(12);
    for (const tpdu of parts(text)) expect(await line.submit(tpdu)).toMatchObject({ kind: 'sent' });
    expect(texts.map((each) => each.text)).toEqual([text]);
  });

  test('the reference wraps at 255', async () => {
    const { line } = await started();
    const outcomes: SubmitOutcome[] = [];
    for (let i = 0; i < 258; i++) outcomes.push(await line.submit(one()));
    expect(outcomes.slice(254)).toEqual([254, 255, 0, 1].map((reference) => ({ kind: 'sent', reference })));
  });
});

describe('[S6] the link between parts', () => {
  test('is kept open where the modem can', async () => {
    const { line, trace } = await started();
    await line.keepLinkOpen();
    expect(trace).toContain('> AT+CMMS=2\r');
  });
});

describe('[S7] never again by itself', () => {
  test('a lost answer after the PDU: uncertain, though the text arrived', async () => {
    const { submit, modem, texts, line, clock } = await started();
    modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    expect(await submit(one(), 130_000)).toEqual({ kind: 'uncertain', code: 'timeout' });
    expect(texts).toHaveLength(1);
    await clock.advance(5_000);
    expect(line.state.name).toBe('ready');
  });

  test('an ERROR for a text that went out: uncertain', async () => {
    const { submit, modem } = await started();
    modem.faults.push({ match: /^PDU$/, effect: 'wrong-answer', text: 'ERROR', times: 1 });
    expect(await submit(one())).toEqual({ kind: 'uncertain', code: 'modem-error' });
  });

  test('unplugged between PDU and answer: uncertain; before the PDU: to be tried again', async () => {
    const { line, modem, clock } = await started({ network: { latencyMs: 2_000 } });
    const outcome = line.submit(one());
    await clock.advance(500);
    modem.unplug();
    expect(await outcome).toEqual({ kind: 'uncertain', code: 'closed' });
    expect(await line.submit(one())).toEqual({ kind: 'retry', code: 'closed' });
  });

  test('no prompt: nothing was handed over, so it may be tried again', async () => {
    const { submit, modem } = await started();
    modem.faults.push({ match: /CMGS/, effect: 'silent', times: 1 });
    expect(await submit(one(), 20_000)).toEqual({ kind: 'retry', code: 'timeout' });
  });
});

describe('[S8] errors', () => {
  test.each([
    [[38, 41, 42, 47, 192, 194, 314, 331], 'retry'],
    [[310, 311, 312, 313, 315, 316, 317, 318, 330], 'needs-attention'],
    [
      [1, 8, 10, 21, 27, 28, 29, 30, 50, 69, 81, 95, 96, 97, 98, 99, 111, 127, 128, 175, 213, 301, 302, 303, 304, 305],
      'failed',
    ],
  ] as const)('CMS %j: %s', (codes, expected) => {
    for (const code of codes) {
      expect(classifySendError({ kind: 'cms', code, text: String(code) })).toEqual({
        class: expected,
        code: `cms-${code}`,
      });
    }
  });

  test.each([
    [[14, 30], 'retry'],
    [[10, 11, 12, 13, 15, 16, 17, 18], 'needs-attention'],
    [[0, 20, 31, 100, 512], 'unknown'],
  ] as const)('CME %j: %s', (codes, expected) => {
    for (const code of codes) expect(classifySendError({ kind: 'cme', code, text: String(code) }).class).toBe(expected);
  });

  test('every other code proves nothing', () => {
    for (const code of [
      0, 2, 7, 22, 126, 197, 214, 255, 300, 306, 319, 320, 321, 322, 332, 340, 499, 500, 512, 513, 514, 515, 999,
    ])
      expect(classifySendError({ kind: 'cms', code, text: '' }).class).toBe('unknown');
  });

  test('three failures in a row make the line look at itself', async () => {
    const { line, modem, clock } = await started();
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 331', times: 3 });
    const states: string[] = [];
    line.stateChanged.on(({ name }) => states.push(name));
    for (let i = 0; i < 3; i++) await line.submit(one());
    await clock.advance(5_000);
    expect(states).toContain('resetting');
    expect(line.state.name).toBe('ready');
    expect(await line.submit(one())).toMatchObject({ kind: 'sent' });
  });
});

describe('[S9] TP-ST', () => {
  test.each([
    [[0x00, 0x01, 0x02], 'delivered'],
    [[0x20, 0x30, 0x3f], 'trying'],
    [[0x40, 0x46, 0x5f], 'failed'],
    [[0x60, 0x62, 0x7f], 'gave-up'],
  ] as const)('%j is %s', (values, expected) => {
    for (const value of values) expect(deliveryStatus(value)).toBe(expected);
  });
});
