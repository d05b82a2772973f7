import { setImmediate } from 'node:timers/promises';
import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Resource, Service } from '../../shared/appointments.ts';
import type { ImportRowView, ImportView } from '../../shared/views.ts';
import type { CalendarEntry, CalendarReading } from '../../calendars/entries.ts';
import { UnreadableCalendarError, type CalendarReader } from '../../calendars/reader.ts';
import type { AppointmentRow } from '../../store/appointments.ts';
import type { DeskContext } from '../context.ts';
import { imported, importOf, MOST_ROWS, notImported } from '../imports/import-result.ts';
import { readTable, type TableRow } from '../imports/table.ts';
import { NAME_HEADINGS, PHONE_HEADINGS } from '../imports/headings.ts';
import { phoneToText } from '../imports/phone-cell.ts';
import { phoneIn } from '../imports/phone-in-words.ts';
import { dateIn, isMonthFirstIn, timeIn } from '../imports/wall-words.ts';
import { noteRow, problemRow, wholeDayNote } from './calendar-problems.ts';
import type { Kept } from './catalogue.ts';
import { ImportSteps, seenIn, whatOf, type Entry, type ImportParts, type Source } from './import-steps.ts';
import { instantOfWall } from './slots.ts';

const DAY = 24 * 3_600_000;
/** Farther ahead nobody plans, and what repeats for ever has to end. */
const LOOK_AHEAD_MS = 400 * DAY;
const LONGEST_NAME = 60;
const LONGEST_NOTE = 2_000;
const YES = /^(?:true|yes|y|1|x|wahr|ja|j|ein|vrai|oui|verdadero|si|vero|verdadeiro|sim|waar)$/;
const MONTH_FIRST: ReadonlySet<string> = new Set(['US']);
/** All that is followed is one calendar, in however many files. */
const FOLLOWED: Source = { name: 'followed', isFollowed: true, isTable: false };
/** In nameIn: what looks like a telephone number. */
const NUMBER = /(?:\+|00|0)\d[\d ()./-]{4,18}\d/g;

/** What each field may be called, folded. */
const HEADINGS = {
  date: [
    'date',
    'day',
    'datum',
    'tag',
    'fecha',
    'data',
    'start date',
    'beginn',
    'beginnt am',
    'startdatum',
    'date de debut',
    'fecha de inicio',
    'data inizio',
    'data de inicio',
    'begindatum',
    'appointment date',
    'termin',
  ],
  /** It may hold the day as well. */
  time: [
    'time',
    'start',
    'start time',
    'beginnt um',
    'startzeit',
    'starts at',
    'start at',
    'start date time',
    'date time',
    'appointment time',
    'beginnzeit',
    'heure de debut',
    'hora de inicio',
    'ora inizio',
    'begintijd',
    'from',
    'zeit',
    'uhrzeit',
    'von',
    'heure',
    'hora',
    'tijd',
    'ora',
  ],
  number: PHONE_HEADINGS,
  name: [
    ...NAME_HEADINGS,
    'subject',
    'betreff',
    'objet',
    'asunto',
    'oggetto',
    'assunto',
    'onderwerp',
    'title',
    'titel',
  ],
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
  wholeDay: [
    'all day event',
    'all day',
    'allday',
    'ganztagig',
    'ganztagiges ereignis',
    'ganztags',
    'journee entiere',
    'todo el dia',
    'giornata intera',
    'dia inteiro',
    'hele dag',
    'duurt hele dag',
  ],
} as const;
type Field = keyof typeof HEADINGS;

