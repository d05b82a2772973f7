import { createHmac, randomBytes } from 'node:crypto';
import type { Store } from '../../core/context.ts';

const KEY = 'erasure.key';

/** Keeps who asked to be forgotten as a hash; without this desk's key nobody can test numbers against it. */
export class ErasureRegister {
  readonly #store: Store;
  #key: string | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Call it inside a unit of work. */
  add(number: string, at: number): void {
    this.#store.erasures.add(this.#hash(number), at);
  }

  get isNobody(): boolean {
    return this.#store.erasures.isEmpty;
  }

  has(number: string): boolean {
    return !this.#store.erasures.isEmpty && this.#store.erasures.has(this.#hash(number));
  }

  /** Somebody has added them by hand, or they wrote, so they are here again. Call it inside a unit of work. */
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
