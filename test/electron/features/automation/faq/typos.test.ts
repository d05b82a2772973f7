import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipsAllowed, slipsBetween, TypoIndex } from '../../../../../electron/features/automation/faq/typos.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdeo'), minLength: 1, maxLength: 10 });

/** As the definition has it, without a thought for time. */
function slowSlips(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const swapped =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? slowSlips(a.slice(0, -2), b.slice(0, -2)) + 1
      : Number.POSITIVE_INFINITY;
  return Math.min(
    slowSlips(a.slice(0, -1), b) + 1,
    slowSlips(a, b.slice(0, -1)) + 1,
    slowSlips(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped,
  );
}

describe('slips of the finger', () => {
  test('are counted as the definition counts them, up to the most that matters', () => {
    const short = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(slipsBetween(a, b, most)).toBe(Math.min(slowSlips(a, b), most + 1));
      }),
    );
  });

  test('a word that was meant is found among all that are known, and no other than one as near', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), word, (known, input) => {
        const found = new TypoIndex(known).find(input);
        for (const each of found)
          expect(slipsBetween(each, input, 9)).toBeLessThanOrEqual(
            Math.min(slipsAllowed(each.length), slipsAllowed(input.length)),
          );
        // Whatever is long, begins alike and is no farther away than allowed has something at least as near found.
        const near = known.filter(
          (each) =>
            Math.max(each.length, input.length) > 4 &&
            each[0] === input[0] &&
            slipsBetween(each, input, 9) <= Math.min(slipsAllowed(each.length), slipsAllowed(input.length)),
        );
        if (near.length > 0) expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['parkng', 'parking', true],
    ['pakring', 'parking', true],
    ['offnungzeiten', 'offnungszeiten', true],
    ['oepn', 'open', true],
    ['card', 'cart', false],
    ['look', 'book', false],
    ['bik', 'bike', false],
    ['helmet', 'parking', false],
  ])('“%s” for “%s”: %s', (input, meant, is) => {
    expect(new TypoIndex([meant]).find(input)).toEqual(is ? [meant] : []);
  });
});
