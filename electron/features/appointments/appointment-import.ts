import { DAY } from '../../shared/durations.ts';
import { type ImportDefaults, SOURCE_OF_TABLES, EntryReader } from './entry-reader.ts';
import { setImmediate } from 'node:timers/promises';
import type { AppointmentField } from '../../shared/import-words.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ImportRowDto, ImportDto } from '../imports/contract.ts';
import type { CalendarEntry, CalendarReading, CalendarRequest } from '../../calendars/entries.ts';
import type { AppointmentRow } from './repository.ts';
import { ERASED_ENTRY } from '../../shared/appointments.ts';
import type { DeskContext } from '../../core/context.ts';
import { MOST_ROWS } from '../imports/table.ts';
import { imported, importOf } from '../imports/import-result.ts';
import { tryToRead } from '../imports/try-to-read.ts';
import { isMonthFirstCountry, isMonthFirstIn, saysYes } from '../imports/wall-words.ts';
import { noteRow, problemRow, wholeDayNote } from './calendar-problems.ts';
import { EntryMatching } from './entry-matching.ts';
import { FOLLOWED_NAME, ImportSteps, type ImportDeps } from './import-steps.ts';
import type { Entry } from './entry.ts';
import { whatOf, type Source } from './import-entry.ts';
import { seriesOf } from './occurrences.ts';
import { GONE, seenIn } from './seen.ts';
import type { Slices } from '../../core/slices.ts';
import { instantOfWall } from './slots.ts';

/** Nobody plans further ahead than this, and a series that repeats forever has to end somewhere. */
const LOOK_AHEAD_MS = 400 * DAY;
/** Everything that is followed counts as one calendar, no matter how many files it is in. */
const FOLLOWED: Source = { name: FOLLOWED_NAME, isFollowed: true, isTable: false };

export interface TableDefaults extends ImportDefaults {
  /** What a person says each column holds; null if the headings decide. */
  readonly columns?: readonly (AppointmentField | null)[] | null;
}

const SOURCE_OF_FILES: Source = { name: 'file', isFollowed: false, isTable: false };

/** This many calendar entries or appointments are read at once; then the desk gets its turn. */
const READ_AT_ONCE = 500;

/**
 * If one reading would cancel more than this many, or more than a tenth of what the calendar has booked, a person must confirm.
 */
const MOST_CANCELLATIONS = 5;
const MOST_CANCELLATIONS_SHARE = 0.1;

/** The result of reading a calendar that is followed. */
export interface FollowedDto extends ImportDto {
  /** The appointments that would be canceled and wait until a person confirms it. */
  readonly waiting: readonly ImportRowDto[];
  /** Part of the calendar could not be read, so nothing that is missing was canceled. */
  readonly isIncomplete: boolean;
  /** How many of the files are not calendars. */
  readonly notCalendars: number;
}

/**
 * Imports appointments from a table or from another program's calendar. Customers get no text about them because they were booked
 * elsewhere. Their reminders leave like any other.
 */
export class AppointmentImport {
  readonly #context: DeskContext;
  readonly #steps: ImportSteps;
  readonly #slices: Slices;
  /** Imports run one after the other because each has to see what the one before has written. */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #reader: EntryReader;

  constructor(context: DeskContext, deps: ImportDeps & { readonly slices: Slices }) {
    this.#context = context;
    this.#steps = new ImportSteps(context, deps, deps.slices);
    this.#slices = deps.slices;
    this.#reader = new EntryReader(context, deps, deps.slices);
  }

  /** The import under way ends with its current slices. */
  async stop(): Promise<void> {
    await this.#queue;
  }

