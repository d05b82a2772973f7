import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { basename, join } from 'node:path';
import { FETCHED } from './backups/vault.ts';
import type { CarriedOver } from './shared/restore-carryover.ts';

export const DATABASE = 'counterline.db';
/** Lies there as long as the program runs: found at the start, it was ended in the middle. */
const RUNNING = 'running';
/** What a backup that is being put in place carries over; gone when all of it is done. */
const RESTORING = 'restore.json';
const ASIDE = 'aside';
const ASIDE_KEPT = 2;
const BACKUPS = 'backups';
/** What is written only where there is a shop already. */
const SIGNS_OF_LIFE = ['backup-folder.json', 'opt-outs.jsonl'] as const;
/** Its header alone is longer. */
const SMALLEST_DATABASE = 100;
const OWN_FOLDERS = [ASIDE, BACKUPS, 'logs'];
/** Those that it cannot start without being able to read and write them. */
export const FILES_THERE = [
  DATABASE,
  `${DATABASE}-wal`,
  `${DATABASE}-shm`,
  'secret.key',
  'opt-outs.jsonl',
  'instance.lock',
  RESTORING,
] as const;
const OWN_FILE =
  /^(counterline\.db|secret\.key|opt-outs\.jsonl|instance\.lock|running|restore\.json|backup-folder\.json)|\.partial/;
const PARTS = ['-wal', '-shm', ''] as const;
/** Looked through at every start: it takes a moment. A larger one only where the program was ended in the middle; every night its copy is. */
const ALWAYS_CHECKED_BYTES = 64 * 1024 * 1024;

interface Restoring {
  readonly carried: CarriedOver;
  /** The name under which the data that were are kept. */
  readonly aside: string;
}

