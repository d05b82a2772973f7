import { existsSync, writeFileSync } from 'node:fs';
import { migrate } from '../../electron/core/db/migrate.ts';
import { openSqlite } from '../../electron/core/db/sqlite.ts';
import { openStore, type Store } from '../../electron/app/store.ts';

let emptyDatabase: Promise<Buffer> | null = null;

/** A database that all migrations have run on, as bytes: made once for each test process, since the migrations take 40 ms. */
function imageOfEmptyDatabase(): Promise<Buffer> {
  emptyDatabase ??= openSqlite(':memory:').then((database) => {
    migrate(database, ':memory:');
    const image = database.serialize();
    database.close();
    return image;
  });
  return emptyDatabase;
}

/** An empty store, in memory unless a file is named. A file that is there already is opened as it is. */
export async function testStore(path?: string): Promise<Store> {
  const image = await imageOfEmptyDatabase();
  if (path === undefined) return openStore(image);
  if (!existsSync(path)) writeFileSync(path, image);
  return openStore(path);
}
