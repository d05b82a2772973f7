// npm start: installs what is missing, builds, opens the app; where there is no Electron or no display, the same desk in
// a browser.
import { spawn } from 'node:child_process';
import { follow } from './run.mjs';
import { ensureInstalled, node, root, runInNode } from './toolchain.mjs';

ensureInstalled();
const built = runInNode(['electron/launch/build.mjs', '--if-stale', '--quiet']);
if (built !== 0) process.exit(built);

const { commandFor, environmentFor, findElectron } = await import('./electron-runtime.mjs');
const args = process.argv.slice(2);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const electron = hasDisplay ? findElectron() : null;

if (electron !== null) {
  const run = commandFor(electron, args);
  const child = spawn(run.command, run.args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environmentFor(electron) },
  });
  follow(child);
} else {
  process.stdout.write(
    hasDisplay
      ? 'Electron’s runtime could not be had, so the desk runs without its own window: open the address below.\n'
      : 'There is no display here, so the desk runs without its own window: open the address below in a browser.\n',
  );
  const child = spawn(node, ['dist/electron/headless.js', ...args], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    const address = /^open (\S+)$/m.exec(String(chunk))?.[1];
    if (address !== undefined && hasDisplay) openBrowser(address);
  });
  follow(child);
}

function openBrowser(address) {
  const [command, ...rest] =
    process.platform === 'win32'
      ? ['explorer', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address];
  const opener = spawn(command, rest, { stdio: 'ignore', detached: true });
  opener.on('error', () => {}); // the address stands in the terminal
  opener.unref();
}
