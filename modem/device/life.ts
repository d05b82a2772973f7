/** One modem's life as a pure machine: what to do next, and what to tell the operator. */

/** Why a line cannot work until somebody acts. */
export type OperatorReason = 'pin-required' | 'pin-refused' | 'puk-required' | 'sim-missing' | 'sim-failed';
export type FaultReason =
  'not-found' | 'busy' | 'no-permission' | 'open-failed' | 'unplugged' | 'unresponsive' | 'setup-failed';

export type LifeState =
  | { readonly name: 'stopped' }
  | { readonly name: 'opening'; readonly attempt: number }
  | { readonly name: 'initialising'; readonly attempt: number }
  | { readonly name: 'blocked'; readonly reason: OperatorReason }
  | { readonly name: 'searching'; readonly reason: 'searching' | 'denied' }
  | { readonly name: 'ready' }
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
  /** The modem started anew without the port closing. */
  | { readonly type: 'restarted' }
  | { readonly type: 'link-lost' }
  | { readonly type: 'unresponsive' }
  | { readonly type: 'timer' };

export type LifeEffect =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'initialise' }
  | { readonly type: 'watch' }
  /** Replaces the one timer; null stops it. */
  | { readonly type: 'timer'; readonly delayMs: number | null };

/** A modem is often back within a second of a reset; a missing one is looked for every minute ([W9]). */
const BACK_OFF_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000] as const;
/** A SIM put in or unlocked elsewhere is noticed after this. */
const BLOCKED_RECHECK_MS = 30_000;
/** Registration and signal are asked for this often ([W9]). */
export const WATCH_INTERVAL_MS = 30_000;

export const INITIAL_LIFE: LifeState = { name: 'stopped' };

type Step = { readonly state: LifeState; readonly effects: readonly LifeEffect[] };

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
      return input.type === 'timer' ? opening(state.attempt) : { state, effects: [] };
    case 'initialising':
    case 'blocked':
    case 'searching':
    case 'ready':
      return whileOpen(state, input);
  }
}

function whileOpen(
  state: Extract<LifeState, { name: 'initialising' | 'blocked' | 'searching' | 'ready' }>,
  input: LifeInput,
): Step {
  const attempt = state.name === 'initialising' ? state.attempt : 0;
  switch (input.type) {
    case 'link-lost':
      return backOff('unplugged', attempt);
    case 'unresponsive':
      return backOff('unresponsive', attempt);
    case 'restarted':
      if (state.name !== 'ready' && state.name !== 'searching') return { state, effects: [] };
      return {
        state: { name: 'initialising', attempt: 0 },
        effects: [{ type: 'timer', delayMs: null }, { type: 'initialise' }],
      };
    case 'initialise-failed':
      return backOff('setup-failed', attempt);
    case 'blocked':
      return {
        state: { name: 'blocked', reason: input.reason },
        effects: [{ type: 'timer', delayMs: BLOCKED_RECHECK_MS }],
      };
    case 'initialised':
      return registered(state, input);
    case 'registration':
      return state.name === 'searching' || state.name === 'ready' ? registered(state, input) : { state, effects: [] };
    case 'timer':
      if (state.name === 'blocked') {
        return { state: { name: 'initialising', attempt: 0 }, effects: [{ type: 'initialise' }] };
      }
      return state.name === 'initialising'
        ? { state, effects: [] }
        : { state, effects: [{ type: 'watch' }, { type: 'timer', delayMs: WATCH_INTERVAL_MS }] };
    default:
      return { state, effects: [] };
  }
}

/** A state that stays the same stays the same object: nothing is announced. */
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
  return { state: { name: 'opening', attempt }, effects: [{ type: 'timer', delayMs: null }, { type: 'open' }] };
}

function backOff(reason: FaultReason, attempt: number): Step {
  const delayMs = BACK_OFF_MS[Math.min(attempt, BACK_OFF_MS.length - 1)] as number;
  return {
    state: { name: 'backing-off', reason, attempt: attempt + 1, delayMs },
    effects: [{ type: 'close' }, { type: 'timer', delayMs }],
  };
}
