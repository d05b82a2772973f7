import type { Slices } from '../../core/slices.ts';
import type { AnswerText } from '../automation/answer-text.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Scheduler } from '../../core/jobs/scheduler.ts';
import type { Contacts } from '../contacts/contacts.ts';
import type { Outbox } from '../messaging/outbox.ts';
import type { OpenQuestions } from '../questions/open-questions.ts';
import { AppointmentImport } from './appointment-import.ts';
import { AppointmentDetails } from './appointment-details.ts';
import { AppointmentSeries } from './series.ts';
import { AppointmentWords } from './appointment-words.ts';
import { Appointments } from './appointments.ts';
import type { ServiceCatalog } from './service-catalog.ts';
import { AppointmentReplyHandler } from './reply-handler.ts';
import { Availability } from './availability.ts';
import { ReminderLoad } from './reminder-load.ts';
import type { Capacity } from '../lines/routing.ts';
import { Reminders } from './reminders.ts';
import { UpcomingAppointments } from './upcoming.ts';
import { WaitingList } from './waiting-list.ts';

/** Puts together the parts of the appointments feature. */
export function appointmentsOf(
  context: DeskContext,
  {
    words: filled,
    capacity,
    ...parts
  }: {
    readonly outbox: Outbox;
    readonly questions: OpenQuestions;
    readonly scheduler: Scheduler;
    readonly catalogue: ServiceCatalog;
    readonly words: AnswerText;
    readonly slices: Slices;
    readonly contacts: Contacts;
    /** The line that a number is texted from; null if there is none yet. */
    readonly lineFor: (number: string) => number | null;
    /** What the line can send; null if there is none yet. */
    readonly capacity: () => Capacity | null;
  },
): {
  readonly appointments: Appointments;
  readonly appointmentDetails: AppointmentDetails;
  readonly appointmentSeries: AppointmentSeries;
  readonly upcoming: UpcomingAppointments;
  readonly dialogue: AppointmentReplyHandler;
  readonly appointmentImport: AppointmentImport;
  readonly waitingList: WaitingList;
  readonly reminderLoad: ReminderLoad;
} {
  const words = new AppointmentWords(context, parts.catalogue, filled);
  const reminders = new Reminders(context, { ...parts, words });
  const diary = new Availability(context, parts.catalogue);
  const waitingList = new WaitingList(context, { ...parts, words, diary });
  const all = { ...parts, words, reminders, diary, waitingList };
  const appointments = new Appointments(context, all);
  return {
    appointments,
    appointmentDetails: new AppointmentDetails(context, { ...all, appointments }),
    appointmentSeries: new AppointmentSeries(context, { ...all, appointments }),
    upcoming: new UpcomingAppointments(context, reminders),
    dialogue: new AppointmentReplyHandler(context, { ...all, appointments }),
    waitingList,
    reminderLoad: new ReminderLoad(context, reminders, capacity),
    appointmentImport: new AppointmentImport(context, { ...all, appointments }),
  };
}
