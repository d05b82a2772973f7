import { readInThread } from './in-thread.ts';
import { readingOf, type Asked, type Found, type Reading } from './requests.ts';

/**
 * Reads a file that somebody hands to the desk, without holding whoever asks. Null: it is none of that kind.
 * @throws UnreadableFileError
 */
export type FileParser = <R extends Reading>(reading: R, ...asked: Asked<R>) => Promise<Found<R>>;

/** In this thread, for small files of tests. */
export const parseHere: FileParser = <R extends Reading>(reading: R, ...asked: Asked<R>) =>
  Promise.resolve(readingOf(reading)(...asked));

/** In a thread of its own for each, which ends with it. */
export const parseInThread: FileParser = async <R extends Reading>(reading: R, ...asked: Asked<R>) => {
  const lists: Record<string, unknown[]> = {};
  let found: Readonly<Record<string, unknown>> | null = null;
  await readInThread({ reading, asked }, (answer) => {
    if ('list' in answer) {
      (lists[answer.list] ??= []).push(...answer.piece);
      return false;
    }
    ({ found } = answer);
    return true;
  });
  return (found === null ? null : { ...(found as object), ...lists }) as Found<R>;
};
