import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DeskSettings } from '../../../../electron/features/settings/desk-settings.ts';
import { INITIAL_SETTINGS } from '../../../../electron/features/settings/table.ts';
import { initial } from '../../../../electron/core/db/migrations/0001-initial.ts';
import { severalLines } from '../../../../electron/core/db/migrations/0002-lines.ts';
import { inbox } from '../../../../electron/core/db/migrations/0003-inbox.ts';
import { consent } from '../../../../electron/core/db/migrations/0004-consent.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { openStore, type Store } from '../../../../electron/app/store.ts';
import { temporaryFolder } from '../../../support/headless.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A database as the fourth version left it, with these preferences in it. */
async function fourthVersion(preferences: string | null): Promise<Store> {
  const folder = temporaryFolder('migration');
  const path = join(folder.path, 'counterline.db');
  const database = await openSqlite(path);
  for (const step of [initial, severalLines, inbox, consent]) database.exec(step);
  if (preferences !== null)
    database.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('preferences', preferences);
  database.exec(`INSERT INTO contacts (id, name, created_at) VALUES (1, 'Ana', 1);
    INSERT INTO contact_numbers VALUES ('+491', 1)`);
  database.pragma('user_version = 4');
  database.close();
  const store = await openStore(path);
  cleanUps.push(
    () => store.close(),
    () => folder.remove(),
  );
  return store;
}

test('a day’s one span of hours is its first, a closed day stays closed', async () => {
  const store = await fourthVersion(
    JSON.stringify({
      theme: 'dark',
      hours: [null, ...Array.from({ length: 6 }, () => ({ from: '08:00', to: '17:30' }))],
    }),
  );
  const { all } = new DeskSettings(store);
  expect(all.hours).toEqual([[], ...Array.from({ length: 6 }, () => [{ from: '08:00', to: '17:30' }])]);
  expect(all.theme).toBe('dark');
  expect(all.textingHours).toEqual(INITIAL_SETTINGS.textingHours);
  expect(store.contacts.ofNumber('+491')).toMatchObject({ name: 'Ana', zone: null });
});

test.each([
  ['none', null],
  ['none about hours', '{"theme":"dark"}'],
  ['some that cannot be read', '{"hours":'],
  ['hours that are none', '{"hours":"always"}'],
])('preferences: %s', async (_name, kept) => {
  const store = await fourthVersion(kept);
  if (kept === '{"hours":') expect(store.settings.get('preferences')).toBe(kept);
  else expect(new DeskSettings(store).all.hours).toEqual(INITIAL_SETTINGS.hours);
});
