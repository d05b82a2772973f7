// Finds Electron's binary, which its package downloads at first use.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node, root } from './toolchain.mjs';

/** The first Electron whose Node has the Node-API the database needs; older ones run the back end beside them. */
const FIRST_WITH_NODE_API_10 = 36;

/** { path, version } of a runtime that is there or could be downloaded; null otherwise. */
export function findElectron() {
  const packageDir = join(root, 'node_modules', 'electron');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary =
    process.platform === 'win32'
      ? 'electron.exe'
      : process.platform === 'darwin'
        ? 'Electron.app/Contents/MacOS/Electron'
        : 'electron';
  if (override !== undefined && override !== '') return runtimeAt(join(override, binary));
  const installed = join(packageDir, 'dist', binary);
  if (!existsSync(installed)) spawnSync(node, [join(packageDir, 'install.js')], { stdio: 'ignore', timeout: 600_000 });
  return runtimeAt(installed);
}

function runtimeAt(path) {
  if (!existsSync(path)) return null;
  const folder = process.platform === 'darwin' ? join(path, '..', '..', '..', '..') : dirname(path);
  const versionFile = join(folder, 'version');
  return {
    path,
    folder,
    version: existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : null,
  };
}

/**
 * What to run: the binary and its arguments. A runtime that carries no default app of Electron's (one taken out of
 * another package) loads an app named on the command line too late for it to register its protocol, so it gets a linked
 * copy whose own app is ours.
 */
export function commandFor(runtime, args = []) {
  const own = [...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args];
  if (process.platform !== 'linux' || existsSync(join(runtime.folder, 'resources', 'default_app.asar'))) {
    return { command: runtime.path, args: ['.', ...own] };
  }
  const copy = join(root, 'dist', 'runtime');
  if (!existsSync(join(copy, 'electron'))) {
    linkRuntime(runtime.folder, copy);
    const app = join(copy, 'resources', 'app');
    mkdirSync(app, { recursive: true });
    const { name, productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    writeFileSync(
      join(app, 'package.json'),
      JSON.stringify({ name, productName, version, type: 'module', main: 'main.js' }),
    );
    writeFileSync(
      join(app, 'main.js'),
      `import ${JSON.stringify(pathToFileURL(join(root, 'dist/electron/main.js')).href)};\n`,
    );
  }
  return { command: join(copy, 'electron'), args: own };
}

/**
 * The runtime's files without its own app, under another name: linked where the file system can, copied where it cannot.
 */
export function linkRuntime(from, to) {
  rmSync(to, { recursive: true, force: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = relative(from, join(entry.parentPath, entry.name));
    if (path.split(sep)[0] === 'resources') continue;
    if (entry.isDirectory()) mkdirSync(join(to, path), { recursive: true });
    else if (entry.isFile()) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      try {
        linkSync(join(from, path), join(to, path));
      } catch {
        copyFileSync(join(from, path), join(to, path));
      }
    }
  }
}

/** What the runtime needs in its environment to run our back end. */
export function environmentFor({ version }) {
  const major = Number.parseInt(version ?? '', 10);
  return Number.isNaN(major) || major >= FIRST_WITH_NODE_API_10 ? {} : { COUNTERLINE_NODE: node };
}
