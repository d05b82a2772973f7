import { DISK_AGAIN_MS, isDiskFault } from '../shared/disk-fault.ts';
import type { DeskContext } from './context.ts';

/** Does what must not be left out, in its order: where the disk cannot be written, again and again until it can. */
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

  /** @param work it is tried anew as a whole: what it did before the disk failed has to bear that @throws what is no fault of the disk */
  do(work: () => void): void {
    this.#waiting.push(work);
    this.tryNow();
  }

  /** Tries what waits, before its time. */
  tryNow(): void {
    // Some of the work brings more work.
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

  /** Tries once more; what then still waits is given up. */
  stop(): void {
    this.tryNow();
    this.#cancel?.();
    this.#cancel = null;
    this.#waiting.length = 0;
  }
}
