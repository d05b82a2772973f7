import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppointmentRow } from '../../../../electron/features/appointments/repository.ts';
import type { Store } from '../../../../electron/app/store.ts';
import { gate } from '../../../../electron/features/messaging/gate.ts';
import { gateFactsOf } from '../../../../electron/features/messaging/gate-facts.ts';
import { pdusOf } from '../../../support/pdus.ts';
import { deskLine } from '../../../support/desk-line.ts';

const HOUR = 3_600_000;
const CUSTOMERS = ['+491712223344', '+491604412907', '+491700000003'];
const TIMES = ['09:00', '09:30', '10:00', '11:00', '14:15', '17:00'];
const DATES = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
const TEXTS = [
  'C',
  'R',
  'X',
  '1',
  '2',
  '3',
  'yes',
  'perhaps',
  'NEXT',
  'appointment',
  '👍',
  'CANCEL',
  'START',
  'two',
  'hm?',
];

/** A text that wants an answer. */
const ASKS = /Reply C|Which time|What would you like/;

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('book' as const), who: fc.nat(2), date: fc.nat(3), time: fc.nat(5) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('says' as const), who: fc.nat(2), text: fc.constantFrom(...TEXTS) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 20 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      id: fc.integer({ min: 1, max: 6 }),
      date: fc.nat(3),
      time: fc.nat(5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      id: fc.integer({ min: 1, max: 6 }),
      input: fc.constantFrom('confirm', 'cancel', 'miss', 'restore'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('jump' as const), hours: fc.integer({ min: 2, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), who: fc.nat(2) }) },
);

test(
  'no order of bookings, texts, moves and jumps of the clock books a time twice, reminds of what is dead, or asks two questions',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const desk = await deskLine({ settings: { bookByText: true } });
        const { store, appointments, clock } = desk;
        desk.catalogue.saveResource(null, { name: 'Lena', hours: null, exceptions: [], serviceIds: null });
        desk.catalogue.saveService(null, {
          name: 'Check',
          minutes: 60,
          buffer: 15,
          price: '',
          text: '',
          reminders: [
            { when: { minutes: 1_440 }, text: '', asks: true },
            { when: { minutes: 120 }, text: '', asks: true },
          ],
          cutoffHours: 2,
        });
        /** All that may leave does, past the gate; and what is due is done. */
        const work = async (): Promise<void> => {
          await desk.wake();
          leave(desk);
        };
        for (const each of steps) {
          switch (each.do) {
            case 'book':
              appointments.book({
                conversationId: null,
                number: CUSTOMERS[each.who] ?? '',
                name: '',
                serviceId: 'service_1',
                resourceId: null,
                date: DATES[each.date] ?? '',
                time: TIMES[each.time] ?? '',
                note: '',
                tell: true,
              });
              break;
            case 'says':
              await clock.advance(1_000);
              for (const pdu of pdusOf(each.text, CUSTOMERS[each.who] ?? '', 7, clock.now()))
                desk.inbox.accept(desk.row.id, pdu);
              break;
            case 'answer':
              desk.send(CUSTOMERS[each.who] ?? '', 'A person speaks.');
              break;
            case 'wait':
              appointments.waitFor({
                conversationId: null,
                number: CUSTOMERS[each.who] ?? '',
                name: '',
                serviceId: 'service_1',
                resourceId: null,
                from: DATES[0] ?? '',
                until: null,
                half: 'any',
              });
              break;
            case 'pass':
              for (let n = 0; n < each.hours; n++) {
                await clock.advance(HOUR);
                await work();
              }
              break;
            case 'jump':
              // Asleep: nothing was done meanwhile.
              await clock.advance(each.hours * HOUR);
              break;
            case 'move':
              appointments.move(`appointment_${each.id}`, {
                date: DATES[each.date] ?? '',
                time: TIMES[each.time] ?? '',
                resourceId: null,
                tell: true,
              });
              break;
            case 'change':
              appointments.change(`appointment_${each.id}`, each.input, true);
              break;
          }
          await clock.advance(10_000);
          await work();
          checkBook(store);
          checkQueue(store, clock.now());
        }
        store.close();
      }),
      { numRuns: 120 },
    ),
  120_000,
);

/** The sender's part: what the gate lets go leaves, in its order. */
function leave({ store, context, row, clock }: Awaited<ReturnType<typeof deskLine>>): void {
  for (;;) {
    const message = store.queue.nextToSend(row.id);
    if (message === null) return;
    const decision = gate(gateFactsOf(context, message, message.part_count, () => null));
    if (decision.kind === 'hold') store.messages.setState(message.id, 'held', decision.reason, decision.untilMs);
    else if (decision.kind === 'drop') store.messages.setState(message.id, decision.state, decision.reason);
    else {
      checkSaid(store, message.number, message.text, clock.now());
      store.messages.setSent(message.id, clock.now());
    }
  }
}

function all(store: Store): readonly AppointmentRow[] {
  return Array.from({ length: 40 }, (_, i) => store.appointments.byId(i + 1)).filter((row) => row !== null);
}

/** Nobody is in two places at once. */
function checkBook(store: Store): void {
  const taking = all(store).filter(({ state }) => state !== 'cancelled');
  for (const one of taking)
    for (const other of taking)
      if (one.id < other.id)
        expect(one.blocked_until <= other.starts_at || other.blocked_until <= one.starts_at).toBe(true);
}

/** Nothing waits to leave that speaks of what is not so; and jobs are of the living, at their time. */
function checkQueue(store: Store, now: number): void {
  for (const row of all(store)) {
    const jobs = store.jobs.about('reminder', row.id);
    if (row.state === 'cancelled' || row.state === 'missed') expect(jobs).toEqual([]);
    for (const job of jobs) expect((JSON.parse(job.payload) as { startsAt: number }).startsAt).toBe(row.starts_at);
  }
  const waiting = ['scheduled', 'queued', 'held'].flatMap((state) =>
    store.messages.list({ after: 0, limit: 500, direction: 'out', state, conversation: null }),
  );
  for (const { id, text, number } of waiting) {
    checkText(store, number, text);
    // What asks is what is registered: one question to a number.
    if (ASKS.test(text)) expect(store.openQuestions.of(number, now)?.message_id, text).toBe(id);
  }
}

/** A text that asks or reminds names a time at which that customer is expected. */
function checkText(store: Store, number: string, text: string): void {
  const when = /Check on (?:Mon|Tue|Wed|Thu|Fri) (\d+) Nov at (\d+:\d\d)\. Reply C/.exec(text);
  if (when === null) return;
  const date = `2026-11-${when[1]?.padStart(2, '0')}`;
  const time = when[2]?.padStart(5, '0');
  const expected = store.appointments
    .ofNumber(number, 50)
    .some((row) => row.date === date && row.time === time && ['booked', 'confirmed', 'moving'].includes(row.state));
  expect(expected, text).toBe(true);
}

/** What a customer gets is so at that moment, and what asks them something is the question their answer goes to. */
function checkSaid(store: Store, number: string, text: string, now: number): void {
  checkText(store, number, text);
  if (!ASKS.test(text)) return;
  const question = store.openQuestions.of(number, now);
  expect(question === null ? null : store.messages.byId(question.message_id)?.text, text).toBe(text);
}
