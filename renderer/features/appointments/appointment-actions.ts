import type { AppointmentDto } from '../../../electron/features/appointments/contract.ts';
import { t, wallTime } from '../../lib/text/format.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';

interface MoveTo {
  readonly date: string;
  readonly time: string;
  readonly resourceId: string;
  readonly minutes: number;
  /** The customer, by text. */
  readonly tell: boolean;
}

/** What is done with an appointment wherever it is shown; all of it can be undone. */
export function appointmentActions(desk: AppStore) {
  const set = async (
    { id }: AppointmentDto,
    input: 'confirm' | 'cancel' | 'miss' | 'restore',
    tell: boolean,
    undo: (() => void) | null,
  ): Promise<boolean> => {
    const changed = await desk.ask('appointments.change', { id, input, tell });
    if (changed === null) return false;
    if (undo !== null) desk.undo.offer(t.calendar.done[input], undo);
    return true;
  };
  const back = (appointment: AppointmentDto): void => void set(appointment, 'restore', false, null);
  return {
    confirm: (appointment: AppointmentDto): Promise<boolean> => set(appointment, 'confirm', false, null),
    /** @param tell the customer, by text */
    cancel: (appointment: AppointmentDto, tell: boolean): Promise<boolean> =>
      set(appointment, 'cancel', tell, () => back(appointment)),
    miss: (appointment: AppointmentDto): Promise<boolean> => set(appointment, 'miss', false, () => back(appointment)),
    restore: (appointment: AppointmentDto, tell: boolean): Promise<boolean> => set(appointment, 'restore', tell, null),
    async move(appointment: AppointmentDto, to: MoveTo): Promise<boolean> {
      const moved = await desk.ask('appointments.move', { id: appointment.id, ...to });
      if (moved === null) return false;
      const { id, date, time, resourceId, minutes } = appointment;
      const isOnlyLonger = to.date === date && to.time === time && to.resourceId === resourceId;
      desk.undo.offer(
        isOnlyLonger ? t.calendar.lasts(to.minutes) : t.calendar.moved(wallTime(to.date, to.time)),
        () => void desk.ask('appointments.move', { id, date, time, resourceId, minutes, tell: false }),
      );
      return true;
    },
    /** It and all that follow it in its series, by as much. */
    async moveFollowing(appointment: AppointmentDto, to: MoveTo): Promise<boolean> {
      const moved = await desk.ask('appointments.moveFollowing', { id: appointment.id, ...to });
      if (moved === null) return false;
      const { id, date, time, resourceId, minutes } = appointment;
      desk.undo.offer(
        t.calendar.movedAll(moved.length, wallTime(to.date, to.time)),
        () => void desk.ask('appointments.moveFollowing', { id, date, time, resourceId, minutes, tell: false }),
      );
      return true;
    },
    /** It and all that follow it in its series. @param tell the customer, by text */
    async cancelFollowing({ id }: AppointmentDto, tell: boolean): Promise<boolean> {
      const gone = await desk.ask('appointments.cancelFollowing', { id, tell });
      if (gone === null) return false;
      const ids = gone.map((each) => each.id);
      desk.undo.offer(t.calendar.cancelledAll(gone.length), () => void desk.ask('appointments.restoreAll', { ids }));
      return true;
    },
  };
}
