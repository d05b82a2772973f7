import { setImmediate } from 'node:timers/promises';
import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import type { AppointmentField } from '../../shared/import-words.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import {
  LONGEST_APPOINTMENT_NAME,
  LONGEST_APPOINTMENT_NOTE,
  type Resource,
  type Service,
} from '../../shared/appointments.ts';
import type { ImportRowView, ImportView } from '../imports/contract.ts';
import type { CalendarEntry, CalendarReading, CalendarRequest } from '../../calendars/entries.ts';
import { ianaZone, Zones } from '../../calendars/time-zones.ts';
import { ERASED_ENTRY, type AppointmentRow } from '../../store/appointments.ts';
import type { DeskContext } from '../../core/context.ts';
import { imported, importOf, MOST_ROWS, notImported } from '../imports/import-result.ts';
import { plainHeading, type TableRow } from '../imports/table.ts';
import { TOO_LARGE_TABLE, tryToRead } from '../imports/try-to-read.ts';
import { phoneToText } from '../imports/phone-cell.ts';
import { phoneIn } from '../imports/phone-in-words.ts';
import {
  dateIn,
  isMonthFirstCountry,
  isMonthFirstIn,
  saysNo,
  saysSince,
  saysYes,
  timeIn,
  wallOfInstant,
} from '../imports/wall-words.ts';
import { noteRow, problemRow, wholeDayNote } from './calendar-problems.ts';
import type { Kept } from './service-catalog.ts';
import { EntryMatching } from './entry-matching.ts';
import { FOLLOWED_NAME, ImportSteps, whatOf, type Entry, type ImportDeps, type Source } from './import-steps.ts';
import { seriesOf } from './occurrences.ts';
import { GONE, seenIn } from './seen.ts';
import type { Slices } from '../../core/slices.ts';
import { instantOfWall } from './slots.ts';

const DAY = 24 * 3_600_000;
/** Farther ahead nobody plans, and what repeats for ever has to end. */
const LOOK_AHEAD_MS = 400 * DAY;
/** All that is followed is one calendar, in however many files. */
const FOLLOWED: Source = { name: FOLLOWED_NAME, isFollowed: true, isTable: false };
/** What programs write beside an appointment that does not take place, folded. */
const CANCELED =
  /(?<!(?:not|nicht|non|no|niet|nie)\s)(?:cancell?ed|storniert|abgesagt|annule|annullat|anulad|cancelad|anulowan|odwolan|geannuleerd|afgezegd|disdett|declined)|no[ -]?show|nicht erschienen|did not attend|^(?:dna|absent|absente)$/;
const LONGEST_ZONE = 80;
/** Tables describe none. */
const ZONES = new Zones();
/** The same, where nothing else stands there. */
const OFF =
  /^(?:storno|gecancelt|gecanceld|cancellat[oa]|rejected|deleted|removed|expired|entfallt|fallt aus|ausgefallen|geloscht|abgelehnt|ruckgangig gemacht|iptal(?: edildi)?|zruseno|aflyst|avbokad|torolve)$/;
/** What clocks of a wall call their zone. */
const SPOKEN_ZONES: Readonly<Record<string, string>> = {
  mez: 'Europe/Berlin',
  mesz: 'Europe/Berlin',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  bst: 'Europe/London',
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
};
/** In nameIn: what looks like a telephone number. */
const NUMBER = /(?:\+|00|0)\d[\d ()./-]{4,18}\d/g;

type Field = AppointmentField;

/** What is taken where the file does not say. */
export interface ImportDefaults {
  readonly serviceId: string | null;
  /** Null: whoever is free. */
  readonly resourceId: string | null;
}

export interface TableDefaults extends ImportDefaults {
  /** What a person says that each column holds; null: by the headings. */
  readonly columns?: readonly (AppointmentField | null)[] | null;
}

const SOURCE_OF_TABLES: Source = { name: 'table', isFollowed: false, isTable: true };
/** Who comes for what to whom. */
type Understood = Pick<Entry, 'number' | 'name' | 'note' | 'service' | 'resources' | 'named'>;

const SOURCE_OF_FILES: Source = { name: 'file', isFollowed: false, isTable: false };

