import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DeskContext } from '../../../../electron/core/context.ts';
import { DeskEvents } from '../../../../electron/core/desk-events.ts';
import { DONE, dropped, Scheduler, jobKind, type JobHandler } from '../../../../electron/core/jobs/scheduler.ts';
import { openStore, type Store } from '../../../../electron/app/store.ts';
import { silent } from '../../../support/desk.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { temporaryFolder } from '../../../support/headless.ts';

const MINUTE = 60_000;
const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) cleanUp();
});

function newPath(): string {
  const folder = temporaryFolder('jobs');
  cleanUps.push(() => folder.remove());
  return join(folder.path, 'counterline.db');
}

const NOTE = jobKind('note');

/** A clock that can be set, back as well. */
class SetClock extends FakeClock {
  offset = 0;
  override now(): number {
    return super.now() + this.offset;
  }
}

async function schedulerOn(path: string, clock: SetClock) {
  const store = await openStore(path);
  const events = new DeskEvents();
  const unit = <T>(work: () => T): T => events.unit(store, work, false);
  const context = { store, clock, logger: silent, events, unit, wake() {} } as unknown as DeskContext;
  const scheduler = new Scheduler(context);
  const ran: string[] = [];
  const note: JobHandler<unknown> = {
    run: (job, lateMs) => {
      ran.push(`${job.key} ${lateMs}`);
      return DONE;
    },
  };
  scheduler.add(NOTE, note);
  scheduler.recover();
  return { store, scheduler, ran };
}

const counts = (store: Store, now: number): number => store.jobs.lease(now, 1_000).length;

