import { Repository } from '../../../core/db/repository.ts';

export interface FaqRow {
  readonly id: number;
  readonly name: string;
  readonly enabled: 0 | 1;
  /** JSON. */
  readonly wordings: string;
}

const COLUMNS = 'id, name, enabled, wordings';

/** Keeps the questions that the shop answers automatically. Removed ones can be restored. */
export class FaqsRepository extends Repository {
  readonly #all = this.prepare<[], FaqRow>(`SELECT ${COLUMNS} FROM faqs WHERE removed = 0 ORDER BY name, id`);
  readonly #byId = this.prepare<[number], FaqRow>(`SELECT ${COLUMNS} FROM faqs WHERE id = ?`);
  readonly #insert = this.prepare<[Omit<FaqRow, 'id'>]>(
    'INSERT INTO faqs (name, enabled, wordings) VALUES (@name, @enabled, @wordings)',
  );
  readonly #update = this.prepare<[FaqRow]>(
    'UPDATE faqs SET name = @name, enabled = @enabled, wordings = @wordings WHERE id = @id',
  );
  readonly #setRemoved = this.prepare<[number, number]>('UPDATE faqs SET removed = ? WHERE id = ?');

  all(): readonly FaqRow[] {
    return this.#all.all();
  }

  byId(id: number): FaqRow | null {
    return this.#byId.get(id) ?? null;
  }

  insert(row: Omit<FaqRow, 'id'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  update(row: FaqRow): void {
    this.#update.run(row);
  }

  setRemoved(id: number, removed: boolean): void {
    this.#setRemoved.run(removed ? 1 : 0, id);
  }
}
