import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { WINDOW_LANGUAGES, type WindowLanguage } from './languages.ts';
import type { Locale } from './locale.ts';

export const LOCALES: Readonly<Record<WindowLanguage, Locale>> = { en, de };

/** @param wanted as the owner wants it @param system what the computer is set to, a BCP 47 tag */
export function languageFor(wanted: 'system' | WindowLanguage, system: string): WindowLanguage {
  if (wanted !== 'system') return wanted;
  return WINDOW_LANGUAGES.find((language) => language === system.split('-')[0]?.toLowerCase()) ?? 'en';
}

export function localeFor(wanted: 'system' | WindowLanguage, system: string): Locale {
  return LOCALES[languageFor(wanted, system)];
}
