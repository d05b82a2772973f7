import { deOwner } from './de/owner.ts';
import { enOwner } from './en/owner.ts';
import type { WindowLanguage } from './languages.ts';
import type { OwnerWords } from './owner-words.ts';

/** Beside the other words of a language: the back end, which tells the owner, starts without what the window says. */
export const OWNER_WORDS: Readonly<Record<WindowLanguage, OwnerWords>> = { en: enOwner, de: deOwner };
