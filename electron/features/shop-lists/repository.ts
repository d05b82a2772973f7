import { Repository } from '../../core/db/repository.ts';
import type { StatementSource } from '../../core/db/statements.ts';

export interface TagRow {
  readonly id: number;
  readonly name: string;
  readonly hue: number;
}
export interface PersonRow {
  readonly id: number;
  readonly name: string;
}
export interface TemplateRow {
  readonly id: number;
  readonly name: string;
  readonly text: string;
}
export interface FilterRow {
  readonly id: number;
  readonly name: string;
  readonly query: string;
}

/** One of the shop's lists: short names, each once among those in use. Removed ones can come back. */
function shopList<R extends { readonly id: number; readonly name: string }>(
  database: StatementSource,
  table: 'tags' | 'people' | 'templates' | 'filters',
  columns: readonly Exclude<keyof R, 'id'>[],
) {
  const names = columns.join(', ');
  const all = database.prepare<[], R>(`SELECT id, ${names} FROM ${table} WHERE removed = 0 ORDER BY name, id`);
  const byId = database.prepare<[number], R>(`SELECT id, ${names} FROM ${table} WHERE id = ?`);
  const byName = database.prepare<[string], R>(`SELECT id, ${names} FROM ${table} WHERE name = ? AND removed = 0`);
  const insert = database.prepare<[Omit<R, 'id'>]>(
    `INSERT INTO ${table} (${names}) VALUES (${columns.map((column) => `@${String(column)}`).join(', ')})`,
  );
  const update = database.prepare<[R]>(
    `UPDATE ${table} SET ${columns.map((column) => `${String(column)} = @${String(column)}`).join(', ')} WHERE id = @id`,
  );
  const setRemoved = database.prepare<[number, number]>(`UPDATE ${table} SET removed = ? WHERE id = ?`);
  return {
    all: (): readonly R[] => all.all(),
    byId: (id: number): R | null => byId.get(id) ?? null,
    byName: (name: string): R | null => byName.get(name) ?? null,
    insert: (row: Omit<R, 'id'>): number => Number(insert.run(row).lastInsertRowid),
    update: (row: R): void => void update.run(row),
    setRemoved: (id: number, removed: boolean): void => void setRemoved.run(removed ? 1 : 0, id),
  };
}

export class ShopListsRepository extends Repository {
  readonly tags = shopList<TagRow>(this.database, 'tags', ['name', 'hue']);

  readonly people = shopList<PersonRow>(this.database, 'people', ['name']);

  readonly templates = shopList<TemplateRow>(this.database, 'templates', ['name', 'text']);

  readonly filters = shopList<FilterRow>(this.database, 'filters', ['name', 'query']);
}
