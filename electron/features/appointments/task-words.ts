import type { AppointmentTask } from '../../shared/appointments.ts';
import type { WindowLanguage } from '../../locales/languages.ts';
import { OWNER_WORDS } from '../../locales/owners.ts';
import type { AppointmentRow } from './repository.ts';
import { dayWord, timeWord } from '../automation/customer-dates.ts';
import type { CountryCode } from '../../shared/phone.ts';

const LONGEST_WHO = 60;

/** @param facts.language the owner's */
export function taskWords(
  kind: AppointmentTask,
  {
    language,
    country,
    who,
    appointment: { date, time },
  }: {
    readonly language: WindowLanguage;
    /** Where the shop is. */
    readonly country: CountryCode;
    readonly who: string;
    readonly appointment: Pick<AppointmentRow, 'date' | 'time'>;
  },
): string {
  return OWNER_WORDS[language].appointmentTask[kind](
    who.slice(0, LONGEST_WHO).toWellFormed(),
    `${dayWord(date, language, country)} ${timeWord(time, language, country)}`,
  );
}
