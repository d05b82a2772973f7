import { setImmediate } from 'node:timers/promises';
import { refuse, type Refusal, type Result } from '../../shared/result.ts';
import type { Resource, Service } from '../../shared/appointments.ts';
import type { ImportRowView } from '../../shared/views.ts';
import { ERASED_ENTRY, type AppointmentPlace, type AppointmentRow } from '../../store/appointments.ts';
import { NO_NEWS } from '../automation/news.ts';
import type { DeskContext } from '../context.ts';
import { imported, notImported } from '../imports/import-result.ts';
import { fold } from '../../shared/fold.ts';
import type { Appointments } from './appointments.ts';
import type { Catalogue, Kept } from './catalogue.ts';
import type { Diary } from './diary.ts';
import type { Reminders } from './reminders.ts';
import { instantOfWall } from './slots.ts';
import { appointmentAfter, isLive } from './states.ts';

/** In place of an entry that the other program has taken out: when it is there again it counts as new. */
const GONE = 'gone';
/** So many are written down at a time; then the desk has its turn. */
const AT_ONCE = 10;
const DAY = 86_400_000;

/** An appointment as it stands in a file, understood as far as it can be. */
export interface Entry {
  readonly line: number;
  readonly uid: string;
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

/** Where entries come from. */
export interface Source {
  readonly name: string;
  /** It is read again and again: what changes there changes here. */
  readonly isFollowed: boolean;
  /** Read once, and what it says of an entry that is known is left alone. */
  readonly isTable: boolean;
}

export interface ImportParts {
  readonly appointments: Appointments;
  readonly catalogue: Catalogue;
  readonly diary: Diary;
  readonly reminders: Reminders;
}

/** What is to be done about an entry. */
type Step =
  | { readonly do: 'nothing'; readonly adopt: AppointmentRow | null; readonly what: string }
  | { readonly do: 'cancel'; readonly rows: readonly AppointmentRow[] }
  | { readonly do: 'rename'; readonly known: AppointmentRow }
  | { readonly do: 'move'; readonly known: AppointmentRow; readonly place: AppointmentPlace }
  | { readonly do: 'book'; readonly place: AppointmentPlace }
  | { readonly do: 'refuse'; readonly error: Refusal };

type Taken = Pick<AppointmentRow, 'resource_id' | 'starts_at' | 'blocked_until' | 'name' | 'number' | 'time'>;

/** What would be otherwise by then, while nothing is written down. */
class Rehearsal {
  readonly freed = new Set<number>();
  readonly uids = new Set<string>();
  /** By the day they begin on; none is longer than a day. */
  readonly #taken = new Map<string, Taken[]>();

  note(step: Step, { uid, name, number, time }: Entry): void {
    if (step.do !== 'refuse') this.uids.add(uid);
    if (step.do === 'cancel') for (const { id } of step.rows) this.freed.add(id);
    if (step.do === 'move') this.freed.add(step.known.id);
    if (step.do !== 'move' && step.do !== 'book') return;
    const key = dayKey(step.place.resource_id, step.place.starts_at);
    const there = this.#taken.get(key);
    const taken = { ...step.place, name, number, time };
    if (there === undefined) this.#taken.set(key, [taken]);
    else there.push(taken);
  }

