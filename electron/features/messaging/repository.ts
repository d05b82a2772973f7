import type { MessageState, Purpose } from './contract.ts';
import type { Statement } from '../../core/db/sqlite.ts';
import { Repository } from '../../core/db/repository.ts';

export interface MessageRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly line_id: number;
  readonly direction: 'in' | 'out';
  readonly number: string;
  readonly text: string;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly purpose: Purpose;
  readonly encoding: 'gsm7' | 'ucs2' | '8bit';
  readonly part_count: number;
  readonly attempts: number;
  readonly not_before: number | null;
  readonly expires_at: number | null;
  readonly created_at: number;
  readonly sent_at: number | null;
  readonly delivered_at: number | null;
  readonly received_at: number | null;
  /** What caused the message: a rule's name, or a name with @ before it for what the program does by itself. */
  readonly source: string | null;
}

export interface NewOutgoing {
  readonly conversationId: number;
  readonly lineId: number;
  readonly number: string;
  readonly text: string;
  readonly state: 'scheduled' | 'queued';
  readonly purpose: Purpose;
  readonly priority: number;
  readonly encoding: 'gsm7' | 'ucs2';
  readonly partCount: number;
  readonly notBefore: number | null;
  readonly expiresAt: number | null;
  readonly createdAt: number;
  readonly source: string | null;
  readonly resolvesConversation: 0 | 1;
  readonly follows: string | null;
}

export interface NewIncoming {
  readonly conversationId: number;
  readonly lineId: number;
  readonly number: string;
  readonly text: string;
  readonly reason: string | null;
  readonly encoding: MessageRow['encoding'];
  readonly partCount: number;
  readonly receivedAt: number;
}

/** A customer's message, with what rules look at. */
export interface HeardRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly number: string;
  readonly text: string;
  readonly at: number;
}

export const COLUMNS = `id, conversation_id, line_id, direction, number, text, state, reason, purpose, encoding, part_count,
  attempts, not_before, expires_at, created_at, sent_at, delivered_at, received_at, source`;

/** The longest time in which a message can be taken back. */
export const UNDO_AT_MOST_MS = 20_000;

type ListArguments = [
  { after: number; limit: number; direction: string | null; state: string | null; conversation_id: number | null },
];

