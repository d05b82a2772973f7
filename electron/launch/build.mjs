// Builds the window and the three programs into dist/. --if-stale: only where a source is newer than the last build.
import { readdirSync, readFileSync, existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { EVENTS, METHODS } from '../app/contract.ts';
import { bundle } from './bundle.mjs';
import { root } from './toolchain.mjs';

const stamp = join(root, 'dist', '.built');
const SOURCES = ['electron', 'modem', 'renderer', 'package.json', 'package-lock.json', 'vite.config.ts'];
const outDir = 'dist/electron';

const quiet = process.argv.includes('--quiet');
if (process.argv.includes('--if-stale') && existsSync(stamp) && newest() <= statSync(stamp).mtimeMs) process.exit(0);
if (quiet) process.stdout.write('Building ...\n');

const logLevel = quiet ? 'error' : 'info';
await build({ root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel });
await bundle(
  {
    'backend-process': 'electron/backend-process.ts',
    'backup-worker': 'electron/backups/backup-worker.ts',
    'file-worker': 'electron/files/file-worker.ts',
    'sample-worker': 'electron/sample/sample-worker.ts',
    headless: 'electron/headless.ts',
  },
  { outDir, emptyOutDir: true, logLevel },
);
// The shell lets these names pass, and knows nothing else of what is asked.
const define = {
  CONTRACT_NAMES: JSON.stringify({ methods: Object.keys(METHODS), events: Object.keys(EVENTS) }),
};
// By itself: what it shares with the others lies beside the packed archive, and its code runs before that is checked.
await bundle({ main: 'electron/main.ts' }, { outDir, logLevel, define });
// What the others need of the manifest, for the same reason: the app's own, which names what is started, stays inside.
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(
  join(root, 'dist/electron/package.json'),
  `${JSON.stringify({ name: 'counterline', type: 'module', version })}\n`,
);
// A sandboxed preload script must be CommonJS.
await bundle({ preload: 'electron/preload.ts' }, { outDir, format: 'cjs', logLevel, define });
writeFileSync(stamp, '');
utimesSync(stamp, new Date(), new Date());

function newest() {
  let latest = 0;
  const visit = (path) => {
    const stats = statSync(path);
    if (stats.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else latest = Math.max(latest, stats.mtimeMs);
  };
  for (const source of SOURCES) visit(join(root, source));
  return latest;
}
