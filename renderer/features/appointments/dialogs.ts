import type { AppointmentDto } from '../../../electron/features/appointments/contract.ts';
import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const bookDialog = late(() => import('./book-dialog.svelte'));
const appointmentDialog = late(() => import('./appointment-dialog.svelte'));
const moveDialog = late(() => import('./move-dialog.svelte'));
const waitingDialog = late(() => import('./waiting-dialog.svelte'));

/** Where the booking was started: the customer and the time, as far as they are known. */
export interface BookingStart {
  readonly conversation: ConversationDto | null;
  readonly date: string | null;
  readonly time: string | null;
  /** Null: as long as the service. */
  readonly minutes: number | null;
  readonly resourceId: string | null;
}

/** Where an appointment was dropped. */
export interface MoveStart {
  readonly date: string;
  readonly time: string;
  readonly resourceId: string;
}

export const ANYWHERE: Omit<BookingStart, 'conversation'> = { date: null, time: null, minutes: null, resourceId: null };

export function openBooking({ dialogs }: AppStore, start: BookingStart): void {
  void dialogs.open(bookDialog, { start });
}

export function openAppointment({ dialogs }: AppStore, appointment: AppointmentDto): void {
  void dialogs.open(appointmentDialog, { appointment });
}

/**
 * @param start where it was dropped; null: the time is still to be chosen
 * @param withFollowing whether those that follow it in its series move along
 */
export function openMove(
  { dialogs }: AppStore,
  appointment: AppointmentDto,
  start: MoveStart | null,
  withFollowing: boolean,
): void {
  void dialogs.open(moveDialog, { appointment, start, withFollowing });
}

/** The customers who wait for a free time. @param conversation the customer to add to them, if there is one */
export function openWaiting({ dialogs }: AppStore, conversation: ConversationDto | null): void {
  void dialogs.open(waitingDialog, { conversation });
}
