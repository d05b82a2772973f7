import { notFound } from '../../shared/not-found.ts';
import { HOUR } from '../../shared/durations.ts';
import { type Booking, BookedCustomer } from './booked-customer.ts';
import { BookablePlaces } from './bookable-places.ts';
import { AppointmentViews } from './appointment-views.ts';
import { Temporal } from 'temporal-polyfill';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { countText, normaliseText } from '../../shared/composing.ts';
import type {
  AppointmentDto,
  BookingPreviewDto,
  PlannedTextDto,
  ReminderDto,
  SlotDto,
  WaitingDto,
} from './contract.ts';
import type { ConversationEventKind } from '../conversations/contract.ts';
import type { AppointmentPlace, AppointmentRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishCalendar, publishConversation } from '../conversations/publish.ts';
import type { Slices } from '../../core/slices.ts';
import type { Contacts } from '../contacts/contacts.ts';
import type { Outbox } from '../messaging/outbox.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
import { logEvent } from '../conversations/event-log.ts';
import type { AppointmentWords } from './appointment-words.ts';
import type { ServiceCatalog } from './service-catalog.ts';
import type { Availability } from './availability.ts';
import type { Waiting, WaitingList } from './waiting-list.ts';
import { APPOINTMENT_SOURCE, followsAppointment, type Reminders } from './reminders.ts';
import { LONGEST_APPOINTMENT_NAME } from '../../shared/appointments.ts';
import { seriesDates } from './series-dates.ts';
import { appointmentAfter, isLive, type AppointmentInput } from './states.ts';
/** An action of a person can be undone for eight seconds, so the text about it leaves well after that. */
const PUT_OFF_MS = 15_000;
const SLOTS_SHOWN = 200;

export interface AppointmentDeps {
  readonly outbox: Outbox;
  readonly questions: OpenQuestions;
  readonly catalogue: ServiceCatalog;
  readonly diary: Availability;
  readonly words: AppointmentWords;
  readonly reminders: Reminders;
  readonly waitingList: WaitingList;
  readonly slices: Slices;
  readonly contacts: Pick<Contacts, 'learnName'>;
  readonly lineFor: (number: string) => number | null;
}

const EVENT: Readonly<Partial<Record<AppointmentInput, ConversationEventKind>>> = {
  confirm: 'appointment-confirmed',
  'ask-move': 'move-asked',
  choose: 'appointment-moved',
  move: 'appointment-moved',
  cancel: 'appointment-cancelled',
  miss: 'appointment-missed',
  restore: 'appointment-restored',
};

export interface MoveTarget {
  /** `YYYY-MM-DD` and `HH:MM`. */
  readonly date: string;
  readonly time: string;
  /** Null for the same resource as before, or else whoever is free. */
  readonly resourceId: string | null;
  /** Null for as long as before. */
  readonly minutes?: number | null | undefined;
  /** Whether the customer is told by text. */
  readonly tell: boolean;
}

interface CheckedBooking {
  readonly place: AppointmentPlace;
  readonly number: string | null;
  readonly name: string;
  /** The owner's own words for the confirmation; empty for the program's. */
  readonly ownText: string;
}

const plannedText = (text: string): PlannedTextDto => ({ text, parts: countText(normaliseText(text)).parts });

function isElsewhere(row: AppointmentPlace, place: AppointmentPlace): boolean {
  return place.starts_at !== row.starts_at || place.resource_id !== row.resource_id;
}

/** The appointments: booked, moved and canceled, by the counter or by the customer. */
export class Appointments {
  readonly #context: DeskContext;
  readonly #deps: AppointmentDeps;
  /** The appointments as they are shown. */
  readonly views: AppointmentViews;
  readonly #booked: BookedCustomer;
  readonly #places: BookablePlaces;

  constructor(context: DeskContext, deps: AppointmentDeps) {
    this.#context = context;
    this.#deps = deps;
    this.views = new AppointmentViews(context, deps);
    this.#booked = new BookedCustomer(context);
    this.#places = new BookablePlaces(deps);
  }

