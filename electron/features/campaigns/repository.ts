import type { MessageState, Purpose } from '../messaging/contract.ts';
import { Repository } from '../../core/db/repository.ts';

export interface GroupTextRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly purpose: Extract<Purpose, 'service' | 'offer'>;
  readonly with_stop: 0 | 1;
  readonly state: 'on' | 'paused' | 'stopped';
  readonly paused_for: 'person' | 'came-due' | 'restored' | null;
  readonly step_ms: number;
  readonly starts_at: number;
  readonly author: string | null;
  readonly created_at: number;
}

/** A recipient whose turn it is. */
export interface DueReceiver {
  readonly position: number;
  readonly number: string;
}

/** A recipient, and what became of their message. */
export interface ReceiverRow {
  readonly position: number;
  readonly number: string;
  readonly due_at: number;
  readonly state: 'waiting' | 'written' | 'skipped';
  readonly reason: string | null;
  readonly message_id: number | null;
  readonly conversation_id: number | null;
  readonly message_state: MessageState | null;
  readonly message_reason: string | null;
  readonly at: number | null;
  readonly answered: 0 | 1;
}

export interface OutcomeRow {
  readonly state: ReceiverRow['state'];
  readonly message_state: MessageState | null;
  readonly reason: string | null;
  readonly n: number;
}

/** The states of messages that have begun and not ended. */
const OPEN = `'scheduled', 'queued', 'held', 'sending'`;
/** Messages held for these reasons may be held for days, and take no room from others. */
const PATIENT = `'week-full', 'talking', 'consent-question'`;
/** No part of the message has left. */
const UNTOUCHED = `NOT EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = messages.id AND p.state <> 'waiting')`;
export const GROUP_PAUSED = 'group-paused';

const COLUMNS = 'id, key, name, text, purpose, with_stop, state, paused_for, step_ms, starts_at, author, created_at';
const ITS = 'SELECT message_id FROM group_text_receivers WHERE group_text_id = @id AND message_id IS NOT NULL';
const IS_ANSWERED = `(m.sent_at IS NOT NULL AND EXISTS (SELECT 1 FROM messages a WHERE a.conversation_id = m.conversation_id AND a.id > m.id
    AND a.direction = 'in'))`;

