import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { initial } from '../../../../electron/core/db/migrations/0001-initial.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { openStore } from '../../../../electron/app/store.ts';
import { temporaryFolder } from '../../../support/headless.ts';
import { inView } from '../../../support/in-view.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A database as the first version left it. @param modemPath null: the Demo line was chosen */
async function firstVersion(modemPath: string | null): Promise<string> {
  const folder = temporaryFolder('migration');
  cleanUps.push(() => folder.remove());
  const path = join(folder.path, 'counterline.db');
  const database = await openSqlite(path);
  database.exec(initial);
  database.exec(`
    INSERT INTO lines (id, kind, imsi, imei, name, port, created_at, last_used_at) VALUES
      (1, 'sim', '262011111111111', '1', 'Line', '/dev/ttyUSB0', 1, 9), (2, 'sim', '262022222222222', '2', 'Line', '/dev/ttyUSB1', 1, 5);
    INSERT INTO conversations (id, line_id, number, party, waiting_since, last_activity_at, created_at) VALUES
      (1, 1, '+491712223344', 'phone', 7, 7, 7), (2, 1, 'MyMobile', 'name', 8, 8, 8);
    INSERT INTO messages (id, conversation_id, line_id, direction, number, text, state, purpose, priority, encoding, part_count, created_at, received_at)
      VALUES (1, 1, 1, 'in', '+491712223344', 'Hello', 'received', 'answer', 0, 'gsm7', 1, 7, 7);
  `);
  if (modemPath !== null) database.prepare("INSERT INTO settings VALUES ('modem.path', ?)").run(modemPath);
  database.pragma('user_version = 1');
  database.close();
  return path;
}

test('the modem that was used is the one that is opened; names and short codes move into the drawer', async () => {
  const path = await firstVersion('/dev/ttyUSB0');
  const store = await openStore(path);
  expect(store.lines.all().map(({ id, enabled }) => [id, enabled])).toEqual([
    [1, 1],
    [2, 0],
  ]);
  expect(store.settings.get('modem.path')).toBeNull();
  expect(store.conversationLists.page(inView('open'), null, 9).map(({ number }) => number)).toEqual(['+491712223344']);
  expect(store.conversationLists.page(inView('waiting'), null, 9)).toHaveLength(1);
  expect(store.conversationLists.page(inView('operator'), null, 9).map(({ number }) => number)).toEqual(['MyMobile']);
  expect(existsSync(`${path}.before-schema-2`)).toBe(true);
  store.close();
});

test('who used the Demo line gets the Demo line again', async () => {
  const store = await openStore(await firstVersion(null));
  expect(store.lines.all().every(({ enabled }) => enabled === 0)).toBe(true);
  store.close();
});
