import { en } from './en.ts';

/** The one catalogue for now; the second language comes in beside it. */
export const t = en;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const dayMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const fullDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

export function timeOfDay(at: number): string {
  return clockTime.format(at);
}

export function dateOf(at: number): string {
  return fullDate.format(at);
}

/** Midnight of the local day an instant falls in. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** 10:42 today, Sat this week, 4 Mar before. */
export function shortWhen(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days <= 0) return timeOfDay(at);
  return days < 7 ? weekday.format(at) : dayMonth.format(at);
}

/** 10:42 today, with the day before it otherwise. */
export function timeWithDay(at: number, now: number): string {
  return startOfDay(at) === startOfDay(now) ? timeOfDay(at) : `${dayMonth.format(at)} ${timeOfDay(at)}`;
}

export function dayLine(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days === 0) return t.thread.today;
  return days === 1 ? t.thread.yesterday : fullDay.format(at);
}

export function duration(ms: number): string {
  if (ms < MINUTE) return t.now;
  if (ms < HOUR) return t.minutes(Math.floor(ms / MINUTE));
  return ms < 2 * DAY ? t.hours(Math.floor(ms / HOUR)) : t.days(Math.floor(ms / DAY));
}

/** Initials for a name, a question mark for a bare number. */
export function initials(name: string | null): string {
  if (name === null) return '?';
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word === undefined ? '' : [...word][0],
  );
  return letters.join('').toUpperCase();
}

/** A hue that stays the same for the same number. */
export function hueOf(key: string): number {
  let hash = 0;
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash;
}
