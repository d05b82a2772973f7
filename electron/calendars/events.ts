import { createHash } from 'node:crypto';
import { lineOf, LONGEST_VALUE, parseComponents, textOf, valueOf, type Component } from './content-lines.ts';
import { parseRule, type RecurrenceRule } from './recurrence-rule.ts';
import { Zones, type Zone } from './time-zones.ts';
import { DAY_MS, durationOf, whenOf, writtenWall, type WallMs, type When } from './wall-time.ts';

/** Why an entry, or a part of it, could not be read. */
export type ProblemCode =
  'broken-line' | 'unfinished' | 'no-start' | 'unknown-zone' | 'bad-rule' | 'bad-exception' | 'too-often' | 'too-many';

export interface CalendarProblem {
  readonly code: ProblemCode;
  /** Null: it has none, or the whole file is meant. */
  readonly uid: string | null;
  /** The entry's heading as far as there is one. */
  readonly summary: string;
  /** The line of the file it begins in. */
  readonly line: number;
  /** What exactly: a zone's name, a line's number, a value. */
  readonly detail: string;
}

/** A VEVENT (RFC 5545 §3.6.1) that can be read. */
export interface CalendarEvent {
  readonly uid: string;
  readonly line: number;
  readonly start: When;
  /** Its own zone; the shop's for whole days and times of no zone. */
  readonly zone: Zone;
  readonly durationMs: number | null;
  readonly summary: string;
  /** All else that may say who it is, where and with whom. */
  readonly details: string;
  readonly isCancelled: boolean;
  readonly rule: RecurrenceRule | null;
  readonly ruleUntil: WallMs | null;
  /** Further times, on its wall clock. */
  readonly more: readonly WallMs[];
  readonly excluded: { readonly instants: ReadonlySet<number>; readonly days: ReadonlySet<WallMs> };
  /** Which occurrence of the series with its UID it stands for; null: it is no exception. */
  readonly replaces: { readonly when: When; readonly zone: Zone; readonly andLater: boolean } | null;
  /** Which of two that say otherwise holds (RFC 5546 §2.1.5): by sequence, then by when it was written. */
  readonly sequence: number;
  readonly stamp: string;
}

export interface ReadEvents {
  readonly events: readonly CalendarEvent[];
  /** Entries that are not among the events. */
  readonly problems: readonly CalendarProblem[];
  /** Entries that are, without a part of them. */
  readonly notes: readonly CalendarProblem[];
  /** Nothing is missing but the entries that are named by their UID. */
  readonly isComplete: boolean;
}

const MOST_DATES = 5_000;
const LONGEST_TEXT = 4_000;
/** An answer to an invitation is no entry of the calendar (RFC 5546 §1.4). */
const ANSWERS: ReadonlySet<string> = new Set(['REPLY', 'REFRESH', 'COUNTER', 'DECLINECOUNTER']);

/** @param shop the shop's zone, for times of no zone @returns null: this is no calendar */
export function eventsIn(text: string, shop: Zone): ReadEvents | null {
  const { components, isWhole } = parseComponents(text);
  const calendars = components.filter(({ name }) => name === 'VCALENDAR');
  const loose = components.filter(({ name }) => name === 'VEVENT');
  if (calendars.length + loose.length === 0) return null;
  const events: CalendarEvent[] = [];
  const problems: CalendarProblem[] = [];
  const notes: CalendarProblem[] = [];
  const zones = new Zones(calendars.flatMap((each) => each.components.filter(({ name }) => name === 'VTIMEZONE')));
  const read = (component: Component, method: string): void => {
    const found = eventOf(component, { zones, shop, isCancelled: method === 'CANCEL' });
    if ('problem' in found) problems.push(found.problem);
    else {
      events.push(found.event);
      notes.push(...found.notes);
    }
  };
  for (const calendar of calendars) {
    const method = valueOf(calendar, 'METHOD').trim().toUpperCase();
    if (ANSWERS.has(method)) continue;
    for (const component of calendar.components) if (component.name === 'VEVENT') read(component, method);
  }
  for (const component of loose) read(component, '');
  const isStray = [...calendars, ...components].some(({ brokenAt, name }) => name === 'VCALENDAR' && brokenAt !== null);
  const isNamed = problems.every(({ uid }) => uid !== null);
  return { events, problems, notes, isComplete: isWhole && isNamed && !isStray };
}

interface Surroundings {
  readonly zones: Zones;
  readonly shop: Zone;
  readonly isCancelled: boolean;
}

