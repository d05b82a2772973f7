import { describe, expect, test } from 'vitest';
import { gapsIn, languageOf, type AskedText } from '../../../../../electron/features/automation/faq/gaps.ts';
import { wordsOf } from '../../../../../electron/features/automation/faq/faq-matcher.ts';

const from = (texts: readonly string[], start = 0): readonly AskedText[] =>
  texts.map((text, i) => ({ number: `+4917100${start + i}`, text }));
const unknown = (): boolean => false;

describe('what is asked often without an answer', () => {
  const asked = [
    ...from(['Do you have parking?', 'Where is parking?', 'is there any parkng near you?', 'Parking for a van?'], 0),
    ...from(['Do you sell gift cards?', 'How much is a gift card', 'gift card for my son?'], 10),
    ...from(['Can I bring my dog?', 'Is the blue one still there?'], 20),
    ...from(['I like parking here', 'Thanks!', 'ok'], 30),
  ];

  test('is grouped by what it is about, slips and endings aside, the most asked first', () => {
    expect(gapsIn(asked, 'en', unknown)).toEqual([
      {
        language: 'en',
        key: 'en:park',
        label: 'parking',
        customers: 4,
        samples: ['Where is parking?', 'Parking for a van?', 'Do you have parking?', 'is there any parkng near you?'],
      },
      {
        language: 'en',
        key: 'en:card+gift',
        label: 'gift card',
        customers: 3,
        samples: ['gift card for my son?', 'Do you sell gift cards?', 'How much is a gift card'],
      },
    ]);
  });

  test('counts customers, not texts', () => {
    const same = asked.map((each) => ({ ...each, number: '+491710' }));
    expect(gapsIn(same, 'en', unknown)).toEqual([]);
  });

  test('leaves out what has an answer already', () => {
    expect(gapsIn(asked, 'en', (text) => /park/i.test(text)).map(({ key }) => key)).toEqual(['en:card+gift']);
  });

  test('each language by itself', () => {
    const german = from(
      ['Wo kann ich parken?', 'Gibt es Parkplätze?', 'Habt ihr einen Parkplatz?', 'Parkplatz da?'],
      40,
    );
    expect(gapsIn([...asked, ...german], 'en', unknown).map(({ key, label }) => [key, label])).toContainEqual([
      'de:parkplatz',
      'parkplatz',
    ]);
  });

  test.each([
    ['Where can I park', 'en'],
    ['Wo kann ich parken', 'de'],
    ['Où est-ce que je peux me garer', 'fr'],
    ['¿Dónde puedo aparcar?', 'es'],
    ['Onde é que posso estacionar?', 'pt'],
    ['Waar kan ik parkeren?', 'nl'],
    ['Dove posso parcheggiare?', 'it'],
    ['Parking?', 'en'],
  ])('“%s” is read as %s', (text, language) => {
    expect(languageOf(wordsOf(text), 'en')).toBe(language);
  });

  test('a month of a busy shop is read in no time worth speaking of', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({
      number: `+49171${i % 900}`,
      text: `Do you have a ${['saddle', 'chain', 'bell', 'helmet', 'lamp'][i % 5]} ${i % 37}?`,
    }));
    expect(gapsIn(many, 'en', unknown)).toHaveLength(5);
  });
});
