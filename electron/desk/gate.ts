import type { Purpose } from '../shared/views.ts';

/** All that the gate looks at, as it is at this moment. */
export interface GateFacts {
  readonly purpose: Purpose;
  readonly now: number;
  readonly expiresAt: number | null;
  readonly optedOut: boolean;
  /** The operator wants nothing to do with this number. */
  readonly blocked: boolean;
  /** A text of this number may ask for no more, and no person has looked yet. */
  readonly askedForEnd: boolean;
  /** Which cap of the line holds so many more parts, and until when; asked only where it matters. */
  readonly heldByCap: () => { readonly cap: 'minute' | 'hour' | 'day'; readonly untilMs: number } | null;
}

export type GateDecision =
  | { readonly kind: 'send' }
  /** Without a time: until a person has decided. */
  | { readonly kind: 'hold'; readonly reason: string; readonly untilMs: number | null }
  | { readonly kind: 'drop'; readonly state: 'expired' | 'cancelled'; readonly reason: string };

/**
 * What an opted-out customer may still get: a person's answer to what he writes, and the confirmation that no more
 * comes.
 */
const ALLOWED_WHEN_OPTED_OUT: ReadonlySet<Purpose> = new Set(['answer', 'system']);
/** A person at the counter cannot flood anybody; what a person writes counts all the same. */
const EXEMPT_FROM_CAPS: ReadonlySet<Purpose> = new Set(['answer', 'system']);

/** The one function every outgoing part passes right before the modem. */
export function gate({ purpose, now, expiresAt, optedOut, blocked, askedForEnd, heldByCap }: GateFacts): GateDecision {
  if (expiresAt !== null && expiresAt <= now) return { kind: 'drop', state: 'expired', reason: 'expired' };
  if (optedOut && !ALLOWED_WHEN_OPTED_OUT.has(purpose))
    return { kind: 'drop', state: 'cancelled', reason: 'opted-out' };
  // An answer that a person writes all the same is his own decision.
  if (blocked && purpose !== 'answer') return { kind: 'drop', state: 'cancelled', reason: 'blocked' };
  if (askedForEnd && !ALLOWED_WHEN_OPTED_OUT.has(purpose))
    return { kind: 'hold', reason: 'consent-question', untilMs: null };
  const held = EXEMPT_FROM_CAPS.has(purpose) ? null : heldByCap();
  return held === null ? { kind: 'send' } : { kind: 'hold', reason: `cap-${held.cap}`, untilMs: held.untilMs };
}
