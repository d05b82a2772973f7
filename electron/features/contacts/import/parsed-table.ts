import { areHeadings } from '../../imports/headings.ts';
import { plainHeading } from '../../imports/table.ts';
import { recordsOf, titlesAbove } from '../../imports/records.ts';
import { unguarded } from '../../../shared/csv.ts';
import { plainSpelling } from '../../../shared/phone.ts';
import { DATES_AND_TIMES } from '../../imports/phone-in-words.ts';
import { readVcards, type Card } from './vcard.ts';

/** A list of customers as columns and rows, whatever kind of file it came from. */
export interface Sheet {
  readonly kind: 'table' | 'cards';
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** The line in the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The number at which its owner prefers to be reached, if a card says so. */
  readonly preferred?: string;
}

const FEWEST_DIGITS = 8;
const LOOKED_FOR_HEADINGS = 20;
const PHONE_CELL = /^(?:\+|00?(?!0))[\d\s()./-]{8,}$/;
/** What Outlook writes if there is no date. */
const NO_DAY = /^0+[./-]0+[./-]0+$/;
/** Separates several values in one cell, as in Google's contacts. */
export const SEVERAL = ' ::: ';

/** @returns null: the text is neither a table nor vCards */
export function readSheet(text: string): Sheet | null {
  return /^\uFEFF?\s*begin\s*:\s*vcard/i.test(text) ? sheetOfCards(readVcards(text)) : sheetOfTable(text);
}

function sheetOfTable(text: string): Sheet | null {
  const read = recordsOf(text);
  if (read === null) return null;
  // A letterhead above the headings may contain a phone number as well.
  const headings = read
    .slice(0, LOOKED_FOR_HEADINGS)
    .findIndex(({ record }) => !hasPhone(record) && areHeadings(record.map(plainHeading)));
  const records = read.slice(headings >= 0 ? headings : titlesAbove(read, hasPhone));
  const [first, ...others] = records;
  // A heading is never a phone number, so this first row is already a customer.
  const isHeadless = first !== undefined && hasPhone(first.record);
  const head = isHeadless ? { record: first.record.map(() => ''), info: first.info } : first;
  const body = isHeadless ? records : others;
  if (head === undefined || (!isHeadless && head.record.every((each) => each === ''))) return null;
  const width = Math.max(head.record.length, ...body.slice(0, 1_000).map(({ record }) => record.length));
  return {
    kind: 'table',
    columns: Array.from({ length: width }, (_, i) => head.record[i] ?? ''),
    rows: body
      .filter(({ record }) => record.some((value) => value !== ''))
      // The parser gives the line a record ends in; the record begins before it by the number of its own line breaks.
      .map(({ record, info }) => ({
        line: info.lines - breaksIn(record),
        cells: record.map((cell) => (NO_DAY.test(cell) ? '' : unguarded(cell))),
      })),
  };
}

/** Whether a cell can only be a phone number. Pure. */
export function isPhoneCell(cell: string): boolean {
  const plain = plainSpelling(unguarded(cell));
  return PHONE_CELL.test(plain) && plain.search(DATES_AND_TIMES) < 0;
}

/** No heading has this many digits; without a leading zero or plus it may still be a phone number of some countries. */
const isNumberCell = (cell: string): boolean => {
  const plain = plainSpelling(unguarded(cell));
  const digits = plain.replace(/\D/g, '').length;
  return digits >= FEWEST_DIGITS && /^[+(]?[\d\s()./-]+$/.test(plain) && plain.search(DATES_AND_TIMES) < 0;
};

const hasPhone = (cells: readonly string[]): boolean => cells.some((cell) => isNumberCell(cell));

function breaksIn(record: readonly string[]): number {
  let breaks = 0;
  for (const value of record) for (const letter of value) if (letter === '\n') breaks++;
  return breaks;
}

const CARD_COLUMNS: readonly { readonly heading: string; readonly of: (card: Card) => readonly string[] }[] = [
  { heading: 'Name', of: ({ name }) => [name] },
  { heading: 'Company', of: ({ company }) => [company] },
  { heading: 'Mobile phone', of: ({ phones }) => numbersOf(phones, (label) => isMobileLabel(label)) },
  { heading: 'Phone', of: ({ phones }) => numbersOf(phones, (label) => label === '') },
  { heading: 'Home phone', of: ({ phones }) => numbersOf(phones, (label) => label === 'home') },
  { heading: 'Business phone', of: ({ phones }) => numbersOf(phones, (label) => label === 'work') },
  {
    heading: 'Other phone',
    of: ({ phones }) =>
      // The number with its label, as people write it into a cell.
      phones
        .filter(({ label }) => label !== '' && label !== 'home' && label !== 'work' && !isMobileLabel(label))
        .map(({ number, label }) => `${number} (${label.replaceAll(/[;()|\n]/g, ' ')})`),
  },
  { heading: 'E-mail', of: ({ emails }) => emails },
  { heading: 'Address', of: ({ addresses }) => addresses },
  { heading: 'Birthday', of: ({ birthday }) => [birthday] },
  { heading: 'Anniversary', of: ({ anniversary }) => [anniversary] },
  { heading: 'Notes', of: ({ notes }) => [notes] },
  { heading: 'Categories', of: ({ categories }) => categories },
];

const isMobileLabel = (label: string): boolean => /mobile|mobil|cell|handy|iphone/i.test(label);

function numbersOf(phones: Card['phones'], fits: (label: string) => boolean): readonly string[] {
  return phones.filter(({ label }) => fits(label)).map(({ number }) => number);
}

/** Includes only the columns in which some card has a value. */
function sheetOfCards(cards: readonly Card[]): Sheet {
  const used = CARD_COLUMNS.filter(({ of }) => cards.some((card) => of(card).some((value) => value !== '')));
  return {
    kind: 'cards',
    columns: used.map(({ heading }) => heading),
    rows: cards.map((card) => ({
      line: card.line,
      cells: used.map(({ of }) => of(card).join(SEVERAL)),
      ...(card.preferred === null ? {} : { preferred: card.preferred }),
    })),
  };
}
