import { Repository } from '../../core/db/repository.ts';

export interface ContactImportRow {
  readonly id: number;
  /** The name of the file. */
  readonly name: string;
  readonly at: number;
  readonly author: string | null;
  /** JSON. */
  readonly counts: string;
  readonly undone_at: number | null;
}

/** One customer before an import and after it; JSON. */
export interface ContactChangeRow {
  readonly contact_id: number;
  /** Null: the customer did not exist before. */
  readonly before: string | null;
  readonly after: string;
  readonly consented: string;
}

const COLUMNS = 'id, name, at, author, counts, undone_at';

/** The lists that were imported and what each changed, so that an import can be undone as a whole. */
export class ContactImportsRepository extends Repository {
  readonly #all = this.prepare<[number], ContactImportRow>(
    `SELECT ${COLUMNS} FROM contact_imports WHERE counts <> '{}' ORDER BY id DESC LIMIT ?`,
  );
  readonly #unfinished = this.prepare<[], ContactImportRow>(
    `SELECT ${COLUMNS} FROM contact_imports i WHERE counts = '{}'
       OR (undone_at IS NOT NULL AND EXISTS (SELECT 1 FROM contact_import_changes c WHERE c.import_id = i.id))`,
  );
  readonly #remove = this.prepare<[number]>('DELETE FROM contact_imports WHERE id = ?');
  readonly #byId = this.prepare<[number], ContactImportRow>(`SELECT ${COLUMNS} FROM contact_imports WHERE id = ?`);
  readonly #insert = this.prepare<[string, number, string | null]>(
    `INSERT INTO contact_imports (name, at, author, counts) VALUES (?, ?, ?, '{}')`,
  );
  readonly #setCounts = this.prepare<[string, number]>('UPDATE contact_imports SET counts = ? WHERE id = ?');
  readonly #setUndone = this.prepare<[number, number]>('UPDATE contact_imports SET undone_at = ? WHERE id = ?');
  readonly #changes = this.prepare<[number, number], ContactChangeRow>(
    'SELECT contact_id, before, after, consented FROM contact_import_changes WHERE import_id = ? ORDER BY contact_id LIMIT ?',
  );
  readonly #removeChange = this.prepare<[number, number]>(
    'DELETE FROM contact_import_changes WHERE import_id = ? AND contact_id = ?',
  );
  readonly #addChange = this.prepare<[ContactChangeRow & { import: number }]>(
    `INSERT INTO contact_import_changes (import_id, contact_id, before, after, consented)
     VALUES (@import, @contact_id, @before, @after, @consented)
     ON CONFLICT (import_id, contact_id) DO UPDATE SET after = excluded.after, consented = excluded.consented`,
  );

  /** The imports that have not finished, and the undos that have not. */
  unfinished(): readonly ContactImportRow[] {
    return this.#unfinished.all();
  }

  /** Removes an import as if it had never begun. */
  remove(id: number): void {
    this.#remove.run(id);
  }

  /** The finished imports, the newest first. */
  all(limit: number): readonly ContactImportRow[] {
    return this.#all.all(limit);
  }

  byId(id: number): ContactImportRow | null {
    return this.#byId.get(id) ?? null;
  }

  insert(name: string, at: number, author: string | null): number {
    return Number(this.#insert.run(name, at, author).lastInsertRowid);
  }

  setCounts(id: number, counts: string): void {
    this.#setCounts.run(counts, id);
  }

  setUndone(id: number, at: number): void {
    this.#setUndone.run(at, id);
  }

  /** The first of its changes that are not undone yet. */
  changes(id: number, limit: number): readonly ContactChangeRow[] {
    return this.#changes.all(id, limit);
  }

  removeChange(id: number, contact: number): void {
    this.#removeChange.run(id, contact);
  }

  /** If several rows are about one customer, it keeps their state before the first row and after the last. */
  addChange(id: number, change: ContactChangeRow): void {
    this.#addChange.run({ ...change, import: id });
  }
}
