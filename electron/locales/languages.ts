/** What the window speaks: a folder of words for each. */
export const WINDOW_LANGUAGES = ['en', 'de'] as const;
export type WindowLanguage = (typeof WINDOW_LANGUAGES)[number];

/** @param wanted as the owner wants it @param system what the computer is set to, a BCP 47 tag */
export function languageFor(wanted: 'system' | WindowLanguage, system: string): WindowLanguage {
  if (wanted !== 'system') return wanted;
  return WINDOW_LANGUAGES.find((language) => language === system.split('-')[0]?.toLowerCase()) ?? 'en';
}
