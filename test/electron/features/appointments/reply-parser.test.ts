import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortAnswerIn, type Asked } from '../../../../electron/features/appointments/reply-parser.ts';

/** On a Monday: an appointment on Tuesday at 10:30. */
const REMINDED: Asked = { appointment: { time: '10:30', weekday: 2, ahead: 1 }, offered: [] };
/** One in eight days. */
const LATER: Asked = { appointment: { time: '10:30', weekday: 2, ahead: 8 }, offered: [] };
/** In its place: Wednesday 9:00, Thursday 9:00, Thursday 14:15. */
const OFFERED: Asked = {
  ...REMINDED,
  offered: [
    { time: '09:00', weekday: 3, ahead: 2 },
    { time: '09:00', weekday: 4, ahead: 3 },
    { time: '14:15', weekday: 4, ahead: 3 },
  ],
};
/** Wednesday 15:00, Friday 9:00, Monday 10:00. */
const AFTERNOON: Asked = {
  ...REMINDED,
  offered: [
    { time: '15:00', weekday: 3, ahead: 2 },
    { time: '09:00', weekday: 5, ahead: 4 },
    { time: '10:00', weekday: 1, ahead: 7 },
  ],
};

function said(text: string, asked: Asked): string {
  const answer = shortAnswerIn(text, asked);
  return answer.is === 'choice' ? String(answer.n) : answer.is;
}

describe('an answer to a reminder', () => {
  test.each([
    ['C', 'confirm'],
    ['c.', 'confirm'],
    ['Yes', 'confirm'],
    ['YES!!', 'confirm'],
    ['yes please', 'confirm'],
    ['Yep', 'confirm'],
    ['ok', 'confirm'],
    ['Ok thanks', 'confirm'],
    ['okay, thank you very much', 'confirm'],
    ['Confirmed', 'confirm'],
    ['I confirm my appointment', 'confirm'],
    ['See you then', 'confirm'],
    ['see you then :)', 'confirm'],
    ['Great, see you there!', 'confirm'],
    ['Yes, see you on Tuesday', 'confirm'],
    ['Yes, Tuesday at 10:30', 'confirm'],
    ['10.30 is', 'unclear'],
    ['I’ll be there', 'confirm'],
    ['👍', 'confirm'],
    ['👍🏽', 'confirm'],
    ['ok 👌', 'confirm'],
    ['✅', 'confirm'],
    ['Sure, sounds good', 'confirm'],
    ['that works', 'confirm'],
    ['Hi, yes I am coming', 'confirm'],
    ['R', 'move'],
    ['r please', 'move'],
    ['Reschedule', 'move'],
    ['Can we reschedule?', 'move'],
    ['I need to reschedule please', 'move'],
    ['another time please', 'move'],
    ['I can’t make it', 'move'],
    ['Hi, I cant come', 'move'],
    ['X', 'cancel'],
    ['x', 'cancel'],
    ['Cancel my appointment please', 'cancel'],
    ['I have to cancel', 'cancel'],
    ['I’m not coming', 'cancel'],
    ['J', 'confirm'],
    ['Ja', 'confirm'],
    ['Ja bitte', 'confirm'],
    ['ja, danke!', 'confirm'],
    ['Jawohl', 'confirm'],
    ['Passt', 'confirm'],
    ['Passt, danke', 'confirm'],
    ['Passt mir, bis dann', 'confirm'],
    ['Bis dann', 'confirm'],
    ['Ja, bis Dienstag', 'confirm'],
    ['Ja, bis Mittwoch', 'unclear'],
    ['Ja, bis später', 'unclear'],
    ['Ja, Dienstag 10:30 Uhr passt', 'confirm'],
    ['Ich komme', 'confirm'],
    ['Ich komme gerne', 'confirm'],
    ['Alles klar, vielen Dank', 'confirm'],
    ['In Ordnung', 'confirm'],
    ['Geht klar 👍', 'confirm'],
    ['Bestätigt', 'confirm'],
    ['Ich bestätige den Termin', 'confirm'],
    ['Klar, gerne', 'confirm'],
    ['Verschieben', 'move'],
    ['Bitte verschieben', 'move'],
    ['Kann ich den Termin verschieben?', 'move'],
    ['Anderer Termin bitte', 'move'],
    ['Ich kann leider nicht', 'move'],
    ['Ich schaffe es nicht', 'move'],
    ['Passt leider nicht', 'move'],
    ['Absagen', 'cancel'],
    ['Ich muss leider absagen', 'cancel'],
    ['Bitte Termin absagen', 'cancel'],
    ['Stornieren', 'cancel'],
    ['Ich komme nicht', 'cancel'],
    ['Yes, but can we make it 11?', 'unclear'],
    ['Yes at 11:00', 'unclear'],
    ['ok, Wednesday then', 'unclear'],
    ['yes or no', 'unclear'],
    ['C or X', 'unclear'],
    ['ok?', 'unclear'],
    ['Is that today?', 'unclear'],
    ['Which appointment?', 'unclear'],
    ['No', 'unclear'],
    ['Nein', 'unclear'],
    ['👎', 'unclear'],
    ['👍👎', 'unclear'],
    ['1', 'unclear'],
    ['2', 'unclear'],
    ['', 'unclear'],
    ['...', 'unclear'],
    ['Where can I park?', 'unclear'],
    ['My car is still broken', 'unclear'],
    ['Ja, aber eine Stunde später', 'unclear'],
    ['Ja um 11 Uhr', 'unclear'],
    ['Wann war das nochmal?', 'unclear'],
    ['Ich komme nicht mit dem Auto', 'unclear'],
    ['I can’t make it before 11', 'unclear'],
    ['yes and please also check the brakes', 'unclear'],
    ['don’t cancel it', 'unclear'],
    // A day or a time makes it another appointment, or another wish.
    ['not coming on Friday', 'unclear'],
    ['not coming on Tuesday', 'cancel'],
    ['Freitag absagen', 'unclear'],
    ['Termin absagen 14:00', 'unclear'],
    ['Termin am Dienstag absagen', 'cancel'],
    ['Absagen?', 'unclear'],
    ['verschieben Freitag', 'unclear'],
    ['Ich komme lieber am Abend', 'unclear'],
    ['Ich komme am Abend', 'unclear'],
    ['Ich komme am Nachmittag', 'unclear'],
    ['Ich komme morgen', 'confirm'],
    ['bis morgen', 'confirm'],
    ['bis heute', 'unclear'],
    ['See you tomorrow', 'confirm'],
    ['Yes, see you tomorrow!', 'confirm'],
    ['ok, übermorgen', 'unclear'],
    ['Guten Morgen, ja passt', 'confirm'],
    ['Good evening, yes', 'confirm'],
    ['Sorry, can’t make it', 'move'],
    ['Sorry I can’t come', 'move'],
    ['Leider absagen', 'cancel'],
    ['sorry, yes', 'unclear'],
    ['Yes on the 2nd', 'unclear'],
    ['Ja, am 1.', 'unclear'],
    ['yes at 3', 'unclear'],
    ['Schönen Tag noch', 'unclear'],
  ])('%j: %s', (text, expected) => expect(said(text, REMINDED)).toBe(expected));
});

