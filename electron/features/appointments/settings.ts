import { LONGEST_ID } from '../../shared/ids.ts';
import { amount, text, toggle } from '../../shared/setting.ts';

const PLACE = { section: 'calendar', isPlaced: true } as const;

export const appointmentsSettings = {
  /** Who was asked about an appointment and says nothing is asked once more after so long, then rung up; 0: never. */
  followUpHours: amount([0, 168], 24, { ...PLACE, offered: [0, 2, 4, 12, 24, 48] }),
  /** How long somebody on the waiting list has to take a time that has come free; 0: none is offered. */
  refillMinutes: amount([0, 1_440], 60, { ...PLACE, offered: [0, 15, 30, 60, 120, 240] }),
  /** Whether customers book by text. */
  bookByText: toggle(false, PLACE),
  /** A calendar file of another program, or a folder of them, which is followed; empty: none is. */
  calendarFolder: text(1_000, { effect: 'calendar-folder' }),
  /** What and with whom, where that calendar does not say; empty: that is refused, and whoever is free. */
  calendarService: text(LONGEST_ID, { effect: 'calendar-folder' }),
  calendarResource: text(LONGEST_ID, { effect: 'calendar-folder' }),
};
