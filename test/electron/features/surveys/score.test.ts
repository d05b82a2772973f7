import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceIn, scoreIn } from '../../../../electron/features/surveys/score.ts';
import { SCALES } from '../../../../electron/shared/survey-words.ts';

const five = SCALES.satisfaction;
const ten = SCALES.recommendation;
const mark = (text: string, scale = five): number | null => scoreIn(text, scale)?.score ?? null;

describe('a mark in an answer', () => {
  test.each([
    ['5', 5],
    ['5!', 5],
    [' 4 ', 4],
    ['five', 5],
    ['Five!', 5],
    ['fünf', 5],
    ['cinq', 5],
    ['5/5', 5],
    ['4 out of 5', 4],
    ['3 von 5', 3],
    ['great thanks!', 5],
    ['5 thank you', 5],
    ['Great, thank you', 5],
    ['sehr gut', 5],
    ['gut', 4],
    ['ok', 3],
    ['schlecht', 2],
    ['terrible', 1],
    ['👍', 5],
    ['👍🏽👍🏽', 5],
    ['👎', 1],
    ['⭐⭐⭐⭐', 4],
    ['*5*', 5],
    ['5, danke', 5],
    ['2 - the coffee was cold', 2],
    ['4 because I had to wait', 4],
    ['5 stars', 5],
    ['three stars', 3],
  ])('%s is %d', (text, score) => expect(mark(text)).toBe(score));

  test.each([
    '0',
    '6',
    '7/5',
    '4/10',
    '5 minutes late again',
    '5 min',
    '5:30',
    '3 Uhr?',
    '2 times now',
    '4 or 5',
    'One thing was wrong',
    'not great',
    'nicht gut',
    "wasn't good",
    'When do you open on Saturday, it would be great to come by?',
    '👍👎',
    'great 👎',
    'good and terrible',
    'hello',
    'Wasn’t great',
    'aren’t good',
    "didn't go great",
    "It doesn't work great",
    'great, still broken',
    'Super, Auspuff klappert immer noch',
    '5 calls and nobody answered',
    '5 weeks and still broken!',
    'nobody great',
    'Nothing good',
    'hardly good',
    '5 croissants for tomorrow please',
    '5th of May works',
    '5. When is my car ready?',
    'Good morning, are you open?',
    'ok call me back please',
    '',
    '12.4.',
    '5.5',
    '+49 171 2223344',
  ])('%s is none', (text) => expect(mark(text)).toBeNull());

  test('of ten', () => {
    expect(['10', '0', '9/10', '10 of 10', 'ten', 'zero', '👍', 'excellent'].map((text) => mark(text, ten))).toEqual([
      10, 0, 9, 10, 10, 0, 10, 10,
    ]);
    expect(mark('5/5', ten)).toBeNull();
    expect(mark('11', ten)).toBeNull();
  });

  test('what else was written is kept', () => {
    expect(scoreIn('2 - the coffee was cold', five)?.words).toBe('the coffee was cold');
    expect(scoreIn('5', five)?.words).toBe('');
    expect(scoreIn('5/5, see you', five)?.words).toBe('see you');
    expect(scoreIn('great thanks!', five)?.words).toBe('');
    expect(scoreIn('5, danke', five)?.words).toBe('');
  });

  test('whatever is written there is a mark within the scale or none, and every number is itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const score = mark(text);
        expect(score === null || (score >= 1 && score <= 5)).toBe(true);
      }),
    );
    for (let n = 1; n <= 5; n++) expect(mark(String(n))).toBe(n);
  });
});

test('a choice by its number or its words', () => {
  const choices = ['Cold', 'Too late', 'Something else'];
  expect(
    ['1', '2.', 'too late!', 'it was cold', 'cold and too late', '4', '0', 'nothing'].map((each) =>
      choiceIn(each, choices),
    ),
  ).toEqual([0, 1, 1, 0, null, null, null, null]);
  const yesNo = ['Yes', 'No'];
  const answers = ['No one called me back!', 'I have no idea, please call me', 'no thanks', 'yes?'];
  expect(answers.map((each) => choiceIn(each, yesNo))).toEqual([null, null, 1, null]);
});
