import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesOf, decodeText } from '../../electron/shared/decode-text.ts';
import { ENCODINGS } from '../../electron/shared/encodings.ts';
import { encoded } from '../support/encoded.ts';

const WORDS = 'Name;Ort\nJörg Müller;Köln\nZoë Groß;Nürnberg\nRenée Çelik;Saint-Étienne\nÖmer Ünal;Österreich\n';

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};

describe('F32: right letters, whichever program wrote the file', () => {
  test.each(['windows-1252', 'cp850', 'macintosh'] as const)('%s', (encoding) =>
    expect(decodeText(encoded(WORDS, encoding))).toBe(WORDS),
  );

  // Two names each, as a list of a handful of customers has.
  test.each([
    ['French', 'Hélène Lefèvre;Besançon\nMaëlle Le Goff;Saint-Étienne', ['windows-1252', 'cp850', 'macintosh']],
    ['Spanish', 'Íñigo Núñez;Cádiz\nJosé Ibáñez;Málaga', ['windows-1252', 'cp850', 'macintosh']],
    ['Portuguese', 'João Conceição;São Paulo\nInês Simões;Évora', ['windows-1252', 'cp850', 'macintosh']],
    ['Italian', 'Niccolò Dalò;Forlì\nCantù Nicolò;Cefalù', ['windows-1252', 'cp850']],
    ['Swedish', 'Åsa Björk;Malmö\nHåkan Åberg;Göteborg', ['windows-1252', 'cp850', 'macintosh']],
    ['Danish', 'Søren Ærø;Århus\nMette Kjær;Tønder', ['windows-1252', 'cp850', 'macintosh']],
    ['Icelandic', 'Guðrún Þórðardóttir;Ísafjörður\nÞorsteinn Sæmundsson;Höfn', ['windows-1252']],
    ['Estonian', 'Tõnu Pärn;Põlva\nÜlle Kõiv;Võru', ['windows-1252']],
    ['Hungarian', 'Tóth Gergő;Pécs\nKőszegi Béla;Székesfehérvár', ['windows-1250', 'cp852']],
    ['Croatian', 'Đurđica Šimić;Osijek\nMarija Kovačić;Rijeka', ['windows-1250']],
    ['Czech', 'Jiří Dvořák;Plzeň\nŠtěpán Černý;Žďár', ['windows-1250', 'cp852']],
    ['Slovak', 'Ľubomír Kováč;Košice\nZuzana Šťastná;Žilina', ['windows-1250']],
    ['Polish', 'Łukasz Wąsik;Łódź\nStanisław Gąsior;Poznań', ['windows-1250', 'cp852', 'iso-8859-2']],
    ['Romanian', 'Mihăiţă Ştefan;Bucureşti\nCătălina Brâncuşi;Timişoara', ['windows-1250']],
    ['Turkish', 'Mehmet Şahin;Muğla\nAyşe Yılmaz;İstanbul', ['windows-1254']],
    ['Lithuanian', 'Jonas Žukauskas;Šiauliai\nRūta Kazlauskienė;Panevėžys', ['windows-1257']],
    ['Latvian', 'Jānis Bērziņš;Rīga\nĒriks Kļaviņš;Jūrmala', ['windows-1257']],
    ['Russian', 'Анна Петрова;Москва\nЮлия Щербакова;Пермь', ['windows-1251', 'koi8-r', 'ibm866']],
    ['Serbian', 'Ђорђе Јовановић;Ниш\nЉиљана Петровић;Београд', ['windows-1251']],
    ['Greek', 'Γιώργος Παπαδόπουλος;Αθήνα\nΜαρία Νικολάου;Πάτρα', ['windows-1253']],
    ['Hebrew', 'דוד כהן;חיפה\nשרה לוי;אילת', ['windows-1255']],
    ['Arabic', 'محمد علي;دبي\nفاطمة حسن;عمان', ['windows-1256']],
    ['Japanese', '田中太郎;東京都\n高橋みゆき;さいたま市', ['shift_jis', 'euc-jp']],
    ['Chinese', '张伟;北京市\n王芳;上海市', ['gb18030']],
    ['Korean', '김민수;서울\n이영희;부산', ['euc-kr']],
  ] as const)('%s', (_, names, encodings) => {
    const list = `Name;City;Phone\n${names.replaceAll('\n', ';0171 2223344\n')};0171 2223355\n`;
    for (const encoding of encodings) expect([encoding, decodeText(encoded(list, encoding))]).toEqual([encoding, list]);
  });

  test('what a person may choose instead stands there with the words that it would be', () => {
    const list = encoded('Name;Phone\nPerković;0171 2223344\n', 'cp852');
    const found = candidatesOf(list);
    expect(found.slice(0, 6)).toContainEqual({ encoding: 'cp852', sample: 'Perković' });
    expect(new Set(found.map(({ encoding }) => encoding))).toEqual(new Set(ENCODINGS));
  });

  test('Cyrillic in UTF-16 without a mark', () => {
    const words = 'Имя;Телефон\nАнна Ёлкина;0171\n';
    for (const isLittle of [true, false]) expect(decodeText(utf16(words, isLittle))).toBe(words);
  });

  test.each([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-16, little end first, without a mark', utf16(WORDS, true)],
    ['UTF-16, big end first, without a mark', utf16(WORDS, false)],
    ['UTF-16 with a mark', utf16(`\uFEFF${WORDS}`, true)],
  ])('%s', (_, bytes) => expect(decodeText(bytes)).toBe(WORDS));

  test('windows-1250, where its letters are no letters in the West', () => {
    const words = 'Name;Ort\nŁukasz Wąsik;Łódź';
    expect(decodeText(encoded(words, 'windows-1250'))).toBe(words);
  });

  test('signs of Windows in the West stay: quotes, a dash, the euro', () => {
    const words = 'L’Oréal;9–17;12 €;80 m²;d’Or';
    expect(decodeText(encoded(words, 'windows-1252'))).toBe(words);
  });

  test('signs of Windows alone, without a letter beside them', () => {
    const words = 'Name;Notiz\nAna;„neu“\nBen;kommt 9–17 Uhr\nTom;ruft an…\n';
    expect(decodeText(encoded(words, 'windows-1252'))).toBe(words);
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

test.each([
  ['abbreviations', 'Mª José García;Juan Peña\nC/ Mayor 3, 2º A;Luis Peña', 'windows-1252'],
  ['of a street', 'João Sá;Rua Direita nº 5, 2º Dtº', 'windows-1252'],
  ['a list with dots', '•one;•two\nÉva;Ana', 'windows-1252'],
  ['small letters', 'анна петрова;москва\nюлия щербакова;пермь', 'windows-1251'],
] as const)('%s', (_, names, encoding) => {
  const list = `Name;Ort\n${names}\n`;
  expect(decodeText(encoded(list, encoding))).toBe(list);
});

test('Chinese words that are one of UTF-8 by accident', () => {
  const list = '姓名;性别;电话\n张伟;男;138\n李娜;女;139\nAna;女;140\n王芳;女;141\n';
  expect(decodeText(encoded(list, 'gb18030'))).toBe(list);
});

test('a calendar of two octets a letter keeps what stands before its folds', () => {
  const calendar = (folded: string): string =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:${folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  for (const [words, encoding] of [
    ['서울특별\r\n 시예약', 'euc-kr'],
    ['予約します\r\n よろしく', 'shift_jis'],
  ] as const)
    expect(decodeText(encoded(calendar(words), encoding))).toBe(calendar(words));
});

test.each([
  ['German, French and Spanish', 'Jörg Müller;Köln\nFrançois Dupré;Nîmes\nPilar Muñoz;León', 'windows-1252'],
  ['Danish and German', 'Bjørn Nielsen;Tromsø\nJürgen Müller;Köln', 'windows-1252'],
  ['with signs', 'Ana;½ kg Brötchen à 2 €\nBen;80 m² – 20 °C', 'windows-1252'],
  ['German and Czech', 'Jörg Müller;Weißenburg\nJiří Dvořák;Plzeň\nUwe Weiß;Köln', 'windows-1250'],
  ['German and Croatian', 'Jörg Müller;Köln\nIvan Kovačić;Split\nUwe Weiß;Köln', 'windows-1250'],
] as const)('names of two languages in one list: %s', (_, names, encoding) => {
  expect(decodeText(encoded(`Name;Ort\n${names}\n`, encoding))).toBe(`Name;Ort\n${names}\n`);
});

test('F34: of two files that were put together each line is in its own encoding', () => {
  const bytes = Buffer.concat([
    Buffer.from('Name;Ort\nMüller;Köln\n'),
    encoded('Jörg;Nürnberg\n', 'windows-1252'),
    Buffer.from('Łukasz;Łódź\n'),
  ]);
  expect(decodeText(bytes)).toBe('Name;Ort\nMüller;Köln\nJörg;Nürnberg\nŁukasz;Łódź\n');
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
