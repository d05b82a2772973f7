import type { AppointmentDto } from '../../../electron/features/appointments/contract.ts';
import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const bookDialog = late(() => import('./book-dialog.svelte'));
const appointmentDialog = late(() => import('./appointment-dialog.svelte'));
const waitingDialog = late(() => import('./waiting-dialog.svelte'));

/** Where somebody began to book: for whom and when, as far as that is known. */
export interface BookingStart {
  readonly conversation: ConversationDto | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly resourceId: string | null;
}

/** Where somebody dropped an appointment; nulls: it is to be chosen. */
export interface MoveStart {
  readonly date: string | null;
  readonly time: string | null;
  readonly resourceId: string | null;
}

export const ANYWHERE: MoveStart = { date: null, time: null, resourceId: null };

export function openBooking({ dialogs }: AppStore, start: BookingStart): void {
  void dialogs.open(bookDialog, { start });
}

/** @param move not null: it is to be moved, to this time, as far as it is known */
export function openAppointment(
  { dialogs }: AppStore,
  appointment: AppointmentDto,
  move: MoveStart | null = null,
): void {
  void dialogs.open(appointmentDialog, { appointment, startMove: move });
}

/** Those who wait for a time to come free. @param conversation who is put among them, if it is about somebody */
export function openWaiting({ dialogs }: AppStore, conversation: ConversationDto | null): void {
  void dialogs.open(waitingDialog, { conversation });
}
