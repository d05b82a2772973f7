import { Repository } from '../../core/db/repository.ts';

// An appointment that was kept, or an order that was collected.
const VISITS = `SELECT a.ends_at AS at FROM contact_numbers n JOIN appointments a ON a.number = n.number
      WHERE n.contact_id = @id AND a.state IN ('booked', 'confirmed') AND a.ends_at <= @now
    UNION ALL
    SELECT o.over_at FROM contact_numbers n JOIN orders o ON o.number = n.number
      WHERE n.contact_id = @id AND o.over_at <= @now AND o.removed = 0`;

/** What customers did here; each fact is looked up when it is asked for. */
export class ContactFactsRepository extends Repository {
  readonly #visited = this.prepare<[{ id: number; now: number }], { n: number; last: number | null }>(
    `SELECT count(*) AS n, max(at) AS last FROM (${VISITS})`,
  );
  readonly #heard = this.prepare<[number], { at: number | null }>(
    `SELECT max((SELECT m.received_at FROM messages m WHERE m.conversation_id = c.id AND m.direction = 'in' ORDER BY m.id DESC LIMIT 1))
       AS at FROM contact_numbers n JOIN conversations c ON c.number = n.number WHERE n.contact_id = ?`,
  );

  visits(id: number, now: number): { readonly n: number; readonly last: number | null } {
    return this.#visited.get({ id, now }) ?? { n: 0, last: null };
  }

  /** When they last wrote; null: never. */
  lastHeard(id: number): number | null {
    return this.#heard.get(id)?.at ?? null;
  }
}
