import { UnreadableFileError } from '../../files/in-thread.ts';
import { ok, refuse, type RefusalKey, type Result } from '../../shared/result.ts';
import type { Logger } from '../../shared/logger.ts';

type TooLarge = Extract<RefusalKey, `too-large.${string}`>;

/**
 * Reads a file, and refuses it if it takes more time or memory than any file of a shop would.
 * @param otherwise the refusal in that case
 */
export async function tryToRead<T>(reading: Promise<T>, logger: Logger, otherwise: TooLarge): Promise<Result<T>> {
  try {
    return ok(await reading);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    logger.warn({ error: error.message }, 'a file could not be read in time');
    return refuse(otherwise);
  }
}
