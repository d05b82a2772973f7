import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '../support/headless.ts';
import { percentile, print } from './figures.ts';

const RUNS = 15;
const WAYS = { 'at-once': 'every statement compiled at the start', lazily: 'each compiled at its first use' } as const;
type Way = keyof typeof WAYS;

/** The start of a desk, from its process to a desk that answers: as it was before statements were lazy, and as it is, in turns. */
export async function startBench(): Promise<void> {
  const folder = temporaryFolder('bench-start');
  const times: Record<Way, number[]> = { 'at-once': [], lazily: [] };
  for (let n = 0; n <= RUNS; n++) {
    for (const way of Object.keys(WAYS) as Way[]) {
      const took = Number(
        execFileSync(process.execPath, [join(import.meta.dirname, 'started-desk.ts'), way, folder.path], {
          encoding: 'utf8',
          env: { ...process.env, NODE_COMPILE_CACHE: join(folder.path, 'compiled') },
        }),
      );
      if (n > 0) times[way].push(took); // the first makes the data, and compiles the program
    }
  }
  for (const way of Object.keys(WAYS) as Way[]) {
    print(`launch of a desk, ${WAYS[way]}`, `median of ${RUNS}: ${percentile(times[way], 0.5).toFixed(0)} ms`);
  }
  folder.remove();
}
