import { refused } from '../core/refusal-error.ts';

/** Whoever asks for more at once has lost count of what is asked. */
const MOST_WAITING = 2_000;

/**
 * One request in each turn of the loop: many that come at once would else be answered in a single one, and the modem and the window wait
 * for all of them. The window's own go before those of other programs.
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
