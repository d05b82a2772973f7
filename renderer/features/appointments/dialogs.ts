import type { AppointmentDto } from '../../../electron/features/appointments/contract.ts';
import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const bookDialog = late(() => import('./book-dialog.svelte'));
const appointmentDialog = late(() => import('./appointment-dialog.svelte'));
const waitingDialog = late(() => import('./waiting-dialog.svelte'));

/** Where the booking was started: the customer and the time, as far as they are known. */
export interface BookingStart {
  readonly conversation: ConversationDto | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly resourceId: string | null;
}

/** Where an appointment was dropped; nulls: the time is still to be chosen. */
export interface MoveStart {
  readonly date: string | null;
  readonly time: string | null;
  readonly resourceId: string | null;
}

export const ANYWHERE: MoveStart = { date: null, time: null, resourceId: null };

export function openBooking({ dialogs }: AppStore, start: BookingStart): void {
  void dialogs.open(bookDialog, { start });
}

/** @param move not null: the appointment is to be moved to this time, as far as it is known */
export function openAppointment(
  { dialogs }: AppStore,
  appointment: AppointmentDto,
  move: MoveStart | null = null,
): void {
  void dialogs.open(appointmentDialog, { appointment, startMove: move });
}

/** The customers who wait for a free time. @param conversation the customer to add to them, if there is one */
export function openWaiting({ dialogs }: AppStore, conversation: ConversationDto | null): void {
  void dialogs.open(waitingDialog, { conversation });
}
