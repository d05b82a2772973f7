import ICAL from 'ical.js';
import type { AppointmentRow } from './repository.ts';

/** The parts of an appointment that are written into a calendar. */
export interface ExportedAppointment extends Pick<
  AppointmentRow,
  'id' | 'starts_at' | 'ends_at' | 'state' | 'created_at' | 'uid'
> {
  readonly summary: string;
  readonly description: string;
}

const STATUS: Readonly<Record<AppointmentRow['state'], string>> = {
  booked: 'CONFIRMED',
  confirmed: 'CONFIRMED',
  moving: 'TENTATIVE',
  cancelled: 'CANCELLED',
  missed: 'CONFIRMED',
};

/** The lines around the events of an iCalendar file (RFC 5545). */
export const CALENDAR_BEGINS = ['BEGIN:VCALENDAR', 'PRODID:-//Counterline//Counterline//EN', 'VERSION:2.0', ''].join(
  '\r\n',
);
export const CALENDAR_ENDS = 'END:VCALENDAR\r\n';

/** An appointment as an iCalendar event, in UTC because every program understands that. @param at when it is written */
export function eventOf({ id, uid, starts_at: start, ends_at: end, ...said }: ExportedAppointment, at: number): string {
  const component = new ICAL.Component('vevent');
  component.updatePropertyWithValue('uid', uid ?? `a${id}-${said.created_at}@counterline.invalid`);
  component.updatePropertyWithValue('dtstamp', timeOf(at));
  component.updatePropertyWithValue('dtstart', timeOf(start));
  component.updatePropertyWithValue('dtend', timeOf(end));
  component.updatePropertyWithValue('summary', said.summary);
  if (said.description !== '') component.updatePropertyWithValue('description', said.description);
  component.updatePropertyWithValue('status', STATUS[said.state]);
  return `${component.toString()}\r\n`;
}

function timeOf(at: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(Math.floor(at / 1_000) * 1_000), true);
}
