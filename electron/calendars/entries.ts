import { decodeText } from '../shared/decode-text.ts';
import { eventsIn, occurrenceKey, type BoundedRule, type CalendarEvent, type CalendarProblem } from './events.ts';
import { occurrencesBetween, TooManyOccurrencesError } from './recurrence-rule.ts';
import { ianaZone, type Zone } from './time-zones.ts';
import { DAY_MS, writtenWall, type WallMs } from './wall-time.ts';

/** An appointment as another program has written it down. */
export interface CalendarEntry {
  /** Its UID; for an occurrence of a series, the UID with the wall time of the occurrence. */
  readonly uid: string;
  /** The occurrence that it refers to, where the series is missing and so its key is unknown; null: the key identifies it. */
  readonly occurrence: OccurrenceMeant | null;
  /** On the shop's wall clock, `YYYY-MM-DD` and `HH:MM`; empty for a cancellation that does not say when the appointment was. */
  readonly date: string;
  readonly time: string;
  /** Null: the length is not given, or is more than a day. */
  readonly minutes: number | null;
  readonly summary: string;
  /** All other text that may name the customer, the place and the resource. */
  readonly details: string;
  readonly isCancelled: boolean;
}

/** An occurrence of a series as an exception names it. */
export interface OccurrenceMeant {
  /** The UID of the series. */
  readonly series: string;
  /** When it was to begin, on the shop's wall clock. */
  readonly date: string;
  /** Null: the occurrence of that day. */
  readonly time: string | null;
  /** It and all that follow. */
  readonly andLater: boolean;
}

/** What is asked of a calendar: the entries that begin in a period (UTC ms), on the wall clock of an IANA zone. */
export interface CalendarRequest {
  /**
   * The files' text, or their octets. All files belong to one calendar; of two equally new but different versions the last one
   * counts.
   */
  readonly texts: readonly (string | Uint8Array)[];
  readonly zone: string;
  readonly from: number;
  readonly until: number;
}

export interface CalendarReading {
  readonly entries: readonly CalendarEntry[];
  /** Entries that could not be read. */
  readonly problems: readonly CalendarProblem[];
  /** Entries that were read, but without one of their parts. */
  readonly notes: readonly CalendarProblem[];
  /** UIDs that are in the files but not among the entries: they have not been deleted. */
  readonly held: readonly string[];
  /** How many entries last whole days: these are not appointments. */
  readonly wholeDays: number;
  /** How many of the files are not calendars. */
  readonly notCalendars: number;
  /** Nothing is missing except the UIDs in `held`: only then has an absent entry been deleted. */
  readonly isComplete: boolean;
}

/** No shop has more entries ahead of it. */
export const MOST_ENTRIES = 50_000;
/** An entry that repeats more often is not an appointment. */
const MOST_OF_ONE = 2_000;
const MOST_COMPARED = 10_000;
const [SHORTEST_MINUTES, LONGEST_MINUTES] = [5, 24 * 60];

/**
 * Reads the appointments of a calendar, with each occurrence of a series as an entry of its own. Entries that cannot be read are
 * named, and the others are read.
 */
