import { fold } from '../shared/fold.ts';
import type { Database } from './sqlite.ts';

export interface ContactRow {
  readonly id: number;
  readonly name: string;
  readonly language: string | null;
  readonly notes: string;
  /** JSON: [{ "name", "value" }]. */
  readonly fields: string;
  readonly blocked_at: number | null;
  /** IANA; null: the shop's. */
  readonly zone: string | null;
  readonly created_at: number;
}

/** What two contacts were before they became one. */
export interface Merge {
  readonly kept: ContactRow;
  readonly gone: ContactRow;
  readonly goneNumbers: readonly string[];
  /** What they became. */
  readonly merged: ContactRow;
}

const COLUMNS = 'id, name, language, notes, fields, blocked_at, zone, created_at';

/** Customers: a name and what is known, for one or several numbers. */
export function contactsRepository(database: Database) {
  const byId = database.prepare<[number], ContactRow>(`SELECT ${COLUMNS} FROM contacts WHERE id = ?`);
  const ofNumber = database.prepare<[string], ContactRow>(
    `SELECT ${COLUMNS} FROM contacts WHERE id = (SELECT contact_id FROM contact_numbers WHERE number = ?)`,
  );
  const blocked = database.prepare<[string], { at: number | null }>(
    'SELECT k.blocked_at AS at FROM contact_numbers n JOIN contacts k ON k.id = n.contact_id WHERE n.number = ?',
  );
  const numbers = database.prepare<[number], { number: string }>(
    'SELECT number FROM contact_numbers WHERE contact_id = ? ORDER BY number',
  );
  const insert = database.prepare<[ContactRow & { folded: string; id: number | null }]>(
    `INSERT INTO contacts (id, name, folded, language, notes, fields, blocked_at, zone, created_at)
     VALUES (@id, @name, @folded, @language, @notes, @fields, @blocked_at, @zone, @created_at)`,
  );
  const update = database.prepare<[ContactRow & { folded: string }]>(
    `UPDATE contacts SET name = @name, folded = @folded, language = @language, notes = @notes, fields = @fields,
       blocked_at = @blocked_at, zone = @zone WHERE id = @id`,
  );
  const link = database.prepare<[string, number]>(
    'INSERT INTO contact_numbers (number, contact_id) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET contact_id = excluded.contact_id',
  );
  const remove = database.prepare<[number]>('DELETE FROM contacts WHERE id = ?');
  const keepMerge = database.prepare<[number, number, number, string]>(
    'INSERT INTO contact_merges (at, kept_id, gone_id, before) VALUES (?, ?, ?, ?)',
  );
  const merge = database.prepare<[number], { before: string }>('SELECT before FROM contact_merges WHERE id = ?');
  const laterMerge = database.prepare<[{ id: number; kept: number }], { id: number }>(
    'SELECT id FROM contact_merges WHERE id > @id AND (kept_id = @kept OR gone_id = @kept) LIMIT 1',
  );
  const removeMerge = database.prepare<[number]>('DELETE FROM contact_merges WHERE id = ?');

  return {
    byId: (id: number): ContactRow | null => byId.get(id) ?? null,
    ofNumber: (number: string): ContactRow | null => ofNumber.get(number) ?? null,
    isBlocked: (number: string): boolean => (blocked.get(number)?.at ?? null) !== null,
    numbers: (id: number): readonly string[] => numbers.all(id).map(({ number }) => number),
    /** The contact of a number, made where there is none. */
    findOrCreate(number: string, at: number): ContactRow {
      const found = ofNumber.get(number);
      if (found !== undefined) return found;
      const empty = { name: '', language: null, notes: '', fields: '[]', blocked_at: null, zone: null, created_at: at };
      const { lastInsertRowid } = insert.run({ ...empty, id: null as never, folded: '' });
      link.run(number, Number(lastInsertRowid));
      return byId.get(Number(lastInsertRowid)) as ContactRow;
    },
    update: (contact: ContactRow): void => void update.run({ ...contact, folded: fold(contact.name) }),
    /** Makes one of two; returns what {@link unmerge} takes. */
    merge(before: Merge, at: number): number {
      const { merged } = before;
      for (const number of before.goneNumbers) link.run(number, merged.id);
      remove.run(before.gone.id);
      update.run({ ...merged, folded: fold(merged.name) });
      return Number(keepMerge.run(at, merged.id, before.gone.id, JSON.stringify(before)).lastInsertRowid);
    },
    /** Makes two of one again, as they were. Null: there is nothing to undo. */
    unmerge(id: number): { readonly kept: number; readonly gone: number } | 'later first' | null {
      const found = merge.get(id);
      if (found === undefined) return null;
      const before = JSON.parse(found.before) as Merge;
      // Undone in another order, what the later one took over would go to the wrong customer.
      if (laterMerge.get({ id, kept: before.kept.id }) !== undefined) return 'later first';
      const now = byId.get(before.kept.id);
      if (now === undefined) return null;
      // Its number may be somebody else's by now.
      const isFree = byId.get(before.gone.id) === undefined;
      const { lastInsertRowid } = insert.run({
        ...before.gone,
        // Kept before there were zones.
        zone: (before.gone as Partial<ContactRow>).zone ?? null,
        id: isFree ? before.gone.id : (null as never),
        folded: fold(before.gone.name),
      });
      const gone = Number(lastInsertRowid);
      // What was written down since is not undone.
      const kept = Object.fromEntries(
        Object.entries(now).map(([key, value]) => {
          const column = key as keyof ContactRow;
          return [column, value === (before.merged[column] ?? null) ? (before.kept[column] ?? null) : value];
        }),
      ) as unknown as ContactRow;
      update.run({ ...kept, folded: fold(kept.name) });
      for (const number of before.goneNumbers) link.run(number, gone);
      removeMerge.run(id);
      return { kept: before.kept.id, gone };
    },
  };
}
