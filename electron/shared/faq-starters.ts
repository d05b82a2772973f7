import type { Faq, FaqLanguage } from './faq.ts';

interface Starter {
  readonly name: string;
  readonly phrasings: readonly string[];
  readonly keywords: readonly string[];
  /** Empty: the owner writes it. */
  readonly answer: string;
}

/** What most shops are asked, to begin with: how it is asked stands there already. */
const STARTERS: Readonly<Record<'en' | 'de', readonly Starter[]>> = {
  en: [
    {
      name: 'Opening hours',
      phrasings: [
        'When are you open?',
        'What are your opening hours?',
        'Are you open today?',
        'Are you open on Saturday?',
        'When do you close?',
        'Until when are you there?',
      ],
      keywords: ['opening hours', 'opening times'],
      answer: 'We are open {{hours}}. Today: {{today}}.',
    },
    {
      name: 'Where we are',
      phrasings: ['Where are you?', 'What is your address?', 'How do I find you?', 'Where is the shop?'],
      keywords: ['address'],
      answer: '',
    },
    {
      name: 'Parking',
      phrasings: ['Where can I park?', 'Do you have parking?', 'Is there a car park nearby?'],
      keywords: ['parking'],
      answer: '',
    },
    {
      name: 'Paying by card',
      phrasings: ['Can I pay by card?', 'Do you take credit cards?', 'How can I pay?'],
      keywords: ['credit card'],
      answer: '',
    },
  ],
  de: [
    {
      name: 'Öffnungszeiten',
      phrasings: [
        'Wann habt ihr geöffnet?',
        'Wie sind Ihre Öffnungszeiten?',
        'Habt ihr heute offen?',
        'Haben Sie samstags auf?',
        'Bis wann habt ihr auf?',
        'Wann schließt ihr?',
      ],
      keywords: ['Öffnungszeiten'],
      answer: 'Wir haben {{hours}} geöffnet. Heute: {{today}}.',
    },
    {
      name: 'Wo wir sind',
      phrasings: ['Wo seid ihr?', 'Wie ist die Adresse?', 'Wo finde ich euch?'],
      keywords: ['Adresse', 'Anschrift'],
      answer: '',
    },
    {
      name: 'Parken',
      phrasings: ['Wo kann ich parken?', 'Gibt es Parkplätze?', 'Habt ihr einen Parkplatz?'],
      keywords: ['Parkplatz'],
      answer: '',
    },
    {
      name: 'Mit Karte zahlen',
      phrasings: ['Kann ich mit Karte zahlen?', 'Nehmt ihr EC-Karte?', 'Wie kann ich bezahlen?'],
      keywords: ['Kartenzahlung'],
      answer: '',
    },
  ],
};

export function faqStarters(language: string): readonly Faq[] {
  const spoken: FaqLanguage & keyof typeof STARTERS = language.startsWith('de') ? 'de' : 'en';
  return STARTERS[spoken].map(({ name, answer, phrasings, keywords }) => ({
    name,
    enabled: true,
    wordings: [{ language: spoken, phrasings: [...phrasings], keywords: [...keywords], answer }],
  }));
}
