import { expect, test } from 'vitest';
import { dayWord, localeOf, timeWord } from '../../../../electron/features/automation/customer-dates.ts';
import { openingWords, weekWords } from '../../../../electron/features/automation/opening-words.ts';
import { countText } from '../../../../electron/shared/composing.ts';

test.each([
  ['en', 'US', 'Tue Dec 1', '2:30 PM', 'en-US'],
  ['en', 'GB', 'Tue 1 Dec', '14:30', 'en-GB'],
  ['en', 'AU', 'Tue 1 Dec', '2:30 PM', 'en-AU'],
  // Nobody has said how English is written there: as in most of Europe.
  ['en', 'BR', 'Tue 1 Dec', '14:30', 'en-GB'],
  ['de', 'US', 'Di 1 Dez', '14:30', 'de'],
  ['fr', 'FR', 'mar 1 déc', '14:30', 'fr'],
] as const)('in %s, in %s: %s at %s', (language, country, day, time, locale) => {
  expect(localeOf(language, country)).toBe(locale);
  expect(dayWord('2026-12-01', language, country)).toBe(day);
  expect(timeWord('14:30', language, country)).toBe(time);
});

test('midnight and noon, and a time before ten without a zero', () => {
  const us = (time: string): string => timeWord(time, 'en', 'US');
  expect(['00:00', '00:15', '09:05', '12:00', '12:30', '23:59'].map(us)).toEqual([
    '12:00 AM',
    '12:15 AM',
    '9:05 AM',
    '12:00 PM',
    '12:30 PM',
    '11:59 PM',
  ]);
  expect(timeWord('00:00', 'en', 'GB')).toBe('0:00');
});

test('opening hours as they hang on a door there, in letters of one text', () => {
  const span = [{ from: '09:00', to: '17:30' }];
  const hours = weekWords([[], span, span, span, span, span, [{ from: '10:00', to: '13:00' }]], 'en', 'US');
  expect(hours).toBe('Mon-Fri 9 AM-5:30 PM, Sat 10 AM-1 PM');
  const opens = openingWords(
    Date.parse('2026-12-02T14:00Z'),
    Date.parse('2026-12-01T23:00Z'),
    'America/New_York',
    'en',
    'US',
  );
  expect(opens).toBe('tomorrow at 9:00 AM');
  expect(countText(`${hours} ${opens}`).alphabet).toBe('gsm7');
});
