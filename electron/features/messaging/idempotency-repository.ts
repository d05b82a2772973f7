import { Repository } from '../../core/db/repository.ts';

/** The keys with which callers may repeat a request, and what the first request made. */
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
