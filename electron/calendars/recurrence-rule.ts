import { DAY_MS, whenOf, type WallMs, type When } from './wall-time.ts';

const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Frequency = (typeof FREQUENCIES)[number];
/** As `Date.getUTCDay` counts. */
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const UNIT_SECONDS = { SECONDLY: 1, MINUTELY: 60, HOURLY: 3_600 } as const;

interface ByDay {
  readonly weekday: number;
  /** The nth of its month or year, from the end where negative; 0: each. */
  readonly nth: number;
}

/** RFC 5545 §3.3.10. A part that is not there is an empty list. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: When | null;
  readonly byMonth: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly ByDay[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  readonly bySetPos: readonly number[];
  readonly weekStart: number;
}

/** Null: it cannot be read, or needs something that is not supported (a calendar other than the Gregorian one). */
export function parseRule(value: string): RecurrenceRule | null {
  const parts = new Map(
    value
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [name = '', ...rest] = part.split('=');
        return [name.trim().toUpperCase(), rest.join('=').trim().toUpperCase()] as const;
      }),
  );
  const frequency = FREQUENCIES.find((each) => each === parts.get('FREQ'));
  if (frequency === undefined || (parts.get('RSCALE') ?? 'GREGORIAN') !== 'GREGORIAN') return null;
  let isReadable = true;
  const number = (input: string, least: number, most: number, mayCountBack = false): number => {
    const is = /^[+-]?\d{1,9}$/.test(input) ? Number(input) : Number.NaN;
    const size = mayCountBack ? Math.abs(is) : is;
    if (!(size >= least && size <= most)) isReadable = false;
    return is;
  };
  const list = (name: string, least: number, most: number, mayCountBack = false): number[] =>
    (parts.get(name) ?? '')
      .split(',')
      .filter((each) => each.trim() !== '')
      .map((each) => number(each.trim(), least, most, mayCountBack));
  const byDay = (parts.get('BYDAY') ?? '')
    .split(',')
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const found = /^([+-]?\d{1,2})?\s*(SU|MO|TU|WE|TH|FR|SA)$/.exec(each.trim());
      if (found === null) isReadable = false;
      return {
        weekday: WEEKDAYS.indexOf(found?.[2] as (typeof WEEKDAYS)[number]),
        nth: found?.[1] === undefined ? 0 : number(found[1], 1, 53, true),
      };
    });
  const until = parts.get('UNTIL') === undefined ? null : whenOf(parts.get('UNTIL') ?? '', new Map());
  if (parts.has('UNTIL') && until === null) return null;
  const weekStart = WEEKDAYS.indexOf((parts.get('WKST') ?? 'MO') as (typeof WEEKDAYS)[number]);
  const rule: RecurrenceRule = {
    frequency,
    interval: number(parts.get('INTERVAL') ?? '1', 1, 1_000_000),
    count: parts.has('COUNT') ? number(parts.get('COUNT') ?? '', 1, 999_999_999) : null,
    until,
    byMonth: list('BYMONTH', 1, 12),
    byWeekNo: list('BYWEEKNO', 1, 53, true),
    byYearDay: list('BYYEARDAY', 1, 366, true),
    byMonthDay: list('BYMONTHDAY', 1, 31, true),
    byDay,
    byHour: list('BYHOUR', 0, 23),
    byMinute: list('BYMINUTE', 0, 59),
    bySecond: list('BYSECOND', 0, 60),
    bySetPos: list('BYSETPOS', 1, 366, true),
    weekStart: Math.max(0, weekStart),
  };
  return isReadable ? rule : null;
}

/** Beyond this it costs more than any rule of a shop's calendar. */
export class TooManyOccurrencesError extends Error {}

/** The days examined and times produced for one series. */
const MOST_STEPS = 200_000;
/** The cost of a time that is only examined. */
const STEP_OF_A_LOOK = 1 / 8;

/**
 * The times of a rule in a period of the wall clock, in order. A rule that began long ago is not stepped through from its start,
 * unless it has a COUNT. A start that the rule does not allow is not one of its times; RFC 5545 §3.8.5.3 leaves that open, and
 * most programs read it so.
 * @param until the last wall time that the rule allows, null: for ever
 * @throws TooManyOccurrencesError
 */