  /** The free times of a service on a day, for a person to choose from. @param except the appointment that would move */
  slots(
    serviceId: string,
    resourceId: string | null,
    date: string,
    days: number,
    except: string | null,
    minutes: number | null = null,
  ): Result<readonly SlotDto[]> {
    const { clock, calendar, store } = this.#context;
    const moving = except === null ? null : rowOf('appointment', except);
    const own = moving === null ? null : (store.appointments.byId(moving)?.resource_id ?? null);
    const found = this.#places.serviceAnd(serviceId, resourceId, own);
    if (!found.ok) return found;
    const { service, resources } = found.value;
    const day = Temporal.PlainDate.from(date);
    const from = Math.max(clock.now(), day.toZonedDateTime(calendar.zone).epochMilliseconds);
    const until = day.add({ days }).toZonedDateTime(calendar.zone).epochMilliseconds;
    const slots: SlotDto[] = [];
    for (const slot of this.#deps.diary.free(service, resources, { from, days, except: moving, minutes })) {
      if (slot.startsAt >= until || slots.length === SLOTS_SHOWN) break;
      const { date: on, time, startsAt, resource } = slot;
      slots.push({ date: on, time, startsAt, resourceId: idOf('resource', resource) });
    }
    return ok(slots);
  }

  get(id: string): Result<AppointmentDto> {
    const row = this.#row(id);
    return row === null ? notFound('appointment') : ok(this.views.toDto(row));
  }

