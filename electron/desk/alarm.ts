import type { Clock } from '../shared/clock.ts';

/** A timer stands still while the computer sleeps and knows nothing of a clock that is set: look again this often. */
const MAX_DELAY_MS = 30_000;

/**
 * The one timer of the desk: rings at the earliest instant anybody waits for. After every ring and every change it asks
 * again when that is.
 */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  readonly #earliest: () => number | null;
  #cancel: (() => void) | null = null;
  #armedFor: number | null = null;
  #isStopped = false;

  constructor(clock: Clock, options: { readonly earliest: () => number | null; readonly ring: () => void }) {
    this.#clock = clock;
    this.#ring = options.ring;
    this.#earliest = options.earliest;
  }

  rearm(): void {
    // What happens while the desk ends, or after, wakes nobody.
    if (this.#isStopped) return;
    const at = this.#earliest();
    if (at === this.#armedFor) return;
    this.#disarm();
    if (at === null) return;
    this.#armedFor = at;
    this.#cancel = this.#clock.after(Math.min(MAX_DELAY_MS, Math.max(0, at - this.#clock.now())), () => {
      this.#armedFor = null;
      if (at <= this.#clock.now()) this.#ring();
      this.rearm();
    });
  }

  /** For good. */
  stop(): void {
    this.#isStopped = true;
    this.#disarm();
  }

  #disarm(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#armedFor = null;
  }
}
