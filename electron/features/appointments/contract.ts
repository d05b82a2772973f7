import { z } from 'zod';
import type { ImportRowDto, ImportDto } from '../imports/contract.ts';
import {
  type AppointmentState,
  type Resource,
  type Service,
  WAITING_HALVES,
  type WaitingHalf,
  appointmentMinutes,
  appointmentName,
  appointmentNote,
  repeat,
  resource,
  service,
} from '../../shared/appointments.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import { type Span, date, timeOfDay } from '../../shared/hours.ts';
import type { Refusal } from '../../shared/result.ts';
import type { MessageState } from '../messaging/contract.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { APPOINTMENT_FIELDS, MOST_TABLE_COLUMNS } from '../../shared/import-words.ts';

/** A service that the shop does for a customer at an appointed time. */
export interface ServiceDto extends Service {
  readonly id: string;
}

/** A person or thing that a customer is booked with. */
export interface ResourceDto extends Resource {
  readonly id: string;
}

/** An appointment: who comes, when, for which service, and with whom. */
export interface AppointmentDto {
  readonly id: string;
  /** E.164; null if nobody is texted. */
  readonly number: string | null;
  /** The number as people in the shop's country write it. */
  readonly displayNumber: string | null;
  /** The customer's name as the counter knows it. */
  readonly who: string;
  readonly name: string;
  /** The conversation with the customer; null if they were never texted. */
  readonly conversationId: ConversationId | null;
  readonly serviceId: string;
  readonly service: string;
  readonly resourceId: string;
  readonly resource: string;
  /** `YYYY-MM-DD` and `HH:MM` on the shop's wall clock. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Time kept free after the appointment. */
  readonly buffer: number;
  readonly state: AppointmentState;
  readonly note: string;
  /** The customer was asked to confirm and has not answered. */
  readonly isAsked: boolean;
  /** It repeats. */
  readonly isSeries: boolean;
}

/** A reminder of an appointment and when it leaves. */
export interface ReminderDto {
  readonly at: number;
  /** The time it was planned for, which lies in quiet hours; null if it leaves at the planned time. */
  readonly insteadOf: number | null;
  readonly text: string;
  readonly parts: number;
}

/** A message that would be sent. */
export interface PlannedTextDto {
  readonly text: string;
  readonly parts: number;
}

/** What a customer would get if an appointment were booked. */
export interface BookingPreviewDto {
  /** Null if they are not told of it. */
  readonly confirmation: PlannedTextDto | null;
  readonly reminders: readonly ReminderDto[];
  /** Nothing of it is sent, because they have opted out or are blocked. */
  readonly isUnwanted: boolean;
  /** The other dates of a repeated appointment, `YYYY-MM-DD`; those with a problem are left out. */
  readonly following: readonly { readonly date: string; readonly problem: Refusal | null }[];
}

/** A free time. */
export interface SlotDto {
  readonly date: string;
  readonly time: string;
  readonly startsAt: number;
  readonly resourceId: string;
}

/** A free time that is reserved for a customer on the waiting list who has not answered yet. */
export interface OfferedSlotDto {
  readonly who: string;
  readonly service: string;
  readonly resourceId: string;
  /** `YYYY-MM-DD` and `HH:MM` on the shop's wall clock. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  /** UTC epoch milliseconds. */
  readonly until: number;
}

/** A stretch of days with everything known about them. */
export interface CalendarDto {
  readonly appointments: readonly AppointmentDto[];
  /** When each resource is there, on the wall clock, by the resource's id and the date. */
  readonly hours: Readonly<Record<string, Readonly<Record<string, readonly Span[]>>>>;
  /** Why those hours differ from an ordinary week: the name of the special day, by the resource's id and the date. */
  readonly specialDays: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly offers: readonly OfferedSlotDto[];
  /** The shop's IANA time zone. */
  readonly zone: string;
}

/** The appointments of one customer. */
export interface CustomerAppointmentsDto {
  /** The upcoming ones, the next first, then the past ones, the latest first. */
  readonly appointments: readonly AppointmentDto[];
  readonly came: number;
  readonly missed: number;
  readonly cancelled: number;
}

