import { Repository } from '../../../core/db/repository.ts';

export interface RuleRow {
  readonly id: number;
  readonly position: number;
  readonly name: string;
  readonly enabled: 0 | 1;
  /** JSON. */
  readonly body: string;
  readonly staff_phone: string | null;
}

const COLUMNS = 'id, position, name, enabled, body, staff_phone';

/** Keeps what the owner wants done automatically. Removed rules can be restored. */
export class RulesRepository extends Repository {
  readonly #all = this.prepare<[], RuleRow>(`SELECT ${COLUMNS} FROM rules WHERE removed = 0 ORDER BY position, id`);
  readonly #byId = this.prepare<[number], RuleRow>(`SELECT ${COLUMNS} FROM rules WHERE id = ?`);
  readonly #insert = this.prepare<[Omit<RuleRow, 'id' | 'position'>]>(
    `INSERT INTO rules (position, name, enabled, body, staff_phone)
     VALUES ((SELECT coalesce(max(position), 0) + 1 FROM rules), @name, @enabled, @body, @staff_phone)`,
  );
  readonly #update = this.prepare<[Omit<RuleRow, 'position'>]>(
    'UPDATE rules SET name = @name, enabled = @enabled, body = @body, staff_phone = @staff_phone WHERE id = @id',
  );
  readonly #setPosition = this.prepare<[number, number]>('UPDATE rules SET position = ? WHERE id = ?');
  readonly #setRemoved = this.prepare<[number, number]>('UPDATE rules SET removed = ? WHERE id = ?');
  readonly #isStaff = this.prepare<[string], { n: number }>(
    'SELECT 1 AS n FROM rules WHERE staff_phone = ? AND removed = 0 LIMIT 1',
  );
  readonly #notYetRun = this.prepare<[number, number], { id: number; waiting_since: number }>(
    `SELECT c.id, c.waiting_since FROM conversations c INDEXED BY conversations_waiting WHERE +c.status = 'open' AND +c.is_system = 0 AND c.waiting_since IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM rule_runs r WHERE r.rule_id = ? AND r.conversation_id = c.id AND r.waiting_since = c.waiting_since)
     ORDER BY c.waiting_since LIMIT ?`,
  );
  readonly #setRun = this.prepare<[number, number]>(
    `INSERT INTO rule_runs (rule_id, conversation_id, waiting_since)
     SELECT ?, id, waiting_since FROM conversations WHERE id = ? AND waiting_since IS NOT NULL
     ON CONFLICT DO UPDATE SET waiting_since = excluded.waiting_since`,
  );
  readonly #setAllRun = this.prepare<[number]>(
    `INSERT INTO rule_runs (rule_id, conversation_id, waiting_since)
     SELECT ?, id, waiting_since FROM conversations WHERE waiting_since IS NOT NULL
     ON CONFLICT DO UPDATE SET waiting_since = excluded.waiting_since`,
  );
  readonly #staffTexts = this.prepare<[string, number], { at: number }>(
    'SELECT at FROM staff_texts WHERE phone = ? AND at > ? ORDER BY at',
  );
  readonly #addStaffText = this.prepare<[string, number]>('INSERT INTO staff_texts (phone, at) VALUES (?, ?)');
  readonly #pruneStaffTexts = this.prepare<[number]>('DELETE FROM staff_texts WHERE at <= ?');

  all(): readonly RuleRow[] {
    return this.#all.all();
  }

  byId(id: number): RuleRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** A new rule goes behind the others. */
  insert(row: Omit<RuleRow, 'id' | 'position'>): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  update(row: Omit<RuleRow, 'position'>): void {
    this.#update.run(row);
  }

  setPosition(id: number, position: number): void {
    this.#setPosition.run(position, id);
  }

  setRemoved(id: number, removed: boolean): void {
    this.#setRemoved.run(removed ? 1 : 0, id);
  }

  isStaffPhone(number: string): boolean {
    return this.#isStaff.get(number) !== undefined;
  }

  /** Customers who wait and for whom the rule has not run, the longest waiting first. */
  notYetRun(id: number, limit: number): readonly { readonly id: number; readonly waiting_since: number }[] {
    return this.#notYetRun.all(id, limit);
  }

  setRun(id: number, conversation: number): void {
    this.#setRun.run(id, conversation);
  }

  /** A customer who already waits when a rule is made was seen by whoever made it, so the rule counts as run for them. */
  setAllRun(id: number): void {
    this.#setAllRun.run(id);
  }

  /** The instants since a given one at which a phone of the shop was texted. */
  staffTexts(phone: string, since: number): readonly number[] {
    return this.#staffTexts.all(phone, since).map(({ at }) => at);
  }

  addStaffText(phone: string, at: number, keptSince: number): void {
    this.#pruneStaffTexts.run(keptSince);
    this.#addStaffText.run(phone, at);
  }
}
