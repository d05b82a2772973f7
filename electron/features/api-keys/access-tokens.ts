import { createHash, randomBytes } from 'node:crypto';
import { SCOPES, type Scope } from '../../shared/access-words.ts';
import type { AccessTokenDto, ApiDto, NewAccessToken } from '../../shared/access.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { AccessTokenRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';

const MOST = 50;
const TOKEN_OCTETS = 24;
/** By which somebody who finds one knows what it is. */
const PREFIX = 'counterline_';
const HOUR_MS = 3_600_000;

/** Keys for other programs: each opens what it needs, and is taken back by itself. */
export class AccessTokens {
  readonly #context: DeskContext;
  #served: ApiDto = { address: null, problem: null };

  constructor(context: DeskContext) {
    this.#context = context;
  }

  get views(): readonly AccessTokenDto[] {
    return this.#context.store.accessTokens.all().map(toDto);
  }

  /** Whether any program has a key. */
  get isWanted(): boolean {
    return this.#context.store.accessTokens.all().length > 0;
  }

  get served(): ApiDto {
    return this.#served;
  }

  /** Said by whatever serves the API. */
  setServed(served: ApiDto): void {
    if (served.address === this.#served.address && served.problem === this.#served.problem) return;
    this.#served = served;
    this.#context.appChanged();
  }

  /** @returns the token, said this once */
  make({ name, scopes }: NewAccessToken): Result<{ readonly token: string; readonly made: AccessTokenDto }> {
    const { store, clock } = this.#context;
    const all = store.accessTokens.all();
    if (all.length >= MOST) return refuse('bad-input.most', { most: MOST });
    if (all.some((row) => row.name.toLowerCase() === name.toLowerCase())) return refuse('name-taken', { name });
    const token = `${PREFIX}${randomBytes(TOKEN_OCTETS).toString('base64url')}`;
    const wanted = JSON.stringify(SCOPES.filter((scope) => scopes.includes(scope)));
    const row = store.accessTokens.insert(name, hashOf(token), wanted, clock.now());
    this.#context.appChanged();
    return ok({ token, made: toDto(store.accessTokens.byId(row) as AccessTokenRow) });
  }

  /** From now on it opens nothing; or, undone, it does again. */
  setRevoked(id: number, revoked: boolean): Result<readonly AccessTokenDto[]> {
    const { store, clock } = this.#context;
    if (store.accessTokens.byId(id) === null) return refuse('not-found.key');
    store.accessTokens.setRevoked(id, revoked ? clock.now() : null);
    this.#context.appChanged();
    return ok(this.views);
  }

  /** What a token opens; null: nothing, there is none like it. */
  scopesOf(token: string): ReadonlySet<Scope> | null {
    const { store, clock } = this.#context;
    const row = store.accessTokens.byHash(hashOf(token));
    if (row === null) return null;
    const hour = Math.floor(clock.now() / HOUR_MS) * HOUR_MS;
    if (row.used_at !== hour) store.accessTokens.setUsed(row.id, hour);
    return new Set(scopesIn(row));
  }
}

/** So many octets of chance need no salt. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function scopesIn({ scopes }: AccessTokenRow): readonly Scope[] {
  const kept = JSON.parse(scopes) as readonly string[];
  return SCOPES.filter((scope) => kept.includes(scope));
}

function toDto(row: AccessTokenRow): AccessTokenDto {
  return {
    tokenId: row.id,
    name: row.name,
    scopes: scopesIn(row),
    createdAt: row.created_at,
    usedAt: row.used_at,
  };
}
