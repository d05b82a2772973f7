import { Repository } from '../../core/db/repository.ts';

/** Hashes of numbers whose owners asked to be forgotten. */
export class ErasuresRepository extends Repository {
  readonly #has = this.prepare<[string], { at: number }>('SELECT at FROM erasures WHERE hash = ?');
  readonly #any = this.prepare<[], { n: number }>('SELECT 1 AS n FROM erasures LIMIT 1');
  readonly #all = this.prepare<[], { hash: string; at: number }>('SELECT hash, at FROM erasures');
  readonly #add = this.prepare<[string, number]>(
    'INSERT INTO erasures (hash, at) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET at = excluded.at',
  );
  readonly #remove = this.prepare<[string]>('DELETE FROM erasures WHERE hash = ?');

  get isEmpty(): boolean {
    return this.#any.get() === undefined;
  }

  all(): readonly { readonly hash: string; readonly at: number }[] {
    return this.#all.all();
  }

  has(hash: string): boolean {
    return this.#has.get(hash) !== undefined;
  }

  add(hash: string, at: number): void {
    this.#add.run(hash, at);
  }

  remove(hash: string): void {
    this.#remove.run(hash);
  }
}
