import { MINUTE } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import { displayNumber } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Resource, Service } from '../../shared/appointments.ts';
import type { AppointmentPlace, AppointmentRow } from './repository.ts';
import { stretchesFrom } from '../opening-hours/wall-hours.ts';
import type { DeskContext } from '../../core/context.ts';
import type { ServiceCatalog, Stored } from './service-catalog.ts';
import { freeSlots, instantOfWall, type Slot } from './slots.ts';

/** The program does not look for free times further ahead than this. */
const LOOK_AHEAD_DAYS = 60;
/** No time is offered by text that begins sooner than this. */
const LEAD_MS = 60 * MINUTE;

/** A service wanted at a time with a resource. */
export interface Wish {
  readonly service: Stored<Service>;
  readonly resource: Stored<Resource>;
  /** `YYYY-MM-DD` and `HH:MM`. */
  readonly date: string;
  readonly time: string;
  /** How long it lasts; null for as long as the service. */
  readonly minutes?: number | null;
  /** Set where another program gives the time: it may lie outside of the hours and last as long as that program says. */
  readonly given?: { readonly minutes: number | null };
}

/** What is planned but not in the book yet. */
interface AsIf {
  readonly freed: ReadonlySet<number>;
  /** The planned appointment that would take a resource in a stretch of time. */
  takenIn(resource: number, from: number, until: number): Pick<AppointmentRow, 'name' | 'number' | 'time'> | undefined;
}

/** Finds free times, and tells whether a wanted time is free. */
export class Availability {
  readonly #context: DeskContext;
  readonly #catalogue: ServiceCatalog;

  constructor(context: DeskContext, catalogue: ServiceCatalog) {
    this.#context = context;
    this.#catalogue = catalogue;
  }

  /**
   * Where an appointment would lie in time, if it is possible; else why not and what could be done.
   * @param except the appointment that moves
   * @param asIf what will have come free and been taken by then
   */
  placeFor(
    { service, resource, date, time, minutes: own = null, given }: Wish,
    except: number | null,
    asIf: AsIf | null = null,
  ): Result<AppointmentPlace> {
    const { calendar, clock, store } = this.#context;
    const { zone } = calendar;
    const startsAt = instantOfWall(date, time, zone);
    if (startsAt === null) return refuse('no-such-time');
    const { buffer } = service.value;
    const minutes = given?.minutes ?? own ?? service.value.minutes;
    const endsAt = startsAt + minutes * MINUTE;
    const blockedUntil = endsAt + buffer * MINUTE;
    // What has begun may still be made longer or shorter.
    const isThere = except !== null && store.appointments.byId(except)?.starts_at === startsAt;
    if (startsAt <= clock.now() && !isThere) return refuse('in-the-past');
    if (given === undefined) {
      const hours = calendar.hoursOf(resource.value.hours, resource.value.exceptions);
      const [there] = stretchesFrom(startsAt, zone, hours, 2);
      if (there === undefined || there.from > startsAt || there.until < endsAt)
        return refuse('not-there', { name: resource.value.name });
    }
    const other =
      store.appointments
        .taking(resource.row, startsAt, blockedUntil, except)
        .find(({ id }) => asIf?.freed.has(id) !== true) ?? asIf?.takenIn(resource.row, startsAt, blockedUntil);
    if (other !== undefined)
      return refuse('time-taken', { name: resource.value.name, who: this.displayNameOf(other), time: other.time });
    return ok({
      service_id: service.row,
      resource_id: resource.row,
      date,
      time,
      zone,
      minutes,
      starts_at: startsAt,
      ends_at: endsAt,
      blocked_until: blockedUntil,
    });
  }

  /** The appointments that take part of the time a wish needs. @param except the appointment that moves */
  inTheWayOf({ service, resource, date, time, given }: Wish, except: number): readonly AppointmentRow[] {
    const { calendar, store } = this.#context;
    const startsAt = instantOfWall(date, time, calendar.zone);
    if (startsAt === null) return [];
    const minutes = (given?.minutes ?? service.value.minutes) + service.value.buffer;
    return store.appointments.taking(resource.row, startsAt, startsAt + minutes * MINUTE, except);
  }

