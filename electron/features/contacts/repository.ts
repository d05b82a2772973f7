import { fold } from '../../shared/fold.ts';
import { Repository } from '../../core/db/repository.ts';

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
  /** YYYY-MM-DD, or --MM-DD; null: not known. */
  readonly birthday: string | null;
  readonly created_at: number;
}

export interface ContactNumberRow {
  readonly number: string;
  readonly label: string;
}

/** A customer as the list of customers needs them. */
export interface ContactListRow extends ContactRow {
  readonly folded: string;
}

/** The two contacts before they were merged. */
export interface Merge {
  readonly kept: ContactRow;
  readonly gone: ContactRow;
  readonly goneNumbers: readonly string[];
  /** The contact after the merge. */
  readonly merged: ContactRow;
  /** Left out in merges that are older than the tags of customers. */
  readonly tags?: { readonly kept: readonly number[]; readonly gone: readonly number[] };
}

const COLUMNS = 'id, name, language, notes, fields, blocked_at, zone, birthday, created_at';

interface Field {
  readonly name: string;
  readonly value: string;
}

// The index finds sequences of three letters; a shorter word is searched at the beginning of the name's words.
const BEGINNING = `NOT EXISTS (SELECT 1 FROM json_each(@short) WHERE instr(' ' || folded, ' ' || value) = 0)`;

