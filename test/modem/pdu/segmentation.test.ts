import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemesOf } from '../../../modem/pdu/graphemes.ts';
import { NATIONAL_LANGUAGES } from '../../../modem/pdu/gsm7-tables.ts';
import { planSegments } from '../../../modem/pdu/segmentation.ts';

describe('[S3] cutting a text', () => {
  test.each([
    ['160 GSM-7 characters are one part', 'a'.repeat(160), 'gsm7', 1, 160],
    ['161 are two of 153', 'a'.repeat(161), 'gsm7', 2, 153],
    ['306 are two, 307 three', 'a'.repeat(307), 'gsm7', 3, 153],
    ['an extension character counts two', '€'.repeat(80), 'gsm7', 1, 160],
    ['70 UCS-2 characters are one part', 'ж'.repeat(70), 'ucs2', 1, 70],
    ['71 are two of 67', 'ж'.repeat(71), 'ucs2', 2, 67],
    ['an emoji counts two', '😀'.repeat(35), 'ucs2', 1, 70],
    ['an empty text is one part', '', 'gsm7', 1, 160],
  ] as const)('%s', (_name, text, alphabet, parts, unitsPerPart) => {
    const plan = planSegments(text);
    expect(plan).toMatchObject({ alphabet, unitsPerPart });
    expect(plan.parts).toHaveLength(parts);
  });

  test('a 16-bit reference leaves 152 and 66', () => {
    expect(planSegments('a'.repeat(161), { referenceBits: 16 }).unitsPerPart).toBe(152);
    expect(planSegments('ж'.repeat(71), { referenceBits: 16 }).unitsPerPart).toBe(66);
  });

  test('an escape pair is not cut', () => {
    const plan = planSegments(`${'a'.repeat(152)}€${'b'.repeat(20)}`);
    expect(plan.parts).toEqual(['a'.repeat(152), `€${'b'.repeat(20)}`]);
  });

  test('a joined emoji is not cut where a part can hold it', () => {
    const family = '👨‍👩‍👧‍👦';
    const plan = planSegments(`${'ж'.repeat(60)}${family}${'ж'.repeat(20)}`);
    expect(plan.parts).toEqual(['ж'.repeat(60), `${family}${'ж'.repeat(20)}`]);
  });

  test('a combining sequence longer than a part is cut between its characters', () => {
    const monster = `a${'\u0301'.repeat(200)}`;
    const plan = planSegments(monster);
    expect(plan.parts.join('')).toBe(monster);
    expect(Math.max(...plan.parts.map((part) => part.length))).toBeLessThanOrEqual(67);
  });

  test('parts joined are the text, and none is larger than it may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const plan = planSegments(text);
        expect(plan.parts.join('')).toBe(text);
        if (plan.alphabet !== 'ucs2') return;
        for (const part of plan.parts) {
          expect(part.length).toBeLessThanOrEqual(plan.unitsPerPart);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

describe('[R4] national tables where they make a text cheaper', () => {
  test('a Turkish text fits one part', () => {
    const text = 'Günaydın, siparişiniz hazır. Öğleden sonra gelip alabilirsiniz. Teşekkürler, iyi günler dileriz.';
    expect(planSegments(text, { languages: [] }).parts).toHaveLength(2);
    const plan = planSegments(text, { languages: [NATIONAL_LANGUAGES.turkish] });
    expect(plan.parts).toHaveLength(1);
    expect([plan.tables.locking, plan.tables.single]).toContain(NATIONAL_LANGUAGES.turkish);
  });

  test('UCS-2 is preferred where it costs no more, for phones that lack the tables', () => {
    expect(planSegments('Teşekkürler').alphabet).toBe('ucs2');
    // Two parts either way: Spanish has its letters in the shift table only, where each takes two septets.
    const long = planSegments('á'.repeat(100), { languages: [NATIONAL_LANGUAGES.spanish] });
    expect([long.parts.length, long.alphabet]).toEqual([2, 'ucs2']);
  });

  test('the default alphabet is preferred to everything', () => {
    expect(planSegments('Grüße').tables).toEqual({ locking: 0, single: 0 });
  });
});

test('ASCII is cut into characters as everything else is', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const every = String.fromCharCode(...Array.from({ length: 128 }, (_, n) => n));
  for (const text of ['', every, 'a\r\nb', 'a\nb\n', every.replaceAll(/[^\n -~]/g, '')])
    expect(graphemesOf(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
});
