import ICAL from 'ical.js';
import type { AppointmentRow } from '../../store/appointments.ts';

/** What of an appointment is written into a calendar. */
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

/** Appointments as an iCalendar file (RFC 5545), in UTC, which every program understands. @param at when it is written */
export function calendarOf(appointments: readonly ExportedAppointment[], at: number): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('prodid', '-//Counterline//Counterline//EN');
  calendar.updatePropertyWithValue('version', '2.0');
  for (const { id, uid, starts_at: start, ends_at: end, created_at: made, ...said } of appointments) {
    const component = new ICAL.Component('vevent');
    component.updatePropertyWithValue('uid', uid ?? `a${id}-${made}@counterline.invalid`);
    component.updatePropertyWithValue('dtstamp', timeOf(at));
    component.updatePropertyWithValue('dtstart', timeOf(start));
    component.updatePropertyWithValue('dtend', timeOf(end));
    component.updatePropertyWithValue('summary', said.summary);
    if (said.description !== '') component.updatePropertyWithValue('description', said.description);
    component.updatePropertyWithValue('status', STATUS[said.state]);
    calendar.addSubcomponent(component);
  }
  return `${calendar.toString()}\r\n`;
}

function timeOf(at: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(Math.floor(at / 1_000) * 1_000), true);
}
