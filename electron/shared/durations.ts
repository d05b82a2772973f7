/** In milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Of the same length always: not what stands on a wall where clocks are changed. */
export const DAY = 24 * HOUR;
