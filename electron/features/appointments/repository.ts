import { ERASED_ENTRY, type AppointmentState } from '../../shared/appointments.ts';
import { Repository } from '../../core/db/repository.ts';

export interface AppointmentRow {
  readonly id: number;
  /** E.164; null: nobody who is texted. */
  readonly number: string | null;
  readonly name: string;
  readonly service_id: number;
  readonly resource_id: number;
  /** `YYYY-MM-DD` and `HH:MM` of the wall clock of `zone`. */
  readonly date: string;
  readonly time: string;
  readonly zone: string;
  readonly minutes: number;
  /** UTC epoch milliseconds, reckoned from the wall clock. */
  readonly starts_at: number;
  readonly ends_at: number;
  readonly blocked_until: number;
  readonly state: AppointmentState;
  readonly note: string;
  readonly author: string | null;
  readonly created_at: number;
  /** Of the entry in another program's calendar, and which calendar; null: it was made here. */
  readonly uid: string | null;
  readonly origin: string | null;
  /** JSON: that entry as it was read last. */
  readonly seen: string | null;
}

export type AppointmentPlace = Pick<
  AppointmentRow,
  'service_id' | 'resource_id' | 'date' | 'time' | 'zone' | 'minutes' | 'starts_at' | 'ends_at' | 'blocked_until'
>;

/** Longer than any appointment with what is kept free behind it. */
const LONGEST_MS = 48 * 3_600_000;

const COLUMNS = `id, number, name, service_id, resource_id, date, time, zone, minutes, starts_at, ends_at, blocked_until,
    state, note, author, created_at, uid, origin, seen`;

