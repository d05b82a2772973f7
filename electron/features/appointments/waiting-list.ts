import { MINUTE } from '../../shared/durations.ts';
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { idOf, rowOf } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { WaitingHalf } from '../../shared/appointments.ts';
import type { WaitingDto } from './contract.ts';
import type { AppointmentPlace, AppointmentRow } from './repository.ts';
import type { RefillOfferRow, WaitingRow } from './waiting-list-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishCalendar } from '../conversations/publish.ts';
import { DONE, dropped, jobKind, type Job, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Outbox } from '../messaging/outbox.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
import type { AppointmentWords } from './appointment-words.ts';
import type { ServiceCatalog } from './service-catalog.ts';
import type { Availability } from './availability.ts';
import { APPOINTMENT_SOURCE } from './reminders.ts';

/** A mistaken cancellation is taken back within this time. */
const FREED_AFTER_MS = 20_000;
/** Nobody comes at shorter notice than this. */
const LEAD_MS = 30 * MINUTE;
const MOST_WAITING = 500;
const freedTime = z.object({ resource: z.number(), date: z.string(), time: z.string(), startsAt: z.number() });
type Freed = Readonly<z.infer<typeof freedTime>>;
const REFILL = jobKind('refill', freedTime);
const LAPSE = jobKind('refill-lapse', z.object({ offer: z.number() }));

/** The group of the text that offers a freed time: it does not leave if the offer ends. */
const followsOffer = (row: number): string => `refill:${row}`;

interface WaitingDeps {
  readonly outbox: Outbox;
  readonly questions: OpenQuestions;
  readonly scheduler: Scheduler;
  readonly catalogue: ServiceCatalog;
  readonly diary: Availability;
  readonly words: AppointmentWords;
  readonly lineFor: (number: string) => number | null;
}

/** A customer who would take a time that comes free, and which times they want. */
export interface Waiting {
  readonly number: string;
  readonly name: string;
  readonly service: number;
  readonly resource: number | null;
  readonly from: string;
  readonly until: string | null;
  readonly half: WaitingHalf;
}

/**
 * Offers a time that comes free to the customers who wait for one: one after the other, each for a limited time, within their
 * texting hours, and not to a customer who has another question open.
 */
export class WaitingList {
  readonly #context: DeskContext;
  readonly #deps: WaitingDeps;

