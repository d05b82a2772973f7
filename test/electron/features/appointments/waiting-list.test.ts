import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Resource, Service } from '../../../../electron/shared/appointments.ts';
import { deskLine } from '../../../support/desk-line.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = '+491712223344';
const TOM = '+491604412907';
const KIM = '+491700000003';

const SERVICE: Service = {
  name: 'Bike check',
  minutes: 60,
  buffer: 0,
  price: '',
  text: '',
  reminders: [],
  cutoffHours: 2,
};
const STAFF: Resource = { name: 'Lena', hours: null, exceptions: [], serviceIds: null };

/** Monday, 23 November 2026, nine o'clock in UTC, the shop's zone here; Ana has Tuesday at ten. */
async function shop(options: Parameters<typeof deskLine>[0] = {}) {
  const desk = await deskLine(options);
  await desk.start();
  desk.network.textReceived.on(() => {});
  desk.catalogue.saveResource(null, STAFF);
  desk.catalogue.saveService(null, SERVICE);
  const book = (date: string, time: string, number = ANA) =>
    desk.appointments.book({
      conversationId: null,
      number,
      name: number === ANA ? 'Ana' : 'Tom',
      serviceId: 'service_1',
      resourceId: null,
      date,
      time,
      note: '',
      tell: false,
    });
  const wait = (number: string, more: Partial<Parameters<typeof desk.appointments.waitFor>[0]> = {}) =>
    desk.appointments.waitFor({
      conversationId: null,
      number,
      name: number === TOM ? 'Tom' : 'Kim',
      serviceId: 'service_1',
      resourceId: null,
      from: '2026-11-23',
      until: null,
      half: 'any',
      ...more,
    });
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 5 * MINUTE) {
      await desk.clock.advance(Math.min(left, 5 * MINUTE));
      await desk.wake();
      await desk.clock.advance(0);
    }
    await desk.clock.advance(3_000);
  };
  const says = async (text: string, from: string): Promise<void> => {
    desk.network.sendText(from, desk.sim.msisdn, text);
    await desk.clock.advance(4_000);
    await desk.wake();
    await desk.clock.advance(4_000);
  };
  const said = (): readonly string[] =>
    desk.texts.splice(0).map(({ to, text }) => `${to === TOM ? 'Tom' : to === KIM ? 'Kim' : 'Ana'}: ${text}`);
  const callOff = (id = 'appointment_1') => desk.appointments.change(id, 'cancel', false);
  book('2026-11-24', '10:00');
  return { ...desk, book, wait, pass, says, said, callOff };
}
type Shop = Awaited<ReturnType<typeof shop>>;
const OFFER = 'Kessler: A slot opened up: Bike check, Tue 24 Nov at 10:00. Reply C to book it, X to pass.';

