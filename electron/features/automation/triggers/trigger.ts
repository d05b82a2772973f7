import type { ContactField } from '../../contacts/contract.ts';
import type { ConversationEventKind } from '../../conversations/contract.ts';
import type { FaqLanguage } from '../faq/languages.ts';

/** What the author of a rule says of its trigger, each in a field of the editor. */
export type TriggerField =
  /** Of opening time. */
  | { readonly kind: 'minutes'; readonly offered: readonly number[]; readonly initial: number }
  | { readonly kind: 'days'; readonly offered: readonly number[]; readonly initial: number }
  /** Null: any tag. */
  | { readonly kind: 'tag'; readonly initial: string | null }
  /** A field of the customer that holds a date; empty: the birthday. */
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

/** What was said of a trigger's fields. */
export type Params<F extends TriggerFields> = { readonly [K in keyof F]: ValueOfField<F[K]> };

/** What has happened, and what is known of the customer at that moment. */
export interface RuleFacts {
  /** The names of all triggers that it is one of. */
  readonly triggers: readonly string[];
  /** What the customer last said; empty: nothing. */
  readonly text: string;
  readonly isOpen: boolean;
  readonly tagIds: readonly string[];
  /** The tag that was given, where that is what has happened. */
  readonly givenTagId: string | null;
  readonly fields: readonly ContactField[];
  /** In which words' endings are forgiven. */
  readonly language: FaqLanguage;
}

/** A text that has just come in and that nothing else has dealt with. */
export interface HeardText {
  readonly text: string;
  /** Whether nothing was ever heard of its sender before. */
  readonly isFirst: () => boolean;
}

/** What a person did with a conversation. */
export type Change = { readonly kind: 'closed' } | { readonly kind: 'tagged'; readonly tagId: string };

/** A date of each customer that comes round every year. */
export interface YearlyDate {
  /** A field of the customer that holds it; empty: the birthday. */
  readonly field: string;
  readonly daysBefore: number;
  /** Only to who agreed to offers. */
  readonly isOffer: boolean;
}

/** What sets it off, and where the desk looks for it. */
type Source<P> =
  | { readonly by: 'text'; readonly isIt: (text: HeardText) => boolean }
  | { readonly by: 'missed-call' }
  | { readonly by: 'change'; readonly isIt: (change: Change) => boolean }
  /** Somebody waits for an answer: for how many minutes of opening time. */
  | { readonly by: 'waiting'; readonly minutes: (params: P) => number }
  | { readonly by: 'date'; readonly date: (params: P) => YearlyDate };

/** Of the last days: where a rule would have been set off. */
export interface Past {
  readonly looked: number;
  readonly hits: readonly { readonly conversation: number; readonly at: number; readonly text: string }[];
}

export interface PastText {
  readonly at: number;
  readonly isFirst: () => boolean;
  /** When its sender had waited so many minutes of opening time, if nobody had answered by then; null: that was never so. */
  readonly unansweredAt: (minutes: number) => number | null;
}

/** Looks through the last days for a dry run. */
export interface Look {
  /** @param at when a text would have set it off; null: it would not */
  texts(at: (text: PastText) => number | null): Promise<Past>;
  events(kinds: readonly ConversationEventKind[]): Past;
}

/** What sets a rule off: all there is to say about it, but for its words in `electron/locales`. */
export interface Trigger<N extends string = string, F extends TriggerFields = TriggerFields> {
  readonly name: N;
  readonly fields: F;
  /** Words of the customer are there, so that a rule may ask for some. */
  readonly hasText: boolean;
  readonly source: Source<Params<F>>;
  /** What its fields ask beyond that it happened. */
  readonly matches?: (params: Params<F>, facts: RuleFacts) => boolean;
  /** Its dry run; null: nobody keeps what it hangs on. */
  readonly past: ((look: Look, params: Params<F>) => Past | Promise<Past>) | null;
}

export function trigger<const N extends string, const F extends TriggerFields>(spec: Trigger<N, F>): Trigger<N, F> {
  return spec;
}
