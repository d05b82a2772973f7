/** In milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Always of the same length, unlike a day on the wall clock when clocks are changed. */
export const DAY = 24 * HOUR;