export function entriesOf({ texts, zone, from, until }: CalendarRequest): CalendarReading {
  const shop = ianaZone(zone);
  const read = texts.map((text, file) => eventsIn(typeof text === 'string' ? text : decodeText(text), shop, file));
  const files = read.filter((each) => each !== null);
  const problems = files.flatMap((each) => each.problems);
  const notes = files.flatMap((each) => each.notes);
  const entries: CalendarEntry[] = [];
  const wholeDays = new Set<string>();
  let isComplete = files.length === texts.length && files.every((each) => each.isComplete);
  const series = Map.groupBy(
    files.flatMap((each) => each.events),
    ({ uid }) => uid,
  );
  for (const [uid, events] of series) {
    const [first] = events;
    try {
      for (const { key, master, exceptions } of inForce(uid, events)) {
        if ((master ?? first)?.start.isDate === true && (master ?? first)?.isCancelled === false) wholeDays.add(uid);
        const all = [...occurrencesOf(key, master, exceptions, { from, until })];
        // An entry that became a whole day is still there, although it is not an appointment.
        for (const each of all) if (each.isWholeDay === true) wholeDays.add(each.uid);
        const found = all.filter(({ isWholeDay }) => isWholeDay !== true);
        entries.push(...found.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)).map((each) => entryOf(each, shop)));
      }
    } catch (error) {
      if (!(error instanceof TooManyOccurrencesError)) throw error;
      const { summary = '', line = 0 } = first ?? {};
      problems.push({ code: 'too-often', uid, summary: summary.slice(0, 200), line, detail: '' });
    }
    if (entries.length > MOST_ENTRIES) {
      problems.push({ code: 'too-many', uid: null, summary: '', line: 0, detail: String(MOST_ENTRIES) });
      entries.length = MOST_ENTRIES;
      isComplete = false;
      break;
    }
  }
  return {
    entries,
    problems,
    notes,
    held: [...new Set([...problems.flatMap(({ uid }) => uid ?? []), ...wholeDays])],
    wholeDays: wholeDays.size,
    notCalendars: texts.length - files.length,
    isComplete,
  };
}

/** A series with its exceptions, or what stands for itself. */
interface InForce {
  readonly key: string;
  /** Null: there are exceptions, but their series is missing. */
  readonly master: CalendarEvent | null;
  /** By the occurrence they stand for. */
  readonly exceptions: readonly CalendarEvent[];
}

/**
 * The valid state of everything written about one UID: the newest one. If several in one file are equally new and begin at
 * different times, each one is valid: the program gives several entries the same UID.
 */
export function inForce(uid: string, events: readonly CalendarEvent[]): readonly InForce[] {
  /** By when each begins. */
  const byPlace = new Map<string, Map<WallMs, CalendarEvent>>();
  for (const event of events) {
    const { replaces } = event;
    const place =
      replaces === null
        ? 'all'
        : replaces.when.isDate
          ? writtenWall(replaces.when.wall).date
          : String(replaces.zone.instantOf(replaces.when.wall));
    // All that are kept are equally new, so one of them stands for all.
    const kept = byPlace.get(place) ?? new Map<WallMs, CalendarEvent>();
    byPlace.set(place, kept);
    const [one] = kept.values();
    if (one !== undefined && isOlder(event, one)) continue;
    // Of two files, the later one counts.
    const isOne = one === undefined || replaces !== null || isOlder(one, event) || one.file !== event.file;
    if (isOne) kept.clear();
    kept.set(event.start.wall, event);
  }
  const masters = [...(byPlace.get('all')?.values() ?? [])];
  byPlace.delete('all');
  const exceptions = [...byPlace.values()].flatMap((each) => [...each.values()]);
  const [master = null, ...more] = masters;
  if (more.length === 0) return [{ key: uid, master, exceptions }];
  // Searching each series for each exception would take too long where there are many of both.
  if (masters.length * exceptions.length > MOST_COMPARED) throw new TooManyOccurrencesError('Too many have one UID.');
  const series = masters.map((each) => ({
    key: occurrenceKey(uid, each.start.wall, each.start),
    master: each,
    exceptions: exceptions.filter((exception) => occurrenceMeant(each, exception) !== null),
  }));
  const placed = new Set(series.flatMap((each) => each.exceptions));
  return [...series, { key: uid, master: null, exceptions: exceptions.filter((each) => !placed.has(each)) }];
}

function isOlder(event: CalendarEvent, than: CalendarEvent): boolean {
  return event.sequence === than.sequence ? event.stamp < than.stamp : event.sequence < than.sequence;
}

