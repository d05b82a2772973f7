import { fold } from '../../shared/fold.ts';
import { CONSENT_LANGUAGES, type ConsentLanguage } from '../../shared/consent-words.ts';

/** The word a customer answers with who wants to talk to somebody. */
const WORD: Readonly<Record<ConsentLanguage, string>> = {
  en: 'PERSON',
  de: 'MENSCH',
  fr: 'HUMAIN',
  es: 'PERSONA',
  pt: 'PESSOA',
  nl: 'MENS',
  it: 'PERSONA',
};

const OFFER: Readonly<Record<ConsentLanguage, (word: string) => string>> = {
  en: (word) => `Reply ${word} to talk to one of us.`,
  de: (word) => `Mit ${word} antworten, um mit uns zu sprechen.`,
  fr: (word) => `Répondez ${word} pour parler à l'un de nous.`,
  es: (word) => `Responda ${word} para hablar con nosotros.`,
  pt: (word) => `Responda ${word} para falar connosco.`,
  nl: (word) => `Antwoord ${word} om met ons te praten.`,
  it: (word) => `Risponda ${word} per parlare con noi.`,
};

const COMING: Readonly<Record<ConsentLanguage, string>> = {
  en: 'One of us will answer you here.',
  de: 'Jemand von uns antwortet Ihnen hier.',
  fr: "L'un de nous vous répondra ici.",
  es: 'Uno de nosotros le responderá aquí.',
  pt: 'Um de nós responde aqui.',
  nl: 'Iemand van ons antwoordt u hier.',
  it: 'Uno di noi le risponderà qui.',
};

/** What else says so, as whole texts, folded. */
const SAID: Readonly<Record<ConsentLanguage, readonly string[]>> = {
  en: [
    'human',
    'a person',
    'a human',
    'real person',
    'a real person',
    'operator',
    'agent',
    'talk to a person',
    'talk to a human',
    'speak to a person',
    'speak to someone',
    'talk to someone',
    'i want to talk to a person',
  ],
  de: [
    'mitarbeiter',
    'ein mensch',
    'einen menschen',
    'ich mochte mit einem menschen sprechen',
    'mit einem menschen sprechen',
  ],
  fr: ['une personne', 'un humain', 'conseiller', 'parler a quelqu un'],
  es: ['una persona', 'hablar con una persona', 'hablar con alguien'],
  pt: ['uma pessoa', 'atendente', 'falar com uma pessoa'],
  nl: ['persoon', 'een mens', 'medewerker'],
  it: ['una persona', 'operatore', 'parlare con una persona'],
};
const POLITE = /\b(?:please|pls|bitte|svp|s il vous plait|por favor|aub|alstublieft|per favore)\b/g;
const LONGEST = 80;

/**
 * Whether a whole text says that somebody wants a person, and in which language as far as that can be told.
 * @returns null: it does not
 */
export function personAskedIn(text: string): { readonly language: ConsentLanguage | null } | null {
  if (text.length > LONGEST) return null;
  const plain = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(POLITE, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const languages = CONSENT_LANGUAGES.filter(
    (language) => fold(WORD[language]) === plain || SAID[language].includes(plain),
  );
  const [language] = languages;
  return language === undefined ? null : { language: languages.length === 1 ? language : null };
}

/** How to get out of the answers nobody wrote. */
export function wayOut(language: ConsentLanguage): string {
  return OFFER[language](WORD[language]);
}

/** Whether a text ends with it, in any language. */
export function tellsWayOut(text: string): boolean {
  return CONSENT_LANGUAGES.some((language) => text.endsWith(wayOut(language)));
}

/** Said to a customer who asked for a person. */
export function personComes(language: ConsentLanguage): string {
  return COMING[language];
}
