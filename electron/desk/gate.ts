import type { Purpose } from '../shared/views.ts';

/** All that the gate looks at, as it is at this moment. */
export interface GateFacts {
  readonly purpose: Purpose;
  readonly now: number;
  readonly expiresAt: number | null;
  readonly optedOut: boolean;
  /** The operator wants nothing to do with this number. */
  readonly blocked: boolean;
  /** Which cap of the line holds so many more parts, and until when; asked only where it matters. */
  readonly heldByCap: () => { readonly cap: 'minute' | 'hour' | 'day'; readonly untilMs: number } | null;
}

export type GateDecision =
  | { readonly kind: 'send' }
  | { readonly kind: 'hold'; readonly reason: string; readonly untilMs: number }
  | { readonly kind: 'drop'; readonly state: 'expired' | 'cancelled'; readonly reason: string };

/**
 * What an opted-out customer may still get: a person's answer to what he writes, and the confirmation that no more
 * comes.
 */
const ALLOWED_WHEN_OPTED_OUT: ReadonlySet<Purpose> = new Set(['answer', 'system']);
/** A person at the counter cannot flood anybody; what a person writes counts all the same. */
const EXEMPT_FROM_CAPS: ReadonlySet<Purpose> = new Set(['answer', 'system']);

/** The one function every outgoing part passes right before the modem. */
export function gate({ purpose, now, expiresAt, optedOut, blocked, heldByCap }: GateFacts): GateDecision {
  if (expiresAt !== null && expiresAt <= now) return { kind: 'drop', state: 'expired', reason: 'expired' };
  if (optedOut && !ALLOWED_WHEN_OPTED_OUT.has(purpose))
    return { kind: 'drop', state: 'cancelled', reason: 'opted-out' };
  // An answer that a person writes all the same is his own decision.
  if (blocked && purpose !== 'answer') return { kind: 'drop', state: 'cancelled', reason: 'blocked' };
  const held = EXEMPT_FROM_CAPS.has(purpose) ? null : heldByCap();
  return held === null ? { kind: 'send' } : { kind: 'hold', reason: `cap-${held.cap}`, untilMs: held.untilMs };
}
