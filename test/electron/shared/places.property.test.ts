import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, type IdKind } from '../../../electron/shared/ids.ts';
import { isPlacePath, pathOf, placeOf, type Place } from '../../../electron/shared/places.ts';
import { REPORT_NAMES } from '../../../electron/shared/report-words.ts';

const id = (kind: IdKind): fc.Arbitrary<string> => fc.integer({ min: 1, max: 1e12 }).map((row) => idOf(kind, row));
const orNone = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const places: fc.Arbitrary<Place> = fc.oneof(
  orNone(id('conversation')).map((conversationId) => ({ at: 'inbox' as const, conversationId })),
  orNone(day).map((date) => ({ at: 'calendar' as const, date })),
  fc.constant({ at: 'orders' as const }),
  orNone(id('group')).map((groupId) => ({ at: 'customers' as const, groupId })),
  orNone(id('campaign')).map((one) => ({ at: 'group-texts' as const, id: one })),
  orNone(fc.constantFrom(...REPORT_NAMES)).map((name) => ({ at: 'reports' as const, name })),
  orNone(fc.constantFrom('first-steps', 'line-puk')).map((page) => ({ at: 'help' as const, page })),
  id('line').map((one) => ({ at: 'line' as const, id: one })),
);

test('a place is found again by its path, and the window is served there', () => {
  fc.assert(
    fc.property(places, (place) => {
      const path = pathOf(place);
      expect(placeOf(path)).toEqual(place);
      expect(path === '/' || isPlacePath(path)).toBe(true);
    }),
  );
});

test('whatever is no path of a place leads to the inbox, and to a path that leads there again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webPath(),
        fc.string().map((text) => `/calendar/${text}`),
      ),
      (path) => {
        const place = placeOf(path);
        expect(placeOf(pathOf(place))).toEqual(place);
      },
    ),
  );
});

test('the paths that people see and keep', () => {
  expect(pathOf({ at: 'inbox', conversationId: 'conversation_12' })).toBe('/conversations/12');
  expect(pathOf({ at: 'calendar', date: '2026-11-28' })).toBe('/calendar/2026-11-28');
  expect(placeOf('/calendar/2026-02-30')).toEqual({ at: 'calendar', date: null });
  expect(placeOf('/lines/0')).toEqual({ at: 'inbox', conversationId: null });
});

test('what the desk serves for other programs, and files, are no places', () => {
  for (const path of ['/', '/api/v1/messages', '/window/events', '/assets/index.js', '/orders/../secret', '/calendar/'])
    expect(isPlacePath(path), path).toBe(false);
});
