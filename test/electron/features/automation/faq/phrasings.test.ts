import { describe, expect, test } from 'vitest';
import { FaqMatcher } from '../../../../../electron/features/automation/faq/faq-matcher.ts';
import {
  ADDRESS,
  CARDS,
  HOURS,
  PARKING,
  PUNCTURE_PRICE,
  PUNCTURE_TIME,
  RENTAL,
  SHOP_QUESTIONS,
  WIFI,
} from './shop-questions.ts';

const matcher = new FaqMatcher(SHOP_QUESTIONS);

/** Answered without a person. */
const ANSWERED: readonly (readonly [text: string, entry: number])[] = [
  ['When are you open?', HOURS],
  ['when r you open', HOURS],
  ['WHEN ARE YOU OPEN???', HOURS],
  ['Hi, what are your opening hours please? Thanks', HOURS],
  ['opening hours', HOURS],
  ['Openning hours?', HOURS],
  ['what time do you close', HOURS],
  ['Are you open tomorrow?', HOURS],
  ['are you open on saturdays', HOURS],
  ['Hello, are you open on Sunday?', HOURS],
  ['you open today ?', HOURS],
  ['what are ur openin hours', HOURS],
  ['When do you close today?', HOURS],
  ['Opening times pls', HOURS],
  ['Wann habt ihr geöffnet?', HOURS],
  ['wann habt ihr geoeffnet', HOURS],
  ['Öffnungszeiten', HOURS],
  ['Öffnungs Zeiten?', HOURS],
  ['Offnungszeiten bitte', HOURS],
  ['Hallo, wie sind denn eure Öffnungzeiten?', HOURS],
  ['Habt ihr samstags offen?', HOURS],
  ['Bis wann habt ihr heute auf?', HOURS],
  ['Guten Tag, haben Sie morgen geöffnet?', HOURS],
  ['Bonjour, quels sont vos horaires ?', HOURS],
  ['Vous etes ouvert demain ?', HOURS],
  ['à quelle heure vous fermez', HOURS],
  ['Hola, ¿a qué hora abren mañana?', HOURS],
  ['cual es su horario', HOURS],
  ['estan abiertos el sabado?', HOURS],
  ['Qual o horario de funcionamento?', HOURS],
  ['A que horas abrem amanhã?', HOURS],
  ['wanneer zijn jullie open', HOURS],
  ['Wat zijn jullie openingstijden?', HOURS],
  ['openingstijd?', HOURS],
  ['Buongiorno, a che ora aprite domani?', HOURS],
  ['quali sono i vostri orari', HOURS],
  ['siete aperti sabato?', HOURS],
  ['Where can I park', PARKING],
  ['parking?', PARKING],
  ['do you have a parkng', PARKING],
  ['Is there parking?', PARKING],
  ['Can I park there?', PARKING],
  ['Wo kann man bei euch parken?', PARKING],
  ['Gibt es einen Parkplatz bei Ihnen?', PARKING],
  ['Parkplätze vorhanden?', PARKING],
  ['Où est-ce que je peux me garer ?', PARKING],
  ['il y a un parking', PARKING],
  ['Where are you?', ADDRESS],
  ['whats your adress', ADDRESS],
  ['What is the address of your shop?', ADDRESS],
  ['Wo finde ich euch denn?', ADDRESS],
  ['Wie lautet Ihre Adresse', ADDRESS],
  ['Can I pay with card?', CARDS],
  ['do you take cards', CARDS],
  ['Do you accept credit crads?', CARDS],
  ['Kann man bei euch mit Karte bezahlen?', CARDS],
  ['How much is a puncture repair?', PUNCTURE_PRICE],
  ['what would it cost to fix a flat tyre', PUNCTURE_PRICE],
  ['Was kostet ein neuer Schlauch?', PUNCTURE_PRICE],
  ['How long does a puncture repair take', PUNCTURE_TIME],
  ['Do you rent out bikes?', RENTAL],
  ['can i hire a bike', RENTAL],
  ['what’s the wifi password', WIFI],
  ['Wifi?', WIFI],
];

/** Words of the shop's questions, and something else is meant: nobody but a person may answer them. */
const NOT_THAT: readonly string[] = [
  'I cannot pay by card',
  'Can I not pay by card?',
  'How can I find my receipt?',
  'What is your email address?',
  'Where are you from?',
  'When do you close my case?',
  'How can I pay my invoice by card?',
  'How do I pay you back?',
  'Wann macht ihr das?',
  'Wie ist Ihre Email Adresse?',
  'Ich kann nicht mit Karte zahlen',
  'Do you take my old bike for parts?',
];

/** Offered to the person at the counter: something else is said as well, or two answers fit. */
const SUGGESTED: readonly (readonly [text: string, entry: number])[] = [
  ['I have a flat tyre, how much is it and when are you open?', PUNCTURE_PRICE],
  ['My van is large, can I park it in front of the workshop while unloading?', PARKING],
  ['Is the parking free of charge for customers with the blue badge?', PARKING],
  ['Your opening hours on the door say something different from the website', HOURS],
  ['Can you tell me the wifi password for the charging station outside', WIFI],
  ['puncture repair', PUNCTURE_PRICE],
];

/** What is none of it. */
const LEFT_ALONE: readonly string[] = [
  'Is my bike ready?',
  'Ist mein Rad fertig?',
  'Can you stop by 5?',
  'Thank you!',
  'ok',
  'yes',
  'See you tomorrow',
  'Bis morgen!',
  'I am outside',
  'My name is Ana Meireles',
  'Please call me back',
  'Können Sie mich zurückrufen?',
  'The chain jumps again since the repair last week',
  'Hello',
  'Hallo?',
  'Merci beaucoup',
  'I will be 10 minutes late',
  'Ich komme 10 Minuten später',
  'Do you sell helmets for children?',
  'Happy birthday!',
  '👍',
  '???',
  'You are not serious',
  'How are you?',
  'My car broke down, I cannot come today',
  'The bike was a present for my daughter and she loves it',
  'what',
  'Kann ich einen Termin haben?',
  '¿Está lista mi bicicleta?',
  'La mia bici è pronta?',
  'Mijn fiets is gestolen',
  'A minha bicicleta já está pronta?',
];

describe('what customers ask', () => {
  test.each(ANSWERED)('“%s” is answered', (text, entry) => {
    expect(matcher.decide(text)).toMatchObject({ kind: 'answer', match: { entry } });
  });

  test.each(SUGGESTED)('“%s” is for a person to answer, with something at hand', (text, entry) => {
    const decision = matcher.decide(text);
    expect(decision.kind).toBe('suggest');
    expect(decision.kind === 'suggest' && decision.matches.map((match) => match.entry)).toContain(entry);
  });

  test.each(NOT_THAT)('“%s” is not answered by itself', (text) => {
    expect(matcher.decide(text).kind).not.toBe('answer');
  });

  test.each(LEFT_ALONE)('“%s” is left alone', (text) => {
    expect(matcher.decide(text)).toEqual({ kind: 'leave' });
  });
});
