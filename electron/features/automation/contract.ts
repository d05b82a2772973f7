import { z } from 'zod';
import type { ConversationDto } from '../conversations/contract.ts';
import { MAX_TEXT_LENGTH } from '../../shared/composing.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import { type Faq, type FaqLanguage, faq } from '../../shared/faq.ts';
import type { ConversationId, MessageId } from '../../shared/ids.ts';
import { type Rule, rule } from './rules/rule.ts';

export type { Rule };

/** A question the shop answers by itself. */
export interface FaqDto extends Faq {
  readonly id: string;
}

/** A possible answer, and where it is from. */
export interface DraftSourceDto {
  readonly kind: 'question' | 'template' | 'past';
  /** The question's or template's name, or whom it was said to. */
  readonly label: string;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  /** When it was said, and where; null where it is no past answer. */
  readonly at: number | null;
  readonly conversationId: ConversationId | null;
  readonly messageId: MessageId | null;
}

/** What somebody may answer with. */
export interface DraftsDto {
  /** What the customer wrote last; empty: nothing. */
  readonly asked: string;
  /** The likeliest first. */
  readonly sources: readonly DraftSourceDto[];
}

/** What a language model made of the sources, for a person to look at. */
export interface WrittenDraftDto {
  readonly text: string;
  /** Numbers, prices, times and days that stand in none of the sources, in UTF-16 units. */
  readonly unsupported: readonly { readonly start: number; readonly end: number }[];
}

/** What several customers asked about lately, without an answer of the shop's for it. */
export interface FaqGapDto {
  readonly key: string;
  readonly language: FaqLanguage;
  /** The word or two that it is about. */
  readonly label: string;
  readonly customers: number;
  readonly samples: readonly string[];
}

/** Something the owner wants done by itself. */
export interface RuleDto extends Rule {
  readonly id: string;
}

/** What a rule would have done in the past. */
export interface SimulationDto {
  /** Texts and calls that were looked through. */
  readonly looked: number;
  /** How often it would have been set off. */
  readonly total: number;
  /** The newest of them. */
  readonly hits: readonly {
    readonly conversationId: ConversationId;
    readonly who: string;
    readonly at: number;
    /** What was said; empty: a call. */
    readonly text: string;
  }[];
  /** Nothing is kept of what sets it off: it cannot be simulated. */
  readonly isUnknown: boolean;
}

/** One of the shop's answers, filled for a customer. */
export interface FaqAnswerDto {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Which of the shop's answers may fit what a customer last said; where none fits, nobody waits for an answer. */
export interface SuggestionsDto {
  readonly messageId: string | null;
  readonly answers: readonly FaqAnswerDto[];
}

/** What would become of a text that came in now. */
export interface TryDto {
  /** `consent`: it asks about being texted. `nobody`: left to a person. */
  readonly outcome: 'consent' | 'person' | 'rule' | 'answer' | 'closed' | 'suggest' | 'nobody';
  readonly wish: 'opt-out' | 'opt-in' | 'offers' | 'help' | 'maybe' | null;
  readonly answers: readonly FaqAnswerDto[];
  /** What the customer would get; null: nothing by itself. */
  readonly text: string | null;
  /** The name of what answers. */
  readonly by: string | null;
  /** Rules that do something else, by name. */
  readonly rules: readonly string[];
}

/** What is answered by itself, and what is suggested. */
export const automationContract = {
  methods: {
    'faqs.list': method(z.strictObject({}), answer<readonly FaqDto[]>()),
    /** Id null for a new one. */
    'faqs.save': method(faq.safeExtend({ id: id.nullable() }), answer<FaqDto>()),
    'faqs.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly FaqDto[]>()),
    /** How a customer asked it, to be known from now on. */
    'faqs.addPhrasing': method(
      z.strictObject({ id, text: z.string().trim().min(1).max(MAX_TEXT_LENGTH) }),
      answer<FaqDto>(),
    ),
    /** What is asked often without an answer, of the last 60 days. */
    'faqs.gaps': method(z.strictObject({}), answer<readonly FaqGapDto[]>()),
    /** Not worth an answer: not shown any more. */
    'faqs.dismissGap': method(
      z.strictObject({ key: z.string().max(200), dismissed: z.boolean() }),
      answer<readonly FaqGapDto[]>(),
    ),
    'rules.list': method(z.strictObject({}), answer<readonly RuleDto[]>()),
    /** Id null for a new one. */
    'rules.save': method(rule.safeExtend({ id: id.nullable() }), answer<RuleDto>()),
    'rules.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly RuleDto[]>()),
    'rules.setOrder': method(z.strictObject({ ids: z.array(id).min(1).max(200) }), answer<readonly RuleDto[]>()),
    /** What it would have done in the last days. */
    'rules.simulate': method(z.strictObject({ rule, days: z.number().int().min(1).max(90) }), answer<SimulationDto>()),
    /** Which answers may fit what the customer last said. */
    'answers.suggest': method(z.strictObject({ conversationId: id }), answer<SuggestionsDto>()),
    /** What the person at the counter may answer with. */
    'answers.draft': method(z.strictObject({ conversationId: id }), answer<DraftsDto>()),
    /** A draft in the words of the owner's language model. */
    'answers.write': method(z.strictObject({ conversationId: id }), answer<WrittenDraftDto>()),
    /** What language models there are at an address. */
    'answers.models': method(
      z.strictObject({ address: z.string().trim().min(1).max(200) }),
      answer<readonly string[]>(),
    ),
    /** What would become of a text that came in now. */
    'answers.try': method(z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH) }), answer<TryDto>()),
    'answers.setPaused': method(z.strictObject({ conversationId: id, paused: z.boolean() }), answer<ConversationDto>()),
    /** What the closed-hours answer would say. */
    'answers.preview': method(z.strictObject({}), answer<{ readonly closed: string }>()),
  },
  events: {
    /** A rule wants somebody to look at once. */
    'conversation.flagged': event<{ readonly conversation: ConversationDto; readonly rule: string }>(),
  },
} satisfies Contract;