  takenIn(resource: number, from: number, until: number): Taken | undefined {
    for (let at = from - 2 * DAY; at < until + DAY; at += DAY) {
      const found = this.#taken
        .get(dayKey(resource, at))
        ?.find((each) => each.starts_at < until && each.blocked_until > from);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function dayKey(resource: number, at: number): string {
  return `${resource} ${Math.floor(at / DAY)}`;
}

/** Writes entries of another program down as appointments, a few at a time, or says what would come of it. */
export class ImportSteps {
  readonly #context: DeskContext;
  readonly #parts: ImportParts;
  readonly #isStopped: () => boolean;

  constructor(context: DeskContext, parts: ImportParts, isStopped: () => boolean) {
    this.#context = context;
    this.#parts = parts;
    this.#isStopped = isStopped;
  }

  /**
   * @param gone appointments that are called off before the entries are looked at
   * @returns a row for each of both, those of the entries in their order
   */
  async take(
    entries: readonly (Entry | ImportRowView)[],
    { gone, source, isRehearsal }: { gone: readonly AppointmentRow[]; source: Source; isRehearsal: boolean },
  ): Promise<readonly ImportRowView[]> {
    const rehearsal = isRehearsal ? new Rehearsal() : null;
    for (const { id } of gone) rehearsal?.freed.add(id);
    const cancelled = isRehearsal
      ? gone.map((row) => imported(0, 'cancelled', whatOf(row)))
      : await this.#inSlices(gone, (row) => this.#cancelGone(row));
    const take = (entry: Entry): ImportRowView => {
      const step = this.#stepFor(entry, source, rehearsal);
      rehearsal?.note(step, entry);
      return rehearsal === null ? this.#carryOut(step, entry, source) : outcomeOf(step, entry);
    };
    const rows = [...(await this.#inSlices(entries, (each) => ('outcome' in each ? each : take(each)), isRehearsal))];
    // One that goes where another one leaves finds room once the other has moved.
    for (let settled = -1; ;) {
      const refused = rows.flatMap((row, i) => (row.reason?.code === 'time-taken' ? [i] : []));
      if (refused.length === settled || refused.length === 0) break;
      settled = refused.length;
      await this.#inSlices(
        refused,
        (i) => {
          const entry = entries[i];
          if (entry !== undefined && !('outcome' in entry)) rows[i] = take(entry);
        },
        isRehearsal,
      );
    }
    return [...cancelled, ...rows];
  }

  /** Which appointments an entry would cancel. */
  canceledBy(entry: Entry, source: Source): readonly AppointmentRow[] {
    if (!entry.isCancelled) return [];
    const step = this.#stepFor(entry, source, null);
    return step.do === 'cancel' ? step.rows : [];
  }

  /** Each slice is written down and told as one; what the program stops in between is done when the file is read again. */
  async #inSlices<T, R>(all: readonly T[], work: (each: T) => R, isRehearsal = false): Promise<R[]> {
    const { store, events } = this.#context;
    const done: R[] = [];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      if (from > 0) await setImmediate();
      if (this.#isStopped()) break;
      const slice = all.slice(from, from + AT_ONCE);
      done.push(...(isRehearsal ? slice.map(work) : events.together(store, () => slice.map(work), false)));
    }
    return done;
  }

  #stepFor(entry: Entry, source: Source, rehearsal: Rehearsal | null): Step {
    const { store } = this.#context;
    const { uid, number, name, isCancelled } = entry;
    const what = whatOf(entry);
    const known = store.appointments.byUid(uid);
    if (known?.seen === ERASED_ENTRY) return { do: 'nothing', adopt: null, what: '' };
    if (rehearsal?.uids.has(uid) === true && known === null) return { do: 'nothing', adopt: null, what };
    if (known !== null && (known.seen === seenOf(entry) || source.isTable)) {
      // Read once by hand, and followed since.
      const isAdopted = source.isFollowed && known.origin !== source.name;
      return { do: 'nothing', adopt: isAdopted ? known : null, what };
    }
    if (isCancelled) {
      // The call for a whole series may say nothing of its occurrences.
      const rows = known === null ? store.appointments.comingOfSeries(uid, this.#context.clock.now()) : [known];
      const live = rows.filter(({ state }) => isLive(state));
      return live.length === 0 ? { do: 'nothing', adopt: null, what } : { do: 'cancel', rows: live };
    }
    const startsAt = instantOfWall(entry.date, entry.time, this.#context.calendar.zone);
    const alike = known === null && startsAt !== null ? store.appointments.alike(startsAt, number, name) : null;
    // There already, made by hand: from now on it is that entry.
    if (alike !== null && alike.uid === null && isSameName(alike.name, name))
      return { do: 'nothing', adopt: alike, what };
    if (known !== null && !isElsewhere(seenIn(known.seen), entry)) return { do: 'rename', known };
    const place = this.#placeOf(entry, known, rehearsal);
    if (!place.ok) return { do: 'refuse', error: place.error };
    return known === null ? { do: 'book', place: place.value } : { do: 'move', known, place: place.value };
  }

  /** Inside a transaction. */
  #carryOut(step: Step, entry: Entry, source: Source): ImportRowView {
    const { store } = this.#context;
    const { appointments } = this.#parts;
    const remember = ({ id }: AppointmentRow): void =>
      store.appointments.setSeen(id, entry.uid, source.name, seenOf(entry));
    switch (step.do) {
      case 'refuse':
        break;
      case 'nothing':
        if (step.adopt !== null) remember(step.adopt);
        break;
      case 'cancel':
        for (const row of step.rows) {
          if (row.uid === entry.uid) remember(row);
          this.#cancel(row);
        }
        break;
      case 'rename':
        remember(this.#rename(step.known, entry));
        break;
      case 'move':
        remember(this.#move(step.known, entry, step.place));
        break;
      case 'book': {
        const { number, name, note } = entry;
        const row = appointments.write(step.place, { number, name, note, state: 'booked' });
        remember(row);
        appointments.announce(row, { ...NO_NEWS, events: appointments.happened(row, 'appointment-booked') });
      }
    }
    return outcomeOf(step, entry);
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

  #placeOf(entry: Entry, known: AppointmentRow | null, rehearsal: Rehearsal | null): Result<AppointmentPlace> {
    const { catalogue, diary } = this.#parts;
    const { service, date, time, minutes } = entry;
    // Where it stood before, if that fits: it is not handed from one to the other for nothing.
    const all = entry.resources.length > 0 ? entry.resources : catalogue.doing(service.row);
    const resources = all.toSorted(
      (a, b) => Number(b.row === known?.resource_id) - Number(a.row === known?.resource_id),
    );
    let answer: Result<AppointmentPlace> = refuse('not-found', `Nobody does ${service.value.name}.`);
    for (const resource of resources) {
      const wish = { service, resource, date, time, given: { minutes } };
      answer = diary.placeFor(wish, known?.id ?? null, rehearsal);
      if (answer.ok) break;
    }
    return answer;
  }

  #move(before: AppointmentRow, entry: Entry, place: AppointmentPlace): AppointmentRow {
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

  #cancelGone(row: AppointmentRow): ImportRowView {
    this.#context.store.appointments.setSeen(row.id, row.uid ?? '', row.origin ?? '', GONE);
    this.#cancel(row);
    return imported(0, 'cancelled', whatOf(row));
  }

  #cancel(row: AppointmentRow): void {
    const { appointments } = this.#parts;
    const { changed, taken } = appointments.setState(row, 'cancelled');
    const events = appointments.happened(changed, 'appointment-cancelled');
    appointments.announce(changed, { ...NO_NEWS, messages: taken, events });
  }
}

function outcomeOf(step: Step, entry: Entry): ImportRowView {
  const { line } = entry;
  switch (step.do) {
    case 'refuse':
      return notImported(line, whatOf(entry), step.error);
    case 'nothing':
      return imported(line, 'same', step.what);
    case 'cancel':
      return imported(line, 'cancelled', step.rows[0] === undefined ? whatOf(entry) : whatOf(step.rows[0]));
    case 'rename':
    case 'move':
      return imported(line, 'changed', whatOf(entry));
    case 'book':
      return imported(line, 'new', whatOf(entry));
  }
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

function seenValues({ date, time, minutes, number, name, note, named, isCancelled }: Entry): Seen {
  return [date, time, minutes, number, name, note, named.service, named.resource, isCancelled];
}

const seenOf = (entry: Entry): string => JSON.stringify(seenValues(entry));

/** When an appointment was there as it was read last, on the shop's wall clock; null: it has been taken out since, or was never there. */
export function seenIn(written: string | null): Seen | null {
  return written === null || written === GONE || written === ERASED_ENTRY ? null : (JSON.parse(written) as Seen);
}

/** It takes place otherwise than it did there. */
function isElsewhere(before: Seen | null, entry: Entry): boolean {
  const now = seenValues(entry);
  return before === null || [0, 1, 2, 6, 7, 8].some((field) => before[field] !== now[field]);
}

function isSameName(one: string, other: string): boolean {
  return one === '' || other === '' || fold(one) === fold(other);
}

export function whatOf({
  date,
  time,
  name,
  number,
}: Pick<AppointmentRow, 'date' | 'time' | 'name' | 'number'>): string {
  return [date, time, name || (number ?? '')].join(' ').trim();
}
