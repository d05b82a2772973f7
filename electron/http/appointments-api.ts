import { Hono } from 'hono';
import type { Desk } from '../app/desk.ts';
import {
  appointmentChange,
  appointmentQuery,
  newAppointment,
  toAppointment,
  toResource,
  toService,
} from './appointment-schemas.ts';
import { refused } from './errors.ts';
import { jsonBody, parse, unwrap } from './requests.ts';

const INPUTS = { confirmed: 'confirm', cancelled: 'cancel', missed: 'miss', booked: 'restore' } as const;

/** The shop's calendar, for other programs. */
export function appointmentsApi(desk: () => Desk): Hono {
  const api = new Hono();
  const called = (what: string, all: readonly { readonly id: string; readonly name: string }[]): string => {
    const found = all.find(({ id, name }) => id === what || name.toLowerCase() === what.toLowerCase());
    if (found === undefined) throw refused('not-found', `There is no “${what}”.`);
    return found.id;
  };
  const withWhom = (what: string | undefined): string | null =>
    what === undefined ? null : called(what, desk().catalogue.resourceViews);

  api.get('/services', (c) => c.json({ items: desk().catalogue.serviceViews.map(toService) }));
  api.get('/resources', (c) => c.json({ items: desk().catalogue.resourceViews.map(toResource) }));

  api.get('/appointments', (c) => {
    const { from, days } = parse(appointmentQuery, c.req.query());
    return c.json({ items: desk().appointments.calendar(from, days).appointments.map(toAppointment) });
  });
  api.post('/appointments', async (c) => {
    const { service, with: whom, ...booking } = parse(newAppointment, await jsonBody(c));
    const booked = desk().appointments.book({
      ...booking,
      conversationId: null,
      serviceId: called(service, desk().catalogue.serviceViews),
      resourceId: withWhom(whom),
    });
    return c.json(toAppointment(unwrap(booked)), 201);
  });
  api.patch('/appointments/:id', async (c) => {
    const { date, time, with: whom, state, tell = true } = parse(appointmentChange, await jsonBody(c));
    const id = c.req.param('id');
    const before = unwrap(desk().appointments.get(id));
    const moves = date !== undefined || time !== undefined || whom !== undefined;
    if (moves && state !== undefined) throw refused('bad-input', 'Move it or change its state, one at a time.');
    if (state !== undefined) return c.json(toAppointment(unwrap(desk().appointments.change(id, INPUTS[state], tell))));
    if (!moves) return c.json(toAppointment(before));
    const to = { date: date ?? before.date, time: time ?? before.time, resourceId: withWhom(whom), tell };
    return c.json(toAppointment(unwrap(desk().appointments.move(id, to))));
  });
  api.get('/appointments/:id', (c) => c.json(toAppointment(unwrap(desk().appointments.get(c.req.param('id'))))));

  return api;
}
