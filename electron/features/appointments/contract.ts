import { z } from 'zod';
import type { ImportRowDto, ImportDto } from '../imports/contract.ts';
import {
  type AppointmentState,
  type Resource,
  type Service,
  WAITING_HALVES,
  type WaitingHalf,
  appointmentName,
  appointmentNote,
  resource,
  service,
} from '../../shared/appointments.ts';
import { id } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import { type Span, date, timeOfDay } from '../../shared/hours.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { APPOINTMENT_FIELDS, MOST_TABLE_COLUMNS } from '../../shared/import-words.ts';

/** What the shop does for a customer at an appointed time. */
export interface ServiceDto extends Service {
  readonly id: string;
}

/** Who or what a customer is booked with. */
export interface ResourceDto extends Resource {
  readonly id: string;
}

/** Who comes when, for what, to whom. */
export interface AppointmentDto {
  readonly id: string;
  /** E.164; null: nobody who is texted. */
  readonly number: string | null;
  /** As somebody at the counter knows them. */
  readonly who: string;
  readonly name: string;
  /** Where the customer is texted; null: they never were. */
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
  /** Kept free behind it. */
  readonly buffer: number;
  readonly state: AppointmentState;
  readonly note: string;
  /** The customer was asked to confirm, and has not answered. */
  readonly isAsked: boolean;
}

/** When somebody is reminded of an appointment. */
export interface ReminderDto {
  readonly at: number;
  /** When it should have been, which is quiet; null: then. */
  readonly insteadOf: number | null;
  readonly text: string;
  readonly parts: number;
}

/** A free time. */
export interface SlotDto {
  readonly date: string;
  readonly time: string;
  readonly startsAt: number;
  readonly resourceId: string;
}

/** A stretch of days with all that is known of them. */
export interface CalendarDto {
  readonly appointments: readonly AppointmentDto[];
  /** When each is there, by the resource's id and the date; on the wall clock. */
  readonly hours: Readonly<Record<string, Readonly<Record<string, readonly Span[]>>>>;
}

/** The appointments of one customer. */
export interface CustomerAppointmentsDto {
  /** Those to come, the next first, then those that were, the last first. */
  readonly appointments: readonly AppointmentDto[];
  readonly came: number;
  readonly missed: number;
  readonly cancelled: number;
}

/** How the texts of a day would leave. */
export interface LoadDto {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly texts: number;
  /** Of these: well after their time, or not while they are worth something. */
  readonly late: number;
  readonly tooLate: number;
  /** When the last one leaves; null: none does. */
  readonly lastAt: number | null;
  /** The longest delay, in milliseconds. */
  readonly latestMs: number;
}

/** Somebody who waits for a time to come free. */
export interface WaitingDto {
  readonly id: string;
  readonly number: string;
  readonly who: string;
  readonly service: string;
  /** Null: with whoever is free. */
  readonly resource: string | null;
  /** `YYYY-MM-DD`, both included; null: any later. */
  readonly from: string;
  readonly until: string | null;
  readonly half: WaitingHalf;
  readonly createdAt: number;
  /** What the customer was offered and has not answered. */
  readonly offered: { readonly date: string; readonly time: string; readonly until: number } | null;
}

/** How it stands with the calendar that another program writes. */
export interface CalendarSyncDto {
  /** When it was read last. */
  readonly at: number;
  readonly problem: 'unreadable' | 'empty' | 'nothing-left' | 'no-calendar' | 'incomplete' | 'too-large' | null;
  /** So many would be canceled, and wait until a person confirms it. */
  readonly waiting: number;
  /** The first of them. */
  readonly waitingRows: readonly ImportRowDto[];
  /** Of that time; null: it could not be read. */
  readonly counts: ImportDto['counts'] | null;
  /** The first of what was not taken, or not wholly. */
  readonly refused: readonly ImportRowDto[];
}

/** Services, who does them, appointments, and who waits for one. */
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
    /** When somebody is free for a service; `movingId`: as if that appointment were not there. */
    'appointments.slots': method(
      z.strictObject({
        serviceId: id,
        resourceId: id.nullable(),
        date,
        days: z.number().int().min(1).max(60),
        movingId: id.nullable(),
      }),
      answer<readonly SlotDto[]>(),
    ),
    'appointments.book': method(
      z.strictObject({
        /** Null: by the number. */
        conversationId: id.nullable(),
        number: z.string().max(40),
        name: appointmentName,
        serviceId: id,
        /** Null: whoever is free. */
        resourceId: id.nullable(),
        date,
        time: timeOfDay,
        note: appointmentNote,
        /** The customer is told by text. */
        tell: z.boolean(),
      }),
      answer<AppointmentDto>(),
    ),
    'appointments.move': method(
      z.strictObject({
        id,
        date,
        time: timeOfDay,
        resourceId: id.nullable(),
        tell: z.boolean(),
      }),
      answer<AppointmentDto>(),
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
    'appointments.reminders': method(z.strictObject({ id }), answer<readonly ReminderDto[]>()),
    /** Days on which texts are planned, and whether the line can send them in time. */
    'appointments.load': method(
      z.strictObject({ from: date, days: z.number().int().min(1).max(42) }),
      answer<readonly LoadDto[]>(),
    ),
    'waiting.list': method(z.strictObject({}), answer<readonly WaitingDto[]>()),
    'waiting.add': method(
      z.strictObject({
        /** Null: by the number. */
        conversationId: id.nullable(),
        number: z.string().max(40),
        name: appointmentName,
        serviceId: id,
        /** Null: whoever is free. */
        resourceId: id.nullable(),
        from: date,
        /** Null: any later. */
        until: date.nullable(),
        half: z.enum(WAITING_HALVES),
      }),
      answer<WaitingDto>(),
    ),
    'waiting.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly WaitingDto[]>()),
    /** Appointments of a table or of another program's calendar; `dryRun`: what would come of it. */
    'appointments.import': method(
      z.strictObject({
        kind: z.enum(['table', 'calendar']),
        text: z.string().max(5_000_000),
        /** Where the file does not say. */
        serviceId: id.nullable(),
        resourceId: id.nullable(),
        /** What each column of a table holds; left out: by its headings. */
        columns: z.array(z.enum(APPOINTMENT_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
        dryRun: z.boolean(),
      }),
      answer<ImportDto>(),
    ),
    /** What is missing in the calendar that is followed, and waits for a person; `count`: as many as were shown. */
    'appointments.cancelMissing': method(
      z.strictObject({ count: z.number().int().min(1).max(100_000) }),
      answer<CalendarSyncDto>(),
    ),
    /** As an iCalendar file; from null: all there are. */
    'appointments.export': method(
      z.strictObject({ from: date.nullable(), days: z.number().int().min(1).max(42) }),
      answer<{ readonly calendar: string }>(),
    ),
  },
  events: {
    /** Somebody comes, or comes at another time, or not; null: nobody who is talked with, or several. */
    'appointments.changed': event<{ readonly conversationId: ConversationId | null }>(),
  },
} satisfies Contract;
