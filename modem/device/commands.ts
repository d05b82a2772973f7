import type { AtAnswer } from '../at/machine-state.ts';
import type { Clock } from '../clock.ts';

/** How long each kind of command may take, in milliseconds ([L8]). */
export const TIMEOUT_MS = {
  attention: 2_000,
  query: 5_000,
  pin: 30_000,
  list: 30_000,
} as const;

/** Runs one command; this is all that the initializing and storage code needs of a device. */
export type RunCommand = (text: string, timeoutMs?: number) => Promise<AtAnswer>;

/** The line that starts with a prefix such as `+CREG:`. */
export function lineWith(answer: AtAnswer, prefix: string): string | null {
  if (!answer.ok) return null;
  return answer.lines.find((line) => line.startsWith(prefix)) ?? null;
}

export function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
}
