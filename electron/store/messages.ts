import type { MessageState, Purpose, QueueCounts } from '../features/messaging/contract.ts';
import type { Statement } from './sqlite.ts';
import { Repository } from './repository.ts';

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
  /** Whose idea it was: a rule's name, or with @ before it what the program does of itself. */
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
  readonly settles: 0 | 1;
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

/** A customer's text, as far as rules look at it. */
export interface HeardRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly number: string;
  readonly text: string;
  readonly at: number;
}

const COLUMNS = `id, conversation_id, line_id, direction, number, text, state, reason, purpose, encoding, part_count,
  attempts, not_before, expires_at, created_at, sent_at, delivered_at, received_at, source`;

/** The longest a text can be taken back by undoing. */
export const UNDO_AT_MOST_MS = 20_000;

type ListArguments = [
  { after: number; limit: number; direction: string | null; state: string | null; conversation_id: number | null },
];

/** Texts in both directions; the outbox is the outgoing ones that are not settled. */
export class MessagesRepository extends Repository {
  readonly #byId = this.prepare<[number], MessageRow>(`SELECT ${COLUMNS} FROM messages WHERE id = ?`);
  readonly #insertOutgoing = this.prepare<[NewOutgoing]>(
    `INSERT INTO messages (conversation_id, line_id, direction, number, text, state, purpose, priority, encoding, part_count,
       not_before, expires_at, created_at, source, settles, follows)
     VALUES (@conversationId, @lineId, 'out', @number, @text, @state, @purpose, @priority, @encoding, @partCount,
       @notBefore, @expiresAt, @createdAt, @source, @settles, @follows)`,
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
  // A text to a number stays behind an earlier one to it that is being tried again: nobody reads answers out of order.
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
  readonly #holdForOfflineLine = this.prepare<[string], { id: number }>(
    `UPDATE messages SET state = 'held', reason = 'line-away'
     WHERE state IN ('scheduled', 'queued') AND line_id NOT IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  readonly #release = this.prepare<[number, string], { id: number }>(
    `UPDATE messages SET state = CASE WHEN not_before > ? THEN 'scheduled' ELSE 'queued' END, reason = NULL
     WHERE state = 'held' AND reason = 'line-away' AND line_id IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  // A text of which a part has left goes on by its own line: the customer's phone would not put it together.
  readonly #handOver = this.prepare<[{ from: number; to: number }], { id: number }>(
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
  readonly #unsettledOnes = this.prepare<[string, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE state = ? ORDER BY id DESC LIMIT ?`,
  );
  readonly #after = this.prepare<[number, number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT ?`,
  );
  readonly #nearest = this.prepare<[{ id: number; at: number }], { id: number }>(
    `SELECT id FROM messages WHERE conversation_id = @id ORDER BY abs(created_at - @at), id LIMIT 1`,
  );
  // What can be taken back for a few seconds is no text for later.
  readonly #later = `not_before - created_at > ${UNDO_AT_MOST_MS}
    AND (state = 'scheduled' AND reason IS NULL OR state = 'held' AND reason = 'line-away')`;
  readonly #scheduled = this.prepare<[number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE ${this.#later} ORDER BY not_before, id LIMIT ?`,
  );
  readonly #scheduledCount = this.prepare<[], { n: number }>(`SELECT count(*) AS n FROM messages WHERE ${this.#later}`);
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
  readonly #ofConversation = this.prepare<[number, number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  // One statement for each combination of filters, so that each has its own plan.
  readonly #lists = new Map<string, Statement<ListArguments, MessageRow>>();
  readonly #unsettled = this.prepare<[], { state: string; n: number }>(
    `SELECT state, count(*) AS n FROM messages
     WHERE state IN ('scheduled', 'queued', 'held', 'sending', 'uncertain', 'failed') GROUP BY state`,
  );
  // What a person answers now may go; what he put off to another day is scheduled like everything else.
  readonly #stoppable = this.prepare<[{ number: string; reason: string }], { id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = @reason
     WHERE direction = 'out' AND state IN ('scheduled', 'queued', 'held') AND number = @number AND (purpose <> 'answer'
       OR (not_before - created_at > ${UNDO_AT_MOST_MS} AND coalesce(reason, 'line-away') IN ('line-away', 'came-due'))) RETURNING id`,
  );
  readonly #releaseForConsent = this.prepare<[string], { id: number }>(
    `UPDATE messages INDEXED BY messages_held_for_consent SET state = 'queued', reason = NULL
     WHERE number = ? AND state = 'held' AND reason = 'consent-question' RETURNING id`,
  );
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
  readonly #releaseHeld = this.prepare<[string], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, not_before = NULL
     WHERE state = 'held' AND reason IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  readonly #revive = this.prepare<[{ ids: string; reason: string; now: number }], { id: number }>(
    `UPDATE messages SET state = CASE WHEN not_before > @now THEN 'scheduled' ELSE 'queued' END, reason = NULL
     WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 'cancelled' AND reason = @reason RETURNING id`,
  );
  readonly #heardSince = this.prepare<[number, number], HeardRow>(
    `SELECT m.id, m.conversation_id, m.number, m.text, m.received_at AS at FROM messages m INDEXED BY messages_heard
     JOIN conversations c ON c.id = m.conversation_id
     WHERE m.direction = 'in' AND m.received_at >= ? AND c.drawer = 0 ORDER BY m.received_at DESC LIMIT ?`,
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
  // Its time came so long ago that the program was not running then.
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

  /** The next to go out on a line: by priority, then first come first served. */
  nextToSend(lineId: number, lowestPriority = Number.MAX_SAFE_INTEGER): MessageRow | null {
    return this.#next.get(lineId, lowestPriority) ?? null;
  }

  /** Queues what was scheduled or held until now. */
  wakeDue(now: number): readonly number[] {
    return this.#due.all(now).map(({ id }) => id);
  }

  earliestWake(): number | null {
    return this.#earliest.get()?.at ?? null;
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

  /** Sends it anew: as if it had never been tried. */
  restart(id: number): void {
    this.#restart.run(id);
  }

  /** Texts of other lines wait, visibly, until their SIM is back; those of these lines go on. Returns what changed. */
  switchLines(lineIds: readonly number[], now: number): readonly number[] {
    const ids = JSON.stringify(lineIds);
    return [...this.#holdForOfflineLine.all(ids), ...this.#release.all(now, ids)].map(({ id }) => id);
  }

  /** Gives the untouched automatic texts of one line to another. Returns what changed. */
  handOver(from: number, to: number): readonly number[] {
    return this.#handOver.all({ from, to }).map(({ id }) => id);
  }

  /** Queues what a line's caps hold: they were changed. Returns what changed. */
  releaseCapped(lineId: number): readonly number[] {
    return this.#uncap.all(lineId).map(({ id }) => id);
  }

  /** The newest in a state, for a list of what somebody has to decide. */
  inState(state: MessageState, limit: number): readonly MessageRow[] {
    return this.#unsettledOnes.all(state, limit);
  }

  /** A conversation's texts before `before`, newest first. */
  ofConversation(id: number, before: number, limit: number): readonly MessageRow[] {
    return this.#ofConversation.all(id, before, limit);
  }

  /** A conversation's texts after `after`, oldest first. */
  after(id: number, start: number, limit: number): readonly MessageRow[] {
    return this.#after.all(id, start, limit);
  }

  /** The text of a conversation written closest to an instant; null: there is none. */
  nearest(id: number, at: number): number | null {
    return this.#nearest.get({ id, at })?.id ?? null;
  }

  /** Texts that wait for the time somebody chose, the next one first. */
  scheduled(limit: number): readonly MessageRow[] {
    return this.#scheduled.all(limit);
  }

  scheduledCount(): number {
    return this.#scheduledCount.get()?.n ?? 0;
  }

  /** Other words and another time for a text that has not left. */
  rewrite(change: { id: number; text: string; encoding: string; partCount: number; notBefore: number }): void {
    this.#rewrite.run(change);
  }

  /** How many texts some conversations hold, and since when. */
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

  /** Takes back all that waits for a number, but what a person has just answered. */
  cancelAutomatic(number: string, reason: 'opted-out' | 'blocked'): readonly number[] {
    return this.#stoppable.all({ number, reason }).map(({ id }) => id);
  }

  /** What waited for a person to decide whether a customer wants texts at all. Returns what changed. */
  releaseForConsent(number: string): readonly number[] {
    return this.#releaseForConsent.all(number).map(({ id }) => id);
  }

  /** How many answers nobody wrote a conversation got since an instant. */
  automaticSince(conversation: number, since: number): number {
    return this.#automaticSince.get(conversation, since)?.n ?? 0;
  }

  /** When a person last answered there, or is about to; null: never. */
  lastAnsweredAt(conversation: number): number | null {
    return this.#lastAnswered.get(conversation)?.at ?? null;
  }

  /** When the customer last wrote or rang; null: never. */
  lastHeardAt(conversation: number): number | null {
    return this.#lastHeard.get(conversation)?.at || null;
  }

  /** The last texts we wrote there, the newest first. */
  lastSaid(conversation: number, count: number): readonly string[] {
    return this.#lastSaid.all(conversation, count).map(({ text }) => text);
  }

  /** How many answers nobody wrote have left for a conversation since an instant. */
  answeredByItself(conversation: number, since: number): number {
    return this.#answeredByItself.get(conversation, since)?.n ?? 0;
  }

  /** What a number got by itself since an instant, the newest first; in parts. */
  automaticTo(number: string, since: number): readonly { readonly at: number; readonly parts: number }[] {
    return this.#automaticTo.all(number, since);
  }

  /** What is held for one of these reasons is looked at anew. Returns what changed. */
  releaseHeld(reasons: readonly string[]): readonly number[] {
    return this.#releaseHeld.all(JSON.stringify(reasons)).map(({ id }) => id);
  }

  /** What was taken back for a reason that was a mistake waits again. Returns what changed. */
  revive(ids: readonly number[], reason: string, now: number): readonly number[] {
    return this.#revive.all({ ids: JSON.stringify(ids), reason, now }).map(({ id }) => id);
  }

  /** What customers wrote since an instant, the newest first. */
  heardSince(since: number, limit: number): readonly HeardRow[] {
    return this.#heardSince.all(since, limit);
  }

  /** Whether a number had never written before that text. */
  isFirstOf(number: string, id: number): boolean {
    return this.#isFirst.get(number, id) === undefined;
  }

  /** When a person answered after that text; null: not yet. */
  answeredAfter(conversation: number, id: number): number | null {
    return this.#answeredAfter.get(conversation, id)?.at ?? null;
  }

  /** What a person answered to that text; null: nothing. */
  replyTo(conversation: number, id: number): MessageRow | null {
    return this.#replyTo.get(conversation, id) ?? null;
  }

  /** Takes back what would follow from something a person did: it was undone. Returns what changed. */
  cancelPutOff(conversation: number, follows: string): readonly number[] {
    return this.#cancelPutOff.all(conversation, follows).map(({ id }) => id);
  }

  /** Takes back all that follows from something, wherever a number is talked with. Returns what changed. */
  cancelFollowing(number: string, follows: string): readonly number[] {
    return this.#cancelFollowing.all(number, follows).map(({ id }) => id);
  }

  /** Takes back what came due while nobody was here and has a later one in its place. Returns what changed. */
  cancelCameDue(number: string, follows: string): readonly number[] {
    return this.#cancelCameDue.all(number, follows).map(({ id }) => id);
  }

  /** What was put off to a time before that instant waits for a person instead. Returns what changed. */
  holdLate(before: number): readonly number[] {
    return this.#holdLate.all(before).map(({ id }) => id);
  }

  /** What came due while the program was not running, the longest due first. */
  cameDue(limit: number): readonly MessageRow[] {
    return this.#cameDue.all(limit);
  }

  /** What nobody looked at in time is worth nothing any more. Returns what changed. */
  expireCameDue(now: number): readonly number[] {
    return this.#expireCameDue.all(now).map(({ id }) => id);
  }

  /** When the first of them is worth nothing any more; null: none will be. */
  cameDueExpires(): number | null {
    return this.#cameDueExpires.get()?.at ?? null;
  }

  cameDueCount(): number {
    return this.#cameDueCount.get()?.n ?? 0;
  }

  interrupted(): readonly number[] {
    return this.#interrupted.all().map(({ id }) => id);
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
