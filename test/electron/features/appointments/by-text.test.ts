import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Resource, Service } from '../../../../electron/shared/appointments.ts';
import { deskLine } from '../../../support/desk-line.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = '+491712223344';
const TOM = '+491604412907';

const SERVICE: Service = {
  name: 'Bike check',
  minutes: 60,
  buffer: 0,
  price: '30 €',
  text: '',
  reminders: [{ when: { minutes: 24 * 60 }, text: '', asks: true }],
  cutoffHours: 2,
};
const STAFF: Resource = { name: 'Lena', hours: null, exceptions: [], serviceIds: null };

/** Monday, 23 November 2026, nine o'clock in UTC, the shop's zone here; it is open from nine to six, Saturdays until one. */
async function shop(service: Partial<Service> = {}, settings: Parameters<typeof deskLine>[0] = {}) {
  const desk = await deskLine(settings);
  await desk.start();
  desk.catalogue.saveResource(null, STAFF);
  desk.catalogue.saveService(null, { ...SERVICE, ...service });
  desk.network.textReceived.on(() => {});
  const book = (date: string, time: string, number = ANA) =>
    desk.appointments.book({
      conversationId: null,
      number,
      name: number === ANA ? 'Ana Kuhn' : 'Tom',
      serviceId: 'service_1',
      resourceId: null,
      date,
      time,
      note: '',
      tell: false,
    });
  /** Time passes, and what is due is done, a quarter of an hour at a time. */
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 15 * MINUTE) {
      await desk.clock.advance(Math.min(left, 15 * MINUTE));
      await desk.wake();
      await desk.clock.advance(0);
    }
    await desk.clock.advance(3_000);
  };
  const says = async (text: string, from = ANA): Promise<void> => {
    desk.network.sendText(from, desk.sim.msisdn, text);
    await desk.clock.advance(4_000);
  };
  const said = (): readonly string[] => desk.texts.splice(0).map(({ text }) => text);
  const state = (id = 1): string => {
    const row = desk.store.appointments.byId(id);
    return `${row?.state} ${row?.date} ${row?.time}`;
  };
  const tasks = (): readonly string[] => desk.store.tasks.open(50).map(({ text }) => text);
  return { ...desk, book, pass, says, said, state, tasks };
}
type Shop = Awaited<ReturnType<typeof shop>>;

