import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FaqMatcher, wordsOf } from '../../../../../electron/features/automation/faq/faq-matcher.ts';
import { SHOP_QUESTIONS } from './shop-questions.ts';

const matcher = new FaqMatcher(SHOP_QUESTIONS);
const phrasings = SHOP_QUESTIONS.flatMap(({ entry, phrasings: all }) => all.map((phrasing) => ({ entry, phrasing })));

test('every phrasing the owner entered is answered by its own entry, in any case, order and punctuation', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...phrasings).chain(({ entry, phrasing }) =>
        fc.record({
          entry: fc.constant(entry),
          text: fc
            .shuffledSubarray([...wordsOf(phrasing)], { minLength: wordsOf(phrasing).length })
            .map((words) => words.join(' ')),
          shout: fc.boolean(),
          end: fc.constantFrom('', '?', '!!', ' …', ' 🙏'),
        }),
      ),
      ({ entry, text, shout, end }) => {
        const input = (shout ? text.toUpperCase() : text) + end;
        const [best] = matcher.match(input);
        expect(best?.entry, input).toBe(entry);
        expect(best?.score).toBeGreaterThan(0.95);
      },
    ),
    { numRuns: 500 },
  );
});

test('no text makes it fall over or takes it long to read, and scores stay between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
      for (const { score } of matcher.match(text)) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test('the customer’s own name says nothing about what they ask', () => {
  const text = 'Hi, Ana Meireles here, when do you open?';
  expect(matcher.decide(text).kind).toBe('suggest');
  expect(matcher.decide(text, new Set(['ana', 'meireles'])).kind).toBe('answer');
});

test('without entries nothing is answered', () => {
  expect(new FaqMatcher([]).decide('When are you open?')).toEqual({ kind: 'leave' });
});
