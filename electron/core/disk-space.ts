import { MINUTE } from '../shared/durations.ts';
import type { Clock } from '../shared/clock.ts';
import type { Service } from './service.ts';

/** Below this nothing new is accepted: what comes in and what is under way still has to be written down. */
export const RESERVE_BYTES = 40 * 1024 * 1024;
const LOOKS_EVERY_MS = 10 * MINUTE;
/** Somebody may be making room meanwhile. */
const LOOKS_AGAIN_MS = MINUTE / 4;

/** Knows whether the disk has room for what is still to come. */
export class DiskSpace implements Service {
  readonly #freeBytes: () => number | null;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #isFull = false;
  #looksAt = 0;

  /** @param freeBytes the free space on the data's disk; null if that cannot be told */
  constructor(freeBytes: () => number | null, clock: Clock, onChange: () => void) {
    this.#freeBytes = freeBytes;
    this.#clock = clock;
    this.#onChange = onChange;
    this.#look();
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  get dueAt(): number {
    return this.#looksAt;
  }

  onDue(): void {
    this.check();
  }

  /** Called before something new is accepted. */
  check(): boolean {
    const before = this.#isFull;
    this.#look();
    if (before !== this.#isFull) this.#onChange();
    return !this.#isFull;
  }

  #look(): void {
    const free = this.#freeBytes();
    this.#isFull = free !== null && free < RESERVE_BYTES;
    this.#looksAt = this.#clock.now() + (this.#isFull ? LOOKS_AGAIN_MS : LOOKS_EVERY_MS);
  }
}
