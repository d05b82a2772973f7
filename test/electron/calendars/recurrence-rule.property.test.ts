import fc from 'fast-check';
import { rrulestr } from 'rrule';
import { expect, test } from 'vitest';
import { occurrencesBetween, parseRule } from '../../../electron/calendars/recurrence-rule.ts';

const DAY = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const FROM = Date.UTC(2026, 10, 1);

const listOf = (one: fc.Arbitrary<number | string>): fc.Arbitrary<string> =>
  fc
    .uniqueArray(one, { minLength: 1, maxLength: 3 })
    .map((all) => all.toSorted((a, b) => Number(a) - Number(b)).join(','));
const maybe = (name: string, value: fc.Arbitrary<string | number>): fc.Arbitrary<string> =>
  fc.option(value, { freq: 2 }).map((given) => (given === null ? '' : `;${name}=${given}`));
const weekday = fc.constantFrom(...WEEKDAYS);
const signed = (most: number): fc.Arbitrary<number> =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.boolean()).map(([n, back]) => (back ? -n : n));
const plainDays = listOf(weekday);
const nthDays = listOf(fc.tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), weekday).map(([nth, day]) => `${nth}${day}`));

/**
 * Left out is where the other engine reads otherwise: days with and without a number in one list (it takes neither; each is meant),
 * numbered weeks without a weekday (it takes all seven days; the start's weekday is meant), hours that are not in
 * order, hours that an hourly rule never meets (it looks for them for ever).
 */
const rule: fc.Arbitrary<string> = fc
  .oneof(
    fc.tuple(
      fc.constant('DAILY'),
      maybe('BYMONTH', listOf(fc.integer({ min: 1, max: 12 }))),
      maybe('BYDAY', plainDays),
    ),
    fc.tuple(fc.constant('WEEKLY'), maybe('BYDAY', plainDays), maybe('WKST', weekday)),
    fc.tuple(
      fc.constant('MONTHLY'),
      maybe('BYMONTHDAY', listOf(signed(31))),
      maybe('BYDAY', fc.oneof(plainDays, nthDays)),
      maybe('BYSETPOS', fc.constantFrom(1, 2, -1)),
    ),
    fc.tuple(
      fc.constant('YEARLY'),
      maybe('BYMONTH', listOf(fc.integer({ min: 1, max: 12 }))),
      maybe('BYMONTHDAY', listOf(signed(31))),
      maybe('BYDAY', fc.oneof(plainDays, nthDays)),
    ),
    fc.tuple(fc.constant('YEARLY'), maybe('BYYEARDAY', listOf(signed(366)))),
    fc.tuple(
      fc.constant('YEARLY'),
      listOf(fc.integer({ min: 1, max: 53 })).map((weeks) => `;BYWEEKNO=${weeks}`),
      plainDays.map((days) => `;BYDAY=${days}`),
    ),
    fc.tuple(fc.constant('HOURLY'), maybe('BYDAY', plainDays)),
  )
  .chain((parts) =>
    fc
      .tuple(
        maybe('INTERVAL', fc.integer({ min: 1, max: 5 })),
        parts[0] === 'HOURLY' ? fc.constant('') : maybe('BYHOUR', listOf(fc.integer({ min: 0, max: 23 }))),
        maybe('COUNT', fc.integer({ min: 1, max: 60 })),
      )
      .map((more) => `FREQ=${[...parts, ...more].join('')}`),
  );
const start = fc
  .tuple(fc.integer({ min: 0, max: 1_200 }), fc.integer({ min: 0, max: 95 }))
  .map(([days, quarters]) => Date.UTC(2024, 0, 1) + days * DAY + quarters * 15 * 60_000);

test('a rule gives the same times as another engine does', () => {
  fc.assert(
    fc.property(rule, start, (input, begins) => {
      const to = FROM + (input.includes('HOURLY') ? 5 : 400) * DAY;
      const parsed = parseRule(input);
      if (parsed === null) throw new Error(`${input} was not read`);
      const ours = [...occurrencesBetween(parsed, begins, { from: FROM, to, until: null })];
      // It looks for the next time until the year 9999 where there is none, and counts to the end.
      const [endless, count] = input.split(/;COUNT=(\d+)/);
      const stamp = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.000/g, '');
      const theirs = rrulestr(`DTSTART:${stamp(begins)}\nRRULE:${endless};UNTIL=${stamp(to)}`)
        .all()
        .map((at) => at.getTime())
        .slice(0, count === undefined ? undefined : Number(count))
        .filter((at) => at >= FROM);
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 300 },
  );
});

test('a rule of any age is the same as one that began later on its beat', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.constantFrom('DAILY', 'WEEKLY'), (years, frequency) => {
      const parsed = parseRule(`FREQ=${frequency}`);
      if (parsed === null) throw new Error('not read');
      const span = { from: FROM, to: FROM + 60 * DAY, until: null };
      const old = [...occurrencesBetween(parsed, FROM - years * 364 * DAY, span)];
      expect(old).toEqual([...occurrencesBetween(parsed, FROM, span)]);
    }),
  );
});
