import { expect, test } from 'vitest';
import { Slices } from '../../../electron/core/slices.ts';

const ITEM_MS = 5;
/** A turn may take 15 ms; what was begun in it comes to its end. */
const MOST_IN_A_TURN = 15 / ITEM_MS + 1;

/** Counts what is done between two turns of the loop. */
function counted() {
  const turns: number[] = [0];
  let isOver = false;
  const turn = (): void => {
    turns.push(0);
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    work: (item: number): number => {
      for (const until = performance.now() + ITEM_MS; performance.now() < until;);
      turns[turns.length - 1] = (turns.at(-1) ?? 0) + 1;
      return item;
    },
    most: (): number => {
      isOver = true;
      return Math.max(...turns);
    },
  };
}

test('long things one after another, each too short for a slice of its own, share the turns of the loop', async () => {
  const slices = new Slices({ unit: (work) => work() });
  const { work, most } = counted();
  for (let n = 0; n < 10; n++) expect(await slices.reckon([2 * n, 2 * n + 1], work)).toEqual([2 * n, 2 * n + 1]);
  expect(most()).toBeLessThanOrEqual(MOST_IN_A_TURN);
});

test('so do two at the same time', async () => {
  const slices = new Slices({ unit: (work) => work() });
  const { work, most } = counted();
  const items = Array.from({ length: 12 }, (_, n) => n);
  expect(await Promise.all([slices.write(items, work), slices.reckon(items, work)])).toEqual([items, items]);
  // Each of them does at least one thing when it has its turn.
  expect(most()).toBeLessThanOrEqual(MOST_IN_A_TURN + 1);
});
