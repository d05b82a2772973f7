import { HOUR } from '../../shared/durations.ts';
import { Temporal } from 'temporal-polyfill';
import type { ConsentWish } from '../consent/words.ts';
import type { Service } from '../../shared/appointments.ts';
import type { AppointmentRow } from './repository.ts';
import type { QuestionKind } from '../questions/repository.ts';
import { ANSWERED_WITHIN_MS, type IncomingText } from '../automation/incoming-text.ts';
import type { DeskContext } from '../../core/context.ts';
import { ANSWERS_AN_HOUR } from '../messaging/gate-facts.ts';
import { publishCalendar } from '../conversations/publish.ts';
import type { OpenQuestion } from '../questions/open-questions.ts';
import type { AppointmentDeps, Appointments } from './appointments.ts';
import type { Stored } from './service-catalog.ts';
import { calendarWishIn } from './keywords.ts';
import { APPOINTMENT_SOURCE, followsAppointment } from './reminders.ts';
import { offerOf } from './waiting-list.ts';
import { isNo, shortAnswerIn, type Asked, type ToldTime } from './reply-parser.ts';
import type { Slot } from './slots.ts';
import { appointmentAfter, isLive } from './states.ts';

/** As many times as fit into one text and one digit. */
const OFFERED = 3;
const SERVICES_LISTED = 6;
/** A choice made later than this may be about something else. */
const CHOSEN_WITHIN_MS = 24 * HOUR;
/** What a customer says about being texted is never an answer to our question. */
const ABOUT_TEXTS: ReadonlySet<ConsentWish> = new Set(['opt-out', 'opt-in', 'offers', 'help']);

/** Questions that belong to other features. */
const NOT_OURS: ReadonlySet<QuestionKind> = new Set(['offers', 'survey']);

/** The times offered, as stored with the question. */
interface Offer {
  readonly service: number;
  readonly slots: readonly Slot[];
}

/**
 * Handles what customers text about appointments: answers to our questions, and questions of their own. Anything unclear is left
 * for a person, and our question stays open.
 */
export class AppointmentReplyHandler {
  readonly #context: DeskContext;
  readonly #deps: AppointmentDeps & { readonly appointments: Appointments };

  constructor(context: DeskContext, deps: AppointmentDeps & { readonly appointments: Appointments }) {
    this.#context = context;
    this.#deps = deps;
  }

  /**
   * Must run inside the unit of work that stores the text.
   * @param wish what the text may say about being texted
   * @returns false if the text is not, or not clearly, about appointments
   */
  handleReply(heard: IncomingText, wish: ConsentWish | null): boolean {
    if (wish !== null && ABOUT_TEXTS.has(wish)) return false;
    const { questions, catalogue } = this.#deps;
    if (catalogue.services.size === 0) return false;
    // This ends the loop when two programs answer each other: the rest is for a person.
    if (
      this.#context.store.messages.automaticSince(heard.conversation, this.#context.clock.now() - HOUR) >=
      ANSWERS_AN_HOUR
    )
      return false;
    const question = questions.of(heard.number);
    const isAsked = question?.standing === 'asked';
    if (isAsked && !NOT_OURS.has(question.row.kind)) return this.#answered(question, heard);
    if (wish !== null || isAsked) return false;
    switch (calendarWishIn(heard.text)) {
      case 'next':
        return this.#next(heard);
      case 'book':
        // Only one question may be open: while another one still has to leave, none is asked, and a person books the appointment.
        return this.#context.settings().bookByText && question?.standing !== 'pending' ? this.#wantsOne(heard) : false;
      case null:
        return false;
    }
  }

  /** A customer who opts out of all texts may have meant the appointment, and gets no more reminders: a person asks them. */
  ended(number: string, question: OpenQuestion | null): void {
    const { store, clock } = this.#context;
    const { about } = question?.row ?? { about: null };
    const [next = null] = store.appointments.comingOf(number, clock.now());
    const appointment = about === null ? next : store.appointments.byId(about);
    if (appointment === null || !isLive(appointment.state)) return;
    this.#deps.reminders.addTask(appointment, 'may-have-cancelled');
  }

