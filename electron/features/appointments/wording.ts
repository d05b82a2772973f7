import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import type { CustomerLanguage } from '../../locales/customer-languages.ts';
import { inPlainLetters } from '../../shared/composing.ts';
import { localeOf } from '../automation/opening-words.ts';

/** A short day on the wall clock: “Tue 1 Dec”; `timeWord` gives “10:30”. @param date `YYYY-MM-DD` */
export function dayWord(date: string, language: CustomerLanguage): string {
  const format = dayFormats.get(language) ?? dayFormatOf(language);
  return inPlainLetters(format.format(Date.parse(date)))
    .replaceAll(',', '')
    .replaceAll('.', '');
}

/** Creating a format takes longer than looking through a day's appointments. */
const dayFormats = new Map<CustomerLanguage, Intl.DateTimeFormat>();

function dayFormatOf(language: CustomerLanguage): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  dayFormats.set(language, format);
  return format;
}

export function whenWords(date: string, time: string, language: CustomerLanguage): string {
  return CUSTOMER_WORDS[language].appointments.when(dayWord(date, language), timeWord(time));
}

/** “9:00”. */
export function timeWord(time: string): string {
  return time.replace(/^0(?=\d)/, '');
}
