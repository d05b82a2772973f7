import type { Asked } from '../../../../../electron/features/automation/faq/faq-matcher.ts';

export const HOURS = 1;
export const PARKING = 2;
export const ADDRESS = 3;
export const CARDS = 4;
export const PUNCTURE_PRICE = 5;
export const PUNCTURE_TIME = 6;
export const RENTAL = 7;
export const WIFI = 8;

/** The questions of a bicycle shop, as its owner would enter them. */
export const SHOP_QUESTIONS: readonly Asked[] = [
  {
    entry: HOURS,
    language: 'en',
    phrasings: ['When are you open?', 'What are your opening hours?', 'Are you open today?', 'When do you close?'],
    keywords: ['opening hours', 'opening times'],
  },
  {
    entry: HOURS,
    language: 'de',
    phrasings: [
      'Wann habt ihr geöffnet?',
      'Wie sind Ihre Öffnungszeiten?',
      'Habt ihr heute offen?',
      'Bis wann habt ihr auf?',
    ],
    keywords: ['Öffnungszeiten'],
  },
  {
    entry: HOURS,
    language: 'fr',
    phrasings: ['Quels sont vos horaires ?', 'Êtes-vous ouverts aujourd’hui ?', 'À quelle heure fermez-vous ?'],
    keywords: ['horaires'],
  },
  {
    entry: HOURS,
    language: 'es',
    phrasings: ['¿Cuál es su horario?', '¿A qué hora abren?', '¿Están abiertos hoy?'],
    keywords: ['horario'],
  },
  {
    entry: HOURS,
    language: 'pt',
    phrasings: ['Qual é o horário de funcionamento?', 'A que horas abrem?', 'Estão abertos hoje?'],
    keywords: ['horário'],
  },
  {
    entry: HOURS,
    language: 'nl',
    phrasings: ['Wanneer zijn jullie open?', 'Wat zijn de openingstijden?', 'Tot hoe laat zijn jullie open?'],
    keywords: ['openingstijden'],
  },
  {
    entry: HOURS,
    language: 'it',
    phrasings: ['Quali sono gli orari?', 'A che ora aprite?', 'Siete aperti oggi?'],
    keywords: ['orari'],
  },
  {
    entry: PARKING,
    language: 'en',
    phrasings: ['Where can I park?', 'Do you have parking?', 'Is there a car park nearby?'],
    keywords: ['parking'],
  },
  {
    entry: PARKING,
    language: 'de',
    phrasings: ['Wo kann ich parken?', 'Gibt es Parkplätze?', 'Habt ihr einen Parkplatz?'],
    keywords: ['Parkplatz'],
  },
  {
    entry: PARKING,
    language: 'fr',
    phrasings: ['Où peut-on se garer ?', 'Y a-t-il un parking ?'],
    keywords: ['parking'],
  },
  {
    entry: ADDRESS,
    language: 'en',
    phrasings: ['Where are you?', 'What is your address?', 'How do I find you?', 'Where is the shop?'],
    keywords: ['address'],
  },
  {
    entry: ADDRESS,
    language: 'de',
    phrasings: ['Wo seid ihr?', 'Wie ist die Adresse?', 'Wo finde ich euch?'],
    keywords: ['Adresse', 'Anschrift'],
  },
  {
    entry: CARDS,
    language: 'en',
    phrasings: ['Can I pay by card?', 'Do you take credit cards?', 'Do you accept Apple Pay?'],
    keywords: ['credit card'],
  },
  {
    entry: CARDS,
    language: 'de',
    phrasings: ['Kann ich mit Karte zahlen?', 'Nehmt ihr EC-Karte?'],
    keywords: ['Kartenzahlung'],
  },
  {
    entry: PUNCTURE_PRICE,
    language: 'en',
    phrasings: ['How much is a puncture repair?', 'What does it cost to fix a flat tyre?'],
    keywords: [],
  },
  {
    entry: PUNCTURE_PRICE,
    language: 'de',
    phrasings: ['Was kostet es, einen Platten zu flicken?', 'Wie viel kostet ein neuer Schlauch?'],
    keywords: [],
  },
  {
    entry: PUNCTURE_TIME,
    language: 'en',
    phrasings: ['How long does a puncture repair take?', 'How long does it take to fix a flat tyre?'],
    keywords: [],
  },
  {
    entry: RENTAL,
    language: 'en',
    phrasings: ['Do you rent bikes?', 'Can I hire a bike for the weekend?', 'How much is a rental bike per day?'],
    keywords: ['rental'],
  },
  {
    entry: WIFI,
    language: 'en',
    phrasings: ['Do you have wifi?', 'What is the wifi password?'],
    keywords: ['wifi'],
  },
];
