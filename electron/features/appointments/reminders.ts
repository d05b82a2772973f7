import { HOUR, MINUTE } from '../../shared/durations.ts';
import { z } from 'zod';
import type { ProgramSource } from '../../shared/sources.ts';
import type { ReminderStep } from '../../shared/appointments.ts';
import type { AppointmentRow } from './repository.ts';
import type { JobRow } from '../../core/jobs/repository.ts';
import { displayNumber } from '../../shared/phone.ts';
import type { DeskContext } from '../../core/context.ts';
import { DONE, dropped, jobKind, type Job, type JobOutcome, type Scheduler } from '../../core/jobs/scheduler.ts';
import type { Outbox } from '../messaging/outbox.ts';
import { addTaskOnce } from '../tasks/add-once.ts';
import { publishMessages } from '../conversations/publish.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
import { reminderDecision, type ReminderDecision } from './reminder-decision.ts';
import { reminderTimes, type PlannedReminder, type TextingHours } from './reminder-times.ts';
import type { AppointmentWords } from './appointment-words.ts';
import type { ServiceCatalog } from './service-catalog.ts';
import { isLive } from './states.ts';
import { taskWords } from './task-words.ts';

/** Less than this before the appointment, nobody is asked again or called. */
const LAST_CALL_MS = 2 * HOUR;
/** Nothing could be written, so it is tried again after this time. */
const AGAIN_MS = 15 * MINUTE;
/** The time of the appointment that the job was planned for. */
const plannedFor = z.object({ startsAt: z.number() });
/** `when` identifies the step of the service's plan by its time, because plans are rewritten. */
export const REMINDER = jobKind('reminder', plannedFor.extend({ when: z.string() }));
const FOLLOW_UP = jobKind('follow-up', plannedFor);
const RING_UP = jobKind('ring-up', plannedFor);
export const APPOINTMENT_SOURCE: ProgramSource = '@appointment';

/** The group of all texts about an appointment: if it is moved or canceled, they do not leave. */
export const followsAppointment = (row: number): string => `appointment:${row}`;

type PlannedJob = Job<z.infer<typeof plannedFor>>;

export interface ReminderDeps {
  readonly outbox: Outbox;
  readonly questions: OpenQuestions;
  readonly scheduler: Scheduler;
  readonly catalogue: ServiceCatalog;
  readonly words: AppointmentWords;
  /** The line that a number is texted from; null if there is none yet. */
  readonly lineFor: (number: string) => number | null;
}

/**
 * Reminds customers, asks whether they come, and asks once more; then a person calls. All of this runs as jobs that end with the
 * appointment.
 */
export class Reminders {
  readonly #context: DeskContext;
  readonly #deps: ReminderDeps;

