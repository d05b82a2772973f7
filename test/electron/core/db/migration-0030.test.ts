import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../electron/core/db/migrate.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { temporaryFolder } from '../../../support/headless.ts';

test('columns get plain names: what stood in them stays, and so does what the database does by itself', async () => {
  const folder = temporaryFolder('migration');
  const database = await openSqlite(join(folder.path, 'counterline.db'));
  for (const step of MIGRATIONS.slice(0, 29)) database.exec(step);
  database.exec(`
    INSERT INTO lines (id, imsi, kind, name, created_at, last_used_at) VALUES (1, '1', 'sim', 'Shop', 0, 0);
    INSERT INTO conversations (id, line_id, number, party, drawer, last_activity_at, created_at)
    VALUES (1, 1, '+491710000001', 'phone', 0, 0, 0), (2, 1, '7777', 'short-code', 1, 0, 0);
  `);
  const text = `INSERT INTO messages (conversation_id, line_id, direction, number, text, state, purpose, priority, encoding,
     part_count, created_at`;
  database.exec(`
    ${text}) VALUES (1, 1, 'in', '+491710000001', 'Are you open?', 'received', 'answer', 0, 'gsm7', 1, 10);
    ${text}, settles) VALUES (1, 1, 'out', '+491710000001', 'From nine.', 'queued', 'auto', 0, 'gsm7', 1, 20, 1);
  `);
  database.exec(MIGRATIONS[29] as string);
  const rows = (sql: string): unknown => database.prepare(sql).all();
  expect(rows('SELECT id, is_system FROM conversations ORDER BY id')).toEqual([
    { id: 1, is_system: 0 },
    { id: 2, is_system: 1 },
  ]);
  expect(rows('SELECT resolves_conversation FROM messages ORDER BY id')).toEqual([
    { resolves_conversation: 0 },
    { resolves_conversation: 1 },
  ]);
  const named = rows(
    `SELECT name FROM sqlite_schema WHERE sql GLOB '*[^a-z_]drawer[^a-z_]*' OR sql GLOB '*[^a-z_]settles[^a-z_]*'`,
  );
  expect(named).toEqual([]);
  // Triggers read these columns: an answer that says all there is counts as one that left by itself, and no short code is a customer.
  database.exec(`
    UPDATE messages SET state = 'sent', sent_at = 30 WHERE direction = 'out';
    ${text}) VALUES (2, 1, 'in', '7777', 'Your balance', 'received', 'answer', 0, 'gsm7', 1, 40);
  `);
  expect(rows('SELECT conversation_id, by_itself FROM talks')).toEqual([{ conversation_id: 1, by_itself: 1 }]);
});
