import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Recurrence } from '../../../../electron/shared/recurrence.ts';
import { deskLine } from '../../../support/desk-line.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = '+491712223344';
const DAILY: Recurrence = {
  date: '2026-11-23',
  time: '10:00',
  every: 'day',
  interval: 1,
  weekdays: [],
  monthly: { day: 1 },
  until: null,
};

/** Monday, 23 November 2026, nine o'clock in UTC, the shop's zone here. */
async function shop() {
  const desk = await deskLine();
  await desk.start();
  desk.network.textReceived.on(() => {});
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 15 * MINUTE) {
      await desk.clock.advance(Math.min(left, 15 * MINUTE));
      await desk.wake();
    }
    await desk.clock.advance(3_000);
  };
  const said = (): readonly string[] => desk.texts.splice(0).map(({ text }) => text);
  const save = (rule: Partial<Recurrence> = {}, text = 'Rolls?', id: string | null = null) =>
    desk.recurring.save(id, '0171 2223344', text, { ...DAILY, ...rule });
  return { ...desk, pass, said, save };
}
type Shop = Awaited<ReturnType<typeof shop>>;

describe('a text that repeats', () => {
  let desk: Shop;
  beforeEach(async () => {
    desk = await shop();
  });
  afterEach(() => desk.store.close());

  test('leaves each time, with what is known, until its last day', async () => {
    desk.store.contacts.update({
      ...desk.store.contacts.findOrCreate(ANA, desk.clock.now()),
      name: 'Ana Kuhn',
    });
    const saved = desk.save({ until: '2026-11-24' }, 'Hi {{first_name}}, rolls?');
    expect(saved).toMatchObject({
      value: { number: ANA, who: 'Ana Kuhn', nextAt: Date.UTC(2026, 10, 23, 10), ended: null },
    });
    await desk.pass(26 * HOUR);
    expect(desk.said()).toEqual(['Hi Ana, rolls?', 'Hi Ana, rolls?']);
    expect(desk.recurring.views).toMatchObject([{ ended: 'over', nextAt: null }]);
  });

  test('is stopped and goes on; other words and another time hold from then on', async () => {
    desk.save();
    desk.recurring.setStopped('recurring_1', true);
    await desk.pass(2 * HOUR);
    expect(desk.said()).toEqual([]);
    desk.recurring.setStopped('recurring_1', false);
    expect(desk.save({ time: '12:00' }, 'Bread?', 'recurring_1')).toMatchObject({ value: { id: 'recurring_1' } });
    await desk.pass(26 * HOUR);
    expect(desk.said()).toEqual(['Bread?', 'Bread?']);
  });

  test('who wants no texts gets none, and it ends', async () => {
    desk.save();
    desk.network.sendText(ANA, desk.sim.msisdn, 'STOP');
    await desk.clock.advance(5_000);
    desk.said();
    await desk.pass(2 * HOUR);
    expect(desk.said()).toEqual([]);
    expect(desk.recurring.views).toMatchObject([{ ended: 'opted-out' }]);
    expect(desk.recurring.setStopped('recurring_1', false)).toMatchObject({ error: { code: 'opted-out' } });
    expect(desk.save()).toMatchObject({ error: { code: 'opted-out' } });
  });

  test('STOP and START between two of them: it has ended all the same', async () => {
    desk.save();
    for (const text of ['STOP', 'START']) {
      desk.network.sendText(ANA, desk.sim.msisdn, text);
      await desk.clock.advance(5_000);
    }
    desk.said();
    expect(desk.recurring.views).toMatchObject([{ ended: 'opted-out' }]);
    await desk.pass(2 * HOUR);
    expect(desk.said()).toEqual([]);
  });

  test('stopped and written anew, it stays stopped', async () => {
    desk.save();
    desk.recurring.setStopped('recurring_1', true);
    expect(desk.save({}, 'Bread?', 'recurring_1')).toMatchObject({ value: { ended: 'stopped', nextAt: null } });
    await desk.pass(2 * HOUR);
    expect(desk.said()).toEqual([]);
  });

  test('missed while the computer was off: the last one waits for a person, and it goes on', async () => {
    desk.save();
    desk.clock.sleep(4 * 24 * HOUR);
    await desk.wake();
    await desk.clock.advance(3_000);
    expect(desk.said()).toEqual([]);
    expect(desk.store.queue.cameDue(9)).toHaveLength(1);
    await desk.pass(2 * HOUR);
    expect(desk.said()).toEqual(['Rolls?']);
  });

  test('started again, each leaves once; with the clock set back none leaves twice', async () => {
    desk.save();
    await desk.pass(2 * HOUR);
    desk.recurring.start();
    desk.recurring.start();
    await desk.pass(24 * HOUR);
    expect(desk.said()).toHaveLength(2);
    const { nextAt } = desk.recurring.views[0] ?? { nextAt: 0 };
    expect(nextAt).toBe(Date.UTC(2026, 10, 25, 10));
  });

  test('by night it waits for the hours in which customers may be texted', async () => {
    desk.save({ time: '23:00' });
    await desk.pass(20 * HOUR);
    expect(desk.said()).toEqual([]);
    await desk.pass(5 * HOUR);
    expect(desk.said()).toEqual(['Rolls?']);
  });

  test('what cannot be is refused', () => {
    expect(desk.save({ until: '2026-11-22' })).toMatchObject({ error: { code: 'in-the-past' } });
    expect(desk.save({}, '  ')).toMatchObject({ error: { code: 'empty-text' } });
    expect(desk.save({}, 'at {{place}}')).toMatchObject({ error: { code: 'unfilled-blank' } });
    expect(desk.save({}, 'x', 'recurring_9')).toMatchObject({ error: { code: 'not-found' } });
    expect(desk.recurring.save(null, 'Ana', 'x', DAILY)).toMatchObject({ error: { code: 'bad-number' } });
    expect(desk.recurring.preview(DAILY)).toHaveLength(3);
  });
});
