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
  const load = async (table: string, isDryRun = false, tell = true) => {
    const result = await desk.orders.import(table, { tell, isDryRun });
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const board = () => desk.orders.board().orders.map(({ reference, name, note }) => [reference, name, note]);
  return { ...desk, told, load, board };
}

test('a look at it first: nothing of it stays, and nothing is told', async () => {
  const desk = await shop();
  const looked = await desk.load(TABLE, true);
  expect(looked.counts).toEqual({ new: 2, changed: 0, cancelled: 0, same: 0, refused: 3 });
  expect([desk.board(), desk.told]).toEqual([[], []]);
  expect(desk.store.messages.list({ after: 0, limit: 9, direction: null, state: null, conversation: null })).toEqual(
    [],
  );
  expect((await desk.load(TABLE)).rows).toEqual(looked.rows);
  expect(desk.told).toEqual(['1', '2']);
  desk.store.close();
});

test('one order in two spellings of its number is one, looked at and written down', async () => {
  const desk = await shop();
  const table = 'order;name;what\n#4711;Ana;Torte\n 4711 ;Ana;Brot';
  for (const isDryRun of [true, false])
    expect((await desk.load(table, isDryRun)).rows.map(({ outcome }) => outcome)).toEqual(['new']);
  expect(desk.board().map(([, , what]) => what)).toEqual(['Torte, Brot']);
  desk.store.close();
});

test('what is refused says why, each row by itself', async () => {
  const desk = await shop();
  const refused = (await desk.load(TABLE)).rows.filter(({ outcome }) => outcome === 'refused');
  expect(refused.map(({ line, reason }) => [line, reason?.code])).toEqual([
    [4, 'bad-number'],
    [5, 'not-found'],
    [6, 'bad-input'],
  ]);
  desk.store.close();
});

test('again: the same is the same; what changed is brought up to date, and what it says nothing of stays', async () => {
  const desk = await shop();
  await desk.load(TABLE);
  expect((await desk.load(TABLE)).counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  expect((await desk.load('order;name\n1;Ana Maria Kuhn')).counts).toMatchObject({ changed: 1 });
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
  await desk.load(TABLE);
  await desk.load('order;status\n1;ready');
  await desk.load('order;status\n1;ready');
  await desk.wake();
  await desk.clock.advance(20_000);
  expect(desk.texts.map(({ text }) => text)).toEqual(['Kessler: Your order 1 is ready for pickup.']);
  expect(desk.store.optOuts.has('+491604412907')).toBe(true);
  desk.store.close();
});

test('what was collected lately and is still in the till’s list does not come back; nobody is reminded of what they were not told', async () => {
  const desk = await shop();
  await desk.load(TABLE, false, false);
  expect(desk.store.jobs.dueBetween('order-nudge', 0, Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  const [, , collected] = desk.orders.columns.views;
  desk.orders.change('order_1', { columnId: collected?.id }, { tell: false, canBeUndone: false });
  desk.orders.setRemoved('order_2', true);
  expect((await desk.load(TABLE)).counts).toMatchObject({ new: 0, same: 2 });
  expect((await desk.load('order;what\n1;Pie')).counts).toMatchObject({ new: 1 });
  desk.store.close();
});

test('what is no table of orders is refused', async () => {
  const desk = await shop();
  expect(await desk.orders.import('Name\nAna', { tell: true, isDryRun: false })).toMatchObject({
    ok: false,
    error: { code: 'no-table' },
  });
  expect(await desk.orders.import('hello', { tell: true, isDryRun: false })).toMatchObject({
    ok: false,
    error: { code: 'no-table' },
  });
  desk.store.close();
});

test('of a table whose headings nobody knows a person says what the columns hold', async () => {
  const desk = await shop();
  const table = 'Vorgang;Wer;Wohin;Ding\n4711;Ana Kuhn;0171 2223344;Torte\n4712;Tom;12;Brot';
  const look = await desk.orders.import(table, { tell: false, isDryRun: true });
  expect(look).toMatchObject({
    ok: false,
    error: {
      code: 'no-table',
      details: {
        columns: [
          { heading: 'Vorgang', field: null, samples: ['4711', '4712'] },
          { heading: 'Wer', field: null, samples: ['Ana Kuhn', 'Tom'] },
          { heading: 'Wohin', field: null, samples: ['0171 2223344', '12'] },
          { heading: 'Ding', field: null, samples: ['Torte', 'Brot'] },
        ],
      },
    },
  });
  const columns = ['reference', 'name', 'number', null] as const;
  const taken = await desk.orders.import(table, { tell: false, columns, isDryRun: false });
  expect(taken).toMatchObject({ ok: true, value: { counts: { new: 1, refused: 1 }, unknown: ['Ding'] } });
  expect(desk.board()).toEqual([['4711', 'Ana Kuhn', '']]);
  // What a person says counts before what the headings say.
  const swapped = await desk.orders.import('order;name\nAna;4713', {
    tell: false,
    columns: ['name', 'reference'],
    isDryRun: false,
  });
  expect(swapped).toMatchObject({ ok: true, value: { columns: [{ field: 'name' }, { field: 'reference' }] } });
  expect(desk.board()).toContainEqual(['4713', 'Ana', '']);
  desk.store.close();
});

test('the rows that were not taken come back as they stand in the file, with the reason', async () => {
  const desk = await shop();
  const { refused } = await desk.load(
    'order;name;phone;what\n1;Ana;0171 2223344;Torte\n2;Tom;12;=1+1;more\n2;Tom;;Brot',
  );
  expect(refused?.replace('\uFEFF', '').split('\r\n')).toEqual([
    'order,name,phone,what,,Reason',
    expect.stringMatching(/^2,Tom,12,'=1\+1,more,.*number/),
    expect.stringMatching(/^2,Tom,,Brot,,.*number/),
    '',
  ]);
  expect((await desk.load('order;name\n1;Ana')).refused).toBeNull();
  // Mended, they are brought in again.
  expect((await desk.load((refused ?? '').replace(',12,', ',0160 4412907,'))).counts).toMatchObject({ new: 1 });
  desk.store.close();
});
