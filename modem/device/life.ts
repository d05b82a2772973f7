/** One modem's life as a pure state machine: what to do next, and what to tell the person at the desk. */

/** Why a line cannot work until somebody acts. */
export type OperatorReason =
  | 'pin-required'
  | 'pin-refused'
  | 'puk-required'
  | 'sim-missing'
  | 'sim-failed'
  /** The modem only knows text mode, in which neither long messages nor delivery reports can be recognized. */
  | 'text-mode-only';
export type FaultReason =
  | 'not-found'
  | 'busy'
  | 'no-permission'
  | 'open-failed'
  | 'unplugged'
  | 'unresponsive'
  /** The modem was told to restart, and its port went away with it. */
  | 'restarting'
  | 'setup-failed';

export type LifeState =
  | { readonly name: 'stopped' }
  | { readonly name: 'opening'; readonly attempt: number }
  | { readonly name: 'initialising'; readonly attempt: number }
  | { readonly name: 'blocked'; readonly reason: OperatorReason }
  | { readonly name: 'searching'; readonly reason: 'searching' | 'denied' }
  | { readonly name: 'ready' }
  /** The modem fell silent, or fails with every message, and is told to restart. */
  | { readonly name: 'resetting'; readonly attempt: number }
  | { readonly name: 'backing-off'; readonly reason: FaultReason; readonly attempt: number; readonly delayMs: number };

export type LifeInput =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'opened' }
  | { readonly type: 'open-failed'; readonly reason: FaultReason }
  | { readonly type: 'initialised'; readonly registered: boolean; readonly denied: boolean }
  | { readonly type: 'blocked'; readonly reason: OperatorReason }
  | { readonly type: 'initialise-failed' }
  | { readonly type: 'registration'; readonly registered: boolean; readonly denied: boolean }
  /** The modem restarted without the port closing, or its SIM was changed. */
  | { readonly type: 'restarted' }
  | { readonly type: 'link-lost' }
  | { readonly type: 'unresponsive' }
  /** Ports appeared or disappeared, or the computer woke up: there is no reason to wait any longer. */
  | { readonly type: 'look-now' }
  | { readonly type: 'timer' };

export type LifeEffect =
  /** `locate`: the modem may be behind another port by now. */
  | { readonly type: 'open'; readonly locate: boolean }
  | { readonly type: 'close' }
  | { readonly type: 'initialise' }
  /** AT+CFUN=1,1 (27.007 §8.2). */
  | { readonly type: 'reset' }
  | { readonly type: 'watch' }
  /** Replaces the only timer; null stops it. */
  | { readonly type: 'timer'; readonly delayMs: number | null };

/** A modem is often back within a second of a reset; a missing one is looked for at least every minute ([W9]). */
const BACK_OFF_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000] as const;
/** A SIM that was inserted or unlocked elsewhere is noticed after this time. */
const BLOCKED_RECHECK_MS = 30_000;
/** After this time a modem that accepted the reset has restarted or has lost its port. */
const RESET_MS = 20_000;
/** Registration and signal are read this often ([W9]). */
export const WATCH_INTERVAL_MS = 30_000;

export const INITIAL_LIFE: LifeState = { name: 'stopped' };

type Step = { readonly state: LifeState; readonly effects: readonly LifeEffect[] };
type OpenState = Extract<LifeState, { name: 'initialising' | 'blocked' | 'searching' | 'ready' | 'resetting' }>;

/**
 * The recovery steps of [W9], each taken after the one before has failed: the channel's own ESC and AT; AT+CFUN=1,1; closing and
 * opening the port; looking for the modem on every port. Then all of it is repeated, ever more rarely, down to once a minute.
 */
