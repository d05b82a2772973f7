import { z } from 'zod';
import { refused, unwrap } from '../../core/refusal-error.ts';
import { allOf, byId, pageLimit, route, type RestRoutes } from '../../core/rest-route.ts';
import { compact, instant, iso } from '../../core/wire.ts';
import { appointmentMinutes, appointmentName, appointmentNote } from '../../shared/appointments.ts';
import { date, timeOfDay } from '../../shared/hours.ts';
import type { Appointments } from './appointments.ts';
import type { AppointmentDto, ResourceDto, ServiceDto } from './contract.ts';
import type { ServiceCatalog } from './service-catalog.ts';

interface Services {
  readonly appointments: Appointments;
  readonly catalogue: ServiceCatalog;
}

/** The REST API for appointments. It may only be extended. Dates and times of day are in the shop's time zone. */
const named = z.string().trim().min(1).max(60);

const appointmentQuery = z.strictObject({
  from: date,
  days: pageLimit(42, 7),
});

const newAppointment = z.strictObject({
  number: z.string().max(40).default('').describe('Of the customer; empty: nobody is texted.'),
  name: appointmentName.default(''),
  service: named.describe('A service’s id or name.'),
  with: named.optional().describe('Whom or what it is booked with, by id or name; whoever is free if left out.'),
  date,
  time: timeOfDay,
  minutes: appointmentMinutes.optional().describe('How long it lasts; as long as the service if left out.'),
  note: appointmentNote.default(''),
  tell: z.boolean().default(true).describe('false: the customer is not told.'),
});

const APPOINTMENT_STATES = ['booked', 'confirmed', 'moving', 'cancelled', 'missed'] as const;
const appointmentChange = z
  .strictObject({
    date,
    time: timeOfDay,
    minutes: appointmentMinutes,
    with: named,
    state: z
      .enum(['booked', 'confirmed', 'cancelled', 'missed'])
      .describe('booked brings back what was cancelled or missed.'),
    tell: z.boolean(),
  })
  .partial();

const appointment = z.object({
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

const service = z.object({ id: z.string(), name: z.string(), minutes: z.int(), price: z.string() });
const resource = z.object({ id: z.string(), name: z.string() });

function toAppointment(view: AppointmentDto): z.infer<typeof appointment> {
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

const toService = ({ id, name, minutes, price }: ServiceDto): z.infer<typeof service> => ({
  id,
  name,
  minutes,
  price,
});
const toResource = ({ id, name }: ResourceDto): z.infer<typeof resource> => ({ id, name });

const INPUTS = { confirmed: 'confirm', cancelled: 'cancel', missed: 'miss', booked: 'restore' } as const;

/** @throws RefusalError */
function called(what: string, all: readonly { readonly id: string; readonly name: string }[]): string {
  const found = all.find(({ id, name }) => id === what || name.toLowerCase() === what.toLowerCase());
  if (found === undefined) throw refused('not-found', `There is no “${what}”.`);
  return found.id;
}

/** The shop's calendar, as a file for other programs. */
export const appointmentsRoutes: RestRoutes<Services> = (services) => {
  const withWhom = (what: string | undefined): string | null =>
    what === undefined ? null : called(what, services().catalogue.resourceViews);

  return [
    route({
      method: 'get',
      path: '/services',
      scope: 'appointments:read',
      summary: 'List services',
      answer: [200, 'All services', allOf(service)],
      handle: () => ({ items: services().catalogue.serviceViews.map(toService) }),
    }),
    route({
      method: 'get',
      path: '/resources',
      scope: 'appointments:read',
      summary: 'List staff and resources',
      answer: [200, 'All staff and resources', allOf(resource)],
      handle: () => ({ items: services().catalogue.resourceViews.map(toResource) }),
    }),
    route({
      method: 'get',
      path: '/appointments',
      scope: 'appointments:read',
      summary: 'List appointments of a range of days, canceled ones included',
      request: { query: appointmentQuery },
      answer: [200, 'Ordered by time', allOf(appointment)],
      handle: ({ query: { from, days } }) => ({
        items: services().appointments.views.calendar(from, days).appointments.map(toAppointment),
      }),
    }),
    route({
      method: 'post',
      path: '/appointments',
      scope: 'appointments:write',
      summary: 'Book an appointment',
      request: { body: newAppointment },
      answer: [201, 'The appointment', appointment],
      handle({ body: { service: what, with: whom, ...booking } }) {
        const { appointments, catalogue } = services();
        const booked = appointments.book({
          ...booking,
          conversationId: null,
          serviceId: called(what, catalogue.serviceViews),
          resourceId: withWhom(whom),
        });
        return toAppointment(unwrap(booked));
      },
    }),
    route({
      method: 'get',
      path: '/appointments/{id}',
      scope: 'appointments:read',
      summary: 'Get an appointment',
      request: byId,
      answer: [200, 'The appointment', appointment],
      handle: ({ params }) => toAppointment(unwrap(services().appointments.get(params.id))),
    }),
    route({
      method: 'patch',
      path: '/appointments/{id}',
      scope: 'appointments:write',
      summary: 'Reschedule an appointment, or change its state; one of the two per request',
      request: { ...byId, body: appointmentChange },
      answer: [200, 'The updated appointment', appointment],
      handle({ params: { id }, body: { date: day, time, minutes, with: whom, state, tell = true } }) {
        const { appointments } = services();
        const before = unwrap(appointments.get(id));
        const moves = [day, time, minutes, whom].some((each) => each !== undefined);
        if (moves && state !== undefined) throw refused('bad-input', 'Move it or change its state, one at a time.');
        if (state !== undefined) return toAppointment(unwrap(appointments.change(id, INPUTS[state], tell)));
        if (!moves) return toAppointment(before);
        const at = { date: day ?? before.date, time: time ?? before.time, minutes };
        const to = { ...at, resourceId: withWhom(whom), tell };
        return toAppointment(unwrap(appointments.move(id, to)));
      },
    }),
  ];
};
