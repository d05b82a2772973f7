import { eventsIn, occurrenceKey, type CalendarEvent, type CalendarProblem } from './events.ts';
import { occurrencesBetween, TooManyOccurrencesError } from './recurrence-rule.ts';
import { ianaZone, type Zone } from './time-zones.ts';
import { DAY_MS, writtenWall, type WallMs } from './wall-time.ts';

/** An appointment as another program has written it down. */
export interface CalendarEntry {
  /** Its UID; that of one that repeats with the wall time of the occurrence. */
  readonly uid: string;
  /** On the shop's wall clock, `YYYY-MM-DD` and `HH:MM`. */
  readonly date: string;
  readonly time: string;
  /** Null: it does not say, or longer than a day. */
  readonly minutes: number | null;
  readonly summary: string;
  /** All else that may say who it is, where and with whom. */
  readonly details: string;
  readonly isCancelled: boolean;
}

/** What is asked of a calendar: the entries that begin in a stretch of time (UTC ms), on the wall clock of a zone of the IANA. */
export interface CalendarRequest {
  /** Of one calendar, however many files it is in: of two that say otherwise alike the last one counts. */
  readonly texts: readonly string[];
  readonly zone: string;
  readonly from: number;
  readonly until: number;
}

export interface CalendarReading {
  readonly entries: readonly CalendarEntry[];
  /** Entries that could not be read. */
  readonly problems: readonly CalendarProblem[];
  /** Entries that were, without a part of them. */
  readonly notes: readonly CalendarProblem[];
  /** UIDs of what is there and not among the entries: it is not gone. */
  readonly held: readonly string[];
  /** How many last whole days: no appointments. */
  readonly wholeDays: number;
  /** How many of the files are no calendar. */
  readonly notCalendars: number;
  /** Nothing is missing but what is held: only then is what is not there gone. */
  readonly isComplete: boolean;
}

/** More lie ahead of no shop. */
export const MOST_ENTRIES = 50_000;
/** One that repeats more often is no appointment. */
const MOST_OF_ONE = 2_000;
const [SHORTEST_MINUTES, LONGEST_MINUTES] = [5, 24 * 60];