interface Occurrence {
  readonly uid: string;
  /** UTC ms; null: it is a cancellation that does not give the time. */
  readonly at: number | null;
  readonly event: CalendarEvent;
  readonly isCancelled: boolean;
  /** Its length, where it differs from the others. */
  readonly lasts?: number | null;
  /** It was changed to a whole day, and is not an appointment. */
  readonly isWholeDay?: boolean;
  /** The exception it comes from, where the series that would give its key is missing. */
  readonly isLoose?: boolean;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

const startOf = ({ zone, start }: CalendarEvent): number => zone.instantOf(start.wall);

/** @throws TooManyOccurrencesError */
export function* occurrencesOf(
  uid: string,
  master: CalendarEvent | null,
  exceptions: readonly CalendarEvent[],
  span: Span,
): Generator<Occurrence, undefined> {
  const isIn = (at: number): boolean => at >= span.from && at < span.until;
  if (master === null) {
    for (const event of exceptions)
      if (event.replaces !== null)
        yield* looseOccurrence(occurrenceKey(uid, event.replaces.when.wall, event.replaces.when), event, isIn);
    return;
  }
  const { zone, start, rules, more } = master;
  if (!master.saysWhen) {
    yield { uid, at: null, event: master, isCancelled: true };
    return;
  }
  if (start.isDate) return;
  if (rules.length === 0 && more.size === 0) {
    const own = exceptions.filter((event) => occurrenceMeant(master, event) !== null);
    // Left of the series that it was.
    for (const event of exceptions.filter((each) => !own.includes(each)))
      yield* looseOccurrence(occurrenceKey(uid, wallMeant(master, event), start), event, isIn);
    // The newest state of it.
    const [moved] = own.toSorted((a, b) => (isOlder(a, b) ? 1 : -1));
    const event = moved ?? master;
    const at = startOf(event);
    const isCancelled = event.isCancelled || master.isCancelled;
    if (isIn(at)) yield { uid, at, event, isCancelled, isWholeDay: event.start.isDate && !isCancelled };
    return;
  }
  const replaced = new Map<WallMs, CalendarEvent>();
  for (const event of exceptions) {
    const wall = occurrenceMeant(master, event);
    // The series was changed later, and this exception was kept: it stands for itself.
    if (wall === null) yield* looseOccurrence(occurrenceKey(uid, wallMeant(master, event), start), event, isIn);
    else replaced.set(wall, event);
  }
  for (const [wall, event] of replaced) {
    const at = startOf(event);
    const isCancelled = event.isCancelled || master.isCancelled;
    if (isIn(at))
      yield {
        uid: occurrenceKey(uid, wall, start),
        at,
        event,
        isCancelled,
        isWholeDay: event.start.isDate && !isCancelled,
      };
  }
  const later = [...replaced]
    .filter(([, event]) => event.replaces?.andLater === true)
    .map(([begins, event]) => ({ begins, event, shift: event.start.wall - begins }))
    .toSorted((a, b) => b.begins - a.begins);
  const slack = DAY_MS + Math.max(0, ...later.map(({ shift }) => Math.abs(shift)));
  let count = 0;
  for (const [wall, lasts] of wallsOf(master, zone.wallOf(span.from) - slack, zone.wallOf(span.until) + slack)) {
    if (replaced.has(wall)) continue;
    const since = later.find(({ begins }) => begins < wall);
    const event = since?.event ?? master;
    const at = event.zone.instantOf(wall + (since?.shift ?? 0));
    if (!isIn(at)) continue;
    count += 1;
    if (count > MOST_OF_ONE) throw new TooManyOccurrencesError('It repeats too often.');
    const isCancelled = master.isCancelled || event.isCancelled;
    yield { uid: occurrenceKey(uid, wall, start), at, event, isCancelled, lasts };
  }
}

/** An exception of a series that is not there, or not as it was. */
function* looseOccurrence(
  uid: string,
  event: CalendarEvent,
  isIn: (at: number) => boolean,
): Generator<Occurrence, undefined> {
  const { replaces, isCancelled, start } = event;
  if (replaces === null) return;
  const { when, zone, andLater } = replaces;
  if (!isCancelled) {
    const at = startOf(event);
    if (!start.isDate && isIn(at)) yield { uid, at, event, isCancelled, isLoose: true };
    return;
  }
  // A canceled entry is identified by the time it was to begin.
  const at = zone.instantOf(when.wall);
  const last = when.isDate ? at + DAY_MS - 1 : at;
  if (andLater || isIn(at) || isIn(last)) yield { uid, at, event, isCancelled, isLoose: true };
}

/** The occurrences of a series on its wall clock with their lengths (null: the usual length), except those it leaves out. */
function* wallsOf(event: CalendarEvent, from: WallMs, to: WallMs): Generator<readonly [WallMs, number | null]> {
  const { zone, start, rules, more, excluded } = event;
  const ruled = (all: readonly BoundedRule[]): Iterable<WallMs>[] =>
    all.map(({ rule, until }) => occurrencesBetween(rule, start.wall, { from, to, until }));
  const left = new Set(ruled(excluded.rules).flatMap((walls) => [...walls]));
  const isOut = (wall: WallMs): boolean =>
    left.has(wall) ||
    excluded.days.has(Math.floor(wall / DAY_MS) * DAY_MS) ||
    (excluded.instants.size > 0 && excluded.instants.has(zone.instantOf(wall)));
  const given = new Set<WallMs>();
  const first = rules.length === 0 ? [[start.wall].filter((wall) => wall >= from && wall <= to)] : ruled(rules);
  for (const walls of first)
    for (const wall of walls) {
      if (given.has(wall)) continue;
      given.add(wall);
      if (!isOut(wall)) yield [wall, more.get(wall) ?? null];
    }
  for (const [wall, lasts] of more)
    if (wall >= from && wall <= to && !given.has(wall) && !isOut(wall)) yield [wall, lasts];
}

/** The occurrence of the series that an exception stands for; null: there is no such occurrence. */
function occurrenceMeant(master: CalendarEvent, { replaces }: Pick<CalendarEvent, 'replaces'>): WallMs | null {
  if (replaces === null) return null;
  const wall = wallMeant(master, { replaces });
  const [from, to] = replaces.when.isDate ? [wall, wall + DAY_MS - 1] : [wall, wall];
  const nothing = { instants: new Set<number>(), days: new Set<WallMs>(), rules: [] };
  for (const [each] of wallsOf({ ...master, excluded: nothing }, from, to)) return each;
  return null;
}

/** The occurrence that an exception names, on the wall clock of the series; for a day, its midnight. */
function wallMeant(master: CalendarEvent, { replaces }: Pick<CalendarEvent, 'replaces'>): WallMs {
  if (replaces === null) return master.start.wall;
  const { when, zone } = replaces;
  return when.isDate ? when.wall : master.zone.wallOf(zone.instantOf(when.wall));
}

function entryOf({ uid, at, event, isCancelled, lasts, isLoose }: Occurrence, shop: Zone): CalendarEntry {
  const { date, time } = at === null ? { date: '', time: '' } : writtenWall(shop.wallOf(at));
  const ms = lasts ?? event.durationMs;
  const minutes = ms === null ? null : Math.round(ms / 60_000);
  return {
    uid,
    occurrence: isLoose === true ? meantBy(event, shop) : null,
    date,
    time: time.slice(0, 5),
    minutes: minutes === null || minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES ? null : minutes,
    summary: event.summary,
    details: event.details,
    isCancelled,
  };
}

function meantBy({ uid, replaces }: CalendarEvent, shop: Zone): OccurrenceMeant | null {
  if (replaces === null) return null;
  const { when, zone, andLater } = replaces;
  const { date, time } = writtenWall(when.isDate ? when.wall : shop.wallOf(zone.instantOf(when.wall)));
  return { series: uid, date, time: when.isDate ? null : time.slice(0, 5), andLater };
}
