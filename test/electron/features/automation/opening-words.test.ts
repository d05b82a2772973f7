import { CUSTOMER_LANGUAGES } from '../../../../electron/locales/customer-languages.ts';
import { describe, expect, test } from 'vitest';
import { closedWords, openingWords } from '../../../../electron/features/automation/opening-words.ts';
import { planSegments } from '../../../../modem/index.ts';

const ZONE = 'Europe/Berlin';
/** Tuesday, 24 November 2026, seven in the evening in Berlin. */
const NOW = Date.UTC(2026, 10, 24, 18);
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour - 1, minute);

describe('when we open, as one says it', () => {
  test.each([
    ['today', at(24, 20, 30), 'today at 20:30', 'heute um 20:30'],
    ['tomorrow', at(25, 9), 'tomorrow at 9:00', 'morgen um 9:00'],
    ['within the week', at(30, 9), 'on Monday at 9:00', 'am Montag um 9:00'],
    ['a week later', at(31, 9), 'on 1 December at 9:00', 'am 1. Dezember um 9:00'],
  ])('%s', (_name, opens, english, german) => {
    expect(openingWords(opens, NOW, ZONE, 'en', 'DE')).toBe(english);
    expect(openingWords(opens, NOW, ZONE, 'de', 'DE')).toBe(german);
  });

  test('days are those of the shop’s clock, also when the clocks change in between', () => {
    // 29 March 2026: the hours from two to three do not exist in Berlin.
    const saturday = Date.UTC(2026, 2, 28, 22, 30); // 23:30 there
    expect(openingWords(Date.UTC(2026, 2, 29, 7), saturday, ZONE, 'en', 'DE')).toBe('tomorrow at 9:00');
    expect(openingWords(Date.UTC(2026, 2, 29, 7), Date.UTC(2026, 2, 28, 23, 30), ZONE, 'en', 'DE')).toBe(
      'today at 9:00',
    );
  });

  test('every language says it within one text, for any day and place', () => {
    for (const language of CUSTOMER_LANGUAGES)
      for (let day = 24; day < 60; day++)
        for (const place of [1, 2, 138]) {
          const opens = openingWords(at(day, 21, 30), NOW, ZONE, language, 'DE');
          const text = closedWords('Zweirad Kessler am Rathausplatz in Konstanz', opens, place, language);
          const { parts, alphabet, tables } = planSegments(text);
          expect([parts.length, alphabet, tables], text).toEqual([1, 'gsm7', { locking: 0, single: 0 }]);
        }
  });
});
