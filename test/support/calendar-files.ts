import { setImmediate } from 'node:timers/promises';
import { entriesOf } from '../../electron/calendars/entries.ts';
import { CalendarSync } from '../../electron/features/appointments/calendar-sync.ts';
import { INITIAL_SETTINGS } from '../../electron/features/settings/table.ts';
import type { CalendarFiles } from '../../electron/shared/calendar-folder.ts';
import { deskLine } from './desk-line.ts';
import { FakeClock } from './fake-clock.ts';

export const NOW = Date.UTC(2026, 10, 29);
export const DAY = 86_400_000;
export const BERLIN = 'DTSTART;TZID=Europe/Berlin:';

export const ics = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
export function event(uid: string, ...lines: readonly string[]): string {
  const own = lines.some((line) => line.startsWith('SUMMARY')) ? [] : ['SUMMARY:Ana Berg'];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    ...own,
    'DURATION:PT30M',
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
}
export const whole = (uid: string, ...lines: readonly string[]): string =>
  event(uid, ...lines).replace('DURATION:PT30M\r\n', '');

export const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function readCalendar(text: string, days = 400) {
  const { entries, ...rest } = entriesOf({ texts: [text], zone: 'Europe/Berlin', from: NOW, until: NOW + days * DAY });
  return { ...rest, entries, at: entries.map(({ date, time }) => `${date} ${time}`) };
}

/** A shop of two chairs that follows a calendar. */
export const salon = async (zone = 'UTC') => {
  const desk = await deskLine({ clock: new FakeClock(NOW), zone });
  for (const name of ['Lena', 'Tom'])
    desk.catalogue.saveResource(null, { name, hours: null, exceptions: [], serviceIds: null });
  const service = { name: 'Check', minutes: 30, buffer: 0, price: '', text: '', reminders: [], cutoffHours: 2 };
  desk.catalogue.saveService(null, service);
  let give: (found: CalendarFiles) => void = () => {};
  const settings = { ...INITIAL_SETTINGS, calendarFolder: '/salon', calendarService: 'service_1' };
  const sync = new CalendarSync(
    { ...desk.context, settings: () => settings },
    { follow: (_path, onRead) => ((give = onRead), () => {}) },
    desk.appointmentImport,
  );
  sync.follow();
  const booked = (): number => desk.store.appointments.comingFrom('followed', { startsAt: NOW, id: 0 }, 10_000).length;
  return {
    ...desk,
    sync,
    booked,
    async reads(...texts: readonly string[]) {
      const before = sync.view;
      give({ files: texts.map((text, i) => ({ name: `${i}.ics`, octets: octetsOf(text) })) });
      while (sync.view === before) await setImmediate();
      return sync.view;
    },
  };
};
