import { watch, type FSWatcher } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { listPorts, type PortCandidate } from './discovery.ts';
import { serialTransport } from './serial-port.ts';
import type { Transport } from './transport.ts';

/** The computer's ports. Tests put simulated modems in their place. */
export interface Hardware {
  listPorts(): Promise<readonly PortCandidate[]>;
  transport(path: string): Transport;
  /** The device behind a name: two names may refer to the same port. */
  deviceOf(path: string): Promise<string>;
  /** Calls back when ports may have appeared or disappeared; returns the function that stops it. */
  watch(changed: () => void): () => void;
}

/** Where the system does not report new ports, they are listed this often. */
const POLL_MS = 5_000;
/** A stick's ports appear one after the other. */
const SETTLE_MS = 1_500;

/** @param folder its entries also count as ports, for example links made by udev rules */
export function systemHardware(folder: string | null): Hardware {
  const list = (): Promise<readonly PortCandidate[]> => listPorts(folder);
  return {
    listPorts: list,
    transport: serialTransport,
    deviceOf: (path) => realpath(path).catch(() => path),
    watch(changed) {
      const folders = [...(process.platform === 'linux' ? ['/dev'] : []), ...(folder === null ? [] : [folder])];
      const stops = folders.map((each) => watchFolder(each, changed));
      // Where the system cannot report changes (no such call, no folder yet, too many watchers), we poll.
      if (process.platform !== 'linux' || stops.includes(null)) stops.push(pollPorts(list, changed));
      return () => {
        for (const stop of stops) stop?.();
      };
    },
  };
}

/** The system's own notification; many changes at once are reported as one. Null: it gives none. */
function watchFolder(folder: string, changed: () => void): (() => void) | null {
  let timer: NodeJS.Timeout | null = null;
  const onChange = (_event: string, name: string | null): void => {
    if (folder === '/dev' && !/^(tty(USB|ACM)|serial)/.test(name ?? '')) return;
    timer ??= setTimeout(() => {
      timer = null;
      changed();
    }, SETTLE_MS);
  };
  let watcher: FSWatcher;
  try {
    watcher = watch(folder, onChange);
  } catch {
    return null;
  }
  watcher.on('error', () => watcher.close()); // the folder is gone: back-off still looks from time to time
  return () => {
    watcher.close();
    if (timer !== null) clearTimeout(timer);
  };
}

function pollPorts(list: () => Promise<readonly PortCandidate[]>, changed: () => void): () => void {
  let known: string | null = null;
  const timer = setInterval(() => {
    void list().then((ports) => {
      const now = ports.map(({ path }) => path).join();
      if (known !== null && known !== now) changed();
      known = now;
    });
  }, POLL_MS);
  return () => clearInterval(timer);
}
