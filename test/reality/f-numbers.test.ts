import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phonesInCell, phoneToText } from '../../electron/features/imports/phone-cell.ts';
import { parseRecipient, type CountryCode } from '../../electron/shared/phone.ts';
import { contactShop } from '../support/contact-shop.ts';

const ANA = '+491712223344';

describe('F26: what only looks different is the number', () => {
  test.each([
    ['directions around it', '\u202A+49 171 2223344\u202C'],
    ['an isolate', '\u20680171 2223344\u2069'],
    ['non-breaking hyphens', '0171\u20112223344'],
    ['an en dash', '0171\u20132223344'],
    ['an em dash', '0171 \u2014 2223344'],
    ['a minus', '0171\u22122223344'],
    ['a soft hyphen', '0171\u00AD2223344'],
    ['no-width spaces', '0171\u200B222\u200B3344\uFEFF'],
    ['narrow spaces', '0171\u202F222\u20093344'],
    ['digits of full width', '０１７１２２２３３４４'],
    ['Excel’s mark of a text', "'0171 2223344"],
    ['a mark that became typographic', '’0171 2223344'],
  ])('%s', (_, input) => {
    expect(parseRecipient(input, 'DE')).toEqual({ kind: 'phone', value: ANA });
  });

  test('F38: an Australian one with the mark', () => {
    expect(parseRecipient("'0412 000 111", 'AU')?.value).toBe('+61412000111');
  });
});

