import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../../electron/core/db/migrate.ts';
import { openSqlite } from '../../../electron/core/db/sqlite.ts';
import { atOnce } from '../../../electron/core/db/statements.ts';
import { openStore } from '../../../electron/app/store.ts';
import { temporaryFolder } from '../../support/headless.ts';
import { inView } from '../../support/in-view.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});
function databasePath(): string {
  const folder = temporaryFolder('store');
  cleanUps.push(() => folder.remove());
  return join(folder.path, 'counterline.db');
}

describe('opening', () => {
  test('a new database has the newest schema, strict tables, and waits for the disk', async () => {
    const path = databasePath();
    (await openStore(path)).close();
    const database = await openSqlite(path);
    expect(database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    const loose = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    database.close();
  });

  test('every statement of every repository compiles against the schema, though a start compiles none of them', async () => {
    const compiled: string[] = [];
    const store = await openStore(':memory:', {
      statements: (database) => {
        const source = atOnce(database);
        return {
          ...source,
          prepare: (sql) => {
            compiled.push(sql);
            return source.prepare(sql);
          },
        };
      },
    });
    expect(compiled.length).toBeGreaterThan(400);
    store.close();
  });

  test('one of a newer version is refused, politely and untouched', async () => {
    const path = databasePath();
    (await openStore(path)).close();
    const database = await openSqlite(path);
    database.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    await expect(openStore(path)).rejects.toThrow(/newer Counterline/);
    expect(existsSync(`${path}.before-schema-${SCHEMA_VERSION + 1}`)).toBe(false);
  });

  test('a second one on the same file is refused while the first has it', async () => {
    const path = databasePath();
    const first = await openStore(path);
    await expect(openStore(path)).rejects.toThrow(/already running with this data/);
    first.close();
    (await openStore(path)).close();
  });
});

describe('query plans', () => {
  test.each([
    [
      'the sender’s next',
      `SELECT id FROM messages WHERE line_id = 1 AND state = 'queued' AND NOT EXISTS (SELECT 1 FROM messages earlier INDEXED BY messages_outgoing
       WHERE earlier.number = messages.number AND earlier.direction = 'out' AND earlier.state IN ('scheduled', 'queued', 'held')
       AND earlier.id < messages.id) ORDER BY priority, id LIMIT 1`,
      'messages_to_send',
    ],
    [
      'the next to wake',
      "SELECT min(not_before) FROM messages INDEXED BY messages_to_wake WHERE state IN ('scheduled', 'held')",
      'messages_to_wake',
    ],
    [
      'a page of the inbox',
      "SELECT id FROM conversations WHERE is_system = 0 AND status = 'open' AND (last_activity_at, id) < (9, 9) ORDER BY last_activity_at DESC, id DESC LIMIT 50",
      'conversations_by_status',
    ],
    [
      'who waits longest',
      "SELECT id FROM conversations WHERE +status = 'open' AND waiting_since IS NOT NULL AND (waiting_since, id) > (0, 0) ORDER BY waiting_since, id LIMIT 50",
      'conversations_waiting',
    ],
    [
      'the longest waiting first',
      "SELECT id FROM conversations c WHERE c.is_system = 0 AND c.status = 'open' AND (coalesce(c.waiting_since, 8000000000000000 - c.last_activity_at), c.id) > (-1, 0) ORDER BY coalesce(c.waiting_since, 8000000000000000 - c.last_activity_at), c.id LIMIT 50",
      'conversations_by_wait',
    ],
    [
      'who wakes next',
      'SELECT id FROM conversations c WHERE c.snoozed_until IS NOT NULL AND (c.snoozed_until, c.id) > (-1, 0) ORDER BY c.snoozed_until, c.id LIMIT 50',
      'conversations_snoozed',
    ],
    [
      'who was not warned of',
      "SELECT id FROM conversations INDEXED BY conversations_unwarned WHERE +status = 'open' AND waiting_since IS NOT NULL AND alerted_for IS NOT waiting_since ORDER BY waiting_since LIMIT 200",
      'conversations_unwarned',
    ],
    [
      'the next task of a conversation',
      'SELECT id FROM tasks WHERE conversation_id = 1 AND done_at IS NULL ORDER BY due_at LIMIT 1',
      'tasks_by_conversation',
    ],
    [
      'the next task that is due',
      'SELECT min(due_at) FROM tasks WHERE done_at IS NULL AND told = 0 AND due_at IS NOT NULL',
      'tasks_untold',
    ],
    [
      'the newest texts with a word',
      "SELECT s.rowid FROM message_search s CROSS JOIN messages m ON m.id = s.rowid WHERE message_search MATCH 'bike' ORDER BY s.rowid DESC LIMIT 50",
      'VIRTUAL TABLE INDEX',
    ],
    [
      'a conversation',
      'SELECT id FROM messages WHERE conversation_id = 1 AND id < 9 ORDER BY id DESC LIMIT 50',
      'messages_by_conversation',
    ],
    [
      'a report’s part',
      "SELECT message_id FROM message_parts WHERE reference = 1 AND state IN ('sent', 'uncertain') AND sent_at BETWEEN 0 AND 9 ORDER BY sent_at DESC",
      'parts_by_reference',
    ],
    [
      'what a customer got by itself in a week',
      `SELECT sent_at, part_count FROM messages INDEXED BY messages_automatic WHERE number = '+49' AND direction = 'out'
       AND purpose IN ('auto', 'service', 'survey', 'offer') AND sent_at > 9 ORDER BY sent_at DESC`,
      'messages_automatic',
    ],
    [
      'the queue’s counts',
      "SELECT state, count(*) FROM messages WHERE state IN ('scheduled', 'queued', 'held', 'sending', 'uncertain', 'failed') GROUP BY state",
      'messages_by_state',
    ],
  ])('%s uses its index and sorts nothing', async (_name, sql, index) => {
    const path = databasePath();
    (await openStore(path)).close();
    const database = await openSqlite(path);
    const plan = database
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');
    database.close();
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
  });
});

describe('lines', () => {
  test('a line that was opened before its SIM was known becomes the one its SIM is', async () => {
    const store = await openStore(':memory:');
    const known = store.lines.create({ kind: 'sim', imsi: '26201', name: 'Line', port: '/dev/ttyUSB0', at: 1 });
    const guess = store.lines.create({ kind: 'sim', imsi: null, name: 'Line', port: '/dev/ttyUSB3', at: 2 });
    const insert = (line: number, number: string, text: string, at: number): void => {
      const conversationId = store.conversations.findOrCreate(line, number, 'phone', at);
      const id = store.messages.insertIncoming({
        conversationId,
        lineId: line,
        number,
        text,
        reason: null,
        encoding: 'gsm7',
        partCount: 1,
        receivedAt: at,
      });
      store.conversations.noteIncoming(conversationId, id, at, true);
    };
    insert(known.id, '+491', 'old', 1);
    insert(guess.id, '+491', 'new', 2);
    insert(guess.id, '+492', 'other', 3);
    store.transaction(() => store.lines.merge(guess.id, known.id));
    expect(store.lines.byId(guess.id)).toBeNull();
    const all = store.conversationLists.page(inView('all'), null, 10);
    expect(all.map(({ line_id, number, last_text, unread }) => ({ line_id, number, last_text, unread }))).toEqual([
      { line_id: known.id, number: '+492', last_text: 'other', unread: 1 },
      { line_id: known.id, number: '+491', last_text: 'new', unread: 2 },
    ]);
    store.close();
  });

  test('the Demo line leaves nothing behind', async () => {
    const store = await openStore(':memory:');
    const demo = store.lines.create({ kind: 'demo', imsi: '00101', name: 'Demo line', port: null, at: 1 });
    const conversationId = store.conversations.findOrCreate(demo.id, '+491', 'phone', 1);
    const pdu = store.received.insert(demo.id, 'k', '00', { at: 1, serviceTime: null, sequence: null, place: null });
    const id = store.messages.insertIncoming({
      conversationId,
      lineId: demo.id,
      number: '+491',
      text: 'x',
      reason: null,
      encoding: 'gsm7',
      partCount: 1,
      receivedAt: 1,
    });
    store.received.setMessage(pdu, id);
    store.transaction(() => store.lines.erase(demo.id));
    expect(store.conversationLists.page(inView('all'), null, 10)).toEqual([]);
    expect(store.messages.byId(id)).toBeNull();
    expect(store.lines.demo()).toBeNull();
    store.close();
  });
});

describe('pages', () => {
  test('no conversation is shown twice or left out, whatever the page', async () => {
    const store = await openStore(':memory:');
    const line = store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: null, at: 0 });
    for (let n = 0; n < 25; n++) store.conversations.findOrCreate(line.id, `+49${n}`, 'phone', Math.floor(n / 3));
    const seen: number[] = [];
    for (let after = null as { at: number; id: number } | null; ;) {
      const rows = store.conversationLists.page(inView('open'), after, 4);
      seen.push(...rows.map(({ id }) => id));
      const last = rows.at(-1);
      if (last === undefined) break;
      after = { at: last.last_activity_at, id: last.id };
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => 25 - n));
    store.close();
  });
});

