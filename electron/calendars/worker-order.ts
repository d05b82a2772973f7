import type { CalendarEntry, CalendarReading, CalendarRequest } from './entries.ts';
import type { CalendarDays } from './whole-days.ts';

export type CalendarOrder =
  | { readonly do: 'entries'; readonly request: CalendarRequest }
  | { readonly do: 'days'; readonly text: string; readonly since: string };

export type CalendarAnswer =
  | { readonly entries: readonly CalendarEntry[] }
  | { readonly rest: Omit<CalendarReading, 'entries'> }
  | { readonly days: CalendarDays | null };

/** Entries in one message. */
export const CHUNK = 500;
