import { Repository } from '../../core/db/repository.ts';

/** Numbers whose owners opted out. They are kept apart from contacts, so that nothing can lose them. */
export class OptOutsRepository extends Repository {
  readonly #get = this.prepare<[string], { at: number }>('SELECT at FROM opt_outs WHERE number = ?');
  readonly #all = this.prepare<[], { number: string; at: number }>('SELECT number, at FROM opt_outs');
  readonly #insert = this.prepare<[string, number, number | null]>(
    'INSERT INTO opt_outs (number, at, message_id) VALUES (?, ?, ?) ON CONFLICT (number) DO NOTHING',
  );
  readonly #remove = this.prepare<[string]>('DELETE FROM opt_outs WHERE number = ?');

  has(number: string): boolean {
    return this.#get.get(number) !== undefined;
  }

  all(): readonly { readonly number: string; readonly at: number }[] {
    return this.#all.all();
  }

  /** @param messageId the message that asked for it, if there is one */
  add(number: string, at: number, messageId: number | null): void {
    this.#insert.run(number, at, messageId);
  }

  remove(number: string): void {
    this.#remove.run(number);
  }
}
