import { refused } from '../core/refusal-error.ts';

/** A client with more requests at once has lost control of them. */
const MOST_WAITING = 2_000;

/**
 * Handles one request per turn of the event loop: otherwise many that come at once would be handled in a single turn, and the
 * modem and the window would have to wait for all of them. The window's requests go before those of other programs.
 */
export class Turns {
  readonly #waiting: { readonly owners: (() => void)[]; readonly others: (() => void)[] } = { owners: [], others: [] };
  #isTaken = false;

  /** Resolves when it is this request's turn. @throws RefusalError 429 */
  async take(isOwners: boolean): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      setImmediate(() => this.#next());
      return;
    }
    const line = isOwners ? this.#waiting.owners : this.#waiting.others;
    if (line.length >= MOST_WAITING)
      throw refused('too-many-requests', 'Too many requests at once. Wait for answers before you ask for more.');
    await new Promise<void>((resolve) => line.push(resolve));
  }

  #next(): void {
    const next = this.#waiting.owners.shift() ?? this.#waiting.others.shift();
    this.#isTaken = next !== undefined;
    if (next === undefined) return;
    next();
    setImmediate(() => this.#next());
  }
}
