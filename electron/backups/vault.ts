import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  BACKUP_KINDS,
  type BackupContents,
  type BackupFile,
  type BackupKind,
  type BackupVault,
} from '../shared/backup-vault.ts';
import { ok, refuse, type RefusalCode, type Result } from '../shared/result.ts';
import { keptOf } from './kept.ts';
import type { WorkerAnswer, WorkerOrder, WorkerProblem } from './worker-order.ts';

/** Of the files in the data folder. */
const DATABASE = 'counterline.db';
const OPT_OUTS = 'opt-outs.jsonl';
const SNAPSHOT = 'backup.partial';
const SCRATCH = 'backup-proof.partial';
/** Ready to be put in the place of the data. */
export const FETCHED = 'restore.db';
const REMEMBERED = 'backup-folder.json';
const NAME = /^counterline-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([a-z-]+)\.db(\.age)?$/;
/** A copy as the migration makes it, beside the data. */
const BEFORE_SCHEMA = /^counterline\.db\.before-schema-\d+$/;
/** Besides the backup itself: what is written meanwhile, and room to go on working. */
const SPARE_BYTES = 20 * 1024 * 1024;

const SENTENCES: Readonly<Record<WorkerProblem, readonly [RefusalCode, string]>> = {
  damaged: ['damaged', 'This backup is damaged. Choose another one.'],
  'schema-too-new': ['schema-too-new', 'A newer Counterline wrote this backup. Install that version first.'],
  'wrong-passphrase': ['wrong-passphrase', 'The passphrase does not open this backup.'],
  'disk-full': ['disk-full', 'There is no room left on the disk. Make room, or choose another folder.'],
  'no-folder': ['no-folder', 'This folder cannot be used. Is the disk plugged in, and may you write there?'],
};

interface VaultOptions {
  readonly dataDir: string;
  /** The day of the shop's calendar, `YYYY-MM-DD`. */
  readonly dateOf: (at: number) => string;
}

/** Backups as files in a folder of the owner's choice, each with a note of what it holds. */
export class FileBackupVault implements BackupVault {
  readonly ownFolder: string;
  readonly #dataDir: string;
  readonly #dateOf: (at: number) => string;

