import { describe, expect, test } from 'vitest';
import { stepLife, type LifeInput, type LifeState } from '../../../modem/device/life.ts';

const states: LifeState[] = [
  { name: 'stopped' },
  { name: 'opening', attempt: 2 },
  { name: 'initialising', attempt: 2 },
  { name: 'blocked', reason: 'pin-required' },
  { name: 'searching', reason: 'searching' },
  { name: 'ready' },
  { name: 'resetting', attempt: 0 },
  { name: 'backing-off', reason: 'unplugged', attempt: 3, delayMs: 5_000 },
];
const inputs: LifeInput[] = [
  { type: 'start' },
  { type: 'stop' },
  { type: 'opened' },
  { type: 'open-failed', reason: 'busy' },
  { type: 'initialised', registered: true, denied: false },
  { type: 'blocked', reason: 'sim-missing' },
  { type: 'initialise-failed' },
  { type: 'registration', registered: false, denied: true },
  { type: 'restarted' },
  { type: 'link-lost' },
  { type: 'unresponsive' },
  { type: 'look-now' },
  { type: 'timer' },
];

/** Where each input leads from each state; a dot: nothing changes. */
const TABLE: Record<LifeInput['type'], Record<LifeState['name'], string>> = {
  start: row('opening . . . . . . .'),
  stop: row('stopped stopped stopped stopped stopped stopped stopped stopped'),
  opened: row('. initialising . . . . . .'),
  'open-failed': row('. backing-off . . . . . .'),
  initialised: row('. . ready ready ready ready . .'),
  blocked: row('. . blocked blocked blocked blocked . .'),
  'initialise-failed': row('. . backing-off backing-off backing-off backing-off . .'),
  registration: row('. . . . searching searching . .'),
  restarted: row('. . . initialising initialising initialising initialising .'),
  'link-lost': row('. . backing-off backing-off backing-off backing-off backing-off .'),
  unresponsive: row('. . backing-off resetting resetting resetting backing-off .'),
  'look-now': row('. . . initialising . . . opening'),
  timer: row('. . . initialising . . opening opening'),
};

function row(cells: string): Record<LifeState['name'], string> {
  const names = states.map(({ name }) => name);
  return Object.fromEntries(cells.split(' ').map((cell, i) => [names[i], cell])) as Record<LifeState['name'], string>;
}

describe.each(inputs.map((input) => [input.type, input] as const))('%s', (type, input) => {
  test.each(states.map((state) => [state.name, state] as const))('in %s', (name, state) => {
    const expected = TABLE[type][name];
    const { state: next, effects } = stepLife(state, input);
    expect(next.name).toBe(expected === '.' ? name : expected);
    if (next.name === 'backing-off' && name !== 'backing-off')
      expect(effects.map((effect) => effect.type)).toEqual(['close', 'timer']);
    if (next.name === 'stopped' && name !== 'stopped') expect(effects).toContainEqual({ type: 'timer', delayMs: null });
  });
});

test('each failure in a row waits longer, up to a minute', () => {
  const delays: number[] = [];
  let state: LifeState = { name: 'opening', attempt: 0 };
  for (let i = 0; i < 8; i++) {
    state = stepLife(state, { type: 'open-failed', reason: 'not-found' }).state;
    if (state.name === 'backing-off') delays.push(state.delayMs);
    state = stepLife(state, { type: 'timer' }).state;
  }
  expect(delays).toEqual([1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 60_000, 60_000]);
});
