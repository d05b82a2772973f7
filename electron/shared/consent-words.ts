/** What a customer can be asked about by itself. */
export const CONSENT_CHOICES = ['service', 'survey', 'offer'] as const;
export type ConsentChoice = (typeof CONSENT_CHOICES)[number];