describe('F27: the number, and what stands beside it', () => {
  test.each([
    ['0171 2223344 (privat)', [[ANA, 'privat']]],
    // A spreadsheet has taken the + away.
    ['491712223344 privat', [[ANA, 'privat']]],
    ['49 171 2223344 (Mutter)', [[ANA, 'Mutter']]],
    ['436641234567 (Eva)', [['+436641234567', 'Eva']]],
    ['49731123456 (Büro)', [['+49731123456', 'Büro']]],
    ['491712223344,00', [[ANA, '']]],
    ['491712223344@s.whatsapp.net', [[ANA, '']]],
    ['whatsapp://send?phone=491712223344', [[ANA, '']]],
    [
      '491712223344 / 491604412907',
      [
        [ANA, ''],
        ['+491604412907', ''],
      ],
    ],
    // Signs that are none of numbers.
    ['0171_2223344', [[ANA, '']]],
    ['0171?2223344', [[ANA, '']]],
    ['+0049 171 2223344', [[ANA, '']]],
    // Which of several it is.
    [
      '1) 0171 2223344 2) 0160 4412907',
      [
        [ANA, ''],
        ['+491604412907', ''],
      ],
    ],
    ['0171 2223344 (0)', [[ANA, '']]],
    ['Tel. 0171 2223344', [[ANA, '']]],
    ['Tel.: 0171/2223344', [[ANA, '']]],
    ['mobile no: +49 171 2223344', [[ANA, 'mobile']]],
    ['0171 2223344 ext. 12', [[ANA, 'ext. 12']]],
    ['030 1234567 App. 12', [['+49301234567', 'App. 12']]],
    [
      '0171 2223344 Anna, 0160-4412907 Tom',
      [
        [ANA, 'Anna'],
        ['+491604412907', 'Tom'],
      ],
    ],
    [
      '0171 2223344 / 030 1234567',
      [
        [ANA, ''],
        ['+49301234567', ''],
      ],
    ],
    [
      '0171 2223344, 030 1234567',
      [
        [ANA, ''],
        ['+49301234567', ''],
      ],
    ],
    [
      '030/1234567 oder 0171/2223344',
      [
        ['+49301234567', ''],
        [ANA, ''],
      ],
    ],
    [
      '01712223344 01604412907',
      [
        [ANA, ''],
        ['+491604412907', ''],
      ],
    ],
    ['0171 2223344 (seit 12.3.2021)', [[ANA, 'seit 12.3.2021']]],
    ['491712223344', [[ANA, '']]],
  ])('%s', (cell, found) => {
    const { phones, leftOut } = phonesInCell(cell, 'DE');
    expect([phones.map(({ number, label }) => [number, label]), leftOut]).toEqual([found, []]);
  });

  test('what is no number is told as it is written', () => {
    expect(phonesInCell('siehe Karte; 12.3.2021', 'DE')).toEqual({ phones: [], leftOut: ['siehe Karte', '12.3.2021'] });
  });

  test('a page in place of a cell is told, and not searched', () => {
    const page = '1 '.repeat(50_000);
    expect(phonesInCell(page, 'DE')).toEqual({ phones: [], leftOut: [page.slice(0, 300)] });
  });

  test('whatever stands around a number, it is found, and nothing is made up', () => {
    const words = fc.constantFrom('', 'Tel.', 'Handy:', '(privat)', 'Büro', 'c/o', '☎', 'nur abends');
    const number = fc.constantFrom(
      '0171 2223344',
      '+49 171 2223344',
      '0171-222 33 44',
      '(0171) 2223344',
      '0049 1712223344',
    );
    fc.assert(
      fc.property(words, number, words, (before, input, after) => {
        const { phones } = phonesInCell(`${before} ${input} ${after}`, 'DE');
        expect(phones.map((each) => each.number)).toEqual([ANA]);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (cell) => void phonesInCell(cell, 'DE')));
  });
});

describe('F28: the mobile number is the one that is texted', () => {
  const numbersFrom = async (list: string): Promise<readonly (readonly string[])[]> => {
    const shop = await contactShop();
    await shop.bringIn(list);
    const all = await shop.all();
    shop.store.close();
    return all.map(({ numbers }) => numbers.map(({ number, label }) => [number, label].filter(Boolean).join(' ')));
  };

  test('whatever the columns are called', async () => {
    expect(await numbersFrom('Name;Telefon 1;Telefon 2\nAna;030 1234567;0171 2223344')).toEqual([
      [ANA, '+49301234567'],
    ]);
    expect(await numbersFrom('Name;Handy;Telefon\nAna;030 1234567;0171 2223344')).toEqual([
      [ANA, '+49301234567 mobile'],
    ]);
    expect(await numbersFrom('Name;Telefon\nAna;030 1234567 / 0171 2223344')).toEqual([[ANA, '+49301234567']]);
  });

  test('also where one is looked for', () => {
    expect(phoneToText('030 1234567 / 0171 2223344', 'DE')).toBe(ANA);
    expect(phoneToText('030 1234567', 'DE')).toBe('+49301234567');
    expect(phoneToText('ask Tom', 'DE')).toBeNull();
  });

  test('F27: a label beside a number stays with it', async () => {
    expect(await numbersFrom('Name;Telefon\nAna;0171 2223344 (Mama)')).toEqual([[`${ANA} Mama`]]);
    expect(await numbersFrom('Name,Phone 1 - Label,Phone 1 - Value\nAna,Mama,0171 2223344')).toEqual([[`${ANA} Mama`]]);
    expect(await numbersFrom('Name,Phone 1 - Label,Phone 1 - Value\nAna,* Other,0171 2223344')).toEqual([[ANA]]);
  });
});

const card = (...lines: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana Kuhn', ...lines, 'END:VCARD', ''].join('\r\n');

describe('cards', () => {
  const cardFrom = async (...lines: readonly string[]) => {
    const shop = await contactShop();
    await shop.bringIn(card(...lines));
    const [ana] = await shop.all();
    shop.store.close();
    return ana;
  };

  test.each([
    ['3.0', 'TEL;TYPE=CELL:0160 4412907', 'TEL;TYPE=CELL,PREF:0171 2223344'],
    ['2.1', 'TEL;CELL:0160 4412907', 'TEL;CELL;PREF:0171 2223344'],
    ['4.0', 'TEL;TYPE=cell;PREF=20:0160 4412907', 'TEL;TYPE=cell;PREF=1:0171 2223344'],
    ['under another type', 'TEL;TYPE=CELL:0160 4412907', 'TEL;TYPE=HOME,PREF:0171 2223344'],
  ])('F29: of two mobile numbers the preferred one comes first, as %s says it', async (_, ...lines) => {
    expect((await cardFrom(...lines))?.numbers.map(({ number }) => number)).toEqual([ANA, '+491604412907']);
  });

  test('a preferred number that cannot be texted does not come before a mobile one', async () => {
    const ana = await cardFrom('TEL;TYPE=HOME,PREF:030 1234567', 'TEL;TYPE=CELL:0171 2223344');
    expect(ana?.numbers.map(({ number }) => number)).toEqual([ANA, '+49301234567']);
  });

  test('F31: what its owner calls a number is kept', async () => {
    const ana = await cardFrom('item1.TEL:0171 2223344', 'item1.X-ABLabel:Mama', 'TEL;TYPE=HOME:030 1234567');
    expect(ana?.numbers.map(({ number, label }) => [number, label])).toEqual([
      [ANA, 'Mama'],
      ['+49301234567', 'home'],
    ]);
  });

  test('F40: quotes with a sign before them', async () => {
    expect((await cardFrom('TEL:0171 2223344', 'NOTE:says \\"hello\\"\\, always'))?.notes).toBe('says "hello", always');
  });
});

describe('of the same kinds', () => {
  const numbersOf = (cell: string, country: CountryCode) =>
    phonesInCell(cell, country).phones.map(({ number }) => number);

  test.each([
    ['491712223344.0', 'DE', '+491712223344'],
    ['1712223344.0', 'DE', '+491712223344'],
    ['49 171 2223344', 'DE', '+491712223344'],
    ['49/171/2223344', 'DE', '+491712223344'],
    ['06.12.34.56.78', 'FR', '+33612345678'],
    ['06-12-34-56-78', 'FR', '+33612345678'],
    ['0475/12.34.56', 'BE', '+32475123456'],
    ['12-34-56-78', 'DK', '+4512345678'],
  ] as const)('F26: %s in %s', (cell, country, number) => {
    expect(numbersOf(cell, country)).toEqual([number]);
  });

  test('a day is none, also beside a number', () => {
    expect(numbersOf('24.12.2026', 'FR')).toEqual([]);
    expect(numbersOf('0171 2223344 (seit 01.02.2020)', 'DE')).toEqual([ANA]);
  });

  test('cards that were put together without a line between them are each somebody’s', async () => {
    const card = (name: string, number: string) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:${number}\r\nEND:VCARD`;
    const shop = await contactShop();
    await shop.bringIn(['Ana', 'Ben', 'Cem'].map((name, n) => card(name, `0171 222334${n}`)).join(''));
    expect((await shop.all()).map(({ name, numbers }) => [name, numbers.length])).toEqual([
      ['Ana', 1],
      ['Ben', 1],
      ['Cem', 1],
    ]);
    shop.store.close();
  });
});

test.each(['0171:2223344', '0171 22233445566'])('what is only like a number is left out: %s', (cell) => {
  expect(phonesInCell(cell, 'DE')).toEqual({ phones: [], leftOut: [cell] });
});

test.each([
  ['US', '212-555-4947 / 212-555-3514', ['+12125554947', '+12125553514']],
  ['ES', '618 349 919 / 616 347 766', ['+34618349919', '+34616347766']],
  ['NO', '41 13 52 35 / 41 18 69 86', ['+4741135235', '+4741186986']],
  ['PT', '919 914 728 / 211 362 785', ['+351919914728', '+351211362785']],
  ['CZ', '603 923 135 / 608 621 274', ['+420603923135', '+420608621274']],
  ['DK', '20 10 00 00 / 20 10 37 03', ['+4520100000', '+4520103703']],
  ['DK', '20123456/30123456', ['+4520123456', '+4530123456']],
  ['SG', '91234567 / 81234567', ['+6591234567', '+6581234567']],
  ['NL', '+31 (6) 12345678', ['+31612345678']],
  ['BE', '+32 (4) 71 12 34 56', ['+32471123456']],
  ['FR', '+33 (6) 12 34 56 78', ['+33612345678']],
] as const)('two of another country are two, and a digit in brackets is one: %s %s', (country, cell, numbers) => {
  expect(phonesInCell(cell, country).phones.map(({ number }) => number)).toEqual(numbers);
});