/** Of a calendar's entries, or of the book; then the desk has its turn. */
const READ_AT_ONCE = 500;

/** More cancellations than this in one reading, or than a tenth of what is booked from there, wait for a person. */
const MOST_CANCELLATIONS = 5;
const MOST_CANCELLATIONS_SHARE = 0.1;

/** What came of a calendar that is followed. */
export interface FollowedView extends ImportView {
  /** What would be canceled, and waits until a person confirms it. */
  readonly waiting: readonly ImportRowView[];
  /** Not all of it could be read: nothing that is missing was canceled. */
  readonly isIncomplete: boolean;
  /** How many of the files are no calendar. */
  readonly notCalendars: number;
}

/**
 * Appointments out of a table or out of another program's calendar. Nobody is told of them by text: they were made elsewhere. Reminders
 * leave as for any other.
 */
export class AppointmentImport {
  readonly #context: DeskContext;
  readonly #deps: ImportDeps;
  readonly #steps: ImportSteps;
  readonly #slices: Slices;
  /** One after the other: what one writes down the next has to see. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(context: DeskContext, deps: ImportDeps & { readonly slices: Slices }) {
    this.#context = context;
    this.#deps = deps;
    this.#steps = new ImportSteps(context, deps, deps.slices);
    this.#slices = deps.slices;
  }

  /** What is under way ends when its slices do. */
  async stop(): Promise<void> {
    await this.#queue;
  }

