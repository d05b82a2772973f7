import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { RefusalError } from '../../../electron/core/refusal-error.ts';
import { Turns } from '../../../electron/http/turns.ts';

/** Counts the turns of the loop that others had. */
async function countTurns(until: () => boolean, perTurn: () => void): Promise<void> {
  while (!until()) {
    perTurn();
    await setImmediate();
  }
}

test('of many requests at once each has a turn of the loop of its own', async () => {
  const turns = new Turns();
  const inTurn: number[] = [];
  let turn = 0;
  const requests = Array.from({ length: 20 }, async () => {
    await turns.take(false);
    inTurn.push(turn);
  });
  await countTurns(
    () => inTurn.length === 20,
    () => (turn += 1),
  );
  await Promise.all(requests);
  expect(new Set(inTurn).size).toBeGreaterThanOrEqual(19);
});

test('the window does not wait for other programs', async () => {
  const turns = new Turns();
  const order: string[] = [];
  const ask = (who: string): Promise<unknown> => turns.take(who === 'window').then(() => order.push(who));
  await Promise.all([...Array.from({ length: 5 }, () => ask('till')), ask('window'), ask('window')]);
  expect(order).toEqual(['till', 'window', 'window', 'till', 'till', 'till', 'till']);
});

test('more than can be waited for are refused, and afterwards all is as before', async () => {
  const turns = new Turns();
  const asked = await Promise.allSettled(Array.from({ length: 2_500 }, () => turns.take(false)));
  const refused = asked.filter((each) => each.status === 'rejected').map(({ reason }) => reason as RefusalError);
  expect(refused).toHaveLength(499);
  expect(new Set(refused.map(({ refusal }) => refusal.code))).toEqual(new Set(['too-many-requests']));
  await setImmediate();
  await turns.take(false);
});