  constructor(context: DeskContext, deps: ReminderDeps) {
    this.#context = context;
    this.#deps = deps;
    const { scheduler } = deps;
    scheduler.add(REMINDER, { run: (job, lateMs) => this.#remind(job, lateMs) });
    scheduler.add(FOLLOW_UP, { run: (job, lateMs) => this.#followUp(job, lateMs) });
    scheduler.add(RING_UP, { run: (job) => this.#ringUp(job) });
  }

  /** When and in what words a customer will be reminded; this arms no jobs. */
  planned(
    appointment: AppointmentRow,
  ): readonly (PlannedReminder & { readonly when: string; readonly text: string })[] {
    const steps = this.#stepsOf(appointment);
    return this.#times(appointment, steps).map((each) => {
      const step = steps[each.step];
      const text = this.#textOf(appointment, step?.text ?? '', 'reminder', step?.asks === true, each.at);
      return { ...each, when: JSON.stringify(step?.when), text };
    });
  }

  #stepsOf({ service_id: service }: AppointmentRow): readonly ReminderStep[] {
    return this.#deps.catalogue.services.get(service)?.value.reminders ?? [];
  }

  #times(appointment: AppointmentRow, steps: readonly ReminderStep[]): readonly PlannedReminder[] {
    if (appointment.number === null || !isLive(appointment.state)) return [];
    const zone = this.#context.store.contacts.ofNumber(appointment.number)?.zone ?? null;
    const { calendar, clock } = this.#context;
    const hours: TextingHours = {
      isIn: (at) => calendar.textingAt(at, zone) !== null,
      lastBefore: (at) => calendar.textingBefore(at, zone),
    };
    return reminderTimes(appointment, steps, hours, clock.now());
  }

  /** Replaces everything that was planned for the appointment. Must run inside the unit of work that books or moves it. */
  plan(appointment: AppointmentRow): void {
    this.drop(appointment);
    this.rearm(appointment);
  }

  /** Plans the reminders anew as of today; texts that were sent or wait to leave stay. Must run inside a unit of work. */
  rearm(appointment: AppointmentRow): void {
    const { scheduler } = this.#deps;
    const { id, starts_at: startsAt } = appointment;
    scheduler.cancelAbout(REMINDER, id);
    const steps = this.#stepsOf(appointment);
    for (const { step, at } of this.#times(appointment, steps)) {
      const when = JSON.stringify(steps[step]?.when);
      scheduler.arm(REMINDER, `${REMINDER.name}:${id}:${startsAt}:${when}`, at, id, { startsAt, when });
    }
  }

  /** Ends all reminders of the appointment, including texts that wait to leave. Must run inside a unit of work. */
  drop({ id, number }: AppointmentRow): void {
    const { scheduler, questions } = this.#deps;
    for (const kind of [REMINDER, FOLLOW_UP, RING_UP]) scheduler.cancelAbout(kind, id);
    if (number === null) return;
    if (questions.of(number)?.row.about === id) questions.close(number);
    this.#deps.outbox.takeBack(number, followsAppointment(id));
  }

  /** When somebody gets a task to call because the customer has not answered; null if that is not planned. */
  callAt(appointment: number): number | null {
    return this.#context.store.jobs.about(RING_UP.name, appointment)[0]?.due_at ?? null;
  }

  #remind(job: Job<z.infer<typeof REMINDER.payload>>, lateMs: number): JobOutcome {
    const { startsAt, when } = job.payload;
    const { appointment, fate } = this.#fate(job, startsAt, lateMs);
    if (appointment === null || (fate !== 'write' && fate !== 'review')) return dropped(fate);
    const plan = this.#deps.catalogue.services.get(appointment.service_id)?.value.reminders ?? [];
    const planned = plan.find((step) => JSON.stringify(step.when) === when);
    if (planned === undefined) return dropped('cancelled');
    const cameDueAt = fate === 'review' ? job.due_at : null;
    return this.#write(appointment, planned.text, 'reminder', planned.asks, cameDueAt);
  }

  /** The customer has not answered so far and is asked once more. */
  #followUp(job: PlannedJob, lateMs: number): JobOutcome {
    const { startsAt } = job.payload;
    const { appointment, fate } = this.#fate(job, startsAt, lateMs);
    if (appointment === null || (fate !== 'write' && fate !== 'review')) return dropped(fate);
    const waits = this.#waitsForAnswer(appointment);
    if (waits === null) return dropped('answered');
    const { calendar, clock, store } = this.#context;
    const now = clock.now();
    if (waits.until > now)
      return waits.until < startsAt - LAST_CALL_MS ? { kind: 'again', at: waits.until } : dropped('too-late');
    // The customer has not chosen one of the times offered, so asking whether they come would be a different question.
    if (waits.forWhat === 'choice') {
      this.addTask(appointment, 'ring-up');
      return DONE;
    }
    const zone = appointment.number === null ? null : (store.contacts.ofNumber(appointment.number)?.zone ?? null);
    const from = calendar.nextAllowedAt(now, zone);
    if (from !== now && from !== null && from <= startsAt - LAST_CALL_MS) return { kind: 'again', at: from };
    this.#armRingUp(appointment);
    return this.#write(appointment, '', 'followUp', true, fate === 'review' ? job.due_at : null);
  }

  /** There is still no answer, so a person has to call. */
  #ringUp(job: PlannedJob): JobOutcome {
    const { startsAt } = job.payload;
    const { appointment, fate } = this.#fate(job, startsAt, 0);
    if (appointment === null || fate !== 'write') return dropped(fate);
    if (this.#waitsForAnswer(appointment) === null) return dropped('answered');
    this.addTask(appointment, 'ring-up');
    return DONE;
  }

