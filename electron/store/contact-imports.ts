import type { StatementSource } from './statements.ts';

export interface ContactImportRow {
  readonly id: number;
  /** The file's. */
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
  /** Null: he was not there. */
  readonly before: string | null;
  readonly after: string;
  readonly consented: string;
}

/** Lists that were brought in, and what each changed: so that it can be undone as a whole. */
export function contactImportsRepository(database: StatementSource) {
  const columns = 'id, name, at, author, counts, undone_at';
  const all = database.prepare<[number], ContactImportRow>(
    `SELECT ${columns} FROM contact_imports WHERE counts <> '{}' ORDER BY id DESC LIMIT ?`,
  );
  const unfinished = database.prepare<[], ContactImportRow>(
    `SELECT ${columns} FROM contact_imports i WHERE counts = '{}'
       OR (undone_at IS NOT NULL AND EXISTS (SELECT 1 FROM contact_import_changes c WHERE c.import_id = i.id))`,
  );
  const remove = database.prepare<[number]>('DELETE FROM contact_imports WHERE id = ?');
  const byId = database.prepare<[number], ContactImportRow>(`SELECT ${columns} FROM contact_imports WHERE id = ?`);
  const insert = database.prepare<[string, number, string | null]>(
    `INSERT INTO contact_imports (name, at, author, counts) VALUES (?, ?, ?, '{}')`,
  );
  const setCounts = database.prepare<[string, number]>('UPDATE contact_imports SET counts = ? WHERE id = ?');
  const setUndone = database.prepare<[number, number]>('UPDATE contact_imports SET undone_at = ? WHERE id = ?');
  const changes = database.prepare<[number, number], ContactChangeRow>(
    'SELECT contact_id, before, after, consented FROM contact_import_changes WHERE import_id = ? ORDER BY contact_id LIMIT ?',
  );
  const removeChange = database.prepare<[number, number]>(
    'DELETE FROM contact_import_changes WHERE import_id = ? AND contact_id = ?',
  );
  const addChange = database.prepare<[ContactChangeRow & { import: number }]>(
    `INSERT INTO contact_import_changes (import_id, contact_id, before, after, consented)
     VALUES (@import, @contact_id, @before, @after, @consented)
     ON CONFLICT (import_id, contact_id) DO UPDATE SET after = excluded.after, consented = excluded.consented`,
  );
  return {
    /** Those that were begun, or begun to be undone, and are not through. */
    unfinished: (): readonly ContactImportRow[] => unfinished.all(),
    /** As if it had never been begun. */
    remove: (id: number): void => void remove.run(id),
    /** Those that are through, the newest first. */
    all: (limit: number): readonly ContactImportRow[] => all.all(limit),
    byId: (id: number): ContactImportRow | null => byId.get(id) ?? null,
    insert: (name: string, at: number, author: string | null): number =>
      Number(insert.run(name, at, author).lastInsertRowid),
    setCounts: (id: number, counts: string): void => void setCounts.run(counts, id),
    setUndone: (id: number, at: number): void => void setUndone.run(at, id),
    /** The first of what it changed and what is not undone yet. */
    changes: (id: number, limit: number): readonly ContactChangeRow[] => changes.all(id, limit),
    removeChange: (id: number, contact: number): void => void removeChange.run(id, contact),
    /** Of one customer that several rows are about, what he was before the first and is after the last. */
    addChange: (id: number, change: ContactChangeRow): void => void addChange.run({ ...change, import: id }),
  };
}
