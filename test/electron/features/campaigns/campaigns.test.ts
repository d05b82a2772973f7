import { describe, expect, test } from 'vitest';
import { taken } from '../../../support/contact-shop.ts';
import { GROUP_START, groupShop, numberOf } from '../../../support/group-shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('before one text goes to many', () => {
  test('who gets it and who does not, what it costs and when the last has left is said', async () => {
    const shop = await groupShop({ settings: { partPrice: 0.07 } });
    shop.addMany(8);
    shop.add('Nobody Knows', '+4917199999');
    taken(shop.customers.list.save(null, { name: 'No Number', numbers: [] }));
    shop.store.optOuts.add(numberOf(0), 1, null);
    for (const i of [0, 1, 2, 3, 4]) shop.wantsOffers(numberOf(i));
    const order = shop.order('Sale {{first_name}}', { purpose: 'offer' });
    const preview = taken(await shop.groupTexts.preview(order));
    expect(preview).toMatchObject({
      chosen: 10,
      receivers: 4,
      leftOut: [
        { reason: 'no-number', count: 1 },
        { reason: 'opted-out', count: 1 },
        { reason: 'not-wanted', count: 4 },
      ],
      lacking: [],
      hadIt: 0,
      parts: 4,
      mostParts: 1,
    });
    expect(preview.cost).toBeCloseTo(0.28);
    expect(preview.endsAt).toBe(GROUP_START + 4 * 4_000);
    expect(preview.examples.map(({ who, text }) => `${who}: ${text}`)).toEqual([
      'Kim 1: Sale Kim',
      'Kim 3: Sale Kim',
      'Kim 2: Sale Kim',
    ]);
    // To look is not to send.
    expect(shop.groupTexts.views).toEqual([]);
    await shop.pass(HOUR);
    expect(shop.texts).toEqual([]);
    shop.store.close();
  });

  test('own fields are filled in, and of whom one is not known is counted', async () => {
    const shop = await groupShop();
    taken(shop.customers.fields.save(null, { name: 'Car', kind: 'text', choices: [] }));
    shop.add('Ana Kuhn', numberOf(1), { fields: [{ name: 'Car', value: 'blue {{Golf}}' }] });
    shop.add('Tom Ebert', numberOf(2));
    const preview = taken(
      await shop.groupTexts.preview(shop.order('Hi {{first_name}}, your {{car}} is due at {{shop}}.')),
    );
    expect(preview.lacking).toEqual([{ name: 'car', count: 1 }]);
    expect(preview.examples.map(({ text }) => text)).toEqual([
      'Hi Ana, your blue {Golf} is due at Kessler.',
      'Hi Tom, your is due at Kessler.',
    ]);
    const bad = await shop.groupTexts.preview(shop.order('Your {{bike}} is due'));
    expect(bad).toMatchObject({ ok: false, error: { code: 'unfilled-blank', details: { name: 'bike' } } });
    shop.store.close();
  });

  test('an offer ends with how to get no more, in the customer’s language', async () => {
    const shop = await groupShop();
    shop.add('Ana Kuhn', numberOf(1), { language: 'de' });
    shop.wantsOffers(numberOf(1));
    const preview = taken(await shop.groupTexts.preview(shop.order('10 %', { purpose: 'offer', withStop: true })));
    expect(preview.examples[0]?.text).toBe('10 %\nKeine Angebote mehr? Antwort STOP');
    shop.store.close();
  });

  test('it starts only with the number of those it goes to, and the same key is the same group text', async () => {
    const shop = await groupShop();
    shop.addMany(3);
    const order = shop.order('We have moved');
    expect(await shop.groupTexts.send(order, 'key-0000', 2)).toMatchObject({
      ok: false,
      error: { code: 'other-count', details: { count: 3 } },
    });
    const first = taken(await shop.groupTexts.send(order, 'key-0000', 3));
    const again = taken(await shop.groupTexts.send(order, 'key-0000', 3));
    expect(again.id).toBe(first.id);
    await shop.pass(HOUR);
    expect(shop.texts.map(({ to }) => to)).toEqual([0, 1, 2].map(numberOf));
    expect(taken(await shop.groupTexts.preview(order)).hadIt).toBe(3);
    shop.store.close();
  });

  test('to oneself it goes as the first of them gets it', async () => {
    const shop = await groupShop();
    shop.addMany(2);
    taken(await shop.groupTexts.test(shop.order('Hello {{name}}'), '0171 5550000'));
    await shop.pass(MINUTE);
    expect(shop.texts.map(({ to, text }) => `${to} ${text}`)).toEqual(['+491715550000 Hello Kim 0']);
    shop.store.close();
  });
});

