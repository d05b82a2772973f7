import { Repository } from '../../core/db/repository.ts';

export interface AccessTokenRow {
  readonly id: number;
  readonly name: string;
  readonly hash: string;
  /** JSON. */
  readonly scopes: string;
  readonly created_at: number;
  readonly used_at: number | null;
  readonly revoked_at: number | null;
}

const COLUMNS = 'id, name, hash, scopes, created_at, used_at, revoked_at';

/** Keys of other programs. */
export class AccessTokensRepository extends Repository {
  readonly #all = this.prepare<[], AccessTokenRow>(
    `SELECT ${COLUMNS} FROM access_tokens WHERE revoked_at IS NULL ORDER BY id`,
  );
  readonly #byId = this.prepare<[number], AccessTokenRow>(`SELECT ${COLUMNS} FROM access_tokens WHERE id = ?`);
  readonly #byHash = this.prepare<[string], AccessTokenRow>(
    `SELECT ${COLUMNS} FROM access_tokens WHERE hash = ? AND revoked_at IS NULL`,
  );
  readonly #insert = this.prepare<[string, string, string, number]>(
    'INSERT INTO access_tokens (name, hash, scopes, created_at) VALUES (?, ?, ?, ?)',
  );
  readonly #setRevoked = this.prepare<[number | null, number]>('UPDATE access_tokens SET revoked_at = ? WHERE id = ?');
  readonly #setUsed = this.prepare<[number, number]>('UPDATE access_tokens SET used_at = ? WHERE id = ?');
  readonly #revokeOthers = this.prepare<[number, string]>(
    `UPDATE access_tokens SET revoked_at = ?
     WHERE revoked_at IS NULL AND hash NOT IN (SELECT value FROM json_each(?))`,
  );

  /** Those that open something. */
  all(): readonly AccessTokenRow[] {
    return this.#all.all();
  }

  byId(id: number): AccessTokenRow | null {
    return this.#byId.get(id) ?? null;
  }

  byHash(hash: string): AccessTokenRow | null {
    return this.#byHash.get(hash) ?? null;
  }

  insert(name: string, hash: string, scopes: string, at: number): number {
    return Number(this.#insert.run(name, hash, scopes, at).lastInsertRowid);
  }

  /** @param at null: it opens again */
  setRevoked(id: number, at: number | null): void {
    this.#setRevoked.run(at, id);
  }

  setUsed(id: number, at: number): void {
    this.#setUsed.run(at, id);
  }

  /** All but those with these hashes. @returns how many */
  revokeOthers(hashes: readonly string[], at: number): number {
    return this.#revokeOthers.run(at, JSON.stringify(hashes)).changes;
  }
}