  /**
   * The free times of a service, the next first. Each time comes once, with a resource that is free then.
   * @param apart how far apart the times are, so that several are a real choice
   * @param except the appointment that would move there
   * @param minutes how long it lasts; null for as long as the service
   */
  *free(
    service: Stored<Service>,
    resources: readonly Stored<Resource>[],
    options: { from: number; days?: number; apartMinutes?: number; except?: number | null; minutes?: number | null },
  ): Generator<Slot, undefined> {
    const { calendar, store } = this.#context;
    const { from, days = LOOK_AHEAD_DAYS, apartMinutes = 0, except = null } = options;
    const minutes = options.minutes ?? service.value.minutes;
    const wanted = { minutes, buffer: service.value.buffer, zone: calendar.zone, from, days };
    const each = resources.map(({ row, value }) =>
      freeSlots(
        {
          resource: row,
          hours: calendar.hoursOf(value.hours, value.exceptions),
          taken: (start, until) =>
            store.appointments
              .taking(row, start, until, except)
              .map((other) => ({ from: other.starts_at, until: other.blocked_until })),
        },
        wanted,
      ),
    );
    let last = -Infinity;
    for (const slot of inOrder(each)) {
      if (slot.startsAt < last + Math.max(1, apartMinutes * MINUTE)) continue;
      last = slot.startsAt;
      yield slot;
    }
  }

  /**
   * The next free times for a customer to choose from by text.
   * @param moving the appointment to move, whose own time is not offered
   */
  offer(
    service: Stored<Service>,
    count: number,
    after: number | null,
    moving: Pick<AppointmentRow, 'id' | 'starts_at' | 'ends_at'> | null,
  ): readonly Slot[] {
    const { clock, calendar } = this.#context;
    const minutes = moving === null ? service.value.minutes : (moving.ends_at - moving.starts_at) / MINUTE;
    const from = Math.max(clock.now() + LEAD_MS, after ?? 0);
    const options = { from, apartMinutes: minutes, minutes, except: moving?.id ?? null };
    const offered: Slot[] = [];
    const { store } = this.#context;
    // A time offered to a customer on the waiting list is reserved for them for a while.
    const kept = store.waitingList.openOffers().map((each) => {
      const length = this.#catalogue.services.get(each.service_id)?.value.minutes ?? 0;
      return { resource: each.resource_id, from: each.starts_at, until: each.starts_at + length * MINUTE };
    });
    // A morning and an afternoon give more choice than three times in a row.
    const halves = new Map<string, number>();
    for (const slot of this.free(service, this.#catalogue.doing(service.row), options)) {
      if (moving !== null && slot.startsAt < moving.ends_at && slot.startsAt + minutes * MINUTE > moving.starts_at)
        continue;
      const until = slot.startsAt + minutes * MINUTE;
      if (kept.some((each) => each.resource === slot.resource && each.from < until && each.until > slot.startsAt))
        continue;
      const half = `${slot.date} ${slot.time < '12:00'}`;
      if ((halves.get(half) ?? 0) >= 1 && isSoon(slot.startsAt, from, calendar.zone)) continue;
      halves.set(half, (halves.get(half) ?? 0) + 1);
      offered.push(slot);
      if (offered.length === count) break;
    }
    return offered;
  }

  /** The customer's name as the counter knows it. */
  displayNameOf({ name, number }: Pick<AppointmentRow, 'name' | 'number'>): string {
    return name !== '' ? name : number === null ? '…' : displayNumber(number, this.#context.country());
  }
}

/** Only in the next days are other halves of a day preferred, because there are some to choose from. */
function isSoon(at: number, from: number, zone: string): boolean {
  const day = (instant: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
  return day(from).until(day(at), { largestUnit: 'days' }).days <= 7;
}

/** Merges several ordered sequences into one. */
function* inOrder(all: readonly Generator<Slot, undefined>[]): Generator<Slot, undefined> {
  const heads = all.map((each) => ({ each, slot: each.next().value }));
  for (;;) {
    let first: (typeof heads)[number] | null = null;
    for (const head of heads)
      if (head.slot !== undefined && (first?.slot === undefined || head.slot.startsAt < first.slot.startsAt))
        first = head;
    if (first?.slot === undefined) return;
    yield first.slot;
    first.slot = first.each.next().value;
  }
}
