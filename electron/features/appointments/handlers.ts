import type { AppointmentDetails } from './appointment-details.ts';
import type { AppointmentSeries } from './series.ts';
import type { Appointments } from './appointments.ts';
import type { ServiceCatalog } from './service-catalog.ts';
import type { ReminderLoad } from './reminder-load.ts';
import type { WaitingList } from './waiting-list.ts';
import type { AppointmentImport } from './appointment-import.ts';
import type { CalendarSync } from './calendar-sync.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { appointmentsContract } from './contract.ts';

interface Services {
  readonly appointments: Appointments;
  readonly appointmentDetails: AppointmentDetails;
  readonly appointmentSeries: AppointmentSeries;
  readonly catalogue: ServiceCatalog;
  readonly reminderLoad: ReminderLoad;
  readonly waitingList: WaitingList;
  readonly appointmentImport: AppointmentImport;
  readonly calendarSync: CalendarSync;
}

export function appointmentsHandlers({
  appointments,
  appointmentDetails,
  appointmentSeries,
  catalogue,
  reminderLoad,
  waitingList,
  appointmentImport,
  calendarSync,
}: Services): Handlers<typeof appointmentsContract> {
  return {
    'services.save': ({ id, ...input }) => catalogue.saveService(id, input),
    'services.setRemoved': ({ id, removed }) => catalogue.setServiceRemoved(id, removed),
    'resources.save': ({ id, ...input }) => catalogue.saveResource(id, input),
    'resources.setRemoved': ({ id, removed }) => catalogue.setResourceRemoved(id, removed),
    'appointments.calendar': ({ from, days }) => ok(appointments.views.calendar(from, days)),
    'appointments.ofCustomer': ({ conversationId }) => appointments.views.ofCustomer(conversationId),
    'appointments.slots': ({ serviceId, resourceId, date, days, movingId, minutes }) =>
      appointments.slots(serviceId, resourceId, date, days, movingId, minutes ?? null),
    'appointments.book': (booking) => appointments.book(booking),
    'appointments.move': ({ id, ...to }) => appointments.move(id, to),
    'appointments.change': ({ id, input, tell }) => appointments.change(id, input, tell),
    'appointments.edit': ({ id, name, note }) => appointments.edit(id, name, note),
    'appointments.preview': (booking) => appointments.preview(booking),
    'appointments.details': ({ id }) => appointmentDetails.of(id),
    'appointments.moveFollowing': ({ id, ...to }) => appointmentSeries.moveFollowing(id, to),
    'appointments.cancelFollowing': ({ id, tell }) => appointmentSeries.cancelFollowing(id, tell),
    'appointments.restoreAll': ({ ids }) => appointmentSeries.restore(ids),
    'appointments.load': ({ from, days }) => ok(reminderLoad.of(from, days)),
    'waiting.list': () => ok(waitingList.views),
    'waiting.add': (wish) => appointments.waitFor(wish),
    'waiting.setRemoved': ({ id, removed }) => waitingList.setRemoved(id, removed),
    'appointments.import': ({ kind, text, columns, dryRun, ...defaults }) =>
      kind === 'table'
        ? appointmentImport.table(text, { ...defaults, columns: columns ?? null }, dryRun)
        : appointmentImport.calendar(text, defaults, dryRun),
    'appointments.cancelMissing': ({ count }) => calendarSync.cancelMissing(count),
    'appointments.export': async ({ from, days }) => ok({ calendar: await appointments.views.export(from, days) }),
  };
}
