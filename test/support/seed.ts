import { COUNTED_FROM_TEXTS } from '../../electron/core/db/migrations/0021-reports.ts';
import { fold } from '../../electron/shared/fold.ts';
import { openSqlite } from '../../electron/core/db/sqlite.ts';
import { openStore } from '../../electron/app/store.ts';

/** What a shop of many years holds. */
export interface SeedSize {
  readonly conversations: number;
  readonly messages: number;
  /** Over how long; three years if left out. */
  readonly days?: number;
}

const WORDS =
  'hello hi is the blue bike ready could i come by at five yes please thank you very much saddle wheel chain brake repair order pick up tomorrow today morning evening price euro open close appointment monday tuesday wednesday thursday friday saturday light cable bell service check look mount frame painter custom grüße schön straße müller für über morgen fahrrad licht kette bremse'.split(
    ' ',
  );
const FIRST =
  'Ana Tom Lena Joris Mia Paul Sofie Jürgen Zoë Łukasz Noël Ömer Ida Emil Clara Björn Inês Marek Aïcha Finn'.split(' ');
const LAST =
  'Meireles Brandt Fuchs Otten Krüger Demir Winter Müller Østergaard Nowak Dupont Şahin Hansen Weiß Costa Lindqvist'.split(
    ' ',
  );
/** One in so many words is nobody else's. */
const RARE_EVERY = 40;
const DAY = 86_400_000;

/** The same numbers each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fills a new database file: a line, customers, what was said up to `nowUtcMs`. */
export async function seed(
  path: string,
  { conversations, messages, days = 1_095 }: SeedSize,
  nowUtcMs: number,
): Promise<void> {
  const store = await openStore(path);
  const line = store.lines.create({
    kind: 'sim',
    imsi: '262011234567890',
    name: 'Line',
    port: null,
    at: nowUtcMs - (days + 5) * DAY,
  });
  const tags = ['Repair', 'Pick-up', 'Complaint'].map((name, i) => store.lists.tags.insert({ name, hue: i * 100 }));
  store.close();
  const database = await openSqlite(path);
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[], skew = 1): T => list[Math.floor(random() ** skew * list.length)] as T;
  const rare = (): string =>
    Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  const word = (): string => (random() < 1 / RARE_EVERY ? rare() : pick(WORDS, 1.4));
  const sentence = (): string => Array.from({ length: 4 + Math.floor(random() * 12) }, word).join(' ');
  // What is counted and indexed of each text is made at once at the end: ten times as fast as with each.
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('messages', 'conversations')",
    )
    .all();
  database.pragma('synchronous = OFF');
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);

  const addContact = database.prepare('INSERT INTO contacts (id, name, folded, created_at) VALUES (?, ?, ?, ?)');
  const addNumber = database.prepare('INSERT INTO contact_numbers (number, contact_id) VALUES (?, ?)');
  const addConversation = database.prepare(
    `INSERT INTO conversations (id, line_id, number, party, status, last_activity_at, created_at) VALUES (?, ?, ?, 'phone', ?, 0, ?)`,
  );
  const addTag = database.prepare('INSERT INTO conversation_tags (conversation_id, tag_id) VALUES (?, ?)');
  const addMessage = database.prepare(
    `INSERT INTO messages (id, conversation_id, line_id, direction, number, text, state, purpose, priority, encoding, part_count,
       created_at, sent_at, delivered_at, received_at, waited_since)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'answer', 0, 'gsm7', 1, ?, ?, ?, ?, ?)`,
  );
  const number = (n: number): string => `+4917${String(10_000_000 + n)}`;
  const start = nowUtcMs - days * DAY;
  const span = nowUtcMs - start - 60_000;
  database.transaction(() => {
    for (let n = 1; n <= conversations; n++) {
      if (random() < 0.8) {
        const name = `${pick(FIRST)} ${pick(LAST)}${random() < 0.3 ? ` ${n}` : ''}`;
        addContact.run(n, name, fold(name), start);
        addNumber.run(number(n), n);
      }
      addConversation.run(n, line.id, number(n), random() < 0.12 ? 'open' : 'closed', start);
      if (random() < 0.2) addTag.run(n, pick(tags));
    }
    const waits = new Map<number, number>();
    for (let id = 1; id <= messages; id++) {
      // Some customers write far more than others.
      const n = 1 + Math.floor(random() ** 2 * conversations);
      const at = Math.floor(start + (span * id) / messages);
      const incoming = random() < 0.5;
      const waitedSince = incoming ? null : (waits.get(n) ?? null);
      if (!incoming) waits.delete(n);
      else if (!waits.has(n)) waits.set(n, at);
      addMessage.run(
        id,
        n,
        line.id,
        incoming ? 'in' : 'out',
        number(n),
        sentence(),
        incoming ? 'received' : 'delivered',
        at,
        incoming ? null : at + 2_000,
        incoming ? null : at + 5_000,
        incoming ? at : null,
        waitedSince,
      );
    }
    database.exec(`
      UPDATE conversations SET
        last_message_id = (SELECT max(id) FROM messages WHERE conversation_id = conversations.id),
        read_up_to = coalesce((SELECT max(id) FROM messages WHERE conversation_id = conversations.id), 0);
      UPDATE conversations SET
        last_activity_at = coalesce((SELECT created_at FROM messages WHERE id = last_message_id), created_at),
        waiting_since = CASE WHEN status = 'open' AND id % 9 = 0 THEN (SELECT received_at FROM messages WHERE id = last_message_id) END;
      UPDATE conversations SET alerted_for = waiting_since;
      INSERT INTO message_search (rowid, text) SELECT id, fold(text) FROM messages;
    `);
    database.exec(COUNTED_FROM_TEXTS);
    for (const { sql } of triggers) database.exec(sql);
  })();
  // What SQLite itself would learn in the course of years.
  database.exec('ANALYZE');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}
