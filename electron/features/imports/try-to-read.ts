import { UnreadableFileError } from '../../files/in-thread.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Logger } from '../../shared/logger.ts';

/** For tables. */
export const TOO_LARGE_TABLE = 'This table takes too long to read. Save a part of it as CSV and choose that.';

/** What was found in a file; refused where it takes more time or memory than any shop's does. @param otherwise what a person can do */
export async function tryToRead<T>(reading: Promise<T>, logger: Logger, otherwise: string): Promise<Result<T>> {
  try {
    return ok(await reading);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    logger.warn({ error: error.message }, 'a file could not be read in time');
    return refuse('too-large', otherwise);
  }
}
