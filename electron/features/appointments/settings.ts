import { LONGEST_ID } from '../../shared/ids.ts';
import { amount, text, toggle } from '../../shared/setting.ts';

const PLACE = { section: 'booking' } as const;

export const appointmentsSettings = {
  /**
   * A customer who does not answer the question about an appointment is asked again after this time, then called; 0 for never.
   */
  followUpHours: amount([0, 168], 24, { ...PLACE, offered: [0, 2, 4, 12, 24, 48] }),
  /** How long a customer on the waiting list has to take a time that has come free; 0 if no times are offered. */
  refillMinutes: amount([0, 1_440], 60, { ...PLACE, offered: [0, 15, 30, 60, 120, 240] }),
  /** Whether customers can book by text. */
  bookByText: toggle(false, PLACE),
  /** The calendar file of another program, or a folder of such files, to follow; empty for none. */
  calendarFolder: text(1_000, { effect: 'calendar-folder' }),
  /**
   * The service and resource where that calendar names none. If empty, entries without a service are refused, and whoever is free
   * is booked.
   */
  calendarService: text(LONGEST_ID, { effect: 'calendar-folder' }),
  calendarResource: text(LONGEST_ID, { effect: 'calendar-folder' }),
};
