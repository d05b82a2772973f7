import type { CustomerLanguage } from '../../../../../electron/locales/customer-languages.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unsupportedIn } from '../../../../../electron/features/automation/drafts/claims.ts';

/** What of a draft is marked. */
function marked(draft: string, sources: readonly string[], shop: CustomerLanguage = 'en'): readonly string[] {
  return unsupportedIn(draft, sources, shop).map(({ start, end }) => draft.slice(start, end));
}

describe('what stands in no source', () => {
  test.each<[draft: string, source: string, marked: readonly string[]]>([
    ['We open at 9.', 'Open at 9:00', []],
    ['We open at 09:00.', 'Open at 9', []],
    ['We open at nine.', 'Open at 9', []],
    ['We open at 10.', 'Open at 9:00', ['10']],
    ['It costs 25 euros.', 'A tube change is €25', []],
    ['It costs 25 euros.', 'It takes 25 minutes', ['25']],
    ['It costs 19.90 €', 'Only 19,90 EUR', []],
    ['It costs 19 €', 'Only 19,90 EUR', ['19']],
    ['It costs 1,200 dollars', '$1200', []],
    ['It costs 1 200 €', '1.200 Euro', []],
    ['Come at 3 pm', 'Open until 3 am', ['3']],
    ['Come at 3 pm', 'Open until 3 pm', []],
    ['20% off', '20 % off', []],
    ['20% off', 'ready in 20 days', ['20']],
    ['See you on Monday', 'Closed on Mondays. Montag geschlossen', []],
    ['See you on Monday', 'Closed on Tuesday', ['Monday']],
    ['We are back on 24 December', 'Back on December 24', []],
    ['We are back on 24 December', 'Closed 24 May and 3 December', ['24']],
    ['We may be late', 'nothing', []],
    ['On 5 May', 'nothing', ['5', 'May']],
    ['It is ready today', 'Ready in a week', ['today']],
    ['Tomorrow is fine', 'call us', ['Tomorrow']],
    ['Behind the house, on the left.', 'Park behind the house', []],
    ['', '', []],
  ])('%j from %j', (draft, source, expected) => {
    expect(marked(draft, [source])).toEqual(expected);
  });

  test.each<[draft: string, source: string, language: CustomerLanguage, marked: readonly string[]]>([
    ['Wir haben am Dienstag ab zehn Uhr offen', 'Open Tuesday from 10:00', 'de', []],
    ['Die Reparatur kostet zwölf Euro', 'Preis: 12 €', 'de', []],
    ['Die Reparatur kostet zwoelf Euro', 'Preis: 11 €', 'de', ['zwoelf']],
    ['Morgen um 9 am Bahnhof', 'Um 9 am Bahnhof', 'de', ['Morgen']],
    ['Nous ouvrons demain à 10h30', 'Ouvert à 10:30', 'fr', ['demain']],
    ['Abrimos el miércoles a las 9', 'miercoles 9:00', 'es', []],
    ['Abrimos na segunda-feira', 'Fechado', 'pt', ['segunda']],
    ['We zijn vrijdag open', 'Vrijdag 9-18', 'nl', []],
    ['Il prezzo è di venti euro', '20 euro', 'it', []],
  ])('%j from %j (%s)', (draft, source, language, expected) => {
    expect(marked(draft, [source], language)).toEqual(expected);
  });

  test('a source itself is never marked, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string(), (others, source) => {
        expect(unsupportedIn(source, [...others, source], 'en')).toEqual([]);
      }),
    );
  });

  test('a figure that is nowhere is marked, wherever it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.constantFrom('', ' €', ' Uhr', '%'), (figure, unit) => {
        expect(marked(`Our answer is ${figure}${unit}.`, ['The answer is 100 or 1000.'])).toEqual([String(figure)]);
      }),
    );
  });
});
