import { Temporal } from 'temporal-polyfill';
import { notFound } from '../../shared/not-found.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Appointments, MoveTarget } from './appointments.ts';
import type { Availability } from './availability.ts';
import type { AppointmentDto } from './contract.ts';
import type { AppointmentPlace, AppointmentRow } from './repository.ts';
import type { Resource } from '../../shared/appointments.ts';
import { BookablePlaces } from './bookable-places.ts';
import type { ServiceCatalog, Stored } from './service-catalog.ts';
import { isLive } from './states.ts';

interface SeriesDeps {
  readonly appointments: Appointments;
  readonly diary: Availability;
  readonly catalogue: ServiceCatalog;
}

/** What is done to a repeated appointment together with all that follow it: the customer is told once. */
export class AppointmentSeries {
  readonly #context: DeskContext;
  readonly #deps: SeriesDeps;
  readonly #places: BookablePlaces;

  constructor(context: DeskContext, deps: SeriesDeps) {
    this.#context = context;
    this.#deps = deps;
    this.#places = new BookablePlaces(deps);
  }

  /** Cancels an appointment and those that follow it. @returns what was canceled, in order */
  cancelFollowing(id: string, tell: boolean): Result<readonly AppointmentDto[]> {
    const { appointments } = this.#deps;
    const rows = this.#fromOn(id);
    if (!rows.ok) return rows;
    const cancelled = this.#context.unit(() => {
      const after = rows.value.map((row) => appointments.setState(row, 'cancelled'));
      appointments.settled(after[0] as AppointmentRow, 'cancelled', tell, true);
      return after;
    });
    return ok(cancelled.map((row) => appointments.views.toDto(row)));
  }

  /**
   * Restores appointments that were canceled together, those whose time is still free.
   * @returns what was restored; a refusal if nothing can be
   */
  restore(ids: readonly string[]): Result<readonly AppointmentDto[]> {
    const { appointments } = this.#deps;
    let answer: Result<AppointmentDto> = notFound('appointment');
    const restored: AppointmentDto[] = [];
    this.#context.unit(() => {
      for (const id of ids) {
        answer = appointments.change(id, 'restore', false);
        if (answer.ok) restored.push(answer.value);
      }
    });
    return restored.length > 0 ? ok(restored) : (answer as Result<never>);
  }

  /** Moves an appointment, and those that follow it by as much; all of them, or none. @returns what was moved, in order */
  moveFollowing(id: string, to: MoveTarget): Result<readonly AppointmentDto[]> {
    const { appointments } = this.#deps;
    const rows = this.#fromOn(id);
    if (!rows.ok) return rows;
    const [first] = rows.value as readonly [AppointmentRow];
    const days = Temporal.PlainDate.from(first.date).until(to.date, { largestUnit: 'days' }).days;
    const freed = new Set(rows.value.map((row) => row.id));
    const places: [AppointmentRow, AppointmentPlace][] = [];
    for (const row of rows.value) {
      const date = Temporal.PlainDate.from(row.date).add({ days }).toString();
      const place = this.#placeOf(row, { ...to, date }, freed);
      if (!place.ok) return row === first ? place : refuse('time-taken.following', { when: date });
      places.push([row, place.value]);
    }
    // None may come to lie where the next one still is.
    if (days > 0) places.reverse();
    const moved = this.#context.unit(() => {
      const there = places.map(([row, place]) => appointments.place(row, place, 'booked'));
      if (days > 0) there.reverse();
      appointments.settled(there[0] as AppointmentRow, 'moved', to.tell, true);
      return there;
    });
    return ok(moved.map((row) => appointments.views.toDto(row)));
  }

  #placeOf(row: AppointmentRow, to: MoveTarget, freed: ReadonlySet<number>): Result<AppointmentPlace> {
    const wanted = to.resourceId ?? idOf('resource', row.resource_id);
    const found = this.#places.serviceAnd(idOf('service', row.service_id), wanted, row.resource_id);
    if (!found.ok) return found;
    const { service, resources } = found.value;
    const [resource] = resources as readonly [Stored<Resource>];
    const wish = { service, resource, date: to.date, time: to.time, minutes: to.minutes ?? row.minutes };
    return this.#deps.diary.placeFor(wish, row.id, { freed, takenIn: () => undefined });
  }

  /** An appointment and those of its series that follow it, as far as the customer is expected. */
  #fromOn(id: string): Result<readonly AppointmentRow[]> {
    const { store } = this.#context;
    const row = rowOf('appointment', id);
    const first = row === null ? null : store.appointments.byId(row);
    if (first === null) return notFound('appointment');
    if (!isLive(first.state)) return refuse('cannot-happen');
    if (first.series === null) return ok([first]);
    return ok(store.appointments.ofSeries(first.series, first.starts_at).filter(({ state }) => isLive(state)));
  }
}
