import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OrderColumn } from '../../../../electron/shared/orders.ts';
import { deskLine } from '../../../support/desk-line.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ANA = '+491712223344';
const TOM = '+491604412907';
const BY_PERSON = { tell: true, canBeUndone: true };
const BY_TILL = { tell: true, canBeUndone: false };

/** Monday, 23 November 2026, nine o'clock in UTC, the shop's zone here. */
async function shop(options: Parameters<typeof deskLine>[0] = {}) {
  const desk = await deskLine(options);
  await desk.start();
  desk.network.textReceived.on(() => {});
  const said = (): readonly string[] => desk.texts.splice(0).map(({ text }) => text);
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 15 * 60_000) {
      await desk.clock.advance(Math.min(left, 15 * 60_000));
      await desk.wake();
    }
    await desk.clock.advance(3_000);
  };
  const says = async (text: string, from = ANA): Promise<void> => {
    desk.network.sendText(from, desk.sim.msisdn, text);
    await desk.clock.advance(4_000);
  };
  const order = (reference: string, number = ANA, more: object = {}) => {
    const added = desk.orders.add({ reference, number, name: 'Ana Kuhn', note: 'Cake', ...more }, BY_PERSON);
    if (!added.ok) throw new Error(added.error.code);
    return added.value;
  };
  const [ordered = '', ready = '', collected = ''] = desk.orders.columns.views.map(({ id }) => id);
  const move = (id: string, columnId: string, how = BY_PERSON) => desk.orders.change(id, { columnId }, how);
  return { ...desk, said, pass, says, order, move, ordered, ready, collected };
}
type Shop = Awaited<ReturnType<typeof shop>>;

