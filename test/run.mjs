// npm test: installs what is missing, lints, type-checks, builds, runs every test, and ends with a plain line of counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureInstalled, node, root } from '../electron/launch/toolchain.mjs';

ensureInstalled();

const bin = (name, path) => join(root, 'node_modules', name, path);
const STEPS = [
  ['lint', bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['format', bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['unused code', bin('knip', 'bin/knip.js'), '--no-config-hints'],
  ['types', bin('@typescript/native', 'bin/tsc'), '-p', 'tsconfig.json'],
  [
    'types of the window',
    bin('svelte-check', 'bin/svelte-check'),
    '--tsconfig',
    'renderer/tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ],
  ['build', join(root, 'electron/launch/build.mjs'), '--if-stale', '--quiet'],
];
// Tests start programs by name (oxlint, node): ours come first.
const env = {
  ...process.env,
  NO_COLOR: '1',
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
};

let passed = 0;
let failed = 0;
for (const [name, ...command] of STEPS) {
  const started = performance.now();
  const { status } = spawnSync(node, command, { cwd: root, stdio: 'inherit', env });
  if (status === 0) passed += 1;
  else failed += 1;
  process.stdout.write(
    `${status === 0 ? 'ok' : 'FAILED'}  ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'counterline-test-'));
const report = join(folder, 'report.json');
const run = spawnSync(
  node,
  [bin('vitest', 'vitest.mjs'), 'run', '--reporter=agent', '--reporter=json', `--outputFile.json=${report}`],
  {
    cwd: root,
    stdio: 'inherit',
    env,
  },
);
let skipped = 0;
try {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped = counts.numPendingTests + counts.numTodoTests;
  // A file that does not even load has no tests to count.
  if (run.status !== 0 && counts.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });

if (skipped > 0) process.stdout.write(`${skipped} tests were skipped for want of programs named above.\n`);
if (skipped > 0 && process.env.COUNTERLINE_SKIP_NOTHING === '1') failed += 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