  /** @param isRehearsal what would come of it */
  table(
    text: string,
    { columns = null, ...defaults }: TableDefaults,
    isRehearsal: boolean,
  ): Promise<Result<ImportView>> {
    return this.#afterAnother(async () => {
      const { parse, logger } = this.#context;
      const found = await tryToRead(parse('appointments', text, columns), logger, TOO_LARGE_TABLE);
      if (!found.ok) return found;
      const table = found.value;
      if (table === null || !(table.known.has('date') || table.known.has('time')))
        return refuse('no-table', 'This is no table with columns “date” and “time”. Save it as CSV, with headings.', {
          columns: table?.columns ?? [],
        });
      if (table.rows.length > MOST_ROWS)
        return refuse('too-large', `More than ${MOST_ROWS} rows are too many at once.`);
      const timed = table.rows.filter(({ values }) => !saysYes(values.wholeDay ?? ''));
      const wholeDays = table.rows.length - timed.length;
      if (timed.length === 0 && wholeDays > 0)
        return refuse(
          'whole-days-only',
          'This table holds whole days only, no appointments. Import them under Holidays.',
          {
            count: wholeDays,
          },
        );
      const monthFirst = isMonthFirstIn(
        timed.map(({ values }) => values.date ?? values.time ?? ''),
        isMonthFirstCountry(this.#context.country()),
      );
      const read = await this.#slices.reckon(timed, (row) => this.#ofRow(row, defaults, monthFirst));
      const matching = new EntryMatching(this.#context, this.#slices);
      // With another column it may be known by more than it was.
      const renamed = await matching.renamed(read, null, { alsoCanceled: true });
      const rows = await this.#steps.take(read, { gone: [], renamed, matching, source: SOURCE_OF_TABLES, isRehearsal });
      const cells = new Map(timed.map((row) => [row.line, [row.cells]]));
      return ok(
        await importOf(this.#slices, rows, {
          notes: wholeDayNote(wholeDays),
          table,
          rowsOf: (line) => cells.get(line) ?? [],
        }),
      );
    });
  }

  /** A calendar file that is read once: what it does not hold is left alone. Matched by UID with what was read before. */
  calendar(text: string, defaults: ImportDefaults, isRehearsal: boolean): Promise<Result<ImportView>> {
    return this.#afterAnother(async () => {
      const read = await this.#read([text]);
      if (!read.ok) return read;
      const { entries, problems, notes, wholeDays } = read.value;
      if (entries.length + problems.length === 0)
        return wholeDays > 0
          ? refuse(
              'whole-days-only',
              'This calendar holds whole days only, no appointments. Import them under Holidays.',
              { count: wholeDays },
            )
          : refuse('nothing-ahead', 'No appointment in this calendar lies ahead. Choose one with coming appointments.');
      const named = await this.#entriesFrom(entries, defaults);
      const matching = new EntryMatching(this.#context, this.#slices);
      const renamed = await matching.renamed(named, null);
      const rows = await this.#steps.take(named, { gone: [], renamed, matching, source: SOURCE_OF_FILES, isRehearsal });
      return ok(
        await importOf(this.#slices, [...problems.map(problemRow), ...rows], {
          notes: [...wholeDayNote(wholeDays), ...notes.map(noteRow)],
        }),
      );
    });
  }

  /**
   * A calendar that is read again and again: what has not changed there since is left as it stands here, what it no longer holds is
   * canceled, if all of it could be read and it is not much at once.
   * @param texts of one calendar, however many files it is in: of two that hold the same entry the last one counts
   * @param mayCancel so many a person has agreed to; null: nobody was asked
   */
  follow(
    texts: CalendarRequest['texts'],
    defaults: ImportDefaults,
    mayCancel: number | null = null,
  ): Promise<Result<FollowedView>> {
    return this.#afterAnother(async () => {
      const read = await this.#read(texts);
      if (!read.ok) return read;
      const { problems, notes, wholeDays, isComplete, held, notCalendars } = read.value;
      const entries = await this.#entriesFrom(read.value.entries, defaults);
      const isThere = isThereIn(read.value.entries, held);
      const booked = await this.#followed();
      const matching = new EntryMatching(this.#context, this.#slices);
      const renamed = await matching.renamed(entries, booked);
      await setImmediate();
      const known = new Set([...renamed.values()].map(({ id }) => id));
      const canceling = (await this.#canceling(entries, matching)).filter(([, row]) => !known.has(row.id));
      const meant = await this.#slices.reckon(entries, (each) => ('outcome' in each ? [] : matching.meantBy(each)));
      const spokenOf = new Set([
        ...known,
        ...[...meant.flat(), ...canceling.map(([, row]) => row)].map(({ id }) => id),
      ]);
      const without = await this.#rename(renamed);
      const notThere = await this.#notThere(booked, (row) => without.has(row.id) || !isThere(row.uid ?? ''));
      const missing = isComplete ? notThere.filter(({ id }) => !spokenOf.has(id)) : [];
      if (isComplete) await this.#forgetOff(isThere, known);
      if (read.value.entries.length + held.length === 0 && missing.length > 0)
        return refuse(
          'empty-calendar',
          'The calendar holds nothing any more. Nothing was called off: look whether that is so.',
        );
      const all = [...missing, ...canceling.map(([, row]) => row)];
      const isWaiting = isMany(all.length, booked.length) && mayCancel !== all.length;
      const kept = new Set(isWaiting ? canceling.map(([entry]) => entry) : []);
      const rows = await this.#steps.take(
        entries.filter((each) => 'outcome' in each || !kept.has(each)),
        { gone: isWaiting ? [] : missing, matching, spared: known, source: FOLLOWED, isRehearsal: false },
      );
      const waiting = isWaiting ? all.map((row) => imported(0, 'cancelled', whatOf(row))) : [];
      const told = [...wholeDayNote(wholeDays), ...notes.map(noteRow)];
      const view = await importOf(this.#slices, [...problems.map(problemRow), ...rows], { notes: told });
      return ok({ ...view, waiting, isIncomplete: !isComplete, notCalendars });
    });
  }

  #afterAnother<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => {});
    return done;
  }

  async #read(texts: CalendarRequest['texts']): Promise<Result<CalendarReading>> {
    const { clock, calendar, logger, parse } = this.#context;
    const from = clock.now();
    const read = await tryToRead(
      parse('entries', { texts, zone: calendar.zone, from, until: from + LOOK_AHEAD_MS }),
      logger,
      'This calendar takes too long to read. Export fewer years or fewer calendars at once.',
    );
    return read.ok && read.value.notCalendars === texts.length
      ? refuse('no-calendar', 'This is no calendar file. Export one as iCalendar (.ics) from the other program.')
      : read;
  }

  /** All to come that came out of the calendar that is followed. */
  async #followed(): Promise<readonly AppointmentRow[]> {
    const { store, clock } = this.#context;
    const rows: AppointmentRow[] = [];
    for (let after = { startsAt: clock.now(), id: Number.MAX_SAFE_INTEGER }; ;) {
      const page = store.appointments.comingFrom(FOLLOWED.name, after, READ_AT_ONCE);
      rows.push(...page);
      const last = page.at(-1);
      if (last === undefined || page.length < READ_AT_ONCE) return rows;
      after = { startsAt: last.starts_at, id: last.id };
      await setImmediate();
    }
  }

  /** Those of them that lie ahead there and are not in the calendar any more. */
  async #notThere(
    booked: readonly AppointmentRow[],
    isGone: (row: AppointmentRow) => boolean,
  ): Promise<readonly AppointmentRow[]> {
    const { clock, calendar } = this.#context;
    const now = clock.now();
    const gone = await this.#slices.reckon(booked, (row) => {
      if (!isGone(row)) return false;
      // Moved here since: what is over there has not been taken out of it.
      const there = seenIn(row.seen);
      const at = there === null ? null : instantOfWall(there[0], there[1], calendar.zone);
      return at !== null && at > now;
    });
    return booked.filter((_, i) => gone[i] === true);
  }

  /** What was canceled here and is not there any more: when it is there again it counts as new. */
  async #forgetOff(isThere: (uid: string) => boolean, known: ReadonlySet<number>): Promise<void> {
    const { store, clock } = this.#context;
    const off = store.appointments.offFrom(FOLLOWED.name, clock.now());
    await this.#slices.write(off, ({ id, uid }) => {
      const row = isThere(uid ?? '') || known.has(id) ? null : store.appointments.byId(id);
      if (row !== null && seenIn(row.seen) !== null)
        store.appointments.setSeen(id, row.uid ?? '', row.origin ?? FOLLOWED.name, GONE);
    });
  }

  /**
   * From now on they are known by the UIDs that the calendar gives them. Another one that had the UID has none there any more.
   * @returns the ids of those
   */
  async #rename(renamed: ReadonlyMap<Entry, AppointmentRow>): Promise<ReadonlySet<number>> {
    const { appointments } = this.#context.store;
    const without = new Set<number>();
    await this.#slices.write([...renamed], ([{ uid }, { id }]) => {
      // As it is by now: its customer may have been erased since.
      const row = appointments.byId(id);
      if (row === null || row.seen === ERASED_ENTRY) return;
      const holder = appointments.byUid(uid);
      if (holder !== null && holder.id !== id) {
        appointments.setSeen(
          holder.id,
          `${uid}#replaced-${holder.id}`,
          holder.origin ?? FOLLOWED.name,
          holder.seen ?? '',
        );
        without.add(holder.id);
      }
      appointments.setSeen(id, uid, FOLLOWED.name, row.seen ?? GONE);
      without.delete(id);
    });
    return without;
  }

  /** Entries that say themselves that they are canceled, with what each would cancel. */
  async #canceling(
    entries: readonly (Entry | ImportRowView)[],
    matching: EntryMatching,
  ): Promise<readonly (readonly [entry: Entry, row: AppointmentRow])[]> {
    const found = await this.#slices.reckon(entries, (each) =>
      'outcome' in each ? [] : this.#steps.canceledBy(each, FOLLOWED, matching).map((row) => [each, row] as const),
    );
    return found.flat();
  }

  /** Many entries say the same of who comes for what: an entry that repeats is understood once. */
  async #entriesFrom(
    entries: readonly CalendarEntry[],
    defaults: ImportDefaults,
  ): Promise<readonly (Entry | ImportRowView)[]> {
    const known = new Map<string, Result<Understood>>();
    let line = 0;
    return this.#slices.reckon(entries, (entry) => {
      const { uid, occurrence, date, time, minutes, summary, details, isCancelled } = entry;
      const said = `${summary}\0${details}`;
      const asRead = known.get(said) ?? this.#understood(entry, defaults);
      known.set(said, asRead);
      const understood = asRead.ok || !isCancelled ? asRead : this.#ofNobody(summary, asRead);
      line += 1;
      return understood.ok
        ? { ...understood.value, line, uid, occurrence, date, time, minutes, isCancelled }
        : notImported(line, `${date} ${time} ${summary}`.trim(), understood.error);
    });
  }

  /** What is canceled need not say once more who comes for what (RFC 5546 §3.2.5): its UID does. */
  #ofNobody(summary: string, otherwise: Result<Understood>): Result<Understood> {
    const [service] = this.#deps.catalogue.services.values();
    if (service === undefined) return otherwise;
    return ok({
      number: null,
      name: summary,
      note: '',
      service,
      resources: [],
      named: { service: null, resource: null },
    });
  }

  #ofRow({ line, values }: TableRow<Field>, defaults: ImportDefaults, monthFirst: boolean): Entry | ImportRowView {
    const { date = '', time = '', service = '', resource = '', note = '', zone = '' } = values;
    const what = [date, time, values.name ?? values.number ?? ''].filter((each) => each !== '').join(' ');
    // Of a booking page that writes in UTC, or with its offset, the same moment on the shop's wall.
    const moment = wallOfInstant(time || date, this.#context.calendar.zone);
    const day = moment?.date ?? dateIn(date === '' ? time : date, monthFirst);
    // Day and time may stand in one.
    const at = moment?.time ?? timeIn(time) ?? (time === '' ? timeIn(date) : null);
    if (day === null || at === null)
      return notImported(line, what, { code: 'bad-input', message: 'The day or the time cannot be read.' });
    const there =
      saysNo(zone) || zone === '' || moment !== null ? { date: day, time: at } : this.#onOwnWall(day, at, zone);
    if (there === null)
      return notImported(line, what, { code: 'bad-input', message: `The time zone “${zone}” is not known.` });
    // `-`, `none`: without a digit it is none at all.
    const number = /\d/.test(values.number ?? '') ? (values.number ?? '') : '';
    const written = number === '' ? null : phoneToText(number, this.#context.country());
    if (number !== '' && written === null)
      return notImported(line, what, { code: 'bad-number', message: `“${number}” is no phone number.` });
    const { phone, name } = this.#whoIn(values.name ?? '', note, written);
    if (name === '' && phone === null)
      return notImported(line, what, { code: 'nobody', message: 'Neither a name nor a number stands there.' });
    const kept = this.#serviceOf(service, defaults);
    if (!kept.ok) return notImported(line, what, kept.error);
    const resources = this.#resourcesOf(resource, defaults);
    if (!resources.ok) return notImported(line, what, resources.error);
    return {
      line,
      // A table has no UIDs: the same person at the same time for the same, with the same, is the same, also read once more.
      uid: [
        SOURCE_OF_TABLES.name,
        phone ?? '',
        fold(name),
        `${there.date}T${there.time}`,
        kept.value.row,
        resource === '' ? '' : (resources.value[0]?.row ?? ''),
      ].join(':'),
      occurrence: null,
      date: there.date,
      time: there.time,
      minutes: null,
      number: phone,
      name: name.slice(0, LONGEST_APPOINTMENT_NAME),
      note: note.slice(0, LONGEST_APPOINTMENT_NOTE),
      service: kept.value,
      resources: resources.value,
      named: { service: kept.value.row, resource: resources.value[0]?.row ?? null },
      isCancelled:
        CANCELED.test(fold(values.status ?? '')) ||
        OFF.test(plainHeading(values.status ?? '')) ||
        saysSince(values.canceled ?? '') ||
        CANCELED.test(fold(values.canceled ?? '')),
    };
  }

  /** Where no number stands in a column of its own it may stand among the words, as in a calendar. */
  #whoIn(name: string, note: string, phone: string | null): { readonly phone: string | null; readonly name: string } {
    if (phone !== null) return { phone, name };
    const found = phoneIn(name, note, this.#context.country());
    if (found === 'several' || found.number === null) return { phone: null, name };
    return { phone: found.number, name: nameIn(name, []) };
  }

  /** A wall time of another zone on the shop's wall; null: nobody knows that zone. */
  #onOwnWall(date: string, time: string, zone: string): { readonly date: string; readonly time: string } | null {
    // `(GMT+01:00) Berlin`, `Europe/Berlin (CET)`, `Eastern Time - US & Canada`.
    const [, offset = ''] = /^\(((?:GMT|UTC)[+-]\d{1,2}:?\d{2})\)/.exec(zone) ?? [];
    const plain = zone.slice(0, LONGEST_ZONE).replace(/\(.*$/, '').trim();
    const spoken = SPOKEN_ZONES[fold(plain).replace(/ - .*$/, '')];
    const from = ZONES.named(offset || (spoken ?? plain));
    if (from === null) return null;
    const wall = new Date(
      ianaZone(this.#context.calendar.zone).wallOf(from.instantOf(Date.parse(`${date}T${time}Z`))),
    ).toJSON();
    return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
  }

  /** Who comes for what to whom, as far as an entry says it. */
  #understood({ summary, details }: CalendarEntry, defaults: ImportDefaults): Result<Understood> {
    const { catalogue } = this.#deps;
    const all = `${summary}\n${details}`;
    const phone = phoneIn(summary, details, this.#context.country());
    if (phone === 'several')
      return refuse('bad-number', 'Several telephone numbers stand there. Leave one in its heading.');
    const named = longestIn(all, [...catalogue.services.values()]);
    const service = named ?? catalogue.services.get(rowOf('s', defaults.serviceId ?? '') ?? 0) ?? null;
    if (service === null) return refuse('not-found', 'No service of the shop stands there. Choose one.');
    const who = longestIn(all, [...catalogue.resources.values()]);
    const resource = who ?? catalogue.resources.get(rowOf('h', defaults.resourceId ?? '') ?? 0) ?? null;
    return ok({
      number: phone.number,
      name: nameIn(summary, [service.value.name, resource?.value.name ?? '']),
      note: details.slice(0, LONGEST_APPOINTMENT_NOTE),
      service,
      resources: resource === null ? [] : [resource],
      named: { service: named?.row ?? null, resource: who?.row ?? null },
    });
  }

  #serviceOf(written: string, { serviceId }: ImportDefaults): Result<Kept<Service>> {
    const all = [...this.#deps.catalogue.services.values()].filter(({ removed }) => !removed);
    const named = all.find(({ value }) => fold(value.name) === fold(written));
    if (named !== undefined) return ok(named);
    const chosen = all.find(({ row }) => idOf('s', row) === serviceId);
    if (chosen !== undefined && written === '') return ok(chosen);
    return written === ''
      ? refuse('not-found', 'It does not say which service it is. Choose one.')
      : refuse('not-found', `There is no service “${written}”. Enter it in the settings first.`);
  }

  #resourcesOf(written: string, { resourceId }: ImportDefaults): Result<readonly Kept<Resource>[]> {
    const all = [...this.#deps.catalogue.resources.values()].filter(({ removed }) => !removed);
    if (written === '') return ok(all.filter(({ row }) => idOf('h', row) === resourceId));
    const named = all.find(({ value }) => fold(value.name) === fold(written));
    return named === undefined
      ? refuse('not-found', `There is nobody called “${written}”. Enter them in the settings first.`)
      : ok([named]);
  }
}

/** What is there and cannot be read is not gone, nor is any of its occurrences. */
function isThereIn(entries: readonly CalendarEntry[], held: readonly string[]): (uid: string) => boolean {
  const [uids, unread] = [new Set(entries.map(({ uid }) => uid)), new Set(held)];
  return (uid) => {
    if (uids.has(uid)) return true;
    // Where several series have one UID the key of each holds the time it begins with as well.
    for (let each = uid; ; each = seriesOf(each))
      if (unread.has(each) || each === seriesOf(each)) return unread.has(each);
  };
}

/** One at a time is a day's work; a tenth of the book, or more than a handful, is more likely a mistake. */
function isMany(cancellations: number, booked: number): boolean {
  if (cancellations > MOST_CANCELLATIONS) return true;
  return cancellations > 1 && cancellations > MOST_CANCELLATIONS_SHARE * booked;
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
  return (name === '' ? summary : name).slice(0, LONGEST_APPOINTMENT_NAME).toWellFormed();
}
