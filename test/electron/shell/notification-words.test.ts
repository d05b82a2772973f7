import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notificationTitle, notificationWords } from '../../../electron/shell/notification-words.ts';

describe('security 7: what a customer writes is words in a notification', () => {
  test.each([
    ['<b>Sale</b> & <img src="http://x/y.png">', '&lt;b&gt;Sale&lt;/b&gt; &amp; &lt;img src="http://x/y.png"&gt;'],
    ['code \u202E1234\u202C ok', 'code 1234 ok'],
    ['one\ntwo\tthree', 'one two three'],
    ['bell\u0007 and \u001b[31mred', 'bell and [31mred'],
    ['\u2066left\u2069 \u200Fmark \uFEFF', 'left mark '],
    ['👨‍👩‍👧 می‌خواهم', '👨‍👩‍👧 می‌خواهم'],
  ])('%j', (words, shown) => {
    expect(notificationWords(words, 'linux')).toBe(shown);
  });

  test('other systems know no markup', () => {
    expect(notificationWords('a < b & c', 'win32')).toBe('a < b & c');
  });

  test('a title is markup nowhere', () => {
    expect(notificationTitle('Smith & Sons <Ulm>\u202E')).toBe('Smith & Sons <Ulm>');
  });

  test('whatever it is, no tag begins in it, and it is short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (words) => {
        const shown = notificationWords(words, 'linux');
        expect(shown).not.toMatch(/[<>\u202A-\u202E\u2066-\u2069]/);
        expect(shown.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
        expect([...shown.replaceAll(/&(amp|lt|gt);/g, '.')].length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
