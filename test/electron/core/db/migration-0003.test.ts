import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseSearch } from '../../../../electron/shared/search-query.ts';
import { initial } from '../../../../electron/core/db/migrations/0001-initial.ts';
import { severalLines } from '../../../../electron/core/db/migrations/0002-lines.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { openStore } from '../../../../electron/app/store.ts';
import { temporaryFolder } from '../../../support/headless.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A database as the second version left it. */
async function secondVersion(): Promise<string> {
  const folder = temporaryFolder('migration');
  cleanUps.push(() => folder.remove());
  const path = join(folder.path, 'counterline.db');
  const database = await openSqlite(path);
  database.exec(initial);
  database.exec(severalLines);
  database.exec(`
    INSERT INTO lines (id, kind, imsi, name, created_at, last_used_at) VALUES (1, 'sim', '26201', 'Line', 1, 1);
    INSERT INTO contacts (id, name, created_at) VALUES (1, 'Jürgen Großmann', 1);
    INSERT INTO contact_numbers VALUES ('+491', 1);
    INSERT INTO conversations (id, line_id, number, party, status, unread, last_message_id, last_activity_at, created_at) VALUES
      (1, 1, '+491', 'phone', 'open', 0, 2, 2, 1), (2, 1, '+492', 'phone', 'snoozed', 1, 3, 3, 1);
    INSERT INTO messages (id, conversation_id, line_id, direction, number, text, state, purpose, priority, encoding, part_count, created_at, received_at) VALUES
      (1, 1, 1, 'in', '+491', 'Is the saddle here?', 'received', 'answer', 0, 'gsm7', 1, 1, 1),
      (2, 1, 1, 'out', '+491', 'It is', 'delivered', 'answer', 0, 'gsm7', 1, 2, NULL),
      (3, 2, 1, 'in', '+492', 'Hello', 'received', 'answer', 0, 'gsm7', 1, 3, 3);
    INSERT INTO conversation_events (conversation_id, at, kind) VALUES (1, 1, 'call-missed');
  `);
  database.pragma('user_version = 2');
  database.close();
  return path;
}

test('old texts and names are found, what was read stays read, and nobody sleeps for ever', async () => {
  const store = await openStore(await secondVersion());
  expect(store.search.hits(parseSearch('SADDLE'), 9, null).map(({ text }) => text)).toEqual(['Is the saddle here?']);
  expect(store.search.conversations(parseSearch('grossmann'), 9, null).map(({ id }) => id)).toEqual([1]);
  const [read, unread] = [store.conversations.byId(1), store.conversations.byId(2)];
  expect(read === null ? null : store.conversations.firstUnread(read)).toBeNull();
  expect(unread === null ? null : store.conversations.firstUnread(unread)).toBe(3);
  expect(unread?.status).toBe('open');
  expect(store.conversationEvents.between(1, 0, 9)).toMatchObject([
    { kind: 'call-missed', detail: null, author: null },
  ]);
  store.close();
});

test('what is written, changed and deleted is found, or found no more', async () => {
  const store = await openStore(await secondVersion());
  const found = (word: string): unknown[] => store.search.hits(parseSearch(word), 9, null).map((hit) => hit.message_id);
  store.messages.updateIncoming(1, 'Is the pedal here?', null);
  expect([found('saddle'), found('pedal')]).toEqual([[], [1]]);
  store.transaction(() => store.lines.erase(1));
  expect(found('pedal')).toEqual([]);
  store.close();
});