  /** @param isDryRun only say what the import would do */
  table(text: string, { columns = null, ...defaults }: TableDefaults, isDryRun: boolean): Promise<Result<ImportDto>> {
    return this.#afterAnother(async () => {
      const { parse, logger } = this.#context;
      const found = await tryToRead(parse('appointments', text, columns), logger, 'too-large.table');
      if (!found.ok) return found;
      const table = found.value;
      if (table === null || !(table.known.has('date') || table.known.has('time')))
        return refuse('no-table.appointments', { columns: table?.columns ?? [] });
      if (table.rows.length > MOST_ROWS) return refuse('too-large', { most: MOST_ROWS });
      const timed = table.rows.filter(({ values }) => !saysYes(values.wholeDay ?? ''));
      const wholeDays = table.rows.length - timed.length;
      if (timed.length === 0 && wholeDays > 0) return refuse('whole-days-only.table', { count: wholeDays });
      const monthFirst = isMonthFirstIn(
        timed.map(({ values }) => values.date ?? values.time ?? ''),
        isMonthFirstCountry(this.#context.country()),
      );
      const read = await this.#slices.reckon(timed, (row) => this.#reader.ofRow(row, defaults, monthFirst));
      const matching = new EntryMatching(this.#context, this.#slices);
      // With another column chosen, an appointment may already be known by a UID that was built from more fields.
      const renamed = await matching.renamed(read, null, { alsoCanceled: true });
      const rows = await this.#steps.take(read, { gone: [], renamed, matching, source: SOURCE_OF_TABLES, isDryRun });
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

  /** A calendar file that is read once: appointments that are not in it are left alone. Entries match earlier readings by UID. */
  calendar(text: string, defaults: ImportDefaults, isDryRun: boolean): Promise<Result<ImportDto>> {
    return this.#afterAnother(async () => {
      const read = await this.#read([text]);
      if (!read.ok) return read;
      const { entries, problems, notes, wholeDays } = read.value;
      if (entries.length + problems.length === 0)
        return wholeDays > 0 ? refuse('whole-days-only', { count: wholeDays }) : refuse('nothing-ahead');
      const named = await this.#reader.entriesFrom(entries, defaults);
      const matching = new EntryMatching(this.#context, this.#slices);
      const renamed = await matching.renamed(named, null);
      const rows = await this.#steps.take(named, { gone: [], renamed, matching, source: SOURCE_OF_FILES, isDryRun });
      return ok(
        await importOf(this.#slices, [...problems.map(problemRow), ...rows], {
          notes: [...wholeDayNote(wholeDays), ...notes.map(noteRow)],
        }),
      );
    });
  }

  /**
   * A calendar that is read again and again. Appointments that have not changed there since stay as they are here. Those that it
   * no longer holds are canceled, provided that all of it could be read and that it is not many at once.
   * @param texts of one calendar, in any number of files: if two hold the same entry, the last one counts
   * @param mayCancel how many cancellations a person has agreed to; null if nobody was asked
   */
  follow(
    texts: CalendarRequest['texts'],
    defaults: ImportDefaults,
    mayCancel: number | null = null,
  ): Promise<Result<FollowedDto>> {
    return this.#afterAnother(async () => {
      const read = await this.#read(texts);
      if (!read.ok) return read;
      const { problems, notes, wholeDays, isComplete, held, notCalendars } = read.value;
      const entries = await this.#reader.entriesFrom(read.value.entries, defaults);
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
      if (read.value.entries.length + held.length === 0 && missing.length > 0) return refuse('empty-calendar');
      const all = [...missing, ...canceling.map(([, row]) => row)];
      const isWaiting = isMany(all.length, booked.length) && mayCancel !== all.length;
      const kept = new Set(isWaiting ? canceling.map(([entry]) => entry) : []);
      const rows = await this.#steps.take(
        entries.filter((each) => 'outcome' in each || !kept.has(each)),
        { gone: isWaiting ? [] : missing, matching, spared: known, source: FOLLOWED, isDryRun: false },
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
      'too-large.calendars',
    );
    return read.ok && read.value.notCalendars === texts.length ? refuse('no-calendar') : read;
  }

  /** All upcoming appointments that came from the followed calendar. */
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

  /** Those of the booked appointments that lie ahead in the calendar's own time and are no longer in it. */
  async #notThere(
    booked: readonly AppointmentRow[],
    isGone: (row: AppointmentRow) => boolean,
  ): Promise<readonly AppointmentRow[]> {
    const { clock, calendar } = this.#context;
    const now = clock.now();
    const gone = await this.#slices.reckon(booked, (row) => {
      if (!isGone(row)) return false;
      // It was moved here since: an entry whose time there has passed was not taken out of the calendar.
      const there = seenIn(row.seen);
      const at = there === null ? null : instantOfWall(there[0], there[1], calendar.zone);
      return at !== null && at > now;
    });
    return booked.filter((_, i) => gone[i] === true);
  }

  /** Forgets appointments that were canceled here and are no longer in the calendar: if an entry comes back, it counts as new. */
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
   * Gives appointments the UIDs that the calendar now has for them. Another appointment that held the UID has none there any
   * more.
   * @returns the ids of those that lost their UID
   */
  async #rename(renamed: ReadonlyMap<Entry, AppointmentRow>): Promise<ReadonlySet<number>> {
    const { appointments } = this.#context.store;
    const without = new Set<number>();
    await this.#slices.write([...renamed], ([{ uid }, { id }]) => {
      // The row is read again because its customer may have been erased since.
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

  /** Entries that are marked as canceled, with the appointments that each would cancel. */
  async #canceling(
    entries: readonly (Entry | ImportRowDto)[],
    matching: EntryMatching,
  ): Promise<readonly (readonly [entry: Entry, row: AppointmentRow])[]> {
    const found = await this.#slices.reckon(entries, (each) =>
      'outcome' in each ? [] : this.#steps.canceledBy(each, FOLLOWED, matching).map((row) => [each, row] as const),
    );
    return found.flat();
  }
}

/** An entry that is there but cannot be read is not gone, and neither are its occurrences. */
function isThereIn(entries: readonly CalendarEntry[], held: readonly string[]): (uid: string) => boolean {
  const [uids, unread] = [new Set(entries.map(({ uid }) => uid)), new Set(held)];
  return (uid) => {
    if (uids.has(uid)) return true;
    // Where several series share one UID, each one's key also holds the time it begins with.
    for (let each = uid; ; each = seriesOf(each))
      if (unread.has(each) || each === seriesOf(each)) return unread.has(each);
  };
}

/** Canceling one at a time is ordinary; a tenth of the book, or more than a handful, is more likely a mistake. */
function isMany(cancellations: number, booked: number): boolean {
  if (cancellations > MOST_CANCELLATIONS) return true;
  return cancellations > 1 && cancellations > MOST_CANCELLATIONS_SHARE * booked;
}
