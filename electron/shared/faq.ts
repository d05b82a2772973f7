import { CUSTOMER_LANGUAGES } from '../locales/customer-languages.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';

/** Languages that the matching reads; a question in another language is left to a person. */
export const FAQ_LANGUAGES = CUSTOMER_LANGUAGES;
export type FaqLanguage = (typeof FAQ_LANGUAGES)[number];

export const MOST_PHRASINGS = 60;

const phrase = z.string().trim().min(1).max(200);

/** How something is asked in one language, and how it is answered. */
export const faqWording = z.strictObject({
  language: z.enum(FAQ_LANGUAGES),
  phrasings: z.array(phrase).max(MOST_PHRASINGS),
  /** A message that contains one of these is at least shown with this answer. */
  keywords: z.array(phrase).max(60),
  /** May contain variables: {@link ANSWER_VARIABLES}. */
  answer: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
});
export type FaqWording = z.infer<typeof faqWording>;

export const faq = z.strictObject({
  /** The name is shown beside what the question sent. */
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

/** A question that most shops are asked, in one language, with ready-made phrasings. */
export interface FaqStarter {
  readonly name: string;
  readonly phrasings: readonly string[];
  readonly keywords: readonly string[];
  /** Empty if the owner has to write it. */
  readonly answer: string;
}
