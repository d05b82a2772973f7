import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';

export { isSupportedCountry, type CountryCode };

/**
 * The sender or recipient of a message. `phone` is E.164; short codes and names, which follow no numbering plan, are kept as
 * written.
 */
export interface Party {
  readonly kind: 'phone' | 'short-code' | 'name';
  readonly value: string;
}

/** Including the plus sign (ITU-T E.164 §6). */
export const LONGEST_E164 = 16;
/** Service numbers of carriers and others, which are too short to be a subscriber's. */
const SHORT_CODE = /^[0-9*#]{2,6}$/;

/**
 * Characters that programs put among the digits: invisible direction marks, joiners and soft hyphens, dashes of every length, and
 * Excel's mark for text.
 */
const UNSEEN = /[\p{Cf}\uFE00-\uFE0F\u20E3]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
const TEXT_MARK = /^[\s'’‘`´]+(?=[+(\d])/;

/** A number, or text around it, without characters that only change its appearance. Pure. */
export function plainSpelling(input: string): string {
  return input.normalize('NFKC').replace(UNSEEN, '').replace(DASHES, '-').replace(TEXT_MARK, '').trim();
}

/**
 * Reads a number in any usual spelling - `0171 222 33 44`, `+49 (0)171-2223344`, `0049171...` - by the SIM's country. Null if it
 * cannot be a number.
 */
export function parseRecipient(input: string, country: CountryCode): Party | null {
  // People write "(0)" after a country code for the trunk prefix that is to be left out.
  const spelled = plainSpelling(input).replace(/(\+\s?\d{1,3}[\s-]*)\(0\)/, '$1');
  const compact = spelled.replace(/[\s\u00a0./()-]/g, '');
  if (SHORT_CODE.test(compact)) return { kind: 'short-code', value: compact };
  if (!/^\+?[0-9]{5,20}$/.test(compact)) return null;
  const parsed = parsePhoneNumberFromString(compact, country);
  // No number has more digits, including its country code (ITU-T E.164 §6).
  return parsed?.isPossible() === true && parsed.number.length <= LONGEST_E164
    ? { kind: 'phone', value: parsed.number }
    : null;
}

/** The number as people of the country write it: national at home, international from abroad. */
export function displayNumber(value: string, country: CountryCode): string {
  if (!value.startsWith('+')) return value;
  const parsed = parsePhoneNumberFromString(value);
  if (parsed === undefined) return value;
  const national = parsed.formatNational();
  // If the national form is bare digits, no format of the numbering plan fits: the number is unusual, and without its country
  // code it would be a different one.
  const fits = parsed.country === country && national !== parsed.nationalNumber;
  return fits ? national : parsed.formatInternational();
}

/** The country's calling code, without the plus sign. */
export const callingCodeOf = (country: CountryCode): string => getCountryCallingCode(country);

/** With its country code and spaces, so that a spreadsheet takes it for text and does not calculate with it. */
export function internationalNumber(value: string): string {
  return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
}

/** Whether two spellings may mean the same number: networks rewrite numbers in their reports. The last eight digits decide. */
export function sameSubscriber(a: string, b: string): boolean {
  const tail = (value: string): string => value.replace(/\D/g, '').slice(-8);
  return tail(a) === tail(b);
}
