// npm run test:long: what is too long for every run. The desk killed at every single step, with reports that come never, at once and
// late; twenty simulated months; 20,000 texts each way through a line that everything happens to; 80,000 calls nobody thought of. About
// an hour on two cores.
// One of them alone: npm run test:long -- crash | months | soak [TEXTS [SEED]] | fuzz
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { node, root } from '../electron/launch/toolchain.mjs';

const PARTS = {
  crash: (args) => ['test/bench/crash.ts', ...args],
  months: () => ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'appointments/month.test'],
  soak: (args) => ['test/bench/soak.ts', ...args],
  fuzz: () => ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'every-method', 'every-request'],
};
const [only, ...args] = process.argv.slice(2);
if (only !== undefined && !(only in PARTS)) {
  process.stderr.write(`There is no ${only}. There are: ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(2);
}
// Processes that are killed by the hundred read their code from here.
const env = {
  ...process.env,
  COUNTERLINE_MONTHS: '10',
  FUZZ_RUNS: '100',
  FUZZ_SEED: process.env.FUZZ_SEED ?? String(Math.floor(Math.random() * 1e9)),
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/counterline'),
};
let failed = 0;
for (const [name, command] of Object.entries(PARTS)) {
  if (only !== undefined && only !== name) continue;
  const from = performance.now();
  const { status } = spawnSync(node, command(args), { cwd: root, stdio: 'inherit', env });
  failed += status === 0 ? 0 : 1;
  process.stdout.write(
    `${status === 0 ? 'ok' : 'FAILED'}  ${name} (${((performance.now() - from) / 60_000).toFixed(1)} min)\n`,
  );
}
process.exit(failed === 0 ? 0 : 1);