export function stepLife(state: LifeState, input: LifeInput): Step {
  if (input.type === 'stop') {
    return { state: { name: 'stopped' }, effects: [{ type: 'timer', delayMs: null }, { type: 'close' }] };
  }
  switch (state.name) {
    case 'stopped':
      return input.type === 'start' ? opening(0) : { state, effects: [] };
    case 'opening':
      if (input.type === 'opened') {
        return { state: { name: 'initialising', attempt: state.attempt }, effects: [{ type: 'initialise' }] };
      }
      return input.type === 'open-failed' ? backOff(input.reason, state.attempt) : { state, effects: [] };
    case 'backing-off':
      return input.type === 'timer' || input.type === 'look-now' ? opening(state.attempt) : { state, effects: [] };
    case 'initialising':
    case 'blocked':
    case 'searching':
    case 'ready':
    case 'resetting':
      return whileOpen(state, input);
  }
}

function whileOpen(state: OpenState, input: LifeInput): Step {
  const attempt = 'attempt' in state ? state.attempt : 0;
  const isUp = state.name === 'ready' || state.name === 'searching' || state.name === 'blocked';
  switch (input.type) {
    case 'link-lost':
      return backOff(state.name === 'resetting' ? 'restarting' : 'unplugged', attempt);
    case 'unresponsive':
      // A modem that hangs while it starts is reset on every second try; on the others its port is reopened.
      if (isUp || (state.name === 'initialising' && attempt % 2 === 1)) {
        return {
          state: { name: 'resetting', attempt },
          effects: [{ type: 'timer', delayMs: RESET_MS }, { type: 'reset' }],
        };
      }
      return backOff('unresponsive', attempt);
    case 'restarted':
      return isUp || state.name === 'resetting' ? initialising() : { state, effects: [] };
    case 'initialise-failed':
      return state.name === 'resetting' ? { state, effects: [] } : backOff('setup-failed', attempt);
    case 'blocked':
      return state.name === 'resetting'
        ? { state, effects: [] }
        : {
            state: { name: 'blocked', reason: input.reason },
            effects: [{ type: 'timer', delayMs: BLOCKED_RECHECK_MS }],
          };
    case 'initialised':
      return state.name === 'resetting' ? { state, effects: [] } : registered(state, input);
    case 'registration':
      return state.name === 'searching' || state.name === 'ready' ? registered(state, input) : { state, effects: [] };
    case 'look-now':
      if (state.name === 'blocked') return initialising();
      return state.name === 'ready' || state.name === 'searching' ? watching(state) : { state, effects: [] };
    case 'timer':
      switch (state.name) {
        case 'blocked':
          return initialising();
        case 'initialising':
          return { state, effects: [] };
        case 'resetting': {
          const next = opening(attempt);
          return { state: next.state, effects: [{ type: 'close' }, ...next.effects] };
        }
        default:
          return watching(state);
      }
    default:
      return { state, effects: [] };
  }
}

function initialising(): Step {
  return {
    state: { name: 'initialising', attempt: 0 },
    effects: [{ type: 'timer', delayMs: null }, { type: 'initialise' }],
  };
}

function watching(state: LifeState): Step {
  return { state, effects: [{ type: 'watch' }, { type: 'timer', delayMs: WATCH_INTERVAL_MS }] };
}

/** An unchanged state stays the same object, so that nothing is announced. */
function registered(state: LifeState, input: { readonly registered: boolean; readonly denied: boolean }): Step {
  const reason = input.denied ? 'denied' : 'searching';
  const isSame = input.registered ? state.name === 'ready' : state.name === 'searching' && state.reason === reason;
  const next: LifeState = input.registered ? { name: 'ready' } : { name: 'searching', reason };
  return {
    state: isSame ? state : next,
    effects: [{ type: 'timer', delayMs: WATCH_INTERVAL_MS }],
  };
}

function opening(attempt: number): Step {
  return {
    state: { name: 'opening', attempt },
    effects: [
      { type: 'timer', delayMs: null },
      { type: 'open', locate: attempt > 1 },
    ],
  };
}

function backOff(reason: FaultReason, attempt: number): Step {
  const delayMs = BACK_OFF_MS[Math.min(attempt, BACK_OFF_MS.length - 1)] as number;
  return {
    state: { name: 'backing-off', reason, attempt: attempt + 1, delayMs },
    effects: [{ type: 'close' }, { type: 'timer', delayMs }],
  };
}
