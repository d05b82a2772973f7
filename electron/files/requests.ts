import type { CalendarEntry, CalendarReading, CalendarRequest } from '../calendars/entries.ts';
import type { DaysOfTable, HolidayRequest } from '../desk/calendar/holiday-table.ts';
import type { Sheet, SheetRow } from '../desk/contacts/import/sheet.ts';

/** What the thread is asked for. */
export type FileRequest =
  | { readonly do: 'entries'; readonly calendar: CalendarRequest }
  | { readonly do: 'days'; readonly text: string; readonly holidays: HolidayRequest }
  | { readonly do: 'sheet'; readonly text: string };

/** One of several answers: all but the last are pieces. */
export type FileAnswer =
  | { readonly entries: readonly CalendarEntry[] }
  | { readonly reading: Omit<CalendarReading, 'entries'> }
  | { readonly days: DaysOfTable | null }
  | { readonly rows: readonly SheetRow[] }
  | { readonly sheet: Omit<Sheet, 'rows'> | null };

/** Entries or rows in one message. */
export const CHUNK = 500;