type Found =
  { readonly event: CalendarEvent; readonly notes: readonly CalendarProblem[] } | { readonly problem: CalendarProblem };

function eventOf(component: Component, { zones, shop, isCancelled }: Surroundings): Found {
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
  const startLine = lineOf(component, 'DTSTART');
  const start = startLine === null ? null : whenOf(startLine.value, startLine.params);
  if (start === null) return { problem: problem('no-start', startLine?.value) };
  const zone = zoneOf(start);
  if (zone === null) return { problem: problem('unknown-zone', start.tzid ?? '') };
  const isWholeDay = start.isDate || /^TRUE$/i.test(valueOf(component, 'X-MICROSOFT-CDO-ALLDAYEVENT').trim());

  const ruleLine = lineOf(component, 'RRULE');
  const rule = ruleLine === null ? null : parseRule(ruleLine.value);
  if (ruleLine !== null && rule === null) return { problem: problem('bad-rule', ruleLine.value) };

  const notes: CalendarProblem[] = [];
  const dates = (name: string): readonly { readonly when: When; readonly zone: Zone }[] =>
    component.lines
      .filter((each) => each.name === name)
      .flatMap(({ value, params }) =>
        value.split(',').flatMap((each) => {
          const when = whenOf(each.split('/')[0] ?? '', params);
          const own = when === null ? null : zoneOf(when);
          if (when === null || own === null) notes.push(problem('bad-exception', `${name}:${each}`));
          // A day that is not said to be one.
          else if (when.isDate && params.get('VALUE')?.toUpperCase() !== 'DATE' && !start.isDate)
            notes.push(problem('bad-exception', `${name}:${each}`));
          return when === null ? [] : [{ when, zone: own ?? zone }];
        }),
      );
  const written = component.lines.filter(({ name }) => name === 'RDATE' || name === 'EXDATE');
  if (written.reduce((sum, { value }) => sum + value.split(',').length, 0) > MOST_DATES)
    return { problem: problem('too-often') };
  if (written.some(({ value }) => value.length >= LONGEST_VALUE)) return { problem: problem('too-often') };
  const instants = new Set<number>();
  const days = new Set<WallMs>();
  for (const { when, zone: own } of dates('EXDATE')) {
    if (when.isDate) days.add(when.wall);
    else instants.add(own.instantOf(when.wall));
  }
  const timeOfDay = start.wall - Math.floor(start.wall / DAY_MS) * DAY_MS;
  const more = dates('RDATE').map(({ when, zone: own }) =>
    when.isDate ? when.wall + timeOfDay : zone.wallOf(own.instantOf(when.wall)),
  );
  const replacesLine = lineOf(component, 'RECURRENCE-ID');
  const replaced = replacesLine === null ? null : whenOf(replacesLine.value, replacesLine.params);
  if (replacesLine !== null && replaced === null)
    return { problem: problem('bad-exception', `RECURRENCE-ID:${replacesLine.value}`) };

  return {
    notes,
    event: {
      uid: uid === '' ? keyOfContent(component) : uid,
      line,
      start: { ...start, isDate: isWholeDay },
      zone,
      durationMs: durationIn(component, start, zone, zoneOf),
      summary,
      details: detailsOf(component).slice(0, LONGEST_TEXT),
      isCancelled: isCancelled || valueOf(component, 'STATUS').trim().toUpperCase() === 'CANCELLED',
      rule,
      ruleUntil: rule === null ? null : lastWall(rule, zone),
      more,
      excluded: { instants, days },
      replaces:
        replaced === null
          ? null
          : {
              when: replaced,
              zone: zoneOf(replaced) ?? zone,
              andLater: replacesLine?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
            },
      sequence: Number.parseInt(valueOf(component, 'SEQUENCE'), 10) || 0,
      stamp: [...valueOf(component, 'LAST-MODIFIED'), '|', valueOf(component, 'DTSTAMP')].join(''),
    },
  };
}

/** RFC 5545 §3.3.10: an UNTIL in UTC is an instant, a day is meant with all of it. */
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

/** An entry without a UID is known by what it says. */
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

/** How an occurrence of a series is known: by its wall clock as iCalendar's programs write it. */
export function occurrenceKey(uid: string, wall: WallMs, { isUtc, isDate }: Pick<When, 'isUtc' | 'isDate'>): string {
  const { date, time } = writtenWall(wall);
  return `${uid}/${isDate ? date : `${date}T${time}${isUtc ? 'Z' : ''}`}`;
}
