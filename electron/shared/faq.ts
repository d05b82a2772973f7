import { CUSTOMER_LANGUAGES } from '../locales/customer-languages.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';

/** Languages the matching reads; what is asked in another is for a person. */
export const FAQ_LANGUAGES = CUSTOMER_LANGUAGES;
export type FaqLanguage = (typeof FAQ_LANGUAGES)[number];

export const MOST_PHRASINGS = 60;

const phrase = z.string().trim().min(1).max(200);

/** How something is asked in one language, and what is answered. */
export const faqWording = z.strictObject({
  language: z.enum(FAQ_LANGUAGES),
  phrasings: z.array(phrase).max(MOST_PHRASINGS),
  /** A text that holds one of them is at least shown with this answer. */
  keywords: z.array(phrase).max(60),
  /** May hold variables: {@link ANSWER_VARIABLES}. */
  answer: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
});
export type FaqWording = z.infer<typeof faqWording>;

export const faq = z.strictObject({
  /** Stands beside what it sent. */
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  wordings: z
    .array(faqWording)
    .min(1)
    .max(FAQ_LANGUAGES.length)
    .refine((all) => new Set(all.map(({ language }) => language)).size === all.length, {
      message: 'a language is there twice',
    }),
});
export type Faq = z.infer<typeof faq>;

/** A question that most shops are asked, in one language: how it is asked stands there already. */
export interface FaqStarter {
  readonly name: string;
  readonly phrasings: readonly string[];
  readonly keywords: readonly string[];
  /** Empty: the owner writes it. */
  readonly answer: string;
}
