import { describe, expect, test } from 'vitest';
import { step } from '../../../modem/at/command-machine.ts';
import {
  INITIAL_STATE,
  type AtCommand,
  type MachineEffect,
  type MachineInput,
  type MachineState,
} from '../../../modem/at/machine-state.ts';

const query: AtCommand = { text: 'AT+CREG?', timeoutMs: 5_000 };
const submit: AtCommand = { text: 'AT+CMGS=23', payload: '0011AA', timeoutMs: 120_000 };

function run(...inputs: MachineInput[]): { state: MachineState; effects: MachineEffect[] } {
  let state = INITIAL_STATE;
  const all: MachineEffect[] = [];
  for (const input of inputs) {
    const { state: next, effects } = step(state, input);
    state = next;
    all.push(...effects);
  }
  return { state, effects: all };
}
const start = (command: AtCommand): MachineInput => ({ type: 'start', command });
const line = (text: string): MachineInput => ({ type: 'line', line: text });
const of = <T extends MachineEffect['type']>(effects: MachineEffect[], type: T) =>
  effects.filter((effect): effect is Extract<MachineEffect, { type: T }> => effect.type === type);
const answers = (effects: MachineEffect[]) => of(effects, 'answer').map(({ answer }) => answer);

describe('[L4] final results', () => {
  test.each([
    ['OK', { ok: true, lines: ['+CREG: 0,1'] }],
    ['ERROR', { ok: false, reason: 'refused', result: { kind: 'error', text: 'ERROR' }, payloadWritten: false }],
    [
      '+CME ERROR: 14',
      { ok: false, reason: 'refused', result: { kind: 'cme', code: 14, text: '14' }, payloadWritten: false },
    ],
    [
      '+CMS ERROR: 38',
      { ok: false, reason: 'refused', result: { kind: 'cms', code: 38, text: '38' }, payloadWritten: false },
    ],
    [
      '+CME ERROR: SIM busy',
      { ok: false, reason: 'refused', result: { kind: 'cme', code: null, text: 'SIM busy' }, payloadWritten: false },
    ],
    ...[
      'NO CARRIER',
      'BUSY',
      'NO ANSWER',
      'NO DIALTONE',
      'COMMAND NOT SUPPORT',
      'TOO MANY PARAMETERS',
      'MODEM ERROR',
    ].map(
      (text) =>
        [text, { ok: false, reason: 'refused', result: { kind: 'error', text }, payloadWritten: false }] as const,
    ),
  ] as const)('%s', (final, answer) => {
    expect(answers(run(start(query), line('+CREG: 0,1'), line(final)).effects)).toEqual([answer]);
  });
});

describe('[L2] echo', () => {
  test('of the command and of the PDU is dropped', () => {
    const { effects } = run(start(submit), line('AT+CMGS=23'), line('>'), line('0011AA'), line('+CMGS: 7'), line('OK'));
    expect(answers(effects)).toEqual([{ ok: true, lines: ['+CMGS: 7'] }]);
  });
});

describe('[L3] the PDU waits for the prompt', () => {
  test('and is written when it comes, with Ctrl-Z', () => {
    expect(of(run(start(submit)).effects, 'write').map(({ text }) => text)).toEqual(['AT+CMGS=23\r']);
    const { effects } = run(start(submit), line('>'));
    expect(of(effects, 'write').at(-1)?.text).toBe('0011AA\x1a');
  });

  test('an error in place of the prompt ends the command with nothing written', () => {
    const { effects } = run(start(submit), line('+CMS ERROR: 330'));
    expect(answers(effects)).toMatchObject([{ ok: false, payloadWritten: false }]);
    expect(of(effects, 'write')).toHaveLength(1);
  });

  test('a second prompt writes nothing more', () => {
    expect(of(run(start(submit), line('>'), line('>')).effects, 'write')).toHaveLength(2);
  });
});

