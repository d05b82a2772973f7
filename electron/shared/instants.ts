import { z } from 'zod';

/** A later instant is a mistake, and no clock of the program counts that far. */
export const LAST_INSTANT = Date.UTC(2200, 0, 1);

/** UTC epoch milliseconds. */
export const instant = z.number().int().min(0).max(LAST_INSTANT);

/** As RFC 3339 writes it, with its offset from UTC. */
export const writtenInstant = z.iso.datetime({ offset: true }).refine(
  (input) => {
    const at = Date.parse(input);
    return at >= 0 && at <= LAST_INSTANT;
  },
  { message: 'between 1970 and 2200' },
);
