import { findPhoneNumbersInText, parsePhoneNumberFromString as parseAnyNumber } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { callingCodeOf, LONGEST_E164, parseRecipient, plainSpelling, type CountryCode } from '../../shared/phone.ts';
import { DATES_AND_TIMES } from './phone-in-words.ts';

/** A number in a cell, with what is written beside it there: `privat`, `ext. 12`; empty: nothing. */
export interface PhoneInCell {
  /** E.164. */
  readonly number: string;
  readonly label: string;
}

export interface PhoneCell {
  readonly phones: readonly PhoneInCell[];
  /** What is not a number that can receive messages, as it is written. */
  readonly leftOut: readonly string[];
}

/**
 * What separates several numbers in one cell. A comma does so only if both sides are long enough for a number; else it is part of
 * one.
 */
const BETWEEN = /\s*(?::::|[;\n|])\s*|(?<=\d[\d\s()./-]{5,}),\s*(?=[+(]?\d[\d\s()./-]{5,})/;
/** Words that say only that this is a number. */
const ONLY_A_NUMBER =
  /(?<![\p{L}\p{N}])(?:tel|telefon|telefonnummer|telephone|téléphone|telefono|teléfono|telefone|telefoon|phone|fon|rufnummer|nummer|number|nr|no|und|and|oder|or|et|ou|y|o)(?![\p{L}\p{N}])[.:]*/giu;
/** A link to somebody's number; a messenger's link is matched as a whole. */
const LINKS =
  /(?:(?:https?:\/\/)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=)|whatsapp:\/\/send\/?\?phone=)(?:\+|%2B)?(\d{7,15})[^\s;,|]*|tel:|@(?:s|c)\.(?:whatsapp\.net|us)/gi;
/** A number that a spreadsheet has rounded, so that its digits are lost. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;
/** `2223345/46`: after the slash come the last digits of a second number. */
const LAST_DIGITS = /^((?:\D*\d){9,}?)\s*\/\s*-?\s*\d{1,3}$/;
/** `1)`, `(2)`: which of several numbers this is. */
const WHICH = /(?<!\+\d{1,3}\s?)(?:^|(?<=\s))\(?[1-9]\)(?=\s)|\s\(0\)$/g;
/**
 * A sign between two digits of one number: an underscore, a character lost to another encoding, or what somebody used as a dash.
 */
