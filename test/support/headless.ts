import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Outputs, Input, Method } from '../../electron/app/contract.ts';
import type { Result } from '../../electron/shared/result.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TOKEN = 'test-token-0123456789';

const left = new Set<string>();
let isWatched = false;

/** A folder of a test's own. What the test does not remove itself is removed when its process ends. */
export function temporaryFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `counterline-${name}-`));
  if (!isWatched) process.once('exit', removeLeft);
  isWatched = true;
  left.add(path);
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
      left.delete(path);
    },
  };
}

function removeLeft(): void {
  for (const path of left) rmSync(path, { recursive: true, force: true });
}

/** The built desk as a process of its own, talked to over its API. */
export class Headless {
  readonly url: string;
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly token = TOKEN;

  private constructor(child: ChildProcess, url: string, output: () => string) {
    this.process = child;
    this.url = url;
    this.output = output;
  }

  static async start(options: {
    dataDir: string;
    modem: string;
    country?: string;
    token?: string | null;
    port?: number;
    /** A folder whose entries are modem ports. */
    ports?: string;
    /** Nobody has set the shop up yet: the window asks first. */
    isNew?: boolean;
    /** Tells how long its loop was held. */
    watchesLoop?: boolean;
  }): Promise<Headless> {
    const token = options.token === undefined ? TOKEN : options.token;
    const watchesLoop = options.watchesLoop === true;
    const args = [
      ...(watchesLoop ? ['--import', pathToFileURL(join(ROOT, 'test/support/loop-watch.ts')).href] : []),
      'dist/electron/headless.js',
      '--data-dir',
      options.dataDir,
      '--modem',
      options.modem,
      '--listen',
      `127.0.0.1:${options.port ?? 0}`,
    ];
    if (options.ports !== undefined) args.push('--ports', options.ports);
    if (options.country !== undefined) args.push('--country', options.country);
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...(token === null ? {} : { COUNTERLINE_OWNER_TOKEN: token }) },
      stdio: ['ignore', 'pipe', 'pipe', watchesLoop ? 'ipc' : 'ignore'],
    });
    let output = '';
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        output += String(chunk);
        const address = /^listening (\S+)$/m.exec(output)?.[1];
        if (address !== undefined) resolve(address);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => reject(new Error(`The desk ended with ${code}: ${output}`)));
    });
    if (token !== null) await setUp(url, token, options.isNew !== true);
    return new Headless(child, url, () => output);
  }

  get windowUrl(): string {
    return `${this.url}/#token=${TOKEN}`;
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: any }> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${TOKEN}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Asks as a window does. @throws Error with the refusal */
  async ask<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> {
    const response = await fetch(`${this.url}/window/invoke/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Result<Outputs[M]>;
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  }

  /** For how long its loop was held at most since this was asked last, in milliseconds. */
  loopHeld(): Promise<number> {
    return new Promise((resolve) => {
      this.process.once('message', (told) => resolve((told as { loopHeldMs: number }).loopHeldMs));
      this.process.send('loop');
    });
  }

  /** All pages of a listing. */
  async all(path: string): Promise<any[]> {
    const items: any[] = [];
    for (let next: string | null = ''; next !== null;) {
      const separator = path.includes('?') ? '&' : '?';
      const { body } = await this.request('GET', `${path}${next === '' ? '' : `${separator}after=${next}`}`);
      items.push(...body.items);
      next = body.next;
    }
    return items;
  }

  /** Ends it as a system would; answers its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode;
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', (code) => resolve(code)));
    this.process.kill(signal);
    return ended;
  }
}

/** These tests run by the computer's own clock, also at night, when nothing would leave by itself. */
async function setUp(url: string, token: string, welcomed: boolean): Promise<void> {
  const response = await fetch(`${url}/window/invoke/settings.set`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      textingHours: Array.from({ length: 7 }, () => [{ from: '00:00', to: '00:00' }]),
      ...(welcomed ? { welcomed } : {}),
    }),
  });
  if (!response.ok) throw new Error(`Settings: ${response.status}`);
}

/** Nothing here takes so long but what never comes: a test that fails says what it waited for. */
const WAIT_AT_MOST_MS = 120_000;

/**
 * Asks again until it is so.
 * @param seen what there is instead, for whoever has to find out why
 * @throws where it was called from, if it never is
 */
export async function until<T>(
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  seen: () => string = () => '',
): Promise<T> {
  const never = new Error('It never became so.');
  const giveUpAt = performance.now() + WAIT_AT_MOST_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > giveUpAt) {
      never.message += seen();
      throw never;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
