import type { StatementSource } from './statements.ts';

export interface CatalogueRow {
  readonly id: number;
  readonly name: string;
  /** JSON. */
  readonly body: string;
  readonly removed: 0 | 1;
}

/** Named things of the owner’s: services, whom they are booked with, fields, groups. Removed ones stay, and can come back. */
export function catalogueRepository(
  database: StatementSource,
  table: 'services' | 'resources' | 'contact_fields' | 'contact_groups' | 'surveys',
) {
  const columns = 'id, name, body, removed';
  const all = database.prepare<[], CatalogueRow>(`SELECT ${columns} FROM ${table} ORDER BY name, id`);
  const insert = database.prepare<[string, string]>(`INSERT INTO ${table} (name, body) VALUES (?, ?)`);
  const update = database.prepare<[string, string, number]>(`UPDATE ${table} SET name = ?, body = ? WHERE id = ?`);
  const setRemoved = database.prepare<[number, number]>(`UPDATE ${table} SET removed = ? WHERE id = ?`);
  return {
    /** Removed ones as well. */
    all: (): readonly CatalogueRow[] => all.all(),
    insert: (name: string, body: string): number => Number(insert.run(name, body).lastInsertRowid),
    update: (id: number, name: string, body: string): void => void update.run(name, body, id),
    setRemoved: (id: number, removed: boolean): void => void setRemoved.run(removed ? 1 : 0, id),
  };
}
