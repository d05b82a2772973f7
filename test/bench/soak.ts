import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { temporaryFolder } from '../support/headless.ts';
import { soak } from '../support/soak.ts';

/** npm run test:long -- soak [TEXTS [SEED]]: texts each way with random faults on a database on disk; memory after collection. */
const texts = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? 20_261_123);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const folder = temporaryFolder('soak');
const started = performance.now();
const result = await soak({
  texts,
  seed,
  path: join(folder.path, 'counterline.db'),
  collect,
  progress: (done) => process.stdout.write(`${done} of ${texts} each way\n`),
});
process.stdout.write(
  `${JSON.stringify(result)}\n${((performance.now() - started) / 1000).toFixed(0)} s, seed ${seed}\n`,
);
folder.remove();
const growth = (result.heapMiB.at(-1) ?? 0) - (result.heapMiB[1] ?? 0);
if (result.lost + result.doubled + result.wrong > 0 || growth > 20) process.exitCode = 1;
