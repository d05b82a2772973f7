import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findElectron } from '../../electron/launch/electron-runtime.mjs';
import { ROOT, until } from './headless.ts';

/** Whether an Electron runtime is here; says what to do where there is none. */
export function lacksElectron(): boolean {
  const lacks = findElectron() === null;
  if (lacks) process.stderr.write('skipped: needs an Electron runtime (set ELECTRON_OVERRIDE_DIST_PATH to one)\n');
  return lacks;
}

export interface Running {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** The first match of a pattern in what it prints. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/** A program in a process group of its own, so that all it started ends with it. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Running {
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const listeners = new Set<() => void>();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
      for (const listener of listeners) listener();
    });
  }
  return {
    process: child,
    output: () => output,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(output);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void exited.then(() => reject(new Error(`It ended without printing ${pattern}: ${output}`)));
      }),
    async stop() {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        process.kill(-child.pid, 'SIGTERM');
        const late = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 8_000);
        await exited;
        clearTimeout(late);
      }
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Evaluates an expression in the main process of an Electron that was started with `--inspect`; `electron` is in reach. */
export async function inShell<T>(inspectPort: number, expression: string): Promise<T> {
  const targets = (await (await fetch(`http://127.0.0.1:${inspectPort}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl as string);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const answered = new Promise<string>((resolve) =>
    socket.addEventListener('message', ({ data }) => resolve(String(data))),
  );
  const code = `{ const electron = process.getBuiltinModule('module').createRequire('/')('electron'); JSON.stringify(${expression} ?? null) }`;
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: code } }));
  const { result } = JSON.parse(await answered) as { result: { result: { value: string; description?: string } } };
  socket.close();
  if (result.result.value === undefined) throw new Error(result.result.description);
  return JSON.parse(result.result.value) as T;
}

/**
 * A screen that is only drawn in memory has no graphics processor. Electron looks for one first, starts a process for it that fails,
 * and only then draws by itself; its pages wait for that meanwhile.
 */
export const DRAWN_IN_MEMORY = '--disable-gpu';

/** The window of an Electron that was started with `--remote-debugging-port`. */
export async function electronWindow(app: Running, port: number): Promise<{ browser: Browser; page: Page }> {
  const address = `http://127.0.0.1:${port}`;
  // The list names where a page is going before it is there. A debugger that attaches in between is left without
  // answers for ever: what it asked went to the process that the page leaves. Only a document has a title.
  let listed = '';
  await until(
    async () => {
      listed = await (await fetch(`${address}/json/list`)).text();
      const targets = JSON.parse(listed) as Record<'type' | 'url' | 'title', string>[];
      return targets.some(({ type, url, title }) => type === 'page' && url.startsWith('app://') && title !== '');
    },
    () => ` Its pages: ${listed}; it printed: ${app.output()}`,
  );
  const browser = await chromium.connectOverCDP(address);
  const page = await until(() =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((each) => each.url().startsWith('app://')),
  );
  return { browser, page };
}