describe('the board of orders', () => {
  let desk: Shop;
  beforeEach(async () => {
    desk = await shop();
  });
  afterEach(() => desk.store.close());

  test('a change of column tells the customer once, after it could have been undone', async () => {
    const { id } = desk.order('1234');
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
    desk.move(id, desk.ready);
    await desk.clock.advance(4_000);
    expect(desk.said()).toEqual([]);
    await desk.pass(60_000);
    expect(desk.said()).toEqual(['Kessler: Your order 1234 is ready for pickup.']);
    desk.move(id, desk.ordered);
    desk.move(id, desk.ready);
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
  });

  test('moved back before it was told: nothing is told, and the next time it is', async () => {
    const { id } = desk.order('1234');
    desk.move(id, desk.ready);
    desk.move(id, desk.ordered);
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
    desk.move(id, desk.ready);
    await desk.pass(60_000);
    expect(desk.said()).toEqual(['Kessler: Your order 1234 is ready for pickup.']);
  });

  test('collected while the text that it is ready still waits: it does not leave', async () => {
    const { id } = desk.order('1234');
    desk.move(id, desk.ready);
    desk.move(id, desk.collected);
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
    expect(desk.orders.board().orders).toMatchObject([{ reference: '1234', isOver: true }]);
    await desk.clock.advance(3 * DAY);
    expect(desk.orders.board().orders).toEqual([]);
  });

  test('not collected for so many days: a nudge in opening hours, once', async () => {
    desk.orders.setColumns(desk.orders.columns.views.map((column) => ({ ...column, nudgeDays: 1 })));
    const { id } = desk.order('1234');
    desk.move(id, desk.ready);
    await desk.pass(60_000);
    desk.said();
    await desk.pass(DAY - 10 * 60_000);
    expect(desk.said()).toEqual([]);
    await desk.pass(20 * 60_000);
    expect(desk.said()).toEqual(['Kessler: Your order 1234 is still waiting for you.']);
    await desk.pass(DAY);
    expect(desk.said()).toEqual([]);
  });

  test('collected, removed or with another rule meanwhile: no nudge', async () => {
    const ids = ['1', '2', '3'].map((reference) => desk.order(reference).id);
    for (const id of ids) desk.move(id, desk.ready);
    await desk.pass(60_000);
    desk.said();
    await desk.pass(HOUR);
    desk.move(ids[0] ?? '', desk.collected);
    desk.orders.setRemoved(ids[1] ?? '', true);
    const columns = desk.orders.columns.views.map((column) => ({ ...column, nudgeDays: 0 }));
    expect(desk.orders.setColumns(columns).ok).toBe(true);
    await desk.clock.advance(4 * DAY);
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
    expect(desk.store.queue.cameDue(9)).toEqual([]);
  });

  test('what came due while the program was not running waits for a person', async () => {
    const { id } = desk.order('1234');
    desk.move(id, desk.ready);
    await desk.pass(60_000);
    desk.said();
    desk.clock.sleep(4 * DAY);
    await desk.wake();
    await desk.clock.advance(3_000);
    expect(desk.said()).toEqual([]);
    expect(desk.store.queue.cameDue(9)).toMatchObject([{ number: ANA, source: '@order' }]);
  });

  test('STATUS and the number, or the number alone, are answered; of somebody else’s order nobody is told', async () => {
    const { id } = desk.order('A-1234');
    await desk.says('status a1234');
    expect(desk.said()).toEqual(['Order A-1234: in progress.']);
    expect(desk.store.conversations.byId(1)?.waiting_since).toBeNull();
    desk.move(id, desk.ready, { tell: false, canBeUndone: false });
    await desk.says('A 1234');
    expect(desk.said()).toEqual(['Order A-1234: ready for pickup.']);
    await desk.says('A1234', TOM);
    expect(desk.said()).toEqual([]);
    await desk.says('STATUS A1234', TOM);
    expect(desk.said()).toEqual(["We can't find order A1234 under your number. We will look into it."]);
    expect(desk.store.conversations.byId(2)?.waiting_since).not.toBeNull();
  });

  test('STATUS alone: all that is open of that customer', async () => {
    desk.order('1');
    desk.order('2');
    desk.order('3', TOM);
    desk.move(desk.order('4').id, desk.collected);
    await desk.says('Where is my order?');
    expect(desk.said()).toEqual(['Order 2: in progress.\nOrder 1: in progress.']);
  });

  test('who wants no texts gets none', async () => {
    const { id } = desk.order('1234');
    await desk.says('STOP');
    desk.said();
    desk.move(id, desk.ready, BY_TILL);
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
  });

  test('a number means one order as long as it is open, in whatever spelling', () => {
    const { id } = desk.order('A-12');
    const again = desk.orders.add({ reference: '#a12', number: '', name: '', note: '' }, BY_TILL);
    expect(again).toMatchObject({ ok: false, error: { code: 'order-exists', details: { id } } });
    desk.move(id, desk.collected);
    const next = desk.order('A12');
    // The old one cannot come back beside it.
    expect(desk.move(id, desk.ready)).toMatchObject({ ok: false, error: { code: 'order-exists' } });
    expect(desk.orders.byReference('a12')).toMatchObject({ value: { id: next.id } });
  });

  test('another number for an order: who gets it now is told, once, also where the first one was', async () => {
    const { id } = desk.order('1234');
    desk.move(id, desk.ready);
    desk.orders.change(id, { number: TOM }, BY_PERSON);
    await desk.pass(60_000);
    expect(desk.texts.splice(0).map(({ to }) => to)).toEqual([TOM]);
    desk.orders.change(id, { number: ANA, name: 'Ana' }, BY_PERSON);
    desk.orders.change(id, { name: 'Ana Kuhn' }, BY_PERSON);
    await desk.pass(60_000);
    expect(desk.texts.splice(0).map(({ to }) => to)).toEqual([ANA]);
  });

  test('put straight where nothing is left to do, it is over', () => {
    desk.order('1234', ANA, { columnId: desk.collected });
    expect(desk.orders.board().orders).toMatchObject([{ isOver: true }]);
    expect(desk.order('1234').isOver).toBe(false);
  });

  test('collected while its reminder waits: the reminder does not leave, and “ready” is not told a second time', async () => {
    desk.orders.setColumns(desk.orders.columns.views.map((column) => ({ ...column, nudgeDays: 1 })));
    const { id } = desk.order('1234');
    desk.move(id, desk.ready);
    await desk.pass(60_000);
    expect(desk.said()).toHaveLength(1);
    desk.clock.sleep(26 * HOUR);
    await desk.wake();
    expect(desk.store.queue.cameDue(9)).toHaveLength(1);
    desk.move(id, desk.collected);
    desk.move(id, desk.ready);
    await desk.pass(60_000);
    expect(desk.store.queue.cameDue(9)).toEqual([]);
    expect(desk.said()).toEqual([]);
  });

  test('removed and back again', async () => {
    const { id } = desk.order('1234');
    desk.move(id, desk.ready);
    desk.orders.setRemoved(id, true);
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
    expect(desk.orders.board().orders).toEqual([]);
    expect(desk.orders.setRemoved(id, false)).toMatchObject({ value: { columnId: desk.ready, isOver: false } });
    // What they were about to be told.
    await desk.pass(60_000);
    expect(desk.said()).toEqual(['Kessler: Your order 1234 is ready for pickup.']);
    desk.orders.setRemoved(id, true);
    desk.orders.setRemoved(id, false);
    await desk.pass(60_000);
    expect(desk.said()).toEqual([]);
  });
});