describe('a time that comes free', () => {
  let desk: Shop;
  beforeEach(async () => {
    desk = await shop();
    expect(desk.wait(TOM).ok).toBe(true);
    expect(desk.wait(KIM).ok).toBe(true);
  });
  afterEach(() => desk.store.close());

  test('is offered to the first who waits, who takes it', async () => {
    desk.callOff();
    await desk.pass(2 * MINUTE);
    expect(desk.said()).toEqual([expect.stringContaining(`Tom: ${OFFER} Held for you until 10:0`)]);
    expect(desk.waitingList.views).toMatchObject([
      { who: 'Tom', offered: { time: '10:00' } },
      { who: 'Kim', offered: null },
    ]);
    await desk.says('C', TOM);
    expect(desk.said()).toEqual(['Tom: Kessler: Bike check is booked for Tue 24 Nov at 10:00.']);
    expect(desk.store.appointments.byId(2)).toMatchObject({ number: TOM, state: 'confirmed', time: '10:00' });
    expect(desk.waitingList.views.map(({ who }) => who)).toEqual(['Kim']);
    await desk.pass(3 * HOUR);
    expect(desk.said()).toEqual([]);
  });

  test.each(['yes please', '1', '👍', 'ok, Tuesday at 10'])('%j takes it', async (text) => {
    desk.callOff();
    await desk.pass(2 * MINUTE);
    await desk.says(text, TOM);
    expect(desk.store.appointments.byId(2)).toMatchObject({ number: TOM, state: 'confirmed' });
  });

  test.each(['X', 'no', 'No thanks', 'can’t make it', 'Nein, danke'])('%j: the next one is asked', async (text) => {
    desk.callOff();
    await desk.pass(2 * MINUTE);
    desk.said();
    await desk.says(text, TOM);
    expect(desk.said()).toEqual([
      'Tom: All right. You stay on the waitlist.',
      expect.stringContaining(`Kim: ${OFFER}`),
    ]);
  });

  test('not said in time: the next one; who answers then is for a person', async () => {
    desk.callOff();
    await desk.pass(2 * MINUTE);
    desk.said();
    await desk.pass(70 * MINUTE);
    expect(desk.said()).toEqual([expect.stringContaining(`Kim: ${OFFER}`)]);
    await desk.says('C', TOM);
    expect(desk.said()).toEqual([]);
    expect(desk.store.conversations.find(1, TOM)).not.toBeNull();
    await desk.says('C', KIM);
    expect(desk.store.appointments.byId(2)).toMatchObject({ number: KIM });
    await desk.pass(3 * HOUR);
    expect(desk.waitingList.views.map(({ who }) => who)).toEqual(['Tom']);
  });

  test('nobody is asked twice for the same time, and nobody left: that is all', async () => {
    desk.callOff();
    await desk.pass(4 * HOUR);
    expect(desk.said()).toHaveLength(2);
  });

  test('brought back at once, it is offered to nobody; booked meanwhile, they are told so', async () => {
    desk.callOff();
    desk.appointments.change('appointment_1', 'restore', false);
    await desk.pass(5 * MINUTE);
    expect(desk.said()).toEqual([]);
    desk.callOff();
    await desk.pass(2 * MINUTE);
    desk.said();
    expect(desk.book('2026-11-24', '10:00').ok).toBe(true);
    await desk.says('C', TOM);
    expect(desk.said()).toEqual(['Tom: That time was just taken. All right. You stay on the waitlist.']);
    await desk.pass(2 * HOUR);
    expect(desk.said()).toEqual([]);
  });

  test('also one that is moved away, by the counter or by text', async () => {
    desk.appointments.move('appointment_1', { date: '2026-11-25', time: '10:00', resourceId: null, tell: false });
    await desk.pass(2 * MINUTE);
    expect(desk.said()).toHaveLength(1);
  });

  test('who wants no texts is passed over', async () => {
    await desk.says('STOP', TOM);
    desk.said();
    desk.callOff();
    await desk.pass(2 * MINUTE);
    expect(desk.said()).toEqual([expect.stringContaining('Kim: ')]);
  });

  test('what is not clear is for a person, with the offer still open', async () => {
    desk.callOff();
    await desk.pass(2 * MINUTE);
    desk.said();
    await desk.says('What would that cost?', TOM);
    expect(desk.said()).toEqual([]);
    await desk.says('ok', TOM);
    expect(desk.said()).toHaveLength(1);
  });
});

test('as long as it is offered to one, it is offered to nobody else by text', async () => {
  const desk = await shop({ settings: { bookByText: true } });
  desk.wait(TOM);
  desk.callOff();
  await desk.pass(2 * MINUTE);
  desk.said();
  await desk.says('appointment', KIM);
  const [offered = ''] = desk.said();
  expect(offered).toMatch(/Which time/);
  expect(offered).not.toMatch(/Tue 24 Nov 10:00|Tue 24 Nov 9:[1-5]|Tue 24 Nov 10:/);
  await desk.says('X', TOM);
  desk.store.close();
});

