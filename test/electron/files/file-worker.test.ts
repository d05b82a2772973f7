import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { NEXT, type FileAnswer } from '../../../electron/files/requests.ts';

const ROWS = 1_200;

test('what a file makes long comes a piece at a time, the next one when it is asked for', async () => {
  const table = ['Name,Number', ...Array.from({ length: ROWS }, (_, n) => `Ana ${n},01712${100_000 + n}`)].join('\n');
  const worker = new Worker(new URL('../../../electron/files/file-worker.ts', import.meta.url));
  const answers: FileAnswer[] = [];
  worker.on('message', (answer: FileAnswer) => answers.push(answer));
  try {
    worker.postMessage({ reading: 'sheet', asked: [table] });
    const taken: number[] = [];
    while (!answers.some((each) => 'found' in each)) {
      await once(worker, 'message');
      taken.push(answers.length);
      worker.postMessage(NEXT);
    }
    // Never two of them waiting.
    expect(taken).toEqual(taken.map((_, n) => n + 1));
    expect(taken.length).toBeGreaterThan(3);
    expect(answers.flatMap((each) => ('list' in each ? each.piece : []))).toHaveLength(ROWS);
  } finally {
    await worker.terminate();
  }
});