describe('a reminder, and what the customer answers', () => {
  let desk: Shop;
  beforeEach(async () => {
    desk = await shop();
    expect(desk.book('2026-11-25', '10:00').ok).toBe(true);
    await desk.pass(26 * HOUR);
    expect(desk.said()).toEqual([
      'Kessler: Reminder: Bike check, Wed 25 Nov at 10:00. Reply C to confirm, R to reschedule, X to cancel.',
    ]);
  });
  afterEach(() => desk.store.close());

  test('comes a day before, in letters and length of one text, and once', async () => {
    await desk.pass(12 * HOUR);
    expect(desk.said()).toEqual([]);
    expect(desk.store.messages.byId(1)).toMatchObject({ part_count: 1, encoding: 'gsm7', purpose: 'service' });
  });

  test('C confirms it, nobody waits, and nothing more is asked', async () => {
    await desk.says('c');
    expect(desk.said()).toEqual(['Thank you. See you Wed 25 Nov at 10:00.']);
    expect(desk.state()).toBe('confirmed 2026-11-25 10:00');
    expect(desk.store.conversations.byId(1)?.waiting_since).toBeNull();
    await desk.pass(20 * HOUR);
    expect(desk.said()).toEqual([]);
    expect(desk.tasks()).toEqual([]);
  });

  test('a thumb does too, and so does a yes, which does not mean texts as such', async () => {
    await desk.says('👍');
    expect(desk.state()).toBe('confirmed 2026-11-25 10:00');
    await desk.says('yes');
    expect(desk.store.conversations.byId(1)?.waiting_since).not.toBeNull();
  });

  test('X calls it off: the time is free again, and nothing more comes', async () => {
    await desk.says('X');
    expect(desk.said()).toEqual(['Bike check, Wed 25 Nov at 10:00, is canceled.']);
    expect(desk.state()).toBe('cancelled 2026-11-25 10:00');
    expect(desk.book('2026-11-25', '10:00', TOM).ok).toBe(true);
  });

  test('R offers three times, a number books one, and the old time is free', async () => {
    await desk.says('R');
    expect(desk.said()).toEqual([
      'Which time?\n1: Tue 24 Nov 12:15\n2: Wed 25 Nov 9:00\n3: Wed 25 Nov 12:00\nReply with the number, or R for more times.',
    ]);
    expect(desk.state()).toBe('moving 2026-11-25 10:00');
    await desk.says('3 please');
    expect(desk.said()).toEqual(['Kessler: Bike check is now Wed 25 Nov at 12:00.']);
    expect(desk.state()).toBe('confirmed 2026-11-25 12:00');
    expect(desk.book('2026-11-25', '10:00', TOM).ok).toBe(true);
  });

  test('R again offers others, later ones', async () => {
    await desk.says('R');
    desk.said();
    await desk.says('R');
    expect(desk.said()[0]).toMatch(/^Which time\?\n1: Wed 25 Nov 12:15\n2: Thu 26 Nov 9:00\n/);
  });

  test('a time that has gone meanwhile is said to be gone, and others are offered', async () => {
    await desk.says('R');
    desk.said();
    expect(desk.book('2026-11-25', '12:00', TOM).ok).toBe(true);
    await desk.says('3');
    expect(desk.said()[0]).toMatch(/^That time was just taken\. Which time\?\n1: /);
    expect(desk.state()).toBe('moving 2026-11-25 10:00');
  });

  test('what is not clear waits for a person, and the question still stands', async () => {
    await desk.says('maybe, depends on the weather');
    expect(desk.said()).toEqual([]);
    expect(desk.state()).toBe('booked 2026-11-25 10:00');
    expect(desk.store.conversations.byId(1)?.waiting_since).not.toBeNull();
    await desk.says('ok');
    expect(desk.state()).toBe('confirmed 2026-11-25 10:00');
  });

  test('once a person has answered, a short word answers them, not the reminder', async () => {
    await desk.says('can I bring two bikes?');
    desk.send(ANA, 'Sure, shall I put them both down?');
    await desk.clock.advance(3_000);
    await desk.says('yes');
    expect(desk.state()).toBe('booked 2026-11-25 10:00');
  });

  test('CANCEL ends all texts, and somebody is to ask whether the appointment stands', async () => {
    await desk.says('CANCEL');
    expect(desk.said()).toEqual([
      "Kessler: You're unsubscribed and won't get more messages. Reply START to resubscribe.",
    ]);
    expect(desk.state()).toBe('booked 2026-11-25 10:00');
    expect(desk.store.optOuts.has(ANA)).toBe(true);
    expect(desk.tasks()).toEqual(['Ana Kuhn opted out: ask whether Wed 25 Nov 10:00 still stands']);
    await desk.pass(20 * HOUR);
    expect(desk.said()).toEqual([]);
  });

  test('“please cancel my appointment” is about the appointment, not about texts', async () => {
    await desk.says('please cancel my appointment');
    expect(desk.state()).toBe('cancelled 2026-11-25 10:00');
    expect(desk.store.consent.question(ANA)).toBeNull();
  });

  test('later than the shop allows, a person has to', async () => {
    await desk.pass(21 * HOUR);
    await desk.says('X');
    expect(desk.said()).toEqual(['It is too late to change that by text. We will get back to you.']);
    expect(desk.state()).toBe('booked 2026-11-25 10:00');
    expect(desk.tasks()).toContain('Ana Kuhn wants to change Wed 25 Nov 10:00, too late by text');
    await desk.says('c');
    expect(desk.state()).toBe('confirmed 2026-11-25 10:00');
  });

  test('two programs that answer each other end by themselves', async () => {
    for (let n = 0; n < 9; n++) await desk.says('R');
    expect(desk.said().length).toBeLessThanOrEqual(3);
  });
});

