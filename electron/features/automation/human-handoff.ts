import { CUSTOMER_WORDS, LEXICONS } from '../../locales/customers.ts';
import { CUSTOMER_LANGUAGES, type CustomerLanguage } from '../../locales/customer-languages.ts';
import { anyOf, phrasesIn } from '../../shared/phrases.ts';
import { fold } from '../../shared/fold.ts';

/** Polite words around the actual request, in any language. */
const POLITE = anyOf(CUSTOMER_LANGUAGES.flatMap((language) => phrasesIn(LEXICONS[language].please)));
const LONGEST = 80;

/**
 * Whether a whole message asks for a person, and in which language as far as that can be told.
 * @returns null if it does not
 */
export function personAskedIn(text: string): { readonly language: CustomerLanguage | null } | null {
  if (text.length > LONGEST) return null;
  const plain = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(POLITE, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const languages = CUSTOMER_LANGUAGES.filter(
    (language) => fold(CUSTOMER_WORDS[language].person.word) === plain || LEXICONS[language].person.includes(plain),
  );
  const [language] = languages;
  return language === undefined ? null : { language: languages.length === 1 ? language : null };
}

/** How to get out of the automatic answers. */
export function wayOut(language: CustomerLanguage): string {
  const { offer, word } = CUSTOMER_WORDS[language].person;
  return offer(word);
}

/** Whether a text ends with it, in any language. */
export function tellsWayOut(text: string): boolean {
  return CUSTOMER_LANGUAGES.some((language) => text.endsWith(wayOut(language)));
}

/** The reply to a customer who asked for a person. */
export function personComes(language: CustomerLanguage): string {
  return CUSTOMER_WORDS[language].person.coming;
}
