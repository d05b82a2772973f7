import type { Span } from '../shared/hours.ts';
import type { StatementSource } from './statements.ts';

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

/** Days on which the shop's hours are others than in an ordinary week. */
export function specialDaysRepository(database: StatementSource) {
  const columns = 'id, name, from_date, to_date, yearly, hours, uid';
  const all = database.prepare<[], Stored>(`SELECT ${columns} FROM special_days ORDER BY from_date, id`);
  const insert = database.prepare<[Omit<Stored, 'id'>]>(
    `INSERT INTO special_days (name, from_date, to_date, yearly, hours, uid)
     VALUES (@name, @from_date, @to_date, @yearly, @hours, @uid)`,
  );
  const update = database.prepare<[Stored]>(
    `UPDATE special_days SET name = @name, from_date = @from_date, to_date = @to_date, yearly = @yearly, hours = @hours, uid = @uid
     WHERE id = @id`,
  );
  const remove = database.prepare<[string]>('DELETE FROM special_days WHERE id IN (SELECT value FROM json_each(?))');
  return {
    all: (): readonly SpecialDayRow[] =>
      all.all().map(({ from_date, to_date, yearly, hours, ...day }) => ({
        ...day,
        from: from_date,
        to: to_date,
        yearly: yearly === 1,
        hours: JSON.parse(hours) as readonly Span[],
      })),
    insert: (day: Omit<SpecialDayRow, 'id'>): number => Number(insert.run(stored(day)).lastInsertRowid),
    /** False: there is none of that number. */
    update: (day: SpecialDayRow): boolean => update.run({ ...stored(day), id: day.id }).changes > 0,
    remove: (ids: readonly number[]): number => remove.run(JSON.stringify(ids)).changes,
  };
}

function stored({ name, from, to, yearly, hours, uid }: Omit<SpecialDayRow, 'id'>): Omit<Stored, 'id'> {
  return { name, from_date: from, to_date: to, yearly: yearly ? 1 : 0, hours: JSON.stringify(hours), uid };
}