  /** Adds a task for a person to the customer's conversation. */
  addTask(appointment: AppointmentRow, what: Parameters<typeof taskWords>[0]): void {
    const { store, clock } = this.#context;
    if (appointment.number === null) return;
    const line = this.#deps.lineFor(appointment.number);
    if (line === null) return;
    const now = clock.now();
    const conversation = store.conversations.findOrCreate(line, appointment.number, 'phone', now, false);
    const text = taskWords(what, {
      language: this.#context.ownerLanguage(),
      country: this.#context.country(),
      who: appointment.name || displayNumber(appointment.number, this.#context.country()),
      appointment,
    });
    addTaskOnce(this.#context, conversation, { text, author: null });
  }

  #fate(
    job: Pick<JobRow, 'about'>,
    startsAt: number,
    lateMs: number,
  ): { appointment: AppointmentRow | null; fate: ReminderDecision } {
    const appointment = job.about === null ? null : this.#context.store.appointments.byId(job.about);
    const fate = reminderDecision({
      state: appointment?.state ?? null,
      isSameTime: appointment?.starts_at === startsAt,
      isOver: this.#context.clock.now() >= startsAt,
      lateMs,
    });
    return { appointment, fate };
  }

  /**
   * Whether the customer was asked and has said nothing since; null if not, because anything else they said is for a person.
   * Before `until` they have not had enough time; a question that has not left yet is checked again.
   */
  #waitsForAnswer({
    id,
    number,
  }: AppointmentRow): { readonly forWhat: 'answer' | 'choice'; readonly until: number } | null {
    const { store, clock, settings } = this.#context;
    const question = number === null ? null : this.#deps.questions.of(number);
    if (question === null || question.row.about !== id || question.standing === 'talked-over') return null;
    const { kind } = question.row;
    if (kind !== 'confirm' && kind !== 'slots') return null;
    const forWhat = kind === 'confirm' ? 'answer' : 'choice';
    const waiting = settings().followUpHours * HOUR;
    if (question.standing === 'pending') return { forWhat, until: clock.now() + Math.max(waiting, HOUR) };
    const askedAt = question.text.sent_at ?? question.text.created_at;
    const heardAt = store.messages.lastHeardAt(question.text.conversation_id) ?? 0;
    return heardAt > askedAt ? null : { forWhat, until: askedAt + waiting };
  }

  #write(
    appointment: AppointmentRow,
    own: string,
    program: 'reminder' | 'followUp',
    wantsAnswer: boolean,
    cameDueAt: number | null,
  ): JobOutcome {
    const { outbox, questions, lineFor } = this.#deps;
    const { id, number, starts_at: startsAt } = appointment;
    const line = number === null ? null : lineFor(number);
    if (number === null) return DONE;
    if (line === null) return { kind: 'again', at: this.#context.clock.now() + AGAIN_MS };
    const open = questions.of(number);
    // Only one question may be open at a time, and a customer who has agreed is not asked again. The same question is asked anew.
    const isFree = open === null || (open.row.about === id && open.row.kind === 'confirm');
    // If two came due while the computer was off, the later one is enough, and it asks if the first one did.
    const isInstead = cameDueAt !== null && open?.row.about === id && open.standing === 'pending';
    const asks = (wantsAnswer || isInstead) && appointment.state !== 'confirmed' && isFree;
    if (asks) questions.close(number);
    if (cameDueAt !== null)
      publishMessages(this.#context, this.#context.store.queue.cancelCameDue(number, followsAppointment(id)));
    const message = outbox.write({
      to: number,
      text: this.#textOf(appointment, own, program, asks, this.#context.clock.now()),
      purpose: 'service',
      lineId: line,
      notBefore: null,
      expiresAt: startsAt,
      source: APPOINTMENT_SOURCE,
      follows: followsAppointment(id),
      ...(cameDueAt === null ? {} : { cameDueAt }),
    });
    // The transaction rolls back and the job is tried again.
    if (message === null) throw new Error('there is no room in the queue for a reminder');
    if (asks) {
      questions.open({ number, kind: 'confirm', message, about: id, body: null, expiresAt: startsAt });
      if (program === 'reminder') this.#armFollowUp(appointment);
    }
    return DONE;
  }

  /** @param at when the text is written: once customers may no longer change the appointment they are only asked to confirm */
  #textOf(
    appointment: AppointmentRow,
    own: string,
    program: 'reminder' | 'followUp',
    asks: boolean,
    at: number,
  ): string {
    const { words, catalogue } = this.#deps;
    const said = words.say(appointment, own, program);
    if (!asks) return said;
    const { ask, askOnly } = words.to(appointment.number).words;
    const cutoff = catalogue.services.get(appointment.service_id)?.value.cutoffHours ?? 0;
    return `${said} ${at > appointment.starts_at - cutoff * HOUR ? askOnly : ask}`;
  }

  #armFollowUp(appointment: AppointmentRow): void {
    const { clock, settings } = this.#context;
    const { id, starts_at: startsAt } = appointment;
    const { followUpHours } = settings();
    if (followUpHours === 0) return;
    const at = clock.now() + followUpHours * HOUR;
    // There is no time for both, so a person calls as soon as the call is due.
    if (at > startsAt - LAST_CALL_MS) this.#armRingUp(appointment);
    else this.#deps.scheduler.arm(FOLLOW_UP, `${FOLLOW_UP.name}:${id}:${startsAt}`, at, id, { startsAt });
  }

  #armRingUp({ id, starts_at: startsAt }: AppointmentRow): void {
    const { clock, settings, calendar } = this.#context;
    const now = clock.now();
    const latest = startsAt - LAST_CALL_MS;
    if (latest <= now) return;
    const wanted = Math.min(now + settings().followUpHours * HOUR, latest);
    // The call is due in opening hours, if there are any before the latest time.
    const open = calendar.opensAt(wanted);
    const at = open !== null && open < latest ? open : wanted;
    this.#deps.scheduler.arm(RING_UP, `${RING_UP.name}:${id}:${startsAt}`, at, id, { startsAt });
  }
}
