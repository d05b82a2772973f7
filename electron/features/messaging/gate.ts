import type { Purpose } from './contract.ts';

/** What can speak against a text, in the order in which it is asked. */
export const CONDITIONS = [
  'expired', // its time is over
  'blocked', // the operator wants nothing to do with this number
  'opted-out', // the customer asked for no more texts
  'not-wanted', // not for this purpose: taken back, or never agreed to where that is needed
  'no-customer', // a short code, a line of ours: nobody reads it
  'talking', // a person has just answered in this conversation
  'answered-enough', // so many answers by themselves that it may be two programs talking to each other
  'consent-question', // may have asked for no more; no person has looked yet
  'week-full', // the customer has had as much as anybody should get in a week
  'quiet-hours', // the hour of the customer's day
  'holiday', // the shop's
  'cap-minute', // of the line
  'cap-hour',
  'cap-day',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * What becomes of a text where a condition is met. `fresh`: it goes if it answers what the customer has just written, and is
 * nothing any more if it does not.
 */
export type Effect = 'send' | 'hold' | 'fresh' | 'drop';

/**
 * The whole of the gate: purpose by condition. A person's answer is their own decision, and a confirmation says only what a customer
 * has just asked for; everything else is weighed.
 */
export const GATE_TABLE: Readonly<Record<Condition, Readonly<Record<Purpose, Effect>>>> = {
  expired: { answer: 'drop', system: 'drop', auto: 'drop', service: 'drop', survey: 'drop', offer: 'drop' },
  blocked: { answer: 'send', system: 'drop', auto: 'drop', service: 'drop', survey: 'drop', offer: 'drop' },
  'opted-out': { answer: 'send', system: 'send', auto: 'drop', service: 'drop', survey: 'drop', offer: 'drop' },
  'not-wanted': { answer: 'send', system: 'send', auto: 'send', service: 'drop', survey: 'drop', offer: 'drop' },
  'no-customer': { answer: 'send', system: 'send', auto: 'drop', service: 'send', survey: 'drop', offer: 'drop' },
  talking: { answer: 'send', system: 'send', auto: 'drop', service: 'send', survey: 'hold', offer: 'hold' },
  'answered-enough': { answer: 'send', system: 'send', auto: 'drop', service: 'send', survey: 'send', offer: 'send' },
  'consent-question': { answer: 'send', system: 'send', auto: 'hold', service: 'hold', survey: 'hold', offer: 'hold' },
  'week-full': { answer: 'send', system: 'send', auto: 'drop', service: 'hold', survey: 'hold', offer: 'hold' },
  'quiet-hours': { answer: 'send', system: 'send', auto: 'fresh', service: 'hold', survey: 'hold', offer: 'hold' },
  holiday: { answer: 'send', system: 'send', auto: 'send', service: 'send', survey: 'hold', offer: 'hold' },
  'cap-minute': { answer: 'send', system: 'send', auto: 'hold', service: 'hold', survey: 'hold', offer: 'hold' },
  'cap-hour': { answer: 'send', system: 'send', auto: 'hold', service: 'hold', survey: 'hold', offer: 'hold' },
  'cap-day': { answer: 'send', system: 'send', auto: 'hold', service: 'hold', survey: 'hold', offer: 'hold' },
};

/** What is asked again between two parts of one text: half of one is worth nothing, but a customer's word is. */
const BETWEEN_PARTS: ReadonlySet<Condition> = new Set(['expired', 'blocked', 'opted-out']);

/** A condition that is met, and until when; null where only a person or the customer ends it. */
export interface Met {
  readonly untilMs: number | null;
}

/** All that the gate looks at, as it is at this moment: each is asked only where the table makes something of it. */
export interface GateFacts {
  readonly purpose: Purpose;
  /** UTC epoch milliseconds after which it is worth nothing; null: it always is. */
  readonly expiresAt: number | null;
  /** A part of it has left. */
  readonly hasBegun: boolean;
  /** Whether it answers what the customer has just written. */
  readonly isFresh: () => boolean;
  /** Null: not met. */
  readonly met: Readonly<Record<Condition, () => Met | null>>;
}

export type GateDecision =
  | { readonly kind: 'send' }
  /** Without a time: until a person has decided. */
  | { readonly kind: 'hold'; readonly reason: Condition; readonly untilMs: number | null }
  | { readonly kind: 'drop'; readonly state: 'expired' | 'cancelled'; readonly reason: Condition };

/** The one function every outgoing part passes right before the modem. */
export function gate(facts: GateFacts): GateDecision {
  for (const condition of CONDITIONS) {
    const effect = GATE_TABLE[condition][facts.purpose];
    if (effect === 'send' || (facts.hasBegun && !BETWEEN_PARTS.has(condition))) continue;
    const met = facts.met[condition]();
    if (met === null || (effect === 'fresh' && facts.isFresh())) continue;
    if (effect === 'hold') {
      // It is looked at again when its worth ends, to be told as what it then is.
      const { untilMs } = met;
      const { expiresAt } = facts;
      return {
        kind: 'hold',
        reason: condition,
        untilMs: untilMs !== null && expiresAt !== null ? Math.min(untilMs, expiresAt) : untilMs,
      };
    }
    return { kind: 'drop', state: condition === 'expired' ? 'expired' : 'cancelled', reason: condition };
  }
  return { kind: 'send' };
}
