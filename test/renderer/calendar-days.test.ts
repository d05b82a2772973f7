import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppointmentDto, CalendarDto } from '../../electron/features/appointments/contract.ts';
import { calendarDays, colorOf, rangeOf } from '../../renderer/features/appointments/calendar/calendar-days.ts';
import { monthAfter, weekOf, weeksOf } from '../../renderer/features/appointments/calendar/dates.ts';
import { minutesOf, placedIn, timeOf } from '../../renderer/features/appointments/calendar/lanes.ts';
import { distanceTowards } from '../../renderer/features/appointments/calendar/nearest-card.ts';
import { minutesIn } from '../../renderer/features/appointments/minutes.ts';

const DANA = { id: 'resource_1', name: 'Dana' };
const IRIS = { id: 'resource_2', name: 'Iris' };
const [MONDAY, TUESDAY] = ['2026-11-30', '2026-12-01'] as const;

const appointment = (over: Partial<AppointmentDto>): AppointmentDto => ({
  id: 'appointment_1',
  number: null,
  displayNumber: null,
  who: 'Ana',
  name: 'Ana',
  conversationId: null,
  serviceId: 'service_1',
  service: 'Cut',
  resourceId: DANA.id,
  resource: DANA.name,
  date: TUESDAY,
  time: '10:00',
  minutes: 45,
  startsAt: 0,
  endsAt: 0,
  buffer: 0,
  state: 'booked',
  note: '',
  isAsked: false,
  isSeries: false,
  ...over,
});
const calendar = (over: Partial<CalendarDto>): CalendarDto => ({
  appointments: [],
  hours: {
    [DANA.id]: {
      [TUESDAY]: [
        { from: '09:00', to: '12:30' },
        { from: '13:15', to: '18:00' },
      ],
    },
    [IRIS.id]: { [TUESDAY]: [{ from: '10:00', to: '16:00' }] },
  },
  specialDays: {},
  offers: [],
  zone: 'UTC',
  ...over,
});
const shown = {
  dates: [MONDAY, TUESDAY],
  staff: [DANA, IRIS],
  hidden: new Set<string>(),
  serviceId: null,
  showsCancelled: false,
  showsAbsent: false,
};

