import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ShopCalendar } from '../../../../electron/features/opening-hours/shop-calendar.ts';
import { ofWeek } from '../../../../electron/features/opening-hours/shop-hours.ts';
import { reminderTimes } from '../../../../electron/features/appointments/reminder-times.ts';
import { freeSlots, instantOfWall } from '../../../../electron/features/appointments/slots.ts';
import type { ReminderStep } from '../../../../electron/shared/appointments.ts';
import type { WeekHours } from '../../../../electron/shared/hours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const every = (from: string, to: string): WeekHours => Array.from({ length: 7 }, () => [{ from, to }]);

/** Zones with and without summer time, one of half an hour, one of half an hour of summer time. */
const ZONES = ['Europe/Berlin', 'UTC', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns'];
/** Around both changes of the clock of Europe and of Lord Howe in 2026. */
const dates = fc.constantFrom(
  '2026-03-27',
  '2026-03-28',
  '2026-03-29',
  '2026-03-30',
  '2026-04-04',
  '2026-04-05',
  '2026-07-01',
  '2026-10-03',
  '2026-10-04',
  '2026-10-24',
  '2026-10-25',
  '2026-10-26',
  '2026-11-01',
  '2026-12-31',
);
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.integer({ min: 0, max: 3 }) })
  .map(({ hour, quarter }) => `${String(hour).padStart(2, '0')}:${String(quarter * 15).padStart(2, '0')}`);
const when: fc.Arbitrary<ReminderStep['when']> = fc.oneof(
  fc.record({ minutes: fc.integer({ min: 15, max: 10_080 }) }),
  fc.record({ days: fc.integer({ min: 0, max: 7 }), at: time }),
);

function hoursIn(zone: string, texting: WeekHours) {
  const calendar = new ShopCalendar({
    zone: () => zone,
    open: () => texting,
    texting: () => texting,
    specialDays: () => [],
  });
  return {
    isIn: (at: number) => calendar.textingAt(at, null) !== null,
    lastBefore: (at: number) => calendar.textingBefore(at, null),
  };
}

function appointmentAt(date: string, at: string, zone: string) {
  const startsAt = Temporal.PlainDateTime.from(`${date}T${at}`).toZonedDateTime(zone).epochMilliseconds;
  return { date, time: at, zone, starts_at: startsAt };
}

