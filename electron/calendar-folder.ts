import { createHash } from 'node:crypto';
import { constants, watch, type FSWatcher } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CalendarFiles, CalendarFolder } from './shared/calendar-folder.ts';

/** A program writes a file in several bites: read once it is quiet. */
const QUIET_MS = 500;
/** A folder that was not there may come: a stick, a share. */
const AGAIN_MS = 60_000;
const MOST_BYTES = 5_000_000;

/** The file system's own notices; no polling as long as the folder is there. */
export const watchedCalendarFolder: CalendarFolder = {
  follow(path, onRead) {
    let watcher: FSWatcher | null = null;
    let timer: NodeJS.Timeout | null = null;
    let isStopped = false;
    let last = '';
    /** One reading at a time: what changes meanwhile is read behind it. */
    let [isReading, isToRead] = [false, false];

    const readIn = (ms: number): void => {
      if (isStopped) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void read(), ms);
      timer.unref();
    };
    const read = async (): Promise<void> => {
      if (isReading) {
        isToRead = true;
        return;
      }
      isReading = true;
      const found = await readCalendars(path);
      const now = await digestOf(found);
      isReading = false;
      if (isStopped) return;
      if (isToRead) {
        isToRead = false;
        readIn(QUIET_MS);
      }
      // Not to be missed between the reading and the watching: watched first, the next time.
      if ('problem' in found) {
        watcher?.close();
        watcher = null;
        readIn(AGAIN_MS);
      } else if (watcher === null && listen()) readIn(QUIET_MS);
      if (now === last) return;
      last = now;
      onRead(found);
    };
    const listen = (): boolean => {
      try {
        watcher = watch(path, { persistent: false }, () => readIn(QUIET_MS));
        // A file that is written anew under its name is another one: its folder is watched with it.
        const folder = watch(dirname(path), { persistent: false }, (_, name) => {
          if (name === basename(path)) readIn(QUIET_MS);
        });
        const own = watcher;
        own.on('close', () => folder.close());
        for (const each of [own, folder])
          each.on('error', () => {
            own.close();
            watcher = null;
            readIn(AGAIN_MS);
          });
        return true;
      } catch {
        readIn(AGAIN_MS);
        return false;
      }
    };
    readIn(0);
    return () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      watcher?.close();
    };
  },
};

/**
 * Of a file, and of nothing else that may lie there: a pipe would be waited for, a device read for ever. Null: it is none, or one that is
 * too large to be a calendar; neither is left out in silence.
 */
async function octetsOf(path: string): Promise<{ readonly octets: Uint8Array | null; readonly mtimeMs: number }> {
  // Opened so that nobody is waited for (open(2), O_NONBLOCK); Windows has no such pipes in folders.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    const { mtimeMs } = found;
    if (!found.isFile() || found.size > MOST_BYTES) return { octets: null, mtimeMs };
    // It may grow while it is read.
    const octets = Buffer.alloc(MOST_BYTES + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(octets, length, Math.min(octets.length - length, found.size + 1), null);
      length += bytesRead;
      if (bytesRead === 0 || length === octets.length) break;
    }
    return { octets: length > MOST_BYTES ? null : Uint8Array.from(octets.subarray(0, length)), mtimeMs };
  } finally {
    await file.close();
  }
}

/** What was found is kept by no more than this: whether it is another one the next time. */
async function digestOf(found: CalendarFiles): Promise<string> {
  if ('problem' in found) return found.problem;
  const hash = createHash('sha256');
  for (const { name, octets } of found.files) {
    hash.update(`${name}\0${octets?.length ?? 'too large'}\0`).update(octets ?? '');
    // A folder may hold many large ones: whoever else waits has a turn between two.
    await setImmediate();
  }
  return hash.digest('hex');
}

async function readCalendars(path: string): Promise<CalendarFiles> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    const names = isFolder ? (await readdir(path)).filter((name) => /\.ics$/i.test(name)).toSorted() : [basename(path)];
    const folder = isFolder ? path : dirname(path);
    const files: { name: string; mtimeMs: number; octets: Uint8Array | null }[] = [];
    // One after the other: a system opens so many files at a time and no more, and whoever else waits has a turn.
    for (const name of names) {
      const file = join(folder, name);
      files.push({ name, ...(await octetsOf(file)) });
    }
    // What was written last counts where two say otherwise.
    return { files: files.toSorted((a, b) => a.mtimeMs - b.mtimeMs).map(({ name, octets }) => ({ name, octets })) };
  } catch {
    return { problem: 'unreadable' };
  }
}
