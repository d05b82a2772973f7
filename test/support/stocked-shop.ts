import { setTimeout as sleep } from 'node:timers/promises';
import { deskOf } from '../../electron/app/desk.ts';
import type { DeskOptions } from '../../electron/app/options.ts';
import { dispatcherOf } from '../../electron/app/dispatcher.ts';
import type { Outputs, Input, Method } from '../../electron/app/contract.ts';
import type { Result } from '../../electron/shared/result.ts';
import { deskOptions, silent } from './desk.ts';
import { FakeClock, settle } from './fake-clock.ts';
import { MORNING } from './inbox-desk.ts';
import { pdusOf } from './pdus.ts';
import { testStore } from './store.ts';

/** Whoever has written to the stocked shop, as fields ask for them. */
export const STOCKED_NUMBERS = ['+491712223341', '+491712223342', '0171 2223343', '22922'];
/** A file of each kind that people bring. */
export const STOCKED_FILES = {
  table:
    'Date,Time,Number,Name,Reference\n2026-11-27,10:30,0171 2223341,Ana Kuhn,4711\n2026-11-27,11:00,0171 2223342,Tom,4712\n',
  calendar:
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261123T090000Z\r\n' +
    'DTSTART:20261127T093000Z\r\nDTEND:20261127T100000Z\r\nSUMMARY:Ana +491712223341\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  cards: 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Kuhn\r\nTEL;TYPE=CELL:+49 171 2223341\r\nEND:VCARD\r\n',
} as const;

/** A shop that has two or so of everything, without a modem, in memory. What goes wrong inside is noted. */
export async function stockedShop(options: Partial<DeskOptions> = {}) {
  const faults: unknown[] = [];
  const [store, clock] = [await testStore(), new FakeClock(MORNING)];
  const line = store.lines.create({ kind: 'sim', imsi: '262011234567890', name: 'Line', port: null, at: MORNING });
  const logger = { ...silent, error: (...said: unknown[]) => void faults.push(said) };
  const desk = deskOf(deskOptions({ store, clock, logger, zone: 'Europe/Berlin', ...options }));
  const invoke = dispatcherOf(desk, logger);
  /** Some wait for a modem or for another turn: the clock goes on until they are through. */
  const ask = async (method: string, input: unknown): Promise<Result<unknown>> => {
    const asked = invoke(method, input);
    const waiting = Symbol('waiting');
    await clock.advance(1_000);
    for (let turns = 0; turns < 1_000; turns++) {
      const answer = await Promise.race([asked, settle().then(() => waiting)]);
      if (typeof answer !== 'symbol') return answer;
      await clock.advance(turns < 60 ? 60_000 : 0);
      // A thread of its own has no part in the turned clock.
      await sleep(turns < 60 ? 0 : 20);
    }
    throw new Error(`${method}: no answer within an hour.`);
  };
  const made = async <M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> => {
    const answer = (await ask(method, input)) as Result<Outputs[M]>;
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  };
  const [ana, tom] = STOCKED_NUMBERS as [string, string];
  for (const [i, number] of [ana, tom, ana].entries())
    for (const pdu of pdusOf(`Is the blue bike ready? ${i}`, number, i)) desk.inbox.accept(line.id, pdu);
  await made('settings.set', { paymentLink: 'https://pay.example/?a={{amount}}&r={{reference}}' });
  await made('tags.save', { id: null, name: 'Repair', hue: 10 });
  await made('people.save', { id: null, name: 'Kim' });
  await made('templates.save', { id: null, name: 'ready', text: 'Your bike is ready.' });
  await made('filters.save', { id: null, name: 'Waiting', query: 'is:waiting' });
  const contact = { language: null, birthday: '', notes: '', fields: [], tagIds: ['tag_1'] };
  await made('contacts.save', {
    id: null,
    contact: { ...contact, name: 'Ana', numbers: [{ number: ana, label: '' }] },
  });
  await made('contacts.save', {
    id: null,
    contact: { ...contact, name: 'Tom', numbers: [{ number: tom, label: '' }] },
  });
  await made('contactFields.save', { id: null, name: 'Bike', kind: 'text', choices: [] });
  await made('groups.save', {
    id: null,
    name: 'Repairs',
    match: 'all',
    conditions: [{ about: 'tag', tagId: 'tag_1', has: true }],
  });
  const order = {
    groupId: 'group_1',
    contactIds: [],
    text: 'We close early.',
    purpose: 'service' as const,
    withStop: false,
    startsAt: null,
    spreadMinutes: 0,
  };
  const { receivers } = await made('groupTexts.preview', order);
  await made('groupTexts.start', { order, key: 'stock-0001', confirmed: receivers });
  await made('tasks.add', { conversationId: 'conversation_1', text: 'Call back', dueAt: null });
  await made('notes.add', { conversationId: 'conversation_1', text: 'Blue frame' });
  await made('resources.save', { id: null, name: 'Kim', hours: null, exceptions: [], serviceIds: null });
  await made('services.save', {
    id: null,
    name: 'Check',
    minutes: 30,
    buffer: 0,
    price: '',
    text: '',
    reminders: [{ when: { minutes: 60 }, text: '', asks: true }],
    cutoffHours: 2,
  });
  const visit = {
    conversationId: null,
    name: '',
    serviceId: 'service_1',
    resourceId: null,
    date: '2026-11-25',
    note: '',
    tell: true,
  };
  await made('appointments.book', { ...visit, number: ana, time: '10:00' });
  await made('appointments.book', { ...visit, number: tom, time: '11:00' });
  await made('waiting.add', {
    conversationId: 'conversation_1',
    number: '',
    name: '',
    serviceId: 'service_1',
    resourceId: null,
    from: '2026-11-24',
    until: null,
    half: 'any',
  });
  await made('orders.add', { reference: '4711', number: ana, name: 'Ana', note: '', columnId: null, tell: true });
  const monthly = {
    date: '2026-12-01',
    time: '10:00',
    every: 'month',
    interval: 1,
    weekdays: [],
    monthly: { day: -1 },
    until: null,
  } as const;
  await made('recurring.save', {
    id: null,
    number: ana,
    text: 'Time to pump your tyres.',
    rule: { ...monthly, weekdays: [] },
  });
  await made('payments.ask', { amount: '12.50', reason: 'Repair', conversationId: 'conversation_1', undoMs: 0 });
  const stars = { kind: 'satisfaction' as const, text: 'How was it, 1 to 5?', choices: [] };
  await made('surveys.save', {
    id: null,
    name: 'Visit',
    enabled: true,
    after: ['appointment'],
    delayMinutes: 60,
    steps: [stars],
    thanks: '',
    lowTagId: null,
    highTagId: null,
  });
  await made('faqs.save', {
    id: null,
    name: 'Hours',
    enabled: true,
    wordings: [{ language: 'en', phrasings: ['when do you open'], keywords: ['hours'], answer: 'Nine to six.' }],
  });
  await made('webhooks.save', {
    id: null,
    address: 'https://till.example/hook',
    events: ['message.received'],
    enabled: true,
  });
  await made('days.add', {
    days: [{ name: 'Stocktaking', from: '2026-12-30', to: '2026-12-30', yearly: false, hours: [], uid: null }],
  });
  await made('messages.send', {
    to: ana,
    text: 'Tomorrow',
    lineId: 'line_1',
    undoMs: 0,
    notBefore: MORNING + 86_400_000,
    key: 'stock-0002',
  });
  faults.length = 0;
  return { ask, made, clock, faults, store, desk, invoke, logger };
}
