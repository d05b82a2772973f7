import { Repository } from './repository.ts';

/** Settings as text by key. */
export class SettingsRepository extends Repository {
  readonly #get = this.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  readonly #set = this.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  readonly #remove = this.prepare<[string]>('DELETE FROM settings WHERE key = ?');

  get(key: string): string | null {
    return this.#get.get(key)?.value ?? null;
  }

  set(key: string, value: string): void {
    this.#set.run(key, value);
  }

  remove(key: string): void {
    this.#remove.run(key);
  }
}

/** A key a caller may repeat a request with, and what the first one made. */
export class IdempotencyRepository extends Repository {
  readonly #get = this.prepare<[string], { body_hash: string; message_id: number }>(
    'SELECT body_hash, message_id FROM idempotency_keys WHERE key = ?',
  );
  readonly #insert = this.prepare<[string, string, number, number]>(
    'INSERT INTO idempotency_keys (key, body_hash, message_id, created_at) VALUES (?, ?, ?, ?)',
  );

  find(key: string): { bodyHash: string; messageId: number } | null {
    const row = this.#get.get(key);
    return row === undefined ? null : { bodyHash: row.body_hash, messageId: row.message_id };
  }

  keep(key: string, bodyHash: string, messageId: number, at: number): void {
    this.#insert.run(key, bodyHash, messageId, at);
  }
}

/** Who has been told that the shop is closed, and until when. */
export class ClosedAnswersRepository extends Repository {
  readonly #get = this.prepare<[string], { opens_at: number }>(
    `SELECT a.opens_at FROM closed_answers a LEFT JOIN messages m ON m.id = a.message_id
     WHERE a.number = ? AND coalesce(m.state, 'sent') NOT IN ('cancelled', 'expired', 'failed')`,
  );
  readonly #set = this.prepare<[string, number, number]>(
    `INSERT INTO closed_answers (number, opens_at, message_id) VALUES (?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET opens_at = excluded.opens_at, message_id = excluded.message_id`,
  );

  /** 0: was never told, or the text that was to tell it did not leave. */
  toldUntil(number: string): number {
    return this.#get.get(number)?.opens_at ?? 0;
  }

  tell(number: string, opensAt: number, messageId: number): void {
    this.#set.run(number, opensAt, messageId);
  }
}

/** Numbers whose owners asked for no more texts. Kept apart from contacts, so that nothing can lose them. */
export class OptOutsRepository extends Repository {
  readonly #get = this.prepare<[string], { at: number }>('SELECT at FROM opt_outs WHERE number = ?');
  readonly #all = this.prepare<[], { number: string; at: number }>('SELECT number, at FROM opt_outs');
  readonly #insert = this.prepare<[string, number, number | null]>(
    'INSERT INTO opt_outs (number, at, message_id) VALUES (?, ?, ?) ON CONFLICT (number) DO NOTHING',
  );
  readonly #remove = this.prepare<[string]>('DELETE FROM opt_outs WHERE number = ?');

  has(number: string): boolean {
    return this.#get.get(number) !== undefined;
  }

  all(): readonly { readonly number: string; readonly at: number }[] {
    return this.#all.all();
  }

  /** @param messageId the text that asked for it, as far as it is there */
  add(number: string, at: number, messageId: number | null): void {
    this.#insert.run(number, at, messageId);
  }

  remove(number: string): void {
    this.#remove.run(number);
  }
}

/** Hashes of numbers whose owners asked to be forgotten. */
export class ErasuresRepository extends Repository {
  readonly #has = this.prepare<[string], { at: number }>('SELECT at FROM erasures WHERE hash = ?');
  readonly #any = this.prepare<[], { n: number }>('SELECT 1 AS n FROM erasures LIMIT 1');
  readonly #all = this.prepare<[], { hash: string; at: number }>('SELECT hash, at FROM erasures');
  readonly #add = this.prepare<[string, number]>(
    'INSERT INTO erasures (hash, at) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET at = excluded.at',
  );
  readonly #remove = this.prepare<[string]>('DELETE FROM erasures WHERE hash = ?');

  get isEmpty(): boolean {
    return this.#any.get() === undefined;
  }

  all(): readonly { readonly hash: string; readonly at: number }[] {
    return this.#all.all();
  }

  has(hash: string): boolean {
    return this.#has.get(hash) !== undefined;
  }

  add(hash: string, at: number): void {
    this.#add.run(hash, at);
  }

  remove(hash: string): void {
    this.#remove.run(hash);
  }
}
