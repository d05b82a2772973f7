import type { StatementSource } from './statements.ts';

export interface FaqRow {
  readonly id: number;
  readonly name: string;
  readonly enabled: 0 | 1;
  /** JSON. */
  readonly wordings: string;
}

/** Questions the shop answers by itself. Removed ones can come back. */
export function faqsRepository(database: StatementSource) {
  const columns = 'id, name, enabled, wordings';
  const all = database.prepare<[], FaqRow>(`SELECT ${columns} FROM faqs WHERE removed = 0 ORDER BY name, id`);
  const byId = database.prepare<[number], FaqRow>(`SELECT ${columns} FROM faqs WHERE id = ?`);
  const insert = database.prepare<[Omit<FaqRow, 'id'>]>(
    'INSERT INTO faqs (name, enabled, wordings) VALUES (@name, @enabled, @wordings)',
  );
  const update = database.prepare<[FaqRow]>(
    'UPDATE faqs SET name = @name, enabled = @enabled, wordings = @wordings WHERE id = @id',
  );
  const setRemoved = database.prepare<[number, number]>('UPDATE faqs SET removed = ? WHERE id = ?');
  return {
    all: (): readonly FaqRow[] => all.all(),
    byId: (id: number): FaqRow | null => byId.get(id) ?? null,
    insert: (row: Omit<FaqRow, 'id'>): number => Number(insert.run(row).lastInsertRowid),
    update: (row: FaqRow): void => void update.run(row),
    setRemoved: (id: number, removed: boolean): void => void setRemoved.run(removed ? 1 : 0, id),
  };
}
