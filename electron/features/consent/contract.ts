import { z } from 'zod';
import type { ConversationDto } from '../conversations/contract.ts';
import { CONSENT_CHOICES, type ConsentChoice } from '../../shared/consent-words.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';

/** What consent is for; `all` if somebody spoke of messages as such. */
export type ConsentPurpose = 'all' | 'service' | 'survey' | 'offer';

/** Where it was said: in a message, read out of one by a person, at the counter, in an imported list, or on a web page. */
export type ConsentEventSource = 'text' | 'operator' | 'counter' | 'import' | 'web';

/** What a customer wants from us, and how we know it. */
export interface ConsentDto {
  readonly wants: Readonly<Record<ConsentChoice, boolean>>;
  /**
   * When the customer was asked by message whether they want offers, if they have not answered yet; null if no question is open.
   */
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

/** What customers agreed to, and how we know it. */
export const consentContract = {
  methods: {
    /** Decides whether a message that may ask for no more messages does so. */
    'consent.decide': method(
      z.strictObject({ conversationId: id, as: z.enum(['opt-out', 'innocent']) }),
      answer<ConversationDto>(),
    ),
    'consent.get': method(z.strictObject({ conversationId: id }), answer<ConsentDto>()),
    /** Records what a customer said at the counter, which cannot undo their STOP. */
    'consent.record': method(
      z.strictObject({
        conversationId: id,
        purpose: z.enum(CONSENT_CHOICES),
        state: z.enum(['granted', 'withdrawn']),
        wording: z.string().trim().min(1).max(500),
      }),
      answer<ConsentDto>(),
    ),
    /** Asks by message whether offers are wanted. */
    'consent.askForOffers': method(z.strictObject({ conversationId: id }), answer<ConsentDto>()),
  },
  events: {},
} satisfies Contract;
