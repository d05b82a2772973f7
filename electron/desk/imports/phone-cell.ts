import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { callingCodeOf, parseRecipient, plainSpelling, type CountryCode } from '../../shared/phone.ts';
import { DATES_AND_TIMES } from './phone-in-words.ts';

/** A number as a cell of a list has it, with what stands beside it there: `privat`, `ext. 12`; empty: nothing. */
export interface PhoneInCell {
  /** E.164. */
  readonly number: string;
  readonly label: string;
}

export interface PhoneCell {
  readonly phones: readonly PhoneInCell[];
  /** What is no number that can be texted, as it is written. */
  readonly leftOut: readonly string[];
}

/** What parts several numbers in one cell; a comma within a number parts nothing: both sides have to be long enough for one. */
const BETWEEN = /\s*(?::::|[;\n|])\s*|(?<=\d[\d\s()./-]{5,}),\s*(?=[+(]?\d[\d\s()./-]{5,})/;
/** What says of a number only that it is one. */
const ONLY_A_NUMBER =
  /(?<![\p{L}\p{N}])(?:tel|telefon|telefonnummer|telephone|téléphone|telefono|teléfono|telefone|telefoon|phone|fon|rufnummer|nummer|number|nr|no|und|and|oder|or|et|ou|y|o)(?![\p{L}\p{N}])[.:]*/giu;
/** Fewer are part of an address, a year, an extension. */
const SOMETHING_LIKE_A_NUMBER = /[+(]?\d[\d\s()./-]{5,}\d/g;
const LONGEST_LABEL = 40;
/** What is longer is a page and no cell with numbers. */
const LONGEST_CELL = 1_000;

/** The numbers in a cell, in their order, each once. Never throws. Pure. */
export function phonesInCell(cell: string, country: CountryCode): PhoneCell {
  const phones = new Map<string, string>();
  const leftOut: string[] = [];
  if (cell.length > LONGEST_CELL) return { phones: [], leftOut: [cell.slice(0, LONGEST_CELL).toWellFormed()] };
  for (const piece of cell.split(BETWEEN)) {
    const written = piece.trim();
    if (written === '') continue;
    const found = phonesIn(written, country);
    if (found.length === 0) leftOut.push(written);
    for (const { number, label } of found) if ((phones.get(number) ?? '') === '') phones.set(number, label);
  }
  return { phones: [...phones].map(([number, label]) => ({ number, label })), leftOut };
}

/** The one number of a cell that is texted: a mobile one before others. Null: there is none. Pure. */
export function phoneToText(cell: string, country: CountryCode): string | null {
  const { phones } = phonesInCell(cell, country);
  return (phones.find(({ number }) => isMobile(number)) ?? phones[0])?.number ?? null;
}

/** By the numbering plan of its country. Where mobile numbers look like others, each may be one. Pure. */
export function isMobile(number: string): boolean {
  return parsePhoneNumberFromString(number)?.isValid() === true;
}

function phonesIn(written: string, country: CountryCode): readonly PhoneInCell[] {
  const plain = plainSpelling(written);
  const hidden = plain.replace(DATES_AND_TIMES, (date) => '|'.repeat(date.length));
  const whole = readPhone(hidden, country);
  if (whole !== null) return [{ number: whole, label: '' }];
  const places = placesOf(hidden, country);
  return places.map(({ from, to, number, extension }, i) => {
    const before = i === 0 ? plain.slice(0, from) : '';
    const after = plain.slice(to, places[i + 1]?.from ?? plain.length);
    const label = [before, extension === '' ? '' : `ext. ${extension}`, after]
      .map(labelOf)
      .filter((each) => each !== '');
    return { number, label: label.join(', ').slice(0, LONGEST_LABEL).trim() };
  });
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly number: string;
  readonly extension: string;
}

function placesOf(text: string, country: CountryCode): readonly Place[] {
  const found = findPhoneNumbersInText(text, { defaultCountry: country }).map(({ startsAt, endsAt, number }) => ({
    from: startsAt,
    to: endsAt,
    number: number.number,
    extension: number.ext ?? '',
  }));
  if (found.length > 0) return found;
  // Of a range that the plan does not know yet.
  return [...text.matchAll(SOMETHING_LIKE_A_NUMBER)].flatMap((match) => {
    const number = readPhone(match[0], country);
    return number === null ? [] : [{ from: match.index, to: match.index + match[0].length, number, extension: '' }];
  });
}

function labelOf(words: string): string {
  return words
    .replace(ONLY_A_NUMBER, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, (edge) => (edge.includes('.') && /\p{L}/u.test(edge) ? edge : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A number as lists have it. Spreadsheets take the + away, and what is left would be read as a number of our own country: digits that
 * begin with our calling code, and not with a zero, are meant as they were.
 */
function readPhone(plain: string, country: CountryCode): string | null {
  const digits = /^[1-9]\d{9,14}$/.test(plain) && plain.startsWith(callingCodeOf(country));
  const whole = digits ? parseRecipient(`+${plain}`, country) : null;
  const party = whole?.kind === 'phone' ? whole : parseRecipient(plain, country);
  return party?.kind === 'phone' ? party.value : null;
}