describe('the days of the calendar', () => {
  test('a lane for each who works; breaks between their hours, away before they come and after they have gone', () => {
    const [monday, tuesday] = calendarDays(calendar({}), shown);
    expect(monday).toMatchObject({ open: null, lanes: [] });
    expect(tuesday).toMatchObject({
      open: { from: 540, to: 1_080 },
      lanes: [
        { name: 'Dana', color: 0, breaks: [{ from: 750, to: 795 }], away: [] },
        {
          name: 'Iris',
          color: 1,
          breaks: [],
          away: [
            { from: 540, to: 600 },
            { from: 960, to: 1_080 },
          ],
        },
      ],
    });
  });

  test('whoever does not work and still has somebody coming has a lane, also after they have left the shop', () => {
    const coming = [
      appointment({ date: MONDAY, resourceId: IRIS.id }),
      appointment({ id: 'appointment_2', date: MONDAY, resourceId: 'resource_9', resource: 'Theo' }),
    ];
    const [monday] = calendarDays(calendar({ appointments: coming }), shown);
    expect(monday?.lanes.map(({ name, isGone, placed }) => [name, isGone, placed.length])).toEqual([
      ['Iris', false, 1],
      ['Theo', true, 1],
    ]);
  });

  test('what is filtered away is not there: a person, another service, what was canceled', () => {
    const all = [
      appointment({}),
      appointment({ id: 'appointment_2', serviceId: 'service_2' }),
      appointment({ id: 'appointment_3', state: 'cancelled' }),
      appointment({ id: 'appointment_4', resourceId: IRIS.id }),
    ];
    const ids = (over: Partial<typeof shown>): readonly string[] =>
      calendarDays(calendar({ appointments: all }), { ...shown, ...over })
        .flatMap(({ lanes }) => lanes)
        .flatMap(({ placed }) => placed.map(({ appointment: { id } }) => id.slice(-1)))
        .toSorted();
    expect(ids({})).toEqual(['1', '2', '4']);
    expect(ids({ hidden: new Set([IRIS.id]) })).toEqual(['1', '2']);
    expect(ids({ serviceId: 'service_1' as never })).toEqual(['1', '4']);
    expect(ids({ showsCancelled: true })).toEqual(['1', '2', '3', '4']);
  });

  test('what lies outside of the hours is shown as well; on a day of its own name nobody is told why', () => {
    const early = calendarDays(calendar({ appointments: [appointment({ time: '06:30' })] }), shown);
    expect(rangeOf(early)).toEqual({ from: 360, to: 1_110 });
    expect(rangeOf(calendarDays(calendar({ hours: {} }), shown))).toEqual({ from: 510, to: 1_050 });
    const holiday = calendar({ hours: {}, specialDays: { [DANA.id]: { [TUESDAY]: 'Inventory' } } });
    expect(calendarDays(holiday, shown)[1]).toMatchObject({ open: null, closedFor: 'Inventory' });
  });

  test('colors go by who was there first, and stay when a name changes or somebody comes', () => {
    const staff = [
      { id: 'resource_10', name: 'Ada' },
      { id: 'resource_9', name: 'Zoe' },
    ];
    expect(staff.map(({ id }) => colorOf(staff, id))).toEqual([1, 0]);
    expect(colorOf([...staff, { id: 'resource_11', name: 'Aaa' }], 'resource_9')).toBe(0);
  });

  test('no two that overlap lie over each other', () => {
    const some = fc.array(
      fc.record({ start: fc.integer({ min: 0, max: 90 }), minutes: fc.integer({ min: 5, max: 300 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const placed = placedIn(
          all.map(({ start, minutes }, i) => appointment({ id: String(i), time: timeOf(start * 15), minutes })),
        );
        expect(placed).toHaveLength(all.length);
        for (const a of placed)
          for (const b of placed) {
            const [from, to] = [a, b].map((each) => minutesOf(each.appointment.time)) as [number, number];
            const apart = from + a.appointment.minutes <= to || to + b.appointment.minutes <= from;
            expect(a === b || apart || a.lane !== b.lane).toBe(true);
            expect(a.lane).toBeLessThan(a.lanes);
          }
      }),
    );
  });
});

describe('weeks and months', () => {
  test('a week begins on the day that is usual there; a month is shown in whole weeks', () => {
    expect(weekOf('2026-12-01', 0)).toEqual([
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ]);
    expect(weekOf('2026-11-29', 1)[0]).toBe('2026-11-23');
    expect(weeksOf('2026-02', 0)).toHaveLength(4);
    expect(weeksOf('2026-12', 0).flat().at(0)).toBe('2026-11-29');
    expect(weeksOf('2026-12', 1).flat().at(-1)).toBe('2027-01-03');
    expect(monthAfter('2026-12-31', 2)).toBe('2027-02-28');
    expect(monthAfter('2026-01-15', -1)).toBe('2025-12-15');
  });

  test('a month holds each of its days once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 6 }),
        (year, month, first) => {
          const name = `${year}-${String(month).padStart(2, '0')}`;
          const days = weeksOf(name, first).flat();
          expect(new Set(days).size).toBe(days.length);
          expect(days.filter((day) => day.startsWith(name))).toHaveLength(
            new Date(Date.UTC(year, month, 0)).getUTCDate(),
          );
        },
      ),
    );
  });
});

test('how long it is to be: whole minutes, from five to twelve hours', () => {
  expect(['45', ' 5 ', '720'].map(minutesIn)).toEqual([45, 5, 720]);
  expect(['', '4', '721', '1.5', '-30', '1e2', 'an hour'].map(minutesIn)).toEqual(Array(7).fill(null));
});

test('an arrow key leads to what lies in its direction, rather straight than aside', () => {
  const box = (left: number, top: number) => ({ left, right: left + 10, top, bottom: top + 10 });
  const here = box(100, 100);
  expect(distanceTowards(here, box(100, 50), 'ArrowDown')).toBeNull();
  expect(distanceTowards(here, box(100, 160), 'ArrowDown')).toBeLessThan(
    distanceTowards(here, box(120, 120), 'ArrowDown') ?? 0,
  );
  expect(distanceTowards(here, box(60, 100), 'ArrowLeft')).toBe(40);
  expect(distanceTowards(here, box(60, 100), 'Enter')).toBeNull();
});
