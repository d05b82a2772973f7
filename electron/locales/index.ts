import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { languageFor, type WindowLanguage } from './languages.ts';
import type { Locale } from './locale.ts';

export const LOCALES: Readonly<Record<WindowLanguage, Locale>> = { en, de };

export function localeFor(wanted: 'system' | WindowLanguage, system: string): Locale {
  return LOCALES[languageFor(wanted, system)];
}