/** What is taken where the file does not say. */
export interface ImportDefaults {
  readonly serviceId: string | null;
  /** Null: whoever is free. */
  readonly resourceId: string | null;
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
  readonly #parts: ImportParts;
  readonly #reader: CalendarReader;
  readonly #steps: ImportSteps;
  /** One after the other: what one writes down the next has to see. */
  #queue: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(context: DeskContext, parts: ImportParts & { readonly calendars: CalendarReader }) {
    this.#context = context;
    this.#parts = parts;
    this.#reader = parts.calendars;
    this.#steps = new ImportSteps(context, parts, () => this.#isStopped);
  }

  /** What is under way ends with the slice it is at. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#queue;
  }

  /** @param isRehearsal what would come of it */
  table(text: string, defaults: ImportDefaults, isRehearsal: boolean): Promise<Result<ImportView>> {
    return this.#afterAnother(async () => {
      const table = readTable(text, HEADINGS);
      if (table === null || !(table.known.has('date') || table.known.has('time')))
        return refuse('no-table', 'This is no table with columns “date” and “time”. Save it as CSV, with headings.');
      if (table.rows.length > MOST_ROWS)
        return refuse('too-large', `More than ${MOST_ROWS} rows are too many at once.`);
      const timed = table.rows.filter(({ values }) => !YES.test(fold(values.wholeDay ?? '')));
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
        MONTH_FIRST.has(this.#context.country()),
      );
      const read = timed.map((row) => this.#ofRow(row, defaults, monthFirst));
      const rows = await this.#steps.take(read, { gone: [], source: SOURCE_OF_TABLES, isRehearsal });
      return ok(importOf(rows, table.unknown, wholeDayNote(wholeDays)));
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
      const rows = await this.#steps.take(named, { gone: [], source: SOURCE_OF_FILES, isRehearsal });
      return ok(
        importOf([...problems.map(problemRow), ...rows], [], [...wholeDayNote(wholeDays), ...notes.map(noteRow)]),
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
    texts: readonly string[],
    defaults: ImportDefaults,
    mayCancel: number | null = null,
  ): Promise<Result<FollowedView>> {
    return this.#afterAnother(async () => {
      const read = await this.#read(texts);
      if (!read.ok) return read;
      const { problems, notes, wholeDays, isComplete, held, notCalendars } = read.value;
      const entries = await this.#entriesFrom(read.value.entries, defaults);
      const uids = new Set([...read.value.entries.map(({ uid }) => uid), ...held]);
      // What is there and cannot be read is not gone.
      const isThere = (uid: string): boolean => uids.has(uid) || uids.has(uid.replace(/\/[^/]*$/, ''));
      const { missing: notThere, booked } = await this.#missing(isThere);
      const missing = isComplete ? notThere : [];
      if (isComplete && uids.size === 0 && missing.length > 0)
        return refuse(
          'empty-calendar',
          'The calendar holds nothing any more. Nothing was called off: look whether that is so.',
        );
      const canceling = await this.#canceling(entries);
      const all = [...missing, ...canceling.map(([, row]) => row)];
      const isWaiting = isMany(all.length, booked) && mayCancel !== all.length;
      const kept = new Set(isWaiting ? canceling.map(([entry]) => entry) : []);
      const rows = await this.#steps.take(
        entries.filter((each) => 'outcome' in each || !kept.has(each)),
        { gone: isWaiting ? [] : missing, source: FOLLOWED, isRehearsal: false },
      );
      const waiting = isWaiting ? all.map((row) => imported(0, 'cancelled', whatOf(row))) : [];
      const told = [...wholeDayNote(wholeDays), ...notes.map(noteRow)];
      const view = importOf([...problems.map(problemRow), ...rows], [], told);
      return ok({ ...view, waiting, isIncomplete: !isComplete, notCalendars });
    });
  }

  #afterAnother<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => {});
    return done;
  }

  async #read(texts: readonly string[]): Promise<Result<CalendarReading>> {
    const { clock, calendar, logger } = this.#context;
    const from = clock.now();
    try {
      const reading = await this.#reader.entries({ texts, zone: calendar.zone, from, until: from + LOOK_AHEAD_MS });
      return reading.notCalendars === texts.length
        ? refuse('no-calendar', 'This is no calendar file. Export one as iCalendar (.ics) from the other program.')
        : ok(reading);
    } catch (error) {
      if (!(error instanceof UnreadableCalendarError)) throw error;
      logger.warn({ error: String(error) }, 'a calendar could not be read in time');
      return refuse(
        'too-large',
        'This calendar takes too long to read. Export fewer years or fewer calendars at once.',
      );
    }
  }

  /** What came out of the calendar that is followed, lies ahead there, and is in it no more; and how much comes from there in all. */
  async #missing(isThere: (uid: string) => boolean): Promise<{ missing: readonly AppointmentRow[]; booked: number }> {
    const { store, clock, calendar } = this.#context;
    const now = clock.now();
    const missing: AppointmentRow[] = [];
    let booked = 0;
    for (let after = { startsAt: now, id: Number.MAX_SAFE_INTEGER }; ;) {
      const page = store.appointments.comingFrom(FOLLOWED.name, after, READ_AT_ONCE);
      booked += page.length;
      for (const row of page) {
        const there = seenIn(row.seen);
        // Moved here since: what is over there has not been taken out of it.
        const at = there === null ? null : instantOfWall(there[0], there[1], calendar.zone);
        if (!isThere(row.uid ?? '') && at !== null && at > now) missing.push(row);
      }
      const last = page.at(-1);
      if (last === undefined || page.length < READ_AT_ONCE) return { missing, booked };
      after = { startsAt: last.starts_at, id: last.id };
      await setImmediate();
    }
  }

  /** Entries that say themselves that they are canceled, with what each would cancel. */
  async #canceling(
    entries: readonly (Entry | ImportRowView)[],
  ): Promise<readonly (readonly [entry: Entry, row: AppointmentRow])[]> {
    const found: (readonly [Entry, AppointmentRow])[] = [];
    for (const [i, each] of entries.entries()) {
      if (!('outcome' in each))
        found.push(...this.#steps.canceledBy(each, FOLLOWED).map((row) => [each, row] as const));
      if (i % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    }
    return found;
  }

  /** Many entries say the same of who comes for what: an entry that repeats is understood once. */
  async #entriesFrom(
    entries: readonly CalendarEntry[],
    defaults: ImportDefaults,
  ): Promise<readonly (Entry | ImportRowView)[]> {
    const known = new Map<string, Result<Understood>>();
    const all: (Entry | ImportRowView)[] = [];
    for (const entry of entries) {
      const { uid, date, time, minutes, summary, details, isCancelled } = entry;
      const said = `${summary}\0${details}`;
      const understood = known.get(said) ?? this.#understood(entry, defaults);
      known.set(said, understood);
      const line = all.length + 1;
      all.push(
        understood.ok
          ? { ...understood.value, line, uid, date, time, minutes, isCancelled }
          : notImported(line, `${date} ${time} ${summary}`.trim(), understood.error),
      );
      if (line % READ_AT_ONCE === 0) await setImmediate();
    }
    return all;
  }

  #ofRow({ line, values }: TableRow<Field>, defaults: ImportDefaults, monthFirst: boolean): Entry | ImportRowView {
    const { date = '', time = '', number = '', name = '', service = '', resource = '', note = '' } = values;
    const what = [date, time, name || number].filter((each) => each !== '').join(' ');
    const day = dateIn(date === '' ? time : date, monthFirst);
    // Day and time may stand in one.
    const at = timeIn(time) ?? (time === '' ? timeIn(date) : null);
    if (day === null || at === null)
      return notImported(line, what, { code: 'bad-input', message: 'The day or the time cannot be read.' });
    const phone = number === '' ? null : phoneToText(number, this.#context.country());
    if (number !== '' && phone === null)
      return notImported(line, what, { code: 'bad-number', message: `“${number}” is no phone number.` });
    if (name === '' && phone === null)
      return notImported(line, what, { code: 'nobody', message: 'Neither a name nor a number stands there.' });
    const kept = this.#serviceOf(service, defaults);
    if (!kept.ok) return notImported(line, what, kept.error);
    const resources = this.#resourcesOf(resource, defaults);
    if (!resources.ok) return notImported(line, what, resources.error);
    return {
      line,
      // A table has no UIDs: the same person at the same time for the same is the same, also read once more.
      uid: `${SOURCE_OF_TABLES.name}:${phone ?? fold(name)}:${day}T${at}:${kept.value.row}`,
      date: day,
      time: at,
      minutes: null,
      number: phone,
      name: name.slice(0, LONGEST_NAME),
      note: note.slice(0, LONGEST_NOTE),
      service: kept.value,
      resources: resources.value,
      named: { service: kept.value.row, resource: resources.value[0]?.row ?? null },
      isCancelled: false,
    };
  }

  /** Who comes for what to whom, as far as an entry says it. */
  #understood({ summary, details }: CalendarEntry, defaults: ImportDefaults): Result<Understood> {
    const { catalogue } = this.#parts;
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
      note: details.slice(0, LONGEST_NOTE),
      service,
      resources: resource === null ? [] : [resource],
      named: { service: named?.row ?? null, resource: who?.row ?? null },
    });
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
  return (name === '' ? summary : name).slice(0, LONGEST_NAME).toWellFormed();
}