describe('reminders', () => {
  test('an appointment that moves or is called off takes them along, also one that waits in the queue', async () => {
    const desk = await shop();
    desk.book('2026-11-25', '10:00');
    desk.book('2026-11-25', '11:00', TOM);
    await desk.pass(24 * HOUR - 15 * MINUTE);
    // The line is away: they are written, and wait.
    await desk.line().stop();
    await desk.pass(150 * MINUTE);
    expect([1, 2].map((id) => desk.store.messages.byId(id)?.state)).toEqual(['queued', 'queued']);
    desk.appointments.change('appointment_1', 'cancel', false);
    desk.appointments.move('appointment_2', { date: '2026-11-27', time: '09:00', resourceId: null, tell: false });
    expect([1, 2].map((id) => desk.store.messages.byId(id)?.state)).toEqual(['cancelled', 'cancelled']);
    expect(desk.store.jobs.about('reminder', 1)).toEqual([]);
    expect(desk.store.jobs.about('reminder', 2).map(({ due_at: at }) => new Date(at).toJSON())).toEqual([
      '2026-11-26T09:00:00.000Z',
    ]);
    desk.store.close();
  });

  test('in quiet hours move earlier', async () => {
    const desk = await shop({ reminders: [{ when: { minutes: 120 }, text: '', asks: false }] });
    desk.book('2026-11-25', '09:00');
    // Seven in the morning is quiet; the evening before ends at eight.
    expect(desk.appointments.reminders('appointment_1')).toMatchObject({
      value: [{ at: Date.UTC(2026, 10, 24, 19, 30), insteadOf: Date.UTC(2026, 10, 25, 7), parts: 1 }],
    });
    await desk.pass(36 * HOUR);
    expect(desk.said()).toEqual(['Kessler: Reminder: Bike check, Wed 25 Nov at 9:00.']);
    desk.store.close();
  });

  test('one question at a time: of two appointments one asks', async () => {
    const desk = await shop();
    desk.book('2026-11-25', '10:00');
    desk.book('2026-11-25', '15:00');
    await desk.pass(31 * HOUR);
    const said = desk.said();
    expect(said.map((text) => text.includes('Reply C'))).toEqual([true, false]);
    await desk.says('C');
    expect([desk.state(1), desk.state(2)]).toEqual(['confirmed 2026-11-25 10:00', 'booked 2026-11-25 15:00']);
    desk.store.close();
  });

  test('in the owner’s words, with what is known', async () => {
    const text = 'Hi {{first_name}}, {{service}} with {{staff}}, {{when}}, {{price}}.';
    const desk = await shop({ reminders: [{ when: { days: 1, at: '12:00' }, text, asks: false }] });
    desk.book('2026-11-25', '10:00');
    await desk.pass(28 * HOUR);
    expect(desk.said()).toEqual(['Hi Ana, Bike check with Lena, Wed 25 Nov at 10:00, 30 €.']);
    desk.store.close();
  });

  test('no answer: asked once more, then somebody is to ring', async () => {
    const desk = await shop({ reminders: [{ when: { minutes: 3 * 24 * 60 }, text: '', asks: true }] });
    desk.book('2026-11-27', '10:00');
    await desk.pass(26 * HOUR);
    expect(desk.said()).toHaveLength(1);
    await desk.pass(24 * HOUR);
    expect(desk.said()).toEqual([
      'Kessler: Are you coming? Bike check, Fri 27 Nov at 10:00. Reply C to confirm, R to reschedule, X to cancel.',
    ]);
    expect(desk.tasks()).toEqual([]);
    await desk.pass(24 * HOUR);
    expect(desk.said()).toEqual([]);
    expect(desk.tasks()).toEqual(['Call Ana Kuhn: no reply about Fri 27 Nov 10:00']);
    desk.store.close();
  });

  test('what came due while nobody was here waits for a person; what is over is dropped', async () => {
    const desk = await shop({
      reminders: [
        { when: { minutes: 24 * 60 }, text: '', asks: true },
        { when: { minutes: 60 }, text: 'In an hour', asks: false },
      ],
    });
    desk.book('2026-11-25', '14:00');
    desk.book('2026-11-24', '15:00', TOM);
    // Off for two days, and back before one of them.
    desk.clock.sleep(48 * HOUR);
    await desk.wake();
    await desk.clock.advance(3_000);
    expect(desk.said()).toEqual([]);
    const [late, ...others] = desk.store.queue.cameDue(10);
    expect(late).toMatchObject({ number: ANA, state: 'held', not_before: Date.UTC(2026, 10, 24, 14) });
    expect(others).toEqual([]);
    await desk.pass(30 * MINUTE);
    expect(desk.said()).toEqual([]);
    desk.outbox.release([late?.id ?? 0]);
    await desk.clock.advance(3_000);
    expect(desk.said()[0]).toMatch(/Reply C/);
    await desk.pass(4 * HOUR);
    expect(desk.said()).toEqual(['In an hour']);
    desk.store.close();
  });
});