describe('the columns', () => {
  const OVEN: OrderColumn = { name: 'In the oven', stage: 'open', tells: true, text: '', nudgeDays: 0, nudgeText: '' };

  test('are renamed and added, in the owner’s words and with what is known', async () => {
    const desk = await shop();
    const [first, ready, done] = desk.orders.columns.views;
    if (first === undefined || ready === undefined || done === undefined) throw new Error('no columns');
    const told = { ...ready, name: 'On the shelf', text: 'Hi {{first_name}}, {{what}} ({{order}}): {{column}}' };
    const set = desk.orders.setColumns([first, { ...OVEN, id: null }, told, done]);
    expect(set).toMatchObject({
      value: [{ name: '' }, { name: 'In the oven' }, { name: 'On the shelf' }, { name: '' }],
    });
    const [, oven, shelf] = set.ok ? set.value : [];
    const { id } = desk.order('7');
    desk.move(id, oven?.id ?? '');
    await desk.pass(60_000);
    desk.move(id, shelf?.id ?? '');
    await desk.pass(60_000);
    expect(desk.said()).toEqual(['Kessler: Your order 7: In the oven.', 'Hi Ana, Cake (7): On the shelf']);
    await desk.says('7');
    expect(desk.said()).toEqual(['Order 7: On the shelf.']);
    desk.store.close();
  });

  test('one with orders in it cannot go, nor one that is not there; nobody fills a blank', async () => {
    const desk = await shop();
    const [first, ready, done] = desk.orders.columns.views;
    if (first === undefined || ready === undefined || done === undefined) throw new Error('no columns');
    desk.move(desk.order('7').id, ready.id);
    expect(desk.orders.setColumns([first, done])).toMatchObject({ ok: false, error: { code: 'column-used' } });
    expect(desk.orders.setColumns([{ ...first, id: 'column_99' }])).toMatchObject({ error: { code: 'not-found' } });
    expect(desk.orders.setColumns([{ ...done }, first, ready])).toMatchObject({ error: { code: 'bad-input' } });
    const blank = { ...ready, text: 'Ready at {{shelf}}' };
    expect(desk.orders.setColumns([first, blank, done])).toMatchObject({ error: { code: 'unfilled-blank' } });
    const twice = [first, { ...OVEN, id: null }, { ...OVEN, name: 'in the OVEN', id: null }, ready, done];
    expect(desk.orders.setColumns(twice)).toMatchObject({ error: { code: 'name-taken' } });
    expect(desk.orders.columns.views).toHaveLength(3);
    desk.store.close();
  });

  test('a name on an order is the customer’s, where they had none', async () => {
    const desk = await shop();
    desk.order('7');
    expect(desk.store.contacts.ofNumber(ANA)?.name).toBe('Ana Kuhn');
    const { id } = desk.order('8', ANA, { name: 'Somebody else' });
    expect(desk.orders.change(id, { name: 'Another' }, BY_PERSON).ok).toBe(true);
    expect(desk.store.contacts.ofNumber(ANA)?.name).toBe('Ana Kuhn');
    desk.store.close();
  });

  test('in the customer’s language', async () => {
    const desk = await shop();
    const contact = desk.store.contacts.findOrCreate(ANA, desk.clock.now());
    desk.store.contacts.update({ ...contact, language: 'de' });
    desk.move(desk.order('7').id, desk.ready);
    await desk.pass(60_000);
    await desk.says('Ist meine Bestellung fertig?');
    expect(desk.said()).toEqual(['Kessler: Ihre Bestellung 7 ist abholbereit.', 'Bestellung 7: abholbereit.']);
    desk.store.close();
  });
});
