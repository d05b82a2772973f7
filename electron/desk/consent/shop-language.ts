import type { Preferences } from '../../shared/preferences.ts';
import type { CountryCode } from '../../shared/phone.ts';

/** What is spoken there, as far as the desk speaks it: for a window that follows its computer. */
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

/** The shop's language, two letters. */
export function languageOf(preferred: Preferences['language'], country: CountryCode): string {
  return preferred === 'system' ? (BY_COUNTRY[country] ?? 'en') : preferred;
}