  book(booking: Booking): Result<AppointmentDto> {
    const checked = this.#check(booking);
    if (!checked.ok) return checked;
    const { place, number, name, ownText } = checked.value;
    const who = { number, name, note: booking.note, state: 'booked' } as const;
    const following = this.#following(booking, place).filter((each) => each.place.ok);
    const booked = this.#context.unit(() => {
      const written = this.write(place, who);
      const row = following.length > 0 ? { ...written, series: written.id } : written;
      if (row.series !== null) this.#context.store.appointments.setSeries(row.id, row.series);
      for (const each of following) if (each.place.ok) this.write(each.place.value, who, row.id);
      this.#deps.contacts.learnName(number, name);
      if (booking.tell) this.#tell(row, ownText, 'booked', this.#repeatWords(row, booking, following.length + 1));
      this.happened(row, 'appointment-booked');
      this.publish(row);
      return row;
    });
    return ok(this.views.toDto(booked));
  }

  /** What the customer would get by text for this booking; nothing is booked. */
  preview(booking: Booking): Result<BookingPreviewDto> {
    const checked = this.#check(booking);
    if (!checked.ok) return checked;
    const { place, number, name, ownText } = checked.value;
    const isUnwanted = number !== null && this.#wantsNothing(number);
    const planned = this.#following(booking, place);
    const following = planned.map((each) => ({ date: each.date, problem: each.place.ok ? null : each.place.error }));
    if (number === null || isUnwanted) return ok({ confirmation: null, reminders: [], isUnwanted, following });
    const origin = {
      author: null,
      created_at: this.#context.clock.now(),
      uid: null,
      origin: null,
      seen: null,
      series: null,
    };
    const row: AppointmentRow = { id: 0, ...place, number, name, note: booking.note, state: 'booked', ...origin };
    const more = this.#repeatWords(row, booking, planned.filter((each) => each.place.ok).length + 1);
    const confirmation = booking.tell ? plannedText(`${this.#deps.words.say(row, ownText, 'booked')}${more}`) : null;
    return ok({ confirmation, reminders: this.#remindersOf(row), isUnwanted, following });
  }

  /** The other dates of a repeated appointment, with the same resource, and whether each is free. */
  #following({ repeat, time, minutes }: Booking, first: AppointmentPlace) {
    const service = this.#deps.catalogue.services.get(first.service_id);
    const resource = this.#deps.catalogue.resources.get(first.resource_id);
    if (repeat == null || service === undefined || resource === undefined) return [];
    const dates = seriesDates(first.date, repeat).slice(1);
    return dates.map((date) => {
      const wish = { service, resource, date, time, minutes: minutes ?? null };
      return { date, place: this.#deps.diary.placeFor(wish, null) };
    });
  }

  #repeatWords({ number }: AppointmentRow, { repeat }: Booking, times: number): string {
    if (repeat == null || times === 1) return '';
    return ` ${this.#deps.words.to(number).words.repeats(repeat.every, times)}`;
  }

  /** Who would come, when and to whom. */
  #check(booking: Booking): Result<CheckedBooking> {
    const whose = this.#booked.of(booking);
    if (!whose.ok) return whose;
    const found = this.#places.serviceAnd(booking.serviceId, booking.resourceId, null);
    if (!found.ok) return found;
    const place = this.#places.choose(found.value, booking, null);
    if (!place.ok) return place;
    return ok({ ...whose.value, place: place.value, ownText: found.value.service.value.text });
  }

  /** Puts an appointment and its reminders into the book. Must run inside a unit of work. */
  write(
    place: AppointmentPlace,
    who: Pick<AppointmentRow, 'number' | 'name' | 'note' | 'state'>,
    series: number | null = null,
  ): AppointmentRow {
    const { store, clock } = this.#context;
    const author = this.#context.currentAgent()?.name ?? null;
    const made = { author, created_at: clock.now(), uid: null, origin: null, seen: null, series };
    const id = store.appointments.insert({ ...place, ...who, ...made });
    const row = store.appointments.byId(id) as AppointmentRow;
    this.#deps.reminders.plan(row);
    return row;
  }

  /** A person moves an appointment, or makes it longer or shorter. */
  move(id: string, to: MoveTarget): Result<AppointmentDto> {
    const row = this.#row(id);
    if (row === null) return notFound('appointment');
    const state = appointmentAfter(row.state, 'move');
    if (state === null) return refuse('cannot-happen.called-off');
    const resourceId = to.resourceId ?? idOf('resource', row.resource_id);
    const found = this.#places.serviceAnd(idOf('service', row.service_id), resourceId, row.resource_id);
    if (!found.ok) return found;
    const place = this.#places.choose(found.value, { ...to, minutes: to.minutes ?? row.minutes }, row.id);
    if (!place.ok) return place;
    const moved = this.#context.unit(() => {
      // Only another time or another person is not what the customer agreed to.
      const there = this.place(row, place.value, isElsewhere(row, place.value) ? state : row.state);
      this.settled(there, 'moved', to.tell, false);
      return there;
    });
    return ok(this.views.toDto(moved));
  }

  /** Puts an appointment and its reminders at another time. Must run inside a unit of work. */
  place(row: AppointmentRow, place: AppointmentPlace, state: AppointmentRow['state']): AppointmentRow {
    const { store } = this.#context;
    store.appointments.place(row.id, place, state);
    const moved = store.appointments.byId(row.id) as AppointmentRow;
    // Whatever was sent or asked about it holds as long as only its length has changed.
    if (!isElsewhere(row, moved) && moved.service_id === row.service_id && state === row.state) return moved;
    if (isElsewhere(row, moved) && isLive(row.state)) this.#deps.waitingList.freed(row);
    this.#deps.reminders.plan(moved);
    return moved;
  }

  /** A person confirms an appointment by phone, cancels it, marks it as missed, or takes one of these back. */
  change(
    id: string,
    input: Extract<AppointmentInput, 'confirm' | 'cancel' | 'miss' | 'restore'>,
    tell: boolean,
  ): Result<AppointmentDto> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound('appointment');
    const state = appointmentAfter(row.state, input);
    if (state === null) return refuse('cannot-happen');
    if (input === 'miss' && row.starts_at > clock.now()) return refuse('cannot-happen.not-begun');
    const [other] =
      input === 'restore' && row.state === 'cancelled'
        ? store.appointments.taking(row.resource_id, row.starts_at, row.blocked_until, row.id)
        : [];
    if (other !== undefined) return refuse('time-taken.by-now', { who: this.#deps.diary.displayNameOf(other) });
    const changed = this.#context.unit(() => {
      const after = this.setState(row, state);
      const isTold = tell && row.ends_at > clock.now();
      if (isTold && input === 'cancel') this.#tell(after, '', 'calledOff');
      if (isTold && input === 'restore') this.#tell(after, '', 'booked');
      this.happened(after, EVENT[input] ?? 'appointment-restored');
      this.publish(after);
      return after;
    });
    return ok(this.views.toDto(changed));
  }

  /** Changes the state, with what that means for the reminders. Must run inside a unit of work. */
  setState(before: AppointmentRow, state: AppointmentRow['state']): AppointmentRow {
    const { store } = this.#context;
    const { reminders, questions, waitingList } = this.#deps;
    const { id } = before;
    store.appointments.setState(id, state);
    const changed = store.appointments.byId(id) as AppointmentRow;
    if (state === 'cancelled' && isLive(before.state)) waitingList.freed(before);
    if (!isLive(state)) reminders.drop(changed);
    else if (state === 'booked') reminders.plan(changed);
    // The customer has agreed: the question is closed, and the reminders stay.
    else if (state === 'confirmed' && changed.number !== null && questions.of(changed.number)?.row.about === id)
      questions.close(changed.number);
    return changed;
  }

  /** Puts a customer on the waiting list for a time that comes free. */
  waitFor({
    serviceId,
    resourceId,
    from,
    until,
    half,
    ...who
  }: Pick<Booking, 'conversationId' | 'number' | 'name' | 'serviceId' | 'resourceId'> &
    Pick<Waiting, 'from' | 'until' | 'half'>): Result<WaitingDto> {
    const whose = this.#booked.of(who);
    if (!whose.ok) return whose;
    const { number, name } = whose.value;
    if (number === null) return refuse('bad-number.waiting');
    const found = this.#places.serviceAnd(serviceId, resourceId, null);
    if (!found.ok) return found;
    const resource = resourceId === null ? null : rowOf('resource', resourceId);
    this.#context.unit(() => this.#deps.contacts.learnName(number, name));
    return this.#deps.waitingList.add({ number, name, service: found.value.service.row, resource, from, until, half });
  }

  edit(id: string, name: string, note: string): Result<AppointmentDto> {
    const row = this.#row(id);
    if (row === null) return notFound('appointment');
    const who = name.trim().slice(0, LONGEST_APPOINTMENT_NAME);
    this.#context.unit(() => {
      this.#context.store.appointments.setNote(row.id, who, note.trim());
      this.#deps.contacts.learnName(row.number, who);
    });
    const edited = this.#row(id) as AppointmentRow;
    this.publish(edited);
    return ok(this.views.toDto(edited));
  }

  /** When and how the customer will be reminded. */
  reminders(id: string): Result<readonly ReminderDto[]> {
    const row = this.#row(id);
    if (row === null) return notFound('appointment');
    return ok(row.number !== null && this.#wantsNothing(row.number) ? [] : this.#remindersOf(row));
  }

  /** A customer who has opted out, or is blocked, gets neither confirmation nor reminders. */
  #wantsNothing(number: string): boolean {
    const { optOuts, contacts } = this.#context.store;
    return optOuts.has(number) || contacts.isBlocked(number);
  }

  #remindersOf(row: AppointmentRow): readonly ReminderDto[] {
    return this.#deps.reminders
      .planned(row)
      .map(({ at, insteadOf, text }) => ({ at, insteadOf, ...plannedText(text) }));
  }

  /**
   * Tells of an appointment that a person has moved or canceled. Must run inside a unit of work.
   * @param tell the customer, by text
   * @param withFollowing whether the same was done to all that follow it in its series
   */
  settled(row: AppointmentRow, what: 'moved' | 'cancelled', tell: boolean, withFollowing: boolean): void {
    const more = withFollowing && row.series !== null ? ` ${this.#deps.words.to(row.number).words.following}` : '';
    if (tell && row.ends_at > this.#context.clock.now())
      this.#tell(row, '', what === 'moved' ? 'moved' : 'calledOff', more);
    this.happened(row, `appointment-${what}`);
    this.publish(row);
  }

  /** Records the event in the customer's conversation, if there is one. */
  happened(row: AppointmentRow, kind: ConversationEventKind): void {
    const conversation = this.views.conversationOf(row.number);
    const detail = `${row.date} ${row.time} ${this.#deps.words.what(row)}`;
    if (conversation !== null) logEvent(this.#context, conversation, kind, detail);
  }

  publish(row: AppointmentRow): void {
    const conversation = this.views.conversationOf(row.number);
    publishCalendar(this.#context, conversation);
    if (conversation !== null) publishConversation(this.#context, conversation);
  }

  #tell(row: AppointmentRow, own: string, program: 'booked' | 'moved' | 'calledOff', more = ''): void {
    const { outbox, words, lineFor } = this.#deps;
    const line = row.number === null ? null : lineFor(row.number);
    if (row.number === null || line === null) return;
    outbox.write({
      to: row.number,
      text: `${words.say(row, own, program)}${more}`,
      purpose: 'service',
      lineId: line,
      notBefore: this.#context.clock.now() + PUT_OFF_MS,
      expiresAt: Math.max(row.starts_at, this.#context.clock.now() + HOUR),
      source: APPOINTMENT_SOURCE,
      follows: followsAppointment(row.id),
    });
  }

  #row(id: string): AppointmentRow | null {
    const row = rowOf('appointment', id);
    return row === null ? null : this.#context.store.appointments.byId(row);
  }
}
