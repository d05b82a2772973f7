import { afterEach, beforeEach, expect, test } from 'vitest';
import { InboxDesk } from '../../../support/inbox-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OWNER = '+491701112233';
const ANA = '+491712223344';
const TOM = '+491604412907';

let shop: InboxDesk;
beforeEach(async () => {
  shop = await InboxDesk.open(); // Tuesday, ten in the morning; it is open from nine to six
  await shop.ask('settings.set', { shopName: 'Kessler', country: 'DE' });
  await shop.ask('settings.set', { ownerPhone: '0170 1112233', language: 'en' });
});
afterEach(() => shop.close());

/** A text reaches the desk, and its alarm is set. */
async function writes(number: string, text = 'Hello'): Promise<string> {
  const id = shop.customer(number, text);
  await shop.ask('settings.set', {});
  return id;
}
const told = (): readonly string[] =>
  shop.all.store.messages
    .list({ after: 0, limit: 100, direction: 'out', state: null, conversation: null })
    .filter(({ number }) => number === OWNER)
    .map(({ text }) => text);
const later = (ms: number): Promise<void> => shop.all.clock.advance(ms);

test('nobody has answered for half an hour: the owner is told, once for each who waits', async () => {
  await writes(ANA);
  await later(29 * MINUTE);
  expect(told()).toEqual([]);
  await later(2 * MINUTE);
  expect(told()).toEqual([
    expect.stringMatching(/^Kessler: 0171 2223344 has been waiting for a reply since \d\d:\d\d\.$/),
  ]);
  expect(shop.all.store.messages.byId(2)).toMatchObject({ purpose: 'system', source: '@escalation' });
  await later(5 * HOUR);
  expect(told()).toHaveLength(1);
});

test('several are told of in one text, and at most every half hour', async () => {
  await writes(ANA);
  await later(5 * MINUTE);
  await writes(TOM);
  await later(26 * MINUTE);
  expect(told()).toHaveLength(1);
  // Tom's half hour is over, but the owner was told four minutes ago.
  await later(10 * MINUTE);
  expect(told()).toHaveLength(1);
  await writes('+491511111111');
  await later(20 * MINUTE);
  expect(told()).toHaveLength(2);
  expect(told()[1]).toContain('0160 4412907 has been waiting');
  await later(30 * MINUTE);
  expect(told()).toHaveLength(3);
});

test('nothing at night; in the morning, counted in opening hours', async () => {
  await later(7 * HOUR + 50 * MINUTE); // ten to six
  await writes(ANA);
  await later(14 * HOUR);
  expect(told()).toEqual([]);
  await later(HOUR + 35 * MINUTE); // nine, and twenty minutes and a bit
  expect(told()).toEqual([expect.stringMatching(/since Tuesday/)]);
});

test('an answer, closing, or the owner’s wish ends it; their own texts are no customer’s', async () => {
  const ana = await writes(ANA);
  await shop.ask('conversations.change', { ids: [ana], change: { status: 'closed' } });
  await writes(TOM);
  await shop.answer(TOM, 'On my way');
  await later(2 * HOUR);
  expect(told()).toEqual([]);
  await writes('+491511111111');
  await shop.ask('settings.set', { ownerMinutes: 0 });
  await later(HOUR);
  expect(told()).toEqual([]);
  await shop.ask('settings.set', { ownerMinutes: 30 });
  await later(MINUTE);
  expect(told()).toHaveLength(1);
  const { items } = await shop.ask('conversations.list', {
    view: 'all',
    order: 'newest',
    tagId: null,
    assigneeId: null,
    after: null,
    limit: 50,
  });
  expect(items.map(({ number }) => number)).not.toContain(OWNER);
});

test('ten a day are enough, and a number that is none is refused', async () => {
  for (let n = 0; n < 14; n++) {
    await writes(`+49151000000${String(n).padStart(2, '0')}`);
    await later(31 * MINUTE);
  }
  expect(told()).toHaveLength(10);
  expect(await shop.tryTo('settings.set', { ownerPhone: 'the boss' })).toMatchObject({
    ok: false,
    error: { code: 'bad-number' },
  });
});
