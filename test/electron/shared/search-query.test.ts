import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../electron/shared/fold.ts';
import { findTerms, isEmptySearch, parseSearch, searchDigits } from '../../../electron/shared/search-query.ts';

describe('a query taken apart', () => {
  test('words, phrases and operators in any order', () => {
    expect(parseSearch('brake from:"Ana Meireles" tag:repair "blue bike" is:unread has:note')).toMatchObject({
      terms: ['brake', 'blue bike'],
      from: ['Ana Meireles'],
      tags: ['repair'],
      is: ['unread'],
      hasNote: true,
      unknownOperators: [],
    });
  });

  test('before a day is before it begins, after it is after it ends', () => {
    const { before, after } = parseSearch('before:2026-11-03 after:1.11.2026');
    expect([before, after]).toEqual([new Date(2026, 10, 3).getTime(), new Date(2026, 10, 2).getTime()]);
    expect(parseSearch('after:2026-11').after).toBe(new Date(2026, 11, 1).getTime());
    expect(parseSearch('after:2025').after).toBe(new Date(2026, 0, 1).getTime());
  });

  test('what means nothing is told, not guessed', () => {
    expect(parseSearch('is:blue before:soon has:wheels').unknownOperators).toEqual([
      'is:blue',
      'before:soon',
      'has:wheels',
    ]);
  });

  test('an operator without a value, a lone quote and nothing at all ask for nothing', () => {
    for (const input of ['', '  ', '"', '""']) expect(isEmptySearch(parseSearch(input)), input).toBe(true);
  });

  test('nothing that is typed breaks it', () => {
    fc.assert(fc.property(fc.string(), (input) => void parseSearch(input)));
  });
});

test.each([
  ['0171 222 33 44', '1712223344'],
  ['+49 171 2223344', '491712223344'],
  ['+49 (0)171 2223344', '491712223344'],
  ['0049171', '49171'],
  ['222', '222'],
  ['22', null],
  ['order 222', null],
])('%s as digits', (input, digits) => {
  expect(searchDigits(input)).toBe(digits);
});

describe('where words stand', () => {
  test.each([
    ['Grüße aus Köln', ['grusse'], [[0, 5]]],
    [
      'STRASSE, Straße',
      ['strasse'],
      [
        [0, 7],
        [9, 15],
      ],
    ],
    ['🔔🔔 bell', ['bell'], [[5, 9]]],
    [
      'aaa',
      ['aa', 'a'],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    ['nothing', ['zzz'], []],
  ] as const)('%s', (text, terms, expected) => {
    expect(findTerms(text, terms)).toEqual(expected);
  });

  test('what is marked is what was looked for, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1, maxLength: 3 }), (text, term) => {
        let end = 0;
        for (const [from, to] of findTerms(text, [term])) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(fold(text.slice(from, to))).toContain(fold(term));
          end = to;
        }
      }),
    );
  });
});
