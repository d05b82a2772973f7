import { z } from 'zod';
import { appointmentName, appointmentNote } from '../shared/appointments.ts';
import { date, timeOfDay } from '../shared/hours.ts';
import type { AppointmentView, ResourceView, ServiceView } from '../features/appointments/contract.ts';
import { compact, instant, iso } from './wire.ts';

/** The REST API's appointments. Additions only. Dates and times of day are the shop's own. */
const named = z.string().trim().min(1).max(60);

export const appointmentQuery = z.strictObject({
  from: date,
  days: z.coerce.number().int().min(1).max(42).default(7),
});

export const newAppointment = z.strictObject({
  number: z.string().max(40).default('').describe('Of the customer; empty: nobody is texted.'),
  name: appointmentName.default(''),
  service: named.describe('A service’s id or name.'),
  with: named.optional().describe('Whom or what it is booked with, by id or name; whoever is free if left out.'),
  date,
  time: timeOfDay,
  note: appointmentNote.default(''),
  tell: z.boolean().default(true).describe('false: the customer is not told.'),
});

const APPOINTMENT_STATES = ['booked', 'confirmed', 'moving', 'cancelled', 'missed'] as const;
export const appointmentChange = z
  .strictObject({
    date,
    time: timeOfDay,
    with: named,
    state: z
      .enum(['booked', 'confirmed', 'cancelled', 'missed'])
      .describe('booked brings back what was cancelled or missed.'),
    tell: z.boolean(),
  })
  .partial();

export const appointment = z.object({
  id: z.string(),
  number: z.string().optional(),
  name: z.string(),
  conversationId: z.string().optional(),
  service: z.object({ id: z.string(), name: z.string() }),
  with: z.object({ id: z.string(), name: z.string() }),
  date: z.string(),
  time: z.string(),
  minutes: z.int(),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(APPOINTMENT_STATES),
  note: z.string(),
});

export const service = z.object({ id: z.string(), name: z.string(), minutes: z.int(), price: z.string() });
export const resource = z.object({ id: z.string(), name: z.string() });

export function toAppointment(view: AppointmentView): z.infer<typeof appointment> {
  return compact({
    id: view.id,
    number: view.number,
    name: view.name,
    conversationId: view.conversationId,
    service: { id: view.serviceId, name: view.service },
    with: { id: view.resourceId, name: view.resource },
    date: view.date,
    time: view.time,
    minutes: view.minutes,
    startsAt: iso(view.startsAt),
    endsAt: iso(view.endsAt),
    state: view.state,
    note: view.note,
  }) as z.infer<typeof appointment>;
}

export const toService = ({ id, name, minutes, price }: ServiceView): z.infer<typeof service> => ({
  id,
  name,
  minutes,
  price,
});
export const toResource = ({ id, name }: ResourceView): z.infer<typeof resource> => ({ id, name });
