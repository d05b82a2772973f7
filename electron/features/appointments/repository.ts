import { ERASED_ENTRY, type AppointmentState } from '../../shared/appointments.ts';
import { Repository } from '../../core/db/repository.ts';

export interface AppointmentRow {
  readonly id: number;
  /** E.164; null if nobody is texted. */
  readonly number: string | null;
  readonly name: string;
  readonly service_id: number;
  readonly resource_id: number;
  /** `YYYY-MM-DD` and `HH:MM` on the wall clock of `zone`. */
  readonly date: string;
  readonly time: string;
  readonly zone: string;
  readonly minutes: number;
  /** UTC epoch milliseconds, computed from the wall clock. */
  readonly starts_at: number;
  readonly ends_at: number;
  readonly blocked_until: number;
  readonly state: AppointmentState;
  readonly note: string;
  readonly author: string | null;
  readonly created_at: number;
  /** The UID of the entry in another program's calendar, and which calendar; null if the appointment was made here. */
  readonly uid: string | null;
  readonly origin: string | null;
  /** JSON of that entry as it was last read. */
  readonly seen: string | null;
  /** The id that the first of the appointments that repeat has, or had; null if it does not repeat. */
  readonly series: number | null;
}

export type AppointmentPlace = Pick<
  AppointmentRow,
  'service_id' | 'resource_id' | 'date' | 'time' | 'zone' | 'minutes' | 'starts_at' | 'ends_at' | 'blocked_until'
>;

/** Longer than any appointment including the time kept free after it. */
const LONGEST_MS = 48 * 3_600_000;

const COLUMNS = `id, number, name, service_id, resource_id, date, time, zone, minutes, starts_at, ends_at, blocked_until,
    state, note, author, created_at, uid, origin, seen, series`;