/** Who comes when. */
export class AppointmentsRepository extends Repository {
  readonly #byId = this.prepare<[number], AppointmentRow>(`SELECT ${COLUMNS} FROM appointments WHERE id = ?`);
  readonly #insert = this.prepare<[Omit<AppointmentRow, 'id'>]>(
    `INSERT INTO appointments (number, name, service_id, resource_id, date, time, zone, minutes, starts_at, ends_at, blocked_until,
       state, note, author, created_at, uid, origin, seen)
     VALUES (@number, @name, @service_id, @resource_id, @date, @time, @zone, @minutes, @starts_at, @ends_at, @blocked_until,
       @state, @note, @author, @created_at, @uid, @origin, @seen)`,
  );
  readonly #place = this.prepare<[AppointmentPlace & { id: number; state: AppointmentState }]>(
    `UPDATE appointments SET service_id = @service_id, resource_id = @resource_id, date = @date, time = @time, zone = @zone,
       minutes = @minutes, starts_at = @starts_at, ends_at = @ends_at, blocked_until = @blocked_until, state = @state
     WHERE id = @id`,
  );
  readonly #setState = this.prepare<[AppointmentState, number]>('UPDATE appointments SET state = ? WHERE id = ?');
  readonly #setNote = this.prepare<[string, string, number]>('UPDATE appointments SET name = ?, note = ? WHERE id = ?');
  readonly #between = this.prepare<[number, number, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments INDEXED BY appointments_by_time
     WHERE starts_at > ? AND starts_at < ? AND blocked_until > ? ORDER BY starts_at, id`,
  );
  readonly #taking = this.prepare<
    [{ resource: number; from: number; until: number; except: number; longest: number }],
    AppointmentRow
  >(
    `SELECT ${COLUMNS} FROM appointments INDEXED BY appointments_by_resource
     WHERE resource_id = @resource AND state <> 'cancelled' AND starts_at < @until AND starts_at > @from - @longest
       AND blocked_until > @from AND id <> @except ORDER BY starts_at`,
  );
  readonly #ofNumber = this.prepare<[string, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments WHERE number = ? ORDER BY starts_at DESC LIMIT ?`,
  );
  readonly #keptBetween = this.prepare<[number, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments WHERE ends_at > ? AND ends_at <= ? AND state IN ('booked', 'confirmed') ORDER BY ends_at, id`,
  );
  readonly #coming = this.prepare<[string, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments WHERE number = ? AND ends_at > ? AND state IN ('booked', 'confirmed', 'moving')
     ORDER BY starts_at LIMIT 20`,
  );
  readonly #comingAll = this.prepare<[number, number, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments WHERE starts_at > ? AND id > ? AND state IN ('booked', 'confirmed', 'moving')
     ORDER BY id LIMIT ?`,
  );
  readonly #tally = this.prepare<
    [{ number: string; now: number }],
    { came: number; missed: number; cancelled: number }
  >(
    `SELECT count(*) FILTER (WHERE state IN ('booked', 'confirmed', 'moving') AND ends_at <= @now) AS came,
       count(*) FILTER (WHERE state = 'missed') AS missed, count(*) FILTER (WHERE state = 'cancelled') AS cancelled
     FROM appointments WHERE number = @number`,
  );
  readonly #setSeen = this.prepare<[{ id: number; uid: string; origin: string; seen: string }]>(
    'UPDATE appointments SET uid = @uid, origin = @origin, seen = @seen WHERE id = @id',
  );
  readonly #setCustomer = this.prepare<[string | null, string, string, number]>(
    'UPDATE appointments SET number = ?, name = ?, note = ? WHERE id = ?',
  );
  readonly #byUid = this.prepare<[string], AppointmentRow>(`SELECT ${COLUMNS} FROM appointments WHERE uid = ?`);
  readonly #comingFrom = this.prepare<[string, number, number, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments INDEXED BY appointments_by_origin
     WHERE origin = ? AND (starts_at, id) > (?, ?) AND state IN ('booked', 'confirmed', 'moving')
     ORDER BY starts_at, id LIMIT ?`,
  );
  readonly #beneath = this.prepare<[string, string, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments WHERE uid > ? AND uid < ? AND starts_at > ? ORDER BY starts_at`,
  );
  readonly #sameTime = this.prepare<[number, string, string], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments INDEXED BY appointments_by_time
     WHERE starts_at = ? AND coalesce(number, '') = ? AND (number IS NOT NULL OR name = ?)
       AND state IN ('booked', 'confirmed', 'moving') ORDER BY id LIMIT 20`,
  );
  readonly #offAt = this.prepare<[number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments INDEXED BY appointments_by_time
     WHERE starts_at = ? AND state = 'cancelled' AND uid IS NOT NULL ORDER BY id DESC LIMIT 20`,
  );
  readonly #offFrom = this.prepare<[string, number], Pick<AppointmentRow, 'id' | 'uid'>>(
    `SELECT id, uid FROM appointments WHERE origin = ? AND starts_at > ? AND state = 'cancelled' AND seen NOT IN ('gone', '${ERASED_ENTRY}')`,
  );

  /** Which entry of which calendar it is, as that was read. */
  setSeen(id: number, uid: string, origin: string, seen: string): void {
    this.#setSeen.run({ id, uid, origin, seen });
  }

  setCustomer(id: number, number: string | null, name: string, note: string): void {
    this.#setCustomer.run(number, name, note, id);
  }

  byUid(uid: string): AppointmentRow | null {
    return this.#byUid.get(uid) ?? null;
  }

  /** Those still to come that came out of a calendar. */
  comingFrom(origin: string, after: { startsAt: number; id: number }, limit: number): readonly AppointmentRow[] {
    return this.#comingFrom.all(origin, after.startsAt, after.id, limit);
  }

  /** Those that begin after a time and whose UID begins with that of a series: its occurrences, and others that have a stroke in theirs. */
  beneath(uid: string, after: number): readonly AppointmentRow[] {
    return this.#beneath.all(`${uid}/`, `${uid}0`, after);
  }

  /** Of the same customer at the same time. */
  alike(startsAt: number, number: string | null, name: string): readonly AppointmentRow[] {
    return this.#sameTime.all(startsAt, number ?? '', name);
  }

  /** Those still to come that were canceled here, of a calendar that holds them, or held them when it was read last. */
  offFrom(origin: string, now: number): readonly Pick<AppointmentRow, 'id' | 'uid'>[] {
    return this.#offFrom.all(origin, now);
  }

  /** Those canceled that came out of a calendar and were to begin then, the latest first. */
  offAt(startsAt: number): readonly AppointmentRow[] {
    return this.#offAt.all(startsAt);
  }

  byId(id: number): AppointmentRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** @throws Error where the resource is taken then */
  insert(row: Omit<AppointmentRow, 'id'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  /** @throws Error where the resource is taken then */
  place(id: number, where: AppointmentPlace, state: AppointmentState): void {
    this.#place.run({ ...where, id, state });
  }

  setState(id: number, state: AppointmentState): void {
    this.#setState.run(state, id);
  }

  setNote(id: number, name: string, note: string): void {
    this.#setNote.run(name, note, id);
  }

  /** All that lie in a stretch of time, cancelled ones as well, in their order. */
  between(from: number, until: number): readonly AppointmentRow[] {
    return this.#between.all(from - LONGEST_MS, until, from);
  }

  /** What takes a resource in a stretch of time, but for one appointment. */
  taking(resource: number, from: number, until: number, except: number | null): readonly AppointmentRow[] {
    return this.#taking.all({ resource, from, until, except: except ?? 0, longest: LONGEST_MS });
  }

  /** The latest first. */
  ofNumber(number: string, limit: number): readonly AppointmentRow[] {
    return this.#ofNumber.all(number, limit);
  }

  /** Those that were kept, as far as is known, and were over in a stretch of time. */
  keptBetween(from: number, until: number): readonly AppointmentRow[] {
    return this.#keptBetween.all(from, until);
  }

  /** Those still to come, the next first. */
  comingOf(number: string, now: number): readonly AppointmentRow[] {
    return this.#coming.all(number, now);
  }

  /** Those still to come of everybody, a page at a time, by their row. */
  coming(now: number, afterId: number, limit: number): readonly AppointmentRow[] {
    return this.#comingAll.all(now, afterId, limit);
  }

  tally(number: string, now: number): { readonly came: number; readonly missed: number; readonly cancelled: number } {
    return this.#tally.get({ number, now }) ?? { came: 0, missed: 0, cancelled: 0 };
  }
}
