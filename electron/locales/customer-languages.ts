/** What customers are written to and understood in: a folder with their words and a lexicon for each. */
export const CUSTOMER_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'nl', 'it'] as const;
export type CustomerLanguage = (typeof CUSTOMER_LANGUAGES)[number];
