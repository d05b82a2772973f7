import type { AppointmentDto } from '../../../electron/features/appointments/contract.ts';
import type { MenuItem } from '../../components/menu.svelte';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';
import { openNewText } from '../messaging/dialogs.ts';
import { appointmentActions } from './appointment-actions.ts';
import { isLive } from './calendar/card-words.ts';
import { openMove } from './dialogs.ts';

/** To the customer of an appointment, by text. */
export function writeTo(desk: AppStore, { conversationId, number }: AppointmentDto): void {
  if (conversationId !== null) void desk.open(conversationId);
  else if (number !== null) openNewText(desk, number);
}

/**
 * What can be done with an appointment by the other mouse button. The customer is told of a cancellation where it is opened,
 * because there it says so.
 */
export function appointmentMenu(
  desk: AppStore,
  appointment: AppointmentDto,
  open: (appointment: AppointmentDto) => void,
): readonly MenuItem[] {
  const actions = appointmentActions(desk);
  const now = Date.now();
  const isUpcoming = isLive(appointment) && appointment.endsAt > now;
  return [
    { label: t.rowMenu.open, onselect: () => open(appointment) },
    ...(isUpcoming && appointment.state !== 'confirmed'
      ? [{ label: t.calendar.confirm, onselect: () => void actions.confirm(appointment) }]
      : []),
    ...(isUpcoming ? [{ label: t.calendar.move, onselect: () => openMove(desk, appointment, null, false) }] : []),
    ...(isLive(appointment) && appointment.startsAt <= now
      ? [{ label: t.calendar.miss, onselect: () => void actions.miss(appointment) }]
      : []),
    ...(isLive(appointment)
      ? []
      : [{ label: t.calendar.restore, onselect: () => void actions.restore(appointment, false) }]),
    ...(appointment.number === null ? [] : [{ label: t.calendar.talk, onselect: () => writeTo(desk, appointment) }]),
  ];
}
