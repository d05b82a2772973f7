import { expect, test } from 'vitest';
import type { Settings } from '../../../../electron/features/settings/table.ts';
import { contactShop, taken } from '../../../support/contact-shop.ts';
import { settle } from '../../../support/fake-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const [ANA, TOM] = ['+491712223344', '+491604412907'] as const;

async function shopWith(settings: Partial<Settings>) {
  const shop = await contactShop({ settings });
  await shop.start();
  shop.customers.retention.start();
  const { network, sim, clock } = shop;
  const say = async (from: string, text: string) => {
    network.sendText(from, sim.msisdn, text);
    await clock.advance(10_000);
    await settle();
  };
  /** Days go by, a night in each. */
  const days = async (n: number) => {
    for (let day = 0; day < n; day++) {
      clock.sleep(DAY - MINUTE);
      await clock.advance(MINUTE);
    }
  };
  const close = (conversation: number) => shop.store.conversations.setStatus(conversation, 'closed', null);
  return { ...shop, say, days, close };
}

test('texts older than that are taken out, with all that came of them; a STOP and what is younger stay', async () => {
  const shop = await shopWith({ keepTexts: 6 });
  await shop.say(ANA, 'Is my bike ready?');
  await shop.say(TOM, 'STOP');
  const [first] = shop.incoming();
  shop.close(first?.conversation_id ?? 0);
  await shop.days(100);
  await shop.say(TOM, 'Are you open today?');
  expect(shop.incoming().length).toBe(3);
  await shop.days(90);
  expect(shop.incoming().map(({ text }) => text)).toEqual(['Are you open today?']);
  expect(shop.store.optOuts.has(TOM)).toBe(true);
  // Nothing is left of the talk with them; that of the other goes on.
  expect(shop.store.conversations.find(shop.row.id, ANA)).toBeNull();
  const toms = shop.store.conversations.find(shop.row.id, TOM) ?? 0;
  expect(shop.store.conversations.byId(toms)?.last_text).toBe('Are you open today?');
  shop.store.close();
});

test('what somebody noted about a customer outlives their texts', async () => {
  const shop = await shopWith({ keepTexts: 6 });
  await shop.say(ANA, 'Hello');
  const id = shop.incoming()[0]?.conversation_id ?? 0;
  taken(shop.conversations.addNote(`conversation_${id}`, 'allergic to nuts'));
  shop.close(id);
  await shop.days(200);
  expect(shop.incoming()).toEqual([]);
  expect(shop.store.conversations.find(shop.row.id, ANA)).toBe(id);
  shop.store.close();
});

test('kept for ever, nothing is taken out', async () => {
  const shop = await shopWith({});
  await shop.say(ANA, 'Hello');
  shop.add('Cy', '0171 2223346');
  await shop.days(800);
  expect([shop.incoming().length, (await shop.all()).length]).toEqual([1, 1]);
  shop.store.close();
});

test('customers nobody has heard of go, but for those who are still to collect something', async () => {
  const shop = await shopWith({ keepCustomers: 12 });
  shop.add('Ana', ANA);
  shop.add('Tom', TOM);
  shop.add('Cy', '0171 2223346');
  shop.store.optOuts.add('+491712223346', 1, null);
  const order = { reference: '17', number: TOM, name: 'Tom', note: '', columnId: undefined };
  taken(shop.orders.add(order, { tell: false, canBeUndone: false }));
  await shop.days(200);
  await shop.say(ANA, 'Hello again');
  await shop.days(200);
  expect((await shop.all()).map(({ name }) => name)).toEqual(['Ana', 'Tom']);
  expect(shop.store.optOuts.has('+491712223346')).toBe(true);
  // They have not asked for it: a list may bring them back, and they still get no texts.
  expect((await shop.bringIn('Name;Phone\nCy;0171 2223346')).done.counts.new).toBe(1);
  shop.store.close();
});

test('orders that are over go, open ones stay', async () => {
  const shop = await shopWith({ keepOrders: 6 });
  for (const reference of ['1', '2'])
    taken(
      shop.orders.add(
        { reference, number: ANA, name: '', note: '', columnId: undefined },
        { tell: false, canBeUndone: false },
      ),
    );
  const done = shop.orders.columns.views.at(-1)?.id ?? '';
  const [two] = shop.orders.board().orders;
  taken(shop.orders.change(two?.id ?? '', { columnId: done }, { tell: false, canBeUndone: false }));
  await shop.days(250);
  expect(shop.store.orders.ofNumber(ANA, 0).map(({ reference }) => reference)).toEqual(['1']);
  shop.store.close();
});
