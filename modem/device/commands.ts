import type { AtAnswer } from '../at/command-machine.ts';

/** How long each kind of command may take, in milliseconds ([L8]). */
export const TIMEOUT_MS = {
  attention: 2_000,
  query: 5_000,
  pin: 30_000,
  list: 30_000,
  /** The network itself gives up after 28 to 42 s, and sticks queue on top. */
  submit: 120_000,
} as const;

/** Runs one command; what initialising and storage code needs of a device. */
export type RunCommand = (text: string, timeoutMs?: number) => Promise<AtAnswer>;

/** The first line of an answer, without its `+PREFIX:`; null for an error or an empty answer. */
export function firstLine(answer: AtAnswer): string | null {
  if (!answer.ok) return null;
  const line = answer.lines[0];
  return line === undefined ? null : line;
}

/** The line that starts with a prefix, `+CREG:` say. */
export function lineWith(answer: AtAnswer, prefix: string): string | null {
  if (!answer.ok) return null;
  return answer.lines.find((line) => line.startsWith(prefix)) ?? null;
}
