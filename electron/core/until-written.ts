import { DISK_AGAIN_MS, isDiskFault } from '../shared/disk-fault.ts';
import type { DeskContext } from './context.ts';

/** Does work that must not be skipped, in its order. If the disk cannot be written, it is tried again and again until it can. */
export class UntilWritten {
  readonly #context: Pick<DeskContext, 'clock' | 'logger'>;
  readonly #waiting: (() => void)[] = [];
  #cancel: (() => void) | null = null;
  #isTrying = false;

  constructor(context: Pick<DeskContext, 'clock' | 'logger'>) {
    this.#context = context;
  }

  get count(): number {
    return this.#waiting.length;
  }

  /**
   * @param work is tried anew as a whole, so repeating what it did before the disk failed must be harmless
   * @throws any fault that is not the disk's
   */
  do(work: () => void): void {
    this.#waiting.push(work);
    this.tryNow();
  }

  /** Tries the waiting work before its time. */
  tryNow(): void {
    // Some of the work leads to more work.
    if (this.#isTrying) return;
    this.#isTrying = true;
    this.#cancel?.();
    this.#cancel = null;
    try {
      for (let [work] = this.#waiting; work !== undefined; [work] = this.#waiting) {
        try {
          work();
        } catch (error) {
          if (!isDiskFault(error)) {
            this.#waiting.shift();
            throw error;
          }
          this.#context.logger.warn({ error: String(error) }, 'something waits to be written down');
          this.#cancel = this.#context.clock.after(DISK_AGAIN_MS, () => this.tryNow());
          return;
        }
        this.#waiting.shift();
      }
    } finally {
      this.#isTrying = false;
    }
  }

  /** Tries once more; whatever still waits after that is given up. */
  stop(): void {
    this.tryNow();
    this.#cancel?.();
    this.#cancel = null;
    this.#waiting.length = 0;
  }
}