export function* occurrencesBetween(
  rule: RecurrenceRule,
  start: WallMs,
  { from, to, until }: { readonly from: WallMs; readonly to: WallMs; readonly until: WallMs | null },
): Generator<WallMs, undefined> {
  const last = until === null ? to : Math.min(to, until);
  const budget = { steps: MOST_STEPS };
  const matches = dayFilter(rule, start);
  const timesOn = timesOfDay(rule, start, budget);
  let left = rule.count ?? Infinity;
  const periods = periodsOf(rule, start, rule.count === null ? from : start);
  for (;;) {
    const period = periods.next();
    if (period.begins > last || left <= 0) return;
    for (const wall of timesIn(rule, period, matches, timesOn, budget)) {
      if (wall < start) continue;
      if (wall > last || left <= 0) return;
      left -= 1;
      if ((budget.steps -= 1) < 0) throw new TooManyOccurrencesError('The rule repeats too often.');
      if (wall >= from) yield wall;
    }
  }
}

/** A stretch of whole days that the rule is applied to at a time. */
interface Period {
  readonly begins: WallMs;
  readonly days: number;
}

/** From the period that a time lies in, or the start's own. */
function periodsOf(rule: RecurrenceRule, start: WallMs, from: WallMs): { next(): Period } {
  const { frequency, interval } = rule;
  const at = Math.max(start, from);
  const first = dayOf(start);
  if (frequency === 'YEARLY' || frequency === 'MONTHLY') {
    const perPeriod = frequency === 'YEARLY' ? 12 : 1;
    const anchor = frequency === 'YEARLY' ? monthOf(start) - (monthOf(start) % 12) : monthOf(start);
    // Includes the period before: a week that belongs to a year may lie in another one.
    let n = Math.max(0, Math.floor((monthOf(at) - anchor) / (perPeriod * interval)) - 1);
    return {
      next() {
        const month = anchor + n * perPeriod * interval;
        n += 1;
        const begins = beginOfMonth(month);
        return { begins, days: (beginOfMonth(month + perPeriod) - begins) / DAY_MS };
      },
    };
  }
  const days = frequency === 'WEEKLY' ? 7 : 1;
  const step = frequency === 'WEEKLY' || frequency === 'DAILY' ? days * interval : 1;
  const anchor = frequency === 'WEEKLY' ? first - ((weekdayOf(first) - rule.weekStart + 7) % 7) * DAY_MS : first;
  let n = Math.max(0, Math.floor((dayOf(at) - anchor) / DAY_MS / step) - 1);
  return {
    next() {
      const begins = anchor + n * step * DAY_MS;
      n += 1;
      return { begins, days };
    },
  };
}

/** All times of a period, in order, those before the start as well. */
function timesIn(
  { bySetPos }: RecurrenceRule,
  period: Period,
  matches: (day: WallMs) => boolean,
  timesOn: (day: WallMs) => Iterable<number>,
  budget: { steps: number },
): readonly WallMs[] {
  const times: WallMs[] = [];
  for (let n = 0; n < period.days; n++) {
    if ((budget.steps -= 1) < 0) throw new TooManyOccurrencesError('The rule repeats too often.');
    const day = period.begins + n * DAY_MS;
    if (!matches(day)) continue;
    for (const seconds of timesOn(day)) {
      if ((budget.steps -= 1) < 0) throw new TooManyOccurrencesError('The rule repeats too often.');
      times.push(day + seconds * 1_000);
    }
  }
  if (bySetPos.length === 0) return times;
  const chosen = bySetPos.flatMap((place) => times.at(place > 0 ? place - 1 : place) ?? []);
  return [...new Set(chosen)].toSorted((a, b) => a - b);
}

/** Whether a day belongs to the rule (RFC 5545 §3.3.10, the table of expansions and limits, as intersections). */
function dayFilter(rule: RecurrenceRule, start: WallMs): (day: WallMs) => boolean {
  const { frequency } = rule;
  const isYearly = frequency === 'YEARLY';
  let { byMonth, byMonthDay, byDay } = rule;
  const byWeekNo = isYearly ? rule.byWeekNo : [];
  const byYearDay = frequency === 'WEEKLY' || frequency === 'MONTHLY' || frequency === 'DAILY' ? [] : rule.byYearDay;
  if (frequency === 'WEEKLY') byMonthDay = [];
  // What the rule leaves open is taken from its start.
  if (byWeekNo.length > 0 && byDay.length === 0 && byMonthDay.length === 0 && byYearDay.length === 0)
    byDay = [{ weekday: weekdayOf(start), nth: 0 }];
  if (byDay.length + byMonthDay.length + byYearDay.length + byWeekNo.length === 0) {
    if (isYearly && byMonth.length === 0) byMonth = [(monthOf(start) % 12) + 1];
    if (isYearly || frequency === 'MONTHLY') byMonthDay = [new Date(start).getUTCDate()];
    if (frequency === 'WEEKLY') byDay = [{ weekday: weekdayOf(start), nth: 0 }];
  }
  const countsInYear = isYearly && byMonth.length === 0;
  const countsDays = isYearly || frequency === 'MONTHLY';
  return (day) => {
    if (byMonth.length > 0 && !byMonth.includes((monthOf(day) % 12) + 1)) return false;
    if (byMonthDay.length > 0 && !isNth(byMonthDay, ...placeInMonth(day))) return false;
    if (byYearDay.length > 0 && !isNth(byYearDay, ...placeInYear(day))) return false;
    if (byWeekNo.length > 0 && !isNth(byWeekNo, ...placeOfWeek(day, rule.weekStart))) return false;
    return (
      byDay.length === 0 ||
      byDay.some(({ weekday, nth }) => {
        if (weekday !== weekdayOf(day)) return false;
        if (nth === 0 || !countsDays) return true;
        const [place, length] = countsInYear ? placeInYear(day) : placeInMonth(day);
        return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;
      })
    );
  };
}

