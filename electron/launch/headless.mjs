// npm run headless: the desk without Electron, a browser in front. Builds the window where it is missing or old.
import { ensureInstalled, runInNode } from './toolchain.mjs';
import { handOver } from './run.mjs';

ensureInstalled();
const built = runInNode(['electron/launch/build.mjs', '--if-stale', '--quiet']);
if (built !== 0) process.exit(built);
handOver('dist/electron/headless.js', process.argv.slice(2));
