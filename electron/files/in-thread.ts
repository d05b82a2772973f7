import { Worker } from 'node:worker_threads';
import { NEXT, type FileAnswer, type FileRequest } from './requests.ts';
import { workerFile } from '../worker-file.ts';

/** A file takes more time or memory to read than any shop's does. */
export class UnreadableFileError extends Error {}

const LONGEST_MS = 20_000;
const MOST_MEGABYTES = 512;

/**
 * Has a file read in a thread of its own, which ends with it.
 * @param take each answer; returns true when it was the last one
 * @throws UnreadableFileError
 */
export function readInThread(request: FileRequest, take: (answer: FileAnswer) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(import.meta.url, 'file-worker'), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const end = (error: Error | null): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // What it may still throw while it ends is nobody's business any more.
      worker.on('error', () => {});
      void worker.terminate();
      if (error === null) resolve();
      else reject(error);
    };
    const timer = setTimeout(() => end(new UnreadableFileError('It took too long.')), LONGEST_MS);
    worker.on('message', (answer: FileAnswer) => {
      if (take(answer)) end(null);
      else setImmediate(() => worker.postMessage(NEXT));
    });
    worker.on('error', (error) => end(new UnreadableFileError(String(error))));
    worker.on('exit', () => end(new UnreadableFileError('The thread ended without an answer.')));
    worker.postMessage(request);
  });
}