describe('the scheduler', () => {
  test('what is written down with a job has the form of its kind; what has not is dropped, and the others go on', async () => {
    const clock = new SetClock(0);
    const { store, scheduler, ran } = await schedulerOn(':memory:', clock);
    const RING = jobKind('ring', z.object({ startsAt: z.number() }));
    const heard: number[] = [];
    scheduler.add(RING, {
      run: ({ payload }) => {
        heard.push(payload.startsAt);
        return DONE;
      },
    });
    scheduler.arm(RING, 'good', 0, null, { startsAt: 5 });
    for (const [key, payload] of Object.entries({ other: '{"startsAt":"five"}', none: 'null', broken: '{"startsAt":' }))
      store.jobs.arm({ kind: 'ring', key, about: null, due_at: 0, payload });
    scheduler.arm(NOTE, 'note', 0, null, {});
    scheduler.onDue();
    expect(heard).toEqual([5]);
    expect(ran).toEqual(['note 0']);
    expect(scheduler.dueAt).toBeNull();
    store.close();
  });

  test('runs what is due, the longest due first, and nothing before its time', async () => {
    const clock = new SetClock(0);
    const { store, scheduler, ran } = await schedulerOn(':memory:', clock);
    scheduler.arm(NOTE, 'b', 2 * MINUTE, null, {});
    scheduler.arm(NOTE, 'a', MINUTE, null, {});
    scheduler.arm(NOTE, 'c', 9 * MINUTE, null, {});
    expect(scheduler.dueAt).toBe(MINUTE);
    await clock.advance(3 * MINUTE);
    scheduler.onDue();
    expect(ran).toEqual([`a ${2 * MINUTE}`, `b ${MINUTE}`]);
    expect(scheduler.dueAt).toBe(9 * MINUTE);
    store.close();
  });

  test('one that takes itself back and arms another: the other runs as well', async () => {
    const clock = new SetClock(0);
    const { store, scheduler, ran } = await schedulerOn(':memory:', clock);
    scheduler.add(jobKind('passes-on'), {
      run: (job) => {
        scheduler.cancelAbout(jobKind('passes-on'), 7);
        scheduler.arm(NOTE, `after ${job.key}`, clock.now(), null, {});
        return DONE;
      },
    });
    scheduler.arm(jobKind('passes-on'), 'first', MINUTE, 7, {});
    await clock.advance(MINUTE);
    scheduler.onDue();
    await clock.advance(MINUTE);
    scheduler.onDue();
    expect(ran).toEqual([`after first ${MINUTE}`]);
    store.close();
  });

  test('a key is one job: armed again it moves, and after it has run it does not run again', async () => {
    const clock = new SetClock(0);
    const { store, scheduler, ran } = await schedulerOn(':memory:', clock);
    scheduler.arm(NOTE, 'a', MINUTE, null, {});
    scheduler.arm(NOTE, 'a', 5 * MINUTE, null, {});
    expect(scheduler.dueAt).toBe(5 * MINUTE);
    await clock.advance(5 * MINUTE);
    scheduler.onDue();
    expect(scheduler.arm(NOTE, 'a', 6 * MINUTE, null, {})).toBe(false);
    expect(scheduler.dueAt).toBeNull();
    await clock.advance(5 * MINUTE);
    scheduler.onDue();
    expect(ran).toEqual(['a 0']);
    store.close();
  });

  test('all about one thing is taken back, also by a job that runs before them', async () => {
    const clock = new SetClock(0);
    const { store, scheduler, ran } = await schedulerOn(':memory:', clock);
    scheduler.add(jobKind('clear'), {
      run: () => {
        scheduler.cancelAbout(NOTE, 7);
        return DONE;
      },
    });
    scheduler.arm(NOTE, 'of 7', 2, 7, {});
    scheduler.arm(NOTE, 'of 8', 2, 8, {});
    scheduler.arm(jobKind('clear'), 'clear', 1, null, {});
    await clock.advance(MINUTE);
    scheduler.onDue();
    expect(ran).toEqual(['of 8 59998']);
    store.close();
  });

  test('one that fails writes nothing, keeps nobody waiting, and is tried again with longer pauses, then given up', async () => {
    const clock = new SetClock(0);
    const { store, scheduler, ran } = await schedulerOn(':memory:', clock);
    const tries: number[] = [];
    scheduler.add(jobKind('bad'), {
      run: () => {
        tries.push(clock.now() / MINUTE);
        store.settings.set('half', 'written');
        throw new Error('no');
      },
    });
    scheduler.arm(jobKind('bad'), 'bad', 0, null, {});
    scheduler.arm(NOTE, 'good', 0, null, {});
    for (let minutes = 0; minutes < 200; minutes++) {
      scheduler.onDue();
      await clock.advance(MINUTE);
    }
    expect(ran).toEqual(['good 0']);
    expect(tries).toEqual([0, 1, 3, 7, 15, 31]);
    expect(store.settings.get('half')).toBeNull();
    expect(scheduler.dueAt).toBeNull();
    store.close();
  });

  test('one that brings the program down each time is given up in the end', async () => {
    const path = newPath();
    const clock = new SetClock(0);
    let started = 0;
    for (let start = 0; start < 10; start++) {
      const { store, scheduler } = await schedulerOn(path, clock);
      scheduler.arm(NOTE, 'deadly', 0, null, {});
      // Killed between taking it and having run it.
      started += counts(store, clock.now());
      store.close();
    }
    expect(started).toBe(10);
    const { store, scheduler, ran } = await schedulerOn(path, clock);
    scheduler.onDue();
    expect(ran).toEqual([]);
    expect(scheduler.dueAt).toBeNull();
    store.close();
  });

  test('killed while it ran: it runs once, at the next start; copied to another PC then, as well', async () => {
    const path = newPath();
    const copy = newPath();
    const clock = new SetClock(0);
    const first = await schedulerOn(path, clock);
    first.scheduler.arm(NOTE, 'before', 0, null, {});
    first.scheduler.onDue();
    first.scheduler.arm(NOTE, 'under way', 0, null, {});
    expect(counts(first.store, clock.now())).toBe(1);
    first.store.close();
    for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    for (const where of [path, copy]) {
      const { store, scheduler, ran } = await schedulerOn(where, clock);
      scheduler.onDue();
      scheduler.onDue();
      expect(ran).toEqual(['under way 0']);
      store.close();
    }
  });

  test('a clock set ahead drops what is too late; set right again, it is not', async () => {
    const clock = new SetClock(0);
    const { store, scheduler } = await schedulerOn(':memory:', clock);
    const ran: string[] = [];
    scheduler.add(jobKind('reminder'), {
      run: ({ key }, lateMs) => {
        ran.push(`${key} ${lateMs > MINUTE ? 'late' : 'in time'}`);
        return lateMs > MINUTE ? dropped('late') : DONE;
      },
    });
    scheduler.arm(jobKind('reminder'), 'a', 10 * MINUTE, null, {});
    clock.offset = 365 * 24 * 60 * MINUTE;
    scheduler.onDue();
    expect(scheduler.dueAt).toBeNull();
    clock.offset = 0;
    scheduler.onDue();
    expect(scheduler.dueAt).toBe(10 * MINUTE);
    await clock.advance(10 * MINUTE);
    scheduler.onDue();
    expect(ran).toEqual(['a late', 'a in time']);
    store.close();
  });

  test('what is to be tried again is, and what two arm for now does not go round for ever', async () => {
    const clock = new SetClock(0);
    const { store, scheduler } = await schedulerOn(':memory:', clock);
    let rounds = 0;
    scheduler.add(jobKind('again'), {
      run: () => {
        rounds += 1;
        return rounds < 3 ? { kind: 'again', at: clock.now() + MINUTE } : DONE;
      },
    });
    scheduler.arm(jobKind('again'), 'a', 0, null, {});
    scheduler.onDue();
    expect(rounds).toBe(1);
    await clock.advance(MINUTE);
    scheduler.onDue();
    await clock.advance(MINUTE);
    scheduler.onDue();
    expect([rounds, scheduler.dueAt]).toEqual([3, null]);
    store.close();
  });

  test('a hundred that want to be tried again now do so once in a round', async () => {
    const clock = new SetClock(0);
    const { store, scheduler } = await schedulerOn(':memory:', clock);
    let runs = 0;
    scheduler.add(jobKind('restless'), {
      run: () => {
        runs += 1;
        return runs > 1_000 ? DONE : { kind: 'again', at: clock.now() };
      },
    });
    for (let n = 0; n < 100; n++) scheduler.arm(jobKind('restless'), `k${n}`, 0, null, {});
    scheduler.onDue();
    expect(runs).toBe(100);
    store.close();
  });

  test('no order of arming, moving, taking back, time and clock jumps runs a key twice or before its time', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('arm' as const), key: fc.nat(5), in: fc.integer({ min: 0, max: 20 }) }),
      fc.record({ do: fc.constant('cancel' as const), key: fc.nat(5) }),
      fc.record({ do: fc.constant('wait' as const), minutes: fc.nat(15) }),
      fc.record({ do: fc.constant('set' as const), minutes: fc.integer({ min: -60, max: 60 }) }),
      fc.record({ do: fc.constant('run' as const) }),
    );
    return fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const clock = new SetClock(1_000 * MINUTE);
        const store = await openStore(':memory:');
        const events = new DeskEvents();
        const unit = <T>(work: () => T): T => events.unit(store, work, false);
        const context = { store, clock, logger: silent, events, unit, wake() {} } as unknown as DeskContext;
        const scheduler = new Scheduler(context);
        const ran: string[] = [];
        scheduler.add(NOTE, {
          run: ({ key, due_at: due }) => {
            expect(due).toBeLessThanOrEqual(clock.now());
            ran.push(key);
            return DONE;
          },
        });
        for (const each of steps) {
          if (each.do === 'arm') scheduler.arm(NOTE, `k${each.key}`, clock.now() + each.in * MINUTE, each.key, {});
          else if (each.do === 'cancel') scheduler.cancelAbout(NOTE, each.key);
          else if (each.do === 'wait') await clock.advance(each.minutes * MINUTE);
          else if (each.do === 'set') clock.offset += each.minutes * MINUTE;
          else scheduler.onDue();
        }
        expect(new Set(ran).size).toBe(ran.length);
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});