describe('when customers are reminded', () => {
  const step = (at: ReminderStep['when']): ReminderStep => ({ when: at, text: '', asks: false });
  const planned = (date: string, at: string, plan: ReminderStep['when'], zone = 'Europe/Berlin', now = 0) =>
    reminderTimes(appointmentAt(date, at, zone), [step(plan)], hoursIn(zone, every('09:00', '20:00')), now).map(
      (each) => Temporal.Instant.fromEpochMilliseconds(each.at).toZonedDateTimeISO(zone).toPlainDateTime().toString(),
    );

  test.each<[string, string, ReminderStep['when'], readonly string[]]>([
    ['2026-11-25', '15:00', { minutes: 1_440 }, ['2026-11-24T15:00:00']],
    ['2026-11-25', '15:00', { minutes: 120 }, ['2026-11-25T13:00:00']],
    ['2026-11-25', '15:00', { days: 1, at: '18:00' }, ['2026-11-24T18:00:00']],
    // At seven it is quiet: the evening before.
    ['2026-11-25', '09:00', { minutes: 120 }, ['2026-11-24T19:30:00']],
    ['2026-11-25', '15:00', { days: 1, at: '22:00' }, ['2026-11-24T19:30:00']],
    // A day of 23 hours lies between: 24 hours are 24 hours, and the evening before is the evening before.
    ['2026-03-29', '15:00', { minutes: 1_440 }, ['2026-03-28T14:00:00']],
    ['2026-03-29', '15:00', { days: 1, at: '18:00' }, ['2026-03-28T18:00:00']],
    ['2026-10-25', '15:00', { minutes: 1_440 }, ['2026-10-24T16:00:00']],
    // Not behind it, and not right before.
    ['2026-11-25', '15:00', { days: 0, at: '16:00' }, []],
    ['2026-11-25', '15:00', { days: 0, at: '14:55' }, []],
  ])('%s %s, %j: %j', (date, at, plan, expected) => expect(planned(date, at, plan)).toEqual(expected));

  test('what would have been before it was booked is left out', () => {
    const now = Date.UTC(2026, 10, 25, 9);
    expect(planned('2026-11-25', '15:00', { minutes: 1_440 }, 'Europe/Berlin', now)).toEqual([]);
    expect(planned('2026-11-25', '15:00', { minutes: 120 }, 'Europe/Berlin', now)).toEqual(['2026-11-25T13:00:00']);
  });

  test('two at the same minute are one', () => {
    const steps = [step({ minutes: 1_440 }), step({ days: 1, at: '15:00' })];
    const at = reminderTimes(
      appointmentAt('2026-11-25', '15:00', 'UTC'),
      steps,
      hoursIn('UTC', every('09:00', '20:00')),
      0,
    );
    expect(at.map((each) => each.step)).toEqual([1]);
  });

  test('never in quiet hours, never too late, never later than wanted: in every zone, over every change of the clock', () => {
    fc.assert(
      fc.property(dates, time, fc.array(when, { maxLength: 5 }), fc.constantFrom(...ZONES), time, time, (...given) => {
        const [date, at, plan, zone, one, other] = given;
        const [from, to] = [one, other].toSorted() as [string, string];
        const texting = every(from, from === to ? '00:00' : to);
        const hours = hoursIn(zone, texting);
        const appointment = appointmentAt(date, at, zone);
        const now = appointment.starts_at - 3 * DAY;
        const times = reminderTimes(appointment, plan.map(step), hours, now);
        for (const { at: instant, step: n, insteadOf } of times) {
          expect(hours.isIn(instant)).toBe(true);
          expect(instant).toBeGreaterThanOrEqual(now);
          expect(instant).toBeLessThanOrEqual(appointment.starts_at - 10 * MINUTE);
          if (insteadOf !== null) expect(instant).toBeLessThan(insteadOf);
          const wanted = plan[n] as ReminderStep['when'];
          const exact =
            'minutes' in wanted
              ? appointment.starts_at - wanted.minutes * MINUTE
              : Temporal.PlainDate.from(date)
                  .subtract({ days: wanted.days })
                  .toZonedDateTime({ timeZone: zone, plainTime: wanted.at }).epochMilliseconds;
          expect(insteadOf ?? instant).toBe(exact);
        }
        expect(times.map((each) => each.at)).toEqual(times.map((each) => each.at).toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});

describe('free times', () => {
  const taken = fc.array(
    fc.record({ start: fc.integer({ min: 0, max: 95 }), quarters: fc.integer({ min: 1, max: 12 }) }),
    {
      maxLength: 8,
    },
  );

  test('are those a slow look at every minute finds: in every zone, over every change of the clock', () => {
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom(...ZONES),
        fc.constantFrom(15, 30, 45, 60, 90),
        fc.constantFrom(0, 15, 30),
        taken,
        (date, zone, minutes, buffer, blocks) => {
          const week = every('08:00', '18:00');
          const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone);
          const from = midnight.epochMilliseconds;
          const busy = blocks.map(({ start, quarters }) => ({
            from: from + start * 15 * MINUTE,
            until: from + (start + quarters) * 15 * MINUTE,
          }));
          const bookable = {
            resource: 1,
            hours: ofWeek(week),
            taken: (a: number, b: number) => busy.filter((each) => each.from < b && each.until > a),
          };
          const found = [...freeSlots(bookable, { minutes, buffer, zone, from, days: 1 })].filter(
            ({ startsAt }) => startsAt < midnight.add({ days: 1 }).epochMilliseconds,
          );
          const slow: number[] = [];
          const end = midnight.add({ days: 1 }).epochMilliseconds;
          for (let at = from; at < end; at += MINUTE) {
            const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
            const done = wall.add({ minutes });
            if (wall.minute % 15 !== 0 || wall.hour < 8) continue;
            const closes = wall.with({ hour: 18, minute: 0 });
            if (Temporal.ZonedDateTime.compare(done, closes) > 0) continue;
            const until = at + (minutes + buffer) * MINUTE;
            if (busy.some((each) => each.from < until && each.until > at)) continue;
            slow.push(at);
          }
          expect(found.map(({ startsAt }) => startsAt)).toEqual(slow);
          for (const slot of found) expect(instantOfWall(slot.date, slot.time, zone)).toBe(slot.startsAt);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a time that summer time leaves out is none', () => {
    expect(instantOfWall('2026-03-29', '02:30', 'Europe/Berlin')).toBeNull();
    expect(instantOfWall('2026-03-29', '03:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(instantOfWall('2026-10-25', '02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });
});
