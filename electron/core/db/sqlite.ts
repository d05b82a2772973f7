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

/** @throws Error on a runtime that cannot load SQLite; its message says what is needed */
export async function loadSqlite(): Promise<typeof BetterSqlite3> {
  if (Number(process.versions['napi'] ?? 0) < NEEDED_NODE_API) {
    throw new Error(`The database needs Node 22.14 or newer (this is ${process.version}).`);
  }
  return (await import('better-sqlite3')).default;
}

const RUNNING_ALREADY = 'Counterline is already running with this data. Close it first, or give another --data-dir.';

/**
 * Reserves a folder for this process alone, before anything in it is touched. The lock belongs to the operating system and ends
 * with the process.
 * @returns a function that releases the lock
 * @throws Error where another process has it; its message says what to do
 */
export async function lockFolder(path: string): Promise<() => void> {
  const Sqlite = await loadSqlite();
  const database = new Sqlite(path, { timeout: LOCK_TIMEOUT_MS });
  try {
    // Nothing is ever written into this database, so the lock can be taken even on a full disk.
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
 * Opens the data for this process alone: two senders on one outbox would send every message twice. The lock belongs to the
 * operating system and ends with the process, however that ends.
 * @param path a file; `:memory:`; or the bytes of a database, which is then kept in memory
 * @throws Error on a runtime that cannot load SQLite, or where another process has the data; its message says what to do
 */
export async function openSqlite(path: string | Buffer): Promise<Database> {
  const Sqlite = await loadSqlite();
  const database = new Sqlite(path, { timeout: LOCK_TIMEOUT_MS });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // 32 MB: a list of customers that is being imported fits.
    database.pragma('cache_size = -32000');
    // Deleted or overwritten content is wiped: a person who is erased leaves nothing behind in the file.
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
