import { deletingTexts, SETTLED } from './deleting-texts.ts';
import { Repository } from '../../core/db/repository.ts';

/** Deletes what is older than the owner wants to keep, in portions, the oldest first. */
export class RetentionRepository extends Repository {
  readonly #texts = this.prepare<[number, number], { id: number; conversation_id: number }>(
    `SELECT id, conversation_id FROM messages WHERE created_at < ? AND ${SETTLED} ORDER BY id LIMIT ?`,
  );
  readonly #deleteTexts = deletingTexts(this.database);
  readonly #ofConversations = [
    `DELETE FROM conversation_events WHERE conversation_id IN (SELECT value FROM json_each(@ids)) AND at < @before AND kind <> 'note'`,
    `UPDATE conversations SET last_message_id = (SELECT max(id) FROM messages WHERE conversation_id = conversations.id)
     WHERE id IN (SELECT value FROM json_each(@ids))`,
    // Conversations with nothing left in them.
    `DELETE FROM conversations WHERE id IN (SELECT value FROM json_each(@ids)) AND last_activity_at < @before
       AND status = 'closed' AND draft = ''
       AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id)
       AND NOT EXISTS (SELECT 1 FROM conversation_events WHERE conversation_id = conversations.id)
       AND NOT EXISTS (SELECT 1 FROM tasks WHERE conversation_id = conversations.id AND done_at IS NULL)`,
  ].map((sql) => this.prepare<[{ ids: string; before: number }]>(sql));
  readonly #orders = this.prepare<[number, number]>(
    'DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE over_at < ? ORDER BY over_at LIMIT ?)',
  );
  readonly #appointments = this.prepare<[number, number]>(
    'DELETE FROM appointments WHERE id IN (SELECT id FROM appointments WHERE starts_at < ? AND uid IS NULL ORDER BY starts_at LIMIT ?)',
  );
  // An appointment that another program also keeps would come back, so only the person is removed from it.
  readonly #followed = this.prepare<[number, number]>(
    `UPDATE appointments SET number = NULL, name = '', note = '' WHERE id IN (
       SELECT id FROM appointments WHERE starts_at < ? AND uid IS NOT NULL AND (number IS NOT NULL OR name <> '' OR note <> '')
       ORDER BY starts_at LIMIT ?)`,
  );
  readonly #customers = this.prepare<[{ before: number; after: number; limit: number }], { id: number }>(
    `SELECT k.id FROM contacts k WHERE k.id > @after AND k.created_at < @before AND k.blocked_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM contact_numbers n WHERE n.contact_id = k.id AND (
         EXISTS (SELECT 1 FROM conversations c WHERE c.number = n.number AND c.last_activity_at >= @before)
         OR EXISTS (SELECT 1 FROM appointments a WHERE a.number = n.number AND a.ends_at >= @before)
         OR EXISTS (SELECT 1 FROM orders o WHERE o.number = n.number AND coalesce(o.over_at, @before) >= @before)
         OR EXISTS (SELECT 1 FROM recurring_texts r WHERE r.number = n.number AND r.ended IS NULL)))
     ORDER BY k.id LIMIT @limit`,
  );

  /** Deletes messages with everything that belongs to them, and the events beside them except notes. @returns how many */
  texts(before: number, limit: number): number {
    const old = this.#texts.all(before, limit);
    if (old.length === 0) return 0;
    this.#deleteTexts(old.map(({ id }) => id));
    const conversations = JSON.stringify([...new Set(old.map(({ conversation_id: id }) => id))]);
    for (const statement of this.#ofConversations) statement.run({ ids: conversations, before });
    return old.length;
  }

  orders(before: number, limit: number): number {
    return this.#orders.run(before, limit).changes;
  }

  appointments(before: number, limit: number): number {
    return this.#appointments.run(before, limit).changes + this.#followed.run(before, limit).changes;
  }

  /** Customers of whom nothing was heard since an instant, and who have not been here since. */
  customers(before: number, after: number, limit: number): readonly number[] {
    return this.#customers.all({ before, after, limit }).map(({ id }) => id);
  }
}
