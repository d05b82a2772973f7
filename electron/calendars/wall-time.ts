import type { ContentLine } from './content-lines.ts';

/** A wall-clock time in milliseconds since 1970, as if the clock showed UTC. */
export type WallMs = number;

export const DAY_MS = 86_400_000;

/** What a date or time of a calendar says (RFC 5545 §3.3.4, §3.3.5). */
export interface When {
  readonly wall: WallMs;
  /** A whole day. */
  readonly isDate: boolean;
  /** The wall clock of UTC. */
  readonly isUtc: boolean;
  /** As the file names it; null: the shop's own. */
  readonly tzid: string | null;
}

const WRITTEN = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?(Z)?)?$/i;

/** Null: there is no such date. */
export function whenOf(value: string, params: ContentLine['params']): When | null {
  const found = WRITTEN.exec(value.trim());
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const date = utcOf(year, month, day);
  if (date === null) return null;
  const isUtc = found[7] !== undefined;
  const tzid = params.get('TZID')?.trim() || null;
  if (found[4] === undefined || params.get('VALUE')?.toUpperCase() === 'DATE')
    return { wall: date, isDate: true, isUtc: false, tzid };
  const [hour, minute, second] = [Number(found[4]), Number(found[5]), Math.min(59, Number(found[6] ?? 0))];
  if (hour > 23 || minute > 59) return null;
  return { wall: date + ((hour * 60 + minute) * 60 + second) * 1_000, isDate: false, isUtc, tzid };
}

/** Midnight of a day, null where there is none. */
export function utcOf(year: number, month: number, day: number): WallMs | null {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.getTime()
    : null;
}

/** RFC 5545 §3.3.6, in milliseconds; null: it is none. Longer than a year is no appointment. */
export function durationOf(value: string): number | null {
  const found = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(value.trim());
  if (found === null) return null;
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((each) => Number(each ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const ms = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  return ms > 366 * DAY_MS ? null : ms * (found[1] === '-' ? -1 : 1);
}

/** `YYYY-MM-DD` and `HH:MM:SS`. */
export function writtenWall(wall: WallMs): { readonly date: string; readonly time: string } {
  const iso = new Date(wall).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 19) };
}
