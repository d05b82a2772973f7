import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { gate } from '../../../../electron/features/messaging/gate.ts';
import { gateFactsOf } from '../../../../electron/features/messaging/gate-facts.ts';
import { recoverInterrupted } from '../../../../electron/features/messaging/recovery.ts';
import { instantOfWall } from '../../../../electron/features/appointments/slots.ts';
import type { AppointmentRow } from '../../../../electron/features/appointments/repository.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { pdusOf } from '../../../support/pdus.ts';
import { deskLine } from '../../../support/desk-line.ts';
import { testStore } from '../../../support/store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = 'Europe/Berlin';
const A_DAY = 40;
const STAFF = ['Lena', 'Marek', 'Kim', 'Noa', 'Sam', 'Ida'];
const HOURS = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'];
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

class Killed extends Error {}

/** Always the same sequence for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a customer has been told: when they are expected; null: not at all. */
interface Customer {
  expected: string | null;
  readonly manner: 'confirms' | 'moves' | 'cancels' | 'silent' | 'nonsense';
  /** What they were asked and have answered: they do not answer it twice. */
  answered: number;
}

/** A shop, its customers and its counter, through one month; the program is killed again and again. */
async function month(seed: number, firstDay: string, days: number) {
  const random = randomFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  // In memory, and kept over every kill: what a kill leaves on a disk is what test/support/crash looks at.
  const store = await testStore();
  const real = store.transaction;
  const start = Temporal.PlainDate.from(firstDay);
  const clock = new FakeClock(start.toZonedDateTime({ timeZone: ZONE, plainTime: '08:00' }).epochMilliseconds);
  const customers = new Map<string, Customer>();
  const counts = {
    booked: 0,
    texts: 0,
    heard: 0,
    kills: 0,
    moved: 0,
    cancelled: 0,
    confirmed: 0,
    refilled: 0,
    rung: 0,
  };
  /** What customers are about to say. */
  let replies: { readonly at: number; readonly number: string; readonly text: string }[] = [];
  let fuse = Infinity;
  let isDead = false;

  const open = async () => {
    const desk = await deskLine({
      store,
      clock,
      zone: ZONE,
      settings: {
        followUpHours: 6,
        weeklyParts: 0,
        refillMinutes: 60,
        hours: Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }]),
      },
    });
    // As a process is killed: within a transaction, nothing of it stays; behind it, all of it does, and nothing follows.
    store.transaction = <T>(work: () => T): T => {
      if (isDead) throw new Killed();
      fuse -= 1;
      const dies = fuse === 0 ? pick(['before', 'inside', 'after']) : null;
      if (dies === 'before') {
        isDead = true;
        throw new Killed();
      }
      const answer = real(() => {
        const worked = work();
        if (dies === 'inside') isDead = true;
        if (isDead) throw new Killed();
        return worked;
      });
      if (dies === 'after') {
        isDead = true;
        throw new Killed();
      }
      return answer;
    };
    // Its alarm rings for nobody: here the test says when something is due, so that a kill can come in the middle of it.
    await desk.desk.stop();
    recoverInterrupted(desk.context);
    desk.inbox.recover();
    desk.scheduler.recover();
    desk.upcoming.start();
    return desk;
  };
  let desk = await open();
  desk.catalogue.saveService(null, {
    name: 'Check',
    minutes: 45,
    buffer: 15,
    price: '',
    text: '',
    reminders: [
      { when: { days: 1, at: '18:00' }, text: '', asks: true },
      { when: { minutes: 120 }, text: '', asks: true },
    ],
    cutoffHours: 2,
  });
  for (const name of STAFF) desk.catalogue.saveResource(null, { name, hours: null, exceptions: [], serviceIds: null });

  const restart = async (): Promise<void> => {
    counts.kills += 1;
    store.transaction = real;
    isDead = false;
    fuse = 40 + Math.floor(random() * 400);
    desk = await open();
  };
  /** Until it is done, whatever is killed meanwhile: somebody looks what became of it before they do it once more. */
  const surely = async (act: () => void, isDone: () => boolean): Promise<void> => {
    for (;;) {
      try {
        act();
        if (!isDead) return;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      await restart();
      if (isDone()) return;
    }
  };
  fuse = 100;

  /** The day and time of a text, as `YYYY-MM-DD HH:MM`. */
  const whenIn = (text: string): string | null => {
    const found = /(\d{1,2}) (\w{3}) (?:at )?(\d{1,2}:\d\d)/.exec(text);
    if (found === null) return null;
    const monthOf = String(MONTH_NAMES.indexOf(found[2] ?? '') + 1).padStart(2, '0');
    return `${start.year}-${monthOf}-${found[1]?.padStart(2, '0')} ${found[3]?.padStart(5, '0')}`;
  };
  const rowOf = (number: string): AppointmentRow | undefined => desk.store.appointments.ofNumber(number, 1)[0];
  const isLive = ({ state }: AppointmentRow): boolean => ['booked', 'confirmed', 'moving'].includes(state);
  const soon = (): number => clock.now() + Math.floor((2 + random() * 150) * MINUTE);
  const say = (number: string, text: string): void => void replies.push({ at: soon(), number, text });

  /** What a customer makes of a text. */
  const reads = (number: string, text: string): void => {
    counts.texts += 1;
    const customer = customers.get(number);
    if (customer === undefined) throw new Error(`nobody is ${number}`);
    const when = whenIn(text);
    if (text.startsWith('Thank you. See you')) {
      expect(when).toBe(customer.expected);
      counts.confirmed += 1;
    } else if (/is now |is booked for/.test(text)) {
      if (/booked/.test(text)) counts.refilled += 1;
      customer.expected = when;
    } else if (/is canceled/.test(text)) {
      expect(when).toBe(customer.expected);
      customer.expected = null;
    } else if (/Reply C to book/.test(text)) {
      if (random() < 0.7) say(number, pick(['C', 'yes', 'no', 'X']));
    } else if (/^Which time|^That time was just taken\. Which/.test(text)) {
      if (random() < 0.85) say(number, pick(['1', '2', '3', 'the first', 'R', 'no idea, you?']));
    } else if (/Check, /.test(text)) {
      // A reminder: of what is so, or it is a fault.
      expect(when, text).toBe(customer.expected);
      if (!/Reply C/.test(text) || customer.answered >= 2) return;
      customer.answered += 1;
      const answers = {
        confirms: ['C', 'yes', '👍', 'ok see you then', 'Passt, danke'],
        moves: ['R', 'another time please'],
        cancels: ['X', 'I have to cancel'],
        nonsense: ['what about my dog?', '???', 'my car is blue'],
        silent: [],
      }[customer.manner];
      if (answers.length > 0) say(number, pick(answers));
    }
  };

  /** The sender's part: what the gate lets go leaves, and is read. */
  const leave = (): void => {
    for (;;) {
      const message = desk.store.queue.nextToSend(desk.row.id);
      if (message === null) return;
      const decision = gate(gateFactsOf(desk.context, message, message.part_count, () => null));
      if (decision.kind === 'hold') desk.store.messages.setState(message.id, 'held', decision.reason, decision.untilMs);
      else if (decision.kind === 'drop') desk.store.messages.setState(message.id, decision.state, decision.reason);
      else {
        desk.store.messages.setSent(message.id, clock.now());
        reads(message.number, message.text);
      }
    }
  };
  const work = async (): Promise<void> => {
    await surely(
      () => {
        desk.outbox.onDue();
        desk.scheduler.onDue();
      },
      () => false,
    );
    leave();
  };
  const hear = async (): Promise<void> => {
    const due = replies.filter(({ at }) => at <= clock.now());
    replies = replies.filter(({ at }) => at > clock.now());
    for (const { number, text } of due) {
      counts.heard += 1;
      const [pdu = ''] = pdusOf(text, number, 7, clock.now());
      // Until it was accepted it lies in the SIM: read once more after a kill.
      await surely(
        () => desk.inbox.accept(desk.row.id, pdu),
        () => false,
      );
      leave();
    }
  };

  /** What came due while the computer was off: somebody looks at it, and it goes. */
  const lookAtCameDue = async (): Promise<void> => {
    for (const { id } of desk.store.queue.cameDue(500))
      await surely(
        () => desk.outbox.release([id]),
        () => false,
      );
  };

  /** At the counter: books for the days to come, moves and calls off, rings whom it is to ring, answers what is not clear. */
  let made = 0;
  const counter = async (day: Temporal.PlainDate): Promise<void> => {
    for (let n = 0; n < A_DAY; n++) {
      const number = `+4917${String(20_000_000 + ++made)}`;
      const manner = pick(['confirms', 'confirms', 'confirms', 'moves', 'cancels', 'silent', 'nonsense'] as const);
      customers.set(number, { expected: null, manner, answered: 0 });
      for (let tries = 0; tries < 40 && rowOf(number) === undefined; tries++) {
        const date = day.add({ days: 1 + Math.floor(random() * 6) }).toString();
        const request = {
          conversationId: null,
          number,
          name: `Customer ${made}`,
          serviceId: 'service_1',
          resourceId: null,
          date,
          time: pick(HOURS),
          note: '',
          tell: false,
        };
        await surely(
          () => void desk.appointments.book(request),
          () => rowOf(number) !== undefined,
        );
      }
      const row = rowOf(number);
      if (row === undefined) continue;
      counts.booked += 1;
      (customers.get(number) as Customer).expected = `${row.date} ${row.time}`;
    }
    const coming = desk.store.appointments.coming(clock.now() + 4 * HOUR, 0, 1_000);
    for (const row of coming.filter(() => random() < 0.02)) {
      const to = { date: row.date, time: pick(HOURS), resourceId: null, tell: true };
      await surely(
        () => void desk.appointments.move(`appointment_${row.id}`, to),
        () => rowOf(row.number ?? '')?.time === to.time,
      );
      counts.moved += 1;
    }
    const untouched = coming.filter(({ id, time }) => desk.store.appointments.byId(id)?.time === time);
    for (const row of untouched.filter(() => random() < 0.01)) {
      await surely(
        () => void desk.appointments.change(`appointment_${row.id}`, 'cancel', true),
        () => rowOf(row.number ?? '')?.state === 'cancelled',
      );
      counts.cancelled += 1;
    }
    const waiting = `+4917${String(20_000_000 + ++made)}`;
    customers.set(waiting, { expected: null, manner: 'confirms', answered: 0 });
    const wish = {
      conversationId: null,
      number: waiting,
      name: '',
      serviceId: 'service_1',
      resourceId: null,
      from: day.toString(),
      until: null,
      half: 'any' as const,
    };
    await surely(
      () => void desk.appointments.waitFor(wish),
      () => false,
    );
    for (const task of desk.store.tasks.open(500)) {
      const conversation = desk.store.conversations.byId(task.conversation_id);
      const row = conversation === null ? undefined : rowOf(conversation.number);
      if (row !== undefined && isLive(row) && row.starts_at > clock.now()) {
        const comes = random() < 0.7;
        counts.rung += 1;
        await surely(
          () => void desk.appointments.change(`appointment_${row.id}`, comes ? 'confirm' : 'cancel', false),
          () => rowOf(row.number ?? '')?.state === (comes ? 'confirmed' : 'cancelled'),
        );
        // Said on the phone.
        const customer = customers.get(row.number ?? '') as Customer;
        const now = rowOf(row.number ?? '') as AppointmentRow;
        customer.expected = isLive(now) ? `${now.date} ${now.time}` : null;
      }
      desk.store.tasks.setDone(task.id, clock.now());
    }
    await lookAtCameDue();
    leave();
  };

  const end = start.add({ days });
  for (let day = start; Temporal.PlainDate.compare(day, end.add({ days: 9 })) < 0; day = day.add({ days: 1 })) {
    const isOff = random() < 0.1;
    for (let hour = 8; hour < 21; hour++) {
      if (hour === 9 && Temporal.PlainDate.compare(day, end) < 0) await counter(day);
      if (hour === 17) await lookAtCameDue();
      for (let quarter = 0; quarter < 4; quarter++) {
        await clock.advance(15 * MINUTE);
        // The computer is off for some hours of some days.
        if (isOff && hour >= 11 && hour < 16) continue;
        await work();
        await hear();
      }
    }
    const next = day.add({ days: 1 }).toZonedDateTime({ timeZone: ZONE, plainTime: '08:00' }).epochMilliseconds;
    await clock.advance(next - clock.now());
    await work();
  }

  const differences: string[] = [];
  for (const [number, { expected }] of customers) {
    const rows = desk.store.appointments.ofNumber(number, 9).filter(({ state }) => state !== 'cancelled');
    const book = rows.map(({ date, time }) => `${date} ${time}`).join(', ');
    if (book !== (expected ?? ''))
      differences.push(`${number}: the shop has ${book || 'nothing'}, they expect ${expected}`);
    for (const row of rows) expect(instantOfWall(row.date, row.time, row.zone)).toBe(row.starts_at);
  }
  const left = ['queued', 'held', 'scheduled', 'sending'].flatMap((state) =>
    desk.store.messages.list({ after: 0, limit: 50, direction: 'out', state, conversation: null }),
  );
  store.close();
  return { counts, differences, customers: customers.size, left: left.length };
}

/** How many different months over each change of the clock; `npm run test:long` looks at twenty in all. */
const MONTHS = Number(process.env['COUNTERLINE_MONTHS'] ?? 1);

test.each(
  Array.from({ length: MONTHS }, (_, n) => [
    ['to summer time', 31 + 2 * n, '2026-03-15'] as const,
    ['to winter time', 32 + 2 * n, '2026-10-11'] as const,
  ]).flat(),
)(
  'a month, 40 appointments a day, over the change %s (seed %i), killed again and again: the books are equal',
  async (name, seed, first) => {
    const { counts, differences, customers, left } = await month(seed, first, 30);
    // oxlint-disable-next-line no-console -- figures that are looked at
    console.log(
      `month ${name}: ${customers} customers, ${JSON.stringify(counts)}, books differ: ${differences.length}`,
    );
    expect(differences).toEqual([]);
    expect(left).toBe(0);
    expect(counts.kills).toBeGreaterThan(20);
    expect(counts.booked).toBeGreaterThan(1_000);
  },
  400_000,
);
