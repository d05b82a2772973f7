import type { Clock } from '../shared/clock.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../shared/disk-fault.ts';

/**
 * The desk's only timer. It rings at the earliest instant for which anybody waits, and asks for that instant again after every
 * ring and every change.
 */
export class WakeupTimer {
  readonly #clock: Clock;
  readonly #ring: () => boolean;
  readonly #earliest: () => number | null;
  #cancel: (() => void) | null = null;
  #armedFor: number | null = null;
  #isStopped = false;
  #notBefore = -Infinity;

  /** @param options `ring` returns false if the disk could not be written */
  constructor(clock: Clock, options: { readonly earliest: () => number | null; readonly ring: () => boolean }) {
    this.#clock = clock;
    this.#ring = options.ring;
    this.#earliest = options.earliest;
  }

  rearm(): void {
    // What happens while the desk ends, or after that, wakes nobody.
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

  /** If the instant cannot be told now, it is asked for again later. */
  #nextInstant(): number | null {
    try {
      return this.#earliest();
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      return this.#clock.now() + DISK_AGAIN_MS;
    }
  }

  /** Stops the timer for good. */
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
