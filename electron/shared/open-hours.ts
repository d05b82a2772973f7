import type { OpenHours } from './preferences.ts';

/** A week of closed days and one day more: who is never open is told at once. */
const LOOK_AHEAD_DAYS = 15;

/**
 * When somebody who began to wait at `sinceMs` has waited `waitMs` of opening time, by the computer's own time zone.
 * Null: the shop does not open in the next two weeks.
 */
export function waitedInOpenHours(sinceMs: number, waitMs: number, hours: OpenHours): number | null {
  const start = new Date(sinceMs);
  let left = waitMs;
  for (let day = 0; day < LOOK_AHEAD_DAYS; day++) {
    const date = new Date(start.getFullYear(), start.getMonth(), start.getDate() + day);
    const open = hours[date.getDay()];
    if (open == null) continue;
    const from = Math.max(sinceMs, at(date, open.from));
    const until = at(date, open.to);
    if (until <= from) continue;
    if (until - from >= left) return from + left;
    left -= until - from;
  }
  return null;
}

export function isOpen(nowMs: number, hours: OpenHours): boolean {
  const date = new Date(nowMs);
  const open = hours[date.getDay()];
  return open != null && at(date, open.from) <= nowMs && nowMs < at(date, open.to);
}

/** The instant a wall clock of that day shows `HH:MM`. */
function at(day: Date, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute).getTime();
}
