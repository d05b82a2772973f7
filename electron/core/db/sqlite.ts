import type BetterSqlite3 from 'better-sqlite3';
import { fold } from '../../shared/fold.ts';

export type Database = BetterSqlite3.Database;
export type Statement<P extends unknown[], R = unknown> = Pick<
  BetterSqlite3.Statement<P, R>,
  'run' | 'get' | 'all' | 'iterate'
>;

/** better-sqlite3 13 is a Node-API 10 module and dies without a word on anything older. */
const NEEDED_NODE_API = 10;

/** How long another Counterline that is just stopping may still hold the data. */
const LOCK_TIMEOUT_MS = 2_000;

/** @throws Error on a runtime that cannot load SQLite, with what is needed */
export async function loadSqlite(): Promise<typeof BetterSqlite3> {
  if (Number(process.versions['napi'] ?? 0) < NEEDED_NODE_API) {
    throw new Error(`The database needs Node 22.14 or newer (this is ${process.version}).`);
  }
  return (await import('better-sqlite3')).default;
}

const RUNNING_ALREADY = 'Counterline is already running with this data. Close it first, or give another --data-dir.';

/**
 * Takes a folder for this process alone, before anything in it is touched. The lock is the operating system's and goes with the process.
 * @returns lets it go @throws Error where another process has it, with what to do
 */
export async function lockFolder(path: string): Promise<() => void> {
  const Sqlite = await loadSqlite();
  const database = new Sqlite(path, { timeout: LOCK_TIMEOUT_MS });
  try {
    // Nothing is ever written into it: also on a full disk it can be taken.
    database.pragma('journal_mode = MEMORY');
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new Error(RUNNING_ALREADY, { cause: error });
  }
  return () => database.close();
}

/**
 * Opens the data for this process alone: two senders on one outbox would send every text twice. The lock is the
 * operating system's and goes with the process, however that ends.
 * @param path a file; `:memory:`; or the bytes of a database, which is then kept in memory
 * @throws Error on a runtime that cannot load SQLite, or where another process has the data, with what to do
 */
export async function openSqlite(path: string | Buffer): Promise<Database> {
  const Sqlite = await loadSqlite();
  const database = new Sqlite(path, { timeout: LOCK_TIMEOUT_MS });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // 32 MB: a list of customers that is brought in fits.
    database.pragma('cache_size = -32000');
    // What was deleted or written over is gone: a person who is erased leaves nothing behind in the file.
    database.pragma('secure_delete = ON');
    database.function('fold', { deterministic: true }, (text) => fold(String(text)));
    database.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    database.close();
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    throw new Error(RUNNING_ALREADY, { cause: error });
  }
  return database;
}
