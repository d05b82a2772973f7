import { existsSync } from 'node:fs';
import { open, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupContents } from '../shared/backup-vault.ts';
import type { WorkerProblem } from './worker-protocol.ts';

export async function noteOf(
  folder: string,
  name: string,
): Promise<{ contents: BackupContents; sha256: string } | null> {
  try {
    const note = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as {
      contents?: BackupContents;
      sha256?: string;
    };
    return typeof note.sha256 === 'string' && typeof note.contents?.texts === 'number'
      ? { contents: note.contents, sha256: note.sha256 }
      : null;
  } catch {
    return null;
  }
}

/** Beside this file as it was written, or where it was built to. */
/** Of another desk's list: it may add who wants no texts, and takes nobody off ours. */
export function saysOut(line: string): boolean {
  try {
    const { state, at } = JSON.parse(line) as { readonly state?: unknown; readonly at?: unknown };
    return state === 'out' && typeof at === 'number' && at <= Date.now();
  } catch {
    return false;
  }
}

export function problemOf(error: unknown): WorkerProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return 'disk-full';
  return code?.startsWith('SQLITE_CORRUPT') === true || code === 'SQLITE_NOTADB' ? 'damaged' : 'no-folder';
}

export async function sizeOf(path: string): Promise<number> {
  return existsSync(path) ? (await stat(path)).size : 0;
}

export async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${path}${suffix}`, { force: true });
}

export async function writeSynced(path: string, content: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  await file.writeFile(content);
  await file.sync();
  await file.close();
}

/** A name that was given to a file is on disk once its folder is. Windows knows no such thing. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().catch(() => {});
  await folder.close();
}

export function linesOf(content: string): readonly string[] {
  return content.split('\n').filter((line) => line.trim() !== '');
}

export function instantOf(line: string): number {
  try {
    const { at } = JSON.parse(line) as { at?: unknown };
    return typeof at === 'number' ? at : 0;
  } catch {
    return 0;
  }
}