/** Customers: a name and what is known of them, for one or several numbers. */
export class ContactsRepository extends Repository {
  readonly #byId = this.prepare<[number], ContactRow>(`SELECT ${COLUMNS} FROM contacts WHERE id = ?`);
  readonly #ofNumber = this.prepare<[string], ContactRow>(
    `SELECT ${COLUMNS} FROM contacts WHERE id = (SELECT contact_id FROM contact_numbers WHERE number = ?)`,
  );
  readonly #blocked = this.prepare<[string], { at: number | null }>(
    'SELECT k.blocked_at AS at FROM contact_numbers n JOIN contacts k ON k.id = n.contact_id WHERE n.number = ?',
  );
  readonly #numbers = this.prepare<[number], ContactNumberRow>(
    'SELECT number, label FROM contact_numbers WHERE contact_id = ? ORDER BY position, number',
  );
  readonly #setNumber = this.prepare<[string, number, string, number]>(
    `INSERT INTO contact_numbers (number, contact_id, label, position) VALUES (?, ?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET contact_id = excluded.contact_id, label = excluded.label, position = excluded.position`,
  );
  readonly #putBehind = this.prepare<[number, string]>(
    'UPDATE contact_numbers SET position = position + ? WHERE number = ?',
  );
  readonly #unlink = this.prepare<[string]>('DELETE FROM contact_numbers WHERE number = ?');
  readonly #tags = this.prepare<[number], { tag_id: number }>(
    'SELECT tag_id FROM contact_tags WHERE contact_id = ? ORDER BY tag_id',
  );
  readonly #allTags = this.prepare<[{ id: number }], { tag_id: number }>(
    `SELECT tag_id FROM contact_tags WHERE contact_id = @id
     UNION SELECT t.tag_id FROM contact_numbers n JOIN conversations c ON c.number = n.number
       JOIN conversation_tags t ON t.conversation_id = c.id WHERE n.contact_id = @id`,
  );
  readonly #addTag = this.prepare<[number, number]>(
    'INSERT INTO contact_tags (contact_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  readonly #removeTag = this.prepare<[number, number]>('DELETE FROM contact_tags WHERE contact_id = ? AND tag_id = ?');
  readonly #page = this.prepare<[{ folded: string; id: number; limit: number }], ContactListRow>(
    `SELECT ${COLUMNS}, folded FROM contacts WHERE (folded, id) > (@folded, @id) ORDER BY folded, id LIMIT @limit`,
  );
  readonly #after = this.prepare<[number, number], ContactRow>(
    `SELECT ${COLUMNS} FROM contacts WHERE id > ? ORDER BY id LIMIT ?`,
  );
  readonly #count = this.prepare<[], { n: number }>('SELECT count(*) AS n FROM contacts');
  readonly #byWords = this.prepare<[{ long: string; short: string; limit: number }], ContactListRow>(
    `SELECT ${COLUMNS}, folded FROM contacts WHERE id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH @long)
       AND ${BEGINNING} ORDER BY folded, id LIMIT @limit`,
  );
  readonly #byStart = this.prepare<[{ short: string; limit: number }], ContactListRow>(
    `SELECT ${COLUMNS}, folded FROM contacts WHERE ${BEGINNING} ORDER BY folded, id LIMIT @limit`,
  );
  readonly #withField = this.prepare<[string], ContactRow>(
    `SELECT ${COLUMNS} FROM contacts WHERE EXISTS (
       SELECT 1 FROM json_each(contacts.fields) field WHERE fold(field.value ->> 'name') = fold(?))`,
  );
  readonly #byDigits = this.prepare<[string, number], ContactListRow>(
    `SELECT DISTINCT k.id, k.name, k.language, k.notes, k.fields, k.blocked_at, k.zone, k.birthday, k.created_at, k.folded
     FROM contact_numbers n JOIN contacts k ON k.id = n.contact_id WHERE instr(n.number, ?) > 0 ORDER BY k.folded, k.id LIMIT ?`,
  );
  readonly #insert = this.prepare<[ContactRow & { folded: string; id: number | null }]>(
    `INSERT INTO contacts (id, name, folded, language, notes, fields, blocked_at, zone, birthday, created_at)
     VALUES (@id, @name, @folded, @language, @notes, @fields, @blocked_at, @zone, @birthday, @created_at)`,
  );
  readonly #update = this.prepare<[ContactRow & { folded: string }]>(
    `UPDATE contacts SET name = @name, folded = @folded, language = @language, notes = @notes, fields = @fields,
       blocked_at = @blocked_at, zone = @zone, birthday = @birthday WHERE id = @id`,
  );
  readonly #link = this.prepare<[string, number]>(
    'INSERT INTO contact_numbers (number, contact_id) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET contact_id = excluded.contact_id',
  );
  readonly #remove = this.prepare<[number]>('DELETE FROM contacts WHERE id = ?');
  readonly #keepMerge = this.prepare<[number, number, number, string]>(
    'INSERT INTO contact_merges (at, kept_id, gone_id, before) VALUES (?, ?, ?, ?)',
  );
  readonly #merge = this.prepare<[number], { before: string }>('SELECT before FROM contact_merges WHERE id = ?');
  readonly #laterMerge = this.prepare<[{ id: number; kept: number }], { id: number }>(
    'SELECT id FROM contact_merges WHERE id > @id AND (kept_id = @kept OR gone_id = @kept) LIMIT 1',
  );
  readonly #removeMerge = this.prepare<[number]>('DELETE FROM contact_merges WHERE id = ?');

  byId(id: number): ContactRow | null {
    return this.#byId.get(id) ?? null;
  }

  ofNumber(number: string): ContactRow | null {
    return this.#ofNumber.get(number) ?? null;
  }

  isBlocked(number: string): boolean {
    return (this.#blocked.get(number)?.at ?? null) !== null;
  }

  /** The first number is the one that messages go to by default. */
  numbers(id: number): readonly string[] {
    return this.#numbers.all(id).map(({ number }) => number);
  }

  numberRows(id: number): readonly ContactNumberRow[] {
    return this.#numbers.all(id);
  }

  /** Gives the customer exactly these numbers in this order, and takes them from any other customer. */
  setNumbers(id: number, all: readonly ContactNumberRow[]): void {
    for (const { number } of this.#numbers.all(id))
      if (!all.some((each) => each.number === number)) this.#unlink.run(number);
    for (const [position, { number, label }] of all.entries()) this.#setNumber.run(number, id, label, position);
  }

  /** Adds numbers to a customer who has none yet. */
  addNumbers(id: number, all: readonly ContactNumberRow[]): void {
    for (const [position, { number, label }] of all.entries()) this.#setNumber.run(number, id, label, position);
  }

  tags(id: number): readonly number[] {
    return this.#tags.all(id).map(({ tag_id: tag }) => tag);
  }

  /** The customer's tags, including those of their conversations. */
  allTags(id: number): readonly number[] {
    return this.#allTags.all({ id }).map(({ tag_id: tag }) => tag);
  }

  addTag(id: number, tag: number): void {
    this.#addTag.run(id, tag);
  }

  removeTag(id: number, tag: number): void {
    this.#removeTag.run(id, tag);
  }

  insert(contact: Omit<ContactRow, 'id'>): number {
    return Number(this.#insert.run({ ...contact, id: null as never, folded: fold(contact.name) }).lastInsertRowid);
  }

  remove(id: number): void {
    this.#remove.run(id);
  }

  get count(): number {
    return this.#count.get()?.n ?? 0;
  }

  /** A page sorted by name, starting behind the given customer. */
  page(folded: string, id: number, limit: number): readonly ContactListRow[] {
    return this.#page.all({ folded, id, limit });
  }

  /** Customers in the order they were added, to go through all of them in portions. */
  after(id: number, limit: number): readonly ContactRow[] {
    return this.#after.all(id, limit);
  }

  /** Customers whose name, notes or fields contain all of the folded words, sorted by name. */
  withWords(words: readonly string[], limit: number): readonly ContactListRow[] {
    if (words.length === 0) return [];
    const short = JSON.stringify(words.filter((each) => each.length < 3));
    const long = words.filter((each) => each.length >= 3).map((each) => `"${each.replaceAll('"', '""')}"`);
    return long.length === 0
      ? this.#byStart.all({ short, limit })
      : this.#byWords.all({ long: long.join(' AND '), short, limit });
  }

  /** Renames the field of every customer who has it. */
  renameField(from: string, to: string): void {
    return this.#changeField(from, (field) => ({ ...field, name: to }));
  }

  /** Rewrites the value of every customer who has the field. */
  rewriteField(name: string, value: (before: string) => string): void {
    return this.#changeField(name, (field) => ({ ...field, value: value(field.value) }));
  }

  withDigits(digits: string, limit: number): readonly ContactListRow[] {
    return this.#byDigits.all(digits, limit);
  }

  /** The contact of a number, which is created if there is none. */
  findOrCreate(number: string, at: number): ContactRow {
    const found = this.#ofNumber.get(number);
    if (found !== undefined) return found;
    const empty = {
      name: '',
      language: null,
      notes: '',
      fields: '[]',
      blocked_at: null,
      zone: null,
      birthday: null,
      created_at: at,
    };
    const { lastInsertRowid } = this.#insert.run({ ...empty, id: null as never, folded: '' });
    this.#link.run(number, Number(lastInsertRowid));
    return this.#byId.get(Number(lastInsertRowid)) as ContactRow;
  }

  update(contact: ContactRow): void {
    this.#update.run({ ...contact, folded: fold(contact.name) });
  }

  /** Merges two contacts; returns the id that {@link unmerge} takes. */
  merge(before: Merge, at: number): number {
    const { merged } = before;
    const kept = this.#numbers.all(merged.id).length;
    // The kept contact's first number stays first.
    for (const number of before.goneNumbers) {
      this.#putBehind.run(kept, number);
      this.#link.run(number, merged.id);
    }
    for (const tag of before.tags?.gone ?? []) this.#addTag.run(merged.id, tag);
    this.#remove.run(before.gone.id);
    this.#update.run({ ...merged, folded: fold(merged.name) });
    return Number(this.#keepMerge.run(at, merged.id, before.gone.id, JSON.stringify(before)).lastInsertRowid);
  }

  /** Splits two merged contacts into what they were. Null: there is nothing to undo. */
  unmerge(id: number): { readonly kept: number; readonly gone: number } | 'later first' | null {
    const found = this.#merge.get(id);
    if (found === undefined) return null;
    const before = JSON.parse(found.before) as Merge;
    // If merges were undone in another order, what the later one moved would go to the wrong customer.
    if (this.#laterMerge.get({ id, kept: before.kept.id }) !== undefined) return 'later first';
    const now = this.#byId.get(before.kept.id);
    if (now === undefined) return null;
    // The row's id may belong to another contact by now.
    const isFree = this.#byId.get(before.gone.id) === undefined;
    const { lastInsertRowid } = this.#insert.run({
      ...before.gone,
      // The merge may be older than the time zones.
      zone: (before.gone as Partial<ContactRow>).zone ?? null,
      birthday: (before.gone as Partial<ContactRow>).birthday ?? null,
      id: isFree ? before.gone.id : (null as never),
      folded: fold(before.gone.name),
    });
    const gone = Number(lastInsertRowid);
    // What was changed since the merge stays.
    const kept = Object.fromEntries(
      Object.entries(now).map(([key, value]) => {
        const column = key as keyof ContactRow;
        return [column, value === (before.merged[column] ?? null) ? (before.kept[column] ?? null) : value];
      }),
    ) as unknown as ContactRow;
    this.#update.run({ ...kept, folded: fold(kept.name) });
    // A number that has moved to another customer since stays with them.
    for (const number of before.goneNumbers)
      if ((this.#ofNumber.get(number)?.id ?? before.kept.id) === before.kept.id) this.#link.run(number, gone);
    for (const tag of before.tags?.gone ?? []) {
      this.#addTag.run(gone, tag);
      if (before.tags?.kept.includes(tag) === false) this.#removeTag.run(before.kept.id, tag);
    }
    this.#removeMerge.run(id);
    return { kept: before.kept.id, gone };
  }

  #changeField(name: string, change: (field: Field) => Field): void {
    for (const row of this.#withField.all(name)) {
      const fields = JSON.parse(row.fields) as readonly Field[];
      const changed = JSON.stringify(fields.map((field) => (fold(field.name) === fold(name) ? change(field) : field)));
      if (changed !== row.fields) this.#update.run({ ...row, fields: changed, folded: fold(row.name) });
    }
  }
}
