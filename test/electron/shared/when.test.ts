import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWhen, promiseIn } from '../../../electron/shared/when.ts';

/** Tuesday, 24 November 2026, 10:20, wherever this runs. */
const NOW = new Date(2026, 10, 24, 10, 20).getTime();
const at = (month: number, day: number, hour: number, minute = 0, year = 2026): number =>
  new Date(year, month - 1, day, hour, minute).getTime();

describe('a time as people type it', () => {
  test.each([
    ['18:00', at(11, 24, 18)],
    ['9:30', at(11, 25, 9, 30)], // half past nine is over today
    ['5pm', at(11, 24, 17)],
    ['12am', at(11, 25, 0)],
    ['8 AM', at(11, 25, 8)],
    ['tomorrow 12 AM', at(11, 25, 0)],
    ['tomorrow', at(11, 25, 8)],
    ['tomorrow 8', at(11, 25, 8)],
    ['tomorrow at 14:15', at(11, 25, 14, 15)],
    ['today 11', at(11, 24, 11)],
    ['in 2 hours', at(11, 24, 12, 20)],
    ['30 min', at(11, 24, 10, 50)],
    ['2h', at(11, 24, 12, 20)],
    ['in an hour', at(11, 24, 11, 20)],
    ['3 days', at(11, 27, 10, 20)],
    ['in a week', at(12, 1, 10, 20)],
    ['mon 9:30', at(11, 30, 9, 30)],
    ['tue', at(12, 1, 8)], // this morning is over
    ['tuesday 18', at(11, 24, 18)],
    ['next tuesday', at(12, 1, 8)],
    ['fri afternoon', at(11, 27, 14)],
    ['next week', at(11, 30, 8)],
    ['24.12. 14:00', at(12, 24, 14)],
    ['3.2. 9:00', at(2, 3, 9, 0, 2027)],
    ['2026-12-01 7:45', at(12, 1, 7, 45)],
    ['morgen um 8', at(11, 25, 8)],
    ['morgen 8 Uhr', at(11, 25, 8)],
    ['übermorgen', at(11, 26, 8)],
    ['in einer Stunde', at(11, 24, 11, 20)],
    ['in 3 Tagen', at(11, 27, 10, 20)],
    ['Montag um 9:30 Uhr', at(11, 30, 9, 30)],
    ['nächste Woche', at(11, 30, 8)],
    ['nächsten Freitag 12', at(11, 27, 12)],
    ['heute abend', at(11, 24, 18)],
    ['day after tomorrow', at(11, 26, 8)],
    ['Morgen um 14.00 Uhr', at(11, 25, 14)],
    ['14 uhr 30', at(11, 24, 14, 30)],
    ['in half an hour', at(11, 24, 10, 50)],
    ['in einer halben Stunde', at(11, 24, 10, 50)],
    ['in 1,5 Stunden', at(11, 24, 11, 50)],
    ['in vier Stunden', at(11, 24, 14, 20)],
    ['1 Std.', at(11, 24, 11, 20)],
    ['tomorrow morning 9', at(11, 25, 9)],
    ['morgen früh um 8', at(11, 25, 8)],
    ['tomorrow evening 8', at(11, 25, 20)],
    ['um 12 am Freitag', at(11, 27, 12)],
    ['8 am friday', at(11, 27, 8)],
    ['am 24.12. um 14 Uhr', at(12, 24, 14)],
  ])('%s', (input, expected) => {
    expect(parseWhen(input, NOW)).toBe(expected);
  });

  test.each([
    '',
    'soon',
    '7',
    '31.2. 9:00',
    '25:00',
    'today 9',
    '2020-01-01',
    'tomorrow 8 9',
    'call ana',
    '13pm',
    'in banana hours',
    'in -2 hours',
  ])('%s is none', (input) => {
    expect(parseWhen(input, NOW)).toBeNull();
  });

  test('whatever is typed, and whenever, the answer lies ahead or is none', () => {
    const words = fc.constantFrom(
      ...'today tomorrow mon sunday 8 9:30 18:00 24.12. in 2 hours 3 days next week morgen um uhr pm x'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), fc.integer({ min: 0, max: 4e12 }), (parts, now) => {
        const parsed = parseWhen(parts.join(' '), now);
        expect(parsed === null || parsed > now).toBe(true);
      }),
    );
  });
});

describe('what a text promises', () => {
  test.each([
    ["I'll call you tomorrow by 5", 'call', at(11, 25, 17)],
    ['We will call you back at 17:30.', 'call', at(11, 24, 17, 30)],
    ['I’ll get back to you on Friday', 'answer', at(11, 27, 8)],
    ['We will let you know tomorrow.', 'answer', at(11, 25, 8)],
    ['Ich rufe Sie morgen um 9 Uhr an.', 'call', at(11, 25, 9)],
    ['Wir melden uns am Montag', 'call', at(11, 30, 8)],
    ["I'll call you in 5 minutes", 'call', at(11, 24, 10, 25)],
    ["I'll call you in an hour.", 'call', at(11, 24, 11, 20)],
    ['I will get back to you in 2 days', 'answer', at(11, 26, 10, 20)],
    ['Wir melden uns in 3 Tagen', 'call', at(11, 27, 10, 20)],
    ['I will call you back at 5:30', 'call', at(11, 24, 17, 30)],
    ['I will call you at 3 tomorrow', 'call', at(11, 25, 15)],
    ['I will send you 3 photos tomorrow', 'answer', at(11, 25, 8)],
    ['We will call you at 10', 'call', at(11, 25, 10)],
    ['I can call you at 11 am on Friday', 'call', at(11, 27, 11)],
    ['Ich rufe Sie um 14.30 Uhr zurück', 'call', at(11, 24, 14, 30)],
    ['Ich rufe Sie am 24.12. um 14 Uhr an.', 'call', at(12, 24, 14)],
    ['Wir melden uns übermorgen', 'call', at(11, 26, 8)],
    ['Ich melde mich morgen früh um 8 bei Ihnen', 'call', at(11, 25, 8)],
    ['I will send you the invoice of 12.50 tomorrow', 'answer', at(11, 25, 8)],
  ])('%s', (text, what, dueAt) => {
    expect(promiseIn(text, NOW)).toEqual({ what, dueAt });
  });

  test.each([
    'Your bike is ready, come by tomorrow at 5.',
    'You can call us tomorrow.',
    "I'll call you.",
    'Is tomorrow at 5 fine?',
    'Thank you!',
    'I will send you 3 photos.',
    'I will send you the invoice of 12.50',
  ])('%s: nothing', (text) => {
    expect(promiseIn(text, NOW)).toBeNull();
  });
});
