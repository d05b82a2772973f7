import { Repository } from '../../core/db/repository.ts';
import { earlier, KEEP_WAITING } from './repository.ts';

/** Keeps which customers wait for an answer: since when, in which place, and whether somebody was told. */
export class WaitingCustomersRepository extends Repository {
  readonly #keepWaiting = this.prepare<[{ id: number; message: number }]>(KEEP_WAITING);
  // If a later answer exists, the wait passes on to it: taking that one back lets the customer wait again, since the earlier of
  // both instants.
  readonly #passOnWaiting = this.prepare<[{ message: number }]>(
    `UPDATE messages SET waited_since = ${earlier('waited_since', '(SELECT waited_since FROM messages WHERE id = @message)')}
     WHERE id = (SELECT later.id FROM messages taken JOIN messages later ON later.conversation_id = taken.conversation_id
       WHERE taken.id = @message AND later.id > taken.id AND later.direction = 'out' AND later.purpose = 'answer'
         AND later.state NOT IN ('cancelled', 'failed', 'expired') ORDER BY later.id LIMIT 1)`,
  );
  readonly #newest = this.prepare<[{ id: number }]>(
    // The conversation also goes back to its earlier place in the list, if there were messages before.
    `UPDATE conversations SET last_message_id = m.id,
       last_activity_at = max(m.created_at, coalesce(conversations.last_event_at, 0))
     FROM (SELECT id, created_at FROM messages WHERE conversation_id = @id AND state <> 'cancelled' ORDER BY id DESC LIMIT 1) m
     WHERE conversations.id = @id`,
  );
  readonly #isSettledBy = this.prepare<[{ id: number; message: number }], { n: number }>(
    `SELECT 1 AS n FROM conversations c JOIN messages m ON m.id = @message
     WHERE c.id = @id AND m.resolves_conversation = 1 AND c.waiting_since <= m.created_at AND NOT EXISTS (
       SELECT 1 FROM messages later WHERE later.conversation_id = @id AND later.id > @message AND later.direction = 'in')`,
  );
  // If the conversation was closed because of that answer, it opens again: nobody looks for an unanswered customer among the
  // closed.
  readonly #waitAgain = this.prepare<[{ id: number; since: number }]>(
    `UPDATE conversations SET status = CASE WHEN status = 'closed' THEN 'open' ELSE status END,
       waiting_since = ${earlier('waiting_since', '@since')} WHERE id = @id AND is_system = 0`,
  );
  readonly #waitedSince = this.prepare<[number], { at: number | null }>(
    'SELECT waited_since AS at FROM messages WHERE id = ?',
  );
  readonly #setWaiting = this.prepare<[number | null, number]>(
    'UPDATE conversations SET waiting_since = ? WHERE id = ?',
  );
  readonly #unwarned = this.prepare<[], { id: number; waiting_since: number }>(
    `SELECT id, waiting_since FROM conversations INDEXED BY conversations_unwarned WHERE +status = 'open' AND waiting_since IS NOT NULL
       AND alerted_for IS NOT waiting_since ORDER BY waiting_since LIMIT 200`,
  );
  readonly #place = this.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM conversations WHERE +status = 'open' AND is_system = 0 AND waiting_since <=
       (SELECT waiting_since FROM conversations WHERE id = ?)`,
  );
  readonly #unescalated = this.prepare<[], { id: number; waiting_since: number }>(
    `SELECT id, waiting_since FROM conversations INDEXED BY conversations_unescalated WHERE +status = 'open' AND is_system = 0
       AND waiting_since IS NOT NULL AND escalated_for IS NOT waiting_since ORDER BY waiting_since LIMIT 500`,
  );
  readonly #setEscalated = this.prepare<[number]>(
    'UPDATE conversations SET escalated_for = waiting_since WHERE id = ?',
  );
  readonly #setWarned = this.prepare<[number]>('UPDATE conversations SET alerted_for = waiting_since WHERE id = ?');

  /** An answer was taken back or did not arrive: the customer waits again as they did before it. */
  noteUnanswered(id: number, message: number): void {
    this.#newest.run({ id });
    if (this.#passOnWaiting.run({ message }).changes > 0) return;
    const since = this.#waitedSince.get(message)?.at ?? null;
    if (since !== null) this.#waitAgain.run({ id, since });
  }

  /** A message has left that may answer everything that was asked, so the customer no longer waits. */
  noteSent(id: number, message: number): void {
    if (this.#isSettledBy.get({ id, message }) === undefined) return;
    this.#keepWaiting.run({ id, message });
    this.#setWaiting.run(null, id);
  }

  /** An answer that had failed is sent after all. */
  noteAnsweredAgain(id: number, message: number): void {
    this.#keepWaiting.run({ id, message });
    this.#setWaiting.run(null, id);
  }

  setWaiting(id: number, since: number | null): void {
    this.#setWaiting.run(since, id);
  }

  /** Customers who wait and about whom the second alert was not given, the longest waiting first. */
  unwarned(): readonly { id: number; waiting_since: number }[] {
    return this.#unwarned.all();
  }

  /** How many customers have waited as long as this one or longer, including this one. */
  placeInLine(id: number): number {
    return this.#place.get(id)?.n ?? 0;
  }

  /** Waiting customers about whom the owner was not told, the longest waiting first. */
  unescalated(): readonly { id: number; waiting_since: number }[] {
    return this.#unescalated.all();
  }

  setEscalated(id: number): void {
    this.#setEscalated.run(id);
  }

  setWarned(id: number): void {
    this.#setWarned.run(id);
  }
}
