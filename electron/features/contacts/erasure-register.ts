import { createHmac, randomBytes } from 'node:crypto';
import type { Store } from '../../core/context.ts';

const KEY = 'erasure.key';

/** Who asked to be forgotten is known by a hash that nobody without this desk's key can try numbers against. */
export class ErasureRegister {
  readonly #store: Store;
  #key: string | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Inside a unit of work. */
  add(number: string, at: number): void {
    this.#store.erasures.add(this.#hash(number), at);
  }

  get isNobody(): boolean {
    return this.#store.erasures.isEmpty;
  }

  has(number: string): boolean {
    return !this.#store.erasures.isEmpty && this.#store.erasures.has(this.#hash(number));
  }

  /** Somebody has added them by hand, or they wrote: they are here again. Inside a unit of work. */
  forget(number: string): void {
    if (!this.#store.erasures.isEmpty) this.#store.erasures.remove(this.#hash(number));
  }

  #hash(number: string): string {
    const { settings } = this.#store;
    this.#key ??= settings.get(KEY);
    if (this.#key === null) {
      this.#key = randomBytes(32).toString('hex');
      settings.set(KEY, this.#key);
    }
    return createHmac('sha256', this.#key).update(number).digest('hex');
  }
}