describe('nobody is asked what they have answered', () => {
  const FOLLOWED = { settings: { followUpHours: 4 } };
  const remindedShop = async (options: Parameters<typeof shop>[1] = FOLLOWED, service: Partial<Service> = {}) => {
    const desk = await shop(service, options);
    desk.book('2026-11-25', '10:00');
    await desk.pass(25 * HOUR);
    expect(desk.said()).toHaveLength(1);
    return desk;
  };

  test('offered times and none chosen: no other question, but a task', async () => {
    const desk = await remindedShop();
    await desk.says('R');
    expect(desk.said()[0]).toMatch(/^Which time/);
    await desk.pass(6 * HOUR);
    expect(desk.said()).toEqual([]);
    expect(desk.tasks()).toEqual(['Call Ana Kuhn: no reply about Wed 25 Nov 10:00']);
    await desk.says('3');
    expect(desk.said()[0]).toMatch(/is now Wed 25 Nov/);
    desk.store.close();
  });

  test.each(['Sorry, my car broke down', 'Is it possible to come with my son?', 'Where do I park?'])(
    '%j is for a person: it is not asked once more',
    async (text) => {
      const desk = await remindedShop();
      await desk.says(text);
      await desk.pass(10 * HOUR);
      expect(desk.said()).toEqual([]);
      desk.store.close();
    },
  );

  test('too late to be changed by text: said, not asked again; and what cannot be is not offered', async () => {
    const desk = await remindedShop(FOLLOWED, { cutoffHours: 48 });
    await desk.says('X');
    expect(desk.said()[0]).not.toMatch(/is canceled/);
    expect(desk.tasks()).toHaveLength(1);
    await desk.pass(10 * HOUR);
    expect(desk.said()).toEqual([]);
    desk.store.close();
  });

  test('within the time in which nothing is changed by text only a yes is asked for', async () => {
    const desk = await shop({ cutoffHours: 48 }, FOLLOWED);
    desk.book('2026-11-25', '10:00');
    await desk.pass(25 * HOUR);
    expect(desk.said()).toEqual(['Kessler: Reminder: Bike check, Wed 25 Nov at 10:00. Reply C to confirm.']);
    desk.store.close();
  });

  test('R does not offer the time they have', async () => {
    const desk = await remindedShop();
    await desk.says('R');
    expect(desk.said()[0]).not.toMatch(/Wed 25 Nov 10:00|Wed 25 Nov 9:15|Wed 25 Nov 9:30|Wed 25 Nov 10:30/);
    desk.store.close();
  });
});

describe('reminders of a plan that changes, and of a computer that was off', () => {
  test('a step that goes does not take the others along, whatever has run', async () => {
    const desk = await shop({
      reminders: [
        { when: { minutes: 24 * 60 }, text: '', asks: true },
        { when: { minutes: 120 }, text: 'Soon', asks: false },
      ],
    });
    desk.book('2026-11-25', '10:00');
    await desk.pass(26 * HOUR);
    desk.said();
    desk.catalogue.saveService('service_1', {
      ...SERVICE,
      reminders: [{ when: { minutes: 120 }, text: 'Soon', asks: false }],
    });
    desk.upcoming.replan();
    await desk.pass(24 * HOUR);
    expect(desk.said()).toEqual(['Soon']);
    desk.store.close();
  });

  test('a question that waits to be looked at is not asked once more past that', async () => {
    const desk = await shop({}, { settings: { followUpHours: 4 } });
    desk.book('2026-11-25', '16:00');
    desk.clock.sleep(32 * HOUR);
    await desk.wake();
    await desk.pass(18 * HOUR);
    expect(desk.said()).toEqual([]);
    expect(desk.store.queue.cameDue(9)).toHaveLength(1);
    desk.store.close();
  });

  test('two that came due while nobody was here: the later one, and it asks where the first did', async () => {
    const desk = await shop({
      reminders: [
        { when: { minutes: 24 * 60 }, text: '', asks: true },
        { when: { minutes: 22 * 60 }, text: 'Tomorrow', asks: false },
      ],
    });
    desk.book('2026-11-25', '12:00');
    desk.clock.sleep(31 * HOUR);
    await desk.wake();
    await desk.clock.advance(3_000);
    const held = desk.store.queue.cameDue(9);
    expect(held.map(({ text }) => text)).toEqual(['Tomorrow Reply C to confirm, R to reschedule, X to cancel.']);
    desk.outbox.release(held.map(({ id }) => id));
    await desk.clock.advance(3_000);
    expect(desk.said()).toHaveLength(1);
    await desk.says('C');
    expect(desk.state()).toMatch(/^confirmed/);
    desk.store.close();
  });

  test('who ends all texts is reminded no more: somebody is to ask, and no reminder is shown', async () => {
    const desk = await shop();
    desk.book('2026-11-27', '10:00');
    expect(desk.appointments.reminders('appointment_1')).toMatchObject({ value: [{}] });
    await desk.says('STOP');
    expect(desk.tasks()).toEqual(['Ana Kuhn opted out: ask whether Fri 27 Nov 10:00 still stands']);
    expect(desk.appointments.reminders('appointment_1')).toEqual({ ok: true, value: [] });
    desk.store.close();
  });

  test('what was answered and has not left is not said of what has changed since', async () => {
    const desk = await shop({}, { caps: { minute: 1, hour: 100, day: 100 } });
    desk.book('2026-11-25', '10:00');
    await desk.pass(25 * HOUR);
    desk.said();
    // The minute's text is spent: what is answered waits.
    desk.send(TOM, 'Hello Tom');
    await desk.clock.advance(2_000);
    await desk.says('C');
    desk.said();
    desk.appointments.change('appointment_1', 'cancel', false);
    await desk.pass(5 * MINUTE);
    expect(desk.said()).toEqual([]);
    desk.store.close();
  });
});

