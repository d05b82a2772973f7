import type { BackupContents } from '../../shared/backup-vault.ts';
import { fold } from '../../shared/fold.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrate.ts';
import { loadSqlite, type Database } from './sqlite.ts';

/** A file that should be one of our databases is not one, or is broken, or was written by a newer Counterline. */
export class UnusableDataError extends Error {
  readonly code: 'damaged' | 'schema-too-new';
  constructor(code: UnusableDataError['code'], what: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'UnusableDataError';
    this.code = code;
  }
}

const COUNTED: Readonly<Record<Exclude<keyof BackupContents, 'schema' | 'newestTextAt'>, string>> = {
  texts: 'messages',
  conversations: 'conversations',
  customers: 'contacts',
  appointments: 'appointments',
  orders: 'orders',
  optOuts: 'opt_outs',
};

/**
 * Checks a copy of a database and says what it holds. From then on the copy is one file without a log beside it. This takes as
 * long as reading all of it does.
 * @throws UnusableDataError
 */
export async function contentsOf(path: string): Promise<BackupContents> {
  const Sqlite = await loadSqlite();
  let database: Database | null = null;
  try {
    database = new Sqlite(path, { fileMustExist: true });
    database.function('fold', { deterministic: true }, (text) => fold(String(text)));
    database.pragma('journal_mode = DELETE');
    const schema = database.pragma('user_version', { simple: true }) as number;
    if (schema > SCHEMA_VERSION)
      throw new UnusableDataError('schema-too-new', 'A newer Counterline wrote this. Install that version first.');
    const found = problemOf(database);
    if (found !== null || schema < 1) throw new UnusableDataError('damaged', found ?? 'This is no database of ours.');
    restoreTriggers(database, new Sqlite(':memory:'), schema);
    return { schema, ...countsOf(database) };
  } catch (error) {
    if (error instanceof UnusableDataError) throw error;
    throw new UnusableDataError('damaged', error instanceof Error ? error.message : String(error));
  } finally {
    database?.close();
  }
}

/** What SQLite finds wrong with a database (`PRAGMA quick_check`), or null if it finds nothing. */
export function problemOf(database: Database): string | null {
  const found = database.pragma('quick_check(1)', { simple: true });
  return found === 'ok' ? null : String(found);
}

interface Acting {
  readonly type: 'trigger' | 'view';
  readonly name: string;
  readonly sql: string;
}

/**
 * A copy may have lain where others can write. Whatever acts by itself in a database (triggers) is set back to what the
 * migrations created, and anything else of the kind is removed.
 * @param model an empty database, which this function closes
 */
function restoreTriggers(database: Database, model: Database, schema: number): void {
  const actingIn = (of: Database): readonly Acting[] =>
    of
      .prepare<[], Acting>(
        `SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY type, name`,
      )
      .all();
  model.function('fold', { deterministic: true }, (text) => fold(String(text)));
  for (const migration of MIGRATIONS.slice(0, schema)) model.exec(migration);
  const meant = actingIn(model);
  model.close();
  const found = actingIn(database);
  if (JSON.stringify(found) === JSON.stringify(meant)) return;
  database.transaction(() => {
    for (const { type, name } of found) database.exec(`DROP ${type} "${name.replaceAll('"', '""')}"`);
    for (const { sql } of meant) database.exec(sql);
  })();
}

function countsOf(database: Database): Omit<BackupContents, 'schema'> {
  const tables = new Set(
    database
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all()
      .map(({ name }) => name),
  );
  const countOf = (table: string): number =>
    // An older database may not have had this table.
    tables.has(table) ? (database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0) : 0;
  const counts = Object.fromEntries(Object.entries(COUNTED).map(([key, table]) => [key, countOf(table)]));
  const newest = database.prepare<[], { at: number | null }>('SELECT created_at AS at FROM messages ORDER BY id DESC');
  return { ...(counts as Record<keyof typeof COUNTED, number>), newestTextAt: newest.get()?.at ?? null };
}