  constructor({ dataDir, dateOf }: VaultOptions) {
    this.#dataDir = resolve(dataDir);
    this.#dateOf = dateOf;
    this.ownFolder = join(this.#dataDir, 'backups');
  }

  async folder(path: string): ReturnType<BackupVault['folder']> {
    try {
      if (!isAbsolute(path)) return refusedFor('no-folder');
      await mkdir(path, { recursive: true });
      const probe = join(path, '.counterline-probe');
      await (await open(probe, 'w')).close();
      await rm(probe);
      const [theirs, ours] = await Promise.all([stat(path), stat(this.#dataDir)]);
      return ok({ path, onSameDisk: theirs.dev === ours.dev });
    } catch {
      return refusedFor('no-folder');
    }
  }

  async list(folder: string): ReturnType<BackupVault['list']> {
    try {
      const names = existsSync(folder) || folder !== this.ownFolder ? await readdir(folder) : [];
      const files = await Promise.all(names.map((name) => this.#fileOf(folder, name)));
      return ok(files.filter((file) => file !== null).toSorted((a, b) => b.at - a.at));
    } catch {
      return refusedFor('no-folder');
    }
  }

  async make(
    ...[folder, kind, at, passphrase, snapshot]: Parameters<BackupVault['make']>
  ): Promise<Result<BackupFile>> {
    const temporary = join(this.#dataDir, SNAPSHOT);
    try {
      const usable = await this.folder(folder);
      if (!usable.ok) return usable;
      const needed = (await sizeOf(join(this.#dataDir, DATABASE))) + SPARE_BYTES;
      for (const place of [this.#dataDir, folder]) if ((await freeIn(place)) < needed) return refusedFor('disk-full');
      await removeDatabase(temporary);
      await snapshot(temporary);
      const stored = await this.#store(temporary, folder, nameOf(kind, at, passphrase !== null), passphrase);
      if (!stored.ok) return stored;
      await this.#storeOptOuts(folder, passphrase);
      await this.#prune(folder);
      return stored;
    } catch (error) {
      return refusedFor(problemOf(error));
    } finally {
      await removeDatabase(temporary);
    }
  }

  async adopt(folder: string, passphrase: string | null): Promise<void> {
    for (const name of await readdir(this.#dataDir)) {
      if (!BEFORE_SCHEMA.test(name)) continue;
      const path = join(this.#dataDir, name);
      const { mtimeMs } = await stat(path);
      const usable = await this.folder(folder);
      const target = nameOf('before-update', mtimeMs, passphrase !== null);
      // It stays where it is until it is safe there.
      if (usable.ok && (await this.#store(path, folder, target, passphrase)).ok) await rm(path, { force: true });
    }
  }

  async prove(folder: string, name: string, passphrase: string | null): Promise<Result<BackupContents>> {
    const scratch = join(this.#dataDir, SCRATCH);
    try {
      return await this.#read(folder, name, passphrase, scratch);
    } finally {
      await removeDatabase(scratch);
    }
  }

  async fetch(folder: string, name: string, passphrase: string | null): Promise<Result<BackupContents>> {
    const partial = join(this.#dataDir, `${FETCHED}.partial`);
    const found = await this.#read(folder, name, passphrase, partial);
    if (!found.ok) {
      await removeDatabase(partial);
      return found;
    }
    await rename(partial, join(this.#dataDir, FETCHED));
    await syncFolder(this.#dataDir);
    await this.#fetchOptOuts(folder, passphrase);
    return found;
  }

  remember(folder: string): void {
    const path = join(this.#dataDir, REMEMBERED);
    writeFileSync(`${path}.partial`, JSON.stringify({ folder }), { mode: 0o600 });
    renameSync(`${path}.partial`, path);
  }

  remembered(): string {
    try {
      const { folder } = JSON.parse(readFileSync(join(this.#dataDir, REMEMBERED), 'utf8')) as { folder?: unknown };
      return typeof folder === 'string' && folder !== '' ? folder : this.ownFolder;
    } catch {
      return this.ownFolder;
    }
  }

  /** Checks a copy, and puts it among the others. */
  async #store(from: string, folder: string, name: string, passphrase: string | null): Promise<Result<BackupFile>> {
    const looked = await work({ do: 'look', path: from });
    if ('problem' in looked) return looked.problem === 'damaged' ? sourceDamaged() : refusedFor(looked.problem);
    const partial = join(folder, `${name}.partial`);
    const written = await work({ do: 'store', from, to: partial, passphrase });
    if ('problem' in written || !('contents' in looked) || !('sha256' in written)) {
      await rm(partial, { force: true });
      return refusedFor('problem' in written ? written.problem : 'no-folder');
    }
    const note = join(folder, `${name}.json`);
    await writeSynced(`${note}.partial`, JSON.stringify({ contents: looked.contents, sha256: written.sha256 }));
    await rename(`${note}.partial`, note);
    await rename(partial, join(folder, name));
    await syncFolder(folder);
    const file = await this.#fileOf(folder, name);
    return file === null ? refusedFor('no-folder') : ok(file);
  }

  /** Into a scratch copy, which is looked through and compared with what was noted. */
  async #read(folder: string, name: string, passphrase: string | null, to: string): Promise<Result<BackupContents>> {
    const file = NAME.test(name) ? await this.#fileOf(folder, name).catch(() => null) : null;
    if (file === null) return refuse('not-found', 'This backup is not there any more.');
    if (file.encrypted && passphrase === null) return refusedFor('wrong-passphrase');
    await removeDatabase(to);
    const from = join(folder, name);
    const note = await noteOf(folder, name);
    if (note !== null) {
      const hashed = await work({ do: 'hash', path: from });
      if ('sha256' in hashed && hashed.sha256 !== note.sha256) return refusedFor('damaged');
    }
    const fetched = await work({ do: 'fetch', from, to, passphrase: file.encrypted ? passphrase : null });
    if ('problem' in fetched) return refusedFor(fetched.problem);
    const looked = await work({ do: 'look', path: to });
    if (!('contents' in looked)) return refusedFor('problem' in looked ? looked.problem : 'damaged');
    if (note !== null && JSON.stringify(note.contents) !== JSON.stringify(looked.contents))
      return refusedFor('damaged');
    return ok(looked.contents);
  }

  async #fileOf(folder: string, name: string): Promise<BackupFile | null> {
    const [, year, month, day, hour, minute, second, written, sealed] = NAME.exec(name) ?? [];
    const kind = BACKUP_KINDS.find((each) => each === written);
    if (kind === undefined) return null;
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    const { size } = await stat(join(folder, name));
    const note = await noteOf(folder, name);
    return { name, kind, at, bytes: size, encrypted: sealed !== undefined, contents: note?.contents ?? null };
  }

  /** Beside the backups as well: one that is put back elsewhere brings nobody back who said STOP since. */
  async #storeOptOuts(folder: string, passphrase: string | null): Promise<void> {
    const from = join(this.#dataDir, OPT_OUTS);
    if (!existsSync(from)) return;
    const name = `counterline-${OPT_OUTS}${passphrase === null ? '' : '.age'}`;
    const to = join(folder, name);
    const written = await work({ do: 'store', from, to: `${to}.partial`, passphrase });
    if ('sha256' in written) await rename(`${to}.partial`, to);
  }

  /** Their lines are added to what is known here; what was said last counts. */
  async #fetchOptOuts(folder: string, passphrase: string | null): Promise<void> {
    const scratch = join(this.#dataDir, `${OPT_OUTS}.partial`);
    const own = join(this.#dataDir, OPT_OUTS);
    for (const [suffix, key] of [
      ['', null],
      ['.age', passphrase],
    ] as const) {
      const from = join(folder, `counterline-${OPT_OUTS}${suffix}`);
      if (!existsSync(from) || (suffix === '.age' && key === null)) continue;
      const fetched = await work({ do: 'fetch', from, to: scratch, passphrase: key });
      if (!('sha256' in fetched)) continue;
      const theirs = await linesOf(scratch);
      const known = new Set(existsSync(own) ? await linesOf(own) : []);
      const all = [...new Set([...theirs, ...known])].toSorted((a, b) => instantOf(a) - instantOf(b));
      if (all.length > known.size) {
        await writeSynced(`${own}.new`, `${all.join('\n')}\n`);
        await rename(`${own}.new`, own);
        await syncFolder(dirname(own));
      }
    }
    await rm(scratch, { force: true });
  }

  async #prune(folder: string): Promise<void> {
    const listed = await this.list(folder);
    if (!listed.ok) return;
    const kept = keptOf(listed.value, this.#dateOf);
    for (const file of listed.value) {
      if (kept.has(file)) continue;
      await rm(join(folder, file.name), { force: true });
      await rm(join(folder, `${file.name}.json`), { force: true });
    }
  }
}

/** `counterline-20261125T020000Z-nightly.db`: sorted by name they are sorted by time, whatever the clocks do. */
function nameOf(kind: BackupKind, at: number, encrypted: boolean): string {
  const instant = new Date(at).toJSON().slice(0, 19).replaceAll(/[-:]/g, '');
  return `counterline-${instant}Z-${kind}.db${encrypted ? '.age' : ''}`;
}

async function noteOf(folder: string, name: string): Promise<{ contents: BackupContents; sha256: string } | null> {
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

/** In a thread: none of this may keep the modem waiting. */
function work(order: WorkerOrder): Promise<WorkerAnswer> {
  return new Promise((answer) => {
    const worker = new Worker(workerFile(), { workerData: order });
    worker.once('message', (message: WorkerAnswer) => answer(message));
    worker.once('error', (error) => answer({ problem: problemOf(error), detail: String(error) }));
    worker.once('exit', () => answer({ problem: 'no-folder', detail: 'the thread ended without an answer' }));
  });
}

/** Beside this file as it was written, or where it was built to. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('backup-worker.ts', here);
  return new URL(here.includes('/chunks/') ? '../backup-worker.js' : 'backup-worker.js', here);
}

function refusedFor(problem: WorkerProblem): Result<never> {
  const [code, sentence] = SENTENCES[problem];
  return refuse(code, sentence);
}

function sourceDamaged(): Result<never> {
  return refuse(
    'data-damaged',
    'The data themselves are damaged, so no backup was made. Put back the newest good backup, in the settings.',
  );
}

function problemOf(error: unknown): WorkerProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return 'disk-full';
  return code?.startsWith('SQLITE_CORRUPT') === true || code === 'SQLITE_NOTADB' ? 'damaged' : 'no-folder';
}

async function sizeOf(path: string): Promise<number> {
  return existsSync(path) ? (await stat(path)).size : 0;
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${path}${suffix}`, { force: true });
}

async function writeSynced(path: string, content: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  await file.writeFile(content);
  await file.sync();
  await file.close();
}

/** A name that was given to a file is on disk once its folder is. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().catch(() => {});
  await folder.close();
}

async function linesOf(path: string): Promise<readonly string[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
}

function instantOf(line: string): number {
  try {
    const { at } = JSON.parse(line) as { at?: unknown };
    return typeof at === 'number' ? at : 0;
  } catch {
    return 0;
  }
}
