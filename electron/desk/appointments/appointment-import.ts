import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Resource, Service } from '../../shared/appointments.ts';
import type { ImportRowView, ImportView } from '../../shared/views.ts';
import { ERASED_ENTRY, type AppointmentPlace, type AppointmentRow } from '../../store/appointments.ts';
import { NO_NEWS } from '../automation/news.ts';
import type { DeskContext } from '../context.ts';
import { imported, importOf, MOST_ROWS, notImported } from '../imports/import-result.ts';
import { readTable, type TableRow } from '../imports/table.ts';
import { NAME_HEADINGS, PHONE_HEADINGS } from '../imports/headings.ts';
import { phoneIn } from '../imports/phone-in-words.ts';
import { dateIn, timeIn } from '../imports/wall-words.ts';
import type { Appointments } from './appointments.ts';
import { entriesOfCalendar, type CalendarEntry } from './calendar-entries.ts';
import type { Catalogue, Kept } from './catalogue.ts';
import type { Diary } from './diary.ts';
import type { Reminders } from './reminders.ts';
import { instantOfWall } from './slots.ts';
import { appointmentAfter, isLive } from './states.ts';

const DAY = 24 * 3_600_000;
/** Farther ahead nobody plans, and what repeats for ever has to end. */
const LOOK_AHEAD_MS = 400 * DAY;
/** A busy shop has thousands ahead; what was read before costs next to nothing. */
const MOST_ENTRIES = 20_000;
const LONGEST_NAME = 60;
const LONGEST_NOTE = 2_000;
const MONTH_FIRST: ReadonlySet<string> = new Set(['US']);
/** In place of an entry that the other program has taken out: when it is there again it counts as new. */
const GONE = 'gone';
/** Where appointments of tables come from. */
const TABLE = 'table';
/** In nameIn: what looks like a telephone number. */
const NUMBER = /(?:\+|00|0)\d[\d ()./-]{4,18}\d/g;

/** What each field may be called, folded. */
const HEADINGS = {
  date: ['date', 'day', 'datum', 'tag', 'fecha', 'data', 'start date', 'beginn'],
  time: ['time', 'start', 'start time', 'from', 'zeit', 'uhrzeit', 'von', 'heure', 'hora', 'tijd', 'ora'],
  number: PHONE_HEADINGS,
  name: [...NAME_HEADINGS, 'subject'],
  service: ['service', 'what', 'treatment', 'type', 'leistung', 'was', 'behandlung', 'art', 'dienst'],
  resource: [
    'staff',
    'with',
    'employee',
    'resource',
    'chair',
    'mitarbeiter',
    'mitarbeiterin',
    'bei',
    'mit',
    'platz',
    'wer',
  ],
  note: ['note', 'notes', 'comment', 'description', 'notiz', 'bemerkung', 'beschreibung'],
} as const;
type Field = keyof typeof HEADINGS;

/** What is taken where the file does not say. */
export interface ImportDefaults {
  readonly serviceId: string | null;
  /** Null: whoever is free. */
  readonly resourceId: string | null;
}

/** An appointment as it stands in a file, understood as far as it can be. */
interface Entry {
  readonly line: number;
  readonly uid: string | null;
  readonly date: string;
  readonly time: string;
  readonly minutes: number | null;
  readonly number: string | null;
  readonly name: string;
  readonly note: string;
  readonly service: Kept<Service>;
  /** Empty: whoever does it. */
  readonly resources: readonly Kept<Resource>[];
  /** By row, as far as the file itself says so: what is chosen for the rest may be chosen anew. */
  readonly named: { readonly service: number | null; readonly resource: number | null };
  readonly isCancelled: boolean;
}

/** A calendar, or several of one folder. */
interface Origin {
  readonly name: string;
  /** What it holds no more is called off. */
  readonly isWhole: boolean;
  readonly holds: (uid: string) => boolean;
}

interface ImportParts {
  readonly appointments: Appointments;
  readonly catalogue: Catalogue;
  readonly diary: Diary;
  readonly reminders: Reminders;
}

