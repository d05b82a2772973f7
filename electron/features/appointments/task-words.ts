import type { AppointmentRow } from '../../store/appointments.ts';
import { dayWord, timeWord } from './wording.ts';

/** What somebody here has to do about an appointment. */
type TaskKind = 'ring-up' | 'too-late' | 'no-slots' | 'may-have-cancelled';

const WORDS: Readonly<Record<'en' | 'de', Readonly<Record<TaskKind, (who: string, when: string) => string>>>> = {
  en: {
    'ring-up': (who, when) => `Ring ${who}: no answer about ${when}`,
    'too-late': (who, when) => `${who} wants to change ${when}, too late by text`,
    'no-slots': (who, when) => `${who} wants another time than ${when}, nothing is free`,
    'may-have-cancelled': (who, when) => `${who} ended all texts: ask whether ${when} stands`,
  },
  de: {
    'ring-up': (who, when) => `${who} anrufen: keine Antwort zu ${when}`,
    'too-late': (who, when) => `${who} möchte ${when} ändern, zu spät für SMS`,
    'no-slots': (who, when) => `${who} möchte eine andere Zeit als ${when}, nichts ist frei`,
    'may-have-cancelled': (who, when) => `${who} hat alle SMS beendet: fragen, ob ${when} gilt`,
  },
};
const LONGEST_WHO = 60;

/** @param facts.language the shop's, two letters */
export function taskWords(
  kind: TaskKind,
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
  const spoken = language === 'de' ? 'de' : 'en';
  return WORDS[spoken][kind](who.slice(0, LONGEST_WHO).toWellFormed(), `${dayWord(date, spoken)} ${timeWord(time)}`);
}
