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

/** What an entry and an appointment must have in common, the surest first; a weaker test is only applied to what is left. */
const ALIKE: readonly ((entry: Entry, row: AppointmentRow) => boolean)[] = [
  (entry, { seen }) => seen === seenOf(entry),
  (entry, row) => isSameNamed(entry, row) && isSameChair(entry, row),
  isSameNamed,
  isSamePerson,
];

/** Finds the appointment that a calendar entry stands for where its UID does not tell. Serves a single reading. */
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

  /** The appointments that an entry means by the occurrence it names. */
  meantBy({ occurrence }: Pick<Entry, 'occurrence'>): readonly AppointmentRow[] {
    return occurrence === null ? [] : this.#there.meant(occurrence);
  }

  /**
   * Entries whose appointments are in the book under a UID that the calendar no longer has, or has given to another entry.
   * Programs give new UIDs to an entry that becomes a series, to the rest of a series, or with each export, and some just number
   * their entries.
   * @param followed all appointments that came from the calendar, if it is followed; null if it is read once
   * @param alsoCanceled include canceled entries: they have no UIDs that would tell which they are
   */
  async renamed(
    entries: readonly (Entry | ImportRowDto)[],
    followed: readonly AppointmentRow[] | null,
    { alsoCanceled = false }: { readonly alsoCanceled?: boolean } = {},
  ): Promise<ReadonlyMap<Entry, AppointmentRow>> {
    const { store } = this.#context;
    // Unreadable entries are left out: one of them may be a different entry of that UID.
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
    // Appointments whose entry, by its UID, is now about another customer at another time.
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
    // The same series may have moved to another time of day.
    await this.#slices.reckon(open, (entry) => {
      if (renamed.has(entry)) return;
      const rows = index.onDay(entry).filter((row) => isFree(row) && isSamePerson(entry, row));
      if (rows.length === 1) match(entry, rows[0]);
    });
    // An appointment that was canceled here stays canceled.
    await this.#slices.reckon(open, (entry) => {
      if (renamed.has(entry) || store.appointments.byUid(entry.uid) !== null) return;
      match(
        entry,
        this.#offHere(entry).find((row) => isFree(row) && isSamePerson(entry, row)),
      );
    });
    return renamed;
  }

  /**
   * Appointments in the book with the same customer and time as the entry; moved ones are found by their old time in the
   * calendar.
   */
  #alikeByPlace(): (entry: Entry) => readonly AppointmentRow[] {
    const { store, calendar } = this.#context;
    const known = new Map<Entry, readonly AppointmentRow[]>();
    return (entry) => {
      let rows = known.get(entry);
      if (rows === undefined) {
        const startsAt = instantOfWall(entry.date, entry.time, calendar.zone);
        const { number, name } = entry;
        // The same customer may have been entered without a number.
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

/** The appointments of a calendar, indexed by their time there when they were last read. */
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

  /** Appointments of the same series on that day. */
  onDay({ date, uid }: Entry): readonly AppointmentRow[] {
    return this.#byDay.get(`${date} ${rootOf(uid)}`) ?? [];
  }
}

function put(map: Map<string, AppointmentRow[]>, key: string, row: AppointmentRow): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [row]);
  else there.push(row);
}

/** The UID that a series began with: some programs turn the rest of a series into a series of its own. */
function rootOf(uid: string): string {
  return seriesOf(uid).replace(/_R\d{8}(?:T\d{6}Z?)?(?=@|$)/, '');
}

/** The UID says it is this appointment, but neither the customer nor the time is as it was. */
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

/** Whether an appointment, as it is here or was last read, has the same customer as an entry: by number, else by name. */
function isSamePerson(entry: Entry, { number, name, seen }: AppointmentRow): boolean {
  const there = seenIn(seen);
  const isSame = (own: string | null, called: string): boolean =>
    own !== null && entry.number !== null
      ? own === entry.number
      : called !== '' && entry.name !== '' && isSameName(called, entry.name);
  return isSame(number, name) || (there !== null && isSame(there[3], there[4]));
}