const LOST_DASH = /(?<=\d)[_?=](?=\d)/g;
/** The space between two whole numbers that nothing else separates. */
const NEXT_NUMBER = /\s+(?=(?:\+|0)[\d\s()./-]{8,})/g;
/** A word directly before a number that says what kind of number it is. */
const KIND = /(?<!\p{L})(?:(?:tele)?fax|pager|tel|telefon|phone|fon|mobile?|mobil|handy|cell)(?:nummer|nr)?[\s.:-]*$/iu;
const FEWEST_DIGITS = 9;
const FEWEST_OF_ALL = 6;
const [LONGEST_NATIONAL, LONGEST_WHOLE] = [11, 13];
const LONGER_THAN_NATIONAL = 12;
/** No number is written in more groups of digits. */
const MOST_GROUPS = 8;
/** Shorter sequences are part of an address, a year or an extension. */
const SOMETHING_LIKE_A_NUMBER = /[+(]?\d[\d\s()./-]{5,}\d/g;
const LONGEST_LABEL = 40;
/** A longer text is a page rather than a cell with numbers. */
const LONGEST_CELL = 300;

/** The numbers in a cell in their order, each once. Never throws. Pure. */
export function phonesInCell(cell: string, country: CountryCode): PhoneCell {
  const phones = new Map<string, string>();
  const leftOut: string[] = [];
  if (cell.length > LONGEST_CELL) return { phones: [], leftOut: [cell.slice(0, LONGEST_CELL).toWellFormed()] };
  const linked = cell.replace(LINKS, (_, digits: string | undefined) => (digits === undefined ? '' : `+${digits}`));
  for (const piece of linked.split(BETWEEN)) {
    const input = piece.trim();
    if (input === '') continue;
    const found = phonesIn(input, country);
    if (found.length === 0) leftOut.push(input);
    for (const { number, label } of found) if ((phones.get(number) ?? '') === '') phones.set(number, label);
  }
  return { phones: [...phones].map(([number, label]) => ({ number, label })), leftOut };
}

/** The number of a cell that receives messages, preferably a mobile one. Null: there is none. Pure. */
export function phoneToText(cell: string, country: CountryCode): string | null {
  const { phones } = phonesInCell(cell, country);
  return (phones.find(({ number }) => isMobile(number)) ?? phones[0])?.number ?? null;
}

/**
 * Whether a number is a mobile one by its country's numbering plan. If mobile numbers look like others there, any may be one.
 * Pure.
 */
export function isMobile(number: string): boolean {
  return parsePhoneNumberFromString(number)?.isValid() === true;
}

/** Whether it is a phone number of any kind. Pure. */
export function isPhone(number: string): boolean {
  return parseAnyNumber(number)?.isValid() === true;
}

function phonesIn(input: string, country: CountryCode): readonly PhoneInCell[] {
  const plain = plainSpelling(input).replace(WHICH, (mark) => ' '.repeat(mark.length));
  const hidden = plain
    .replace(DATES_AND_TIMES, (date) => '|'.repeat(date.length))
    .replace(LOST_DASH, '-')
    .replace(/\+(?=\s*00)/, ' ');
  if (ROUNDED.test(hidden)) return [];
  const [, main] = (hidden.includes('/') ? LAST_DIGITS.exec(hidden) : null) ?? [];
  const first = main === undefined ? null : readPhone(main, country);
  const whole = readPhone(hidden, country);
  // A single number has no more digits than this; only with more digits is it unclear which of them are the number.
  const isShort = hidden.replace(/\D/g, '').length <= (/^\s*(?:\+|00)/.test(hidden) ? LONGEST_WHOLE : LONGEST_NATIONAL);
  if (whole !== null && main === undefined && isShort) return [{ number: whole, label: '' }];
  // Unless all of it is a single number, such as `0171/222/33/44`.
  const isOne = whole !== null && isMobile(whole) && (first === null || !isMobile(first));
  if (main !== undefined && first !== null && !isOne)
    return [{ number: first, label: hidden.slice(main.length).trim() }];
  if (whole !== null && isMobile(whole)) return [{ number: whole, label: '' }];
  const mobiles = mobilesIn(hidden, country);
  if (mobiles.length > 0) return named(plain, withOthers(hidden, mobiles, country));
  if (whole !== null) return [{ number: whole, label: '' }];
  const parts = partsOf(hidden);
  if (parts.length > 1) return parts.flatMap((part) => phonesIn(part, country));
  return named(plain, placesOf(hidden, country));
}

/** The numbers, each with what is written beside it. */
function named(plain: string, places: readonly Place[]): readonly PhoneInCell[] {
  // `Tel. ... Fax ...`: if a word is in front of the first number, the words for the others are in front of them as well.
  const isNamedBefore = /\p{L}/u.test(plain.slice(0, places[0]?.from ?? 0));
  const between = places.map(({ to }, i) => {
    const next = places[i + 1];
    const words = plain.slice(to, next?.from ?? plain.length);
    if (next === undefined) return { after: words, before: '' };
    const [after = '', ...before] = words.split(/[,;/]/);
    if (before.length > 0) return { after, before: before.join(' ') };
    const [kind] = KIND.exec(words) ?? [];
    if (kind !== undefined) return { after: words.slice(0, -kind.length), before: kind };
    return isNamedBefore ? { after: '', before: words } : { after: words, before: '' };
  });
  return places.map(({ from, number, extension }, i) => {
    const before = i === 0 ? plain.slice(0, from) : (between[i - 1]?.before ?? '');
    const label = [before, extension === '' ? '' : `ext. ${extension}`, between[i]?.after ?? '']
      .map(labelOf)
      .filter((each) => each !== '');
    return { number, label: label.join(', ').slice(0, LONGEST_LABEL).trim() };
  });
}

/** Adds the other numbers beside the mobile ones, in their order; digits that are no number are not made one. */
function withOthers(text: string, mobiles: readonly Place[], country: CountryCode): readonly Place[] {
  const rest = mobiles.reduce(
    (left, { from, to }) => left.slice(0, from) + '|'.repeat(to - from) + left.slice(to),
    text,
  );
  const others = placesOf(rest, country).filter(({ from, to }) => {
    const input = rest.slice(from, to);
    return /^\(?[+0]/.test(input) && input.replace(/\D/g, '').length >= FEWEST_DIGITS;
  });
  return [...mobiles, ...others].toSorted((a, b) => a.from - b.from);
}

/** Whole mobile numbers among other digits, such as a postcode, a house number or a time. */
function mobilesIn(text: string, country: CountryCode): readonly Place[] {
  // `2x`, `2.`: these say how often, or which of several.
  const groups = [...text.matchAll(/\+?\(?\d+\)?(?!\p{L}|\d|\.\s)/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const found: Place[] = [];
  for (let i = 0; i < groups.length; i++) {
    const from = groups[i]?.from ?? 0;
    const isMarked = /[+(0]/.test(text[from] ?? '');
    let best: { readonly at: number; readonly place: Place } | null = null;
    for (let j = i; j < Math.min(groups.length, i + MOST_GROUPS); j++) {
      const { from: begins = from, to = from } = groups[j] ?? {};
      // A single digit behind a whole number is not part of it.
      if (best !== null && text.slice(begins, to).replace(/\D/g, '').length < 2) break;
      const input = text.slice(from, to);
      // Words or signs that separate two numbers are in between.
      if (/[^\d\s()+./-]/.test(input)) break;
      const number = isMarked ? readPhone(input, country) : unmarkedIn(input, country);
      if (number !== null && isMobile(number)) best = { at: j, place: { from, to, number, extension: '' } };
    }
    if (best === null) continue;
    found.push(best.place);
    i = best.at;
  }
  return found;
}

/** Splits several numbers that only spaces separate, if each has enough digits for a number. */
function partsOf(text: string): readonly string[] {
  if (/\p{L}/u.test(text)) return [text];
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(NEXT_NUMBER)) {
    const [before, after] = [text.slice(from, index), text.slice(index)];
    if ([before, after].some((part) => part.replace(/\D/g, '').length < FEWEST_DIGITS)) continue;
    parts.push(before.trim());
    from = index;
  }
  return [...parts, text.slice(from).trim()];
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly number: string;
  readonly extension: string;
}

function placesOf(text: string, country: CountryCode): readonly Place[] {
  const found = findPhoneNumbersInText(text, { defaultCountry: country })
    .filter(
      ({ startsAt, endsAt, number }) =>
        number.number.length <= LONGEST_E164 && !isRest(text, startsAt, endsAt, country),
    )
    .map(({ startsAt, endsAt, number }) => ({
      from: startsAt,
      to: endsAt,
      number: (number.ext === undefined ? readPhone(text.slice(startsAt, endsAt), country) : null) ?? number.number,
      extension: number.ext ?? '',
    }));
  const long = found.filter(({ from, to }) => text.slice(from, to).replace(/\D/g, '').length >= FEWEST_OF_ALL);
  if (found.length > 0) return long;
  // The number may be in a range that the numbering plan does not know yet.
  return [...text.matchAll(SOMETHING_LIKE_A_NUMBER)].flatMap((match) => {
    const number = isRest(text, match.index, match.index + match[0].length, country)
      ? null
      : readPhone(match[0], country);
    return number === null ? [] : [{ from: match.index, to: match.index + match[0].length, number, extension: '' }];
  });
}

/**
 * Without a plus or a zero it is a number only if nothing separates its digits; with our own country code, spaces are allowed.
 */
function unmarkedIn(input: string, country: CountryCode): string | null {
  const isOwn = input.startsWith(callingCodeOf(country)) && !/[/.-]/.test(input);
  return isOwn || /^\d+$/.test(input) ? wholeWithoutPlus(input, country) : null;
}

/** Whether these digits are the rest of a number whose beginning has a character that is not a digit: `O171 2223344`. */
function isRest(text: string, from: number, to: number, country: CountryCode): boolean {
  const input = text.slice(from, to);
  // Without a leading zero, numbers of eight digits are whole.
  const isWhole =
    /^\(?[+0]/.test(input) ||
    input.replace(/\D/g, '').length >= FEWEST_DIGITS ||
    isMobile(readPhone(input, country) ?? '');
  return !isWhole && /\d[^\d\p{L}|]*$/u.test(text.slice(0, from));
}

function labelOf(words: string): string {
  return words
    .replace(ONLY_A_NUMBER, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, (edge) => (edge.includes('.') && /\p{L}/u.test(edge) ? edge : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Reads a number as lists have it. Spreadsheets drop the plus, and the rest would be read as a number of our own country; so
 * digits that begin with our calling code and not with a zero are read as if the plus were there.
 */
function readPhone(input: string, country: CountryCode): string | null {
  // The column of numbers was saved as decimals.
  const plain = input.replace(/^(\d{7,})[.,]0+$/, '$1');
  const digits = plain.replace(/[\s()./-]/g, '');
  // A placeholder where the number is unknown, or only the beginning of a number, is nobody's number.
  if (digits.length < FEWEST_OF_ALL || /^(\d)\1+$/.test(digits)) return null;
  const national = parseRecipient(plain, country);
  const own = national?.kind === 'phone' ? national.value : null;
  return own !== null && isMobile(own) ? own : (wholeWithoutPlus(plain, country) ?? own);
}

/** Null: the digits are no number, or one without its country code. */
function wholeWithoutPlus(input: string, country: CountryCode): string | null {
  const digits = input.replace(/[\s()./-]/g, '');
  if (!/^[1-9]\d{9,14}$/.test(digits)) return null;
  // It is another country's number only if it is a mobile number there and longer than our own numbers without their zero.
  const isTheirs = digits.length >= LONGER_THAN_NATIONAL && isMobile(`+${digits}`);
  const whole = digits.startsWith(callingCodeOf(country)) || isTheirs ? parseRecipient(`+${digits}`, country) : null;
  return whole?.kind === 'phone' ? whole.value : null;
}
