/** A message that leaves later than this after its time has missed it, because the computer was off or slept. */
export const MAX_LATENESS_MS = 30 * 60_000;
