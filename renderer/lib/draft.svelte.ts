/**
 * What the desk keeps, overlaid with what was sent to it and is not yet confirmed by an event: this is the current state for
 * whoever goes on editing. The desk's answers and events arrive separately.
 */
export class Sent<T> {
  readonly #kept: () => T;
  /**
   * The state that the desk had when it answered; null: it has not. If its state differs by now, even through an undo, that state
   * counts.
   */
  #sent = $state.raw<{ readonly value: T; readonly over: string | null; isNews: boolean } | null>(null);

  /** @param kept what the desk has; it can be compared as JSON */
  constructor(kept: () => T) {
    this.#kept = kept;
  }

  get value(): T {
    const [kept, sent] = [this.#kept(), this.#sent];
    if (sent === null) return kept;
    if (sent.over !== null && JSON.stringify(kept) !== sent.over) sent.isNews = true;
    return sent.isNews ? kept : sent.value;
  }

  /** @param saved whether the desk has accepted it */
  async send(value: T, saved: Promise<boolean>): Promise<boolean> {
    const sent = { value, over: null, isNews: false };
    this.#sent = sent;
    const isTaken = await saved;
    // One that was sent later stands over it.
    if (this.#sent !== sent) return isTaken;
    const over = JSON.stringify(this.#kept());
    this.#sent = isTaken && over !== JSON.stringify(value) ? { value, over, isNews: false } : null;
    return isTaken;
  }
}

/**
 * The content of a settings field: what the desk keeps, even when that changes at another window or by an undo, until somebody
 * types. Leaving a field without typing saves nothing.
 */
export class Draft {
  readonly #kept: () => string;
  readonly #sent: Sent<string>;
  #input = $state<string | null>(null);

  /** @param kept what the desk has, as the field shows it */
  constructor(kept: () => string) {
    this.#kept = kept;
    this.#sent = new Sent(kept);
  }

  get value(): string {
    return this.#input ?? this.#sent.value;
  }

  set value(input: string) {
    this.#input = input;
  }

  /** Somebody has written what the desk has not yet. */
  get isChanged(): boolean {
    return this.#input !== null && this.#input.trim() !== this.#kept();
  }

  /**
   * Saves what was typed if the desk accepts it; otherwise it stays to be corrected.
   * @param saved whether the desk has accepted it
   */
  async settle(saved: Promise<boolean>): Promise<void> {
    const input = this.#input;
    if (input === null) return;
    this.#input = null;
    if (!(await this.#sent.send(input, saved))) this.#input ??= input;
  }

  /** What was written is given up. */
  drop(): void {
    this.#input = null;
  }
}
