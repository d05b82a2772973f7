import { notFound } from '../../shared/not-found.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Appointments } from './appointments.ts';
import type { AppointmentDetailsDto, AppointmentTextDto } from './contract.ts';
import { followsAppointment, type Reminders } from './reminders.ts';
import type { AppointmentRow } from './repository.ts';
import type { ServiceCatalog } from './service-catalog.ts';

const VISITS_SHOWN = 5;

interface DetailsDeps {
  readonly appointments: Appointments;
  readonly catalogue: ServiceCatalog;
  readonly reminders: Reminders;
}

/** What is known beside an appointment itself: its texts, and the customer's earlier visits. */
export class AppointmentDetails {
  readonly #context: DeskContext;
  readonly #deps: DetailsDeps;

  constructor(context: DeskContext, deps: DetailsDeps) {
    this.#context = context;
    this.#deps = deps;
  }

  of(id: string): Result<AppointmentDetailsDto> {
    const { appointments, reminders } = this.#deps;
    const rowId = rowOf('appointment', id);
    const row = rowId === null ? null : this.#context.store.appointments.byId(rowId);
    const upcoming = appointments.reminders(id);
    if (row === null || !upcoming.ok) return notFound('appointment');
    return ok({
      appointment: appointments.views.toDto(row),
      sent: this.#sentAbout(row),
      reminders: upcoming.value,
      callAt: reminders.callAt(row.id),
      ...this.#visitsBefore(row),
    });
  }

  #sentAbout({ id, number }: AppointmentRow): readonly AppointmentTextDto[] {
    if (number === null) return [];
    const texts = this.#context.store.messages.following(number, followsAppointment(id));
    return texts.map(({ sent_at: sentAt, created_at: createdAt, text, part_count: parts, state }) => ({
      at: sentAt ?? createdAt,
      text,
      parts,
      state,
    }));
  }

  #visitsBefore(row: AppointmentRow): Pick<AppointmentDetailsDto, 'visits' | 'earlier'> {
    const { store, clock } = this.#context;
    const { services, resources } = this.#deps.catalogue;
    if (row.number === null) return { visits: 0, earlier: [] };
    const { count, latest } = store.appointments.visitsBefore(row.number, row.starts_at, clock.now(), VISITS_SHOWN);
    return {
      visits: count,
      earlier: latest.map((each) => ({
        id: idOf('appointment', each.id),
        date: each.date,
        service: services.get(each.service_id)?.value.name ?? '',
        resource: resources.get(each.resource_id)?.value.name ?? '',
      })),
    };
  }
}
