import { deOwner } from './de/owner.ts';
import { enOwner } from './en/owner.ts';
import { languageFor, type WindowLanguage } from './languages.ts';
import type { OwnerWords } from './owner-words.ts';

/** Beside the other words of a language: the back end, which tells the owner, starts without what the window says. */
const OWNER_WORDS: Readonly<Record<WindowLanguage, OwnerWords>> = { en: enOwner, de: deOwner };

/** @param language the shop's, a BCP 47 tag */
export function ownerWords(language: string): OwnerWords {
  return OWNER_WORDS[languageFor('system', language)];
}
