import { setImmediate } from 'node:timers/promises';
import { fold } from '../../shared/fold.ts';
import type { ImportRowDto } from '../imports/contract.ts';
import type { AppointmentRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Slices } from '../../core/slices.ts';
import type { Entry } from './entry.ts';
import { OccurrencesThere, seriesOf } from './occurrences.ts';
import { isSameName, seenIn, seenOf } from './seen.ts';
import { instantOfWall } from './slots.ts';

/** What an entry and an appointment have to have in common, the surest first; a weaker one is asked of what is left. */
const ALIKE: readonly ((entry: Entry, row: AppointmentRow) => boolean)[] = [
  (entry, { seen }) => seen === seenOf(entry),
  (entry, row) => isSameNamed(entry, row) && isSameChair(entry, row),
  isSameNamed,
  isSamePerson,
];

/** Finds which appointment of the book an entry of a calendar is, where its UID does not say it. Of one reading. */
export class EntryMatching {
  readonly #context: DeskContext;
  readonly #slices: Slices;
  readonly #there: OccurrencesThere;

  constructor(context: DeskContext, slices: Slices) {
    this.#context = context;
    this.#slices = slices;
    const { store, clock, calendar } = context;
    this.#there = new OccurrencesThere((series) => store.appointments.beneath(series, clock.now()), calendar.zone);
  }

  /** The appointments that an entry speaks of by the occurrence that it names. */
  meantBy({ occurrence }: Pick<Entry, 'occurrence'>): readonly AppointmentRow[] {
    return occurrence === null ? [] : this.#there.meant(occurrence);
  }

  /**
   * Entries whose appointments are in the book under a UID that the calendar has no more, or gives to another one: programs give new
   * ones to what becomes a series, to the rest of a series, or with each export, and some number their entries.
   * @param followed all that came out of the calendar, where it is followed; null: it is read once
   * @param alsoCanceled entries that are canceled there as well: they have no UIDs that would tell which they are
   */
  async renamed(
    entries: readonly (Entry | ImportRowDto)[],
    followed: readonly AppointmentRow[] | null,
    { alsoCanceled = false }: { readonly alsoCanceled?: boolean } = {},
  ): Promise<ReadonlyMap<Entry, AppointmentRow>> {
    const { store } = this.#context;
    // What cannot be read is none of them: it may be another one of that UID.
    const listed = new Set<string>();
    await this.#slices.reckon(entries, (entry) => {
      if (!('outcome' in entry)) listed.add(entry.uid);
    });
    const renamed = new Map<Entry, AppointmentRow>();
    const found = new Set<number>();
    const match = (entry: Entry, row: AppointmentRow | undefined): void => {
      if (row === undefined) return;
      found.add(row.id);
      renamed.set(entry, row);
    };
    const byId = new Map(followed?.map((row) => [row.id, row]));
    // Whose entry, by its UID, is about somebody else at another time.
    const replaced = new Set<number>();
    const open: Entry[] = [];
    await this.#slices.reckon(entries, (entry) => {
      if ('outcome' in entry || (entry.isCancelled && !alsoCanceled)) return;
      const known = store.appointments.byUid(entry.uid);
      if (known === null) open.push(entry);
      else if (byId.has(known.id) && isSomethingElse(known, entry)) {
        replaced.add(known.id);
        open.push(entry);
      }
    });
    if (open.length === 0) return renamed;
    await setImmediate();
    const isFree = (row: AppointmentRow): boolean =>
      !found.has(row.id) && row.uid !== null && (replaced.has(row.id) || !listed.has(row.uid));
    const index = new BookIndex();
    await this.#slices.reckon(followed ?? [], (row) => {
      if (isFree(row)) index.add(row);
    });
    const alikeOf = this.#alikeByPlace();
    for (const isAlike of ALIKE)
      await this.#slices.reckon(open, (entry) => {
        if (renamed.has(entry)) return;
        const rows = [...index.at(entry), ...alikeOf(entry)];
        match(
          entry,
          rows.find((row) => isFree(row) && isAlike(entry, row)),
        );
      });
    // The same series at another time of the day.
    await this.#slices.reckon(open, (entry) => {
      if (renamed.has(entry)) return;
      const rows = index.onDay(entry).filter((row) => isFree(row) && isSamePerson(entry, row));
      if (rows.length === 1) match(entry, rows[0]);
    });
    // Canceled here: it stays so.
    await this.#slices.reckon(open, (entry) => {
      if (renamed.has(entry) || store.appointments.byUid(entry.uid) !== null) return;
      match(
        entry,
        this.#offHere(entry).find((row) => isFree(row) && isSamePerson(entry, row)),
      );
    });
    return renamed;
  }

  /** Of the book, of the same customer when the entry is; those that were moved here are known by when they were there. */
  #alikeByPlace(): (entry: Entry) => readonly AppointmentRow[] {
    const { store, calendar } = this.#context;
    const known = new Map<Entry, readonly AppointmentRow[]>();
    return (entry) => {
      let rows = known.get(entry);
      if (rows === undefined) {
        const startsAt = instantOfWall(entry.date, entry.time, calendar.zone);
        const { number, name } = entry;
        // The same person may have been entered without a number.
        rows =
          startsAt === null
            ? []
            : [number, ...(number === null ? [] : [null])].flatMap((each) =>
                store.appointments.alike(startsAt, each, name),
              );
        known.set(entry, rows);
      }
      return rows;
    };
  }

  #offHere(entry: Entry): readonly AppointmentRow[] {
    const { store, calendar } = this.#context;
    const startsAt = instantOfWall(entry.date, entry.time, calendar.zone);
    return startsAt === null ? [] : store.appointments.offAt(startsAt).filter(({ seen }) => seenIn(seen) !== null);
  }
}

