import { CUSTOMER_LANGUAGES, type CustomerLanguage } from '../../locales/customer-languages.ts';
import type { Settings } from '../settings/table.ts';
import type { CountryCode } from '../../shared/phone.ts';
import type { DeskContext } from '../../core/context.ts';

/** The language of each country, as far as the desk speaks it, for a window that follows its computer. */
const BY_COUNTRY: Readonly<Partial<Record<CountryCode, string>>> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  LI: 'de',
  FR: 'fr',
  LU: 'fr',
  MC: 'fr',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  CO: 'es',
  CL: 'es',
  PE: 'es',
  PT: 'pt',
  BR: 'pt',
  NL: 'nl',
  BE: 'nl',
  IT: 'it',
};

/** The language in which the desk writes to a customer: their own where it is known, otherwise the shop's. */
export function customerLanguage(
  { store, language }: Pick<DeskContext, 'store' | 'language'>,
  number: string | null,
): CustomerLanguage {
  const ofContact = number === null ? null : (store.contacts.ofNumber(number)?.language ?? null);
  const wanted = (ofContact ?? language()).slice(0, 2);
  return CUSTOMER_LANGUAGES.find((each) => each === wanted) ?? 'en';
}

/** The shop's language as two letters. */
export function languageOf(preferred: Settings['language'], country: CountryCode): string {
  return preferred === 'system' ? (BY_COUNTRY[country] ?? 'en') : preferred;
}
