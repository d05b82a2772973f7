/** What the window speaks: a folder of words for each. */
export const WINDOW_LANGUAGES = ['en', 'de'] as const;
export type WindowLanguage = (typeof WINDOW_LANGUAGES)[number];
