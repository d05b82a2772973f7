import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Resource, Service } from '../../../../electron/shared/appointments.ts';
import { InboxDesk } from '../../../support/inbox-desk.ts';

const ANA = '+491712223344';
const TOM = '+491604412907';
const HOUR = 3_600_000;
const SERVICE: Service = {
  name: 'Bike check',
  minutes: 60,
  buffer: 15,
  price: '30 €',
  text: 'See you {{when}}, {{first_name}}',
  reminders: [{ when: { minutes: 24 * 60 }, text: '', asks: true }],
  cutoffHours: 2,
};
const LENA: Resource = { name: 'Lena', hours: null, exceptions: [], serviceIds: null };
const WEEKDAYS = [1, 2, 3, 4, 5];

/** Over the contract, as the window asks; on a Tuesday at ten, the shop open from nine to six. */
describe('booking', () => {
  let shop: InboxDesk;

  beforeEach(async () => {
    shop = await InboxDesk.open();
    await shop.ask('services.save', { id: null, ...SERVICE });
    await shop.ask('resources.save', { id: null, ...LENA });
  });
  afterEach(() => shop.close());

  const request = (date: string, time: string, more: object = {}) => ({
    conversationId: null,
    number: ANA,
    name: 'Ana Kuhn',
    serviceId: 'service_1',
    resourceId: null,
    date,
    time,
    note: '',
    tell: false,
    ...more,
  });
  const book = (date: string, time: string, more: object = {}) =>
    shop.ask('appointments.book', request(date, time, more));
  const refusal = async (date: string, time: string, more: object = {}): Promise<string> => {
    const answer = await shop.tryTo('appointments.book', request(date, time, more));
    return answer.ok ? 'booked' : `${answer.error.code}: ${answer.error.message}`;
  };
  const waiting = (): readonly string[] =>
    shop.all.store.messages
      .list({ after: 0, limit: 50, direction: 'out', state: 'scheduled', conversation: null })
      .map(({ text }) => text);

  test('a taken time is refused with who has it, the time kept free behind it as well; right behind that it is free', async () => {
    await book('2026-11-26', '10:00');
    expect(await refusal('2026-11-26', '10:30', { number: TOM, name: 'Tom' })).toBe(
      'time-taken: Lena is booked with Ana Kuhn at 10:00. Choose another time.',
    );
    expect(await refusal('2026-11-26', '11:00', { number: TOM })).toMatch(/^time-taken/);
    expect(await refusal('2026-11-26', '09:00', { number: TOM })).toMatch(/^time-taken/);
    expect(await refusal('2026-11-26', '11:15', { number: TOM })).toBe('booked');
  });

  test('what a booking would send is shown before, and nothing of it is kept', async () => {
    const preview = (more: object = {}) =>
      shop.ask('appointments.preview', request('2026-11-26', '10:00', { tell: true, ...more }));
    const shown = await preview();
    expect(shown.confirmation?.text).toMatch(/^See you .*10:00, Ana$/);
    expect(shown.reminders.map(({ at, parts }) => [new Date(at).toISOString(), parts])).toEqual([
      ['2026-11-25T10:00:00.000Z', 1],
    ]);
    expect((await preview({ tell: false })).confirmation).toBeNull();
    expect(await preview({ number: '' })).toEqual({
      confirmation: null,
      reminders: [],
      isUnwanted: false,
      following: [],
    });
    expect((await shop.ask('appointments.calendar', { from: '2026-11-26', days: 1 })).appointments).toEqual([]);
    expect(waiting()).toEqual([]);
    expect(shop.all.store.contacts.ofNumber(ANA)).toBeNull();
    // What is sent in the end is what was shown.
    const booked = await book('2026-11-26', '10:00', { tell: true });
    expect(waiting()).toEqual([shown.confirmation?.text]);
    expect(await shop.ask('appointments.details', { id: booked.id })).toMatchObject({ reminders: shown.reminders });
    shop.all.store.optOuts.add(ANA, 0, null);
    expect(await preview({ time: '14:00' })).toEqual({
      confirmation: null,
      reminders: [],
      isUnwanted: true,
      following: [],
    });
  });

  test('who is booked by name has it in the inbox as well; a name that is there stays', async () => {
    shop.customer(ANA, 'Hello');
    const nameOf = (): string | undefined => shop.all.store.contacts.ofNumber(ANA)?.name;
    const booked = await book('2026-11-26', '10:00');
    expect(nameOf()).toBe('Ana Kuhn');
    await book('2026-11-26', '14:00', { name: 'Somebody else' });
    await shop.ask('appointments.edit', { id: booked.id, name: 'Ana K.', note: '' });
    expect(nameOf()).toBe('Ana Kuhn');
    // The number alone says nothing of a name.
    await book('2026-11-27', '10:00', { number: TOM, name: '' });
    expect(shop.all.store.contacts.ofNumber(TOM)).toBeNull();
  });

  test('two can be booked at one time where two are there; a third is not', async () => {
    await shop.ask('resources.save', { id: null, ...LENA, name: 'Marek' });
    await book('2026-11-26', '10:00');
    expect((await book('2026-11-26', '10:00', { number: TOM, name: 'Tom' })).resource).toBe('Marek');
    expect(await refusal('2026-11-26', '10:00', { number: '+491700000003' })).toMatch(
      /^time-taken: Marek is booked with Tom/,
    );
  });

  test.each([
    ['when nobody is there', '2026-11-26', '17:30', /^not-there: Lena isn’t working then/],
    ['on a closed day', '2026-11-29', '10:00', /^not-there/],
    ['in the past', '2026-11-24', '09:00', /^in-the-past/],
    ['at a time summer time leaves out', '2027-03-28', '02:30', /^(no-such-time|not-there)/],
  ])('not %s', async (_, date, time, expected) => expect(await refusal(date, time)).toMatch(expected));

  test('not for nobody, nor with nobody, nor for a number that is none', async () => {
    expect(await refusal('2026-11-26', '10:00', { number: '', name: '' })).toMatch(/^nobody/);
    expect(await refusal('2026-11-26', '10:00', { number: '12' })).toMatch(/^bad-number/);
    expect(await refusal('2026-11-26', '10:00', { serviceId: 'service_9' })).toMatch(/^not-found/);
    await shop.ask('resources.setRemoved', { id: 'resource_1', removed: true });
    expect(await refusal('2026-11-26', '10:00')).toMatch(/^not-found: No one does Bike check/);
  });

  test('days off, hours of their own, and what somebody does not do', async () => {
    const off = { name: 'Off', from: '2026-11-26', to: '2026-11-27', yearly: false, hours: [] };
    const hours = Array.from({ length: 7 }, (_, day) =>
      WEEKDAYS.includes(day) ? [{ from: '12:00', to: '16:00' }] : [],
    );
    await shop.ask('resources.save', { id: 'resource_1', ...LENA, hours, exceptions: [off] });
    expect(await refusal('2026-11-26', '13:00')).toMatch(/^not-there/);
    expect(await refusal('2026-11-30', '10:00')).toMatch(/^not-there/);
    expect(await refusal('2026-11-30', '13:00')).toBe('booked');
    await shop.ask('resources.save', { id: 'resource_1', ...LENA, serviceIds: [] });
    expect(await refusal('2026-12-01', '10:00')).toMatch(/^not-found: No one does/);
    expect(await refusal('2026-12-01', '10:00', { resourceId: 'resource_1' })).toMatch(/^not-done-by: Lena/);
    // Who was booked with somebody before may move.
    const to = { id: 'appointment_1', date: '2026-12-01', time: '10:00', resourceId: 'resource_1', tell: false };
    expect((await shop.tryTo('appointments.move', to)).ok).toBe(true);
  });

  test('the shop’s holidays close it for all, but not for who comes in all the same', async () => {
    const day = { name: 'Holiday', from: '2026-11-26', to: '2026-11-26', yearly: false, hours: [] };
    await shop.ask('days.add', { days: [{ ...day, uid: null }] });
    expect(await refusal('2026-11-26', '10:00')).toMatch(/^not-there/);
    await shop.ask('resources.save', {
      id: 'resource_1',
      ...LENA,
      exceptions: [{ ...day, name: 'In', hours: [{ from: '09:00', to: '12:00' }] }],
    });
    expect(await refusal('2026-11-26', '10:00')).toBe('booked');
  });

  test('the customer is told after a while in which it can be undone, in the owner’s words', async () => {
    const id = shop.customer(ANA, 'Hello');
    const { id: booked } = await book('2026-11-26', '10:00', { conversationId: id, tell: true });
    expect(waiting()).toEqual([expect.stringMatching(/^See you .*10:00, Ana$/)]);
    await shop.ask('appointments.change', { id: booked, input: 'cancel', tell: false });
    expect(waiting()).toEqual([]);
    expect(shop.all.store.jobs.about('reminder', 1)).toEqual([]);
  });

  test('restored, its reminders are back; where somebody has the time by now it is refused', async () => {
    const { id } = await book('2026-11-26', '10:00');
    await shop.ask('appointments.change', { id, input: 'cancel', tell: false });
    await shop.ask('appointments.change', { id, input: 'restore', tell: false });
    expect(shop.all.store.jobs.about('reminder', 1)).toHaveLength(1);
    await shop.ask('appointments.change', { id, input: 'cancel', tell: false });
    await book('2026-11-26', '10:30', { number: TOM, name: 'Tom' });
    expect(await shop.tryTo('appointments.change', { id, input: 'restore', tell: false })).toMatchObject({
      error: { code: 'time-taken', message: 'Tom has that time now. Choose another one.' },
    });
  });

  test('a customer who lives by another clock is not reminded in their night', async () => {
    const conversationId = shop.customer(ANA, 'Hello');
    await book('2026-11-26', '10:00', { conversationId });
    const due = (): number => shop.all.store.jobs.about('reminder', 1)[0]?.due_at ?? 0;
    const before = due();
    await shop.ask('contacts.change', { conversationId, change: { zone: 'America/Los_Angeles' } });
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Los_Angeles', hour: '2-digit', hourCycle: 'h23' }).format(
        due(),
      ),
    );
    expect(due()).toBeLessThan(before);
    expect(hour >= 9 && hour < 20).toBe(true);
  });

  test('what a customer had: to come, came, missed, called off', async () => {
    const conversationId = shop.customer(ANA, 'Hello');
    const first = await book('2026-11-24', '11:00', { conversationId });
    const second = await book('2026-11-24', '13:00', { conversationId });
    const third = await book('2026-11-26', '10:00', { conversationId });
    await book('2026-11-27', '10:00', { conversationId });
    await shop.ask('appointments.change', { id: third.id, input: 'cancel', tell: false });
    expect(await shop.tryTo('appointments.change', { id: first.id, input: 'miss', tell: false })).toMatchObject({
      error: { code: 'cannot-happen' },
    });
    await shop.all.clock.advance(6 * HOUR);
    await shop.ask('appointments.change', { id: second.id, input: 'miss', tell: false });
    const { appointments, ...tally } = await shop.ask('appointments.ofCustomer', { conversationId });
    expect(appointments.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'appointment_4 booked',
      'appointment_3 cancelled',
      'appointment_2 missed',
      'appointment_1 booked',
    ]);
    expect(tally).toEqual({ came: 1, missed: 1, cancelled: 1 });
    const { events } = await shop.ask('conversations.messages', {
      id: conversationId,
      range: { from: 'end' },
      limit: 20,
    });
    expect(events.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      'appointment-booked 2026-11-24 11:00 Bike check',
      'appointment-booked 2026-11-24 13:00 Bike check',
      'appointment-booked 2026-11-26 10:00 Bike check',
      'appointment-booked 2026-11-27 10:00 Bike check',
      'appointment-cancelled 2026-11-26 10:00 Bike check',
      'appointment-missed 2026-11-24 13:00 Bike check',
    ]);
  });

  test('the calendar of some days, with who is there when', async () => {
    await book('2026-11-26', '10:00');
    const { appointments, hours } = await shop.ask('appointments.calendar', { from: '2026-11-23', days: 7 });
    expect(appointments).toMatchObject([
      { who: 'Ana Kuhn', service: 'Bike check', resource: 'Lena', date: '2026-11-26', time: '10:00', buffer: 15 },
    ]);
    expect(hours['resource_1']?.['2026-11-26']).toEqual([{ from: '09:00', to: '18:00' }]);
    expect(hours['resource_1']?.['2026-11-29']).toEqual([]);
  });

  test('the free times of a day, as if what moves were not there', async () => {
    const { id } = await book('2026-11-26', '10:00');
    const ask = { serviceId: 'service_1', resourceId: null, date: '2026-11-26', days: 1 };
    const times = async (movingId: string | null): Promise<readonly string[]> =>
      (await shop.ask('appointments.slots', { ...ask, movingId })).map(({ time }) => time);
    expect((await times(null)).slice(0, 3)).toEqual(['11:15', '11:30', '11:45']);
    expect((await times(id)).slice(0, 3)).toEqual(['09:00', '09:15', '09:30']);
    expect((await times(null)).at(-1)).toBe('17:00');
  });

  test('a service that cannot be said is refused', async () => {
    const save = async (more: Partial<Service>): Promise<string> => {
      const saved = await shop.tryTo('services.save', { id: null, ...SERVICE, name: 'Other', ...more });
      return saved.ok ? 'saved' : saved.error.code;
    };
    expect(await save({ name: 'BIKE check' })).toBe('name-taken');
    expect(await save({ text: 'Bring {{money}}' })).toBe('unfilled-blank');
    expect(await save({ text: 'x'.repeat(1_540) })).toBe('text-too-long');
    expect(await save({ minutes: 0 })).toBe('bad-input');
    expect(await save({})).toBe('saved');
  });

  test('the hours for texting change: reminders move with them, those that were said stay said', async () => {
    await book('2026-11-27', '10:00');
    const due = (): readonly string[] =>
      shop.all.store.jobs.about('reminder', 1).map(({ due_at: at }) => new Date(at).toTimeString().slice(0, 5));
    expect(due()).toEqual(['10:00']);
    const afternoon = Array.from({ length: 7 }, () => [{ from: '14:00', to: '20:00' }]);
    await shop.ask('settings.set', { textingHours: afternoon });
    expect(due()).toEqual(['19:30']);
  });

  test('another plan for a service: who is booked already is reminded by it', async () => {
    await book('2026-11-27', '10:00');
    await shop.ask('services.save', {
      id: 'service_1',
      ...SERVICE,
      reminders: [{ when: { minutes: 120 }, text: '', asks: false }],
    });
    const due = new Date(2026, 10, 26, 19, 30).getTime();
    expect(shop.all.store.jobs.about('reminder', 1).map(({ due_at: at }) => at)).toEqual([due]);
  });

  test('the rules of the zone changed while the program was not running: the wall clock holds, and the reminder with it', async () => {
    const { id } = await book('2026-11-27', '10:00');
    const { appointments } = shop.all.store;
    const row = appointments.byId(1);
    if (row === null) throw new Error(id);
    // As older rules had reckoned it.
    const hourOff = {
      starts_at: row.starts_at + HOUR,
      ends_at: row.ends_at + HOUR,
      blocked_until: row.blocked_until + HOUR,
    };
    appointments.place(1, { ...row, ...hourOff }, row.state);
    await shop.reopenAfter(HOUR);
    expect(shop.all.store.appointments.byId(1)).toMatchObject({ starts_at: row.starts_at, time: '10:00' });
    const due = row.starts_at - 24 * HOUR;
    expect(shop.all.store.jobs.about('reminder', 1).map(({ due_at: at }) => at)).toEqual([due]);
  });

  test('a restart finds it as it was, and plans nothing twice', async () => {
    await book('2026-11-26', '10:00');
    await shop.reopenAfter(HOUR);
    expect(shop.all.store.jobs.about('reminder', 1)).toHaveLength(1);
    expect((await shop.ask('appointments.calendar', { from: '2026-11-26', days: 1 })).appointments).toHaveLength(1);
  });
});
