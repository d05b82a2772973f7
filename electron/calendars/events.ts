import { createHash } from 'node:crypto';
import {
  lineOf,
  LONGEST_VALUE,
  parseComponents,
  textOf,
  valueOf,
  type Component,
  type ContentLine,
} from './content-lines.ts';
import { parseRule, type RecurrenceRule } from './recurrence-rule.ts';
import { Zones, type Zone } from './time-zones.ts';
import { DAY_MS, durationOf, whenOf, writtenWall, type WallMs, type When } from './wall-time.ts';

/** Why an entry, or a part of it, could not be read. */
export type ProblemCode =
  'broken-line' | 'unfinished' | 'no-start' | 'unknown-zone' | 'bad-rule' | 'bad-exception' | 'too-often' | 'too-many';

export interface CalendarProblem {
  readonly code: ProblemCode;
  /** Null: it has no UID, or the whole file is meant. */
  readonly uid: string | null;
  /** The entry's heading, if there is one. */
  readonly summary: string;
  /** The line of the file it begins in. */
  readonly line: number;
  /** The detail: a zone's name, a line's number, or a value. */
  readonly detail: string;
}

/** A VEVENT (RFC 5545 §3.6.1) that can be read. */
export interface CalendarEvent {
  readonly uid: string;
  /** Which of the files that are read together it stands in, and in which line. */
  readonly file: number;
  readonly line: number;
  /** For a cancellation without a start: the time of the occurrence that it names. */
  readonly start: When;
  /** False: it cancels everything under its UID (RFC 5546 §3.2.5 omits the start). */
  readonly saysWhen: boolean;
  /** Its own zone; the shop's for whole days and for times without a zone. */
  readonly zone: Zone;
  readonly durationMs: number | null;
  readonly summary: string;
  /** All other text that may name the customer, the place and the resource. */
  readonly details: string;
  readonly isCancelled: boolean;
  /** How it repeats: usually by one rule, or none. */
  readonly rules: readonly BoundedRule[];
  /** Further times on its wall clock, and the length of each; null: the same as the others. */
  readonly more: ReadonlyMap<WallMs, number | null>;
  readonly excluded: {
    readonly instants: ReadonlySet<number>;
    readonly days: ReadonlySet<WallMs>;
    /** EXRULE, of RFC 2445. */
    readonly rules: readonly BoundedRule[];
  };
  /** The occurrence that it stands for in the series with its UID; null: it is not an exception. */
  readonly replaces: { readonly when: When; readonly zone: Zone; readonly andLater: boolean } | null;
  /** What decides between two versions (RFC 5546 §2.1.5): the sequence, then the time of writing. */
  readonly sequence: number;
  readonly stamp: string;
}

/** A rule, and the last wall time that it allows in the zone of its series; null: for ever. */
export interface BoundedRule {
  readonly rule: RecurrenceRule;
  readonly until: WallMs | null;
}

export interface ReadEvents {
  readonly events: readonly CalendarEvent[];
  /** Entries that are not among the events. */
  readonly problems: readonly CalendarProblem[];
  /** Entries that are among the events, but without one of their parts. */
  readonly notes: readonly CalendarProblem[];
  /** Nothing is missing except the entries that are named by their UID. */
  readonly isComplete: boolean;
}

const MOST_DATES = 5_000;
/** Each rule needs another search through the days. */
const MOST_RULES = 8;
const LONGEST_TEXT = 4_000;
/** A reply to an invitation is not an entry of the calendar (RFC 5546 §1.4). */
const ANSWERS: ReadonlySet<string> = new Set(['REPLY', 'REFRESH', 'COUNTER', 'DECLINECOUNTER']);

/**
 * @param shop the shop's zone, for times without a zone
 * @param file the number of this file among several files of one calendar
 * @returns null: this is not a calendar
 */
