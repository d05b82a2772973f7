import { describe, expect, test } from 'vitest';
import { CUSTOMER_LANGUAGES } from '../../../electron/locales/customer-languages.ts';
import { LEXICONS } from '../../../electron/locales/customers.ts';
import { fold } from '../../../electron/shared/fold.ts';
import { anyOf, phrasesIn, wordsIn } from '../../../electron/shared/phrases.ts';

const REPLIES = ['confirm', 'move', 'cancel', 'none'] as const;

/** Every list of a lexicon that is compared with what is written, word for word. */
function writtenIn(language: (typeof CUSTOMER_LANGUAGES)[number]): readonly string[] {
  const { consent, person, reply, question, please, polite, today, tomorrow, numbers } = LEXICONS[language];
  return [
    ...[please, polite, consent.maybe].flatMap(phrasesIn),
    ...consent.optOut,
    ...consent.optIn,
    ...consent.help,
    ...consent.yes,
    ...consent.no,
    ...person,
    ...REPLIES.flatMap((is) => reply[is].flatMap(phrasesIn)),
    ...[reply.no, reply.regrets, reply.noise, reply.beforeHour].flatMap(wordsIn),
    ...[...reply.choices, ...reply.weekdays, ...reply.days].flatMap(wordsIn),
    ...[question.noise, question.asking, question.time].flatMap(wordsIn),
    today,
    tomorrow,
    ...Object.values(numbers),
  ];
}

describe.each(CUSTOMER_LANGUAGES)('what is understood in %s', (language) => {
  const { reply, consent } = LEXICONS[language];

  test('stands there folded, as it is compared', () => {
    for (const word of writtenIn(language)) expect(fold(word).replace(/['’]/g, ' ')).toBe(word);
  });

  test('has a line for each day of the week, each of six choices and three days', () => {
    expect([reply.weekdays.length, reply.choices.length, reply.days.length]).toEqual([7, 6, 3]);
    expect(reply.weekdays.every((line) => wordsIn(line).length > 0)).toBe(true);
  });

  test('never takes what ends all texts for an answer about an appointment', () => {
    const ends = new Set([...consent.optOut, 'stop']);
    for (const is of REPLIES)
      for (const phrase of reply[is].flatMap(phrasesIn)) expect(ends.has(phrase), phrase).toBe(false);
  });
});

test('no phrase means two things, in whichever languages', () => {
  const meanings = new Map<string, Set<string>>();
  for (const language of CUSTOMER_LANGUAGES)
    for (const is of REPLIES)
      for (const phrase of LEXICONS[language].reply[is].flatMap(phrasesIn))
        meanings.set(phrase, (meanings.get(phrase) ?? new Set()).add(is));
  expect([...meanings].filter(([, of]) => of.size > 1).map(([phrase]) => phrase)).toEqual([]);
});

test('of two phrases that begin alike the longer one is found', () => {
  expect('thank you very much'.replace(anyOf(['thank', 'thank you']), '-')).toBe('- very much');
  expect(phrasesIn(' a b,  c ,')).toEqual(['a b', 'c']);
  expect(wordsIn('')).toEqual([]);
});
