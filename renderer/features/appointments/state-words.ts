import type { AppointmentDto } from '../../../electron/features/appointments/contract.ts';
import { t } from '../../lib/text/format.ts';

/** How an appointment stands, as one says it. */
export function stateWords({ state, isAsked }: Pick<AppointmentDto, 'state' | 'isAsked'>): string {
  return state === 'booked' && isAsked ? t.calendar.asked : t.calendar.states[state];
}