/** A text about an appointment that has left, or waits to. */
export interface AppointmentTextDto {
  /** When it left; when it was written, as long as it waits. UTC epoch milliseconds. */
  readonly at: number;
  readonly text: string;
  readonly parts: number;
  readonly state: MessageState;
}

/** What is known beside an appointment itself. */
export interface AppointmentDetailsDto {
  readonly appointment: AppointmentDto;
  /** What was sent about it so far, in order. */
  readonly sent: readonly AppointmentTextDto[];
  readonly reminders: readonly ReminderDto[];
  /** When somebody gets a task to call, if the customer does not answer; null if that is not planned. */
  readonly callAt: number | null;
  /** How often the customer has come before. */
  readonly visits: number;
  /** The latest of those visits first. */
  readonly earlier: readonly Pick<AppointmentDto, 'id' | 'date' | 'service' | 'resource'>[];
}

/** How the texts of a day would leave. */
export interface LoadDto {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly texts: number;
  /** How many of the texts leave well after their time, and how many cannot leave while they are worth sending. */
  readonly late: number;
  readonly tooLate: number;
  /** When the last one leaves; null if none does. */
  readonly lastAt: number | null;
  /** The longest delay, in milliseconds. */
  readonly latestMs: number;
}

/** A customer who waits for a time to come free. */
export interface WaitingDto {
  readonly id: string;
  readonly number: string;
  readonly who: string;
  readonly service: string;
  /** Null for whoever is free. */
  readonly resource: string | null;
  /** `YYYY-MM-DD`, both inclusive; null for any later day. */
  readonly from: string;
  readonly until: string | null;
  readonly half: WaitingHalf;
  readonly createdAt: number;
  /** The time the customer was offered and has not answered. */
  readonly offered: { readonly date: string; readonly time: string; readonly until: number } | null;
}

/** The state of the calendar that another program writes. */
export interface CalendarSyncDto {
  /** When it was last read. */
  readonly at: number;
  readonly problem: 'unreadable' | 'empty' | 'nothing-left' | 'no-calendar' | 'incomplete' | 'too-large' | null;
  /** How many appointments would be canceled and wait until a person confirms it. */
  readonly waiting: number;
  /** The first of those appointments. */
  readonly waitingRows: readonly ImportRowDto[];
  /** The counts of the last reading; null if the calendar could not be read. */
  readonly counts: ImportDto['counts'] | null;
  /** The first entries that were not taken, or not completely. */
  readonly refused: readonly ImportRowDto[];
}

const booking = z.strictObject({
  /** Null to go by the number. */
  conversationId: id.nullable(),
  number: z.string().max(40),
  name: appointmentName,
  serviceId: id,
  /** Null for whoever is free. */
  resourceId: id.nullable(),
  date,
  time: timeOfDay,
  /** Null for as long as the service. */
  minutes: appointmentMinutes.nullable().optional(),
  note: appointmentNote,
  /** Dates that are not free at that time are left out; null if it does not repeat. */
  repeat: repeat.nullable().optional(),
  /** Whether the customer is told by text. */
  tell: z.boolean(),
});

const moveTarget = z.strictObject({
  id,
  date,
  time: timeOfDay,
  resourceId: id.nullable(),
  /** Null for as long as before. */
  minutes: appointmentMinutes.nullable().optional(),
  tell: z.boolean(),
});

