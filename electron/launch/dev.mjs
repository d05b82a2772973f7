// npm run dev: the window with hot reload before a headless desk on the Demo line, which starts anew when its code changes.
// What stands behind `--` goes to the desk: npm run dev -- --modem /dev/ttyUSB0
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'vite';
import { node, root } from './toolchain.mjs';

const HOST = '127.0.0.1';
const WINDOW_PORT = 5173;
/** Made anew each time: with a real modem the data are a real shop's. */
const TOKEN = randomBytes(16).toString('base64url');

const given = process.argv.slice(2);
const has = (option) => given.some((each) => each === option || each.startsWith(`${option}=`));
const dataDir = join(root, 'dist', 'dev');
mkdirSync(dataDir, { recursive: true });
const port = await freePort();
const desk = `http://${HOST}:${port}`;

const child = spawn(
  node,
  [
    '--watch',
    '--watch-preserve-output',
    'electron/headless.ts',
    `--listen=${HOST}:${port}`,
    ...(has('--data-dir') ? [] : [`--data-dir=${dataDir}`]),
    ...(has('--modem') ? [] : ['--modem=demo']),
    ...given,
  ],
  { cwd: root, env: { ...process.env, COUNTERLINE_OWNER_TOKEN: TOKEN }, stdio: ['ignore', 'inherit', 'inherit'] },
);

/** The desk answers its own page only; what comes through here is this page's. */
const asItsOwn = {
  target: desk,
  changeOrigin: true,
  configure: (proxy) => {
    proxy.on('proxyReq', (request) => request.getHeader('origin') !== undefined && request.setHeader('origin', desk));
    // While it starts anew it answers nothing: the window says so, and tries again by itself.
    proxy.on('error', (_error, _request, response) => response.writeHead?.(502).end());
  },
};
const vite = await createServer({
  configFile: join(root, 'vite.config.ts'),
  cacheDir: join(root, 'node_modules', '.cache', 'vite-dev'),
  server: { host: HOST, port: WINDOW_PORT, proxy: { '/window': asItsOwn, '/api': asItsOwn } },
});
await vite.listen();
const window = vite.resolvedUrls?.local[0] ?? `http://${HOST}:${WINDOW_PORT}/`;
process.stdout.write(`open ${window}#token=${TOKEN}\n`);
process.stdout.write(`components ${window}gallery.html\n`);

let isEnding = false;
async function end(code) {
  if (isEnding) return;
  isEnding = true;
  child.kill('SIGTERM');
  await vite.close();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
child.on('exit', (code) => void end(code ?? 1));

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.on('error', reject);
    socket.listen(0, HOST, () => {
      const { port: free } = socket.address();
      socket.close(() => resolve(free));
    });
  });
}