export function eventsIn(text: string, shop: Zone, file = 0): ReadEvents | null {
  const { components, isWhole } = parseComponents(text);
  const calendars = components.filter(({ name }) => name === 'VCALENDAR');
  const loose = components.filter(({ name }) => name === 'VEVENT');
  if (calendars.length + loose.length === 0) return null;
  const events: CalendarEvent[] = [];
  const problems: CalendarProblem[] = [];
  const notes: CalendarProblem[] = [];
  // Two calendars in one file may call different zones by the same name, or one may describe a zone that both name.
  const zonesIn = (all: readonly Component[]): readonly Component[] =>
    all.flatMap((each) => each.components.filter(({ name }) => name === 'VTIMEZONE'));
  const ofAll = new Zones(zonesIn(calendars));
  const read = (component: Component, method: string, zones: Zones): void => {
    const found = eventOf(component, { zones, shop, file, isCancelled: method === 'CANCEL' });
    if ('problem' in found) problems.push(found.problem);
    else {
      events.push(found.event);
      notes.push(...found.notes);
    }
  };
  for (const calendar of calendars) {
    const method = valueOf(calendar, 'METHOD').trim().toUpperCase();
    if (ANSWERS.has(method)) continue;
    const zones = calendars.length === 1 ? ofAll : new Zones(zonesIn([calendar]), ofAll);
    for (const component of calendar.components) if (component.name === 'VEVENT') read(component, method, zones);
  }
  for (const component of loose) read(component, '', ofAll);
  const isStray = [...calendars, ...components].some(({ brokenAt, name }) => name === 'VCALENDAR' && brokenAt !== null);
  const isNamed = problems.every(({ uid }) => uid !== null);
  return { events, problems, notes, isComplete: isWhole && isNamed && !isStray };
}

interface Surroundings {
  readonly zones: Zones;
  readonly shop: Zone;
  readonly file: number;
  readonly isCancelled: boolean;
}

type Found =
  { readonly event: CalendarEvent; readonly notes: readonly CalendarProblem[] } | { readonly problem: CalendarProblem };

function eventOf(component: Component, { zones, shop, file, isCancelled }: Surroundings): Found {
  const { line, isWhole, brokenAt } = component;
  const uid = valueOf(component, 'UID').trim();
  const summary = plain(valueOf(component, 'SUMMARY'));
  const problem = (code: ProblemCode, detail = ''): CalendarProblem => ({
    code,
    uid: uid === '' ? null : uid,
    summary: summary.slice(0, 200),
    line,
    detail: detail.slice(0, 200),
  });
  if (brokenAt !== null) return { problem: problem('broken-line', String(brokenAt)) };
  if (!isWhole) return { problem: problem('unfinished') };
  const zoneOf = ({ isUtc, isDate, tzid }: When): Zone | null =>
    isUtc ? zones.named('UTC') : isDate || tzid === null ? shop : zones.named(tzid);
  const isOff = isCancelled || /^CANCELL?ED$/i.test(valueOf(component, 'STATUS').trim());
  const replacesLine = lineOf(component, 'RECURRENCE-ID');
  const replaced = replacesLine === null ? null : whenOf(replacesLine.value, replacesLine.params);
  if (replacesLine !== null && replaced === null)
    return { problem: problem('bad-exception', `RECURRENCE-ID:${replacesLine.value}`) };
  const startLine = lineOf(component, 'DTSTART');
  const said = startLine === null ? (isOff ? replaced : null) : whenOf(startLine.value, startLine.params);
  const saysWhen = said !== null || startLine !== null || !isOff || uid === '';
  const start = saysWhen ? said : NEVER;
  if (start === null) return { problem: problem('no-start', startLine?.value) };
  const zone = zoneOf(start);
  if (zone === null) return { problem: problem('unknown-zone', start.tzid ?? '') };
  const duration = durationIn(component, start, zone, zoneOf);
  const wholeDay = wholeDayOf(component, { start, zone, shop, duration });

  const repeats = repetitionOf(component, { start, zone, zoneOf, problem });
  if ('problem' in repeats) return repeats;

  return {
    notes: repeats.notes,
    event: {
      uid: uid === '' ? keyOfContent(component) : uid,
      file,
      line,
      start: wholeDay?.start ?? start,
      saysWhen,
      zone: wholeDay?.zone ?? zone,
      durationMs: wholeDay?.duration ?? duration,
      summary,
      details: detailsOf(component).slice(0, LONGEST_TEXT),
      isCancelled: isOff,
      rules: repeats.rules,
      more: repeats.more,
      excluded: repeats.excluded,
      replaces:
        replaced === null
          ? null
          : {
              when: replaced,
              // A time without a zone is on the clock of the series, like its start.
              zone: (replaced.isUtc || replaced.tzid !== null ? zoneOf(replaced) : null) ?? zone,
              andLater: replacesLine?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
            },
      sequence: Number.parseInt(valueOf(component, 'SEQUENCE'), 10) || 0,
      stamp: stampOf(component),
    },
  };
}

