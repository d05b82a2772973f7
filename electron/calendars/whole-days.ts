import type { SpecialDay } from '../shared/hours.ts';
import { MOST_FOUND_DAYS } from '../shared/import-words.ts';
import { inForce, occurrencesOf } from './entries.ts';
import { eventsIn, type CalendarEvent } from './events.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { ianaZone } from './time-zones.ts';
import { DAY_MS, utcOf, writtenWall } from './wall-time.ts';

/** A whole day, or several, out of a calendar. */
export interface CalendarDay extends SpecialDay {
  readonly uid: string | null;
}

/** The whole days of a calendar; where there are more than {@link MOST_FOUND_DAYS}, one more than that. */
export interface CalendarDays {
  readonly days: readonly CalendarDay[];
  /** Entries with times, and entries that repeat more often than once a year. */
  readonly skipped: number;
  /** The headings of those that could not be read. */
  readonly unread: readonly string[];
}

const LONGEST_NAME = 80;
/** A day that returns every year on another date is entered for this many years; by then there is a new file. */
const YEARS_AHEAD = 10;

/**
 * Reads the whole days of a holiday file: iCalendar (RFC 5545), or the list that Outlook reads (`.hol`).
 * @param since `YYYY-MM-DD`: what was over before is left out
 * @param zone the shop's, of the IANA: some servers write whole days down as midnights in UTC
 * @returns null: this is no calendar
 */
export function daysOfCalendar(text: string, since: string, zone: string): CalendarDays | null {
  const read = eventsIn(text, ianaZone(zone));
  if (read === null) return daysOfOutlookList(text, since);
  const from = Date.parse(since);
  const until = from + YEARS_AHEAD * 366 * DAY_MS;
  const days: CalendarDay[] = [];
  let skipped = 0;
  const seen = new Set<string>();
  // An entry that occurs twice counts as two days, unless one of them is an older version of the other.
  const groups = Map.groupBy(read.events, (event) => `${event.uid}|${event.replaces === null ? event.start.wall : ''}`);
  const exceptions = Map.groupBy(
    read.events.filter(({ replaces }) => replaces !== null),
    ({ uid }) => uid,
  );
  for (const events of groups.values()) {
    const master = inForce('', events)[0]?.master;
    if (master == null) continue;
    const { uid, rules, more, start } = master;
    const isYearly = rules.every(({ rule }) => rule.frequency === 'YEARLY' && !repeatsWithinYear(rule));
    if (!start.isDate || !isYearly || master.isCancelled) {
      skipped += 1;
      continue;
    }
    const own = exceptions.get(uid) ?? [];
    const { instants, days: out, rules: outRules } = master.excluded;
    const isPlain = more.size + instants.size + out.size + outRules.length + own.length === 0;
    const [rule = null, ...others] = rules.map((each) => each.rule);
    // An entry that occurs twice counts as two days.
    const known = seen.has(uid) ? null : uid;
    seen.add(uid);
    if (rule !== null && others.length === 0 && isPlain && isSameDateEveryYear(rule, master)) {
      days.push({ ...dayFrom(master, start.wall), yearly: true, uid: known });
    } else {
      const timed = (event: CalendarEvent): CalendarEvent => ({ ...event, start: { ...event.start, isDate: false } });
      const span = { from: from - 366 * DAY_MS, until };
      for (const { at, event, isCancelled, uid: key } of occurrencesOf(uid, timed(master), own.map(timed), span)) {
        if (at === null || isCancelled) continue;
        const day = dayFrom(event, event.zone.wallOf(at));
        if (day.to >= since) days.push({ ...day, yearly: false, uid: rule === null ? known : key });
      }
    }
    if (days.length > MOST_FOUND_DAYS) break;
  }
  return { days, skipped, unread: read.problems.map(({ summary, uid }) => summary || (uid ?? '')) };
}

/** Weekly market days and the like are not holidays. */
function repeatsWithinYear({ byMonth, byMonthDay, byYearDay, byWeekNo, byDay, bySetPos }: RecurrenceRule): boolean {
  if (bySetPos.length > 0) return false;
  const months = byMonth.length > 0 ? byMonth.length : byMonthDay.length > 0 ? 12 : 1;
  const days = Math.max(1, byMonthDay.length, byYearDay.length, byWeekNo.length);
  const each = byDay.some(({ nth }) => nth === 0) && byWeekNo.length + byMonthDay.length + byYearDay.length === 0;
  return each || months * days > 12;
}

/** On that date of every year, for ever. */
function isSameDateEveryYear(rule: RecurrenceRule, { start }: CalendarEvent): boolean {
  const { interval, count, until, byMonth, byMonthDay, byDay, byWeekNo, byYearDay, bySetPos } = rule;
  const date = new Date(start.wall);
  const isOf = (list: readonly number[], own: number): boolean =>
    list.length === 0 || (list.length === 1 && list[0] === own);
  return (
    interval === 1 &&
    count === null &&
    until === null &&
    byDay.length + byWeekNo.length + byYearDay.length + bySetPos.length === 0 &&
    isOf(byMonth, date.getUTCMonth() + 1) &&
    isOf(byMonthDay, date.getUTCDate()) &&
    (byMonthDay.length === 0 || byMonth.length > 0)
  );
}

function dayFrom({ summary, durationMs }: CalendarEvent, begins: number): Omit<CalendarDay, 'uid' | 'yearly'> {
  // The end is the first day that is not included (RFC 5545 §3.6.1).
  const count = Math.max(1, Math.round((durationMs ?? DAY_MS) / DAY_MS));
  const from = writtenWall(begins).date;
  return {
    name: dayName(summary, from),
    from,
    to: writtenWall(begins + (count - 1) * DAY_MS).date,
    hours: [],
  };
}

/** The day itself where no end is given. Pure. */
export function dayName(input: string, date: string): string {
  const name = input.trim().slice(0, LONGEST_NAME).toWellFormed().trim();
  return name === '' ? date : name;
}

/** `[Germany] 2`, and then a line for each: `New Year,2027/1/1`. */
function daysOfOutlookList(text: string, since: string): CalendarDays | null {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!/^\[[^\]]+\]\s*\d+\s*$/.test(head)) return null;
  const days: CalendarDay[] = [];
  const unread: string[] = [];
  for (const line of lines) {
    if (line.trim() === '' || /^\[[^\]]+\]\s*\d+\s*$/.test(line)) continue;
    const found = /^(.+),\s*(\d{4})\/(\d{1,2})\/(\d{1,2})\s*$/.exec(line);
    const at = found === null ? null : utcOf(Number(found[2]), Number(found[3]), Number(found[4]));
    if (found === null || at === null) {
      unread.push(line.slice(0, LONGEST_NAME));
      continue;
    }
    const { date } = writtenWall(at);
    if (date >= since && days.length <= MOST_FOUND_DAYS)
      days.push({ name: dayName(found[1] ?? '', date), from: date, to: date, yearly: false, hours: [], uid: null });
  }
  return { days, skipped: 0, unread };
}
