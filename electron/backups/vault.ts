import { RememberedFolder } from './remembered-folder.ts';
import {
  noteOf,
  saysOut,
  sizeOf,
  freeIn,
  removeDatabase,
  writeSynced,
  syncFolder,
  linesOf,
  instantOf,
  problemOf,
} from './vault-files.ts';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  BACKUP_KINDS,
  type BackupContents,
  type BackupFile,
  type BackupKind,
  type BackupVault,
} from '../shared/backup-vault.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { keptOf } from './retention-policy.ts';
import type { WorkerAnswer, WorkerOrder } from './worker-protocol.ts';
import { workerFile } from '../worker-file.ts';

/** Of the files in the data folder. */
const DATABASE = 'counterline.db';
const OPT_OUTS = 'opt-outs.jsonl';
const SNAPSHOT = 'backup.partial';
const SCRATCH = 'backup-proof.partial';
/** Ready to be put in the place of the data. */
export const FETCHED = 'restore.db';
const NAME = /^counterline-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([a-z-]+)-([0-9a-f]{8})\.db(\.age)?$/;
const OPT_OUT_COPY = /^counterline-[0-9a-f]{8}-opt-outs\.jsonl(\.age)?$/;
/** Lies in a folder that was chosen: where a stick or a share should be there is none without it. */
const MARK = '.counterline-backups';
/** Nothing takes so long but a disk that does not answer. */
const GIVEN_UP_AFTER_MS = 30 * 60_000;
/** A copy as the migration makes it, beside the data. */
const BEFORE_SCHEMA = /^counterline\.db\.before-schema-\d+$/;
/** Besides the copies: what is written meanwhile, and room to go on working. */
const SPARE_BYTES = 60 * 1024 * 1024;

/** As the `age` program does it: a second for each passphrase that is tried. */
const SCRYPT_LOG_N = 18;

interface VaultOptions {
  readonly dataDir: string;
  /** See WorkerOrder; for tests, whose passphrases nobody guesses at. */
  readonly scryptLogN?: number;
  /** The day of the shop's calendar, `YYYY-MM-DD`. */
  readonly dateOf: (at: number) => string;
}

/** Backups as files in a folder of the owner's choice, each with a note of what it holds. */
export class FileBackupVault implements BackupVault {
  readonly ownFolder: string;
  readonly #dataDir: string;
  readonly #dateOf: (at: number) => string;
  readonly #scryptLogN: number;
  #worker: Worker | null = null;
  #isGivenUp = false;
  readonly #memory: RememberedFolder;

