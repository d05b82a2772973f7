/**
 * No turn of the back end's loop may take longer: a text that comes in, a click, a report of the modem waits for it. In milliseconds of
 * this thread's own processor time, so that other programs on the machine make no difference.
 */
export const MOST_HELD_MS = 200;

/** Does something, and tells how long it held the loop at a stretch at most, in milliseconds of processor time. */
export async function held<T>(work: () => Promise<T> | T): Promise<{ readonly value: T; readonly heldMs: number }> {
  const used = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let [longest, last, isOver] = [0, used(), false];
  const look = (): void => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  try {
    const value = await work();
    look();
    return { value, heldMs: longest };
  } finally {
    isOver = true;
  }
}
