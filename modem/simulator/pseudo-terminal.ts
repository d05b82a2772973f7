import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MemoryPeer } from '../transport/memory.ts';

export interface PseudoTerminal {
  readonly path: string;
  close(): Promise<void>;
}

const APPEAR_TIMEOUT_MS = 5_000;

/**
 * Puts a simulated modem behind a pseudo-terminal, which looks like a serial port to any program. Node cannot make one;
 * socat does, and we talk to it through its standard streams.
 * @throws Error where socat is not installed or the link cannot be made
 */
export async function attachPseudoTerminal(modem: MemoryPeer, path: string): Promise<PseudoTerminal> {
  const socat = spawn('socat', ['-b', '65536', '-', `pty,raw,echo=0,link=${path}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const failed = new Promise<never>((_, reject) => {
    socat.once('error', (cause) =>
      reject(new Error('socat is needed for pseudo-terminals (Debian: apt install socat).', { cause })),
    );
    socat.once('exit', () => reject(new Error(`socat could not make ${path}.`)));
  });
  await Promise.race([appeared(path), failed]);
  failed.catch(() => {}); // from here on its exit is the modem being unplugged
  // As long as we hold the other end open, a client may close and open it as it likes.
  const hold = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
  socat.stdin.on('error', () => {}); // writing to a modem that was just unplugged
  socat.stdout.on('data', (chunk: Buffer) => modem.received(chunk));
  const close = once(() => stop(socat, hold, path));
  modem.opened(
    (chunk) => socat.stdin.write(chunk),
    () => void close(),
  );
  return { path, close };
}

async function appeared(path: string): Promise<void> {
  for (let waited = 0; waited < APPEAR_TIMEOUT_MS; waited += 10) {
    if (existsSync(path)) return;
    await sleep(10);
  }
  throw new Error(`${path} did not appear.`);
}

/** Not by SIGTERM: about one socat in a thousand misses it where it is still starting, and then runs on for ever. */
async function stop(socat: ChildProcess, hold: number, path: string): Promise<void> {
  closeSync(hold);
  const exited = new Promise((resolve) => {
    socat.once('exit', resolve);
  });
  if (socat.exitCode === null && socat.signalCode === null) {
    socat.kill('SIGKILL');
    await exited;
  }
  rmSync(path, { force: true });
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run());
}