/** Messages in both directions. The outbox is the outgoing ones that are not settled. */
export class MessagesRepository extends Repository {
  readonly #byId = this.prepare<[number], MessageRow>(`SELECT ${COLUMNS} FROM messages WHERE id = ?`);
  readonly #hasSent = this.prepare<[], { n: number }>(
    `SELECT EXISTS (SELECT 1 FROM messages WHERE direction = 'out') AS n`,
  );
  readonly #insertOutgoing = this.prepare<[NewOutgoing]>(
    `INSERT INTO messages (conversation_id, line_id, direction, number, text, state, purpose, priority, encoding, part_count,
       not_before, expires_at, created_at, source, resolves_conversation, follows)
     VALUES (@conversationId, @lineId, 'out', @number, @text, @state, @purpose, @priority, @encoding, @partCount,
       @notBefore, @expiresAt, @createdAt, @source, @resolvesConversation, @follows)`,
  );
  readonly #insertIncoming = this.prepare<[NewIncoming]>(
    `INSERT INTO messages (conversation_id, line_id, direction, number, text, state, reason, purpose, priority, encoding,
       part_count, created_at, received_at)
     VALUES (@conversationId, @lineId, 'in', @number, @text, 'received', @reason, 'answer', 0, @encoding, @partCount,
       @receivedAt, @receivedAt)`,
  );
  readonly #updateIncoming = this.prepare<[string, string | null, number]>(
    'UPDATE messages SET text = ?, reason = ? WHERE id = ?',
  );
  readonly #setState = this.prepare<
    [{ id: number; state: MessageState; reason: string | null; notBefore: number | null }]
  >('UPDATE messages SET state = @state, reason = @reason, not_before = @notBefore WHERE id = @id');
  readonly #setSent = this.prepare<[number, number]>(
    `UPDATE messages SET state = 'sent', reason = NULL, not_before = NULL, sent_at = ? WHERE id = ?`,
  );
  readonly #setDelivered = this.prepare<[{ id: number; at: number }]>(
    `UPDATE messages SET state = 'delivered', reason = NULL, delivered_at = @at, sent_at = coalesce(sent_at, @at) WHERE id = @id`,
  );
  readonly #countAttempt = this.prepare<[number], { attempts: number }>(
    'UPDATE messages SET attempts = attempts + 1 WHERE id = ? RETURNING attempts',
  );
  readonly #restart = this.prepare<[number]>(
    `UPDATE messages SET state = 'queued', reason = NULL, attempts = 0, not_before = NULL, expires_at = NULL WHERE id = ?`,
  );
  readonly #unsettledOnes = this.prepare<[string, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE state = ? ORDER BY id DESC LIMIT ?`,
  );
  readonly #after = this.prepare<[number, number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT ?`,
  );
  readonly #nearest = this.prepare<[{ id: number; at: number }], { id: number }>(
    `SELECT id FROM messages WHERE conversation_id = @id ORDER BY abs(created_at - @at), id LIMIT 1`,
  );
  readonly #rewrite = this.prepare<
    [{ id: number; text: string; encoding: string; partCount: number; notBefore: number }]
  >(
    `UPDATE messages SET text = @text, encoding = @encoding, part_count = @partCount, not_before = @notBefore,
       state = CASE WHEN reason = 'came-due' THEN 'scheduled' ELSE state END,
       reason = CASE WHEN reason = 'came-due' THEN NULL ELSE reason END WHERE id = @id`,
  );
  readonly #countsOf = this.prepare<[string], { received: number; sent: number; firstAt: number | null }>(
    `SELECT count(*) FILTER (WHERE direction = 'in') AS received,
       count(*) FILTER (WHERE direction = 'out' AND state IN ('sent', 'delivered')) AS sent, min(created_at) AS firstAt
     FROM messages WHERE conversation_id IN (SELECT value FROM json_each(?))`,
  );
  readonly #following = this.prepare<[string, string], MessageRow>(
    `SELECT ${COLUMNS} FROM messages INDEXED BY messages_following
     WHERE conversation_id IN (SELECT id FROM conversations WHERE conversations.number = ?) AND follows = ?
       AND state <> 'cancelled' ORDER BY messages.id`,
  );
  readonly #ofConversation = this.prepare<[number, number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  // Each combination of filters has its own statement, so that each gets its own query plan.
  readonly #lists = new Map<string, Statement<ListArguments, MessageRow>>();
  readonly #automaticSince = this.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM messages WHERE conversation_id = ? AND direction = 'out' AND purpose IN ('auto', 'system')
       AND state <> 'cancelled' AND created_at > ?`,
  );
  readonly #lastAnswered = this.prepare<[number], { at: number }>(
    `SELECT coalesce(sent_at, created_at) AS at FROM messages
     WHERE conversation_id = ? AND direction = 'out' AND purpose = 'answer'
       AND (state IN ('queued', 'held', 'sending', 'sent', 'delivered', 'uncertain')
         OR (state = 'scheduled' AND not_before - created_at <= ${UNDO_AT_MOST_MS}))
     ORDER BY id DESC LIMIT 1`,
  );
  readonly #lastHeard = this.prepare<[number], { at: number | null }>(
    `SELECT max(coalesce((SELECT received_at FROM messages m WHERE m.conversation_id = c.id AND m.direction = 'in' ORDER BY m.id DESC LIMIT 1), 0),
       coalesce(c.waiting_since, 0), CASE WHEN c.last_event_kind IN ('call-missed', 'call-rejected') THEN c.last_event_at ELSE 0 END) AS at
     FROM conversations c WHERE c.id = ?`,
  );
  readonly #lastSaid = this.prepare<[number, number], { text: string }>(
    `SELECT text FROM messages WHERE conversation_id = ? AND direction = 'out' ORDER BY id DESC LIMIT ?`,
  );
  readonly #answeredByItself = this.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM messages WHERE conversation_id = ? AND direction = 'out' AND purpose IN ('auto', 'system') AND sent_at > ?`,
  );
  readonly #automaticTo = this.prepare<[string, number], { at: number; parts: number }>(
    `SELECT sent_at AS at, part_count AS parts FROM messages INDEXED BY messages_automatic
     WHERE number = ? AND direction = 'out' AND purpose IN ('auto', 'service', 'survey', 'offer') AND sent_at > ? ORDER BY sent_at DESC`,
  );
  readonly #heardSince = this.prepare<[number, number], HeardRow>(
    `SELECT m.id, m.conversation_id, m.number, m.text, m.received_at AS at FROM messages m INDEXED BY messages_heard
     JOIN conversations c ON c.id = m.conversation_id
     WHERE m.direction = 'in' AND m.received_at >= ? AND c.is_system = 0 ORDER BY m.received_at DESC LIMIT ?`,
  );
  readonly #isFirst = this.prepare<[string, number], { n: number }>(
    `SELECT 1 AS n FROM messages INDEXED BY messages_by_writer WHERE number = ? AND direction = 'in' AND id < ? LIMIT 1`,
  );
  readonly #answeredAfter = this.prepare<[number, number], { at: number }>(
    `SELECT created_at AS at FROM messages WHERE conversation_id = ? AND id > ? AND direction = 'out' AND purpose = 'answer'
       AND state <> 'cancelled' ORDER BY id LIMIT 1`,
  );
  readonly #replyTo = this.prepare<[number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id > ? AND direction = 'out' AND purpose = 'answer'
       AND state IN ('sent', 'delivered') ORDER BY id LIMIT 1`,
  );

  /** Whether anything was ever written here. */
  get hasSent(): boolean {
    return this.#hasSent.get()?.n === 1;
  }

  /** What was sent to a number because of something and was not taken back, in order. */
  following(number: string, follows: string): readonly MessageRow[] {
    return this.#following.all(number, follows);
  }

  byId(id: number): MessageRow | null {
    return this.#byId.get(id) ?? null;
  }

  insertOutgoing(message: NewOutgoing): number {
    return Number(this.#insertOutgoing.run(message).lastInsertRowid);
  }

  insertIncoming(message: NewIncoming): number {
    return Number(this.#insertIncoming.run(message).lastInsertRowid);
  }

  updateIncoming(id: number, text: string, reason: string | null): void {
    this.#updateIncoming.run(text, reason, id);
  }

  setState(id: number, state: MessageState, reason: string | null = null, notBefore: number | null = null): void {
    this.#setState.run({ id, state, reason, notBefore });
  }

  setSent(id: number, at: number): void {
    this.#setSent.run(at, id);
  }

  setDelivered(id: number, at: number): void {
    this.#setDelivered.run({ id, at });
  }

  countAttempt(id: number): number {
    return this.#countAttempt.get(id)?.attempts ?? 0;
  }

  /** Sends a message again as if it had never been tried. */
  restart(id: number): void {
    this.#restart.run(id);
  }

  /** The newest messages in a state, for a list of what somebody has to decide. */
  inState(state: MessageState, limit: number): readonly MessageRow[] {
    return this.#unsettledOnes.all(state, limit);
  }

  /** A conversation's messages before `before`, newest first. */
  ofConversation(id: number, before: number, limit: number): readonly MessageRow[] {
    return this.#ofConversation.all(id, before, limit);
  }

  /** A conversation's messages after `after`, oldest first. */
  after(id: number, start: number, limit: number): readonly MessageRow[] {
    return this.#after.all(id, start, limit);
  }

  /** The message of a conversation written closest to an instant; null if there is none. */
  nearest(id: number, at: number): number | null {
    return this.#nearest.get({ id, at })?.id ?? null;
  }

  /** Changes the words and the time of a message that has not left. */
  rewrite(change: { id: number; text: string; encoding: string; partCount: number; notBefore: number }): void {
    this.#rewrite.run(change);
  }

  /** How many messages these conversations hold, and since when. */
  countsOf(conversations: readonly number[]): { received: number; sent: number; firstAt: number | null } {
    return this.#countsOf.get(JSON.stringify(conversations)) ?? { received: 0, sent: 0, firstAt: null };
  }

  list(filter: {
    after: number;
    limit: number;
    direction: string | null;
    state: string | null;
    conversation: number | null;
  }): readonly MessageRow[] {
    const { after, limit, direction, state, conversation } = filter;
    const filters = [
      ...(conversation === null ? [] : (['conversation_id'] as const)),
      ...(state === null ? [] : (['state'] as const)),
      ...(direction === null ? [] : (['direction'] as const)),
    ];
    return this.#listBy(filters).all({ after, limit, direction, state, conversation_id: conversation });
  }

  /** How many automatic answers a conversation got since an instant. */
  automaticSince(conversation: number, since: number): number {
    return this.#automaticSince.get(conversation, since)?.n ?? 0;
  }

  /** When a person last answered in a conversation, or is about to; null if never. */
  lastAnsweredAt(conversation: number): number | null {
    return this.#lastAnswered.get(conversation)?.at ?? null;
  }

  /** When the customer last wrote or called; null if never. */
  lastHeardAt(conversation: number): number | null {
    return this.#lastHeard.get(conversation)?.at || null;
  }

  /** The last messages we wrote in a conversation, the newest first. */
  lastSaid(conversation: number, count: number): readonly string[] {
    return this.#lastSaid.all(conversation, count).map(({ text }) => text);
  }

  /** How many automatic answers have left for a conversation since an instant. */
  answeredByItself(conversation: number, since: number): number {
    return this.#answeredByItself.get(conversation, since)?.n ?? 0;
  }

  /** What a number got automatically since an instant, counted in parts, the newest first. */
  automaticTo(number: string, since: number): readonly { readonly at: number; readonly parts: number }[] {
    return this.#automaticTo.all(number, since);
  }

  /** What customers wrote since an instant, the newest first. */
  heardSince(since: number, limit: number): readonly HeardRow[] {
    return this.#heardSince.all(since, limit);
  }

  /** Whether a number had never written before that message. */
  isFirstOf(number: string, id: number): boolean {
    return this.#isFirst.get(number, id) === undefined;
  }

  /** When a person answered after that message; null if not yet. */
  answeredAfter(conversation: number, id: number): number | null {
    return this.#answeredAfter.get(conversation, id)?.at ?? null;
  }

  /** What a person answered to that message; null if nothing. */
  replyTo(conversation: number, id: number): MessageRow | null {
    return this.#replyTo.get(conversation, id) ?? null;
  }

  #listBy(filters: readonly ('conversation_id' | 'state' | 'direction')[]): Statement<ListArguments, MessageRow> {
    const key = filters.join();
    const made =
      this.#lists.get(key) ??
      this.prepare<ListArguments, MessageRow>(
        `SELECT ${COLUMNS} FROM messages WHERE id > @after ${filters.map((column) => `AND ${column} = @${column}`).join(' ')}
         ORDER BY id LIMIT @limit`,
      );
    this.#lists.set(key, made);
    return made;
  }
}
