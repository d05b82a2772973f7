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

/** A possible answer, and where it comes from. */
export interface DraftSourceDto {
  readonly kind: 'question' | 'template' | 'past';
  /** The name of the question or template, or the customer it was sent to. */
  readonly label: string;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  /** When and where it was said; both are null if it is not an earlier answer. */
  readonly at: number | null;
  readonly conversationId: ConversationId | null;
  readonly messageId: MessageId | null;
}

/** The possible answers that a person may choose from. */
export interface DraftsDto {
  /** What the customer wrote last; empty if there is nothing. */
  readonly asked: string;
  /** The likeliest first. */
  readonly sources: readonly DraftSourceDto[];
}

/** What a language model made of the sources, for a person to check. */
export interface WrittenDraftDto {
  readonly text: string;
  /** Numbers, prices, times and days that appear in none of the sources. Positions are in UTF-16 units. */
  readonly unsupported: readonly { readonly start: number; readonly end: number }[];
}

/** A subject that several customers asked about lately and for which the shop has no answer. */
export interface FaqGapDto {
  readonly key: string;
  readonly language: FaqLanguage;
  /** The word or two that it is about. */
  readonly label: string;
  readonly customers: number;
  readonly samples: readonly string[];
}

/** Something that the owner wants done automatically. */
export interface RuleDto extends Rule {
  readonly id: string;
}

/** What a rule would have done in the past. */
export interface SimulationDto {
  /** The number of messages and calls that were looked through. */
  readonly looked: number;
  /** How often the rule would have been set off. */
  readonly total: number;
  /** The newest of these cases. */
  readonly hits: readonly {
    readonly conversationId: ConversationId;
    readonly who: string;
    readonly at: number;
    /** What was said; empty for a call. */
    readonly text: string;
  }[];
  /** Nothing is kept about what sets the rule off, so it cannot be simulated. */
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

/**
 * Which of the shop's answers may fit what a customer said last. If the list is empty, nobody waits for an answer or none fits.
 */
export interface SuggestionsDto {
  readonly messageId: string | null;
  readonly answers: readonly FaqAnswerDto[];
}

/** What would become of a message that came in now. */
export interface TryDto {
  /** `consent`: it is about agreeing to be texted. `nobody`: it is left to a person. */
  readonly outcome: 'consent' | 'person' | 'rule' | 'answer' | 'closed' | 'suggest' | 'nobody';
  readonly wish: 'opt-out' | 'opt-in' | 'offers' | 'help' | 'maybe' | null;
  readonly answers: readonly FaqAnswerDto[];
  /** What the customer would get; null means no automatic answer. */
  readonly text: string | null;
  /** The name of the rule or question that answers. */
  readonly by: string | null;
  /** The names of rules that do something other than answer. */
  readonly rules: readonly string[];
}

/** What is answered automatically, and what is suggested. */
export const automationContract = {
  methods: {
    'faqs.list': method(z.strictObject({}), answer<readonly FaqDto[]>()),
    /** The id is null for a new question. */
    'faqs.save': method(faq.safeExtend({ id: id.nullable() }), answer<FaqDto>()),
    'faqs.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly FaqDto[]>()),
    /** Adds the wording that a customer used, so that it is recognized from now on. */
    'faqs.addPhrasing': method(
      z.strictObject({ id, text: z.string().trim().min(1).max(MAX_TEXT_LENGTH) }),
      answer<FaqDto>(),
    ),
    /** What was often asked without an answer in the last 60 days. */
    'faqs.gaps': method(z.strictObject({}), answer<readonly FaqGapDto[]>()),
    /** The owner does not want to answer this; it is no longer shown. */
    'faqs.dismissGap': method(
      z.strictObject({ key: z.string().max(200), dismissed: z.boolean() }),
      answer<readonly FaqGapDto[]>(),
    ),
    'rules.list': method(z.strictObject({}), answer<readonly RuleDto[]>()),
    /** The id is null for a new rule. */
    'rules.save': method(rule.safeExtend({ id: id.nullable() }), answer<RuleDto>()),
    'rules.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly RuleDto[]>()),
    'rules.setOrder': method(z.strictObject({ ids: z.array(id).min(1).max(200) }), answer<readonly RuleDto[]>()),
    /** What the rule would have done in the last days. */
    'rules.simulate': method(z.strictObject({ rule, days: z.number().int().min(1).max(90) }), answer<SimulationDto>()),
    /** Which answers may fit what the customer said last. */
    'answers.suggest': method(z.strictObject({ conversationId: id }), answer<SuggestionsDto>()),
    /** What the person at the counter may answer with. */
    'answers.draft': method(z.strictObject({ conversationId: id }), answer<DraftsDto>()),
    /** A draft written by the owner's language model. */
    'answers.write': method(z.strictObject({ conversationId: id }), answer<WrittenDraftDto>()),
    /** Which language models an address offers. */
    'answers.models': method(
      z.strictObject({ address: z.string().trim().min(1).max(200) }),
      answer<readonly string[]>(),
    ),
    /** What would become of a message that came in now. */
    'answers.try': method(z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH) }), answer<TryDto>()),
    'answers.setPaused': method(z.strictObject({ conversationId: id, paused: z.boolean() }), answer<ConversationDto>()),
    /** What the closed-hours answer would say. */
    'answers.preview': method(z.strictObject({}), answer<{ readonly closed: string }>()),
  },
  events: {
    /** A rule wants somebody to look at a conversation at once. */
    'conversation.flagged': event<{ readonly conversation: ConversationDto; readonly rule: string }>(),
  },
} satisfies Contract;