describe('[L5] unsolicited codes in the middle of an answer', () => {
  const inTheMiddle = (...lines: string[]) =>
    run(
      start({ text: 'AT+CMGL=4', timeoutMs: 1 }),
      line('+CMGL: 1,0,,3'),
      ...lines.map(line),
      line('AABB'),
      line('OK'),
    );

  test.each([
    ['+CMTI: "SM",3', null],
    ['+CDSI: "SR",1', null],
    ['RING', null],
    ['+CREG: 1', null],
  ] as const)('%s takes one line', (text, pdu) => {
    const { effects } = inTheMiddle(text);
    expect(of(effects, 'unsolicited').map(({ code }) => code)).toEqual([
      { prefix: text === 'RING' ? 'RING' : text.slice(0, text.indexOf(':') + 1), line: text, pdu },
    ]);
    expect(answers(effects)).toEqual([{ ok: true, lines: ['+CMGL: 1,0,,3', 'AABB'] }]);
  });

  test.each(['+CMT: ,24', '+CDS: 24', '+CBM: 24'])('%s takes the PDU as well', (text) => {
    const { effects } = inTheMiddle(text, '0791AA');
    expect(of(effects, 'unsolicited')[0]?.code).toMatchObject({ line: text, pdu: '0791AA' });
    expect(answers(effects)).toEqual([{ ok: true, lines: ['+CMGL: 1,0,,3', 'AABB'] }]);
  });

  test('a command that starts between a code and its PDU takes nothing from it', () => {
    const { effects } = run(line('+CDS: 24'), start(query), line('0791AA'), line('OK'));
    expect(of(effects, 'unsolicited')[0]?.code).toMatchObject({ line: '+CDS: 24', pdu: '0791AA' });
    expect(answers(effects)).toEqual([{ ok: true, lines: [] }]);
  });

  test('a PDU that never came does not swallow the answer', () => {
    const { effects } = run(start(query), line('+CDS: 24'), line('OK'));
    expect(of(effects, 'unsolicited')).toEqual([]);
    expect(answers(effects)).toEqual([{ ok: true, lines: [] }]);
  });

  test('+CUSD spans lines inside its quotes', () => {
    const { effects } = run(line('+CUSD: 0,"Balance'), line('12.50 EUR",15'));
    expect(of(effects, 'unsolicited')[0]?.code.line).toBe('+CUSD: 0,"Balance\n12.50 EUR",15');
  });

  test('the answer to the pending query is not a code of its own', () => {
    const { effects } = run(start(query), line('+CREG: 2,5'), line('OK'));
    expect(of(effects, 'unsolicited')).toEqual([]);
    expect(answers(effects)).toEqual([{ ok: true, lines: ['+CREG: 2,5'] }]);
  });
});

test('[E2] a caller who gives up ends their call, not our command', () => {
  const { effects } = run(start(submit), line('>'), line('RING'), line('NO CARRIER'), line('+CMGS: 7'), line('OK'));
  expect(answers(effects)).toEqual([{ ok: true, lines: ['+CMGS: 7'] }]);
});

describe('[L6] noise', () => {
  test.each([
    '^RSSI:19',
    '^BOOT:1,2',
    '^DSFLOWRPT:0,0',
    '*PSUTTZ: 2026',
    'DST: 0',
    '+CIEV: 2,3',
    'Call Ready',
    'SMS Ready',
    '+WIND: 4',
    '+ZUSIMR:2',
    '+ZEND',
  ])('%s is dropped', (noise) => {
    const { effects } = run(start(query), line(noise), line('+CREG: 0,1'), line(noise), line('OK'));
    expect(answers(effects)).toEqual([{ ok: true, lines: ['+CREG: 0,1'] }]);
  });
});

describe('[L7] time-outs', () => {
  test('before the PDU the text cannot have gone out; after it, it may', () => {
    expect(answers(run(start(submit), { type: 'timer' }).effects)).toEqual([
      { ok: false, reason: 'timeout', payloadWritten: false },
    ]);
    const { effects } = run(start(submit), line('>'), { type: 'timer' }, { type: 'submission-timer' });
    expect(answers(effects)).toEqual([]);
    expect(of(effects, 'answer-aside').map(({ answer }) => answer)).toEqual([
      { ok: false, reason: 'timeout', payloadWritten: true },
    ]);
  });

  test('ESC, AT, and a pause before the next command, so that a late answer is nobody else’s', () => {
    const { state, effects } = run(start(query), { type: 'timer' }, line('+CREG: 0,1'), line('OK'));
    expect(of(effects, 'write').at(-1)?.text).toBe('\x1b\rAT\r');
    expect(state.phase.name).toBe('settling');
    const late = step(state, line('OK'));
    expect(of(late.effects, 'answer')).toEqual([]);
    expect(step(late.state, { type: 'timer' }).state.phase.name).toBe('idle');
  });

  test('three silent attempts mean that nobody is there', () => {
    const { effects, state } = run(
      start(query),
      { type: 'timer' },
      { type: 'timer' },
      { type: 'timer' },
      { type: 'timer' },
    );
    expect(of(effects, 'unresponsive')).toHaveLength(1);
    expect(state).toEqual(INITIAL_STATE);
  });
});

describe('[L8] how long is waited', () => {
  test('10 s for the prompt, the command’s own time for the answer', () => {
    const { effects } = run(start(submit), line('>'));
    expect(of(effects, 'timer')[0]?.delayMs).toBe(10_000);
    expect(of(effects, 'submission-timer').map(({ delayMs }) => delayMs)).toEqual([120_000]);
  });
});

test('a lost connection answers what was under way, and says whether the PDU was written', () => {
  expect(answers(run(start(submit), line('>'), { type: 'closed' }).effects)).toEqual([
    { ok: false, reason: 'closed', payloadWritten: true },
  ]);
  expect(answers(run({ type: 'closed' }).effects)).toEqual([]);
});
