import { z } from 'zod';
import type { ConversationDto } from '../conversations/contract.ts';
import { CONSENT_CHOICES, type ConsentChoice } from '../../shared/consent-words.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';

/** What consent is for; `all` where somebody spoke of texts as such. */
export type ConsentPurpose = 'all' | 'service' | 'survey' | 'offer';

/** Where it was said: in a text, read out of one by a person, at the counter, in a list that was brought in, on a web page. */
export type ConsentEventSource = 'text' | 'operator' | 'counter' | 'import' | 'web';

/** What a customer wants of us, and how we know. */
export interface ConsentDto {
  readonly wants: Readonly<Record<ConsentChoice, boolean>>;
  /** Whether offers are wanted was asked by text, and not answered yet; null: no question is open. */
  readonly offersAskedAt: number | null;
  /** The newest first. */
  readonly entries: readonly ConsentEventDto[];
}

/** One entry of the consent ledger. */
export interface ConsentEventDto {
  readonly at: number;
  readonly purpose: ConsentPurpose;
  readonly state: 'granted' | 'withdrawn';
  readonly source: ConsentEventSource;
  /** What was said, word for word. */
  readonly wording: string;
  readonly author: string | null;
}

/** What customers agreed to, and how it is known. */
export const consentContract = {
  methods: {
    /** Whether a text that may ask for no more texts does. */
    'consent.decide': method(
      z.strictObject({ conversationId: id, as: z.enum(['opt-out', 'innocent']) }),
      answer<ConversationDto>(),
    ),
    'consent.get': method(z.strictObject({ conversationId: id }), answer<ConsentDto>()),
    /** What a customer said at the counter: nothing of it undoes their STOP. */
    'consent.record': method(
      z.strictObject({
        conversationId: id,
        purpose: z.enum(CONSENT_CHOICES),
        state: z.enum(['granted', 'withdrawn']),
        wording: z.string().trim().min(1).max(500),
      }),
      answer<ConsentDto>(),
    ),
    /** Asks by text whether offers are wanted. */
    'consent.askForOffers': method(z.strictObject({ conversationId: id }), answer<ConsentDto>()),
  },
  events: {},
} satisfies Contract;