/** Reads the appointments of a calendar, those that repeat each for itself. What cannot be read is named, and the others are read. */
export function entriesOf({ texts, zone, from, until }: CalendarRequest): CalendarReading {
  const shop = ianaZone(zone);
  const read = texts.map((text) => eventsIn(text, shop));
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
      const { master, exceptions } = inForce(events);
      if ((master ?? first)?.start.isDate === true) wholeDays.add(uid);
      const found = [...occurrencesOf(uid, master, exceptions, { from, until })].toSorted((a, b) => a.at - b.at);
      entries.push(...found.map((each) => entryOf(each, shop)));
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

/** What holds of all that was written about one UID: the series, and its exceptions by the occurrence they stand for. */
export function inForce(events: readonly CalendarEvent[]): {
  readonly master: CalendarEvent | null;
  readonly exceptions: readonly CalendarEvent[];
} {
  const byPlace = new Map<string, CalendarEvent>();
  for (const event of events) {
    const { replaces } = event;
    const place =
      replaces === null
        ? 'all'
        : replaces.when.isDate
          ? writtenWall(replaces.when.wall).date
          : String(replaces.zone.instantOf(replaces.when.wall));
    const before = byPlace.get(place);
    if (before === undefined || !isOlder(event, before)) byPlace.set(place, event);
  }
  const master = byPlace.get('all') ?? null;
  byPlace.delete('all');
  return { master, exceptions: [...byPlace.values()] };
}

function isOlder(event: CalendarEvent, than: CalendarEvent): boolean {
  return event.sequence === than.sequence ? event.stamp < than.stamp : event.sequence < than.sequence;
}

interface Occurrence {
  readonly uid: string;
  readonly at: number;
  readonly event: CalendarEvent;
  readonly isCancelled: boolean;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** @throws TooManyOccurrencesError */
export function* occurrencesOf(
  uid: string,
  master: CalendarEvent | null,
  exceptions: readonly CalendarEvent[],
  span: Span,
): Generator<Occurrence, undefined> {
  const isIn = (at: number): boolean => at >= span.from && at < span.until;
  const startOf = ({ zone, start }: CalendarEvent): number => zone.instantOf(start.wall);
  if (master === null) {
    // Exceptions of a series that is not there stand for themselves.
    for (const event of exceptions) {
      const at = startOf(event);
      if (event.replaces === null || event.start.isDate || !isIn(at)) continue;
      const key = occurrenceKey(uid, event.replaces.when.wall, event.replaces.when);
      yield { uid: key, at, event, isCancelled: event.isCancelled };
    }
    return;
  }
  const { zone, start, rule, more } = master;
  if (start.isDate) return;
  if (rule === null && more.length === 0) {
    const [moved] = exceptions;
    const event = moved ?? master;
    const at = startOf(event);
    if (isIn(at)) yield { uid, at, event, isCancelled: event.isCancelled || master.isCancelled };
    return;
  }
  const replaced = new Map<WallMs, CalendarEvent>();
  for (const event of exceptions) {
    const wall = occurrenceMeant(master, event);
    if (wall !== null) replaced.set(wall, event);
  }
  for (const [wall, event] of replaced) {
    const at = startOf(event);
    if (event.start.isDate || !isIn(at)) continue;
    const isCancelled = event.isCancelled || master.isCancelled;
    yield { uid: occurrenceKey(uid, wall, start), at, event, isCancelled };
  }
  const later = [...replaced].filter(([, event]) => event.replaces?.andLater === true).toSorted(([a], [b]) => b - a);
  let count = 0;
  for (const wall of wallsOf(master, zone.wallOf(span.from) - DAY_MS, zone.wallOf(span.until) + DAY_MS)) {
    if (replaced.has(wall)) continue;
    const since = later.find(([begins]) => begins < wall);
    const shift = since === undefined ? 0 : since[1].start.wall - since[0];
    const event = since?.[1] ?? master;
    const at = event.zone.instantOf(wall + shift);
    if (!isIn(at)) continue;
    count += 1;
    if (count > MOST_OF_ONE) throw new TooManyOccurrencesError('It repeats too often.');
    yield { uid: occurrenceKey(uid, wall, start), at, event, isCancelled: master.isCancelled || event.isCancelled };
  }
}

/** The occurrences of a series on its wall clock, without those it leaves out. */
function* wallsOf(event: CalendarEvent, from: WallMs, to: WallMs): Generator<WallMs> {
  const { zone, start, rule, ruleUntil, more, excluded } = event;
  const isOut = (wall: WallMs): boolean =>
    excluded.days.has(Math.floor(wall / DAY_MS) * DAY_MS) ||
    (excluded.instants.size > 0 && excluded.instants.has(zone.instantOf(wall)));
  const ruled =
    rule === null
      ? [start.wall].filter((wall) => wall >= from && wall <= to)
      : occurrencesBetween(rule, start.wall, { from, to, until: ruleUntil });
  const given = new Set<WallMs>();
  for (const wall of ruled) {
    given.add(wall);
    if (!isOut(wall)) yield wall;
  }
  for (const wall of new Set(more)) if (wall >= from && wall <= to && !given.has(wall) && !isOut(wall)) yield wall;
}

/** Which occurrence of the series an exception stands for; null: of none that there is. */
function occurrenceMeant(master: CalendarEvent, { replaces }: CalendarEvent): WallMs | null {
  if (replaces === null) return null;
  const { when, zone } = replaces;
  const wall = when.isDate ? when.wall : master.zone.wallOf(zone.instantOf(when.wall));
  const [from, to] = when.isDate ? [wall, wall + DAY_MS - 1] : [wall, wall];
  const all = { ...master, excluded: { instants: new Set<number>(), days: new Set<WallMs>() } };
  for (const each of wallsOf(all, from, to)) return each;
  return null;
}

function entryOf({ uid, at, event, isCancelled }: Occurrence, shop: Zone): CalendarEntry {
  const { date, time } = writtenWall(shop.wallOf(at));
  const minutes = event.durationMs === null ? null : Math.round(event.durationMs / 60_000);
  return {
    uid,
    date,
    time: time.slice(0, 5),
    minutes: minutes === null || minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES ? null : minutes,
    summary: event.summary,
    details: event.details,
    isCancelled,
  };
}
