import type { StatementSource } from './statements.ts';

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

/** Keys of other programs. */
export function accessTokensRepository(database: StatementSource) {
  const columns = 'id, name, hash, scopes, created_at, used_at, revoked_at';
  const all = database.prepare<[], AccessTokenRow>(
    `SELECT ${columns} FROM access_tokens WHERE revoked_at IS NULL ORDER BY id`,
  );
  const byId = database.prepare<[number], AccessTokenRow>(`SELECT ${columns} FROM access_tokens WHERE id = ?`);
  const byHash = database.prepare<[string], AccessTokenRow>(
    `SELECT ${columns} FROM access_tokens WHERE hash = ? AND revoked_at IS NULL`,
  );
  const insert = database.prepare<[string, string, string, number]>(
    'INSERT INTO access_tokens (name, hash, scopes, created_at) VALUES (?, ?, ?, ?)',
  );
  const setRevoked = database.prepare<[number | null, number]>('UPDATE access_tokens SET revoked_at = ? WHERE id = ?');
  const setUsed = database.prepare<[number, number]>('UPDATE access_tokens SET used_at = ? WHERE id = ?');
  const revokeOthers = database.prepare<[number, string]>(
    `UPDATE access_tokens SET revoked_at = ?
     WHERE revoked_at IS NULL AND hash NOT IN (SELECT value FROM json_each(?))`,
  );
  return {
    /** Those that open something. */
    all: (): readonly AccessTokenRow[] => all.all(),
    byId: (id: number): AccessTokenRow | null => byId.get(id) ?? null,
    byHash: (hash: string): AccessTokenRow | null => byHash.get(hash) ?? null,
    insert: (name: string, hash: string, scopes: string, at: number): number =>
      Number(insert.run(name, hash, scopes, at).lastInsertRowid),
    /** @param at null: it opens again */
    setRevoked: (id: number, at: number | null): void => void setRevoked.run(at, id),
    setUsed: (id: number, at: number): void => void setUsed.run(at, id),
    /** All but those with these hashes. @returns how many */
    revokeOthers: (hashes: readonly string[], at: number): number =>
      revokeOthers.run(at, JSON.stringify(hashes)).changes,
  };
}
