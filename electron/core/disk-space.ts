import { MINUTE } from '../shared/durations.ts';
import type { Clock } from '../shared/clock.ts';
import type { Service } from './service.ts';

/** Below this nothing new is taken on: what comes in, and what is under way, still has to be written down. */
export const RESERVE_BYTES = 40 * 1024 * 1024;
const LOOKS_EVERY_MS = 10 * MINUTE;
/** Somebody is making room. */
const LOOKS_AGAIN_MS = MINUTE / 4;

/** Whether there is room on the disk for what else is to come. */
export class DiskSpace implements Service {
  readonly #freeBytes: () => number | null;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #isFull = false;
  #looksAt = 0;

  /** @param freeBytes on the data's disk; null: that cannot be told */
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

  /** Before something new is taken on. */
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
