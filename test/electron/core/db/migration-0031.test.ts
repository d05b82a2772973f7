import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../electron/core/db/migrate.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { temporaryFolder } from '../../../support/headless.ts';

test.each([
  ['{"language":"de","theme":"dark"}', { language: 'de', theme: 'dark', customerLanguage: 'de' }],
  ['{"language":"system"}', { language: 'system' }],
  ['{"shopName":"Kessler"}', { shopName: 'Kessler' }],
])('of %s customers go on to be written to as before', async (before, after) => {
  const folder = temporaryFolder('migration');
  const database = await openSqlite(join(folder.path, 'counterline.db'));
  for (const step of MIGRATIONS.slice(0, 30)) database.exec(step);
  database.prepare("INSERT INTO settings (key, value) VALUES ('settings', ?)").run(before);
  database.exec(MIGRATIONS[30] as string);
  const { value } = database.prepare("SELECT value FROM settings WHERE key = 'settings'").get() as { value: string };
  expect(JSON.parse(value)).toEqual(after);
  database.close();
  folder.remove();
});