describe('one text to many', () => {
  test('spread over hours each goes at its time, within the hours for texts', async () => {
    const shop = await groupShop();
    shop.addMany(5);
    // The hours end at eight in the evening.
    const begun = await shop.begin(shop.order('Hi', { spreadMinutes: 240, startsAt: GROUP_START + 7 * HOUR }));
    const seen: string[] = [];
    for (let hour = 0; hour < 30; hour++) {
      const before = shop.texts.length;
      await shop.pass(HOUR, 5 * MINUTE);
      for (const { to } of shop.texts.slice(before)) seen.push(`${(11 + hour) % 24} ${to.slice(-1)}`);
    }
    expect(seen).toEqual(['17 0', '18 1', '19 2', '9 3', '10 4']);
    expect(shop.now(begun.id)).toMatchObject({ state: 'over', counts: { delivered: 5 }, nextAt: null });
    shop.store.close();
  });

  test('few stand in the outbox at a time, and a conversation that begins with it stays closed', async () => {
    const shop = await groupShop({ caps: { minute: 2, hour: 30, day: 10_000 } });
    shop.addMany(60);
    const begun = await shop.begin(shop.order('Hi'));
    await shop.wake();
    const waiting = (): number => shop.store.queue.queueCounts().queued + shop.store.queue.queueCounts().held;
    for (let minute = 0; minute < 40; minute++) {
      await shop.pass(MINUTE);
      expect(waiting()).toBeLessThanOrEqual(20);
    }
    expect(shop.store.conversationLists.counts()).toMatchObject({ open: 0 });
    await shop.pass(4 * HOUR);
    expect(shop.texts.length).toBe(60);
    expect(new Set(shop.texts.map(({ to }) => to)).size).toBe(60);
    expect(shop.now(begun.id).state).toBe('over');
    shop.store.close();
  });

  test('who says STOP, is blocked or erased meanwhile gets none; who writes is counted', async () => {
    const shop = await groupShop({ caps: { minute: 1, hour: 1_000, day: 1_000 } });
    const ids = shop.addMany(50);
    const begun = await shop.begin(shop.order('Hi'));
    await shop.pass(3 * MINUTE);
    const left = shop.texts.length;
    expect(left).toBeLessThan(10);
    // One whose text waits in the outbox, and two whose turn has not come.
    shop.network.sendText(numberOf(15), shop.sim.msisdn, 'STOP');
    shop.network.sendText(numberOf(49), shop.sim.msisdn, 'STOP');
    shop.network.sendText(numberOf(0), shop.sim.msisdn, 'Thanks');
    await shop.pass(2 * MINUTE);
    taken(await shop.customers.erasure.erase(ids[48] as string));
    await shop.pass(3 * HOUR);
    const told = shop.texts.filter(({ text }) => text === 'Hi').map(({ to }) => to);
    expect(told.length).toBe(47);
    expect(told).not.toContain(numberOf(15));
    expect(told).not.toContain(numberOf(49));
    expect(told).not.toContain(numberOf(48));
    const view = shop.now(begun.id);
    expect(view).toMatchObject({
      state: 'over',
      receivers: 49,
      answered: 1,
      counts: { delivered: 47, cancelled: 1, skipped: 1 },
    });
    expect(view.failures.map(({ reason, count }) => `${reason?.code} ${count}`)).toEqual(['opted-out 2']);
    shop.store.close();
  });

  test('paused, what has not begun waits; resumed, it goes on; stopped, nothing more leaves', async () => {
    const shop = await groupShop({ caps: { minute: 2, hour: 1_000, day: 1_000 } });
    shop.addMany(40);
    const begun = await shop.begin(shop.order('Hi'));
    await shop.pass(3 * MINUTE);
    expect(taken(shop.groupTexts.setPaused(begun.id, true))).toMatchObject({ state: 'paused', pausedFor: 'person' });
    const paused = shop.texts.length;
    await shop.pass(2 * HOUR);
    expect(shop.texts.length).toBe(paused);
    taken(shop.groupTexts.setPaused(begun.id, false));
    await shop.pass(5 * MINUTE);
    expect(shop.texts.length).toBeGreaterThan(paused + 5);
    taken(shop.groupTexts.setPaused(begun.id, true));
    taken(shop.groupTexts.setPaused(begun.id, false));
    await shop.pass(3 * MINUTE);
    const stopped = shop.texts.length;
    expect(taken(shop.groupTexts.cancel(begun.id)).state).toBe('stopped');
    await shop.pass(3 * HOUR);
    expect(shop.texts.length).toBe(stopped);
    expect(shop.groupTexts.setPaused(begun.id, false)).toMatchObject({ ok: false, error: { code: 'too-late' } });
    // Nobody has heard of those that were taken back: no talk of them stands in the inbox.
    expect(shop.store.conversationLists.counts().closed).toBe(stopped);
    const { counts } = shop.now(begun.id);
    expect((counts.delivered ?? 0) + (counts.cancelled ?? 0) + (counts.skipped ?? 0)).toBe(40);
    expect(new Set(shop.texts.map(({ to }) => to)).size).toBe(stopped);
    shop.store.close();
  });

  test('its time came while the computer was off: it waits for a person, and goes on where it was', async () => {
    const shop = await groupShop();
    shop.addMany(4);
    const begun = await shop.begin(shop.order('Only today', { startsAt: GROUP_START + HOUR }));
    // Asleep.
    shop.clock.sleep(5 * HOUR);
    await shop.wake();
    await shop.pass(HOUR);
    expect(shop.texts).toEqual([]);
    expect(shop.now(begun.id)).toMatchObject({ state: 'paused', pausedFor: 'came-due' });
    expect(shop.store.groupTexts.pausedByItself()).toBe(1);
    taken(shop.groupTexts.setPaused(begun.id, false));
    await shop.pass(HOUR);
    expect(shop.texts.length).toBe(4);
    shop.store.close();
  });

  test('the line was away for a day: what waited is over, and the rest waits for a person', async () => {
    const shop = await groupShop({ started: false });
    shop.addMany(30);
    const begun = await shop.begin(shop.order('Only today'));
    await shop.pass(2 * HOUR, 10 * MINUTE);
    expect(shop.now(begun.id).counts).toMatchObject({ queued: 20, waiting: 10 });
    await shop.pass(23 * HOUR, 30 * MINUTE);
    await shop.start();
    await shop.pass(10 * MINUTE);
    expect(shop.texts).toEqual([]);
    expect(shop.now(begun.id)).toMatchObject({ state: 'paused', pausedFor: 'came-due' });
    taken(shop.groupTexts.setPaused(begun.id, false));
    await shop.pass(HOUR);
    const { counts, state } = shop.now(begun.id);
    expect(state).toBe('over');
    expect(counts).toEqual({ expired: 1, delivered: 29 });
    shop.store.close();
  });
});

test('retention lets a text go: who got it is not texted again', async () => {
  const shop = await groupShop();
  shop.addMany(3);
  const begun = await shop.begin(shop.order('Hi'));
  await shop.pass(HOUR);
  shop.store.transaction(() => shop.store.retention.texts(shop.clock.now(), 100));
  expect(shop.now(begun.id)).toMatchObject({ state: 'over', counts: { gone: 3 } });
  shop.groupTexts.start();
  await shop.pass(HOUR);
  expect(shop.texts.length).toBe(3);
  shop.store.close();
});