describe('an answer to a reminder of what is in eight days', () => {
  test.each([
    ['See you tomorrow', 'unclear'],
    ['bis morgen', 'unclear'],
    ['à demain', 'unclear'],
    ['see you on Tuesday', 'confirm'],
    ['C', 'confirm'],
  ])('%j: %s', (text, expected) => expect(said(text, LATER)).toBe(expected));
});

describe('an answer to several times, one of them in the afternoon', () => {
  test.each([
    ['at 3', '1'],
    ['um 3', '1'],
    ['um 3 bitte', '1'],
    ['at 3 pm', '1'],
    ['lieber um 3', 'unclear'],
    ['3', '3'],
    ['um 9', '2'],
    ['um 11', 'unclear'],
    ['am 1.', 'unclear'],
    ['the 2nd', 'unclear'],
    ['the 2nd one', '2'],
    ['1. Dezember', 'unclear'],
    ['übermorgen', '1'],
    ['morgen', 'unclear'],
  ])('%j: %s', (text, expected) => expect(said(text, AFTERNOON)).toBe(expected));
});

test('noon is twelve, and not midnight', () => {
  const noon: Asked = { ...AFTERNOON, offered: [{ time: '12:00', weekday: 3, ahead: 2 }] };
  expect(said('at 12 pm', noon)).toBe('1');
  expect(said('12 am', noon)).toBe('unclear');
});

test('what is longer than a text of one part is no short answer, whatever it says', () => {
  expect(said(`C ${'thanks '.repeat(21)}`, REMINDED)).toBe('confirm');
  expect(said(`C ${'thanks '.repeat(23)}`, REMINDED)).toBe('unclear');
});

describe('an answer to several times', () => {
  test.each([
    ['1', '1'],
    ['2', '2'],
    [' 3 ', '3'],
    ['2.', '2'],
    ['#2', '2'],
    ['Nr. 2', '2'],
    ['number 3 please', '3'],
    ['option 1', '1'],
    ['the second', '2'],
    ['The first one', '1'],
    ['the second one please', '2'],
    ['Two', '2'],
    ['ok 2', '2'],
    ['2 please, thanks', '2'],
    ['2 👍', '2'],
    ['eins', '1'],
    ['Die zweite', '2'],
    ['Nummer drei bitte', '3'],
    ['den dritten', '3'],
    ['Ich nehme die 2', '2'],
    ['Ja, 2 passt', '2'],
    ['14:15', '3'],
    ['14.15 Uhr', '3'],
    ['2:15 pm', '3'],
    ['Wednesday', '1'],
    ['Mittwoch bitte', '1'],
    ['Thursday 9:00', '2'],
    ['Thursday', 'unclear'],
    ['9:00', 'unclear'],
    ['4', 'unclear'],
    ['1 or 2', 'unclear'],
    ['1 and 3', 'unclear'],
    ['1 Thursday', 'unclear'],
    ['2 Thursday', '2'],
    ['10:00', 'unclear'],
    ['none', 'move'],
    ['Keiner davon', 'move'],
    ['0', 'move'],
    ['Andere Zeiten bitte', 'move'],
    ['R', 'move'],
    ['verschieben', 'move'],
    ['X', 'cancel'],
    ['absagen', 'cancel'],
    ['ok', 'unclear'],
    ['👍', 'unclear'],
    ['yes', 'unclear'],
    ['ok, 10:30', 'confirm'],
    ['Do you have something on Friday?', 'unclear'],
  ])('%j: %s', (text, expected) => expect(said(text, OFFERED)).toBe(expected));
});

test('whatever is written, the answer is one of the known, and no word is read as two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.boolean(), (text, offered) => {
      expect(['confirm', 'move', 'cancel', 'unclear', '1', '2', '3']).toContain(
        said(text, offered ? OFFERED : REMINDED),
      );
    }),
  );
});

test('a clear answer with a word that nobody understands is for a person', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('C', 'yes', 'R', 'X', 'ja', 'absagen'),
      fc.stringMatching(/^[qw]{4,9}$/),
      (word, other) => {
        expect(said(`${word} ${other}`, REMINDED)).toBe('unclear');
      },
    ),
  );
});
