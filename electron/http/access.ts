import type { Scope } from '../shared/access-words.ts';

/** The rights of a request. They are asked for again each time, because a key may be revoked meanwhile. */
export interface Access {
  /** Who may see what no other program is told: the SIM's numbers and what credit is left on it. */
  readonly isOwner: boolean;
  /** Null: the key is no longer valid. */
  opens(scope: Scope): boolean | null;
}