type ProblemOf = (code: ProblemCode, detail?: string) => CalendarProblem;

interface RepetitionParts {
  readonly start: When;
  readonly zone: Zone;
  readonly zoneOf: (when: When) => Zone | null;
  readonly problem: ProblemOf;
}

type Repetition = Pick<CalendarEvent, 'rules' | 'more' | 'excluded'> & { readonly notes: readonly CalendarProblem[] };

/** Additional and excluded occurrences: RRULE, RDATE, EXRULE and EXDATE (RFC 5545, 3.8.5). */
function repetitionOf(
  component: Component,
  parts: RepetitionParts,
): Repetition | { readonly problem: CalendarProblem } {
  const { start, zone, problem } = parts;
  const [repeats, excludes] = [rulesOf(component, 'RRULE', zone), rulesOf(component, 'EXRULE', zone)];
  if (repeats === null) return { problem: problem('bad-rule', valueOf(component, 'RRULE')) };
  if (excludes === null) return { problem: problem('bad-rule', valueOf(component, 'EXRULE')) };
  const dates = component.lines.filter(({ name }) => name === 'RDATE' || name === 'EXDATE');
  if (dates.reduce((sum, { value }) => sum + value.split(',').length, 0) > MOST_DATES)
    return { problem: problem('too-often') };
  if (dates.some(({ value }) => value.length >= LONGEST_VALUE)) return { problem: problem('too-often') };
  const notes: CalendarProblem[] = [];
  const instants = new Set<number>();
  const days = new Set<WallMs>();
  for (const { when, zone: own } of datesOf(component, 'EXDATE', parts, notes)) {
    if (when.isDate) days.add(when.wall);
    else instants.add(own.instantOf(when.wall));
  }
  const timeOfDay = start.wall - Math.floor(start.wall / DAY_MS) * DAY_MS;
  const more = datesOf(component, 'RDATE', parts, notes).map(
    ({ when, zone: own, lasts }) =>
      [when.isDate ? when.wall + timeOfDay : zone.wallOf(own.instantOf(when.wall)), lasts] as const,
  );
  return { notes, rules: repeats, more: new Map(more), excluded: { instants, days, rules: excludes } };
}

/** Null: there are too many of them, or one cannot be read. */
function rulesOf(component: Component, name: string, zone: Zone): readonly BoundedRule[] | null {
  const rules = component.lines.filter((each) => each.name === name).map(({ value }) => parseRule(value));
  if (rules.length > MOST_RULES) return null;
  const read = rules.filter((rule) => rule !== null);
  return read.length < rules.length ? null : read.map((rule) => ({ rule, until: lastWall(rule, zone) }));
}

/** @param notes collects the values that cannot be read, or not with certainty */
function datesOf(
  component: Component,
  name: string,
  { start, zone, zoneOf, problem }: RepetitionParts,
  notes: CalendarProblem[],
): readonly DateOf[] {
  return component.lines
    .filter((each) => each.name === name)
    .flatMap(({ value, params }) =>
      value.split(',').flatMap((each) => {
        const [begins = '', ends = ''] = each.split('/');
        const when = whenOf(begins, params);
        const own = when === null ? null : when.isUtc || when.tzid !== null ? zoneOf(when) : zone;
        if (when === null || own === null) notes.push(problem('bad-exception', `${name}:${each}`));
        // The value is a day that is not marked as one.
        else if (when.isDate && params.get('VALUE')?.toUpperCase() !== 'DATE' && !start.isDate)
          notes.push(problem('bad-exception', `${name}:${each}`));
        return when === null ? [] : [{ when, zone: own ?? zone, lasts: lengthOf(when, ends, params, own ?? zone) }];
      }),
    );
}

/** When it was last changed, or else written: programs give one or the other. */
function stampOf(component: Component): string {
  const stamp = valueOf(component, 'DTSTAMP').trim();
  return `${valueOf(component, 'LAST-MODIFIED').trim() || stamp}|${stamp}`;
}

/** Used instead of the start that a cancellation omits. */
const NEVER: When = { wall: 0, isDate: false, isUtc: true, tzid: null };

interface DateOf {
  readonly when: When;
  readonly zone: Zone;
  /** The length in milliseconds; null: it is not given. */
  readonly lasts: number | null;
}