describe('what customers ask of the calendar', () => {
  test('NEXT: their own next appointment, whoever else comes before', async () => {
    const desk = await shop({ reminders: [] });
    desk.book('2026-11-25', '10:00', TOM);
    desk.book('2026-11-26', '10:00');
    await desk.says('When is my appointment?');
    expect(desk.said()).toEqual(['Your next appointment: Bike check, Thu 26 Nov at 10:00.']);
    await desk.says('NEXT', '+491700000009');
    expect(desk.said()).toEqual(['You have no upcoming appointment with us.']);
    desk.store.close();
  });

  test('booked by text: service, then times, then it is in the book', async () => {
    const desk = await shop({ reminders: [] }, { settings: { bookByText: true } });
    desk.catalogue.saveService(null, { ...SERVICE, name: 'Tube', price: '', minutes: 15, reminders: [] });
    await desk.says('Can I have an appointment please?');
    expect(desk.said()).toEqual(['What would you like?\n1: Bike check, 30 €\n2: Tube\nReply with the number.']);
    await desk.says('2');
    expect(desk.said()[0]).toMatch(/^Which time\?\n1: Mon 23 Nov 10:15\n2: Mon 23 Nov 12:00\n3: Tue 24 Nov 9:00\n/);
    await desk.says('the third');
    expect(desk.said()).toEqual(['Kessler: Tube is booked for Tue 24 Nov at 9:00.']);
    expect(desk.store.appointments.byId(1)).toMatchObject({ number: ANA, state: 'confirmed', service_id: 2 });
    desk.store.close();
  });

  test('who wants one while a reminder to them still waits to leave is not asked two things: a person books it', async () => {
    const desk = await shop({}, { settings: { bookByText: true } });
    desk.book('2026-11-25', '14:00');
    // Off until after its time: the reminder waits for somebody to look at it.
    desk.clock.sleep(30 * HOUR);
    await desk.wake();
    await desk.clock.advance(3_000);
    expect(desk.store.queue.cameDue(10)).toHaveLength(1);
    await desk.says('Can I have an appointment please?');
    expect(desk.said()).toEqual([]);
    expect(desk.store.conversations.byId(1)?.waiting_since).not.toBeNull();
    desk.outbox.release([desk.store.queue.cameDue(10)[0]?.id ?? 0]);
    await desk.clock.advance(3_000);
    expect(desk.said()[0]).toMatch(/Reply C/);
    await desk.says('C');
    expect(desk.state()).toBe('confirmed 2026-11-25 14:00');
    desk.store.close();
  });

  test('not by text unless the owner wants it', async () => {
    const desk = await shop();
    await desk.says('appointment');
    expect(desk.said()).toEqual([]);
    desk.store.close();
  });
});