  #answered(question: OpenQuestion, heard: IncomingText): boolean {
    const { store, clock } = this.#context;
    const { about, kind, body } = question.row;
    if (kind === 'refill') return this.#answeredRefill(heard, offerOf(body));
    if (kind === 'service') return this.#choseService(heard, JSON.parse(body ?? '[]') as readonly number[]);
    const appointment = about === null ? null : store.appointments.byId(about);
    const isGone = appointment === null || !isLive(appointment.state) || appointment.starts_at <= clock.now();
    if (about !== null && isGone) {
      this.#deps.questions.close(heard.number);
      return false;
    }
    const offer = kind === 'slots' ? (JSON.parse(body ?? 'null') as Offer | null) : null;
    const answer = shortAnswerIn(heard.text, {
      appointment: appointment === null ? null : this.#told(appointment),
      offered: (offer?.slots ?? []).map((slot) => this.#told(slot)),
    } satisfies Asked);
    if (appointment === null) {
      if (offer === null) return false;
      if (answer.is === 'choice') return this.#books(heard, offer, answer.n);
      if (answer.is === 'move') return this.#offer(heard, offer.service, null, lastOf(offer));
      if (answer.is === 'cancel') this.#deps.questions.close(heard.number);
      return false;
    }
    switch (answer.is) {
      case 'confirm':
        return this.#confirms(heard, appointment);
      case 'cancel':
        return this.#cancels(heard, appointment);
      case 'move':
        return this.#wantsToMove(heard, appointment, offer);
      case 'choice':
        return offer === null ? false : this.#chooses(heard, appointment, offer, answer.n);
      case 'unclear':
        return false;
    }
  }

  /** The customer answers the offer of a time that has come free. */
  #answeredRefill(heard: IncomingText, id: number): boolean {
    const { waitingList, appointments, catalogue, words, questions } = this.#deps;
    const open = waitingList.offered(id);
    if (open === null) {
      questions.close(heard.number);
      return false;
    }
    const { offer, entry } = open;
    const told = this.#told(offer);
    const answer = shortAnswerIn(heard.text, { appointment: told, offered: [] });
    const isChosen =
      answer.is === 'unclear' && shortAnswerIn(heard.text, { appointment: null, offered: [told] }).is === 'choice';
    const { words: spoken } = words.to(heard.number);
    if (isNo(heard.text) || answer.is === 'cancel' || answer.is === 'move') {
      waitingList.decline(offer, entry);
      this.#reply(heard, spoken.refillDeclined);
      return this.#changedIn(heard);
    }
    if (answer.is !== 'confirm' && !isChosen) return false;
    const place = waitingList.take(offer, entry);
    if (place === null) {
      this.#reply(heard, `${spoken.taken} ${spoken.refillDeclined}`);
      return this.#changedIn(heard);
    }
    const name = entry.name || (this.#context.store.contacts.ofNumber(heard.number)?.name ?? '').slice(0, 60);
    const row = appointments.write(place, { number: heard.number, name, note: '', state: 'confirmed' });
    const own = catalogue.services.get(place.service_id)?.value.text ?? '';
    this.#reply(heard, words.say(row, own, 'booked'), { about: row });
    appointments.happened(row, 'appointment-booked');
    return this.#changedIn(heard);
  }

