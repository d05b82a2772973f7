import { LEXICONS } from '../../../locales/customers.ts';
import { CUSTOMER_LANGUAGES, type CustomerLanguage } from '../../../locales/customer-languages.ts';
import { wordsIn } from '../../../shared/phrases.ts';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';

export type FaqLanguage = CustomerLanguage;

interface Grammar {
  /** A folded word without its endings, as the Snowball algorithms have it. */
  readonly stem: (word: string) => string;
  /** Said in every second text, about anything. */
  readonly noise: ReadonlySet<string>;
  /** What a question is after: when, where, how much. */
  readonly asking: ReadonlySet<string>;
  /** When something is to be: an answer about every day answers it for one. */
  readonly time: ReadonlySet<string>;
  /** Words are written together there, and have others set before them. */
  readonly compounds: boolean;
}

const STEMMERS: Readonly<Record<CustomerLanguage, (word: string) => string>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  nl: dutch,
  it: italian,
};

export const GRAMMARS: Readonly<Record<FaqLanguage, Grammar>> = Object.fromEntries(
  CUSTOMER_LANGUAGES.map((language) => [language, grammarOf(language)]),
) as Record<FaqLanguage, Grammar>;

function grammarOf(language: CustomerLanguage): Grammar {
  const { noise, asking, time, hasCompounds } = LEXICONS[language].question;
  const set = (words: string): ReadonlySet<string> => new Set(wordsIn(words));
  return { stem: STEMMERS[language], noise: set(noise), asking: set(asking), time: set(time), compounds: hasCompounds };
}

export const WEIGHTS = { noise: 0.1, asking: 0.5, time: 0.3, number: 0.5, content: 1 } as const;

/** What a folded word is worth as a sign of what somebody asks. */
export function weightOf(word: string, { noise, asking, time }: Grammar): number {
  if (asking.has(word)) return WEIGHTS.asking;
  if (time.has(word)) return WEIGHTS.time;
  if (noise.has(word) || word.length === 1) return WEIGHTS.noise;
  return /^\d+$/.test(word) ? WEIGHTS.number : WEIGHTS.content;
}
