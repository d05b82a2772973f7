import { expect, test } from 'vitest';
import { CalendarSync } from '../../../../electron/features/appointments/calendar-sync.ts';
import { INITIAL_SETTINGS, type Settings } from '../../../../electron/features/settings/table.ts';
import type { CalendarFiles } from '../../../../electron/shared/calendar-folder.ts';
import { octetsOf } from '../../../support/calendar-files.ts';
import { deskLine } from '../../../support/desk-line.ts';
import { settle } from '../../../support/fake-clock.ts';

const ics = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//t//t//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (uid: string, hour: number, who: string): string =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART:20261125T${hour}0000Z`,
    `SUMMARY:${who}`,
    'END:VEVENT',
  ].join('\r\n');

async function synced() {
  const desk = await deskLine();
  desk.catalogue.saveResource(null, { name: 'Lena', hours: null, exceptions: [], serviceIds: null });
  desk.catalogue.saveService(null, {
    name: 'Check',
    minutes: 60,
    buffer: 0,
    price: '',
    text: '',
    reminders: [],
    cutoffHours: 2,
  });
  let settings: Settings = { ...INITIAL_SETTINGS, calendarFolder: '/salon', calendarService: 'service_1' };
  const followed: string[] = [];
  let give: (found: CalendarFiles) => void = () => {};
  let changes = 0;
  const sync = new CalendarSync(
    { ...desk.context, settings: () => settings, appChanged: () => void (changes += 1) },
    {
      follow(path, onRead) {
        followed.push(path);
        give = onRead;
        return () => followed.push(`not ${path}`);
      },
    },
    desk.appointmentImport,
  );
  const states = () => [1, 2, 3].flatMap((id) => desk.store.appointments.byId(id)?.state ?? []);
  return {
    ...desk,
    sync,
    followed,
    states,
    give: async (found: CalendarFiles) => {
      give(found);
      await settle();
    },
    changes: () => changes,
    prefer: async (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
      sync.follow();
      await settle();
    },
  };
}

test('follows the file: what comes is booked, what goes is called off; how it stands is shown', async () => {
  const desk = await synced();
  desk.sync.follow();
  expect(desk.sync.view).toBeNull();
  await desk.give({
    files: [
      { name: 'a.ics', octets: octetsOf(ics(event('1', 10, 'Ana'), event('2', 12, 'Tom'), event('3', 12, 'Kim'))) },
    ],
  });
  expect(desk.sync.view).toMatchObject({ problem: null, counts: { new: 2, refused: 1 } });
  expect(desk.sync.view?.refused[0]?.reason?.code).toBe('time-taken');
  await desk.give({ files: [{ name: 'a.ics', octets: octetsOf(ics(event('1', 10, 'Ana'), event('3', 12, 'Kim'))) }] });
  expect(desk.states()).toEqual(['booked', 'cancelled', 'booked']);
  expect(desk.changes()).toBe(2);
  desk.store.close();
});

test('a file that is broken, a folder that is gone or empty: nothing is called off', async () => {
  const desk = await synced();
  desk.sync.follow();
  await desk.give({
    files: [
      { name: 'a.ics', octets: octetsOf(ics(event('1', 10, 'Ana'))) },
      { name: 'b.ics', octets: octetsOf(ics(event('2', 12, 'Tom'))) },
    ],
  });
  await desk.give({ files: [{ name: 'a.ics', octets: octetsOf('BEGIN:VCALENDAR\r\nBEGIN:VEV') }] });
  expect(desk.sync.view?.problem).toBe('incomplete');
  await desk.give({ files: [{ name: 'a.ics', octets: octetsOf('Dear Sir or Madam') }] });
  expect(desk.sync.view?.problem).toBe('no-calendar');
  await desk.give({ problem: 'unreadable' });
  expect(desk.sync.view).toMatchObject({ problem: 'unreadable', counts: null });
  await desk.give({ files: [] });
  expect(desk.sync.view?.problem).toBe('empty');
  expect(desk.states()).toEqual(['booked', 'booked']);
  desk.store.close();
});

test('another service for what says none: read anew; another folder is followed instead of the first', async () => {
  const desk = await synced();
  await desk.prefer({ calendarService: '' });
  await desk.give({ files: [{ name: 'a.ics', octets: octetsOf(ics(event('1', 10, 'Ana'))) }] });
  expect(desk.sync.view?.counts).toMatchObject({ new: 0, refused: 1 });
  await desk.prefer({ calendarService: 'service_1' });
  expect(desk.states()).toEqual(['booked']);
  await desk.prefer({ calendarFolder: '/other' });
  await desk.prefer({ calendarFolder: '' });
  expect(desk.followed).toEqual(['/salon', 'not /salon', '/other', 'not /other']);
  expect(desk.sync.view).toBeNull();
  desk.store.close();
});
