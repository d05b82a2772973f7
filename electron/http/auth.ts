import { createHash, timingSafeEqual } from 'node:crypto';
import type { Scope } from '../shared/access-words.ts';
import type { Clock } from '../shared/clock.ts';

/** After this many wrong tokens in a minute, every request without a valid token must wait. */
const MAX_FAILURES = 30;
const WINDOW_MS = 60_000;

/** `owner`: the person who started the desk, or its window. Otherwise the scopes of another program's key. */
export type AuthResult = 'owner' | ReadonlySet<Scope> | 'unauthorised' | 'too-many';

/** Checks bearer tokens, the owner's in constant time, and slows down guessing. */
export class TokenCheck {
  readonly #owner: Buffer | null;
  readonly #scopesOf: (token: string) => ReadonlySet<Scope> | null;
  readonly #clock: Clock;
  #failures = 0;
  #windowStart = 0;

  /** @param owner null: no token is the owner's here @param scopesOf the scopes of a program's key; null: the key is invalid */
  constructor(owner: string | null, scopesOf: (token: string) => ReadonlySet<Scope> | null, clock: Clock) {
    this.#owner = owner === null ? null : digest(owner);
    this.#scopesOf = scopesOf;
    this.#clock = clock;
  }

  /** The access that a token gives; null: none. Does not count failures. */
  look(authorization: string | undefined): 'owner' | ReadonlySet<Scope> | null {
    const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (given === undefined) return null;
    if (this.#owner !== null && timingSafeEqual(digest(given), this.#owner)) return 'owner';
    return this.#scopesOf(given);
  }

  check(authorization: string | undefined): AuthResult {
    const found = this.look(authorization);
    if (found !== null) return found;
    const now = this.#clock.now();
    if (now - this.#windowStart > WINDOW_MS) {
      this.#windowStart = now;
      this.#failures = 0;
    }
    this.#failures += 1;
    return this.#failures > MAX_FAILURES ? 'too-many' : 'unauthorised';
  }
}

/** Hashing gives equal lengths, whatever token was sent. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
