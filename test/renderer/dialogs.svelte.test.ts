import type { Component } from 'svelte';
import { expect, test, vi } from 'vitest';
import { Dialogs, type Closes } from '../../renderer/lib/dialogs/dialogs.svelte.ts';
import { Late } from '../../renderer/lib/late.ts';

type Asking = Component<Closes<string>>;
type Page = Component<Closes>;

const component = (): never => (() => {}) as never;
const later = <T>(what: T): Late<{ readonly default: T }> => new Late(() => Promise.resolve({ default: what }));
async function there<T>(what: T): Promise<Late<{ readonly default: T }>> {
  const made = later(what);
  await made.load();
  return made;
}

function dialogsWith(answer = true) {
  const confirmLoss = vi.fn(() => Promise.resolve(answer));
  const onUnreachable = vi.fn();
  return { dialogs: new Dialogs({ confirmLoss, onUnreachable }), confirmLoss, onUnreachable };
}

test('one that was fetched is there at once, and answers whoever opened it', async () => {
  const { dialogs } = dialogsWith();
  const answer = dialogs.open(await there<Asking>(component()), {});
  expect(dialogs.stack).toHaveLength(1);
  dialogs.top?.close('blue');
  expect(await answer).toBe('blue');
  expect(dialogs.top).toBeNull();
  // Its closing is still drawn.
  expect(dialogs.stack).toHaveLength(1);
  dialogs.stack[0]?.onGone();
  expect(dialogs.stack).toEqual([]);
});

test('one that was not fetched yet is fetched first; left, it answers null', async () => {
  const { dialogs } = dialogsWith();
  const answer = dialogs.open(later<Asking>(component()), {});
  expect(dialogs.top).toBeNull();
  await vi.waitFor(() => expect(dialogs.top).not.toBeNull());
  await dialogs.top?.leave();
  expect(await answer).toBeNull();
});

test('one that cannot be fetched is said to be out of reach, and is tried again', async () => {
  const { dialogs, onUnreachable } = dialogsWith();
  let isAway = true;
  const found = new Late<{ readonly default: Asking }>(() =>
    isAway ? Promise.reject(new Error('away')) : Promise.resolve({ default: component() }),
  );
  expect(await dialogs.open(found, {})).toBeNull();
  expect(onUnreachable).toHaveBeenCalledOnce();
  isAway = false;
  void dialogs.open(found, {});
  await vi.waitFor(() => expect(dialogs.top).not.toBeNull());
});

test('a page takes the place of what is there; the same page stays', async () => {
  const { dialogs } = dialogsWith();
  const tasks = await there<Page>(component());
  const settings = await there<Page>(component());
  void dialogs.openPage(tasks, {});
  const first = dialogs.top;
  await dialogs.openPage(tasks, {});
  expect(dialogs.top).toBe(first);
  void dialogs.openPage(settings, {});
  await vi.waitFor(() => expect(dialogs.top?.component).toBe(settings.loaded?.default));
  expect(first?.isOpen).toBe(false);
});

test('what is not saved is asked about, by a key as by another page; kept, nothing changes', async () => {
  const { dialogs, confirmLoss } = dialogsWith(false);
  const settings = await there<Page>(component());
  void dialogs.openPage(settings, {});
  const { top } = dialogs;
  let isUnsaved = true;
  const takeBack = top?.unsaved.guard(() => isUnsaved);
  expect(await top?.leave()).toBe(false);
  await dialogs.openPage(await there<Page>(component()), {});
  expect(dialogs.top).toBe(top);
  expect(confirmLoss).toHaveBeenCalledTimes(2);
  expect(await Promise.all([top?.leave(), top?.unsaved.mayLose()])).toEqual([false, false]);
  expect(confirmLoss).toHaveBeenCalledTimes(3); // asked once by both
  isUnsaved = false;
  expect(await top?.unsaved.mayLose()).toBe(true);
  isUnsaved = true;
  takeBack?.();
  expect(await top?.leave()).toBe(true);
  expect(confirmLoss).toHaveBeenCalledTimes(3);
});