/** How long a period is (RFC 5545 §3.3.9): its other half is its end, or a duration. */
function lengthOf(begins: When, input: string, params: ContentLine['params'], zone: Zone): number | null {
  const ends = whenOf(input, params);
  return ends === null ? durationOf(input) : zone.instantOf(ends.wall) - zone.instantOf(begins.wall);
}

/**
 * The whole days of an entry: either it has dates, or it begins at midnight and ends at another midnight, as some servers write
 * days, in its own zone or in the shop's where it is in UTC. Null: it does not last whole days.
 */
function wholeDayOf(
  component: Component,
  { start, zone, shop, duration }: { start: When; zone: Zone; shop: Zone; duration: number | null },
): { readonly start: When; readonly zone: Zone; readonly duration: number | null } | null {
  if (start.isDate) return { start, zone, duration };
  const isSaid = /^TRUE$/i.test(valueOf(component, 'X-MICROSOFT-CDO-ALLDAYEVENT').trim());
  const spanIn = (each: Zone): { readonly begins: WallMs; readonly ends: WallMs; readonly isWhole: boolean } => {
    const [begins, ends] = [0, duration ?? 0].map((after) => each.wallOf(zone.instantOf(start.wall) + after)) as [
      WallMs,
      WallMs,
    ];
    return { begins, ends, isWhole: begins % DAY_MS === 0 && ends % DAY_MS === 0 && ends > begins };
  };
  const inShop = spanIn(shop);
  // Nobody books an appointment from one midnight UTC to the next.
  const own = start.isUtc && (inShop.isWhole || (isSaid && !spanIn(zone).isWhole)) ? shop : zone;
  const { begins, ends, isWhole } = spanIn(own);
  if (!isSaid && !isWhole) return null;
  // The times are in yet another zone: the nearest midnight is meant.
  const day = Math.round(begins / DAY_MS) * DAY_MS;
  const days = duration === null ? null : Math.round((ends - begins) / DAY_MS) * DAY_MS;
  return { start: { ...start, wall: day, isDate: true, isUtc: false }, zone: own, duration: days };
}

/** RFC 5545 §3.3.10: an UNTIL in UTC is an instant; an UNTIL that is a day includes the whole day. */
function lastWall({ until }: RecurrenceRule, zone: Zone): WallMs | null {
  if (until === null) return null;
  if (until.isDate) return until.wall + DAY_MS - 1;
  return until.isUtc ? zone.wallOf(until.wall) : until.wall;
}

function durationIn(component: Component, start: When, zone: Zone, zoneOf: (when: When) => Zone | null): number | null {
  const end = lineOf(component, 'DTEND');
  if (end !== null) {
    const when = whenOf(end.value, end.params);
    const own = when === null ? null : zoneOf(when);
    return when === null || own === null ? null : own.instantOf(when.wall) - zone.instantOf(start.wall);
  }
  const duration = lineOf(component, 'DURATION');
  return duration === null ? null : durationOf(duration.value);
}

/** An entry without a UID is identified by its content. */
function keyOfContent(component: Component): string {
  const said = ['DTSTART', 'DTEND', 'DURATION', 'SUMMARY', 'RRULE', 'RECURRENCE-ID'].map((name) => [
    lineOf(component, name)?.params.get('TZID') ?? '',
    valueOf(component, name),
  ]);
  return `no-uid-${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 24)}`;
}

function detailsOf(component: Component): string {
  const own = ['LOCATION', 'DESCRIPTION'].map((name) => plain(valueOf(component, name)));
  const others = component.lines
    .filter(({ name }) => /^(?:CATEGORIES|CONTACT|COMMENT|RESOURCES|ATTENDEE)$/.test(name))
    .flatMap(({ value, params }) => [plain(value), params.get('CN') ?? '']);
  return [...own, ...others.map((each) => each.replace(/^(?:tel|mailto):/i, ''))]
    .filter((each) => each !== '')
    .join('\n');
}

function plain(value: string): string {
  return textOf(value)
    .slice(0, LONGEST_TEXT)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** The key of an occurrence: its wall-clock time, written as iCalendar programs write it. */
export function occurrenceKey(uid: string, wall: WallMs, { isUtc, isDate }: Pick<When, 'isUtc' | 'isDate'>): string {
  const { date, time } = writtenWall(wall);
  return `${uid}/${isDate ? date : `${date}T${time}${isUtc ? 'Z' : ''}`}`;
}
