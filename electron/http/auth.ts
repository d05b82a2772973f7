import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../shared/clock.ts';

/** Wrong tokens in a minute before all without the right one wait. */
const MAX_FAILURES = 30;
const WINDOW_MS = 60_000;

export type AuthResult = 'ok' | 'unauthorised' | 'too-many';

/** Checks bearer tokens in constant time, and slows down guessing. */
export class TokenCheck {
  readonly #expected: Buffer;
  readonly #clock: Clock;
  #failures = 0;
  #windowStart = 0;

  constructor(token: string, clock: Clock) {
    this.#expected = digest(token);
    this.#clock = clock;
  }

  check(authorization: string | undefined): AuthResult {
    const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), this.#expected)) return 'ok';
    const now = this.#clock.now();
    if (now - this.#windowStart > WINDOW_MS) {
      this.#windowStart = now;
      this.#failures = 0;
    }
    this.#failures += 1;
    return this.#failures > MAX_FAILURES ? 'too-many' : 'unauthorised';
  }
}

/** Equal lengths, whatever was given. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
