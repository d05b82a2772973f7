import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../../electron/shared/csv.ts';
import { readSheet } from '../../../../electron/features/contacts/import/parsed-table.ts';
import { readVcards } from '../../../../electron/features/contacts/import/vcard.ts';
import { toVcard } from '../../../../electron/features/contacts/vcard-writer.ts';
import { emptyContact } from '../../../../electron/features/contacts/contact-aggregate.ts';
import { contactFile, contactShop, taken } from '../../../support/contact-shop.ts';

const FILES = [
  'google.csv',
  'outlook.csv',
  'excel-unicode.txt',
  'libreoffice-latin1.csv',
  'iphone.vcf',
  'android.vcf',
  'version4.vcf',
];
const PIECES = [
  '"',
  ';',
  ',',
  '\t',
  '\r\n',
  '\n ',
  '=',
  '=\r\n',
  ':',
  '\\',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  '\uFEFF',
  '\u0000',
  'TEL:',
];

/** A file with pieces taken out, doubled, swapped and put in, as a bad transfer or a bad program leaves it. */
const damaged = fc
  .tuple(
    fc.constantFrom(...FILES),
    fc.array(fc.tuple(fc.nat(2_000), fc.nat(60), fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 }))), {
      maxLength: 12,
    }),
  )
  .map(([file, cuts]) => {
    let text = contactFile(file);
    for (const [at, length, piece] of cuts) {
      const from = at % (text.length + 1);
      text = text.slice(0, from) + piece + text.slice(from + length);
    }
    return text;
  });

test('whatever is in a file: it is read or it is not, and never breaks', () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
      const sheet = readSheet(text);
      for (const { cells, line } of sheet?.rows ?? []) {
        expect(line).toBeGreaterThan(0);
        for (const cell of cells) expect(typeof cell).toBe('string');
      }
    }),
    { numRuns: 400 },
  );
});

test('whatever is in a file: what a look at it says comes of it, all of it or nothing, and undone it is as before', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.constantFrom('fill', 'replace', 'leave'), async (text, known) => {
      const shop = await contactShop();
      shop.add('Ana Kuhn', '0171 2223344', { notes: 'pays cash' });
      const before = JSON.stringify(await shop.all());
      const read = await shop.customers.imports.read('x', text);
      if (!read.ok || !read.value.columns.some(({ target }) => target === 'phone')) {
        shop.store.close();
        return;
      }
      const { plan, done } = await shop.bringIn(text, { known, consentSource: 'Form' });
      expect(done.counts).toEqual(plan.counts);
      const { counts } = done;
      expect(counts.new + counts.changed + counts.same + counts.refused).toBe(read.value.rows);
      expect((await shop.all()).length).toBe(1 + counts.new);
      taken(await shop.customers.imports.undo(done.id));
      expect(JSON.stringify(await shop.all())).toBe(before);
      shop.store.close();
    }),
    { numRuns: 60 },
  );
});

const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim());

test('a card that was written is read as it was', () => {
  const number = fc.stringMatching(/^\+49171\d{7}$/);
  fc.assert(
    fc.property(
      words.filter((name) => name !== ''),
      fc.array(number, { maxLength: 3 }),
      fc.option(fc.constantFrom('1985-04-12', '--02-29')),
      fc.array(words, { maxLength: 3 }).map((lines) => lines.filter((line) => line !== '').join('\n')),
      (name, numbers, birthday, notes) => {
        const row = { ...emptyContact(0), id: 1, name, birthday: birthday ?? null, notes };
        const [card, ...others] = readVcards(
          toVcard({ row, numbers: numbers.map((each) => ({ number: each, label: 'mobile' })), tags: ['a, b;c'] }),
        );
        expect(others).toEqual([]);
        expect(card).toMatchObject({ name, notes, categories: ['a, b;c'], birthday: birthday ?? '' });
        expect(card?.phones.map((phone) => phone.number)).toEqual(numbers);
      },
    ),
  );
});

test('a table that was written is read as it was, and no cell of it is a formula', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 20 }).map((text) =>
    text
      .toWellFormed()
      .replace(/[\r\n\0]/g, ' ')
      .trim(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const filled = rows.filter(([a, b]) => a !== '' || b !== '');
      const table = toCsv([['Name', 'Phone'], ...filled]);
      for (const each of table.split(/[\r\n,]/)) expect(each).not.toMatch(/^"?(?:[=@-]|\+(?!\d[\d ]*"?$))/);
      const sheet = readSheet(table);
      const noDay = (text: string): string => (/^0+[./-]0+[./-]0+$/.test(text) ? '' : text);
      expect(sheet?.rows.map(({ cells }) => cells)).toEqual(filled.map((row) => row.map((each) => noDay(each))));
    }),
    { numRuns: 300 },
  );
});
