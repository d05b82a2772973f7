import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheaperWording, countText, normaliseText } from '../../../electron/shared/composing.ts';

describe('the composer’s counter', () => {
  test.each([
    ['', 'gsm7', 1, 0, 160, []],
    ['Hello', 'gsm7', 1, 5, 160, []],
    ['25 €', 'gsm7', 1, 5, 160, []],
    ['x'.repeat(160), 'gsm7', 1, 160, 160, []],
    ['x'.repeat(161), 'gsm7', 2, 161, 306, []],
    ['Hi – bye…', 'ucs2', 1, 9, 70, ['–', '…']],
    ['👍👍 ok', 'ucs2', 1, 7, 70, ['👍']],
  ] as const)('%j', (text, alphabet, parts, used, capacity, costly) => {
    expect(countText(text)).toEqual({ alphabet, parts, used, capacity, costly });
  });

  test('cheaper signs are offered only where they save a part', () => {
    const long = `“${'x'.repeat(80)}” – see you…`;
    expect(countText(long).parts).toBe(2);
    expect(cheaperWording(long)).toEqual({ text: `"${'x'.repeat(80)}" - see you...`, parts: 1 });
    expect(cheaperWording('short – text')).toBeNull();
    expect(cheaperWording(`${'ж'.repeat(80)} –`)).toBeNull();
  });

  test('10,000 characters pasted are counted in no time that anybody notices', () => {
    expect(countText('Grüße 👍 – '.repeat(1_000)).parts).toBeGreaterThan(100);
  });
});

describe('what is sent for what was typed', () => {
  test.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['Gru\u0308\u00dfe', 'Grüße'],
    ['a\u0000b\u0007c\u009bd', 'abcd'],
    ['tab\tstays', 'tab\tstays'],
    ['half \ud83d emoji', 'half \ufffd emoji'],
  ])('%j', (typed, sent) => {
    expect(normaliseText(typed)).toBe(sent);
  });

  test('what is sent stays what it is when sent again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});