test('only to whom it fits: days, half of the day, with whom, and nobody who is elsewhere then', async () => {
  const desk = await shop();
  desk.catalogue.saveResource(null, { ...STAFF, name: 'Marek' });
  desk.wait(TOM, { half: 'afternoon' });
  desk.wait(KIM, { resourceId: 'resource_2' });
  desk.wait('+491700000005', { until: '2026-11-23' });
  desk.wait('+491700000006', { from: '2026-11-25' });
  desk.appointments.book({
    conversationId: null,
    number: '+491700000007',
    name: 'Lea',
    serviceId: 'service_1',
    resourceId: 'resource_2',
    date: '2026-11-24',
    time: '10:30',
    note: '',
    tell: false,
  });
  desk.wait('+491700000007');
  desk.callOff();
  await desk.pass(10 * MINUTE);
  expect(desk.said()).toEqual([]);
  desk.store.close();
});

test('in the evening it waits for the morning, and too late it is offered to nobody', async () => {
  const desk = await shop();
  desk.wait(TOM);
  desk.book('2026-11-24', '16:00', KIM);
  await desk.pass(12 * HOUR);
  desk.callOff('appointment_2');
  await desk.pass(2 * HOUR);
  expect(desk.said()).toEqual([]);
  await desk.pass(10.2 * HOUR);
  expect(desk.said()).toEqual([
    expect.stringMatching(/^Tom: Kessler: A slot opened up: Bike check, Tue 24 Nov at 16:00\. .* until 10:\d\d\.$/),
  ]);
  desk.store.close();
});

test('within the caps of the line: an offer that could not leave in time is passed on', async () => {
  const desk = await shop({ caps: { minute: 100, hour: 100, day: 1 } });
  desk.wait(TOM);
  desk.send(ANA, 'The text of this day');
  await desk.clock.advance(3_000);
  desk.callOff();
  await desk.pass(3 * HOUR);
  expect(desk.said()).toEqual(['Ana: The text of this day']);
  expect(desk.store.openQuestions.of(TOM, desk.clock.now())).toBeNull();
  desk.store.close();
});

test('whoever is taken off the list is asked no more, not even by a text that waits; the next one is', async () => {
  const desk = await shop({ caps: { minute: 1, hour: 100, day: 100 } });
  desk.wait(TOM);
  desk.wait(KIM);
  desk.callOff();
  await desk.clock.advance(19_000);
  desk.send(ANA, 'The text of this minute');
  await desk.clock.advance(2_000);
  await desk.wake();
  const [tom] = desk.waitingList.views;
  expect(tom?.offered).not.toBeNull();
  desk.waitingList.setRemoved(tom?.id ?? '', true);
  await desk.pass(5 * MINUTE);
  expect(desk.said()).toEqual(['Ana: The text of this minute', expect.stringContaining('Kim: ')]);
  desk.waitingList.setRemoved(tom?.id ?? '', false);
  expect(desk.waitingList.views).toHaveLength(2);
  desk.store.close();
});

test('nobody is on the list twice, and nobody without a number', async () => {
  const desk = await shop();
  expect(desk.wait(TOM).ok).toBe(true);
  expect(desk.wait('0160 4412907')).toMatchObject({ error: { code: 'name-taken' } });
  expect(desk.wait('')).toMatchObject({ error: { code: 'bad-number' } });
  expect(desk.wait(KIM, { from: '2026-11-25', until: '2026-11-24' })).toMatchObject({ error: { code: 'bad-input' } });
  expect(desk.wait(KIM, { serviceId: 'service_9' })).toMatchObject({ error: { code: 'not-found' } });
  desk.store.close();
});

test('switched off, nothing is offered', async () => {
  const desk = await shop({ settings: { refillMinutes: 0 } });
  desk.wait(TOM);
  desk.callOff();
  await desk.pass(5 * MINUTE);
  expect(desk.said()).toEqual([]);
  desk.store.close();
});