  constructor({ dataDir, dateOf, scryptLogN = SCRYPT_LOG_N }: VaultOptions) {
    this.#dataDir = resolve(dataDir);
    this.#scryptLogN = scryptLogN;
    this.#dateOf = dateOf;
    this.ownFolder = join(this.#dataDir, 'backups');
    this.#memory = new RememberedFolder(this.#dataDir);
  }

  async use(path: string): ReturnType<BackupVault['use']> {
    try {
      if (!isAbsolute(path)) return refuse('no-folder');
      await mkdir(path, { recursive: true });
      await writeFile(join(path, MARK), 'Counterline keeps backups here.\n');
      return await this.#described(path);
    } catch {
      return refuse('no-folder');
    }
  }

  async folder(path: string): ReturnType<BackupVault['folder']> {
    if (path === this.ownFolder) return this.use(path);
    try {
      await stat(join(path, MARK));
      return await this.#described(path);
    } catch {
      return refuse('no-folder');
    }
  }

  async #described(path: string): ReturnType<BackupVault['folder']> {
    const [theirs, ours] = await Promise.all([stat(path), stat(this.#dataDir)]);
    return ok({ path, onSameDisk: theirs.dev === ours.dev });
  }

  async list(folder: string): ReturnType<BackupVault['list']> {
    try {
      const names = existsSync(folder) || folder !== this.ownFolder ? await readdir(folder) : [];
      const files = await Promise.all(names.map((name) => this.#fileOf(folder, name)));
      return ok(files.filter((file) => file !== null).toSorted((a, b) => b.at - a.at));
    } catch {
      return refuse('no-folder');
    }
  }

  async make(
    ...[folder, kind, at, passphrase, snapshot]: Parameters<BackupVault['make']>
  ): Promise<Result<BackupFile>> {
    const temporary = join(this.#dataDir, SNAPSHOT);
    this.#isGivenUp = false;
    try {
      const usable = await this.folder(folder);
      if (!usable.ok) return usable;
      const size = await sizeOf(join(this.#dataDir, DATABASE));
      const { onSameDisk } = usable.value;
      if (!(await this.#hasRoom(this.#dataDir, size * (onSameDisk ? 2 : 1)))) return refuse('disk-full');
      if (!onSameDisk && !(await this.#hasRoom(folder, size))) return refuse('disk-full');
      await removeDatabase(temporary);
      await snapshot(temporary, () => this.#isGivenUp);
      const stored = await this.#store(temporary, folder, this.#nameOf(kind, at, passphrase !== null), passphrase);
      if (!stored.ok) return stored;
      await this.#storeOptOuts(folder, passphrase);
      await this.#prune(folder);
      return stored;
    } catch (error) {
      return refuse(problemOf(error));
    } finally {
      this.#endWorker();
      await removeDatabase(temporary);
    }
  }

  async #hasRoom(folder: string, bytes: number): Promise<boolean> {
    return (await freeIn(folder)) >= bytes + SPARE_BYTES;
  }

  async adopt(folder: string, passphrase: string | null): Promise<void> {
    try {
      await this.#adoptAll(folder, passphrase);
    } finally {
      this.#endWorker();
    }
  }

  async #adoptAll(folder: string, passphrase: string | null): Promise<void> {
    for (const name of await readdir(this.#dataDir)) {
      if (!BEFORE_SCHEMA.test(name)) continue;
      const path = join(this.#dataDir, name);
      const { mtimeMs } = await stat(path);
      const usable = await this.folder(folder);
      const target = this.#nameOf('before-update', mtimeMs, passphrase !== null);
      // It stays where it is until it is safe there.
      if (usable.ok && (await this.#store(path, folder, target, passphrase)).ok) await rm(path, { force: true });
    }
  }

  async verify(folder: string, name: string, passphrase: string | null): Promise<Result<BackupContents>> {
    const scratch = join(this.#dataDir, SCRATCH);
    this.#isGivenUp = false;
    try {
      return await this.#read(folder, name, passphrase, scratch, 1);
    } finally {
      this.#endWorker();
      await removeDatabase(scratch);
    }
  }

  async fetch(folder: string, name: string, passphrases: readonly string[]): Promise<Result<BackupContents>> {
    try {
      return await this.#fetch(folder, name, passphrases);
    } finally {
      this.#endWorker();
    }
  }

  async #fetch(folder: string, name: string, passphrases: readonly string[]): Promise<Result<BackupContents>> {
    const partial = join(this.#dataDir, `${FETCHED}.partial`);
    this.#isGivenUp = false;
    let found: Result<BackupContents> = refuse('wrong-passphrase');
    for (const passphrase of [...passphrases, null]) {
      // One of an older version is copied once more before it is changed.
      found = await this.#read(folder, name, passphrase, partial, 2);
      if (found.ok || found.error.code !== 'wrong-passphrase') break;
    }
    const optOuts = found.ok ? await this.#optOutsIn(folder, passphrases) : null;
    if (!found.ok || optOuts === null) {
      await removeDatabase(partial);
      return found.ok ? refuse('list-sealed') : found;
    }
    await rename(partial, join(this.#dataDir, FETCHED));
    await syncFolder(this.#dataDir);
    this.#mergeOptOuts(optOuts);
    return found;
  }

  async fetchNothing(): Promise<void> {
    await writeSynced(join(this.#dataDir, FETCHED), '');
    await syncFolder(this.#dataDir);
  }

  stop(): void {
    this.#isGivenUp = true;
    this.#endWorker();
  }

  remember(folder: string): void {
    this.#memory.keep({ folder, id: this.#memory.id });
  }

  remembered(): string {
    const { folder } = this.#memory.kept();
    return folder === '' ? this.ownFolder : folder;
  }

  /** `counterline-20261125T020000Z-nightly-1f3a90cc.db`: sorted by name they are sorted by time, whatever the clocks do. */
  #nameOf(kind: BackupKind, at: number, encrypted: boolean): string {
    const instant = new Date(at).toJSON().slice(0, 19).replaceAll(/[-:]/g, '');
    return `counterline-${instant}Z-${kind}-${this.#memory.id}.db${encrypted ? '.age' : ''}`;
  }

  /** Checks a copy, and puts it among the others. */
  async #store(from: string, folder: string, name: string, passphrase: string | null): Promise<Result<BackupFile>> {
    const looked = await this.#work({ do: 'look', path: from });
    if ('problem' in looked) return looked.problem === 'damaged' ? refuse('data-damaged') : refuse(looked.problem);
    const partial = join(folder, `${name}.partial`);
    const written = await this.#work({ do: 'store', from, to: partial, passphrase, scryptLogN: this.#scryptLogN });
    if ('problem' in written || !('contents' in looked) || !('sha256' in written)) {
      await rm(partial, { force: true });
      return refuse('problem' in written ? written.problem : 'no-folder');
    }
    const note = join(folder, `${name}.json`);
    await writeSynced(`${note}.partial`, JSON.stringify({ contents: looked.contents, sha256: written.sha256 }));
    await rename(`${note}.partial`, note);
    await rename(partial, join(folder, name));
    await syncFolder(folder);
    const file = await this.#fileOf(folder, name);
    return file === null ? refuse('no-folder') : ok(file);
  }

  /** Into a scratch copy, which is looked through and compared with what was noted. */
  async #read(
    folder: string,
    name: string,
    passphrase: string | null,
    to: string,
    copies: number,
  ): Promise<Result<BackupContents>> {
    const file = NAME.test(name) ? await this.#fileOf(folder, name).catch(() => null) : null;
    if (file === null) return refuse('not-found.backup');
    if (file.encrypted && passphrase === null) return refuse('wrong-passphrase');
    if (!(await this.#hasRoom(this.#dataDir, file.bytes * copies))) return refuse('disk-full');
    await removeDatabase(to);
    const from = join(folder, name);
    const note = await noteOf(folder, name);
    if (note !== null) {
      const hashed = await this.#work({ do: 'hash', path: from });
      if ('sha256' in hashed && hashed.sha256 !== note.sha256) return refuse('damaged');
    }
    const fetched = await this.#work({ do: 'fetch', from, to, passphrase: file.encrypted ? passphrase : null });
    if ('problem' in fetched) return refuse(fetched.problem);
    const looked = await this.#work({ do: 'look', path: to });
    if (!('contents' in looked)) return refuse('problem' in looked ? looked.problem : 'damaged');
    if (note !== null && JSON.stringify(note.contents) !== JSON.stringify(looked.contents)) return refuse('damaged');
    return ok(looked.contents);
  }

  async #fileOf(folder: string, name: string): Promise<BackupFile | null> {
    const [, year, month, day, hour, minute, second, written, id, sealed] = NAME.exec(name) ?? [];
    const kind = BACKUP_KINDS.find((each) => each === written);
    if (kind === undefined) return null;
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    // A link leads to whatever somebody wants to be read.
    const found = await lstat(join(folder, name));
    if (!found.isFile()) return null;
    const { size } = found;
    const note = await noteOf(folder, name);
    const encrypted = sealed !== undefined;
    return { name, kind, at, bytes: size, isOwn: id === this.#memory.id, encrypted, contents: note?.contents ?? null };
  }

  /** Beside the backups as well: one that is put back elsewhere brings nobody back who said STOP since. */
  async #storeOptOuts(folder: string, passphrase: string | null): Promise<void> {
    const from = join(this.#dataDir, OPT_OUTS);
    if (!existsSync(from)) return;
    const open = join(folder, `counterline-${this.#memory.id}-${OPT_OUTS}`);
    const [to, other] = passphrase === null ? [open, `${open}.age`] : [`${open}.age`, open];
    const order = { do: 'store', from, to: `${to}.partial`, passphrase, scryptLogN: this.#scryptLogN } as const;
    const written = await this.#work(order);
    if (!('sha256' in written)) return;
    await rename(`${to}.partial`, to);
    // Sealed from now on, it does not lie open beside it.
    await rm(other, { force: true });
  }

  /** What the lists beside the backups say; null: one of them cannot be opened, and nobody knows who is on it. */
  async #optOutsIn(folder: string, passphrases: readonly string[]): Promise<readonly string[] | null> {
    const scratch = join(this.#dataDir, `${OPT_OUTS}.partial`);
    const lines: string[] = [];
    try {
      for (const name of (await readdir(folder)).filter((each) => OPT_OUT_COPY.test(each))) {
        const keys = name.endsWith('.age') ? passphrases : [null];
        let isRead = false;
        for (const passphrase of keys) {
          const fetched = await this.#work({ do: 'fetch', from: join(folder, name), to: scratch, passphrase });
          if (!('sha256' in fetched)) continue;
          const isOwn = name.includes(this.#memory.id);
          for (const line of linesOf(readFileSync(scratch, 'utf8'))) if (isOwn || saysOut(line)) lines.push(line);
          isRead = true;
          break;
        }
        // Our own is known here in any case.
        if (!isRead && !(name.includes(this.#memory.id) && existsSync(join(this.#dataDir, OPT_OUTS)))) return null;
      }
      return lines;
    } finally {
      await rm(scratch, { force: true });
    }
  }

  /** Added to what is known here; what was said last counts. In one go: somebody may say STOP at this moment. */
  #mergeOptOuts(theirs: readonly string[]): void {
    const own = join(this.#dataDir, OPT_OUTS);
    const known = new Set(existsSync(own) ? linesOf(readFileSync(own, 'utf8')) : []);
    const all = [...new Set([...theirs, ...known])].toSorted((a, b) => instantOf(a) - instantOf(b));
    if (all.length === known.size) return;
    const file = openSync(`${own}.new`, 'w', 0o600);
    writeFileSync(file, `${all.join('\n')}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(`${own}.new`, own);
  }

  /** In a thread: none of this may keep the modem waiting. */
  #work(order: WorkerOrder): Promise<WorkerAnswer> {
    if (this.#isGivenUp) return Promise.resolve({ problem: 'no-folder', detail: 'it was given up' });
    this.#worker ??= new Worker(workerFile(import.meta.url, 'backup-worker'));
    const worker = this.#worker;
    return new Promise((answer) => {
      const timer = setTimeout(() => this.#endWorker(), GIVEN_UP_AFTER_MS);
      const end = (said: WorkerAnswer): void => {
        clearTimeout(timer);
        worker.off('message', end).off('error', failed).off('exit', ended);
        answer(said);
      };
      const failed = (error: unknown): void => {
        this.#worker = null;
        end({ problem: problemOf(error), detail: String(error) });
      };
      const ended = (): void => end({ problem: 'no-folder', detail: 'the thread ended without an answer' });
      worker.on('message', end).on('error', failed).on('exit', ended);
      worker.postMessage(order);
    });
  }

  /** A thread takes longer to start than most orders: one serves a whole backup, and none stays when it is done. */
  #endWorker(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }

  async #prune(folder: string): Promise<void> {
    const listed = await this.list(folder);
    if (!listed.ok) return;
    const own = listed.value.filter(({ isOwn }) => isOwn);
    const kept = keptOf(own, this.#dateOf);
    for (const file of own) {
      if (kept.has(file)) continue;
      await rm(join(folder, file.name), { force: true });
      await rm(join(folder, `${file.name}.json`), { force: true });
    }
  }
}
