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
  /** Reduces a folded word to its stem, as the Snowball algorithms do. */
  readonly stem: (word: string) => string;
  /** Words that appear in every second message, whatever it is about. */
  readonly noise: ReadonlySet<string>;
  /** Words that say what a question asks for: when, where, how much. */
  readonly asking: ReadonlySet<string>;
  /** Words that say when something is to happen. An answer that covers every day also answers for one day. */
  readonly time: ReadonlySet<string>;
  /** Whether the language writes compounds as one word. */
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

/** How much a folded word tells about what somebody asks. */
export function weightOf(word: string, { noise, asking, time }: Grammar): number {
  if (asking.has(word)) return WEIGHTS.asking;
  if (time.has(word)) return WEIGHTS.time;
  if (noise.has(word) || word.length === 1) return WEIGHTS.noise;
  return /^\d+$/.test(word) ? WEIGHTS.number : WEIGHTS.content;
}
