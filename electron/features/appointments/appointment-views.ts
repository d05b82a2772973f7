import { notFound } from '../../shared/not-found.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
import type { ServiceCatalog } from './service-catalog.ts';
import type { Availability } from './availability.ts';
import type { AppointmentWords } from './appointment-words.ts';
import type { Slices } from '../../core/slices.ts';
import { Temporal } from 'temporal-polyfill';
import { conversationId, idOf, rowOf } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { AppointmentDto, CalendarDto, CustomerAppointmentsDto, OfferedSlotDto } from './contract.ts';
import type { AppointmentRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { CALENDAR_BEGINS, CALENDAR_ENDS, eventOf } from './calendar-export.ts';
import { isLive } from './states.ts';

const SHOWN = 50;

interface ViewDeps {
  readonly questions: OpenQuestions;
  readonly catalogue: ServiceCatalog;
  readonly diary: Availability;
  readonly words: AppointmentWords;
  readonly slices: Slices;
  readonly lineFor: (number: string) => number | null;
}

/** The calendar as it is shown, as it is handed to other programs, and as it is for one customer. */
export class AppointmentViews {
  readonly #context: DeskContext;
  readonly #deps: ViewDeps;

  constructor(context: DeskContext, deps: ViewDeps) {
    this.#context = context;
    this.#deps = deps;
  }

  /** All appointments of some days, and when each resource is there. @param from the first day, `YYYY-MM-DD` */
  calendar(from: string, days: number): CalendarDto {
    const { store, calendar } = this.#context;
    const first = Temporal.PlainDate.from(from);
    const start = first.toZonedDateTime(calendar.zone).epochMilliseconds;
    const end = first.add({ days }).toZonedDateTime(calendar.zone).epochMilliseconds;
    const dates = Array.from({ length: days }, (_, i) => first.add({ days: i }));
    const resources = this.#deps.catalogue.resourceViews;
    const hours = resources.map(({ id, hours: own, exceptions }) => {
      const hoursOf = calendar.hoursOf(own, exceptions);
      return [id, Object.fromEntries(dates.map((date) => [date.toString(), hoursOf(date)]))] as const;
    });
    const specialDays = resources.map(({ id, exceptions }) => {
      const named = dates.map((date) => [date.toString(), calendar.specialDayOn(date, exceptions)?.name] as const);
      return [id, Object.fromEntries(named.filter((each): each is [string, string] => each[1] !== undefined))] as const;
    });
    return {
      appointments: store.appointments.between(start, end).map((row) => this.toDto(row)),
      hours: Object.fromEntries(hours),
      specialDays: Object.fromEntries(specialDays),
      offers: this.#offersBetween(start, end),
      zone: calendar.zone,
    };
  }

  /** How many appointments there are today, by the shop's clock. */
  countToday(): number {
    const { store, clock, calendar } = this.#context;
    const day = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(calendar.zone).startOfDay();
    return store.appointments.countBetween(day.epochMilliseconds, day.add({ days: 1 }).epochMilliseconds);
  }

  #offersBetween(start: number, end: number): readonly OfferedSlotDto[] {
    const { services } = this.#deps.catalogue;
    const { store, clock } = this.#context;
    return store.waitingList
      .openOffers()
      .filter((offer) => offer.starts_at >= start && offer.starts_at < end && offer.until > clock.now())
      .map(({ entry_id: entry, service_id: service, resource_id: resource, date, time, until }) => ({
        who: this.#deps.diary.displayNameOf(store.waitingList.byId(entry) ?? { name: '', number: null }),
        service: services.get(service)?.value.name ?? '',
        resourceId: idOf('resource', resource),
        date,
        time,
        minutes: services.get(service)?.value.minutes ?? 0,
        until,
      }));
  }

  /** The calendar as an iCalendar file, including canceled appointments. @param from `YYYY-MM-DD`; null for all there are */
  async export(from: string | null, days: number): Promise<string> {
    const { store, clock, calendar } = this.#context;
    const day = from === null ? null : Temporal.PlainDate.from(from);
    const start = day?.toZonedDateTime(calendar.zone).epochMilliseconds ?? 0;
    const end = day?.add({ days }).toZonedDateTime(calendar.zone).epochMilliseconds ?? Number.MAX_SAFE_INTEGER;
    const rows = store.appointments.between(start, end).filter(({ starts_at: at }) => at >= start);
    const now = clock.now();
    const events = await this.#deps.slices.reckon(rows, (row) => {
      const summary = `${this.#deps.words.what(row)}: ${this.#deps.diary.displayNameOf(row)}`;
      const resource = this.#deps.catalogue.resources.get(row.resource_id)?.value.name ?? '';
      const description = [resource, row.number ?? '', row.note].filter((each) => each !== '').join('\n');
      return eventOf({ ...row, summary, description }, now);
    });
    return [CALENDAR_BEGINS, ...events, CALENDAR_ENDS].join('');
  }

  ofCustomer(id: string): Result<CustomerAppointmentsDto> {
    const { store, clock } = this.#context;
    const row = rowOf('conversation', id);
    const conversation = row === null ? null : store.conversations.byId(row);
    if (conversation === null) return notFound('conversation');
    const now = clock.now();
    const all = store.appointments.ofNumber(conversation.number, SHOWN);
    const coming = all.filter(({ ends_at: end, state }) => end > now && isLive(state)).toReversed();
    return ok({
      appointments: [...coming, ...all.filter((each) => !coming.includes(each))].map((each) => this.toDto(each)),
      ...store.appointments.tally(conversation.number, now),
    });
  }

  toDto(row: AppointmentRow): AppointmentDto {
    const { catalogue, diary, questions } = this.#deps;
    const conversation = this.conversationOf(row.number);
    const question = row.number === null ? null : questions.of(row.number);
    return {
      id: idOf('appointment', row.id),
      number: row.number,
      displayNumber: row.number === null ? null : displayNumber(row.number, this.#context.country()),
      who: diary.displayNameOf(row),
      name: row.name,
      conversationId: conversation === null ? null : conversationId(conversation),
      serviceId: idOf('service', row.service_id),
      service: catalogue.services.get(row.service_id)?.value.name ?? '',
      resourceId: idOf('resource', row.resource_id),
      resource: catalogue.resources.get(row.resource_id)?.value.name ?? '',
      date: row.date,
      time: row.time,
      minutes: row.minutes,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      buffer: Math.round((row.blocked_until - row.ends_at) / 60_000),
      state: row.state,
      note: row.note,
      isSeries: row.series !== null,
      isAsked: isLive(row.state) && question?.row.about === row.id && question.standing === 'asked',
    };
  }

  conversationOf(number: string | null): number | null {
    if (number === null) return null;
    const { store } = this.#context;
    const line = this.#deps.lineFor(number);
    return line === null ? null : store.conversations.find(line, number);
  }
}