/** One message to many. */
export class GroupTextsRepository extends Repository {
  readonly #byId = this.prepare<[number], GroupTextRow>(`SELECT ${COLUMNS} FROM group_texts WHERE id = ?`);
  readonly #byKey = this.prepare<[string], GroupTextRow>(`SELECT ${COLUMNS} FROM group_texts WHERE key = ?`);
  readonly #newest = this.prepare<[number], GroupTextRow>(
    `SELECT ${COLUMNS} FROM group_texts ORDER BY id DESC LIMIT ?`,
  );
  readonly #begun = this.prepare<[], GroupTextRow>(`SELECT ${COLUMNS} FROM group_texts WHERE state = 'on'`);
  readonly #insert = this.prepare<[Omit<GroupTextRow, 'id' | 'state' | 'paused_for'>]>(
    `INSERT INTO group_texts (key, name, text, purpose, with_stop, step_ms, starts_at, author, created_at)
     VALUES (@key, @name, @text, @purpose, @with_stop, @step_ms, @starts_at, @author, @created_at)`,
  );
  // Inserts all recipients in one statement: ten thousand of them are one unit of work, for which everything else waits.
  readonly #insertReceivers = this.prepare<[{ id: number; receivers: string }]>(
    `INSERT INTO group_text_receivers (group_text_id, position, number, due_at)
     SELECT @id, key, value ->> 'number', value ->> 'dueAt' FROM json_each(@receivers)`,
  );
  readonly #setState = this.prepare<[GroupTextRow['state'], GroupTextRow['paused_for'], number]>(
    'UPDATE group_texts SET state = ?, paused_for = ? WHERE id = ?',
  );
  readonly #due = this.prepare<[{ id: number; now: number; limit: number }], DueReceiver>(
    `SELECT position, number FROM group_text_receivers WHERE group_text_id = @id AND state = 'waiting' AND due_at <= @now
     ORDER BY due_at, position LIMIT @limit`,
  );
  readonly #waiting = this.prepare<[number], DueReceiver>(
    `SELECT position, number FROM group_text_receivers WHERE group_text_id = ? AND state = 'waiting' ORDER BY due_at, position`,
  );
  readonly #nextDue = this.prepare<[number], { at: number | null }>(
    `SELECT min(due_at) AS at FROM group_text_receivers WHERE group_text_id = ? AND state = 'waiting'`,
  );
  readonly #setDue = this.prepare<[number, number, number]>(
    'UPDATE group_text_receivers SET due_at = ? WHERE group_text_id = ? AND position = ?',
  );
  readonly #wrote = this.prepare<[number, number, number]>(
    `UPDATE group_text_receivers SET state = 'written', message_id = ? WHERE group_text_id = ? AND position = ?`,
  );
  readonly #skip = this.prepare<[string, number, number]>(
    `UPDATE group_text_receivers SET state = 'skipped', reason = ? WHERE group_text_id = ? AND position = ?`,
  );
  // Goes from the few open messages to their campaign rather than through all recipients it ever had.
  readonly #inFlight = this.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM messages m INDEXED BY messages_by_state
     CROSS JOIN group_text_receivers r INDEXED BY group_text_receivers_by_message ON r.message_id = m.id
     WHERE m.state IN (${OPEN}) AND r.group_text_id = ? AND NOT (m.state = 'held' AND m.reason IN (${PATIENT}))`,
  );
  readonly #sentSince = this.prepare<[number, number], { n: number }>(
    `SELECT 1 AS n FROM group_text_receivers r CROSS JOIN messages m ON m.id = r.message_id
     WHERE r.group_text_id = ? AND m.sent_at >= ? LIMIT 1`,
  );
  readonly #ofMessage = this.prepare<[number], { id: number }>(
    'SELECT group_text_id AS id FROM group_text_receivers WHERE message_id = ?',
  );
  readonly #hold = this.prepare<[{ id: number }], { id: number }>(
    `UPDATE messages SET state = 'held', reason = '${GROUP_PAUSED}', not_before = NULL
     WHERE id IN (${ITS}) AND state IN ('scheduled', 'queued', 'held') AND ${UNTOUCHED} RETURNING id`,
  );
  readonly #release = this.prepare<[{ id: number; worthUntil: number }], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, expires_at = @worthUntil
     WHERE id IN (${ITS}) AND state = 'held' AND reason = '${GROUP_PAUSED}' RETURNING id`,
  );
  readonly #cancel = this.prepare<[{ id: number }], { id: number; conversation_id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = 'group-stopped', not_before = NULL
     WHERE id IN (${ITS}) AND state IN ('scheduled', 'queued', 'held') AND ${UNTOUCHED} RETURNING id, conversation_id`,
  );
  readonly #unsay = this.prepare<[number]>(
    `UPDATE group_text_receivers SET state = 'skipped', reason = 'group-stopped', message_id = NULL WHERE message_id = ?`,
  );
  readonly #forget = this.prepare<[{ conversation: number; message: number }]>(
    `DELETE FROM conversations WHERE id = @conversation AND status = 'closed' AND draft = ''
       AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = @conversation AND id <> @message)
       AND NOT EXISTS (SELECT 1 FROM conversation_events WHERE conversation_id = @conversation)
       AND NOT EXISTS (SELECT 1 FROM tasks WHERE conversation_id = @conversation)`,
  );
  readonly #outcomes = this.prepare<[number], OutcomeRow>(
    `SELECT r.state, m.state AS message_state, coalesce(r.reason, m.reason) AS reason, count(*) AS n
     FROM group_text_receivers r LEFT JOIN messages m ON m.id = r.message_id WHERE r.group_text_id = ? GROUP BY 1, 2, 3`,
  );
  readonly #answered = this.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM group_text_receivers r JOIN messages m ON m.id = r.message_id
     WHERE r.group_text_id = ? AND ${IS_ANSWERED}`,
  );
  readonly #optedOut = this.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM group_text_receivers r JOIN messages m ON m.id = r.message_id
     JOIN opt_outs o ON o.number = r.number WHERE r.group_text_id = ? AND m.sent_at IS NOT NULL AND o.at >= m.sent_at`,
  );
  readonly #receivers = this.prepare<[{ id: number; after: number; limit: number }], ReceiverRow>(
    `SELECT r.position, r.number, r.due_at, r.state, r.reason, r.message_id, m.conversation_id, m.state AS message_state,
       m.reason AS message_reason, coalesce(m.delivered_at, m.sent_at) AS at, coalesce(${IS_ANSWERED}, 0) AS answered
     FROM group_text_receivers r LEFT JOIN messages m ON m.id = r.message_id
     WHERE r.group_text_id = @id AND r.position > @after ORDER BY r.position LIMIT @limit`,
  );
  readonly #hadIt = this.prepare<[{ number: string; text: string; since: number }], { n: number }>(
    `SELECT 1 AS n FROM group_text_receivers r CROSS JOIN group_texts g ON g.id = r.group_text_id
     WHERE r.number = @number AND r.state <> 'skipped' AND g.text = @text AND g.created_at > @since AND g.state <> 'stopped' LIMIT 1`,
  );
  readonly #pausedByItself = this.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM group_texts g WHERE state = 'paused' AND paused_for IN ('came-due', 'restored') AND EXISTS (
       SELECT 1 FROM group_text_receivers r LEFT JOIN messages m ON m.id = r.message_id
       WHERE r.group_text_id = g.id AND (r.state = 'waiting' OR m.state IN (${OPEN})))`,
  );

  byId(id: number): GroupTextRow | null {
    return this.#byId.get(id) ?? null;
  }

  byKey(key: string): GroupTextRow | null {
    return this.#byKey.get(key) ?? null;
  }

  newest(limit: number): readonly GroupTextRow[] {
    return this.#newest.all(limit);
  }

  /** The campaigns that are neither paused nor stopped; they may have ended. */
  on(): readonly GroupTextRow[] {
    return this.#begun.all();
  }

  /** Call it inside a transaction. */
  insert(
    row: Omit<GroupTextRow, 'id' | 'state' | 'paused_for'>,
    receivers: readonly { readonly number: string; readonly dueAt: number }[],
  ): number {
    const id = Number(this.#insert.run(row).lastInsertRowid);
    this.#insertReceivers.run({ id, receivers: JSON.stringify(receivers) });
    return id;
  }

  setState(id: number, state: GroupTextRow['state'], pausedFor: GroupTextRow['paused_for'] = null): void {
    this.#setState.run(state, pausedFor, id);
  }

  /** The recipients whose turn it is, the longest due first. */
  due(id: number, now: number, limit: number): readonly DueReceiver[] {
    return this.#due.all({ id, now, limit });
  }

  /** The recipients whose turn has not come, in order. */
  waiting(id: number): readonly DueReceiver[] {
    return this.#waiting.all(id);
  }

  nextDue(id: number): number | null {
    return this.#nextDue.get(id)?.at ?? null;
  }

  setDue(id: number, position: number, at: number): void {
    this.#setDue.run(at, id, position);
  }

  wrote(id: number, position: number, message: number): void {
    this.#wrote.run(message, id, position);
  }

  skip(id: number, position: number, reason: string): void {
    this.#skip.run(reason, id, position);
  }

  /** How many of its messages are in the outbox and shall leave as soon as they can. */
  inFlight(id: number): number {
    return this.#inFlight.get(id)?.n ?? 0;
  }

  hasSentSince(id: number, at: number): boolean {
    return this.#sentSince.get(id, at) !== undefined;
  }

  /** The campaign that a message belongs to; null: none. */
  ofMessage(message: number): number | null {
    return this.#ofMessage.get(message)?.id ?? null;
  }

  /** Holds the messages that have not begun to leave until they are released. Returns the ids of those it changed. */
  hold(id: number): readonly number[] {
    return this.#hold.all({ id }).map((row) => row.id);
  }

  /**
   * @param worthUntil until when a person says the messages are still worth sending, UTC epoch milliseconds. Returns the ids of
   * those it changed.
   */
  release(id: number, worthUntil: number): readonly number[] {
    return this.#release.all({ id, worthUntil }).map((row) => row.id);
  }

  /** Cancels the messages that have not begun to leave. Returns those it changed. */
  cancel(id: number): readonly { readonly id: number; readonly conversation_id: number }[] {
    return this.#cancel.all({ id });
  }

  /**
   * A canceled message was never sent, so a conversation that began with it is removed. Returns false if the conversation holds
   * more.
   */
  forget(message: number, conversation: number): boolean {
    return this.#forget.run({ conversation, message }).changes > 0;
  }

  /** Marks the recipient of a message as left out. */
  unsay(message: number): void {
    this.#unsay.run(message);
  }

  outcomes(id: number): readonly OutcomeRow[] {
    return this.#outcomes.all(id);
  }

  /** How many recipients wrote after it. */
  answered(id: number): number {
    return this.#answered.get(id)?.n ?? 0;
  }

  /** How many recipients opted out after it. */
  optedOut(id: number): number {
    return this.#optedOut.get(id)?.n ?? 0;
  }

  /** @param after a position; -1: start with the first */
  receivers(id: number, after: number, limit: number): readonly ReceiverRow[] {
    return this.#receivers.all({ id, after, limit });
  }

  /** Whether a number has got these very words since an instant, or is about to get them. */
  hadIt(number: string, text: string, since: number): boolean {
    return this.#hadIt.get({ number, text, since }) !== undefined;
  }

  /** How many campaigns wait for a person although no person has paused them. */
  pausedByItself(): number {
    return this.#pausedByItself.get()?.n ?? 0;
  }
}