  #confirms(heard: IncomingText, appointment: AppointmentRow): boolean {
    const { appointments, words } = this.#deps;
    const changed = appointments.setState(appointment, 'confirmed');
    this.#reply(heard, words.to(heard.number).words.confirmed(words.when(changed)), { about: changed });
    appointments.happened(changed, 'appointment-confirmed');
    return this.#changedIn(heard);
  }

  #cancels(heard: IncomingText, appointment: AppointmentRow): boolean {
    if (this.#isTooLate(appointment)) return this.#tooLate(heard, appointment);
    const { appointments, words } = this.#deps;
    const changed = appointments.setState(appointment, 'cancelled');
    const text = words.to(heard.number).words.cancelled(words.what(changed), words.when(changed));
    this.#reply(heard, text, { about: changed });
    appointments.happened(changed, 'appointment-cancelled');
    return this.#changedIn(heard);
  }

  #wantsToMove(heard: IncomingText, appointment: AppointmentRow, offer: Offer | null): boolean {
    if (this.#isTooLate(appointment)) return this.#tooLate(heard, appointment);
    const { appointments, reminders, words } = this.#deps;
    const state = appointmentAfter(appointment.state, 'ask-move') ?? appointment.state;
    const changed = appointments.setState(appointment, state);
    if (appointment.state !== 'moving') appointments.happened(changed, 'move-asked');
    if (!this.#offer(heard, appointment.service_id, changed, offer === null ? null : lastOf(offer))) {
      this.#reply(heard, words.to(heard.number).words.noSlots, { resolvesConversation: false });
      reminders.addTask(changed, 'no-slots');
    }
    return this.#changedIn(heard);
  }

  #chooses(heard: IncomingText, appointment: AppointmentRow, offer: Offer, n: number): boolean {
    if (this.#isTooLate(appointment)) return this.#tooLate(heard, appointment);
    const { appointments, words } = this.#deps;
    const place = this.#placeOf(offer, n, appointment);
    const state = appointmentAfter(appointment.state, 'choose');
    if (place === null || state === null) return this.#offer(heard, offer.service, appointment, null, true);
    const moved = appointments.place(appointment, place, state);
    this.#reply(heard, words.say(moved, '', 'moved'), { about: moved });
    appointments.happened(moved, 'appointment-moved');
    return this.#changedIn(heard);
  }

  /** The customer has no appointment and wants one. */
  #wantsOne(heard: IncomingText): boolean {
    const { catalogue, words, questions } = this.#deps;
    const services = [...catalogue.services.values()]
      .filter(({ removed, row }) => !removed && catalogue.doing(row).length > 0)
      .slice(0, SERVICES_LISTED);
    const [only, another] = services;
    if (only === undefined) return false;
    if (another === undefined) return this.#offer(heard, only.row, null, null);
    const list = services.map(({ value }, i) => `${i + 1}: ${nameAndPrice(value)}`).join('\n');
    const said = this.#reply(heard, words.to(heard.number).words.services(list));
    this.#ask(
      heard,
      said,
      'service',
      null,
      services.map(({ row }) => row),
      questions,
    );
    return true;
  }

  #choseService(heard: IncomingText, rows: readonly number[]): boolean {
    const { catalogue } = this.#deps;
    const services = rows.flatMap((row): readonly Stored<Service>[] => {
      const kept = catalogue.services.get(row);
      return kept === undefined ? [] : [kept];
    });
    const answer = shortAnswerIn(heard.text, {
      appointment: null,
      // Services cannot be told apart by a time.
      offered: services.map(() => ({ time: '', weekday: -1, ahead: -1 })),
    });
    const chosen = answer.is === 'choice' ? services[answer.n - 1] : undefined;
    if (chosen !== undefined) return this.#offer(heard, chosen.row, null, null);
    if (answer.is === 'cancel') this.#deps.questions.close(heard.number);
    return false;
  }

  #books(heard: IncomingText, offer: Offer, n: number): boolean {
    const { appointments, catalogue, words, questions } = this.#deps;
    const place = this.#placeOf(offer, n, null);
    if (place === null) return this.#offer(heard, offer.service, null, null, true);
    questions.close(heard.number);
    const name = (this.#context.store.contacts.ofNumber(heard.number)?.name ?? '').slice(0, 60);
    const row = appointments.write(place, { number: heard.number, name, note: '', state: 'confirmed' });
    const own = catalogue.services.get(offer.service)?.value.text ?? '';
    this.#reply(heard, words.say(row, own, 'booked'), { about: row });
    appointments.happened(row, 'appointment-booked');
    return this.#changedIn(heard);
  }

  #next(heard: IncomingText): boolean {
    const { words } = this.#deps;
    const { store, clock } = this.#context;
    const [appointment] = store.appointments.comingOf(heard.number, clock.now());
    const { words: spoken } = words.to(heard.number);
    const text =
      appointment === undefined ? spoken.nothing : spoken.next(words.what(appointment), words.when(appointment));
    this.#reply(heard, text);
    return true;
  }

  /**
   * Offers the next free times; false if there are none.
   * @param after offer only times later than this instant, because those before were not wanted
   */
  #offer(
    heard: IncomingText,
    service: number,
    appointment: AppointmentRow | null,
    after: number | null,
    isTaken = false,
  ): boolean {
    const { catalogue, diary, words, questions } = this.#deps;
    const kept = catalogue.services.get(service);
    if (kept === undefined) return false;
    const slots = diary.offer(kept, OFFERED, after, appointment);
    if (slots.length === 0) return false;
    const { words: spoken } = words.to(heard.number);
    const list = slots.map((slot, i) => `${i + 1}: ${words.slot(slot, heard.number)}`).join('\n');
    const text = `${isTaken ? `${spoken.taken} ` : ''}${spoken.slots(list)}`;
    const said = this.#reply(heard, text, { about: appointment });
    const offer: Offer = { service, slots };
    this.#ask(heard, said, 'slots', appointment, offer, questions);
    return true;
  }

  #ask(
    { number }: IncomingText,
    message: number | null,
    kind: QuestionKind,
    appointment: AppointmentRow | null,
    body: unknown,
    questions: AppointmentDeps['questions'],
  ): void {
    if (message === null) return;
    const until = this.#context.clock.now() + CHOSEN_WITHIN_MS;
    const expiresAt = appointment === null ? until : Math.min(until, appointment.starts_at);
    questions.open({ number, kind, message, about: appointment?.id ?? null, body, expiresAt });
  }

  #placeOf({ service, slots }: Offer, n: number, moving: AppointmentRow | null) {
    const { catalogue, diary } = this.#deps;
    const slot = slots[n - 1];
    const kept = catalogue.services.get(service);
    const resource = slot === undefined ? undefined : catalogue.resources.get(slot.resource);
    if (slot === undefined || kept === undefined || resource === undefined || resource.removed) return null;
    const wish = { service: kept, resource, date: slot.date, time: slot.time, minutes: moving?.minutes ?? null };
    const place = diary.placeFor(wish, moving?.id ?? null);
    return place.ok ? place.value : null;
  }

  /** The calendar has changed, for anybody who looks at it or at this customer. */
  #changedIn({ conversation }: IncomingText): true {
    publishCalendar(this.#context, conversation);
    return true;
  }

  #told({ date, time }: Pick<AppointmentRow, 'date' | 'time'>): ToldTime {
    const { clock, calendar } = this.#context;
    const day = Temporal.PlainDate.from(date);
    const today = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(calendar.zone).toPlainDate();
    // 0 is Sunday.
    return { time, weekday: day.dayOfWeek % 7, ahead: today.until(day, { largestUnit: 'days' }).days };
  }

  /** It is too late for customers to change the appointment by themselves. */
  #isTooLate({ service_id: service, starts_at: startsAt }: AppointmentRow): boolean {
    const cutoff = this.#deps.catalogue.services.get(service)?.value.cutoffHours ?? 0;
    return this.#context.clock.now() > startsAt - cutoff * HOUR;
  }

  #tooLate(heard: IncomingText, appointment: AppointmentRow): true {
    const { reminders, words } = this.#deps;
    this.#reply(heard, words.to(heard.number).words.tooLate, { resolvesConversation: false });
    reminders.addTask(appointment, 'too-late');
    return true;
  }

  /**
   * @param how.resolvesConversation this settles it: the customer is not waiting for anybody any more
   * @param how.about what the text is about: if that changes before the text leaves, it does not leave
   */
  #reply(
    { number, line }: IncomingText,
    text: string,
    {
      resolvesConversation = true,
      about = null,
    }: { readonly resolvesConversation?: boolean; readonly about?: AppointmentRow | null } = {},
  ): number | null {
    return this.#deps.outbox.write({
      to: number,
      text,
      purpose: 'auto',
      lineId: line,
      notBefore: null,
      expiresAt: this.#context.clock.now() + ANSWERED_WITHIN_MS,
      source: APPOINTMENT_SOURCE,
      resolvesConversation,
      ...(about === null ? {} : { follows: followsAppointment(about.id) }),
    });
  }
}

function lastOf({ slots }: Offer): number | null {
  const last = slots.at(-1);
  return last === undefined ? null : last.startsAt + 1;
}

function nameAndPrice({ name, price }: Service): string {
  return price === '' ? name : `${name}, ${price}`;
}
