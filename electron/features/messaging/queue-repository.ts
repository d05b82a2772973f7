import type { QueueCounts } from './contract.ts';
import { Repository } from '../../core/db/repository.ts';
import { type MessageRow, COLUMNS, UNDO_AT_MOST_MS } from './repository.ts';

/** Messages that have not left: which one is next, which ones wait and why, and which of them are taken back. */
export class MessageQueueRepository extends Repository {
  // A message stays behind an earlier one to the same number that is being tried again, since nobody reads answers out of order.
  readonly #next = this.prepare<[number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE line_id = ? AND state = 'queued' AND priority <= ? AND NOT EXISTS (
       SELECT 1 FROM messages earlier INDEXED BY messages_outgoing WHERE earlier.number = messages.number AND earlier.direction = 'out'
         AND earlier.state IN ('scheduled', 'queued', 'held') AND earlier.state = 'scheduled' AND earlier.reason IS NOT NULL
         AND earlier.id < messages.id AND earlier.priority <= messages.priority)
     ORDER BY priority, id LIMIT 1`,
  );
  readonly #due = this.prepare<[number], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, not_before = NULL WHERE id IN (
       SELECT id FROM messages INDEXED BY messages_to_wake WHERE state IN ('scheduled', 'held')
         AND not_before <= ? AND coalesce(reason, '') NOT IN ('line-away', 'came-due'))
     RETURNING id`,
  );
  readonly #earliest = this.prepare<[], { at: number | null }>(
    `SELECT min(not_before) AS at FROM messages INDEXED BY messages_to_wake
     WHERE state IN ('scheduled', 'held') AND coalesce(reason, '') NOT IN ('line-away', 'came-due')`,
  );
  readonly #holdForOfflineLine = this.prepare<[string], { id: number }>(
    `UPDATE messages SET state = 'held', reason = 'line-away'
     WHERE state IN ('scheduled', 'queued') AND line_id NOT IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  readonly #release = this.prepare<[number, string], { id: number }>(
    `UPDATE messages SET state = CASE WHEN not_before > ? THEN 'scheduled' ELSE 'queued' END, reason = NULL
     WHERE state = 'held' AND reason = 'line-away' AND line_id IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  // A message of which a part has left stays on its own line; otherwise the customer's phone could not put it together.
  readonly #failOver = this.prepare<[{ from: number; to: number }], { id: number }>(
    `UPDATE messages SET line_id = @to, state = 'queued', reason = NULL, not_before = NULL
     WHERE line_id = @from AND direction = 'out' AND purpose <> 'answer'
       AND (state = 'queued' OR (state = 'held' AND reason = 'line-away' AND not_before IS NULL))
       AND NOT EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = messages.id AND p.state <> 'waiting')
     RETURNING id`,
  );
  readonly #uncap = this.prepare<[number], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, not_before = NULL
     WHERE state = 'held' AND reason LIKE 'cap-%' AND line_id = ? RETURNING id`,
  );
  // A message that waits only because it can be taken back for a few seconds is not a scheduled one.
  readonly #later = `not_before - created_at > ${UNDO_AT_MOST_MS}
    AND (state = 'scheduled' AND reason IS NULL OR state = 'held' AND reason = 'line-away')`;
  readonly #scheduled = this.prepare<[number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE ${this.#later} ORDER BY not_before, id LIMIT ?`,
  );
  readonly #scheduledCount = this.prepare<[], { n: number }>(`SELECT count(*) AS n FROM messages WHERE ${this.#later}`);
  readonly #toLeave = `state IN ('queued', 'scheduled', 'held') AND (state <> 'held' OR reason = 'line-away')
    AND coalesce(not_before - created_at, 0) <= ${UNDO_AT_MOST_MS}`;
  readonly #waiting = this.prepare<[number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE ${this.#toLeave} ORDER BY id LIMIT ?`,
  );
  readonly #waitingCount = this.prepare<[], { n: number }>(`SELECT count(*) AS n FROM messages WHERE ${this.#toLeave}`);
  readonly #unsettled = this.prepare<[], { state: string; n: number }>(
    `SELECT state, count(*) AS n FROM messages
     WHERE state IN ('scheduled', 'queued', 'held', 'sending', 'uncertain', 'failed') GROUP BY state`,
  );
  // An answer that a person writes now may go; one put off to another day counts as scheduled like everything else.
  readonly #stoppable = this.prepare<[{ number: string; reason: string }], { id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = @reason
     WHERE direction = 'out' AND state IN ('scheduled', 'queued', 'held') AND number = @number AND (purpose <> 'answer'
       OR (not_before - created_at > ${UNDO_AT_MOST_MS} AND coalesce(reason, 'line-away') IN ('line-away', 'came-due'))) RETURNING id`,
  );
  readonly #releaseForConsent = this.prepare<[string], { id: number }>(
    `UPDATE messages INDEXED BY messages_held_for_consent SET state = 'queued', reason = NULL
     WHERE number = ? AND state = 'held' AND reason = 'consent-question' RETURNING id`,
  );
  readonly #releaseHeld = this.prepare<[string], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, not_before = NULL
     WHERE state = 'held' AND reason IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  readonly #revive = this.prepare<[{ ids: string; reason: string; now: number }], { id: number }>(
    `UPDATE messages SET state = CASE WHEN not_before > @now THEN 'scheduled' ELSE 'queued' END, reason = NULL
     WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 'cancelled' AND reason = @reason RETURNING id`,
  );
  readonly #cancelPutOff = this.prepare<[number, string], { id: number }>(
    `UPDATE messages INDEXED BY messages_following SET state = 'cancelled', reason = 'undone' WHERE conversation_id = ? AND follows = ?
       AND state IN ('scheduled', 'queued', 'held')
       AND NOT EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = messages.id AND p.state <> 'waiting') RETURNING id`,
  );
  readonly #cancelFollowing = this.prepare<[string, string], { id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = 'undone', not_before = NULL WHERE id IN (
       SELECT m.id FROM conversations c CROSS JOIN messages m INDEXED BY messages_following ON m.conversation_id = c.id
       WHERE c.number = ? AND m.follows = ? AND m.state IN ('scheduled', 'queued', 'held')
         AND NOT EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = m.id AND p.state <> 'waiting')) RETURNING id`,
  );
  readonly #cancelCameDue = this.prepare<[string, string], { id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = 'undone', not_before = NULL WHERE id IN (
       SELECT m.id FROM conversations c CROSS JOIN messages m INDEXED BY messages_following ON m.conversation_id = c.id
       WHERE c.number = ? AND m.follows = ? AND m.state = 'held' AND m.reason = 'came-due') RETURNING id`,
  );
  // These came due so long ago that the program was not running then.
  readonly #holdLate = this.prepare<[number], { id: number }>(
    `UPDATE messages SET state = 'held', reason = 'came-due' WHERE id IN (
       SELECT id FROM messages INDEXED BY messages_to_wake WHERE state IN ('scheduled', 'held') AND state = 'scheduled' AND not_before < ?
         AND reason IS NULL AND not_before - created_at > ${UNDO_AT_MOST_MS}) RETURNING id`,
  );
  readonly #cameDue = this.prepare<[number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages INDEXED BY messages_came_due WHERE state = 'held' AND reason = 'came-due'
     ORDER BY not_before, id LIMIT ?`,
  );
  readonly #expireCameDue = this.prepare<[number], { id: number }>(
    `UPDATE messages INDEXED BY messages_came_due SET state = 'expired', reason = 'expired', not_before = NULL
     WHERE state = 'held' AND reason = 'came-due' AND expires_at <= ? RETURNING id`,
  );
  readonly #cameDueExpires = this.prepare<[], { at: number | null }>(
    `SELECT min(expires_at) AS at FROM messages INDEXED BY messages_came_due WHERE state = 'held' AND reason = 'came-due'`,
  );
  readonly #cameDueCount = this.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM messages INDEXED BY messages_came_due WHERE state = 'held' AND reason = 'came-due'`,
  );
  readonly #interrupted = this.prepare<[], { id: number }>(`SELECT id FROM messages WHERE state = 'sending'`);

  /** The next message to go out on a line: by priority, then first come, first served. */
  nextToSend(lineId: number, lowestPriority = Number.MAX_SAFE_INTEGER): MessageRow | null {
    return this.#next.get(lineId, lowestPriority) ?? null;
  }

  /** Queues the messages that were scheduled or held until now. */
  wakeDue(now: number): readonly number[] {
    return this.#due.all(now).map(({ id }) => id);
  }

  earliestWake(): number | null {
    return this.#earliest.get()?.at ?? null;
  }

  /** Messages of other lines wait visibly until their SIM is back, and those of these lines go on. Returns what changed. */
  switchLines(lineIds: readonly number[], now: number): readonly number[] {
    const ids = JSON.stringify(lineIds);
    return [...this.#holdForOfflineLine.all(ids), ...this.#release.all(now, ids)].map(({ id }) => id);
  }

  /** Gives the automatic messages of one line that have not begun to another line. Returns what changed. */
  failOver(from: number, to: number): readonly number[] {
    return this.#failOver.all({ from, to }).map(({ id }) => id);
  }

  /** Queues what a line's caps hold, because the caps were changed. Returns what changed. */
  releaseCapped(lineId: number): readonly number[] {
    return this.#uncap.all(lineId).map(({ id }) => id);
  }

  /** Messages that wait for the time somebody chose, the next one first. */
  scheduled(limit: number): readonly MessageRow[] {
    return this.#scheduled.all(limit);
  }

  scheduledCount(): number {
    return this.#scheduledCount.get()?.n ?? 0;
  }

  /** What would leave now if the line could send it, the oldest first. */
  waitingForLine(limit: number): readonly MessageRow[] {
    return this.#waiting.all(limit);
  }

  waitingForLineCount(): number {
    return this.#waitingCount.get()?.n ?? 0;
  }

  queueCounts(): QueueCounts {
    const n = Object.fromEntries(this.#unsettled.all().map((row) => [row.state, row.n]));
    return {
      queued: (n['queued'] ?? 0) + (n['scheduled'] ?? 0),
      held: n['held'] ?? 0,
      sending: n['sending'] ?? 0,
      uncertain: n['uncertain'] ?? 0,
      failed: n['failed'] ?? 0,
    };
  }

  /** Takes back everything that waits for a number, except what a person has just answered. */
  cancelAutomatic(number: string, reason: 'opted-out' | 'blocked'): readonly number[] {
    return this.#stoppable.all({ number, reason }).map(({ id }) => id);
  }

  /** Releases what waited for a person to decide whether a customer wants messages at all. Returns what changed. */
  releaseForConsent(number: string): readonly number[] {
    return this.#releaseForConsent.all(number).map(({ id }) => id);
  }

  /** Checks again what is held for one of these reasons. Returns what changed. */
  releaseHeld(reasons: readonly string[]): readonly number[] {
    return this.#releaseHeld.all(JSON.stringify(reasons)).map(({ id }) => id);
  }

  /** Queues again what was taken back for a reason that turned out to be a mistake. Returns what changed. */
  revive(ids: readonly number[], reason: string, now: number): readonly number[] {
    return this.#revive.all({ ids: JSON.stringify(ids), reason, now }).map(({ id }) => id);
  }

  /** Takes back what would follow from something a person did, because it was undone. Returns what changed. */
  cancelPutOff(conversation: number, follows: string): readonly number[] {
    return this.#cancelPutOff.all(conversation, follows).map(({ id }) => id);
  }

  /** Takes back everything that follows from something, in all conversations with a number. Returns what changed. */
  cancelFollowing(number: string, follows: string): readonly number[] {
    return this.#cancelFollowing.all(number, follows).map(({ id }) => id);
  }

  /** Takes back what came due while nobody was here and has been replaced by a later message. Returns what changed. */
  cancelCameDue(number: string, follows: string): readonly number[] {
    return this.#cancelCameDue.all(number, follows).map(({ id }) => id);
  }

  /** Lets what was put off to a time before that instant wait for a person instead. Returns what changed. */
  holdLate(before: number): readonly number[] {
    return this.#holdLate.all(before).map(({ id }) => id);
  }

  /** Messages that came due while the program was not running, the longest overdue first. */
  cameDue(limit: number): readonly MessageRow[] {
    return this.#cameDue.all(limit);
  }

  /** Expires messages that nobody looked at in time. Returns what changed. */
  expireCameDue(now: number): readonly number[] {
    return this.#expireCameDue.all(now).map(({ id }) => id);
  }

  /** When the first of them expires; null if none will. */
  cameDueExpires(): number | null {
    return this.#cameDueExpires.get()?.at ?? null;
  }

  cameDueCount(): number {
    return this.#cameDueCount.get()?.n ?? 0;
  }

  interrupted(): readonly number[] {
    return this.#interrupted.all().map(({ id }) => id);
  }
}
