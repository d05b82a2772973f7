import { afterEach, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../electron/core/db/migrate.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { openStore } from '../../../../electron/app/store.ts';
import { temporaryFolder } from '../../../support/headless.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 9, 1, 9);
const folder = temporaryFolder('migration-0021');
afterEach(() => folder.remove());

it('counts what was there before', async () => {
  const path = `${folder.path}/counterline.db`;
  const before = await openSqlite(path);
  for (const step of MIGRATIONS.slice(0, 20)) before.exec(step);
  before.pragma('user_version = 20');
  before.exec(`
    INSERT INTO lines (id, kind, imsi, name, created_at, last_used_at) VALUES (1, 'sim', '1', 'Line', 0, 0);
    INSERT INTO conversations (id, line_id, number, party, last_activity_at, created_at) VALUES (1, 1, '+491710000001', 'phone', 0, 0);
    INSERT INTO conversations (id, line_id, number, party, drawer, last_activity_at, created_at) VALUES (2, 1, '7777', 'short-code', 1, 0, 0);
  `);
  const add = before.prepare(
    `INSERT INTO messages (conversation_id, line_id, direction, number, text, state, reason, purpose, priority, encoding, part_count,
       created_at, sent_at, waited_since) VALUES (?, 1, ?, '+491710000001', '', ?, ?, 'answer', 0, 'gsm7', 2, ?, ?, ?)`,
  );
  add.run(1, 'in', 'received', null, START, null, null);
  add.run(2, 'in', 'received', null, START, null, null);
  add.run(1, 'out', 'delivered', null, START + 60_000, START + 120_000, START);
  add.run(1, 'out', 'failed', 'cms-38', START + 180_000, null, null);
  add.run(1, 'out', 'sent', null, START + 5 * DAY, START + 5 * DAY + 60_000, START + 5 * DAY - 60_000);
  before
    .prepare("INSERT INTO conversation_events (conversation_id, at, kind) VALUES (1, ?, 'closed')")
    .run(START + DAY);
  before.close();

  const store = await openStore(path);
  const counted = { from: START - DAY, until: START + 30 * DAY, lines: store.reports.lines() };
  const days = [counted.from];
  expect(store.reports.texts({ ...counted, days })).toEqual([
    { day: 0, kind: 'answer', texts: 2, parts: 4 },
    { day: 0, kind: 'in', texts: 1, parts: 2 },
  ]);
  expect(store.reports.outcomes({ ...counted, days })).toEqual([
    { day: 0, state: 'delivered', reason: '', texts: 1 },
    { day: 0, state: 'failed', reason: 'cms-38', texts: 1 },
    { day: 0, state: 'sent', reason: '', texts: 1 },
  ]);
  const talks = store.reports.talks(counted);
  const told = Array.from({ length: talks.count }, (_, talk) => [
    talks.beganAt(talk),
    talks.answeredAt(talk),
    talks.closedAt(talk),
  ]);
  expect(told).toEqual([
    [START, START + 120_000, START + DAY],
    [START + 5 * DAY - 60_000, START + 5 * DAY + 60_000, Number.NaN],
  ]);
  store.close();
});