/** The files the desk lives in, and putting other data in their place: interrupted at any moment, it goes on at the next start. */
export class DataFolder {
  readonly path: string;
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#folder = folder;
    this.path = join(folder, DATABASE);
  }

  /** Where {@link lockFolder} takes it. */
  get lock(): string {
    return join(this.#folder, 'instance.lock');
  }

  /**
   * Lets only this user read what is kept here, whoever might before: the folder may have been there, or come from a stick.
   * @returns the folder, where others may read it all the same: not every file system knows whose a file is
   */
  makePrivate(): string | null {
    if (process.platform === 'win32') return null; // the profile's own rights hold there
    const isOpen = restrict(this.#folder, 0o700);
    // Who may not enter the folder reads nothing in it; should it be opened again, its files are closed still.
    for (const path of this.#ownFiles()) restrict(path, isFolder(path) ? 0o700 : 0o600);
    return isOpen ? this.#folder : null;
  }

  /** What the program itself has put here. Others' files are not its to touch. */
  #ownFiles(): readonly string[] {
    const within = (folder: string): readonly string[] =>
      entriesOf(folder)
        .filter((entry) => entry.isFile() || entry.isDirectory())
        .map(({ name }) => join(folder, name));
    const folders = OWN_FOLDERS.map((name) => join(this.#folder, name)).filter((path) => existsSync(path));
    const files = within(this.#folder).filter((path) => OWN_FILE.test(basename(path)));
    return [...files, ...folders, ...folders.flatMap(within)];
  }

  /** Takes away what was being written when the program was ended. Only by whoever has the lock. */
  tidy(): void {
    for (const name of readdirSync(this.#folder))
      if (/\.partial(-wal|-shm|-journal)?$/.test(name) && !isFolder(join(this.#folder, name)))
        rmSync(join(this.#folder, name), { force: true });
  }

  /**
   * Whether the database is not there, or holds nothing at all, although there was one: what was in it is lost, and what lies beside it
   * tells that there was something.
   */
  get isEmptied(): boolean {
    if (existsSync(this.path) && statSync(this.path).size >= SMALLEST_DATABASE) return false;
    return this.hasHeldData || holdsSomething(`${this.path}-wal`);
  }

  /** Whether what lies beside the database tells that there was a shop in it: an empty one is none that begins. */
  get hasHeldData(): boolean {
    const backups = join(this.#folder, BACKUPS);
    if (entriesOf(backups).length > 0) return true;
    // The folder of the backups may be on a stick that is not there.
    return SIGNS_OF_LIFE.some((name) => holdsSomething(join(this.#folder, name)));
  }

  /** Whether the database is to be looked through before it is worked with. */
  get isDoubtful(): boolean {
    if (!existsSync(this.path)) return false;
    return existsSync(join(this.#folder, RUNNING)) || statSync(this.path).size < ALWAYS_CHECKED_BYTES;
  }

  /** On its disk; null: that cannot be told. */
  freeBytes(): number | null {
    try {
      const { bavail, bsize } = statfsSync(this.#folder);
      return bavail * bsize;
    } catch {
      return null;
    }
  }

  begin(): void {
    try {
      writeFileSync(join(this.#folder, RUNNING), '', { mode: 0o600 });
    } catch {
      // On a full disk the next start knows less of how this one ended.
    }
  }

  end(): void {
    rmSync(join(this.#folder, RUNNING), { force: true, recursive: true });
  }

  /** From here on the fetched copy takes the place of the data, whatever happens. */
  beginRestore(carried: CarriedOver, now: number): void {
    const restoring: Restoring = {
      carried,
      aside: `counterline-${new Date(now).toJSON().slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`,
    };
    const path = join(this.#folder, RESTORING);
    writeFileSync(`${path}.partial`, JSON.stringify(restoring), { mode: 0o600 });
    sync(`${path}.partial`);
    renameSync(`${path}.partial`, path);
    this.#sync();
  }

  /** With the database closed. Puts a copy in place that was begun with; null: none was. */
  placeRestored(): CarriedOver | null {
    const marker = join(this.#folder, RESTORING);
    const fetched = join(this.#folder, FETCHED);
    if (!existsSync(marker)) {
      // Fetched, and not begun with.
      rmSync(fetched, { force: true });
      return null;
    }
    const { carried, aside } = restoringIn(marker);
    if (existsSync(fetched)) {
      const kept = join(this.#folder, ASIDE);
      mkdirSync(kept, { recursive: true, mode: 0o700 });
      for (const part of PARTS)
        if (existsSync(`${this.path}${part}`)) renameSync(`${this.path}${part}`, join(kept, `${aside}${part}`));
      renameSync(fetched, this.path);
      this.#sync();
      this.#tidyAside(kept);
    }
    return carried;
  }

  /** What has happened since was put right. */
  endRestore(): void {
    rmSync(join(this.#folder, RESTORING), { force: true });
    this.#sync();
  }

  #tidyAside(kept: string): void {
    const names = readdirSync(kept)
      .filter((name) => name.endsWith('.db'))
      .toSorted();
    for (const name of names.slice(0, -ASIDE_KEPT))
      for (const part of PARTS) rmSync(join(kept, `${name}${part}`), { force: true });
  }

  #sync(): void {
    if (process.platform !== 'win32') sync(this.#folder);
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
/** None of what is no folder, or cannot be looked into: whoever needs it says so. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function holdsSomething(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > 0;
}

const ASIDE_NAME = /^counterline-\d{8}T\d{6}Z\.db$/;

function restoringIn(path: string): Restoring {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<Restoring> | null;
    // Nothing else is ever written there: a name that leads elsewhere is none of ours.
    const isOurs = typeof found?.aside === 'string' && ASIDE_NAME.test(found.aside);
    if (isOurs && typeof found.carried === 'object' && found.carried !== null)
      return { aside: found.aside, carried: found.carried };
  } catch {
    // Said below.
  }
  throw new Error(
    `The file ${path} is damaged: it tells how far a backup was put back. Delete it, start again, and put the backup back once more.`,
  );
}

/** @returns whether others may read it all the same */
function restrict(path: string, mode: number): boolean {
  try {
    // What a link leads to is not ours to close.
    if (lstatSync(path).isSymbolicLink()) return false;
    // One that its owner may not write comes from a disk of copies.
    if ((statSync(path).mode & 0o777) === mode) return false;
    chmodSync(path, mode);
    return (statSync(path).mode & 0o077) !== 0;
  } catch {
    return true;
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
