import fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { idOf } from '../../electron/shared/ids.ts';
import { BERLIN, DAY, event, ics, NOW, readCalendar as read, salon } from '../support/calendar-files.ts';

type Salon = Awaited<ReturnType<typeof salon>>;

const others = (count = 60): readonly string[] =>
  Array.from({ length: count }, (_, n) =>
    event(
      `f${n}`,
      `${BERLIN}2027${n < 28 ? '01' : n < 56 ? '02' : '03'}${String((n % 28) + 1).padStart(2, '0')}T080000`,
      `SUMMARY:Filler ${n}`,
    ),
  );
const weekly = (...lines: readonly string[]): string =>
  event('w', `${BERLIN}20261201T100000`, 'RRULE:FREQ=WEEKLY;COUNT=4', ...lines);
const on = (day: number, uid: string, ...lines: readonly string[]): string =>
  event(uid, `${BERLIN}202612${String(day).padStart(2, '0')}T100000`, ...lines);
const rows = (desk: Salon) =>
  desk.store.appointments.between(0, Number.MAX_SAFE_INTEGER).filter(({ name }) => !name.startsWith('Filler'));
const booked = (desk: Salon): readonly string[] =>
  rows(desk)
    .filter(({ state }) => state !== 'cancelled')
    .map(({ date, time, name, resource_id: chair, state }) => `${date.slice(5)} ${time} ${name} ${chair} ${state}`);
const first = (desk: Salon): number => rows(desk)[0]?.id ?? 0;
const byHand = (desk: Salon, ...events: readonly string[]) =>
  desk.appointmentImport.calendar(ics(...events), { serviceId: 's1', resourceId: null }, false);

async function inSalon(run: (desk: Salon) => Promise<void>): Promise<void> {
  const desk = await salon('Europe/Berlin');
  try {
    await run(desk);
  } finally {
    desk.store.close();
  }
}

describe('of several that may be meant the one that is most alike', () => {
  const pair = (uids: readonly [string, string], order: 1 | -1, names: readonly [string, string]): string => {
    const both = [
      on(1, uids[0], `SUMMARY:${names[0]}`, 'CATEGORIES:Lena'),
      on(1, uids[1], `SUMMARY:${names[1]}`, 'CATEGORIES:Tom'),
    ];
    return ics(...(order === 1 ? both : both.toReversed()), ...others());
  };
  test.each([
    ['two called alike', ['Termin', 'Termin']],
    ['two children with their mother’s number', ['Kim 0171 2223344', 'Pia 0171 2223344']],
    ['one with a number and one without', ['Ana 0171 2223344', 'Ana']],
  ] as const)('%s', (_, names) =>
    inSalon(async (desk) => {
      await desk.reads(pair(['a1', 'a2'], 1, names));
      desk.appointments.change(idOf('appointment', first(desk)), 'confirm', false);
      const before = booked(desk);
      expect(await desk.reads(pair(['b1', 'b2'], -1, names))).toMatchObject({
        counts: { new: 0, changed: 0, cancelled: 0, refused: 0 },
      });
      expect(booked(desk)).toEqual(before);
    }),
  );

  test('numbers instead of UIDs, and the first has gone', () =>
    inSalon(async (desk) => {
      const numbered = (names: readonly (readonly [number, string])[]): string =>
        ics(...names.map(([day, name], i) => on(day, `${i + 1}`, `SUMMARY:${name}`)), ...others());
      await desk.reads(
        numbered([
          [1, 'Ana'],
          [2, 'Ben'],
          [3, 'Cem'],
          [4, 'Dan'],
        ]),
      );
      const ben = rows(desk)[1];
      desk.appointments.change(idOf('appointment', ben?.id ?? 0), 'confirm', false);
      expect(
        await desk.reads(
          numbered([
            [2, 'Ben'],
            [3, 'Cem'],
            [4, 'Dan'],
          ]),
        ),
      ).toMatchObject({
        counts: { changed: 0, cancelled: 1, new: 0 },
      });
      expect(booked(desk)).toEqual([
        '12-02 10:00 Ben 1 confirmed',
        '12-03 10:00 Cem 1 booked',
        '12-04 10:00 Dan 1 booked',
      ]);
    }));
});

