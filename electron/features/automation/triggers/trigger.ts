import type { ContactField } from '../../contacts/contract.ts';
import type { ConversationEventKind } from '../../conversations/contract.ts';
import type { FaqLanguage } from '../faq/languages.ts';

/** What the author of a rule sets for its trigger. Each is a field of the editor. */
export type TriggerField =
  /** Minutes of opening time. */
  | { readonly kind: 'minutes'; readonly offered: readonly number[]; readonly initial: number }
  | { readonly kind: 'days'; readonly offered: readonly number[]; readonly initial: number }
  /** Null means any tag. */
  | { readonly kind: 'tag'; readonly initial: string | null }
  /** A field of the customer that holds a date; empty means the birthday. */
  | { readonly kind: 'date-field'; readonly initial: string }
  | { readonly kind: 'flag'; readonly initial: boolean };

export type TriggerFields = Readonly<Record<string, TriggerField>>;

type ValueOfField<F> = F extends { readonly kind: 'minutes' | 'days' }
  ? number
  : F extends { readonly kind: 'tag' }
    ? string | null
    : F extends { readonly kind: 'flag' }
      ? boolean
      : string;

/** The values of a trigger's fields. */
export type Params<F extends TriggerFields> = { readonly [K in keyof F]: ValueOfField<F[K]> };

/** What has happened, and what is known about the customer at that moment. */
export interface RuleFacts {
  /** The names of all triggers that this event matches. */
  readonly triggers: readonly string[];
  /** What the customer said last; empty if there is nothing. */
  readonly text: string;
  readonly isOpen: boolean;
  readonly tagIds: readonly string[];
  /** The tag that was given, if that is what happened. */
  readonly givenTagId: string | null;
  readonly fields: readonly ContactField[];
  /** The language whose word endings are ignored when phrases are compared. */
  readonly language: FaqLanguage;
}

/** A message that has just come in and that nothing else has dealt with. */
export interface HeardText {
  readonly text: string;
  /** Whether this is the first message ever from its sender. */
  readonly isFirst: () => boolean;
}

/** What a person did with a conversation. */
export type Change = { readonly kind: 'closed' } | { readonly kind: 'tagged'; readonly tagId: string };

/** A date of each customer that comes around every year. */
export interface YearlyDate {
  /** The customer's field that holds the date; empty means the birthday. */
  readonly field: string;
  readonly daysBefore: number;
  /** Whether it is only for customers who agreed to offers. */
  readonly isOffer: boolean;
}

/** What sets a rule off, and where the desk looks for it. */
type Source<P> =
  | { readonly by: 'text'; readonly isIt: (text: HeardText) => boolean }
  | { readonly by: 'missed-call' }
  | { readonly by: 'change'; readonly isIt: (change: Change) => boolean }
  /** A customer waits for an answer: this is for how many minutes of opening time. */
  | { readonly by: 'waiting'; readonly minutes: (params: P) => number }
  | { readonly by: 'date'; readonly date: (params: P) => YearlyDate };

/** The cases in the last days in which a rule would have been set off. */
export interface Past {
  readonly looked: number;
  readonly hits: readonly { readonly conversation: number; readonly at: number; readonly text: string }[];
}

export interface PastText {
  readonly at: number;
  readonly isFirst: () => boolean;
  /** When the sender had waited this many minutes of opening time without an answer; null if that never happened. */
  readonly unansweredAt: (minutes: number) => number | null;
}

/** Looks through the last days for a simulation. */
export interface Look {
  /** @param at says when a message would have set the rule off, or null if it would not have */
  texts(at: (text: PastText) => number | null): Promise<Past>;
  events(kinds: readonly ConversationEventKind[]): Past;
}

/** Everything there is to say about what sets a rule off, except for its words in `electron/locales`. */
export interface Trigger<N extends string = string, F extends TriggerFields = TriggerFields> {
  readonly name: N;
  readonly fields: F;
  /** Whether the customer's words are available, so that a rule may ask for some. */
  readonly hasText: boolean;
  readonly source: Source<Params<F>>;
  /** The further conditions that its fields add. */
  readonly matches?: (params: Params<F>, facts: RuleFacts) => boolean;
  /** Simulates the trigger over the past; null if nothing is kept about what it depends on. */
  readonly past: ((look: Look, params: Params<F>) => Past | Promise<Past>) | null;
}

export function trigger<const N extends string, const F extends TriggerFields>(spec: Trigger<N, F>): Trigger<N, F> {
  return spec;
}