describe('another SIM is put in', () => {
  test('texts of the first wait, visibly, and go on at their time when it is back', async () => {
    const store = await openStore(':memory:');
    const [a, b] = ['26201', '26202'].map((imsi) =>
      store.lines.create({ kind: 'sim', imsi, name: 'Line', port: null, at: 0 }),
    );
    const conversationId = store.conversations.findOrCreate(a?.id as number, '+491', 'phone', 0);
    const insert = (state: 'queued' | 'scheduled', notBefore: number | null): number =>
      store.messages.insertOutgoing({
        conversationId,
        lineId: a?.id as number,
        number: '+491',
        text: 'x',
        state,
        purpose: 'service',
        priority: 2,
        encoding: 'gsm7',
        partCount: 1,
        notBefore,
        expiresAt: null,
        source: null,
        resolvesConversation: 0,
        follows: null,
        createdAt: 0,
      });
    const [now, overdue, later] = [insert('queued', null), insert('scheduled', 50), insert('scheduled', 5_000)];
    const states = (): unknown[] => [now, overdue, later].map((id) => store.messages.byId(id)?.state);
    expect(store.queue.switchLines([b?.id as number], 10)).toEqual([now, overdue, later]);
    expect(states()).toEqual(['held', 'held', 'held']);
    expect(store.queue.wakeDue(100)).toEqual([]);
    expect(store.queue.earliestWake()).toBeNull();
    store.queue.switchLines([a?.id as number], 100);
    expect(states()).toEqual(['queued', 'queued', 'scheduled']);
    expect(store.queue.earliestWake()).toBe(5_000);
    store.close();
  });
});
