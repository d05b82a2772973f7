import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DeskSettings } from '../../../../electron/features/settings/desk-settings.ts';
import { INITIAL_SETTINGS, type Settings } from '../../../../electron/features/settings/table.ts';
import { MIGRATIONS } from '../../../../electron/core/db/migrate.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { openStore, type Store } from '../../../../electron/app/store.ts';
import { temporaryFolder } from '../../../support/headless.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A database as the version before left it, with these rows in its settings. */
async function before(rows: Readonly<Record<string, string>>): Promise<Store> {
  const folder = temporaryFolder('migration');
  const path = join(folder.path, 'counterline.db');
  const database = await openSqlite(path);
  for (const step of MIGRATIONS.slice(0, 27)) database.exec(step);
  const insert = database.prepare('INSERT INTO settings (key, value) VALUES (?, ?)');
  for (const [key, value] of Object.entries(rows)) insert.run(key, value);
  database.pragma('user_version = 27');
  database.close();
  const store = await openStore(path);
  cleanUps.push(
    () => store.close(),
    () => folder.remove(),
  );
  return store;
}

test.each<[string, Record<string, string>, Partial<Settings>]>([
  ['nothing was set', {}, {}],
  ['the shop alone', { 'shop.name': 'Kessler’s “Räder”' }, { shopName: 'Kessler’s “Räder”' }],
  [
    'everything',
    {
      preferences: JSON.stringify({ ...INITIAL_SETTINGS, theme: 'dark', partPrice: 0.07, shopName: undefined }),
      'shop.name': 'Kessler',
      'shop.country': 'AT',
      'lines.hand-over': 'automatic',
    },
    { theme: 'dark', partPrice: 0.07, shopName: 'Kessler', country: 'AT', failover: true },
  ],
  ['a line that hands nothing over', { 'lines.hand-over': 'nothing' }, {}],
])('keeps what is set: %s', async (_, rows, kept) => {
  const store = await before({ ...rows, 'people.at-counter': '7' });
  expect(new DeskSettings(store).all).toEqual({ ...INITIAL_SETTINGS, ...kept });
  expect(store.settings.get('people.at-counter')).toBe('7');
  expect(store.settings.get('shop.name')).toBeNull();
});

test('what cannot be read stays where it is, and the rest is taken', async () => {
  const store = await before({ preferences: '{"theme":', 'shop.name': 'Kessler' });
  expect(new DeskSettings(store).all).toEqual({ ...INITIAL_SETTINGS, shopName: 'Kessler' });
  expect(store.settings.get('preferences')).toBe('{"theme":');
});
