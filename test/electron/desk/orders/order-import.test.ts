import { expect, test } from 'vitest';
import { deskLine } from '../../../support/desk-line.ts';

const TABLE = [
  'Auftragsnr;Kunde;Telefon;Was;Status',
  '1;Ana Kuhn;0171 2223344;Torte;',
  '2;Tom;0160 4412907;Brot;ready',
  '3;Kim;12;Brezel;',
  '4;;;Kuchen;im Ofen',
  ';Lea;;;',
].join('\n');

async function shop() {
  const desk = await deskLine();
  const told: string[] = [];
  desk.context.events.on((event) => event.type === 'order.changed' && told.push(event.value.reference));
  const load = (table: string, isRehearsal = false, tell = true) => {
    const result = desk.orders.import(table, tell, isRehearsal);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const board = () => desk.orders.board().orders.map(({ reference, name, note }) => [reference, name, note]);
  return { ...desk, told, load, board };
}

test('a look at it first: nothing of it stays, and nothing is told', async () => {
  const desk = await shop();
  const looked = desk.load(TABLE, true);
  expect(looked.counts).toEqual({ new: 2, changed: 0, cancelled: 0, same: 0, refused: 3 });
  expect([desk.board(), desk.told]).toEqual([[], []]);
  expect(desk.store.messages.list({ after: 0, limit: 9, direction: null, state: null, conversation: null })).toEqual(
    [],
  );
  expect(desk.load(TABLE).rows).toEqual(looked.rows);
  expect(desk.told).toEqual(['1', '2']);
  desk.store.close();
});

test('what is refused says why, each row by itself', async () => {
  const desk = await shop();
  const refused = desk.load(TABLE).rows.filter(({ outcome }) => outcome === 'refused');
  expect(refused.map(({ line, reason }) => [line, reason?.code])).toEqual([
    [4, 'bad-number'],
    [5, 'not-found'],
    [6, 'bad-input'],
  ]);
  desk.store.close();
});

test('again: the same is the same; what changed is brought up to date, and what it says nothing of stays', async () => {
  const desk = await shop();
  desk.load(TABLE);
  expect(desk.load(TABLE).counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  expect(desk.load('order;name\n1;Ana Maria Kuhn').counts).toMatchObject({ changed: 1 });
  expect(desk.board()).toEqual([
    ['2', 'Tom', 'Brot'],
    ['1', 'Ana Maria Kuhn', 'Torte'],
  ]);
  desk.store.close();
});

test('who comes into a column that tells is told once; who wants no texts is not', async () => {
  const desk = await shop();
  await desk.start();
  desk.network.textReceived.on(() => {});
  desk.network.sendText('+491604412907', desk.sim.msisdn, 'STOP');
  await desk.clock.advance(5_000);
  desk.texts.splice(0);
  desk.load(TABLE);
  desk.load('order;status\n1;ready');
  desk.load('order;status\n1;ready');
  await desk.wake();
  await desk.clock.advance(20_000);
  expect(desk.texts.map(({ text }) => text)).toEqual(['Kessler: your order 1 is ready to collect.']);
  expect(desk.store.optOuts.has('+491604412907')).toBe(true);
  desk.store.close();
});

test('what was collected lately and is still in the till’s list does not come back; nobody is reminded of what he was not told', async () => {
  const desk = await shop();
  desk.load(TABLE, false, false);
  expect(desk.store.jobs.dueBetween('order-nudge', 0, Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  const [, , collected] = desk.orders.columnViews;
  desk.orders.change('o1', { columnId: collected?.id }, { tell: false, canBeUndone: false });
  desk.orders.setRemoved('o2', true);
  expect(desk.load(TABLE).counts).toMatchObject({ new: 0, same: 2 });
  expect(desk.load('order;what\n1;Pie').counts).toMatchObject({ new: 1 });
  desk.store.close();
});

test('what is no table of orders is refused', async () => {
  const desk = await shop();
  expect(desk.orders.import('Name\nAna', true, false)).toMatchObject({ ok: false, error: { code: 'no-table' } });
  expect(desk.orders.import('hello', true, false)).toMatchObject({ ok: false, error: { code: 'no-table' } });
  desk.store.close();
});
