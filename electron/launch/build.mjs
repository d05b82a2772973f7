// Builds the window and the three programs into dist/. --if-stale: only where a source is newer than the last build.
import { readdirSync, existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './toolchain.mjs';

const stamp = join(root, 'dist', '.built');
const SOURCES = ['electron', 'modem', 'renderer', 'package.json', 'package-lock.json', 'vite.config.ts'];
/** Loaded at run time: native modules, and what the runtime brings. */
const EXTERNAL = ['electron', 'better-sqlite3', 'serialport', '@serialport/parser-readline'];

const quiet = process.argv.includes('--quiet');
if (process.argv.includes('--if-stale') && existsSync(stamp) && newest() <= statSync(stamp).mtimeMs) process.exit(0);
if (quiet) process.stdout.write('Building ...\n');

const logLevel = quiet ? 'error' : 'info';
await build({ root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel });
await buildPrograms(
  {
    main: 'electron/main.ts',
    'backend-process': 'electron/backend-process.ts',
    'backup-worker': 'electron/backups/backup-worker.ts',
    'calendar-worker': 'electron/calendars/calendar-worker.ts',
    headless: 'electron/headless.ts',
  },
  'es',
);
// A sandboxed preload script must be CommonJS.
await buildPrograms({ preload: 'electron/preload.ts' }, 'cjs');
writeFileSync(stamp, '');
utimesSync(stamp, new Date(), new Date());

function buildPrograms(entries, format) {
  return build({
    root,
    configFile: false,
    logLevel,
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      outDir: 'dist/electron',
      emptyOutDir: format === 'es',
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        external: EXTERNAL,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
}

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
