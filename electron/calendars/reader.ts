import { readInThread, UnreadableFileError } from '../files/in-thread.ts';
import { entriesOf, type CalendarEntry, type CalendarReading, type CalendarRequest } from './entries.ts';
import { wholeDaysOf, type DaysOfTable, type HolidayRequest } from '../desk/calendar/holiday-table.ts';

/** Reads calendars without holding whoever asks. */
export interface CalendarReader {
  /** @throws UnreadableFileError */
  entries(request: CalendarRequest): Promise<CalendarReading>;
  /** @returns null: this is neither a calendar nor a table @throws UnreadableFileError */
  days(text: string, request: HolidayRequest): Promise<DaysOfTable | null>;
}

/** In this thread, for small files of tests. */
export const readCalendarsHere: CalendarReader = {
  entries: (request) => Promise.resolve(entriesOf(request)),
  days: (text, request) => Promise.resolve(wholeDaysOf(text, request)),
};

/** In a thread of its own for each, which ends with it. */
export const readCalendarsInThread: CalendarReader = {
  async entries(request) {
    const entries: CalendarEntry[] = [];
    let reading: Omit<CalendarReading, 'entries'> | null = null;
    await readInThread({ do: 'entries', calendar: request }, (answer) => {
      if ('entries' in answer) entries.push(...answer.entries);
      else if ('reading' in answer) ({ reading } = answer);
      return reading !== null;
    });
    if (reading === null) throw new UnreadableFileError('The thread ended without an answer.');
    return { entries, ...(reading as Omit<CalendarReading, 'entries'>) };
  },
  async days(text, holidays) {
    let days: DaysOfTable | null = null;
    await readInThread({ do: 'days', text, holidays }, (answer) => {
      if ('days' in answer) ({ days } = answer);
      return true;
    });
    return days;
  },
};