  constructor(context: DeskContext, deps: WaitingDeps) {
    this.#context = context;
    this.#deps = deps;
    deps.scheduler.add(REFILL, { run: (job) => this.#refill(job) });
    deps.scheduler.add(LAPSE, { run: (job) => this.#lapse(job) });
  }

  get views(): readonly WaitingDto[] {
    return this.#context.store.waitingList.waiting(this.#today).map((row) => this.#toDto(row));
  }

  add({ number, name, service, resource, from, until, half }: Waiting): Result<WaitingDto> {
    const { store, clock } = this.#context;
    if (until !== null && until < from) return refuse('bad-input.last-before-first');
    if (until !== null && until < this.#today) return refuse('in-the-past.days');
    const all = store.waitingList.waiting(this.#today);
    if (all.some((row) => row.number === number && row.service_id === service)) return refuse('name-taken.waits');
    if (all.length >= MOST_WAITING) return refuse('bad-input.most', { most: MOST_WAITING });
    const id = store.waitingList.insert({
      number,
      name,
      service_id: service,
      resource_id: resource,
      from_date: from,
      until_date: until,
      half,
      author: this.#context.currentAgent()?.name ?? null,
      created_at: clock.now(),
    });
    this.#changed();
    return ok(this.#toDto(store.waitingList.byId(id) as WaitingRow));
  }

  setRemoved(id: string, removed: boolean): Result<readonly WaitingDto[]> {
    const { store } = this.#context;
    const row = rowOf('waiting', id);
    const entry = row === null ? null : store.waitingList.byId(row);
    if (entry === null || entry.state === 'booked') return refuse('not-found.waiting');
    this.#context.unit(() => {
      store.waitingList.setState(entry.id, removed ? 'removed' : 'waiting');
      const offer = removed ? store.waitingList.openOfferOf(entry.id) : null;
      if (offer !== null) {
        this.#next(offer);
        this.#end(offer, entry, 'gone');
      }
      this.#changed();
    });
    return ok(this.views);
  }

  /** The time has come free. It is offered only once a mistake would have been taken back. Must run inside a unit of work. */
  freed({ id, resource_id: resource, date, time, starts_at: startsAt }: AppointmentRow): void {
    const { clock, settings, store } = this.#context;
    const now = clock.now();
    if (settings().refillMinutes === 0 || startsAt - LEAD_MS <= now) return;
    if (store.waitingList.waiting(this.#today).length === 0) return;
    this.#arm({ resource, date, time, startsAt }, now + FREED_AFTER_MS, id);
  }

  /** The offer that a customer answers; null if it is no longer open. Must run inside a unit of work. */
  offered(id: number): { readonly offer: RefillOfferRow; readonly entry: WaitingRow } | null {
    const { store } = this.#context;
    const offer = store.waitingList.offerById(id);
    const entry = offer === null ? null : store.waitingList.byId(offer.entry_id);
    return offer?.state === 'open' && entry?.state === 'waiting' ? { offer, entry } : null;
  }

  /** Takes the time if it is still free; if it is not, the next customer is not asked either. Must run inside a unit of work. */
  take(offer: RefillOfferRow, entry: WaitingRow): AppointmentPlace | null {
    const { store } = this.#context;
    const place = this.#placeOf(entry, offer);
    this.#end(offer, entry, place === null ? 'gone' : 'taken');
    if (place !== null) store.waitingList.setState(entry.id, 'booked');
    return place;
  }

  /** The customer does not want the time, so the next one is asked. Must run inside a unit of work. */
  decline(offer: RefillOfferRow, entry: WaitingRow): void {
    this.#end(offer, entry, 'declined');
    this.#next(offer);
  }

  #refill({ payload: freed }: Job<Freed>): JobOutcome {
    const { store, clock, calendar, settings } = this.#context;
    const { outbox, questions, scheduler, words, lineFor } = this.#deps;
    const now = clock.now();
    const last = freed.startsAt - LEAD_MS;
    const { refillMinutes } = settings();
    if (now >= last || refillMinutes === 0) return dropped('too-late');
    const before = store.waitingList.offersOf(freed.resource, freed.startsAt);
    if (before.some(({ state }) => state === 'open')) return dropped('offered');
    let later: number | null = null;
    for (const entry of store.waitingList.waiting(this.#today)) {
      if (before.some(({ entry_id: id }) => id === entry.id) || !this.#wants(entry, freed)) continue;
      const { number } = entry;
      if (store.optOuts.has(number) || store.contacts.isBlocked(number)) continue;
      if (store.waitingList.openOfferOf(entry.id) !== null || questions.of(number) !== null) continue;
      const line = lineFor(number);
      if (line === null || this.#placeOf(entry, freed) === null) continue;
      const from = calendar.nextAllowedAt(now, store.contacts.ofNumber(number)?.zone ?? null);
      if (from !== now) {
        // The customer who has waited longest comes first: the next one is not asked just because it is night for the first.
        later = from !== null && from < last ? Math.min(later ?? from, from) : later;
        if (later !== null) break;
        continue;
      }
      const until = Math.min(now + refillMinutes * MINUTE, last + LEAD_MS / 2);
      const { resource, date, time, startsAt } = freed;
      const offer = store.waitingList.offer({
        entry_id: entry.id,
        resource_id: resource,
        date,
        time,
        starts_at: startsAt,
        until,
      });
      const place = { service_id: entry.service_id, date, time, number };
      const { words: spoken } = words.to(number);
      const message = outbox.write({
        to: number,
        text: spoken.refill(
          words.shop,
          words.what(place),
          words.when(place),
          words.time(this.#clockTime(until), number),
        ),
        purpose: 'service',
        lineId: line,
        notBefore: null,
        expiresAt: until,
        source: APPOINTMENT_SOURCE,
        follows: followsOffer(offer),
      });
      if (message === null) throw new Error('there is no room in the queue for an offer');
      questions.open({ number, kind: 'refill', message, about: null, body: { offer }, expiresAt: until });
      scheduler.arm(LAPSE, `${LAPSE.name}:${offer}`, until, offer, { offer });
      publishCalendar(this.#context, store.conversations.find(line, number));
      return DONE;
    }
    return later === null ? dropped('nobody') : { kind: 'again', at: later };
  }

  /** The customer has not answered in time, so the next one is asked. */
  #lapse({ payload }: Job<{ readonly offer: number }>): JobOutcome {
    const { store } = this.#context;
    const offer = store.waitingList.offerById(payload.offer);
    const entry = offer === null ? null : store.waitingList.byId(offer.entry_id);
    if (offer?.state !== 'open' || entry === null) return dropped('answered');
    this.#end(offer, entry, 'lapsed');
    this.#next(offer);
    return DONE;
  }

  #end(offer: RefillOfferRow, { number }: WaitingRow, state: Exclude<RefillOfferRow['state'], 'open'>): void {
    const { store } = this.#context;
    const { questions, scheduler } = this.#deps;
    store.waitingList.settleOffer(offer.id, state);
    scheduler.cancelAbout(LAPSE, offer.id);
    const question = questions.of(number);
    const isAsked = question?.row.kind === 'refill' && offerOf(question.row.body) === offer.id;
    if (isAsked) questions.close(number);
    this.#deps.outbox.takeBack(number, followsOffer(offer.id));
  }

  #next({ resource_id: resource, date, time, starts_at: startsAt, id }: RefillOfferRow): void {
    this.#arm({ resource, date, time, startsAt }, this.#context.clock.now(), id);
  }

  #arm(freed: Freed, at: number, why: number): void {
    // The same time may come free more than once.
    const key = `${REFILL.name}:${freed.resource}:${freed.startsAt}:${at}:${why}`;
    this.#deps.scheduler.arm(REFILL, key, at, null, freed);
  }

  #wants({ service_id: service, resource_id: wanted, ...when }: WaitingRow, { resource, date, time }: Freed): boolean {
    const { catalogue } = this.#deps;
    if (wanted !== null && wanted !== resource) return false;
    if (date < when.from_date || (when.until_date !== null && date > when.until_date)) return false;
    if (when.half !== 'any' && (when.half === 'morning') !== time < '12:00') return false;
    return catalogue.doing(service).some(({ row }) => row === resource);
  }

  #placeOf(
    { service_id: serviceRow, number }: WaitingRow,
    { date, time, ...where }: Pick<RefillOfferRow, 'date' | 'time'> & ({ resource: number } | { resource_id: number }),
  ): AppointmentPlace | null {
    const { catalogue, diary } = this.#deps;
    const service = catalogue.services.get(serviceRow);
    const resource = catalogue.resources.get('resource' in where ? where.resource : where.resource_id);
    if (service === undefined || service.removed || resource === undefined || resource.removed) return null;
    const place = diary.placeFor({ service, resource, date, time }, null);
    if (!place.ok) return null;
    const { starts_at: start, ends_at: end } = place.value;
    const { store, clock } = this.#context;
    // Nobody can be in two places at once.
    const coming = store.appointments.comingOf(number, clock.now());
    return coming.some((each) => each.starts_at < end && each.ends_at > start) ? null : place.value;
  }

  get #today(): string {
    const { clock, calendar } = this.#context;
    return Temporal.Instant.fromEpochMilliseconds(clock.now())
      .toZonedDateTimeISO(calendar.zone)
      .toPlainDate()
      .toString();
  }

  /** `HH:MM` on the shop's wall clock. */
  #clockTime(at: number): string {
    const { calendar } = this.#context;
    const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone).toPlainTime();
    return time.toString({ smallestUnit: 'minute' });
  }

  #toDto(row: WaitingRow): WaitingDto {
    const { catalogue } = this.#deps;
    const { store } = this.#context;
    const offer = store.waitingList.openOfferOf(row.id);
    return {
      id: idOf('waiting', row.id),
      number: row.number,
      who: row.name || displayNumber(row.number, this.#context.country()),
      service: catalogue.services.get(row.service_id)?.value.name ?? '',
      resource: row.resource_id === null ? null : (catalogue.resources.get(row.resource_id)?.value.name ?? ''),
      from: row.from_date,
      until: row.until_date,
      half: row.half,
      createdAt: row.created_at,
      offered: offer === null ? null : { date: offer.date, time: offer.time, until: offer.until },
    };
  }

  #changed(): void {
    publishCalendar(this.#context, null);
  }
}

/** The id of the offer that a question is about. */
export function offerOf(body: string | null): number {
  return (JSON.parse(body ?? '{"offer":0}') as { readonly offer: number }).offer;
}
