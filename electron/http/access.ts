import type { Scope } from '../shared/access-words.ts';

/** What a request comes with: asked anew each time, for a key may be taken back meanwhile. */
export interface Access {
  /** Who sees what no other program is told: the SIM's numbers and what is left on it. */
  readonly isOwner: boolean;
  /** Null: it opens nothing any more. */
  opens(scope: Scope): boolean | null;
}
