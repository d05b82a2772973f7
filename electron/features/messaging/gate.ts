import type { Purpose } from './contract.ts';

/** Everything that can speak against a message, in the order in which it is checked. */
export const CONDITIONS = [
  'expired', // its time is over
  'blocked', // the operator wants nothing to do with this number
  'opted-out', // the customer opted out
  'not-wanted', // not wanted for this purpose: consent was taken back, or never given where it is needed
  'no-customer', // a short code or a line of ours, where nobody reads it
  'talking', // a person has just answered in this conversation
  'answered-enough', // there were so many automatic answers that two programs may be talking to each other
  'consent-question', // the customer may have asked for no more messages, and no person has looked yet
  'week-full', // the customer has had as much as anybody should get in a week
  'quiet-hours', // by the hour of the customer's day
  'holiday', // of the shop
  'cap-minute', // the caps of the line
  'cap-hour',
  'cap-day',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * What happens to a message if a condition is met. `fresh`: it is sent if it answers what the customer has just written, and
 * dropped otherwise.
 */
export type Effect = 'send' | 'hold' | 'fresh' | 'drop';

/**
 * The whole gate, as a table of purpose by condition. A person's answer is their own decision, and a confirmation says only what
 * a customer has just asked for; everything else is weighed.
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

/**
 * What is checked again between two parts of one message. Half a message is worth nothing, but a customer's word counts for more.
 */
const BETWEEN_PARTS: ReadonlySet<Condition> = new Set(['expired', 'blocked', 'opted-out']);

/** A condition that is met, and until when; null if only a person or the customer can end it. */
export interface Met {
  readonly untilMs: number | null;
}

/** Everything the gate looks at, as it is at this moment. A fact is asked for only if the table makes use of it. */
export interface GateFacts {
  readonly purpose: Purpose;
  /** UTC epoch milliseconds after which the message is worth nothing; null if it never expires. */
  readonly expiresAt: number | null;
  /** Whether a part of it has left. */
  readonly hasBegun: boolean;
  /** Whether it answers what the customer has just written. */
  readonly isFresh: () => boolean;
  /** Each returns null if the condition is not met. */
  readonly met: Readonly<Record<Condition, () => Met | null>>;
}

export type GateDecision =
  | { readonly kind: 'send' }
  /** Without a time, it is held until a person has decided. */
  | { readonly kind: 'hold'; readonly reason: Condition; readonly untilMs: number | null }
  | { readonly kind: 'drop'; readonly state: 'expired' | 'cancelled'; readonly reason: Condition };

/** The one function that every outgoing part passes right before the modem. */
export function gate(facts: GateFacts): GateDecision {
  for (const condition of CONDITIONS) {
    const effect = GATE_TABLE[condition][facts.purpose];
    if (effect === 'send' || (facts.hasBegun && !BETWEEN_PARTS.has(condition))) continue;
    const met = facts.met[condition]();
    if (met === null || (effect === 'fresh' && facts.isFresh())) continue;
    if (effect === 'hold') {
      // A held message is looked at again when it expires, so that it can then be called expired.
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
