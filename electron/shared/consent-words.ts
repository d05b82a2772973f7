/** What a customer can be asked about by itself. */
export const CONSENT_CHOICES = ['service', 'survey', 'offer'] as const;
export type ConsentChoice = (typeof CONSENT_CHOICES)[number];

/** Languages in which customers are understood when they ask about being texted. */
export const CONSENT_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'nl', 'it'] as const;
export type ConsentLanguage = (typeof CONSENT_LANGUAGES)[number];

/** What the code at the counter has the customer's phone write. A single word would be asked by accident: “Offers?” */
export const OFFERS_WORDS: Readonly<Record<ConsentLanguage, string>> = {
  en: 'YES TO OFFERS',
  de: 'JA ZU ANGEBOTEN',
  fr: 'OUI AUX OFFRES',
  es: 'SI A OFERTAS',
  pt: 'SIM A OFERTAS',
  nl: 'JA VOOR AANBIEDINGEN',
  it: 'SI ALLE OFFERTE',
};
