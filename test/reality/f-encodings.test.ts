import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../electron/shared/decode-text.ts';

const WORDS = 'Name;Ort\nJörg Müller;Köln\nZoë Groß;Nürnberg\nRenée Çelik;Saint-Étienne\nÖmer Ünal;Österreich\n';

/** As each encoding writes what is in {@link WORDS}; octets that are not here are ASCII. */
const OCTETS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'windows-1252': { ö: 0xf6, ü: 0xfc, ë: 0xeb, ß: 0xdf, é: 0xe9, Ç: 0xc7, É: 0xc9, Ö: 0xd6, Ü: 0xdc },
  cp850: { ö: 0x94, ü: 0x81, ë: 0x89, ß: 0xe1, é: 0x82, Ç: 0x80, É: 0x90, Ö: 0x99, Ü: 0x9a },
  'Mac Roman': { ö: 0x9a, ü: 0x9f, ë: 0x91, ß: 0xa7, é: 0x8e, Ç: 0x82, É: 0x83, Ö: 0x85, Ü: 0x86 },
};
const encoded = (text: string, octets: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from([...text].map((letter) => octets[letter] ?? letter.charCodeAt(0)));

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};

describe('F32: right letters, whichever program wrote the file', () => {
  test.each(Object.entries(OCTETS))('%s', (_, octets) => expect(decodeText(encoded(WORDS, octets))).toBe(WORDS));

  test.each([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-16, little end first, without a mark', utf16(WORDS, true)],
    ['UTF-16, big end first, without a mark', utf16(WORDS, false)],
    ['UTF-16 with a mark', utf16(`\uFEFF${WORDS}`, true)],
  ])('%s', (_, bytes) => expect(decodeText(bytes)).toBe(WORDS));

  test('windows-1250, where its letters are no letters in the West', () => {
    const polish = { ł: 0xb3, ą: 0xb9, ż: 0xbf, ó: 0xf3, ś: 0x9c, Ł: 0xa3 };
    const words = 'Name;Ort\nŁukasz Wąsik;Łódź'.replace('ź', 'ż');
    expect(decodeText(encoded(words, polish))).toBe(words);
  });

  test('signs of Windows in the West stay: quotes, a dash, the euro', () => {
    const signs = { '’': 0x92, '–': 0x96, '€': 0x80, é: 0xe9, '²': 0xb2 };
    const words = 'L’Oréal;9–17;12 €;80 m²;d’Or';
    expect(decodeText(encoded(words, signs))).toBe(words);
  });

  test('signs of Windows alone, without a letter beside them', () => {
    const signs = { '„': 0x84, '“': 0x93, '–': 0x96, '…': 0x85 };
    const words = 'Name;Notiz\nAna;„neu“\nBen;kommt 9–17 Uhr\nTom;ruft an…\n';
    expect(decodeText(encoded(words, signs))).toBe(words);
  });

  test('a card in Shift_JIS that says so', () => {
    const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
    const card = Uint8Array.from([
      ...ascii('BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:'),
      0x93,
      0x63,
      0x92,
      0x86,
      ...ascii('\r\nTEL:0171\r\nEND:VCARD\r\n'),
    ]);
    expect(decodeText(card)).toContain('FN;CHARSET=SHIFT_JIS:田中\r\nTEL:0171');
  });
});

test('F34: of two cards in one file each is in its own encoding', () => {
  const card = (name: string): string => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD\r\n`;
  const file = Buffer.concat([
    Buffer.from(card('Jörg')),
    Buffer.from(card('Zoë'), 'latin1'),
    Buffer.from(card('Łukasz')),
  ]);
  expect(decodeText(file)).toBe(card('Jörg') + card('Zoë') + card('Łukasz'));
});

test('whatever octets a file has, it is read; UTF-8 stays as it is', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeText(bytes)));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.startsWith('\uFEFF') && !text.includes('\0'));
      expect(decodeText(Buffer.from(text.toWellFormed()))).toBe(text.toWellFormed());
    }),
  );
});
