import type { Clock } from '../shared/clock.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../shared/disk-fault.ts';
import type { Logger } from '../shared/logger.ts';

/** What is put right after a start, in its order. Where the disk cannot be written the rest is done when it can. */
export class StartupSteps {
  readonly #clock: Clock;
  readonly #logger: Logger;
  #steps: (() => unknown)[] = [];
  #retryAt: number | null = null;

  constructor({ clock, logger }: { readonly clock: Clock; readonly logger: Logger }) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** The disk holds some of them up. */
  get isWaiting(): boolean {
    return this.#retryAt !== null;
  }

  /** When those that wait are tried again; null: none waits. */
  get dueAt(): number | null {
    return this.#retryAt;
  }

  start(steps: readonly (() => unknown)[]): void {
    this.#steps = [...steps];
    this.#run();
  }

  /** Goes on with those that wait. @returns whether all of them are done by now */
  goOn(): boolean {
    if (this.isWaiting) this.#run();
    return !this.isWaiting;
  }

  #run(): void {
    for (let [next] = this.#steps; next !== undefined; [next] = this.#steps) {
      try {
        next();
      } catch (error) {
        if (!isDiskFault(error)) throw error;
        this.#logger.error({ error: String(error) }, 'the start waits for the disk');
        this.#retryAt = this.#clock.now() + DISK_AGAIN_MS;
        return;
      }
      this.#steps.shift();
    }
    this.#retryAt = null;
  }
}