/** Services, the resources that do them, appointments, and the waiting list. */
export const appointmentsContract = {
  methods: {
    'services.save': method(service.safeExtend({ id: id.nullable() }), answer<ServiceDto>()),
    'services.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly ServiceDto[]>()),
    'resources.save': method(resource.safeExtend({ id: id.nullable() }), answer<ResourceDto>()),
    'resources.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly ResourceDto[]>()),
    'appointments.calendar': method(
      z.strictObject({ from: date, days: z.number().int().min(1).max(42) }),
      answer<CalendarDto>(),
    ),
    'appointments.ofCustomer': method(z.strictObject({ conversationId: id }), answer<CustomerAppointmentsDto>()),
    /** The free times of a service; with `movingId`, as if that appointment were not there. */
    'appointments.slots': method(
      z.strictObject({
        serviceId: id,
        resourceId: id.nullable(),
        date,
        days: z.number().int().min(1).max(60),
        movingId: id.nullable(),
        /** Null for as long as the service. */
        minutes: appointmentMinutes.nullable().optional(),
      }),
      answer<readonly SlotDto[]>(),
    ),
    'appointments.book': method(booking, answer<AppointmentDto>()),
    /** What the customer would get for a booking; nothing is booked. */
    'appointments.preview': method(booking, answer<BookingPreviewDto>()),
    'appointments.move': method(moveTarget, answer<AppointmentDto>()),
    /** Moves an appointment and all that follow it in its series by as much. */
    'appointments.moveFollowing': method(moveTarget, answer<readonly AppointmentDto[]>()),
    /** Cancels an appointment and all that follow it in its series; answers what was canceled. */
    'appointments.cancelFollowing': method(
      z.strictObject({ id, tell: z.boolean() }),
      answer<readonly AppointmentDto[]>(),
    ),
    /** Restores what was canceled together, as far as it is still free. */
    'appointments.restoreAll': method(
      z.strictObject({ ids: z.array(id).min(1).max(52) }),
      answer<readonly AppointmentDto[]>(),
    ),
    'appointments.change': method(
      z.strictObject({
        id,
        input: z.enum(['confirm', 'cancel', 'miss', 'restore']),
        tell: z.boolean(),
      }),
      answer<AppointmentDto>(),
    ),
    'appointments.edit': method(
      z.strictObject({ id, name: appointmentName, note: appointmentNote }),
      answer<AppointmentDto>(),
    ),
    /** An appointment with its reminders and the customer's earlier visits. */
    'appointments.details': method(z.strictObject({ id }), answer<AppointmentDetailsDto>()),
    /** The days on which texts are planned, and whether the line can send them in time. */
    'appointments.load': method(
      z.strictObject({ from: date, days: z.number().int().min(1).max(42) }),
      answer<readonly LoadDto[]>(),
    ),
    'waiting.list': method(z.strictObject({}), answer<readonly WaitingDto[]>()),
    'waiting.add': method(
      z.strictObject({
        /** Null to go by the number. */
        conversationId: id.nullable(),
        number: z.string().max(40),
        name: appointmentName,
        serviceId: id,
        /** Null for whoever is free. */
        resourceId: id.nullable(),
        from: date,
        /** Null for any later day. */
        until: date.nullable(),
        half: z.enum(WAITING_HALVES),
      }),
      answer<WaitingDto>(),
    ),
    'waiting.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly WaitingDto[]>()),
    /** Imports appointments from a table or another program's calendar; `dryRun` only says what the import would do. */
    'appointments.import': method(
      z.strictObject({
        kind: z.enum(['table', 'calendar']),
        text: z.string().max(5_000_000),
        /** Used where the file names none. */
        serviceId: id.nullable(),
        resourceId: id.nullable(),
        /** What each column of a table holds; without it the headings decide. */
        columns: z.array(z.enum(APPOINTMENT_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
        dryRun: z.boolean(),
      }),
      answer<ImportDto>(),
    ),
    /** Cancels what is missing in the followed calendar and waits for a person; `count` is the number they were shown. */
    'appointments.cancelMissing': method(
      z.strictObject({ count: z.number().int().min(1).max(100_000) }),
      answer<CalendarSyncDto>(),
    ),
    /** The calendar as an iCalendar file; from null for all there are. */
    'appointments.export': method(
      z.strictObject({ from: date.nullable(), days: z.number().int().min(1).max(42) }),
      answer<{ readonly calendar: string }>(),
    ),
  },
  events: {
    /** An appointment was booked, moved or canceled; null if there is no conversation, or several customers are affected. */
    'appointments.changed': event<{ readonly conversationId: ConversationId | null }>(),
  },
} satisfies Contract;
