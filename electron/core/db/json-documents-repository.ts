import { Repository } from './repository.ts';
import type { Statement } from './sqlite.ts';
import type { StatementSource } from './statements.ts';

export interface JsonDocumentRow {
  readonly id: number;
  readonly name: string;
  /** JSON. */
  readonly body: string;
  readonly removed: 0 | 1;
}

const COLUMNS = 'id, name, body, removed';

/** Named things that the owner has set up: services, resources to book, fields, groups. Removed ones stay and can be restored. */
export class JsonDocumentsRepository extends Repository {
  readonly #all: Statement<[], JsonDocumentRow>;
  readonly #insert: Statement<[string, string]>;
  readonly #update: Statement<[string, string, number]>;
  readonly #setRemoved: Statement<[number, number]>;

  constructor(
    database: StatementSource,
    table: 'services' | 'resources' | 'contact_fields' | 'contact_groups' | 'surveys',
  ) {
    super(database);
    this.#all = this.prepare(`SELECT ${COLUMNS} FROM ${table} ORDER BY name, id`);
    this.#insert = this.prepare(`INSERT INTO ${table} (name, body) VALUES (?, ?)`);
    this.#update = this.prepare(`UPDATE ${table} SET name = ?, body = ? WHERE id = ?`);
    this.#setRemoved = this.prepare(`UPDATE ${table} SET removed = ? WHERE id = ?`);
  }

  /** Includes removed ones. */
  all(): readonly JsonDocumentRow[] {
    return this.#all.all();
  }

  insert(name: string, body: string): number {
    return Number(this.#insert.run(name, body).lastInsertRowid);
  }

  update(id: number, name: string, body: string): void {
    this.#update.run(name, body, id);
  }

  setRemoved(id: number, removed: boolean): void {
    this.#setRemoved.run(removed ? 1 : 0, id);
  }
}
