import { CUSTOMER_WORDS } from '../../locales/customers.ts';
import type { CustomerLanguage } from '../../locales/customer-languages.ts';
import { Temporal } from 'temporal-polyfill';
import type { CountryCode } from '../../shared/phone.ts';
import { localeOf, timeWord } from './customer-dates.ts';
import { inPlainLetters } from '../../shared/composing.ts';
import type { Span, WeekHours } from '../../shared/hours.ts';
import { dateOf } from '../opening-hours/wall-hours.ts';

/** For this many days a weekday alone is clear enough. */
const WEEKDAY_WITHIN_DAYS = 6;

/** When the shop opens, in spoken form: “tomorrow at 9:00”. */
export function openingWords(
  opensAt: number,
  now: number,
  zone: string,
  language: CustomerLanguage,
  country: CountryCode,
): string {
  const words = CUSTOMER_WORDS[language].opening;
  const opening = Temporal.Instant.fromEpochMilliseconds(opensAt).toZonedDateTimeISO(zone);
  const time = timeWord(opening.toPlainTime().toString({ smallestUnit: 'minute' }), language, country);
  const days = dateOf(now, zone).until(opening.toPlainDate(), { largestUnit: 'days' }).days;
  if (days === 0) return words.today(time);
  if (days === 1) return words.tomorrow(time);
  const style =
    days <= WEEKDAY_WITHIN_DAYS ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const);
  const day = new Intl.DateTimeFormat(localeOf(language, country), { ...style, timeZone: zone }).format(opensAt);
  return words.on(inPlainLetters(day), time);
}

export function closedWords(shop: string, opens: string | null, place: number, language: CustomerLanguage): string {
  return CUSTOMER_WORDS[language].opening.closed(shop, opens, place);
}

const MONDAY = 1;
const WEEK = Array.from({ length: 7 }, (_, i) => (MONDAY + i) % 7);
/** Any Sunday will do: only the names of the days of its week are needed. */
const A_SUNDAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;

/** The hours of an ordinary week in one line: “Mon-Fri 9:00-18:00, Sat 9:00-13:00”. Days without hours are left out. */
export function weekWords(week: WeekHours, language: CustomerLanguage, country: CountryCode): string {
  const names = new Intl.DateTimeFormat(localeOf(language, country), { weekday: 'short', timeZone: 'UTC' });
  const nameOf = (day: number): string => inPlainLetters(names.format(A_SUNDAY + day * DAY_MS)).replace(/\.$/, '');
  const runs: { first: number; last: number; spans: string }[] = [];
  for (const day of WEEK) {
    const spans = spanWords(week[day] ?? [], language, country);
    const run = runs.at(-1);
    if (run?.spans === spans) run.last = day;
    else runs.push({ first: day, last: day, spans });
  }
  return runs
    .filter(({ spans }) => spans !== '')
    .map(({ first, last, spans }) => `${nameOf(first)}${first === last ? '' : `-${nameOf(last)}`} ${spans}`)
    .join(', ');
}

/** The hours of an ordinary week, with each day's full name and either its hours or that it has none. */
export function daysWords(week: WeekHours, language: CustomerLanguage, country: CountryCode): readonly string[] {
  const names = new Intl.DateTimeFormat(localeOf(language, country), { weekday: 'long', timeZone: 'UTC' });
  return WEEK.map(
    (day) => `${names.format(A_SUNDAY + day * DAY_MS)}: ${todayWords(week[day] ?? [], language, country)}`,
  );
}

/** A day by its full name and date: “today, Wednesday 25 November 2026”. */
export function dayWords(at: number, zone: string, language: CustomerLanguage, country: CountryCode): string {
  const date = new Intl.DateTimeFormat(localeOf(language, country), { dateStyle: 'full', timeZone: zone }).format(at);
  return `${new Intl.RelativeTimeFormat(localeOf(language, country), { numeric: 'auto' }).format(0, 'day')}, ${date}`;
}

/** The hours of one day, or that there are none. */
export function todayWords(spans: readonly Span[], language: CustomerLanguage, country: CountryCode): string {
  return spanWords(spans, language, country) || CUSTOMER_WORDS[language].opening.closedToday;
}

function spanWords(spans: readonly Span[], language: CustomerLanguage, country: CountryCode): string {
  // A full hour needs no minutes where it is said which half of the day it is in.
  const short = (time: string): string => timeWord(time, language, country).replace(/:00 (?=[AP]M)/, ' ');
  return spans.map(({ from, to }) => `${short(from)}-${short(to)}`).join(' + ');
}