/**
 * Appointments out of a table or out of another program's calendar. Nobody is told of them by text: they were made elsewhere. Reminders
 * leave as for any other.
 */
export class AppointmentImport {
  readonly #context: DeskContext;
  readonly #parts: ImportParts;

  constructor(context: DeskContext, parts: ImportParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** @param isRehearsal what would come of it */
  table(text: string, defaults: ImportDefaults, isRehearsal: boolean): Result<ImportView> {
    const table = readTable(text, HEADINGS);
    if (table === null || !table.known.has('date') || !table.known.has('time'))
      return refuse('no-table', 'This is no table with columns “date” and “time”. Save it as CSV, with headings.');
    if (table.rows.length > MOST_ROWS) return refuse('too-large', `More than ${MOST_ROWS} rows are too many at once.`);
    const read = table.rows.map((row) => this.#ofRow(row, defaults));
    return ok(importOf(this.#together(read, null, isRehearsal), table.unknown));
  }

  /**
   * Matched by their UID with what was read before; what has not changed there since is left as it stands here.
   * @param texts of one calendar, however many files it is in: of two that hold the same entry the last one counts
   * @param origin which calendar it is: what it no longer holds is called off; null: a file that is read once
   */
  calendar(
    texts: readonly string[],
    defaults: ImportDefaults,
    origin: string | null,
    isRehearsal: boolean,
  ): Result<ImportView> {
    const now = this.#context.clock.now();
    const { zone } = this.#context.calendar;
    const read = texts.map((text) => entriesOfCalendar(text, { zone, from: now, until: now + LOOK_AHEAD_MS }));
    const known = read.filter((each) => each !== null);
    if (known.length === 0)
      return refuse('no-calendar', 'This is no calendar file. Export one as iCalendar (.ics) from the other program.');
    const entries = [...new Map(known.flatMap((each) => each.entries).map((entry) => [entry.uid, entry])).values()];
    const unread = new Set(known.flatMap((each) => each.unread));
    if (entries.length > MOST_ENTRIES)
      return refuse('too-large', `More than ${MOST_ENTRIES} entries are too many at once.`);
    const uids = new Set(entries.map(({ uid }) => uid));
    // What is there and cannot be read is not gone.
    const holds = (uid: string): boolean => uids.has(uid) || unread.has(uid) || unread.has(uid.replace(/\/[^/]*$/, ''));
    const isWhole = origin !== null && known.length === texts.length;
    if (isWhole && uids.size + unread.size === 0 && this.#stillThere(origin, holds).length > 0)
      return refuse(
        'empty-calendar',
        'The calendar holds nothing any more. Nothing was called off: look whether that is so.',
      );
    const rows = entries.map((entry, i) => this.#ofEntry(entry, i + 1, defaults));
    return ok(importOf(this.#together(rows, { name: origin ?? 'file', isWhole, holds }, isRehearsal), []));
  }

  /** What came out of a calendar, lies ahead there, and is in it no more. */
  #stillThere(origin: string, holds: Origin['holds']): readonly AppointmentRow[] {
    const { store, clock, calendar } = this.#context;
    return store.appointments.comingFrom(origin, clock.now()).filter(({ uid, seen }) => {
      const there = seenIn(seen);
      // Moved here since: what is over there has not been taken out of it.
      const at = there === null ? null : instantOfWall(there[0], there[1], calendar.zone);
      return !holds(uid ?? '') && at !== null && at > clock.now();
    });
  }

  #together(
    read: readonly (Entry | ImportRowView)[],
    origin: Origin | null,
    isRehearsal: boolean,
  ): readonly ImportRowView[] {
    const { store, events } = this.#context;
    return events.together(
      store,
      () => {
        const gone = origin?.isWhole === true ? this.#stillThere(origin.name, origin.holds) : [];
        const cancelled = gone.map((row) => {
          store.appointments.setSeen(row.id, row.uid ?? '', row.origin ?? '', GONE);
          return this.#cancel(row, 0);
        });
        const rows = read.map((each) => ('outcome' in each ? each : this.#take(each, origin)));
        // One that goes where another one leaves finds room once the other has moved.
        for (let settled = -1; ;) {
          const refused = rows.flatMap((row, i) => (row.reason?.code === 'time-taken' ? [i] : []));
          if (refused.length === settled || refused.length === 0) break;
          settled = refused.length;
          for (const i of refused) {
            const entry = read[i];
            if (entry !== undefined && !('outcome' in entry)) rows[i] = this.#take(entry, origin);
          }
        }
        return [...cancelled, ...rows];
      },
      isRehearsal,
    );
  }

  #take(entry: Entry, origin: Origin | null): ImportRowView {
    const { store } = this.#context;
    const { appointments } = this.#parts;
    const { line, uid, number, name, note } = entry;
    const what = whatOf(entry);
    const known = uid === null ? null : store.appointments.byUid(uid);
    const seen = JSON.stringify(seenOf(entry));
    const from = origin?.name ?? TABLE;
    const remember = ({ id }: AppointmentRow): void => store.appointments.setSeen(id, uid ?? '', from, seen);
    if (known?.seen === ERASED_ENTRY) return imported(line, 'same', '');
    if (known !== null && (known.seen === seen || origin === null)) {
      // Read once by hand, and followed since.
      if (origin?.isWhole === true && known.origin !== from) remember(known);
      return imported(line, 'same', what);
    }
    if (entry.isCancelled) {
      if (known === null || !isLive(known.state)) return imported(line, 'same', what);
      remember(known);
      return this.#cancel(known, line);
    }
    const startsAt = instantOfWall(entry.date, entry.time, this.#context.calendar.zone);
    const alike = known === null && startsAt !== null ? store.appointments.alike(startsAt, number, name) : null;
    if (alike !== null && alike.uid === null && isSameName(alike.name, name)) {
      // There already, made by hand: from now on it is that entry.
      remember(alike);
      return imported(line, 'same', what);
    }
    if (known !== null && !isElsewhere(seenIn(known.seen), seenOf(entry))) {
      remember(this.#rename(known, entry));
      return imported(line, 'changed', what);
    }
    const place = this.#placeOf(entry, known);
    if (!place.ok) return notImported(line, what, place.error);
    if (known !== null) {
      remember(this.#update(known, entry, place.value));
      return imported(line, 'changed', what);
    }
    const row = appointments.write(place.value, { number, name, note, state: 'booked' });
    remember(row);
    appointments.announce(row, { ...NO_NEWS, events: appointments.happened(row, 'appointment-booked') });
    return imported(line, 'new', what);
  }

  /** There it is somebody else, or more is said of it; when it is has not changed there, and stays as it is here. */
  #rename(before: AppointmentRow, { number, name, note }: Entry): AppointmentRow {
    const { store } = this.#context;
    const { appointments, reminders } = this.#parts;
    const row = { ...before, number, name };
    const isOther = before.number !== number && isLive(before.state);
    const taken = isOther ? reminders.drop(before) : [];
    store.appointments.setCustomer(before.id, number, name, note || before.note);
    const planned = isOther ? reminders.plan(row) : [];
    appointments.announce(row, { ...NO_NEWS, messages: [...taken, ...planned] });
    return row;
  }

  #placeOf(entry: Entry, known: AppointmentRow | null): Result<AppointmentPlace> {
    const { catalogue, diary } = this.#parts;
    const { service, date, time, minutes } = entry;
    // Where it stood before, if that fits: it is not handed from one to the other for nothing.
    const all = entry.resources.length > 0 ? entry.resources : catalogue.doing(service.row);
    const resources = all.toSorted(
      (a, b) => Number(b.row === known?.resource_id) - Number(a.row === known?.resource_id),
    );
    let answer: Result<AppointmentPlace> = refuse('not-found', `Nobody does ${service.value.name}.`);
    for (const resource of resources) {
      answer = diary.placeFor({ service, resource, date, time, given: { minutes } }, known?.id ?? null);
      if (answer.ok) break;
    }
    return answer;
  }

  #update(before: AppointmentRow, entry: Entry, place: AppointmentPlace): AppointmentRow {
    const { store } = this.#context;
    const { appointments, reminders } = this.#parts;
    const { number, name, note } = entry;
    const isOther = before.number !== number;
    const taken = isOther ? reminders.drop(before) : [];
    store.appointments.setCustomer(before.id, number, name, note || before.note);
    const isMoved =
      before.starts_at !== place.starts_at || before.resource_id !== place.resource_id || !isLive(before.state);
    const isLonger = before.blocked_until !== place.blocked_until || before.service_id !== place.service_id;
    const row = { ...before, number, name };
    if (!isMoved && !isLonger && !isOther) {
      appointments.announce(row, NO_NEWS);
      return row;
    }
    const state = isMoved ? (appointmentAfter(before.state, 'move') ?? 'booked') : before.state;
    const { moved, taken: more } = appointments.place(row, place, state);
    const events = isMoved ? appointments.happened(moved, 'appointment-moved') : [];
    appointments.announce(moved, { ...NO_NEWS, messages: [...taken, ...more], events });
    return moved;
  }

  #cancel(row: AppointmentRow, line: number): ImportRowView {
    const { appointments } = this.#parts;
    const { changed, taken } = appointments.setState(row, 'cancelled');
    const events = appointments.happened(changed, 'appointment-cancelled');
    appointments.announce(changed, { ...NO_NEWS, messages: taken, events });
    return imported(line, 'cancelled', whatOf(row));
  }

  #ofRow({ line, values }: TableRow<Field>, defaults: ImportDefaults): Entry | ImportRowView {
    const { date = '', time = '', number = '', name = '', service = '', resource = '', note = '' } = values;
    const what = [date, time, name || number].filter((each) => each !== '').join(' ');
    const day = dateIn(date, MONTH_FIRST.has(this.#context.country()));
    // Day and time may stand in one.
    const at = timeIn(time) ?? (time === '' ? timeIn(date) : null);
    if (day === null || at === null)
      return notImported(line, what, { code: 'bad-input', message: 'The day or the time cannot be read.' });
    const party = number === '' ? null : parseRecipient(number, this.#context.country());
    if (number !== '' && party?.kind !== 'phone')
      return notImported(line, what, { code: 'bad-number', message: `“${number}” is no phone number.` });
    if (name === '' && party === null)
      return notImported(line, what, { code: 'nobody', message: 'Neither a name nor a number stands there.' });
    const kept = this.#serviceOf(service, defaults);
    if (!kept.ok) return notImported(line, what, kept.error);
    const resources = this.#resourcesOf(resource, defaults);
    if (!resources.ok) return notImported(line, what, resources.error);
    return {
      line,
      // A table has no UIDs: the same person at the same time for the same is the same, also read once more.
      uid: `${TABLE}:${party?.value ?? fold(name)}:${day}T${at}:${kept.value.row}`,
      date: day,
      time: at,
      minutes: null,
      number: party?.value ?? null,
      name: name.slice(0, LONGEST_NAME),
      note: note.slice(0, LONGEST_NOTE),
      service: kept.value,
      resources: resources.value,
      named: { service: kept.value.row, resource: resources.value[0]?.row ?? null },
      isCancelled: false,
    };
  }

  #ofEntry(entry: CalendarEntry, line: number, defaults: ImportDefaults): Entry | ImportRowView {
    const { uid, date, time, minutes, summary, details, isCancelled } = entry;
    const { catalogue } = this.#parts;
    const all = `${summary}\n${details}`;
    const what = `${date} ${time} ${summary}`.trim();
    const phone = phoneIn(summary, details, this.#context.country());
    if (phone === 'several')
      return notImported(line, what, {
        code: 'bad-number',
        message: 'Several telephone numbers stand there. Leave one in its heading.',
      });
    const named = longestIn(all, [...catalogue.services.values()]);
    const service = named ?? catalogue.services.get(rowOf('s', defaults.serviceId ?? '') ?? 0) ?? null;
    if (service === null)
      return notImported(line, what, {
        code: 'not-found',
        message: 'No service of the shop stands there. Choose one.',
      });
    const who = longestIn(all, [...catalogue.resources.values()]);
    const resource = who ?? catalogue.resources.get(rowOf('h', defaults.resourceId ?? '') ?? 0) ?? null;
    return {
      line,
      uid,
      date,
      time,
      minutes,
      number: phone.number,
      name: nameIn(summary, [service.value.name, resource?.value.name ?? '']),
      note: details.slice(0, LONGEST_NOTE),
      service,
      resources: resource === null ? [] : [resource],
      named: { service: named?.row ?? null, resource: who?.row ?? null },
      isCancelled,
    };
  }

  #serviceOf(written: string, { serviceId }: ImportDefaults): Result<Kept<Service>> {
    const all = [...this.#parts.catalogue.services.values()].filter(({ removed }) => !removed);
    const named = all.find(({ value }) => fold(value.name) === fold(written));
    if (named !== undefined) return ok(named);
    const chosen = all.find(({ row }) => idOf('s', row) === serviceId);
    if (chosen !== undefined && written === '') return ok(chosen);
    return written === ''
      ? refuse('not-found', 'It does not say which service it is. Choose one.')
      : refuse('not-found', `There is no service “${written}”. Enter it in the settings first.`);
  }

  #resourcesOf(written: string, { resourceId }: ImportDefaults): Result<readonly Kept<Resource>[]> {
    const all = [...this.#parts.catalogue.resources.values()].filter(({ removed }) => !removed);
    if (written === '') return ok(all.filter(({ row }) => idOf('h', row) === resourceId));
    const named = all.find(({ value }) => fold(value.name) === fold(written));
    return named === undefined
      ? refuse('not-found', `There is nobody called “${written}”. Enter them in the settings first.`)
      : ok([named]);
  }
}

/** The one with the longest name that stands in a text. */
function longestIn<T extends { readonly name: string }>(text: string, all: readonly Kept<T>[]): Kept<T> | null {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found = all.filter(
    ({ removed, value }) =>
      !removed &&
      folded.includes(
        ` ${fold(value.name)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()} `,
      ),
  );
  return found.toSorted((a, b) => b.value.name.length - a.value.name.length)[0] ?? null;
}

/** What is left of a heading without the number and the words that say what and with whom. */
function nameIn(summary: string, known: readonly string[]): string {
  let rest = summary.replaceAll(NUMBER, ' ');
  for (const words of known) {
    const at = words === '' ? -1 : rest.toLowerCase().indexOf(words.toLowerCase());
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + words.length)}`;
  }
  const name = rest
    .replace(/^[\s:,;|/()–—-]+|[\s:,;|/()–—-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return (name === '' ? summary : name).slice(0, LONGEST_NAME).toWellFormed();
}

/** An entry as it was read; where the file itself does not say with whom or what, null. */
type Seen = readonly [
  date: string,
  time: string,
  minutes: number | null,
  number: string | null,
  name: string,
  note: string,
  service: number | null,
  resource: number | null,
  isCancelled: boolean,
];

function seenOf({ date, time, minutes, number, name, note, named, isCancelled }: Entry): Seen {
  return [date, time, minutes, number, name, note, named.service, named.resource, isCancelled];
}

function seenIn(written: string | null): Seen | null {
  return written === null || written === GONE || written === ERASED_ENTRY ? null : (JSON.parse(written) as Seen);
}

/** It takes place otherwise than it did there. */
function isElsewhere(before: Seen | null, now: Seen): boolean {
  return before === null || [0, 1, 2, 6, 7, 8].some((field) => before[field] !== now[field]);
}

function isSameName(one: string, other: string): boolean {
  return one === '' || other === '' || fold(one) === fold(other);
}

function whatOf({ date, time, name, number }: Pick<AppointmentRow, 'date' | 'time' | 'name' | 'number'>): string {
  return [date, time, name || (number ?? '')].join(' ').trim();
}
