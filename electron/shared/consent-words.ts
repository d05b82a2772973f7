/** Purposes for which a customer can be asked to consent, each by itself. */
export const CONSENT_CHOICES = ['service', 'survey', 'offer'] as const;
export type ConsentChoice = (typeof CONSENT_CHOICES)[number];
