import type { WindowLanguage } from '../../../electron/locales/languages.ts';
import { t, words } from './catalogue.svelte.ts';

export { t };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STYLES = {
  time: { timeStyle: 'short' },
  weekday: { weekday: 'short' },
  dayMonth: { day: 'numeric', month: 'short' },
  weekdayDate: { weekday: 'short', day: 'numeric', month: 'short' },
  weekdayFullDate: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long' },
  fullDate: { day: 'numeric', month: 'short', year: 'numeric' },
  monthYear: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow: each is made once for a language. */
function formatted(style: keyof typeof STYLES, at: number): string {
  const key = `${words.locale} ${style}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(words.locale, STYLES[style]);
  formats.set(key, format);
  return format.format(at);
}

/** What the window speaks. */
export function windowLanguage(): WindowLanguage {
  return words.language;
}

export function timeOfDay(at: number): string {
  return formatted('time', at);
}

/** Of a file, in the unit that is read best. */
export function size(bytes: number): string {
  const [unit, per] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
  return new Intl.NumberFormat(words.locale, { style: 'unit', unit, maximumFractionDigits: 0 }).format(
    Math.ceil(bytes / per),
  );
}

/** @param currency ISO 4217 */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat(words.locale, { style: 'currency', currency }).format(amount);
}

export function dateOf(at: number): string {
  return formatted('fullDate', at);
}

/**
 * Days of the shop's calendar, `YYYY-MM-DD`, as people write them.
 * @param yearly without a year
 */
export function dateRange(from: string, to: string, yearly: boolean): string {
  const format = new Intl.DateTimeFormat(words.locale, {
    day: 'numeric',
    month: 'short',
    ...(yearly ? {} : { year: 'numeric', weekday: 'short' }),
    timeZone: 'UTC',
  });
  const days = from === to ? format.format(Date.parse(from)) : format.formatRange(Date.parse(from), Date.parse(to));
  return yearly ? t.settings.days.everyYear(days) : days;
}

/** A day and time of the shop's wall clock: Tue 1 Dec 10:30. @param date `YYYY-MM-DD` @param time `HH:MM` */
export function wallTime(date: string, time: string): string {
  return `${wallDay(date)} ${clockTime(time)}`;
}

/** A time of the shop's wall clock as people there write it: 14:00, or 2:00 PM. @param time `HH:MM` */
export function clockTime(time: string): string {
  return clockFormat().format(Date.parse(`1970-01-01T${time}Z`));
}

/** The same without what says which half of the day it is in: 2:00. */
export function bareClockTime(time: string): string {
  return clockFormat()
    .formatToParts(Date.parse(`1970-01-01T${time}Z`))
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim();
}

function clockFormat(): Intl.DateTimeFormat {
  const key = `${words.locale} clock`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(words.locale, { timeStyle: 'short', timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

/** A full hour beside a sheet: 14:00, or 2 PM. @param hour 0 to 24 */
export function hourMark(hour: number): string {
  const { hour12 } = clockFormat().resolvedOptions();
  const style = hour12 === true ? ({ hour: 'numeric' } as const) : ({ timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(words.locale, { ...style, timeZone: 'UTC' }).format(hour * HOUR);
}

/** Days of the shop's calendar with their year: Nov 29 – Dec 5, 2026. @param from `YYYY-MM-DD` */
export function dayRange(from: string, to: string): string {
  const format = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(Date.parse(from), Date.parse(to));
}

/** The month of a day of the shop's calendar: December 2026. @param date `YYYY-MM-DD` */
export function monthTitle(date: string): string {
  return new Intl.DateTimeFormat(words.locale, { ...STYLES.monthYear, timeZone: 'UTC' }).format(Date.parse(date));
}

/** What the clock of a time zone shows at an instant. @param zone IANA; empty for that of this computer */
export function wallClock(at: number, zone: string): { readonly date: string; readonly minutes: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
    ...(zone === '' ? {} : { timeZone: zone }),
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, minutes: Number(of('hour')) * 60 + Number(of('minute')) };
}

/** A day of the shop's calendar: Tue 1 Dec. */
export function wallDay(date: string, style: 'short' | 'long' = 'short'): string {
  const format = new Intl.DateTimeFormat(words.locale, {
    weekday: style,
    day: 'numeric',
    month: style,
    timeZone: 'UTC',
  });
  return format.format(Date.parse(date));
}

/** The day an instant falls in, on the wall clock of this computer, `YYYY-MM-DD`. */
export function dateAt(at: number): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** So many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toJSON().slice(0, 10);
}

export function monthOf(at: number): string {
  return formatted('monthYear', at);
}

/** Monday, say, or Mon. @param day 0 is Sunday */
export function weekdayName(day: number, weekday: 'long' | 'short' | 'narrow' = 'long'): string {
  const at = new Date(2023, 0, 1 + day, 12).getTime();
  return new Intl.DateTimeFormat(words.locale, { weekday }).format(at);
}

/** One, two and three, say. */
export function wordList(all: readonly string[]): string {
  return new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(all);
}

/** The day that a week begins with here; 0 is Sunday. */
export function firstDayOfWeek(): number {
  const locale = new Intl.Locale(words.locale) as Intl.Locale & {
    readonly weekInfo?: { readonly firstDay: number };
    getWeekInfo?: () => { readonly firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}

/** Midnight of the local day an instant falls in. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Local days from one instant to another, whatever the clocks do. */
function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

function isSameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear();
}

/** 10:42 today, Sat this week, 4 Mar before. */
export function shortWhen(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return timeOfDay(at);
  if (days > 0 && days < 7) return formatted('weekday', at);
  return isSameYear(at, now) ? formatted('dayMonth', at) : formatted('fullDate', at);
}

/** 10:42 today, with the day before it otherwise. */
export function timeWithDay(at: number, now: number): string {
  if (daysBetween(at, now) === 0) return timeOfDay(at);
  return `${formatted(isSameYear(at, now) ? 'dayMonth' : 'fullDate', at)} ${timeOfDay(at)}`;
}

/** When something is to happen: today 18:00, tomorrow 08:00, Mon 30 Nov 09:00. */
export function futureTime(at: number, now: number): string {
  const days = daysBetween(now, at);
  if (days === 0) return `${t.when.today} ${timeOfDay(at)}`;
  if (days === 1) return `${t.when.tomorrow} ${timeOfDay(at)}`;
  return `${formatted(isSameYear(at, now) ? 'weekdayDate' : 'weekdayFullDate', at)} ${timeOfDay(at)}`;
}

/** The computer's time zone, as a person there calls it. */
export function zoneName(at: number): string {
  const parts = new Intl.DateTimeFormat(words.locale, { timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

export function dayLine(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return t.thread.today;
  if (days === 1) return t.thread.yesterday;
  return days < 300 && days > -300
    ? formatted('fullDay', at)
    : `${formatted('weekday', at)}, ${formatted('fullDate', at)}`;
}

export function duration(ms: number): string {
  if (ms < MINUTE) return t.now;
  if (ms < HOUR) return t.minutes(Math.floor(ms / MINUTE));
  return ms < 2 * DAY ? t.hours(Math.floor(ms / HOUR)) : t.days(Math.floor(ms / DAY));
}

/** Initials for a name, a question mark for a bare number. */
export function initials(name: string | null): string {
  const words = (name ?? '').trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word === undefined ? '' : ([...word].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? ''),
  );
  return letters.join('').toUpperCase() || '?';
}

/** A hue that stays the same for the same number. */
export function hueOf(key: string): number {
  let hash = 0;
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash;
}
