import type { FaqStarter } from '../../shared/faq.ts';

export const deFaqStarters: readonly FaqStarter[] = [
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
];