/** The appointments. */
export class AppointmentsRepository extends Repository {
  readonly #byId = this.prepare<[number], AppointmentRow>(`SELECT ${COLUMNS} FROM appointments WHERE id = ?`);
  readonly #insert = this.prepare<[Omit<AppointmentRow, 'id'>]>(
    `INSERT INTO appointments (number, name, service_id, resource_id, date, time, zone, minutes, starts_at, ends_at, blocked_until,
       state, note, author, created_at, uid, origin, seen, series)
     VALUES (@number, @name, @service_id, @resource_id, @date, @time, @zone, @minutes, @starts_at, @ends_at, @blocked_until,
       @state, @note, @author, @created_at, @uid, @origin, @seen, @series)`,
  );
  readonly #place = this.prepare<[AppointmentPlace & { id: number; state: AppointmentState }]>(
    `UPDATE appointments SET service_id = @service_id, resource_id = @resource_id, date = @date, time = @time, zone = @zone,
       minutes = @minutes, starts_at = @starts_at, ends_at = @ends_at, blocked_until = @blocked_until, state = @state
     WHERE id = @id`,
  );
  readonly #setState = this.prepare<[AppointmentState, number]>('UPDATE appointments SET state = ? WHERE id = ?');
  readonly #setSeries = this.prepare<[{ id: number; series: number }]>(
    'UPDATE appointments SET series = @series WHERE id = @id',
  );
  readonly #ofSeries = this.prepare<[number, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments WHERE series = ? AND starts_at >= ? ORDER BY starts_at`,
  );
  readonly #setNote = this.prepare<[string, string, number]>('UPDATE appointments SET name = ?, note = ? WHERE id = ?');
  readonly #between = this.prepare<[number, number, number], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments INDEXED BY appointments_by_time
     WHERE starts_at > ? AND starts_at < ? AND blocked_until > ? ORDER BY starts_at, id`,
  );
  readonly #countBetween = this.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM appointments INDEXED BY appointments_by_time
     WHERE starts_at >= ? AND starts_at < ? AND state <> 'cancelled'`,
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
  readonly #visits = this.prepare<[{ number: string; before: number; now: number; limit: number }], AppointmentRow>(
    `SELECT ${COLUMNS} FROM appointments WHERE number = @number AND starts_at < @before AND ends_at <= @now
       AND state IN ('booked', 'confirmed', 'moving') ORDER BY starts_at DESC LIMIT @limit`,
  );
  readonly #visitCount = this.prepare<[{ number: string; before: number; now: number }], { n: number }>(
    `SELECT count(*) AS n FROM appointments WHERE number = @number AND starts_at < @before AND ends_at <= @now
       AND state IN ('booked', 'confirmed', 'moving')`,
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

  /** Stores which entry of which calendar the appointment is, and what was read of it. */
  setSeen(id: number, uid: string, origin: string, seen: string): void {
    this.#setSeen.run({ id, uid, origin, seen });
  }

  setCustomer(id: number, number: string | null, name: string, note: string): void {
    this.#setCustomer.run(number, name, note, id);
  }

  byUid(uid: string): AppointmentRow | null {
    return this.#byUid.get(uid) ?? null;
  }

  /** Upcoming appointments that came from a calendar. */
  comingFrom(origin: string, after: { startsAt: number; id: number }, limit: number): readonly AppointmentRow[] {
    return this.#comingFrom.all(origin, after.startsAt, after.id, limit);
  }

  /**
   * Those that begin after a time and whose UID begins with that of a series: its occurrences, and others with a slash in the
   * UID.
   */
  beneath(uid: string, after: number): readonly AppointmentRow[] {
    return this.#beneath.all(`${uid}/`, `${uid}0`, after);
  }

  /** Appointments of the same customer at the same time. */
  alike(startsAt: number, number: string | null, name: string): readonly AppointmentRow[] {
    return this.#sameTime.all(startsAt, number ?? '', name);
  }

  /** Upcoming appointments that were canceled here and that the calendar holds, or held when it was last read. */
  offFrom(origin: string, now: number): readonly Pick<AppointmentRow, 'id' | 'uid'>[] {
    return this.#offFrom.all(origin, now);
  }

  /** Canceled appointments that came from a calendar and were to begin at that instant, the latest first. */
  offAt(startsAt: number): readonly AppointmentRow[] {
    return this.#offAt.all(startsAt);
  }

  byId(id: number): AppointmentRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** @throws Error if the resource is taken at that time */
  insert(row: Omit<AppointmentRow, 'id'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  /** @throws Error if the resource is taken at that time */
  place(id: number, where: AppointmentPlace, state: AppointmentState): void {
    this.#place.run({ ...where, id, state });
  }

  setState(id: number, state: AppointmentState): void {
    this.#setState.run(state, id);
  }

  setNote(id: number, name: string, note: string): void {
    this.#setNote.run(name, note, id);
  }

  setSeries(id: number, series: number): void {
    this.#setSeries.run({ id, series });
  }

  /** The appointments of a series that begin at an instant or later, in order, whatever has become of them. */
  ofSeries(series: number, from: number): readonly AppointmentRow[] {
    return this.#ofSeries.all(series, from);
  }

  /** All appointments in a stretch of time, including canceled ones, in order. */
  between(from: number, until: number): readonly AppointmentRow[] {
    return this.#between.all(from - LONGEST_MS, until, from);
  }

  /** How many begin in a stretch of time and were not canceled. */
  countBetween(from: number, until: number): number {
    return this.#countBetween.get(from, until)?.n ?? 0;
  }

  /** The appointments that take a resource in a stretch of time, except for one. */
  taking(resource: number, from: number, until: number, except: number | null): readonly AppointmentRow[] {
    return this.#taking.all({ resource, from, until, except: except ?? 0, longest: LONGEST_MS });
  }

  /** The latest first. */
  ofNumber(number: string, limit: number): readonly AppointmentRow[] {
    return this.#ofNumber.all(number, limit);
  }

  /** How often a customer came before an instant, and the latest of those visits, the last first. */
  visitsBefore(
    number: string,
    before: number,
    now: number,
    limit: number,
  ): { readonly count: number; readonly latest: readonly AppointmentRow[] } {
    return {
      count: this.#visitCount.get({ number, before, now })?.n ?? 0,
      latest: this.#visits.all({ number, before, now, limit }),
    };
  }

  /** Appointments that ended in a stretch of time and were kept, as far as is known. */
  keptBetween(from: number, until: number): readonly AppointmentRow[] {
    return this.#keptBetween.all(from, until);
  }

  /** Upcoming appointments of a number, the next first. */
  comingOf(number: string, now: number): readonly AppointmentRow[] {
    return this.#coming.all(number, now);
  }

  /** Everybody's upcoming appointments, a page at a time, in order of their row. */
  coming(now: number, afterId: number, limit: number): readonly AppointmentRow[] {
    return this.#comingAll.all(now, afterId, limit);
  }

  tally(number: string, now: number): { readonly came: number; readonly missed: number; readonly cancelled: number } {
    return this.#tally.get({ number, now }) ?? { came: 0, missed: 0, cancelled: 0 };
  }
}
