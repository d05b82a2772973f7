// npm test: installs what is missing; then lint, types and build beside the unit tests, then the tests of the real thing; then which
// files took longest, whether it all stayed within its time, and a plain line of counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { ensureInstalled, node, root } from '../electron/launch/toolchain.mjs';

/** With nothing but Node, and with every program that a test can need; on two cores. */
const BUDGET_MINUTES = { node: 5, full: 15 };
/** Half as much again, and somebody has to look: a run that is slow once is no fault, one that always is drives people away. */
const TOLERANCE = 1.5;
const SLOWEST_SHOWN = 10;
/** Several times what all tests together have lying about at a time. */
const SCRATCH_BYTES = 8 * 2 ** 30;

ensureInstalled();
const started = performance.now();

const bin = (name, path) => join(root, 'node_modules', name, path);
/** One after the other; the build first, since the tests of the real thing wait for it. */
const STATIC_STEPS = [
  ['build', join(root, 'electron/launch/build.mjs'), '--if-stale', '--quiet'],
  ['lint', bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['types', bin('@typescript/native', 'bin/tsc'), '-p', 'tsconfig.json'],
  ['unused code', bin('knip', 'bin/knip.js'), '--no-config-hints'],
  [
    'types of the window',
    bin('svelte-check', 'bin/svelte-check'),
    '--tsconfig',
    'renderer/tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ],
  [
    'format',
    bin('prettier', 'bin/prettier.cjs'),
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    join(root, 'node_modules/.cache/prettier-check'),
    '.',
  ],
];
// Tests start programs by name (node): ours come first.
const env = {
  ...process.env,
  TMPDIR: scratchFolder(),
  NO_COLOR: '1',
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
};
const reports = mkdtempSync(join(tmpdir(), 'counterline-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
/** Seconds by test file. */
const took = [];

await Promise.all([staticSteps(), tests('unit')]);
await tests('real');
rmSync(reports, { recursive: true, force: true });

const minutes = (performance.now() - started) / 60_000;
const budget = counts.skipped === 0 ? BUDGET_MINUTES.full : BUDGET_MINUTES.node;
say('\nThe slowest files:');
for (const { file, seconds } of took.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST_SHOWN))
  say(`${seconds.toFixed(1).padStart(7)} s  ${file}`);
say(`${minutes.toFixed(1)} minutes in all; ${budget} is what it should take on two cores.`);
if (minutes > budget * TOLERANCE) {
  say(`FAILED  that is more than half as much again. Find what became slow; the list above is where to begin.`);
  counts.failed += 1;
}
if (counts.skipped > 0) say(`${counts.skipped} tests were skipped for want of programs named above.`);
if (counts.skipped > 0 && process.env.COUNTERLINE_SKIP_NOTHING === '1') counts.failed += 1;
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);

/**
 * For the databases of the tests, which there are by the hundred: in memory where there is plenty of it. What is killed is a process, never
 * the machine, so that it makes no difference but time.
 */
function scratchFolder() {
  const inMemory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return Math.min(bavail * bsize, freemem()) > SCRATCH_BYTES ? inMemory : tmpdir();
  } catch {
    return tmpdir(); // another system than Linux
  }
}

async function staticSteps() {
  for (const [name, ...command] of STATIC_STEPS) {
    const from = performance.now();
    const { status, output } = await run(command);
    counts[status === 0 ? 'passed' : 'failed'] += 1;
    process.stdout.write(output);
    say(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  }
}

async function tests(project) {
  const report = join(reports, `${project}.json`);
  const { status } = await run(
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=agent',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    'inherit',
  );
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    counts.passed += result.numPassedTests;
    counts.failed += result.numFailedTests;
    counts.skipped += result.numPendingTests + result.numTodoTests;
    for (const { name, startTime, endTime } of result.testResults)
      took.push({ file: relative(root, name), seconds: (endTime - startTime) / 1000 });
    // A file that does not even load has no tests to count.
    if (status !== 0 && result.numFailedTests === 0) counts.failed += 1;
  } catch {
    counts.failed += 1;
  }
}

/** What a step prints comes in one piece when it is done: another runs beside it. */
function run(command, stdout = 'pipe') {
  const child = spawn(node, command, { cwd: root, stdio: ['ignore', stdout, stdout], env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, output })));
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
