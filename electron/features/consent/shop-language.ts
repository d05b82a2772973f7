import { CUSTOMER_LANGUAGES, type CustomerLanguage } from '../../locales/customer-languages.ts';
import { languageFor, type WindowLanguage } from '../../locales/languages.ts';
import type { Settings } from '../settings/table.ts';
import type { CountryCode } from '../../shared/phone.ts';
import type { DeskContext } from '../../core/context.ts';

/** The language of each country, as far as the desk speaks it. */
const BY_COUNTRY: Readonly<Partial<Record<CountryCode, CustomerLanguage>>> = {
  US: 'en',
  GB: 'en',
  IE: 'en',
  AU: 'en',
  NZ: 'en',
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

type Languages = Pick<Settings, 'language' | 'customerLanguage' | 'systemLanguage'>;

/** What customers are written to in, as the owner wants it, or else as the country speaks. */
export function languageForCustomers(settings: Languages, country: CountryCode): CustomerLanguage {
  const { customerLanguage: chosen } = settings;
  return chosen === 'auto' ? (BY_COUNTRY[country] ?? languageOfOwner(settings, country)) : chosen;
}

/** What tasks, e-mail and texts to the owner are written in: the window's language; by the country where no window was open yet. */
export function languageOfOwner({ language, systemLanguage }: Languages, country: CountryCode): WindowLanguage {
  if (language !== 'system') return language;
  return systemLanguage === '' ? languageFor('system', BY_COUNTRY[country] ?? 'en') : systemLanguage;
}