describe('called off here it stays so', () => {
  test.each([
    ['under a new UID', on(1, 'a'), on(1, 'b')],
    ['as the first of a series', on(1, 'a'), on(1, 'a', 'RRULE:FREQ=WEEKLY;COUNT=1')],
    [
      'where a series was split at it',
      on(1, 'a', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      on(1, 'b', 'RRULE:FREQ=WEEKLY;COUNT=2'),
    ],
  ])('%s', (_, before, after) =>
    inSalon(async (desk) => {
      await desk.reads(ics(before, ...others()));
      desk.appointments.change(idOf('appointment', first(desk)), 'cancel', false);
      const left = booked(desk);
      await desk.reads(ics(after, ...others()));
      expect(booked(desk)).toEqual(left);
    }),
  );
});

test('canceled here and taken out there, it may be booked again there', () =>
  inSalon(async (desk) => {
    await desk.reads(ics(on(1, 'a'), ...others()));
    desk.appointments.change(idOf('appointment', first(desk)), 'cancel', false);
    await desk.reads(ics(...others()));
    await desk.reads(ics(on(1, 'b'), ...others()));
    expect(booked(desk)).toEqual(['12-01 10:00 Ana Berg 1 booked']);
  }));

test('canceled without a day there and restored here, the calendar goes on being read', () =>
  inSalon(async (desk) => {
    await desk.reads(ics(on(1, 'a'), ...others()));
    const off = ['BEGIN:VEVENT', 'UID:a', 'SEQUENCE:3', 'STATUS:CANCELLED', 'END:VEVENT'].join('\r\n');
    await desk.reads(ics(off, ...others()));
    desk.appointments.change(idOf('appointment', first(desk)), 'restore', false);
    expect(await desk.reads(ics(...others()))).toMatchObject({ problem: null });
  }));

describe('series that change as a whole', () => {
  test.each([
    ['another time of the day', weekly(), weekly().replace('T100000', 'T140000'), 4],
    [
      'one becomes a series at another time',
      on(1, 'w'),
      weekly().replace('T100000', 'T140000').replace('COUNT=4', 'COUNT=1'),
      1,
    ],
    [
      'the rest of it at another time',
      weekly(),
      [
        weekly().replace('COUNT=4', 'COUNT=2'),
        on(15, 'w_R20261215T090000', 'RRULE:FREQ=WEEKLY;COUNT=2').replace('T100000', 'T140000'),
      ].join('\r\n'),
      2,
    ],
  ])('%s: they are moved', (_, before, after, changed) =>
    inSalon(async (desk) => {
      await desk.reads(ics(before, ...others()));
      const ids = rows(desk).map(({ id }) => id);
      expect(await desk.reads(ics(after, ...others()))).toMatchObject({
        waiting: 0,
        counts: { new: 0, cancelled: 0, changed },
      });
      expect(rows(desk).map(({ id }) => id)).toEqual(ids);
    }),
  );

  test('called off without a word more, and there again', () =>
    inSalon(async (desk) => {
      await desk.reads(ics(weekly(), ...others()));
      const off = [
        'BEGIN:VEVENT',
        'UID:w',
        'DTSTAMP:20261120T000000Z',
        'SEQUENCE:3',
        'STATUS:CANCELLED',
        'END:VEVENT',
      ].join('\r\n');
      await desk.reads(ics(off, ...others()));
      expect(booked(desk)).toEqual([]);
      await desk.reads(ics(weekly('SEQUENCE:5'), ...others()));
      expect(booked(desk)).toHaveLength(4);
    }));

  test('of two that have one UID, one of which cannot be read any more, both stay', () =>
    inSalon(async (desk) => {
      const two = (rule: string): string =>
        ics(on(1, 's', 'RRULE:FREQ=WEEKLY;COUNT=2'), on(2, 's', 'SUMMARY:Ben', `RRULE:${rule}`), ...others());
      await desk.reads(two('FREQ=WEEKLY;COUNT=2'));
      const before = booked(desk);
      expect(await desk.reads(two('FREQ=NEVER'))).toMatchObject({
        waiting: 0,
        counts: { new: 0, cancelled: 0, refused: 1 },
      });
      expect(booked(desk)).toEqual(before);
    }));

  test('what a single one has left of the series that it was says nothing of it', () =>
    inSalon(async (desk) => {
      const exception = (...lines: readonly string[]): string => event('w', 'RECURRENCE-ID:20261208T090000Z', ...lines);
      expect(read(ics(on(1, 'w'), exception(`${BERLIN}20261208T100000`, 'STATUS:CANCELLED'))).entries).toMatchObject([
        { date: '2026-12-01', isCancelled: false },
        { date: '2026-12-08', isCancelled: true },
      ]);
      expect(read(ics(on(1, 'w'), exception(`${BERLIN}20261209T100000`))).at.toSorted()).toEqual([
        '2026-12-01 10:00',
        '2026-12-09 10:00',
      ]);
      await desk.reads(ics(on(1, 'w'), exception(`${BERLIN}20261208T100000`, 'STATUS:CANCELLED')));
      expect(booked(desk)).toHaveLength(1);
    }));

  test('an occurrence that is made a day is there, and no appointment', () =>
    inSalon(async (desk) => {
      await desk.reads(ics(weekly(), ...others()));
      const day = event('w', 'RECURRENCE-ID:20261208T090000Z', 'DTSTART;VALUE=DATE:20261208').replace(
        'DURATION:PT30M\r\n',
        '',
      );
      expect(await desk.reads(ics(weekly(), day, ...others()))).toMatchObject({ counts: { cancelled: 0 } });
      expect(booked(desk)).toHaveLength(4);
    }));
});

describe('a file that is read by hand beside the one that is followed', () => {
  test('what it moves stays moved, and known as it was', () =>
    inSalon(async (desk) => {
      await desk.reads(ics(weekly(), ...others()));
      await byHand(desk, event('w', 'RECURRENCE-ID:20261208T090000Z', `${BERLIN}20261208T150000`, 'SEQUENCE:1'));
      expect(await desk.reads(ics(...others(), weekly()))).toMatchObject({
        counts: { new: 0, changed: 0, cancelled: 0 },
      });
      expect(booked(desk)[1]).toBe('12-08 15:00 Ana Berg 1 booked');
      expect(rows(desk)[1]).toMatchObject({ uid: 'w/2026-12-08T10:00:00', origin: 'followed' });
    }));

  test('what it calls off stays off', () =>
    inSalon(async (desk) => {
      await desk.reads(ics(weekly(), ...others()));
      await byHand(desk, event('w', 'RECURRENCE-ID:20261208T090000Z', `${BERLIN}20261208T100000`, 'STATUS:CANCELLED'));
      await desk.reads(ics(...others(), weekly()));
      expect(booked(desk)).toHaveLength(3);
    }));

  test('the clock of a series is its own', () =>
    inSalon(async (desk) => {
      const twice = event(
        'n',
        'DTSTART;TZID=America/New_York:20261201T040000',
        'RRULE:FREQ=WEEKLY;COUNT=4;BYHOUR=4,10',
      );
      await desk.reads(ics(twice, ...others()));
      await byHand(desk, event('n', 'RECURRENCE-ID:20261208T090000Z', 'DTSTART:20261208T090000Z', 'STATUS:CANCELLED'));
      expect(booked(desk).map((each) => each.slice(0, 11))).toEqual(['12-01 10:00', '12-01 16:00', '12-08 16:00']);
      // Without a zone it is the one of the series as well.
      const floating = event('n', 'RECURRENCE-ID:20261208T100000', 'DTSTART;TZID=America/New_York:20261208T120000');
      expect(read(ics(twice, floating)).at).toContain('2026-12-08 18:00');
      expect(read(ics(twice, floating)).at).not.toContain('2026-12-08 16:00');
    }));
});

test('of two that are left the one that was moved there is found by when it was to be', () =>
  inSalon(async (desk) => {
    const two = weekly().replace('COUNT=4', 'COUNT=2');
    const moved = event('w', 'RECURRENCE-ID:20261201T090000Z', `${BERLIN}20261201T140000`);
    await desk.reads(ics(two, moved, ...others()));
    await byHand(desk, event('w', 'RECURRENCE-ID:20261208T090000Z', `${BERLIN}20261208T100000`, 'STATUS:CANCELLED'));
    expect(booked(desk)).toEqual(['12-01 14:00 Ana Berg 1 booked']);
    await byHand(desk, event('w', 'RECURRENCE-ID:20261201T090000Z', `${BERLIN}20261201T100000`, 'STATUS:CANCELLED'));
    expect(booked(desk)).toEqual([]);
  }));

test('of two states the one that was changed later counts, whichever of them says when', () => {
  const old = on(1, 'x').replace('20261101T000000Z', '20250101T000000Z');
  const young = on(2, 'x', 'LAST-MODIFIED:20261115T000000Z').replace('20261101T000000Z', '20240101T000000Z');
  for (const order of [
    [old, young],
    [young, old],
  ])
    expect(read(ics(...order)).at).toEqual(['2026-12-02 10:00']);
});

test.each(['BST', 'IST', 'CST'])('%s that nobody describes is said, not guessed', (zone) => {
  expect(read(ics(event('1', `DTSTART;TZID=${zone}:20261201T100000`))).problems).toMatchObject([
    { code: 'unknown-zone' },
  ]);
});

test('a midnight of Greenwich to the next is a day', () => {
  const day = event('1', 'DTSTART:20261224T000000Z', 'DTEND:20261225T000000Z').replace('DURATION:PT30M\r\n', '');
  expect(read(ics(day))).toMatchObject({ wholeDays: 1, entries: [] });
});

test('rules of minutes end within bounds', () => {
  const rules = Array.from({ length: 8 }, (_, n) => `RRULE:FREQ=MINUTELY;INTERVAL=${525_600 + n};COUNT=100`);
  expect(read(ics(event('1', 'DTSTART:20000101T100000Z', ...rules))).problems).toMatchObject([{ code: 'too-often' }]);
});

describe('any history', () => {
  const NAMES = ['Ana', 'Ben', 'Ana 0171 2223344', 'Kim 0171 2223344', 'Termin', '0171 5556677'] as const;
  interface Planned {
    readonly uid: string;
    readonly day: number;
    readonly hour: number;
    readonly chair: 0 | 1;
    readonly name: string;
    readonly isUtc: boolean;
  }
  type Spot = Pick<Planned, 'day' | 'hour' | 'chair'>;

  const written = ({ uid, day, hour, chair, name, isUtc }: Planned, step: number, isRandom: boolean): string => {
    const at = new Date(NOW + (day + 2) * DAY + (hour - (isUtc ? 1 : 0)) * 3_600_000).toISOString();
    const wall = at.replaceAll(/[-:]|\.\d+Z/g, '');
    return event(
      isRandom ? `${uid}-${step}` : uid,
      isUtc ? `DTSTART:${wall}Z` : `${BERLIN}${wall}`,
      `SUMMARY:${name}`,
      `CATEGORIES:${['Lena', 'Tom'][chair]}`,
    );
  };

  test('the book is what the file says, and reading it once more changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) =>
        inSalon(async (desk) => {
          let state = seed;
          const random = (below: number): number => {
            state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
            return (state >> 8) % below;
          };
          const isRandom = random(2) === 0;
          let planned: Planned[] = [];
          const freeSpot = (): Spot => {
            for (;;) {
              const spot: Spot = { day: random(4), hour: 8 + random(4), chair: random(2) === 0 ? 0 : 1 };
              if (
                !planned.some(({ day, hour, chair }) => day === spot.day && hour === spot.hour && chair === spot.chair)
              )
                return spot;
            }
          };
          const one = (): Planned => ({
            uid: `e${random(1e6)}`,
            ...freeSpot(),
            name: NAMES[random(NAMES.length)] ?? '',
            isUtc: random(2) === 0,
          });
          const changed = (i: number, change: Partial<Planned>): void => {
            planned = planned.map((each, at) => (at === i ? { ...each, ...change } : each));
          };
          while (planned.length < 8) planned.push(one());
          for (let step = 0; step < 5; step++) {
            const all = planned.map((each) => written(each, step, isRandom));
            const text = ics(...(random(2) === 0 ? all : all.toReversed()));
            const view = await desk.reads(text);
            if ((view?.waiting ?? 0) > 0) await desk.sync.cancelMissing(view?.waiting ?? 0);
            const wanted = planned.map(
              ({ day, hour, chair }) =>
                `${new Date(NOW + (day + 2) * DAY).toISOString().slice(5, 10)} ${String(hour).padStart(2, '0')}:00 ${chair + 1}`,
            );
            const there = rows(desk).filter(({ state: is }) => is !== 'cancelled');
            expect(
              there.map(({ date, time, resource_id: chair }) => `${date.slice(5)} ${time} ${chair}`).toSorted(),
            ).toEqual(wanted.toSorted());
            expect(await desk.reads(`${text}\r\n`)).toMatchObject({
              counts: { new: 0, changed: 0, cancelled: 0, refused: 0 },
            });
            await setImmediate();
            for (let n = 0; n < 3; n++) {
              const [i, j] = [random(planned.length), random(planned.length)];
              const [own, other] = [planned[i], planned[j]];
              if (own === undefined || other === undefined) continue;
              const spotOf = ({ day, hour, chair }: Planned): Spot => ({ day, hour, chair });
              switch (random(5)) {
                case 0:
                  changed(i, freeSpot());
                  break;
                case 1:
                  changed(i, spotOf(other));
                  changed(j, spotOf(own));
                  break;
                case 2:
                  changed(i, { name: NAMES[random(NAMES.length)] ?? '' });
                  break;
                case 3:
                  if (planned.length > 4) planned = planned.filter((each) => each !== own);
                  break;
                default:
                  planned.push(one());
              }
            }
          }
        }),
      ),
      { numRuns: 40 },
    );
  });
});
