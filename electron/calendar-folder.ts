import { createHash } from 'node:crypto';
import { watch, type FSWatcher } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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

    const readIn = (ms: number): void => {
      if (isStopped) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void read(), ms);
      timer.unref();
    };
    const read = async (): Promise<void> => {
      const found = await readCalendars(path);
      if (isStopped) return;
      // Not to be missed between the reading and the watching: watched first, the next time.
      if ('problem' in found) {
        watcher?.close();
        watcher = null;
        readIn(AGAIN_MS);
      } else if (watcher === null && listen()) readIn(QUIET_MS);
      const now = digestOf(found);
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

/** What was found is kept by no more than this: whether it is another one the next time. */
function digestOf(found: CalendarFiles): string {
  if ('problem' in found) return found.problem;
  const hash = createHash('sha256');
  for (const { name, octets } of found.files)
    hash.update(`${name}\0${octets?.length ?? 'too large'}\0`).update(octets ?? '');
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
      const { size, mtimeMs } = await stat(file);
      // One that is too large to be a calendar is not left out in silence.
      files.push({ name, mtimeMs, octets: size > MOST_BYTES ? null : await readFile(file) });
    }
    // What was written last counts where two say otherwise.
    return { files: files.toSorted((a, b) => a.mtimeMs - b.mtimeMs).map(({ name, octets }) => ({ name, octets })) };
  } catch {
    return { problem: 'unreadable' };
  }
}
