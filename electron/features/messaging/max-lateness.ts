/** What leaves later than this after its time did not leave in time: the computer was off, or slept. */
export const MAX_LATENESS_MS = 30 * 60_000;
