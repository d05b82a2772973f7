import type { AppointmentDto } from '../../../../electron/features/appointments/contract.ts';
import { t } from '../../../lib/text/format.ts';
import { stateWords } from '../state-words.ts';

/** A name where there is little room: Ana M.; a number stays whole. Pure. */
export function shortName(who: string): string {
  const words = who.trim().split(/\s+/);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const initial = [...last].find((letter) => /\p{L}/u.test(letter));
  return initial === undefined || /\d/.test(who) ? who : `${words[0]} ${initial.toUpperCase()}.`;
}

export function isLive({ state }: Pick<AppointmentDto, 'state'>): boolean {
  return state !== 'cancelled' && state !== 'missed';
}

/** How an appointment stands now: it is completed once it is over and nobody has said otherwise. */
export function standing(appointment: AppointmentDto, now: number): string {
  return isLive(appointment) && appointment.endsAt <= now ? t.calendar.came : stateWords(appointment);
}
