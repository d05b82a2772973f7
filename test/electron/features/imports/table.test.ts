import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../electron/features/imports/table.ts';
import { dateIn, timeIn } from '../../../../electron/features/imports/wall-words.ts';

const HEADINGS = { name: ['name', 'kunde'], phone: ['phone no', 'telefon'] } as const;

describe('a table of another program', () => {
  test.each([
    ['commas', 'Name,Phone No.\nAna,0171\n'],
    ['semicolons, as Excel in German', 'Kunde;Telefon\r\nAna;0171\r\n'],
    ['tabs', 'name\tphone_no\nAna\t0171'],
    ['a mark at the beginning', '\uFEFFName;Telefon\nAna;0171'],
    ['quotes', '"Name";"Telefon"\n"Ana";"0171"'],
    ['columns in another order, and one more', 'Telefon;Farbe;Name\n0171;rot;Ana'],
  ])('%s', (_, text) =>
    expect(readTable(text, HEADINGS)?.rows).toMatchObject([{ line: 2, values: { name: 'Ana', phone: '0171' } }]),
  );

  test('quoted line breaks and delimiters; empty lines; rows that are too short; which line it is', () => {
    const table = readTable('name;telefon\n"Kuhn; Ana\nBerlin";0171\n\n;\nTom\n', HEADINGS);
    expect(table?.rows).toEqual([
      { line: 3, values: { name: 'Kuhn; Ana\nBerlin', phone: '0171' }, cells: ['Kuhn; Ana\nBerlin', '0171'] },
      { line: 6, values: { name: 'Tom' }, cells: ['Tom'] },
    ]);
  });

  test('headings that mean nothing are named; of columns that nobody knows a person says what they are', () => {
    expect(readTable('Name;Farbe\nAna;rot', HEADINGS)).toMatchObject({ unknown: ['Farbe'], known: new Set(['name']) });
    const unknown = readTable('a;b\n1;2\n1;3\n;4', HEADINGS);
    expect(unknown).toMatchObject({ known: new Set(), unknown: ['a', 'b'] });
    expect(unknown?.columns).toEqual([
      { heading: 'a', field: null, samples: ['1'] },
      { heading: 'b', field: null, samples: ['2', '3', '4'] },
    ]);
    const chosen = readTable('a;b\n1;2', HEADINGS, { chosen: [null, 'name'] });
    expect(chosen?.rows).toEqual([{ line: 2, values: { name: '2' }, cells: ['1', '2'] }]);
    expect(readTable('', HEADINGS)).toBeNull();
  });

  test('whatever the file holds, it is read or refused', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const table = readTable(`name;telefon\n${text}`, HEADINGS);
        expect(table === null || Array.isArray(table.rows)).toBe(true);
      }),
    ));
});

describe('days and times as people write them', () => {
  test.each([
    ['2026-11-25', '2026-11-25'],
    ['25.11.2026', '2026-11-25'],
    ['Mi 25.11.26', '2026-11-25'],
    ['5. 1. 2027', '2027-01-05'],
    ['25/11/2026', '2026-11-25'],
    ['2026-11-25T10:30', '2026-11-25'],
    ['1 maja 2027', '2027-05-01'],
    ['25 grudnia 2026', '2026-12-25'],
    ['24. prosince 2026', '2026-12-24'],
    ['2026. december 25.', '2026-12-25'],
    ['25 Aralık 2026', '2026-12-25'],
    ['24th of December 2026', '2026-12-24'],
    ['verschoben vom 01.12.2026 auf 03.12.2026', null],
    ['alt 01.12.2026 neu 04.12.2026', null],
    ['31.02.2026', null],
    ['tomorrow', null],
  ])('%s', (input, date) => expect(dateIn(input, false)).toBe(date));

  test('the month first where people write so', () => {
    expect(dateIn('11/25/2026', true)).toBe('2026-11-25');
    expect(dateIn('25.11.2026', true)).toBe('2026-11-25');
  });

  test.each([
    ['9:00', '09:00'],
    ['09.30', '09:30'],
    ['14:15:00', '14:15'],
    ['2:30 pm', '14:30'],
    ['12:00 AM', '00:00'],
    ['9 Uhr', '09:00'],
    ['9 am', '09:00'],
    ['14h30', '14:30'],
    ['25.11.2026 10:30', '10:30'],
    ['10', '10:00'],
    ['10:00h', '10:00'],
    ['10 Uhr 30', '10:30'],
    ['10-11 Uhr', '10:00'],
    ['14u30', '14:30'],
    ['14:30u', '14:30'],
    ['10:00 (30 min)', '10:00'],
    ['14.12.2026-11:00', '11:00'],
    ['14-12-2026 16h00', '16:00'],
    ['2026-12-14 15:00 MEZ', '15:00'],
    ['1:00 - 2:00 PM', '13:00'],
    ['11:00 - 1:00 PM', '11:00'],
    ['2:00 - 3:00 PM', '14:00'],
    ['11:30 PM - 12:15 AM', '23:30'],
    ['nachm. 2:30', '14:30'],
    ['formiddag 10:00', '10:00'],
    ['voormiddag 9:00', '09:00'],
    ['1:30p', '13:30'],
    ['10:00 - 10:30 Raum 2', '10:00'],
    ['10:00-11:00 Zimmer 3', '10:00'],
    ['10:00 statt 11:00', null],
    ['Zimmer 10', null],
    ['25:00', null],
    ['13:00 pm', null],
    ['soon', null],
  ])('%s', (input, time) => expect(timeIn(input)).toBe(time));

  test('a cell of a page holds no time, and is told so at once', () => {
    for (const page of [`1${' '.repeat(100_000)}x`, '['.repeat(100_000)]) expect(timeIn(page)).toBeNull();
  });
});
