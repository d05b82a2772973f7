import type { StatementSource } from './statements.ts';

/** Settings as text by key. */
export function settingsRepository(database: StatementSource) {
  const get = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const set = database.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare<[string]>('DELETE FROM settings WHERE key = ?');
  return {
    get: (key: string): string | null => get.get(key)?.value ?? null,
    set: (key: string, value: string): void => void set.run(key, value),
    remove: (key: string): void => void remove.run(key),
  };
}

/** A key a caller may repeat a request with, and what the first one made. */
export function idempotencyRepository(database: StatementSource) {
  const get = database.prepare<[string], { body_hash: string; message_id: number }>(
    'SELECT body_hash, message_id FROM idempotency_keys WHERE key = ?',
  );
  const insert = database.prepare<[string, string, number, number]>(
    'INSERT INTO idempotency_keys (key, body_hash, message_id, created_at) VALUES (?, ?, ?, ?)',
  );
  return {
    find(key: string): { bodyHash: string; messageId: number } | null {
      const row = get.get(key);
      return row === undefined ? null : { bodyHash: row.body_hash, messageId: row.message_id };
    },
    keep: (key: string, bodyHash: string, messageId: number, at: number): void =>
      void insert.run(key, bodyHash, messageId, at),
  };
}

/** Who has been told that the shop is closed, and until when. */
export function closedAnswersRepository(database: StatementSource) {
  const get = database.prepare<[string], { opens_at: number }>(
    `SELECT a.opens_at FROM closed_answers a LEFT JOIN messages m ON m.id = a.message_id
     WHERE a.number = ? AND coalesce(m.state, 'sent') NOT IN ('cancelled', 'expired', 'failed')`,
  );
  const set = database.prepare<[string, number, number]>(
    `INSERT INTO closed_answers (number, opens_at, message_id) VALUES (?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET opens_at = excluded.opens_at, message_id = excluded.message_id`,
  );
  return {
    /** 0: was never told, or the text that was to tell it did not leave. */
    toldUntil: (number: string): number => get.get(number)?.opens_at ?? 0,
    tell: (number: string, opensAt: number, messageId: number): void => void set.run(number, opensAt, messageId),
  };
}

/** Numbers whose owners asked for no more texts. Kept apart from contacts, so that nothing can lose them. */
export function optOutsRepository(database: StatementSource) {
  const get = database.prepare<[string], { at: number }>('SELECT at FROM opt_outs WHERE number = ?');
  const all = database.prepare<[], { number: string; at: number }>('SELECT number, at FROM opt_outs');
  const insert = database.prepare<[string, number, number | null]>(
    'INSERT INTO opt_outs (number, at, message_id) VALUES (?, ?, ?) ON CONFLICT (number) DO NOTHING',
  );
  const remove = database.prepare<[string]>('DELETE FROM opt_outs WHERE number = ?');
  return {
    has: (number: string): boolean => get.get(number) !== undefined,
    all: (): readonly { readonly number: string; readonly at: number }[] => all.all(),
    /** @param messageId the text that asked for it, as far as it is there */
    add: (number: string, at: number, messageId: number | null): void => void insert.run(number, at, messageId),
    remove: (number: string): void => void remove.run(number),
  };
}

/** Hashes of numbers whose owners asked to be forgotten. */
export function erasuresRepository(database: StatementSource) {
  const has = database.prepare<[string], { at: number }>('SELECT at FROM erasures WHERE hash = ?');
  const any = database.prepare<[], { n: number }>('SELECT 1 AS n FROM erasures LIMIT 1');
  const all = database.prepare<[], { hash: string; at: number }>('SELECT hash, at FROM erasures');
  const add = database.prepare<[string, number]>(
    'INSERT INTO erasures (hash, at) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET at = excluded.at',
  );
  const remove = database.prepare<[string]>('DELETE FROM erasures WHERE hash = ?');
  return {
    get isEmpty(): boolean {
      return any.get() === undefined;
    },
    all: (): readonly { readonly hash: string; readonly at: number }[] => all.all(),
    has: (hash: string): boolean => has.get(hash) !== undefined,
    add: (hash: string, at: number): void => void add.run(hash, at),
    remove: (hash: string): void => void remove.run(hash),
  };
}
