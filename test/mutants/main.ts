/**
 * `npm run test:mutants [-- AREA ...]`: brings small faults into copies of the project, one at a time, and lists those that no test
 * notices. The working tree is not touched.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/headless.ts';
import { AREAS, type Mutation } from './mutations.ts';

interface Job {
  readonly area: string;
  readonly tests: readonly string[];
  /** Null: nothing is changed, and the tests must pass. */
  readonly mutation: Mutation | null;
}

const COPIED = [
  'electron',
  'modem',
  'renderer',
  'test',
  'package.json',
  'vitest.config.ts',
  'vite.config.ts',
  'tsconfig.json',
];
/** A fault that makes a test wait for ever is noticed by its time-out; this is for those that hang the process. */
const HANGS_AFTER_MS = 10 * 60_000;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !AREAS.some((area) => area.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no area ${unknown.join(', ')}. There are: ${AREAS.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}
const areas = AREAS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const jobs: Job[] = [
  // Tests that fail by themselves would notice everything.
  ...areas.map(({ name, tests }) => ({ area: name, tests, mutation: null })),
  ...areas.flatMap(({ name, tests, mutations }) => mutations.map((mutation) => ({ area: name, tests, mutation }))),
];
const total = jobs.filter(({ mutation }) => mutation !== null).length;
const survived: string[] = [];
const faulty: string[] = [];
let done = 0;

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
process.stdout.write(
  `\n${total} mutants: ${total - survived.length - faulty.length} noticed, ${survived.length} survived\n`,
);
for (const line of survived) process.stdout.write(`  survived  ${line}\n`);
for (const line of faulty) process.stdout.write(`  FAULT  ${line}\n`);
process.exit(faulty.length > 0 ? 1 : 0);

/** Takes one after the other, in a copy of its own. */
async function work(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterline-mutants-'));
  for (const name of COPIED)
    cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: (path) => !path.includes('screenshots') });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await tryOne(folder, job);
  rmSync(folder, { recursive: true, force: true });
}

async function tryOne(folder: string, { area, tests, mutation }: Job): Promise<void> {
  const name =
    mutation === null ? `${area}: nothing changed` : `${area}: ${mutation.file}: ${firstLine(mutation.find)}`;
  if (mutation === null) {
    if (!(await passes(folder, tests))) faulty.push(`${name}, and the tests fail`);
    return;
  }
  const path = join(folder, mutation.file);
  const source = readFileSync(path, 'utf8');
  if (source.split(mutation.find).length !== 2) {
    faulty.push(`${name}: does not stand there exactly once`);
    return;
  }
  writeFileSync(
    path,
    source.replace(mutation.find, () => mutation.replace),
  );
  const survives = await passes(folder, tests);
  writeFileSync(path, source);
  if (survives) survived.push(`${name} -> ${firstLine(mutation.replace)}`);
  done += 1;
  process.stdout.write(`${done}/${total} ${survives ? 'SURVIVED' : 'noticed '} ${name}\n`);
}

function passes(folder: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const files = tests.map((path) => `test/${path}`);
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--project', 'unit', '--bail', '1', '--maxWorkers', '1', ...files],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, CI: '1' } },
  );
  const hangs = setTimeout(() => child.kill('SIGKILL'), HANGS_AFTER_MS);
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      clearTimeout(hangs);
      resolve(code === 0);
    }),
  );
}

function firstLine(text: string): string {
  return text === '' ? '(nothing)' : (text.split('\n')[0] as string).trim();
}