/** The appointments of a calendar by when they were there as they were read last. */
class BookIndex {
  readonly #byTime = new Map<string, AppointmentRow[]>();
  readonly #byDay = new Map<string, AppointmentRow[]>();

  add(row: AppointmentRow): void {
    const there = seenIn(row.seen);
    if (there === null) return;
    put(this.#byTime, `${there[0]} ${there[1]}`, row);
    put(this.#byDay, `${there[0]} ${rootOf(row.uid ?? '')}`, row);
  }

  at({ date, time }: Entry): readonly AppointmentRow[] {
    return this.#byTime.get(`${date} ${time}`) ?? [];
  }

  /** Of the same series. */
  onDay({ date, uid }: Entry): readonly AppointmentRow[] {
    return this.#byDay.get(`${date} ${rootOf(uid)}`) ?? [];
  }
}

function put(map: Map<string, AppointmentRow[]>, key: string, row: AppointmentRow): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [row]);
  else there.push(row);
}

/** The UID that a series began with: of the rest of one some programs make a series of its own. */
function rootOf(uid: string): string {
  return seriesOf(uid).replace(/_R\d{8}(?:T\d{6}Z?)?(?=@|$)/, '');
}

/** By its UID it is this one, but neither who comes nor when is as it was. */
function isSomethingElse(row: AppointmentRow, entry: Entry): boolean {
  const there = seenIn(row.seen);
  return (
    there !== null &&
    (there[0] !== entry.date || there[1] !== entry.time) &&
    !isSamePerson(entry, row) &&
    row.seen !== seenOf(entry)
  );
}

function isSameNamed(entry: Entry, row: AppointmentRow): boolean {
  const there = seenIn(row.seen);
  return there !== null && there[3] === entry.number && fold(there[4]) === fold(entry.name);
}

function isSameChair({ named }: Entry, row: AppointmentRow): boolean {
  const there = seenIn(row.seen);
  return there !== null && there[6] === named.service && there[7] === named.resource;
}

/** Whether an appointment, as it stands here or was read last, is one of the same person as an entry: by number, else by name. */
function isSamePerson(entry: Entry, { number, name, seen }: AppointmentRow): boolean {
  const there = seenIn(seen);
  const isSame = (own: string | null, called: string): boolean =>
    own !== null && entry.number !== null
      ? own === entry.number
      : called !== '' && entry.name !== '' && isSameName(called, entry.name);
  return isSame(number, name) || (there !== null && isSame(there[3], there[4]));
}
