import { CUSTOMER_WORDS, LEXICONS } from '../../locales/customers.ts';
import { CUSTOMER_LANGUAGES, type CustomerLanguage } from '../../locales/customer-languages.ts';
import { anyOf, phrasesIn } from '../../shared/phrases.ts';
import { fold } from '../../shared/fold.ts';

/**
 * What a message asks about consent. `opt-out`, `opt-in` and `help` are clear; `maybe` holds an opt-out word among other words
 * and needs a person to decide; `offers` asks for offers in so many words; `yes` and `no` answer the open question.
 */
export type ConsentWish = 'opt-out' | 'opt-in' | 'offers' | 'help' | 'yes' | 'no' | 'maybe';

export interface ConsentRequest {
  readonly wish: ConsentWish;
  /** The language of the word; null if the word is the same in all of them. */
  readonly language: CustomerLanguage | null;
}

/** Whole messages that people send whatever language they speak. */
const ANYWHERE: Readonly<Partial<Record<ConsentWish, readonly string[]>>> = {
  'opt-out': ['stop', 'stop stop', 'stop stop stop', 'stopall', 'stop all'],
  'opt-in': ['start', 'unstop'],
  help: ['info'],
};

/** Words that are said around a keyword without being part of it. */
const POLITE = anyOf(
  CUSTOMER_LANGUAGES.flatMap((language) => phrasesIn(`${LEXICONS[language].please}, ${LEXICONS[language].polite}`)),
);

/** Words that may mean an opt-out among other words. No automatic message leaves until a person has looked. */
const MAYBE = anyOf([
  'stop',
  'stopp',
  'stopall',
  ...CUSTOMER_LANGUAGES.flatMap((language) => phrasesIn(LEXICONS[language].consent.maybe)),
]);

function exact(
  wish: ConsentWish,
  ofLanguage: (language: CustomerLanguage) => readonly string[],
): readonly [ConsentWish, ReadonlyMap<string, CustomerLanguage | null>] {
  return [
    wish,
    new Map<string, CustomerLanguage | null>([
      ...(ANYWHERE[wish] ?? []).map((word) => [word, null] as const),
      ...CUSTOMER_LANGUAGES.flatMap((language) => ofLanguage(language).map((word) => [word, language] as const)),
    ]),
  ];
}
/** The first entry that knows a word gets it, so opt-outs are looked up before what starts anything. */
const EXACT = [
  exact('opt-out', (language) => LEXICONS[language].consent.optOut),
  exact('opt-in', (language) => LEXICONS[language].consent.optIn),
  exact('offers', (language) => [fold(CUSTOMER_WORDS[language].consent.offersWords)]),
  exact('help', (language) => LEXICONS[language].consent.help),
  exact('yes', (language) => LEXICONS[language].consent.yes),
  exact('no', (language) => LEXICONS[language].consent.no),
];

/** A text longer than this is no request, and nothing here may take long. */
const LONGEST = 1_000;

/** Returns what a customer's message asks about consent; null if nothing. */
export function consentRequestIn(text: string): ConsentRequest | null {
  const folded = fold(text.slice(0, LONGEST).replace(/[’'`´]/g, ' '));
  const plain = folded.replace(/[^\p{L}\p{N}-]+/gu, ' ').trim();
  const word = plain.replace(POLITE, ' ').replace(/ {2,}/g, ' ').trim();
  for (const [wish, words] of EXACT) {
    const found = words.has(word) ? word : words.has(plain) ? plain : null;
    if (found !== null) return { wish, language: words.get(found) ?? null };
  }
  const sentence = plain.replace(/-/g, ' ');
  for (const language of CUSTOMER_LANGUAGES) {
    const { optOutSentences, reported } = LEXICONS[language].consent;
    if (optOutSentences.some((pattern) => pattern.test(sentence)))
      return { wish: reported.test(sentence) ? 'maybe' : 'opt-out', language };
  }
  return sentence.search(MAYBE) !== -1 ? { wish: 'maybe', language: null } : null;
}
