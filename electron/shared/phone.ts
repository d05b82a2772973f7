import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';

export { isSupportedCountry, type CountryCode };

/**
 * Who a text comes from or goes to. `phone` is E.164; short codes and names, which follow no plan, are kept as written.
 */
export interface Party {
  readonly kind: 'phone' | 'short-code' | 'name';
  readonly value: string;
}

/** With its sign (ITU-T E.164 §6). */
export const LONGEST_E164 = 16;
/** Service numbers of the networks and of others: too short to be a subscriber's. */
const SHORT_CODE = /^[0-9*#]{2,6}$/;

/** What programs put among the digits: directions, joiners and soft hyphens nobody sees, dashes of every length, Excel's mark of a text. */
const UNSEEN = /[\p{Cf}\uFE00-\uFE0F\u20E3]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
const TEXT_MARK = /^[\s'’‘`´]+(?=[+(\d])/;

/** A number, or words around it, without what only looks different. Pure. */
export function plainSpelling(input: string): string {
  return input.normalize('NFKC').replace(UNSEEN, '').replace(DASHES, '-').replace(TEXT_MARK, '').trim();
}

/**
 * Reads a number in any usual spelling - `0171 222 33 44`, `+49 (0)171-2223344`, `0049171...` - by the SIM's country.
 * Null where it cannot be one.
 */
export function parseRecipient(input: string, country: CountryCode): Party | null {
  // "(0)" after a country code is how people write the trunk prefix they mean to be left out.
  const spelled = plainSpelling(input).replace(/(\+\s?\d{1,3}[\s-]*)\(0\)/, '$1');
  const compact = spelled.replace(/[\s\u00a0./()-]/g, '');
  if (SHORT_CODE.test(compact)) return { kind: 'short-code', value: compact };
  if (!/^\+?[0-9]{5,20}$/.test(compact)) return null;
  const parsed = parsePhoneNumberFromString(compact, country);
  // Nobody's has more digits, with that of its country (ITU-T E.164 §6).
  return parsed?.isPossible() === true && parsed.number.length <= LONGEST_E164
    ? { kind: 'phone', value: parsed.number }
    : null;
}

/** As people of the country write it: national at home, international from abroad. */
export function displayNumber(value: string, country: CountryCode): string {
  if (!value.startsWith('+')) return value;
  const parsed = parsePhoneNumberFromString(value);
  if (parsed === undefined) return value;
  const national = parsed.formatNational();
  // Bare digits: no format of the plan fits, so the number is odd, and without its country it would be another one.
  const fits = parsed.country === country && national !== parsed.nationalNumber;
  return fits ? national : parsed.formatInternational();
}

/** Without the +. */
export const callingCodeOf = (country: CountryCode): string => getCountryCallingCode(country);

/** With its country, and spaces: what a spreadsheet takes for words, not for a sum. */
export function internationalNumber(value: string): string {
  return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
}

/** Whether two spellings may be one number: networks rewrite what they report on. The last eight digits decide. */
export function sameSubscriber(a: string, b: string): boolean {
  const tail = (value: string): string => value.replace(/\D/g, '').slice(-8);
  return tail(a) === tail(b);
}
