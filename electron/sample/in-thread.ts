import { Worker } from 'node:worker_threads';
import { workerFile } from '../worker-file.ts';
import type { SampleFor } from './fill.ts';

/** A month takes a few seconds; one that takes this long hangs. */
const LONGEST_MS = 120_000;

/**
 * Makes the database of a sample shop in a thread of its own, so that whoever asks for it is not held.
 * @throws Error that says why it could not be made
 */
export function fillInThread(sample: SampleFor): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(import.meta.url, 'sample-worker'), { workerData: sample });
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new Error('The sample shop took too long to make.'));
    }, LONGEST_MS);
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error('The thread that makes the sample shop ended too soon.'));
    });
  });
}
