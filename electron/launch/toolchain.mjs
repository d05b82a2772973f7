// What `npm start` and `npm test` need before anything is installed. Plain JavaScript for the Node that is there (20 or
// newer), since nothing else is.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const stamp = join(root, 'node_modules', '.counterline-installed');

/** The Node that comes with the packages: the database does not load in older ones. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs the packages where they are missing or older than the lock file. Ends the process where that fails. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)) return;
  process.stdout.write('Installing what is missing (once) ...\n');
  const done = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done !== 0 || !existsSync(node)) {
    process.stderr.write('npm could not install the packages. Is the registry reachable? Try: npm ci\n');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function runNpm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  const { status } =
    cli !== undefined && /\.c?js$/.test(cli)
      ? spawnSync(process.execPath, [cli, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return status ?? 1;
}

/** Runs a script of the project in the installed Node, its own process, and hands over its exit code. */
export function runInNode(args, env = {}) {
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return status ?? 1;
}
