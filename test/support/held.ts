import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { setImmediate as setImmediateAsync } from 'node:timers/promises';

/**
 * No turn of the back end's loop may take longer: a text that comes in, a click, a report of the modem waits for it. In milliseconds of
 * this thread's own processor time, so that other programs on the machine make no difference; what the system does for it meanwhile, to
 * bring back memory that it had taken away, is not counted.
 */
export const MOST_HELD_MS = 200;

/**
 * Does something, and tells how long it held the loop at a stretch at most, in milliseconds of processor time. A full collection of
 * garbage is not counted: how long it takes is a matter of all that the process keeps, which in a run of tests is what the tests before
 * have loaded and not what is looked at here.
 */
export async function held<T>(work: () => Promise<T> | T): Promise<{ readonly value: T; readonly heldMs: number }> {
  const used = (): number => process.threadCpuUsage().user / 1_000;
  const collections: PerformanceEntry[] = [];
  const note = (seen: readonly PerformanceEntry[]): void => {
    for (const entry of seen)
      if ((entry as { detail?: { kind?: number } }).detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR)
        collections.push(entry);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });

  const turns: { readonly from: number; readonly to: number; readonly heldMs: number }[] = [];
  let [last, since, isOver] = [used(), performance.now(), false];
  const look = (): void => {
    const [now, at] = [used(), performance.now()];
    if (now - last >= 1) turns.push({ from: since, to: at, heldMs: now - last });
    [last, since] = [now, at];
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  try {
    const value = await work();
    look();
    // The collections of the last turn are told of in the next one.
    await setImmediateAsync();
    note(observer.takeRecords());
    return {
      value,
      heldMs: Math.max(
        0,
        ...turns.map(({ from, to, heldMs }) => {
          const collecting = collections
            .filter(({ startTime }) => startTime >= from && startTime < to)
            .reduce((sum, { duration }) => sum + duration, 0);
          return heldMs - collecting;
        }),
      ),
    };
  } finally {
    isOver = true;
    observer.disconnect();
  }
}

/**
 * The same for one of many made-up requests: one that holds the loop is made once more, since what the engine does once, to compile
 * or to throw away what it compiled, is as little a matter of the request as garbage is.
 */
export async function heldTwice<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly heldMs: number }> {
  const first = await held(work);
  if (first.heldMs <= MOST_HELD_MS) return first;
  const second = await held(work);
  return { value: first.value, heldMs: Math.min(first.heldMs, second.heldMs) };
}
