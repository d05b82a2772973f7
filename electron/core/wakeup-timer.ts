import type { Clock } from '../shared/clock.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../shared/disk-fault.ts';

/**
 * The one timer of the desk: rings at the earliest instant anybody waits for. After every ring and every change it asks
 * again when that is.
 */
export class WakeupTimer {
  readonly #clock: Clock;
  readonly #ring: () => boolean;
  readonly #earliest: () => number | null;
  #cancel: (() => void) | null = null;
  #armedFor: number | null = null;
  #isStopped = false;
  #notBefore = -Infinity;

  /** @param options `ring`: false where the disk could not be written */
  constructor(clock: Clock, options: { readonly earliest: () => number | null; readonly ring: () => boolean }) {
    this.#clock = clock;
    this.#ring = options.ring;
    this.#earliest = options.earliest;
  }

  rearm(): void {
    // What happens while the desk ends, or after, wakes nobody.
    if (this.#isStopped) return;
    const wanted = this.#nextInstant();
    const at = wanted === null ? null : Math.max(wanted, this.#notBefore);
    if (at === this.#armedFor) return;
    this.#disarm();
    if (at === null) return;
    this.#armedFor = at;
    this.#cancel = this.#clock.after(this.#delayUntil(at), () => {
      this.#armedFor = null;
      try {
        if (at <= this.#clock.now() && !this.#ring()) this.#notBefore = this.#clock.now() + DISK_AGAIN_MS;
      } finally {
        this.rearm();
      }
    });
  }

  /** Where it cannot be told now it is asked for again. */
  #nextInstant(): number | null {
    try {
      return this.#earliest();
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      return this.#clock.now() + DISK_AGAIN_MS;
    }
  }

  /** For good. */
  stop(): void {
    this.#isStopped = true;
    this.#disarm();
  }

  #delayUntil(at: number): number {
    return Math.min(this.#clock.longestWaitMs ?? Infinity, Math.max(0, at - this.#clock.now()));
  }

  #disarm(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#armedFor = null;
  }
}
