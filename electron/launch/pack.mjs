// npm run pack: the unpacked app for this system, from the Electron runtime at hand. Installers are made on the release
// machine, which can download what they need: npx electron-builder.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, node, root, runInNode } from './toolchain.mjs';

ensureInstalled();
const built = runInNode(['electron/launch/build.mjs', '--if-stale', '--quiet']);
if (built !== 0) process.exit(built);
const { environmentFor, findElectron, linkRuntime } = await import('./electron-runtime.mjs');
const runtime = findElectron();
if (runtime === null) {
  process.stderr.write('There is no Electron runtime here to pack with. Set ELECTRON_OVERRIDE_DIST_PATH to one.\n');
  process.exit(1);
}
// Without whatever app the runtime carries of its own.
const bare = join(root, 'dist', 'runtime-bare');
linkRuntime(runtime.folder, bare);
rmSync(join(root, 'release'), { recursive: true, force: true });
// Only for this computer: a runtime that is too old for the database borrows this Node.
const { COUNTERLINE_NODE: borrowed } = environmentFor(runtime);
const { status } = spawnSync(
  node,
  [
    join(root, 'node_modules', 'electron-builder', 'cli.js'),
    '--dir',
    '--publish=never',
    '-c.npmRebuild=false',
    `-c.electronDist=${bare}`,
    ...(borrowed === undefined ? [] : [`-c.extraMetadata.backendNode=${borrowed}`]),
    // For who drives its window from outside: a packed app is not open to that.
    ...(process.argv.includes('--watchable') ? ['-c.extraMetadata.mayBeWatched=true'] : []),
    ...(runtime.version === null ? [] : [`-c.electronVersion=${runtime.version}`]),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
