import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** An appointment as another program has written it down. */
export interface CalendarEntry {
  readonly uid: string;
  /** On the shop's wall clock. */
  readonly date: string;
  readonly time: string;
  /** Null: it does not say. */
  readonly minutes: number | null;
  readonly summary: string;
  /** All else that may say who it is, where and with whom. */
  readonly details: string;
  readonly isCancelled: boolean;
}

/** More of one that repeats is more than anybody plans. */
const MOST_REPEATED = 400;
const LONGEST_MINUTES = 24 * 60;

/**
 * The appointments of an iCalendar file (RFC 5545) that begin in a stretch of time, those that repeat each for itself. Whole days are
 * none; what cannot be read is known by its UID.
 * @param zone the shop's, IANA: for times of no zone, and for the wall clock that is answered
 * @returns null: this is no calendar
 */
export function entriesOfCalendar(
  text: string,
  { zone, from, until }: { readonly zone: string; readonly from: number; readonly until: number },
): { readonly entries: readonly CalendarEntry[]; readonly unread: readonly string[] } | null {
  const components = eventsIn(text);
  if (components === null) return null;
  const entries: CalendarEntry[] = [];
  const unread: string[] = [];
  const add = (uid: string, event: ICAL.Event, start: ICAL.Time, end: ICAL.Time | null): void => {
    if (start.isDate) {
      unread.push(uid);
      return;
    }
    const at = instantOf(start, zone, event);
    if (at < from || at >= until) return;
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
    const minutes = end === null ? null : Math.round((instantOf(end, zone, event) - at) / 60_000);
    entries.push({
      uid,
      date: wall.toPlainDate().toString(),
      time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
      minutes: minutes === null || minutes < 5 || minutes > LONGEST_MINUTES ? null : minutes,
      summary: plain(event.summary),
      details: detailsOf(event),
      isCancelled: event.component.getFirstPropertyValue('status') === 'CANCELLED',
    });
  };
  for (const [uid, ofOne] of Map.groupBy(components, (component) =>
    String(component.getFirstPropertyValue('uid') ?? ''),
  )) {
    if (uid === '') continue;
    try {
      const exceptions = ofOne.filter((component) => component.hasProperty('recurrence-id'));
      const [first] = ofOne.filter((component) => !exceptions.includes(component));
      if (first === undefined) {
        for (const component of exceptions) {
          const event = new ICAL.Event(component);
          add(`${uid}/${event.recurrenceId.toString()}`, event, event.startDate, event.endDate);
        }
        continue;
      }
      const event = new ICAL.Event(first, { exceptions: [...exceptions] });
      if (!event.isRecurring()) {
        add(uid, event, event.startDate, event.endDate);
        continue;
      }
      const times = event.iterator();
      for (let n = 0; n < MOST_REPEATED * 10; n++) {
        const next = times.next() as ICAL.Time | undefined;
        // An exception may lie elsewhere: a day behind the stretch is looked at as well.
        if (next == null || instantOf(next, zone, event) > until + 86_400_000) break;
        if (entries.length > MOST_REPEATED * 20) break;
        const { item, startDate, endDate } = event.getOccurrenceDetails(next);
        add(`${uid}/${next.toString()}`, item, startDate, endDate);
      }
    } catch {
      // An entry that is broken says nothing; the others do.
      unread.push(uid);
    }
  }
  return { entries, unread };
}

export function isCalendar(text: string): boolean {
  return eventsIn(text) !== null;
}

function eventsIn(text: string): readonly ICAL.Component[] | null {
  if (text.trim() === '') return null;
  try {
    const parsed: unknown = ICAL.parse(text);
    const calendars = (Array.isArray((parsed as unknown[])[0]) ? parsed : [parsed]) as unknown[][];
    return calendars.flatMap((calendar) => new ICAL.Component(calendar).getAllSubcomponents('vevent'));
  } catch {
    return null;
  }
}

function instantOf(time: ICAL.Time, zone: string, { component }: ICAL.Event): number {
  const { year, month, day, hour, minute } = time;
  const wall = new Temporal.PlainDateTime(year, month, day, hour, minute);
  const known = time.zone?.tzid ?? 'floating';
  // A zone that the file names and does not describe is one that everybody knows.
  const written = known === 'floating' ? component.getFirstProperty('dtstart')?.getParameter('tzid') : undefined;
  const named = zoneNamed(String(written ?? known)) ?? (known === 'floating' ? 'floating' : null);
  if (named === 'floating') return wall.toZonedDateTime(zone).epochMilliseconds;
  if (named !== null) return wall.toZonedDateTime(named).epochMilliseconds;
  // A zone of its own, which the file describes.
  return Math.floor(time.toUnixTime() / 60) * 60_000;
}

/** Null: no zone that is known by its name. */
function zoneNamed(tzid: string): string | null {
  if (tzid === 'floating' || tzid === '') return 'floating';
  if (tzid === 'Z') return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: tzid }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function detailsOf({ component, description, location }: ICAL.Event): string {
  const others = ['categories', 'contact', 'comment', 'resources', 'attendee'].flatMap((name) =>
    component
      .getAllProperties(name)
      .flatMap((property) => [...property.getValues().map(String), String(property.getParameter('cn') ?? '')]),
  );
  return [plain(location), plain(description), ...others.map((each) => each.replace(/^(?:tel|mailto):/i, ''))]
    .filter((each) => each !== '')
    .join('\n');
}

function plain(text: string | null): string {
  return (text ?? '').replace(/[^\S\n]+/g, ' ').trim();
}
