import type { Span } from '../../shared/hours.ts';
import { Repository } from '../../core/db/repository.ts';

export interface SpecialDayRow {
  readonly id: number;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly yearly: boolean;
  readonly hours: readonly Span[];
  readonly uid: string | null;
}

interface Stored {
  readonly id: number;
  readonly name: string;
  readonly from_date: string;
  readonly to_date: string;
  readonly yearly: number;
  readonly hours: string;
  readonly uid: string | null;
}

const COLUMNS = 'id, name, from_date, to_date, yearly, hours, uid';

/** Keeps the days on which the shop's hours differ from an ordinary week. */
export class SpecialDaysRepository extends Repository {
  readonly #all = this.prepare<[], Stored>(`SELECT ${COLUMNS} FROM special_days ORDER BY from_date, id`);
  readonly #insert = this.prepare<[Omit<Stored, 'id'>]>(
    `INSERT INTO special_days (name, from_date, to_date, yearly, hours, uid)
     VALUES (@name, @from_date, @to_date, @yearly, @hours, @uid)`,
  );
  readonly #update = this.prepare<[Stored]>(
    `UPDATE special_days SET name = @name, from_date = @from_date, to_date = @to_date, yearly = @yearly, hours = @hours, uid = @uid
     WHERE id = @id`,
  );
  readonly #remove = this.prepare<[string]>('DELETE FROM special_days WHERE id IN (SELECT value FROM json_each(?))');

  all(): readonly SpecialDayRow[] {
    return this.#all.all().map(({ from_date, to_date, yearly, hours, ...day }) => ({
      ...day,
      from: from_date,
      to: to_date,
      yearly: yearly === 1,
      hours: JSON.parse(hours) as readonly Span[],
    }));
  }

  insert(day: Omit<SpecialDayRow, 'id'>): number {
    return Number(this.#insert.run(stored(day)).lastInsertRowid);
  }

  /** False if no day has that number. */
  update(day: SpecialDayRow): boolean {
    return this.#update.run({ ...stored(day), id: day.id }).changes > 0;
  }

  remove(ids: readonly number[]): number {
    return this.#remove.run(JSON.stringify(ids)).changes;
  }
}

function stored({ name, from, to, yearly, hours, uid }: Omit<SpecialDayRow, 'id'>): Omit<Stored, 'id'> {
  return { name, from_date: from, to_date: to, yearly: yearly ? 1 : 0, hours: JSON.stringify(hours), uid };
}
