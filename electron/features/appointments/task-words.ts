import type { AppointmentTask } from '../../shared/appointments.ts';
import { languageFor } from '../../locales/languages.ts';
import { OWNER_WORDS } from '../../locales/owners.ts';
import type { AppointmentRow } from './repository.ts';
import { dayWord, timeWord } from './wording.ts';

const LONGEST_WHO = 60;

/** @param facts.language the shop's language, two letters */
export function taskWords(
  kind: AppointmentTask,
  {
    language,
    who,
    appointment: { date, time },
  }: {
    readonly language: string;
    readonly who: string;
    readonly appointment: Pick<AppointmentRow, 'date' | 'time'>;
  },
): string {
  const spoken = languageFor('system', language);
  return OWNER_WORDS[spoken].appointmentTask[kind](
    who.slice(0, LONGEST_WHO).toWellFormed(),
    `${dayWord(date, spoken)} ${timeWord(time)}`,
  );
}
