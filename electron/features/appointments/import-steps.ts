import type { Entry } from './entry.ts';
import { type Source, type Step, DryRun, wishOf, outcomeOf, isElsewhere, whatOf } from './import-entry.ts';
import { setImmediate } from 'node:timers/promises';
import { type Refusal, refusal, refuse, type Result } from '../../shared/result.ts';
import { ERASED_ENTRY, type Resource } from '../../shared/appointments.ts';
import type { ImportRowDto } from '../imports/contract.ts';
import type { AppointmentPlace, AppointmentRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { imported } from '../imports/import-result.ts';
import type { Appointments } from './appointments.ts';
import type { ServiceCatalog, Stored } from './service-catalog.ts';
import type { Availability } from './availability.ts';
import type { Slices } from '../../core/slices.ts';
import type { EntryMatching } from './entry-matching.ts';
import { seriesOf } from './occurrences.ts';
import type { Reminders } from './reminders.ts';
import { GONE, isSameName, seenIn, seenOf } from './seen.ts';
import { instantOfWall } from './slots.ts';
import { appointmentAfter, isLive } from './states.ts';
/** The name of a followed calendar in the book. */
export const FOLLOWED_NAME = 'followed';
/** How many passes are made over entries that wait for each other's places. */
const MOST_PASSES = 12;
const LONGEST_CIRCLE = 20;
const NOBODY: ReadonlySet<number> = new Set();
const CANCELED_THERE: Refusal = refusal('canceled-there');

/** What to import, and how. */
interface Taking {
  readonly gone: readonly AppointmentRow[];
  readonly renamed?: ReadonlyMap<Entry, AppointmentRow>;
  readonly matching: EntryMatching;
  /** Appointments that no entry cancels because they are in the calendar under another UID. */
  readonly spared?: ReadonlySet<number>;
  readonly source: Source;
  readonly isDryRun: boolean;
}

/** What is known about an entry and its source while deciding what to do with it. */
interface Deciding {
  readonly source: Source;
  readonly matching: EntryMatching;
  readonly spared: ReadonlySet<number>;
  readonly dryRun: DryRun | null;
  readonly renamed: AppointmentRow | null;
}

export interface ImportDeps {
  readonly appointments: Appointments;
  readonly catalogue: ServiceCatalog;
  readonly diary: Availability;
  readonly reminders: Reminders;
}

/** Writes another program's entries as appointments, a few at a time, or only says what that would do. */
export class ImportSteps {
  readonly #context: DeskContext;
  readonly #deps: ImportDeps;
  readonly #slices: Slices;

  constructor(context: DeskContext, deps: ImportDeps, slices: Slices) {
    this.#context = context;
    this.#deps = deps;
    this.#slices = slices;
  }

  /**
   * @param gone appointments that are canceled before the entries are looked at
   * @param renamed the appointments of entries that had another UID there before
   * @returns a row for each of both, with those of the entries in their order
   */
  async take(
    entries: readonly (Entry | ImportRowDto)[],
    { gone, renamed = new Map(), matching, spared = NOBODY, source, isDryRun }: Taking,
  ): Promise<readonly ImportRowDto[]> {
    const dryRun = isDryRun ? new DryRun() : null;
    for (const { id } of gone) dryRun?.freed.add(id);
    const cancelled = isDryRun
      ? gone.map((row) => imported(0, 'cancelled', whatOf(row)))
      : await this.#slices.write(gone, (row) => this.#cancelGone(row));
    const take = (entry: Entry): ImportRowDto => {
      const step = this.#stepFor(entry, { source, matching, spared, dryRun, renamed: renamed.get(entry) ?? null });
      dryRun?.note(step, entry);
      const row = dryRun === null ? this.#carryOut(step, entry, source) : outcomeOf(step, entry);
      const isLeftOut = step.do === 'nothing' && entry.isCancelled && !source.isFollowed;
      return isLeftOut ? { ...row, reason: CANCELED_THERE } : row;
    };
    // The dry run itself keeps what would have changed, so nothing has to be written for it.
    const inSlices = <T, R>(all: readonly T[], work: (each: T) => R): Promise<readonly R[]> =>
      isDryRun ? this.#slices.reckon(all, work) : this.#slices.write(all, work);
    const rows = [...(await inSlices(entries, (each) => ('outcome' in each ? each : take(each))))];
    const refused = (): readonly number[] => rows.flatMap((row, i) => (row.reason?.code === 'time-taken' ? [i] : []));
    const again = (i: number): void => {
      const entry = entries[i];
      if (entry !== undefined && !('outcome' in entry)) rows[i] = take(entry);
    };
    // An entry that goes where another one leaves finds room once that one has moved, so a chain resolves from one end or the
    // other.
    for (
      let pass = 0, left = refused(), before = -1;
      pass < MOST_PASSES && left.length > 0 && left.length !== before;
      pass++
    ) {
      before = left.length;
      await inSlices(pass % 2 === 0 ? left.toReversed() : left, again);
      await setImmediate();
      left = refused();
      // The chain may only resolve in the other direction.
      if (left.length === before && pass % 2 === 0) before = -1;
    }
    const how = { source, matching, spared, dryRun };
    for (const circle of await this.#circlesAmong(refused().flatMap((i) => entries[i] ?? []))) {
      const turned = await inSlices([circle], (each) => this.#turn(each, how));
      for (const [entry, view] of turned.flat()) rows[entries.indexOf(entry)] = view;
    }
    return [...cancelled, ...rows];
  }

  /** The appointments that an entry would cancel. */
  canceledBy(entry: Entry, source: Source, matching: EntryMatching): readonly AppointmentRow[] {
    if (!entry.isCancelled) return [];
    const step = this.#stepFor(entry, { source, matching, spared: NOBODY, dryRun: null, renamed: null });
    return step.do === 'cancel' ? step.rows : [];
  }

  /**
   * Groups of entries that block each other: each would go where another one of them is now. In a group of too many, nobody can
   * tell what is meant.
   */
  async #circlesAmong(entries: readonly (Entry | ImportRowDto)[]): Promise<readonly (readonly Entry[])[]> {
    const { store } = this.#context;
    const moving = new Map<number, { readonly entry: Entry; readonly known: AppointmentRow }>();
    await this.#slices.reckon(entries, (entry) => {
      const known = 'outcome' in entry ? null : store.appointments.byUid(entry.uid);
      if (known !== null && !('outcome' in entry)) moving.set(known.id, { entry, known });
    });
    const inTheWay = await this.#slices.reckon([...moving.values()], ({ entry, known }) => {
      const rows = this.#resourcesFor(entry, known).map((resource) =>
        this.#deps.diary.inTheWayOf(wishOf(entry, resource), known.id),
      );
      return rows.flatMap(([one, ...more]) =>
        one !== undefined && more.length === 0 && moving.has(one.id) ? [one.id] : [],
      )[0];
    });
    const next = new Map([...moving.keys()].map((id, i) => [id, inTheWay[i]]));
    const circles: (readonly Entry[])[] = [];
    const seen = new Set<number>();
    for (const start of next.keys()) {
      const path: number[] = [];
      for (let id: number | undefined = start; id !== undefined && !seen.has(id); id = next.get(id)) {
        seen.add(id);
        path.push(id);
      }
      const back = next.get(path.at(-1) ?? 0);
      const circle = back === undefined || !path.includes(back) ? [] : path.slice(path.indexOf(back));
      if (circle.length > 1 && circle.length <= LONGEST_CIRCLE)
        circles.push(circle.flatMap((id) => moving.get(id)?.entry ?? []));
    }
    return circles;
  }

  /**
   * Moves a whole circle at once: its appointments leave the book for a moment and then go to their new places. Must run inside a
   * unit of work.
   */
  #turn(
    circle: readonly Entry[],
    { dryRun, ...how }: Omit<Deciding, 'renamed'>,
  ): readonly (readonly [entry: Entry, view: ImportRowDto])[] {
    const { store } = this.#context;
    const before = circle.flatMap(({ uid }) => store.appointments.byUid(uid) ?? []);
    const together = new DryRun();
    for (const { id } of before) together.freed.add(id);
    const steps = circle.map((entry) => {
      const step = this.#stepFor(entry, { ...how, dryRun: together, renamed: null });
      together.note(step, entry);
      return { entry, step };
    });
    if (steps.some(({ step }) => step.do !== 'move')) return [];
    if (dryRun !== null) {
      for (const { entry, step } of steps) dryRun.note(step, entry);
      return steps.map(({ entry, step }) => [entry, outcomeOf(step, entry)]);
    }
    for (const { id } of before) store.appointments.setState(id, 'cancelled');
    return steps.map(({ entry, step }) => [entry, this.#carryOut(step, entry, how.source)]);
  }

  #stepFor(entry: Entry, { source, matching, spared, dryRun, renamed }: Deciding): Step {
    const { store } = this.#context;
    const { uid, number, name, isCancelled } = entry;
    const what = whatOf(entry);
    // It is in the book from another source, and this file is read once: that source keeps knowing it by its own UID.
    if (renamed !== null && renamed.origin !== source.name && !source.isFollowed)
      return { do: 'nothing', adopt: null, what };
    // Rows are read again because several entries may speak of the same appointment.
    const meant = matching.meantBy(entry).flatMap(({ id }) => store.appointments.byId(id) ?? []);
    const known = store.appointments.byUid(uid) ?? meant[0] ?? renamed;
    if (known?.seen === ERASED_ENTRY) return { do: 'nothing', adopt: null, what: '' };
    if (dryRun?.uids.has(uid) === true && known === null) return { do: 'nothing', adopt: null, what };
    if (known !== null && (known.seen === seenOf(entry) || (source.isTable && !isCancelled))) {
      // It was read once by hand and is followed since.
      const isAdopted = (source.isFollowed && known.origin !== source.name) || known.uid !== uid;
      return { do: 'nothing', adopt: isAdopted ? known : null, what };
    }
    if (isCancelled) {
      const rows = entry.occurrence === null ? [] : meant;
      const live = [...(known === null ? this.#occurrencesOf(uid) : [known]), ...rows]
        .filter(({ id, state }) => isLive(state) && !spared.has(id))
        .filter(({ id }, i, all) => all.findIndex((each) => each.id === id) === i);
      return live.length === 0 ? { do: 'nothing', adopt: null, what } : { do: 'cancel', rows: live };
    }
    const startsAt = instantOfWall(entry.date, entry.time, this.#context.calendar.zone);
    const alike = known === null && startsAt !== null ? store.appointments.alike(startsAt, number, name) : [];
    // It was already booked by hand: from now on it belongs to that entry.
    const byHand = alike.find((each) => each.uid === null && isSameName(each.name, name));
    if (byHand !== undefined) return { do: 'nothing', adopt: byHand, what };
    const isElse = ({ origin }: AppointmentRow): boolean => source.isTable && origin !== source.name;
    if (alike.some((each) => isElse(each) && isSameName(each.name, name))) return { do: 'nothing', adopt: null, what };
    if (known !== null && !isElsewhere(seenIn(known.seen), entry)) return { do: 'rename', known };
    const place = this.#placeOf(entry, known, dryRun);
    if (!place.ok) return { do: 'refuse', error: place.error };
    return known === null ? { do: 'book', place: place.value } : { do: 'move', known, place: place.value };
  }

  /** The cancellation of a whole series may not mention its occurrences. */
  #occurrencesOf(uid: string): readonly AppointmentRow[] {
    const { store, clock } = this.#context;
    return store.appointments.beneath(uid, clock.now()).filter((row) => seriesOf(row.uid ?? '') === uid);
  }

  /** Must run inside a unit of work. */
  #carryOut(step: Step, entry: Entry, source: Source): ImportRowDto {
    const { store } = this.#context;
    const { appointments } = this.#deps;
    // Only the followed calendar tells what it holds; a file that is read by hand as well says nothing about that.
    const speaksFor = ({ origin }: AppointmentRow): boolean => source.isFollowed || origin !== FOLLOWED_NAME;
    const remember = (row: AppointmentRow): void => {
      if (speaksFor(row)) store.appointments.setSeen(row.id, entry.uid, source.name, seenOf(entry));
    };
    switch (step.do) {
      case 'refuse':
        break;
      case 'nothing':
        if (step.adopt !== null) remember(step.adopt);
        break;
      case 'cancel':
        for (const row of step.rows) {
          if (row.uid === entry.uid && entry.date !== '') remember(row);
          else if (speaksFor(row)) this.#rememberOff(row);
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
        appointments.happened(row, 'appointment-booked');
        appointments.publish(row);
      }
    }
    return outcomeOf(step, entry);
  }

  /** It was canceled along with its series: it comes back if its own entry says so. */
  #rememberOff({ id, uid, origin, seen }: AppointmentRow): void {
    const there = seenIn(seen);
    if (there === null || uid === null || origin === null) return;
    const isCancelled = true;
    this.#context.store.appointments.setSeen(id, uid, origin, JSON.stringify([...there.slice(0, -1), isCancelled]));
  }

  /** The customer or the details have changed there; the time has not, and stays as it is here. */
  #rename(before: AppointmentRow, { number, name, note }: Entry): AppointmentRow {
    const { store } = this.#context;
    const { appointments, reminders } = this.#deps;
    const row = { ...before, number, name };
    const isOther = before.number !== number && isLive(before.state);
    if (isOther) reminders.drop(before);
    store.appointments.setCustomer(before.id, number, name, note || before.note);
    if (isOther) reminders.plan(row);
    appointments.publish(row);
    return row;
  }

  #placeOf(entry: Entry, known: AppointmentRow | null, dryRun: DryRun | null): Result<AppointmentPlace> {
    const { diary } = this.#deps;
    let answer: Result<AppointmentPlace> = refuse('not-found.nobody-does-entry', { service: entry.service.value.name });
    for (const resource of this.#resourcesFor(entry, known)) {
      answer = diary.placeFor(wishOf(entry, resource), known?.id ?? null, dryRun);
      if (answer.ok) break;
    }
    return answer;
  }

  /** The resource it had before comes first, if that fits, so that it does not change for nothing. */
  #resourcesFor({ resources, service }: Entry, known: AppointmentRow | null): readonly Stored<Resource>[] {
    const all = resources.length > 0 ? resources : this.#deps.catalogue.doing(service.row);
    return all.toSorted((a, b) => Number(b.row === known?.resource_id) - Number(a.row === known?.resource_id));
  }

  #move(before: AppointmentRow, entry: Entry, place: AppointmentPlace): AppointmentRow {
    const { store } = this.#context;
    const { appointments, reminders } = this.#deps;
    const { number, name, note } = entry;
    const isOther = before.number !== number;
    if (isOther) reminders.drop(before);
    store.appointments.setCustomer(before.id, number, name, note || before.note);
    const isMoved =
      before.starts_at !== place.starts_at || before.resource_id !== place.resource_id || !isLive(before.state);
    const isLonger = before.blocked_until !== place.blocked_until || before.service_id !== place.service_id;
    const row = { ...before, number, name };
    if (!isMoved && !isLonger && !isOther) {
      appointments.publish(row);
      return row;
    }
    const state = isMoved ? (appointmentAfter(before.state, 'move') ?? 'booked') : before.state;
    const moved = appointments.place(row, place, state);
    if (isMoved) appointments.happened(moved, 'appointment-moved');
    appointments.publish(moved);
    return moved;
  }

  #cancelGone(found: AppointmentRow): ImportRowDto {
    const { appointments } = this.#context.store;
    // Its UID may belong to another appointment by now.
    const row = appointments.byId(found.id) ?? found;
    appointments.setSeen(row.id, row.uid ?? '', row.origin ?? '', GONE);
    this.#cancel(row);
    return imported(0, 'cancelled', whatOf(row));
  }

  #cancel(row: AppointmentRow): void {
    const { appointments } = this.#deps;
    const changed = appointments.setState(row, 'cancelled');
    appointments.happened(changed, 'appointment-cancelled');
    appointments.publish(changed);
  }
}
