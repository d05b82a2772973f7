import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { ContractEvent } from '../app/contract.ts';
import type { FromBackend, ToBackend } from '../app/process-messages.ts';
import { refuse, type Result } from '../shared/result.ts';

export interface BackendHostOptions {
  /** The built entry point. */
  readonly script: string;
  readonly args: readonly string[];
  /** @throws Error with the sentence why its code must not be run */
  readonly check: () => void;
  /** @throws Error with the sentence why there is none */
  readonly secretKey: () => string | null;
  /** A Node binary to run the back end in, for an Electron whose own Node is too old for the database; null: Electron's own. */
  readonly node: string | null;
  readonly onEvent: (event: ContractEvent) => void;
  readonly onReachable: (reachable: boolean) => void;
  /** The back end cannot start at all; the sentence says why. */
  readonly onFailed: (message: string) => void;
}

/** One running back end, however it was started. */
interface Child {
  post(message: ToBackend): void;
  kill(): void;
}

/** A back end that crashes is restarted after this time; each crash in a row doubles it. */
const RESTART_MS = 500;
const MAX_RESTART_MS = 30_000;
/** Longer than the desk needs to finish the message under way. */
const STOP_TIMEOUT_MS = 5_000;

/** Keeps the back-end process running. */
export class BackendHost {
  readonly #options: BackendHostOptions;
  #child: Child | null = null;
  #nextId = 1;
  readonly #calls = new Map<number, (result: Result<unknown>) => void>();
  #waiting: (() => void)[] = [];
  #isReady = false;
  #stopped: (() => void) | null = null;
  #restartMs = RESTART_MS;

  constructor(options: BackendHostOptions) {
    this.#options = options;
  }

  start(): void {
    let secretKey: string | null;
    try {
      this.#options.check();
      secretKey = this.#options.secretKey();
    } catch (error) {
      this.#stopped ??= () => {};
      this.#options.onFailed(error instanceof Error ? error.message : String(error));
      return;
    }
    const child = this.#spawn(
      (message) => this.#onMessage(message),
      () => {
        if (child === this.#child) this.#onExit();
      },
    );
    this.#child = child;
    child.post({ type: 'start', secretKey });
  }

  onSystemResume(): void {
    this.#child?.post({ type: 'woke-up' });
  }

  async invoke(method: string, input: unknown): Promise<Result<unknown>> {
    if (!this.#isReady) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const child = this.#child;
    if (child === null) return unreachable();
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#calls.set(id, resolve);
      child.post({ type: 'call', id, method, input });
    });
  }

  /** Lets the back end finish what is under way, and ends it if it does not. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null || this.#stopped !== null) return;
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      child.post({ type: 'stop' });
      setTimeout(() => {
        child.kill();
        resolve();
      }, STOP_TIMEOUT_MS);
    });
  }

  #onMessage(message: FromBackend): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#restartMs = RESTART_MS;
        for (const resolve of this.#waiting.splice(0)) resolve();
        this.#options.onReachable(true);
        break;
      case 'failed':
        this.#stopped ??= () => {}; // it is not started again: it would fail again
        this.#options.onFailed(message.message);
        break;
      case 'answer':
        this.#calls.get(message.id)?.(message.result);
        this.#calls.delete(message.id);
        break;
      case 'event':
        this.#options.onEvent(message.event);
        break;
    }
  }

  #onExit(): void {
    this.#child = null;
    this.#isReady = false;
    for (const resolve of this.#calls.values()) resolve(unreachable());
    this.#calls.clear();
    if (this.#stopped !== null) {
      this.#stopped();
      return;
    }
    this.#options.onReachable(false);
    setTimeout(() => this.start(), this.#restartMs);
    this.#restartMs = Math.min(MAX_RESTART_MS, this.#restartMs * 2);
  }

  #spawn(onMessage: (message: FromBackend) => void, onExit: () => void): Child {
    const { script, args, node } = this.#options;
    // Modules are loaded only from the program's own folder, never from where the environment points.
    const { NODE_PATH: _, ...env } = process.env;
    if (node !== null) {
      const child = fork(script, args, { execPath: node, serialization: 'advanced', env });
      child.on('message', (message) => onMessage(message as FromBackend));
      child.on('error', onExit);
      child.on('exit', onExit);
      return { post: (message) => void (child.connected && child.send(message)), kill: () => child.kill('SIGKILL') };
    }
    const child = utilityProcess.fork(script, [...args], { serviceName: 'Counterline desk', env });
    child.on('message', (message: unknown) => onMessage(message as FromBackend));
    child.on('exit', onExit);
    return { post: (message) => child.postMessage(message), kill: () => child.kill() };
  }
}

function unreachable(): Result<never> {
  return refuse('unreachable');
}
