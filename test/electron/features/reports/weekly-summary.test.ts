import { afterEach, beforeEach, expect, it } from 'vitest';
import { InboxDesk, MORNING } from '../../../support/inbox-desk.ts';

const DAY = 86_400_000;
let shop: InboxDesk;

beforeEach(async () => {
  shop = await InboxDesk.open();
});
afterEach(() => shop.close());

it('says on Monday that the week before is counted, once, until somebody looks', async () => {
  shop.customer('+491712223344', 'Is it ready?');
  await shop.all.clock.advance(5 * DAY);
  expect((await shop.ask('app.state', {})).weekReady).toBeNull();
  // The Monday after.
  await shop.all.clock.advance(DAY);
  expect((await shop.ask('app.state', {})).weekReady).toBe('2026-11-23');
  const told = shop.all.events.filter((event) => event.type === 'app.changed' && event.value.weekReady !== null);
  expect(told.length).toBeGreaterThan(0);
  await shop.ask('reports.seen', {});
  expect((await shop.ask('app.state', {})).weekReady).toBeNull();
  await shop.reopenAfter(60_000);
  expect((await shop.ask('app.state', {})).weekReady).toBeNull();
});

it('says nothing of a week in which nobody wrote', async () => {
  await shop.all.clock.advance(14 * DAY);
  expect((await shop.ask('app.state', {})).weekReady).toBeNull();
});

it('is said later where the computer was off on Monday', async () => {
  shop.customer('+491712223344', 'Is it ready?');
  await shop.reopenAfter(9 * DAY);
  expect(new Date(MORNING + 9 * DAY).getDay()).toBe(4);
  expect((await shop.ask('app.state', {})).weekReady).toBe('2026-11-23');
  // And the next one again.
  shop.customer('+491712223344', 'And now?');
  await shop.ask('reports.seen', {});
  await shop.all.clock.advance(5 * DAY);
  expect((await shop.ask('app.state', {})).weekReady).toBe('2026-11-30');
});

it('compares with the time before, of the same length', async () => {
  shop.customer('+491712223344', 'Before');
  await shop.all.clock.advance(7 * DAY);
  shop.customer('+491712223344', 'One');
  shop.customer('+491712223345', 'Two');
  const { figures } = await shop.ask('reports.read', { name: 'week', from: '2026-11-30', to: '2026-12-06' });
  expect(figures.find(({ key }) => key === 'received')).toMatchObject({ value: 2, before: 1 });
});

it('refuses what is no stretch of time', async () => {
  const backwards = await shop.tryTo('reports.read', { name: 'volume', from: '2026-11-30', to: '2026-11-29' });
  expect(backwards.ok).toBe(false);
  const long = await shop.tryTo('reports.read', { name: 'volume', from: '2006-11-30', to: '2026-11-29' });
  expect(long.ok).toBe(false);
  // Every day up to now would be gone through.
  const old = await shop.tryTo('reports.read', { name: 'answers', from: '0001-01-01', to: '0001-01-02' });
  expect(old.ok).toBe(false);
});
