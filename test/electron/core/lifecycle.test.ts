import { describe, expect, test } from 'vitest';
import { Lifecycle } from '../../../electron/core/lifecycle.ts';
import type { Service } from '../../../electron/core/service.ts';
import { silent } from '../../support/desk.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const DISK_FULL = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
const MINUTE = 60_000;

/** Services that write down what is done with them, and do more where a test says so. */
function lifecycleOf(more: Readonly<Record<string, Service>>) {
  const done: string[] = [];
  const clock = new FakeClock();
  const services = Object.entries(more).map(([name, service]): Service => ({
    recover: () => (service.recover?.(), done.push(`${name} recovers`)),
    start: () => (service.start?.(), done.push(`${name} starts`)),
    get dueAt() {
      return service.dueAt ?? null;
    },
    onDue: () => (service.onDue?.(), done.push(`${name} does`)),
    stop: async () => (await service.stop?.(), done.push(`${name} stops`)),
  }));
  const lifecycle = new Lifecycle({
    clock,
    logger: silent,
    services: () => services,
    onRecovered: () => done.push('recovered'),
  });
  return { lifecycle, clock, done };
}

describe('the life of the services', () => {
  test('all of them recover, then do what came due, then start', () => {
    const { lifecycle, done } = lifecycleOf({ one: {}, two: {} });
    lifecycle.start();
    expect(done).toEqual(['one recovers', 'two recovers', 'one does', 'two does', 'one starts', 'two starts']);
    expect(lifecycle.isWaiting).toBe(false);
  });

  test('they are woken at the earliest instant that one of them names', async () => {
    const due = { one: 10 * MINUTE, two: 3 * MINUTE };
    const { lifecycle, clock, done } = lifecycleOf({
      one: {
        get dueAt() {
          return due.one;
        },
      },
      two: {
        get dueAt() {
          return due.two;
        },
        onDue: () => {
          due.two = Number.MAX_SAFE_INTEGER;
        },
      },
    });
    due.one += clock.now();
    due.two += clock.now();
    lifecycle.rearm();
    await clock.advance(3 * MINUTE - 1);
    expect(done).toEqual([]);
    await clock.advance(1);
    expect(done).toEqual(['one does', 'two does']);
  });

  test('stopped in the reverse order, each after the one before it, also where one fails; woken by nothing afterwards', async () => {
    const { lifecycle, clock, done } = lifecycleOf({
      one: { dueAt: MINUTE },
      two: { stop: () => Promise.reject(new Error('stuck')) },
      three: {},
    });
    await expect(lifecycle.stop()).rejects.toThrow(AggregateError);
    expect(done).toEqual(['three stops', 'one stops']);
    lifecycle.rearm();
    await clock.advance(10 * MINUTE);
    expect(done).toHaveLength(2);
  });

  test('where the disk cannot be written the start goes on later, at the step that failed', async () => {
    let isFull = true;
    const { lifecycle, clock, done } = lifecycleOf({
      one: {},
      two: {
        recover: () => {
          if (isFull) throw DISK_FULL;
        },
      },
    });
    lifecycle.start();
    expect([lifecycle.isWaiting, done]).toEqual([true, ['one recovers']]);
    isFull = false;
    await clock.advance(MINUTE);
    expect(lifecycle.isWaiting).toBe(false);
    expect(done.slice(0, 6)).toEqual([
      'one recovers',
      'two recovers',
      'one does',
      'two does',
      'one starts',
      'two starts',
    ]);
    expect(done.filter((each) => each === 'recovered')).toHaveLength(1);
  });

  test('one whose work the disk refuses keeps none of the others from theirs; any other fault is thrown', () => {
    const full = lifecycleOf({
      one: {
        onDue: () => {
          throw DISK_FULL;
        },
      },
      two: {},
    });
    full.lifecycle.wake();
    expect(full.done).toEqual(['two does']);
    const broken = lifecycleOf({
      one: {
        onDue: () => {
          throw new Error('a fault of ours');
        },
      },
      two: {},
    });
    expect(() => broken.lifecycle.wake()).toThrow('a fault of ours');
    expect(broken.done).toEqual(['two does']);
  });
});
