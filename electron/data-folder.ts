import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FETCHED } from './backups/vault.ts';
import type { CarriedOver } from './shared/carried-over.ts';

const DATABASE = 'counterline.db';
/** Lies there as long as the program runs: found at the start, it was ended in the middle. */
const RUNNING = 'running';
/** What a backup that is being put in place carries over; gone when all of it is done. */
const RESTORING = 'restore.json';
const ASIDE = 'aside';
const ASIDE_KEPT = 2;
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

  /** Takes away what was being written when the program was ended. Only by whoever has the lock. */
  tidy(): void {
    for (const name of readdirSync(this.#folder))
      if (/\.partial(-wal|-shm|-journal)?$/.test(name)) rmSync(join(this.#folder, name), { force: true });
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
    writeFileSync(join(this.#folder, RUNNING), '', { mode: 0o600 });
  }

  end(): void {
    rmSync(join(this.#folder, RUNNING), { force: true });
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
    const { carried, aside } = JSON.parse(readFileSync(marker, 'utf8')) as Restoring;
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

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