/** The times of a day, as seconds since midnight, in order. Above the day they are the same on each. */
function timesOfDay(rule: RecurrenceRule, start: WallMs, budget: { steps: number }): (day: WallMs) => Iterable<number> {
  const { frequency, interval } = rule;
  const first = Math.floor((start - dayOf(start)) / 1_000);
  const isSubDaily = frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY';
  const range = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
  const choice = (by: readonly number[], isEach: boolean, count: number, own: number): readonly number[] => {
    if (by.length > 0) return [...new Set(by)].toSorted((a, b) => a - b);
    return isEach ? range(count) : [own];
  };
  const hours = choice(rule.byHour, isSubDaily, 24, Math.floor(first / 3_600));
  const minutes = choice(rule.byMinute, isSubDaily && frequency !== 'HOURLY', 60, Math.floor(first / 60) % 60);
  // A leap second is the one before it.
  const bySecond = rule.bySecond.map((second) => Math.min(59, second));
  const seconds = choice(bySecond, frequency === 'SECONDLY', 60, first % 60);
  function* all(): Generator<number> {
    for (const hour of hours)
      for (const minute of minutes) for (const second of seconds) yield (hour * 60 + minute) * 60 + second;
  }
  if (!isSubDaily) {
    const each = [...all()];
    return () => each;
  }
  const units = (wall: WallMs): number => Math.floor(wall / 1_000 / UNIT_SECONDS[frequency]);
  return function* onTheBeat(day) {
    for (const at of all()) {
      if ((budget.steps -= STEP_OF_A_LOOK) < 0) throw new TooManyOccurrencesError('The rule repeats too often.');
      if ((units(day + at * 1_000) - units(start)) % interval === 0) yield at;
    }
  };
}

function isNth(wanted: readonly number[], place: number, length: number): boolean {
  return wanted.some((nth) => (nth > 0 ? nth === place : length + nth + 1 === place));
}

function dayOf(wall: WallMs): WallMs {
  return Math.floor(wall / DAY_MS) * DAY_MS;
}

/** As `Date.getUTCDay`; the first day of 1970 was a Thursday. */
function weekdayOf(wall: WallMs): number {
  return (((Math.floor(wall / DAY_MS) + 4) % 7) + 7) % 7;
}

/** Months since the year 0. */
function monthOf(wall: WallMs): number {
  const at = new Date(wall);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

function beginOfMonth(month: number): WallMs {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
}

function placeInMonth(day: WallMs): readonly [place: number, length: number] {
  const month = monthOf(day);
  const begins = beginOfMonth(month);
  return [(day - begins) / DAY_MS + 1, (beginOfMonth(month + 1) - begins) / DAY_MS];
}

function placeInYear(day: WallMs): readonly [place: number, length: number] {
  const year = monthOf(day) - (monthOf(day) % 12);
  const begins = beginOfMonth(year);
  return [(day - begins) / DAY_MS + 1, (beginOfMonth(year + 12) - begins) / DAY_MS];
}

/** The number of the week, and how many its year has: the first one has at least four days of it (ISO 8601). */
function placeOfWeek(day: WallMs, weekStart: number): readonly [place: number, length: number] {
  const week = day - ((weekdayOf(day) - weekStart + 7) % 7) * DAY_MS;
  // Its fourth day lies in the year it belongs to.
  const year = new Date(week + 3 * DAY_MS).getUTCFullYear();
  const firstWeek = (of: number): WallMs => {
    const fourth = new Date(0).setUTCFullYear(of, 0, 4);
    return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7) * DAY_MS;
  };
  const weekMs = 7 * DAY_MS;
  return [(week - firstWeek(year)) / weekMs + 1, (firstWeek(year + 1) - firstWeek(year)) / weekMs];
}
