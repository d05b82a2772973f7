import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seriesDates } from '../../../../electron/features/appointments/series-dates.ts';
import { REPEATS } from '../../../../electron/shared/appointments.ts';
import { InboxDesk } from '../../../support/inbox-desk.ts';

const ANA = '+491712223344';

/** Over the contract, as the window asks; on Tuesday, 24 November 2026, at ten, the shop open on weekdays from nine to six. */
describe('appointments that repeat', () => {
  let shop: InboxDesk;

  beforeEach(async () => {
    shop = await InboxDesk.open();
    await shop.ask('services.save', {
      id: null,
      name: 'Cut',
      minutes: 60,
      buffer: 0,
      price: '',
      text: '',
      reminders: [{ when: { minutes: 24 * 60 }, text: '', asks: false }],
      cutoffHours: 0,
    });
    for (const name of ['Lena', 'Marek'])
      await shop.ask('resources.save', { id: null, name, hours: null, exceptions: [], serviceIds: null });
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
  });
  afterEach(() => shop.close());

  const request = (date: string, time: string, more: object = {}) => ({
    conversationId: null,
    number: ANA,
    name: 'Ana Kuhn',
    serviceId: 'service_1',
    resourceId: 'resource_1',
    date,
    time,
    note: '',
    tell: false,
    ...more,
  });
  const book = (date: string, time: string, more: object = {}) =>
    shop.ask('appointments.book', request(date, time, more));
  const there = async (): Promise<readonly string[]> => {
    const all = [0, 42].map((days) =>
      shop.ask('appointments.calendar', {
        from: Temporal.PlainDate.from('2026-11-23').add({ days }).toString(),
        days: 42,
      }),
    );
    const found = (await Promise.all(all)).flatMap(({ appointments }) => appointments);
    return found.map((each) => `${each.date} ${each.time} ${each.minutes} ${each.resource} ${each.state}`);
  };
  const waiting = (): readonly string[] =>
    shop.all.store.messages
      .list({ after: 0, limit: 50, direction: 'out', state: 'scheduled', conversation: null })
      .map(({ text }) => text);
  const weekly = (times: number) => ({ repeat: { every: 'week', times } as const });

  test('dates that are taken are left out and said before; the customer is told once, of as many as there are', async () => {
    await book('2026-12-10', '10:30', { number: '', name: 'Tom', resourceId: 'resource_1' });
    const asked = request('2026-11-26', '10:00', { ...weekly(4), tell: true });
    const shown = await shop.ask('appointments.preview', asked);
    expect(shown.following).toEqual([
      { date: '2026-12-03', problem: null },
      { date: '2026-12-10', problem: expect.objectContaining({ code: 'time-taken' }) },
      { date: '2026-12-17', problem: null },
    ]);
    expect(shown.confirmation?.text).toMatch(/Repeats every week, 3 appointments in all\.$/);
    const booked = await shop.ask('appointments.book', asked);
    expect(booked).toMatchObject({ date: '2026-11-26', isSeries: true });
    expect(await there()).toEqual([
      '2026-11-26 10:00 60 Lena booked',
      '2026-12-03 10:00 60 Lena booked',
      '2026-12-10 10:30 60 Lena booked',
      '2026-12-17 10:00 60 Lena booked',
    ]);
    expect(waiting()).toEqual([shown.confirmation?.text]);
    const [second] = (await shop.ask('appointments.calendar', { from: '2026-12-03', days: 1 })).appointments;
    const details = await shop.ask('appointments.details', { id: second?.id ?? '' });
    expect(details.reminders).toMatchObject([{ at: Date.parse('2026-12-02T10:00Z') }]);
  });

  test('one that is moved leaves the others; together they move by as much, all of them or none', async () => {
    const first = await book('2026-11-26', '10:00', weekly(3));
    const [second, third] = shop.all.store.appointments.ofSeries(1, first.startsAt + 1);
    await shop.ask('appointments.move', {
      id: first.id,
      date: '2026-11-27',
      time: '12:00',
      resourceId: null,
      tell: false,
    });
    await shop.ask('appointments.moveFollowing', {
      id: `appointment_${second?.id}`,
      date: '2026-12-10',
      time: '11:00',
      resourceId: 'resource_2',
      tell: true,
    });
    const moved = [
      '2026-11-27 12:00 60 Lena booked',
      '2026-12-10 11:00 60 Marek booked',
      '2026-12-17 11:00 60 Marek booked',
    ];
    expect(await there()).toEqual(moved);
    expect(waiting()).toEqual([expect.stringMatching(/11:00\. This also applies to all later appointments\.$/)]);
    // Back by a week, over where the first of the two is now.
    await book('2026-12-24', '11:00', { number: '', name: 'Tom', resourceId: 'resource_2' });
    const answer = await shop.tryTo('appointments.moveFollowing', {
      id: `appointment_${second?.id}`,
      date: '2026-12-17',
      time: '11:00',
      resourceId: null,
      tell: false,
    });
    expect(answer).toMatchObject({
      error: { code: 'time-taken', variant: 'following', details: { when: '2026-12-24' } },
    });
    expect(await there()).toEqual([...moved, '2026-12-24 11:00 60 Marek booked']);
    expect(third?.date).toBe('2026-12-10');
    // Whoever is booked alone must do it; so must they for all of them.
    await shop.ask('resources.save', { id: 'resource_1', name: 'Lena', hours: null, exceptions: [], serviceIds: [] });
    const toLena = {
      id: `appointment_${second?.id}`,
      date: '2026-12-11',
      time: '11:00',
      resourceId: 'resource_1',
      tell: false,
    };
    expect(await shop.tryTo('appointments.moveFollowing', toLena)).toMatchObject({ error: { code: 'not-done-by' } });
  });

  test('this and all following are canceled and told once; restored as far as they are free', async () => {
    const first = await book('2026-11-26', '10:00', weekly(4));
    const [second] = shop.all.store.appointments.ofSeries(1, first.startsAt + 1);
    const gone = await shop.ask('appointments.cancelFollowing', { id: `appointment_${second?.id}`, tell: true });
    expect(gone.map(({ date, state }) => `${date} ${state}`)).toEqual([
      '2026-12-03 cancelled',
      '2026-12-10 cancelled',
      '2026-12-17 cancelled',
    ]);
    expect(waiting()).toEqual([
      'My shop: Cut, Thu 3 Dec at 10:00, is canceled. This also applies to all later appointments.',
    ]);
    await book('2026-12-10', '10:00', { number: '', name: 'Tom' });
    const back = await shop.ask('appointments.restoreAll', { ids: gone.map(({ id }) => id) });
    expect(back.map(({ date }) => date)).toEqual(['2026-12-03', '2026-12-17']);
  });

  test('the first ones are deleted when they are old; those that are left still belong together', async () => {
    const first = await book('2026-11-26', '10:00', weekly(4));
    const { retention, appointments } = shop.all.store;
    expect(retention.appointments(first.startsAt + 8 * 24 * 3_600_000, 10)).toBe(2);
    const left = appointments.ofSeries(1, 0);
    expect(left.map(({ date }) => date)).toEqual(['2026-12-10', '2026-12-17']);
    const gone = await shop.ask('appointments.cancelFollowing', { id: `appointment_${left[0]?.id}`, tell: false });
    expect(gone.map(({ date }) => date)).toEqual(['2026-12-10', '2026-12-17']);
  });

  test('its details say how often the customer came before, and which visits were the last', async () => {
    for (const date of ['2026-11-25', '2026-11-26', '2026-11-27']) await book(date, '10:00');
    await shop.all.clock.advance(6 * 24 * 3_600_000);
    const next = await book('2026-12-03', '10:00');
    const ofNext = await shop.ask('appointments.details', { id: next.id });
    expect(ofNext).toMatchObject({ visits: 3, callAt: null });
    expect(ofNext.earlier.map(({ date }) => date)).toEqual(['2026-11-27', '2026-11-26', '2026-11-25']);
    expect(await shop.ask('appointments.details', { id: 'appointment_2' })).toMatchObject({ visits: 1 });
    expect(await shop.tryTo('appointments.details', { id: 'appointment_99' })).toMatchObject({ ok: false });
  });

  test('one may be longer or shorter than its service; it stays so when it moves, and what follows is kept free', async () => {
    const long = await book('2026-11-26', '10:00', { minutes: 90 });
    expect(await shop.tryTo('appointments.book', request('2026-11-26', '11:15'))).toMatchObject({ ok: false });
    const at = { id: long.id, date: '2026-11-27', time: '09:00', resourceId: null, tell: false };
    expect(await shop.ask('appointments.move', at)).toMatchObject({ minutes: 90 });
    expect(await shop.ask('appointments.move', { ...at, minutes: 30 })).toMatchObject({ minutes: 30 });
    const free = await shop.ask('appointments.slots', {
      serviceId: 'service_1',
      resourceId: 'resource_1',
      date: '2026-11-27',
      days: 1,
      movingId: null,
      minutes: 510,
    });
    expect(free.map(({ time }) => time)).toEqual(['09:30']);
  });

  test('made longer, also while it goes on, it stays as it was agreed to; at another time it does not', async () => {
    const soon = await book('2026-11-24', '11:00');
    await shop.ask('appointments.change', { id: soon.id, input: 'confirm', tell: false });
    await shop.all.clock.advance(90 * 60_000);
    const at = { id: soon.id, date: '2026-11-24', time: '11:00', resourceId: null, tell: false };
    const longer = await shop.ask('appointments.move', { ...at, minutes: 90 });
    expect(longer).toMatchObject({ minutes: 90, state: 'confirmed' });
    const earlier = await shop.tryTo('appointments.move', { ...at, time: '11:15' });
    expect(earlier).toMatchObject({ error: { code: 'in-the-past' } });
    const later = await shop.ask('appointments.move', { ...at, time: '15:00' });
    expect(later).toMatchObject({ minutes: 90, state: 'booked' });
  });
});

describe('the dates of a series', () => {
  test('each month on the same weekday; where there is no fifth one, on the last', () => {
    expect(seriesDates('2026-11-24', { every: 'month', times: 4 })).toEqual([
      '2026-11-24',
      '2026-12-22',
      '2027-01-26',
      '2027-02-23',
    ]);
    expect(seriesDates('2026-10-30', { every: 'month', times: 4 })).toEqual([
      '2026-10-30',
      '2026-11-27',
      '2026-12-25',
      '2027-01-29',
    ]);
    expect(seriesDates('2026-12-28', { every: 'two-weeks', times: 3 })).toEqual([
      '2026-12-28',
      '2027-01-11',
      '2027-01-25',
    ]);
  });

  test('as many as wanted, in order, all on the weekday of the first', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));
    fc.assert(
      fc.property(day, fc.constantFrom(...REPEATS), fc.integer({ min: 2, max: 52 }), (first, every, times) => {
        const dates = seriesDates(first.toString(), { every, times });
        expect(dates[0]).toBe(first.toString());
        expect(dates).toHaveLength(times);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        for (const date of dates) expect(Temporal.PlainDate.from(date).dayOfWeek).toBe(first.dayOfWeek);
      }),
    );
  });
});
