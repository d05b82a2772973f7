import type { CustomerLanguage } from '../../locales/customer-languages.ts';
import { inPlainLetters } from '../../shared/composing.ts';
import type { CountryCode } from '../../shared/phone.ts';

const locales = new Map<string, { readonly tag: string; readonly isHour12: boolean }>();

/** How dates, times and amounts are written in a language where the shop is, a BCP 47 tag. */
export function localeOf(language: CustomerLanguage, country: CountryCode): string {
  return known(language, country).tag;
}

/** English is written in many ways: Dec 1 and 2:00 PM in one country, 1 Dec and 14:00 in another. Creating a format is slow. */
function known(language: CustomerLanguage, country: CountryCode): { readonly tag: string; readonly isHour12: boolean } {
  if (language !== 'en') return { tag: language, isHour12: false };
  const found = locales.get(country);
  if (found !== undefined) return found;
  const wanted = `en-${country}`;
  const { locale, hour12 } = new Intl.DateTimeFormat(wanted, { hour: 'numeric' }).resolvedOptions();
  // Where English has no ways of its own, it would be written as in the United States.
  const made = locale === wanted ? { tag: wanted, isHour12: hour12 === true } : { tag: 'en-GB', isHour12: false };
  locales.set(country, made);
  return made;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A short day on the wall clock: “Tue 1 Dec”, “Tue Dec 1”. @param date `YYYY-MM-DD` */
export function dayWord(date: string, language: CustomerLanguage, country: CountryCode): string {
  const tag = localeOf(language, country);
  let format = dayFormats.get(tag);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
    dayFormats.set(tag, format);
  }
  return inPlainLetters(format.format(Date.parse(date)))
    .replaceAll(',', '')
    .replaceAll('.', '');
}

/** A time on the wall clock: “9:00”, “2:00 PM”. @param time `HH:MM` */
export function timeWord(time: string, language: CustomerLanguage, country: CountryCode): string {
  const hour = Number(time.slice(0, 2));
  const minute = time.slice(3);
  if (!known(language, country).isHour12) return `${hour}:${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}
