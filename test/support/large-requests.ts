import { parseInThread } from '../../electron/files/parser.ts';
import type { Outputs, Method } from '../../electron/app/contract.ts';
import type { ImportFileDto } from '../../electron/features/contacts/contract.ts';
import { toCsv } from '../../electron/shared/csv.ts';
import { REPORT_NAMES } from '../../electron/shared/report-words.ts';
import { held } from './held.ts';
import { pdusOf } from './pdus.ts';
import { stockedShop } from './stocked-shop.ts';

const CHOICES = { known: 'fill', alike: 'separate', tag: '', consentSource: '' } as const;
const ORDER = {
  groupId: null,
  contactIds: [],
  text: 'We close early.',
  purpose: 'service',
  withStop: false,
  startsAt: null,
  spreadMinutes: 0,
};

/** How long one request held the loop at a stretch at most, in milliseconds of processor time. */
export interface HeldBy {
  readonly request: string;
  readonly heldMs: number;
}

export const number = (n: number): string => `+4917${String(20_000_000 + n)}`;
const table = (many: number, headings: readonly string[], row: (n: number) => readonly string[]): string =>
  toCsv([headings, ...Array.from({ length: many }, (_, n) => row(n))]);

export const customersTable = (many: number): string =>
  table(many, ['Name', 'Phone', 'Birthday', 'Notes'], (n) => [
    `Customer ${n}`,
    number(n),
    `${(n % 28) + 1}.3.1980`,
    'x'.repeat(60),
  ]);

/**
 * Asks a shop in memory for as much at once as its doors let in: imports, their previews, batches, exports, group texts, reports.
 * @param size of the list of customers; a group text goes to 10,000 at the most
 */
export async function largeRequests(size: number): Promise<readonly HeldBy[]> {
  const shop = await stockedShop({ parse: parseInThread });
  const all: HeldBy[] = [];
  async function ask(method: Method, input: unknown): Promise<unknown> {
    const { value, heldMs } = await held(() => shop.ask(method, input));
    if (!value.ok) throw new Error(`${method}: ${value.error.code}: ${value.error.message}`);
    all.push({ request: method, heldMs });
    return value.value;
  }

  const file = (await ask('contacts.readFile', { name: 'list.csv', text: customersTable(size) })) as ImportFileDto;
  const targets = file.columns.map(({ target }) => target);
  await ask('contacts.planImport', { id: file.id, choices: { ...CHOICES, targets } });
  const done = (await ask('contacts.runImport', { id: file.id })) as { readonly id: string };
  await ask('groups.preview', { match: 'any', conditions: [{ about: 'visits', atLeast: 0 }] });
  const { receivers } = (await ask('groupTexts.preview', ORDER)) as { readonly receivers: number };
  const group = await ask('groupTexts.start', { order: ORDER, key: 'many-0001', confirmed: receivers });
  await ask('groupTexts.table', { id: (group as { readonly id: string }).id });
  for (const format of ['table', 'cards']) await ask('contacts.export', { format, groupId: null, query: '', ids: [] });
  for (const query of ['customer 7', '0171', 'zzz'])
    await ask('contacts.list', { groupId: null, query, after: null, limit: 50 });

  const orders = table(2_000, ['Order', 'Phone', 'Name', 'Item'], (n) => [
    `R${n}`,
    number(n),
    `Customer ${n}`,
    'Check',
  ]);
  for (const dryRun of [true, false]) await ask('orders.import', { table: orders, tell: true, dryRun });
  await ask('orders.board', {});

  const day = (n: number): string => new Date(Date.UTC(2026, 11, 1 + (n % 300))).toISOString().slice(0, 10);
  const visits = table(2_000, ['Date', 'Time', 'Phone', 'Name'], (n) => [
    day(n),
    `${9 + Math.floor(n / 300)}:00`,
    number(n),
    `Customer ${n}`,
  ]);
  for (const dryRun of [true, false])
    await ask('appointments.import', { kind: 'table', text: visits, serviceId: 'service_1', resourceId: null, dryRun });
  await ask('appointments.export', { from: null, days: 42 });
  await ask('appointments.calendar', { from: '2026-12-01', days: 42 });
  await ask('appointments.load', { from: '2026-12-01', days: 42 });
  await ask('appointments.slots', {
    serviceId: 'service_1',
    resourceId: null,
    date: '2026-12-01',
    days: 60,
    movingId: null,
  });

  // Each of several years, each with a note: as large as a calendar may be.
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...Array.from({ length: size * 2 }, (_, n) => [
      'BEGIN:VEVENT',
      `UID:${n}@example`,
      `DTSTART;TZID=Europe/Berlin:${day(n).replaceAll('-', '')}T${String(9 + (n % 9)).padStart(2, '0')}0000`,
      `SUMMARY:Check ${number(n)}`,
      'END:VEVENT',
    ]).flat(),
    'END:VCALENDAR',
  ].join('\r\n');
  await ask('appointments.import', {
    kind: 'calendar',
    text: calendar,
    serviceId: 'service_1',
    resourceId: null,
    dryRun: true,
  });

  const holidays = table(900, ['Name', 'Date', 'Until'], (n) => [`Holiday ${n}`, day(n), '']);
  const { days } = (await ask('days.read', { text: holidays })) as Outputs['days.read'];
  const added = await ask('days.add', {
    days: days.map(({ name, from, to, yearly, hours, uid }) => ({ name, from, to, yearly, hours, uid })),
  });
  await ask('days.remove', added);

  const texts = Array.from({ length: 1_000 }, (_, n) => ({
    to: number(n),
    text: 'x'.repeat(1_500),
    purpose: 'service' as const,
    notBefore: null,
    expiresAt: null,
    line: null,
  }));
  const batch = await held(() => shop.desk.messages.sendAll(texts));
  all.push({ request: 'a batch of 1,000 texts', heldMs: batch.heldMs });

  // Who has written and been written to for years, with a namesake who is the same.
  const [busy, namesake] = [number(2_500), number(2_501)];
  for (let n = 0; n < 100; n++) {
    for (const pdu of pdusOf(`Is it ready? ${n}`, busy, n)) shop.desk.inbox.accept(1, pdu);
    await shop.desk.messages.sendAll([{ ...(texts[0] as (typeof texts)[number]), to: busy, text: `Not yet, ${n}` }]);
  }
  const idOf = (of: string): string => `contact_${shop.store.contacts.ofNumber(of)?.id}`;
  const pair = { keepId: idOf(busy), goneId: idOf(namesake) };
  await ask('contacts.previewMerge', pair);
  const merged = (await ask('contacts.merge', pair)) as Outputs['contacts.merge'];
  await ask('contacts.unmerge', { mergeId: merged.mergeId });
  await ask('contacts.personalData', { id: idOf(busy) });
  await ask('contacts.erase', { id: idOf(busy) });

  for (const name of REPORT_NAMES) await ask('reports.read', { name, from: '2026-01-01', to: '2026-12-31' });
  await ask('contacts.undoImport', { id: done.id });
  shop.store.close();
  return all;
}
