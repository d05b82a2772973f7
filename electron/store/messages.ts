import type { MessageState, Purpose, QueueCounts } from '../features/messaging/contract.ts';
import type { Statement } from './sqlite.ts';
import type { StatementSource } from './statements.ts';

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
export function messagesRepository(database: StatementSource) {
  const byId = database.prepare<[number], MessageRow>(`SELECT ${COLUMNS} FROM messages WHERE id = ?`);
  const insertOutgoing = database.prepare<[NewOutgoing]>(
    `INSERT INTO messages (conversation_id, line_id, direction, number, text, state, purpose, priority, encoding, part_count,
       not_before, expires_at, created_at, source, settles, follows)
     VALUES (@conversationId, @lineId, 'out', @number, @text, @state, @purpose, @priority, @encoding, @partCount,
       @notBefore, @expiresAt, @createdAt, @source, @settles, @follows)`,
  );
  const insertIncoming = database.prepare<[NewIncoming]>(
    `INSERT INTO messages (conversation_id, line_id, direction, number, text, state, reason, purpose, priority, encoding,
       part_count, created_at, received_at)
     VALUES (@conversationId, @lineId, 'in', @number, @text, 'received', @reason, 'answer', 0, @encoding, @partCount,
       @receivedAt, @receivedAt)`,
  );
  const updateIncoming = database.prepare<[string, string | null, number]>(
    'UPDATE messages SET text = ?, reason = ? WHERE id = ?',
  );
  // A text to a number stays behind an earlier one to it that is being tried again: nobody reads answers out of order.
  const next = database.prepare<[number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE line_id = ? AND state = 'queued' AND priority <= ? AND NOT EXISTS (
       SELECT 1 FROM messages earlier INDEXED BY messages_outgoing WHERE earlier.number = messages.number AND earlier.direction = 'out'
         AND earlier.state IN ('scheduled', 'queued', 'held') AND earlier.state = 'scheduled' AND earlier.reason IS NOT NULL
         AND earlier.id < messages.id AND earlier.priority <= messages.priority)
     ORDER BY priority, id LIMIT 1`,
  );
  const due = database.prepare<[number], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, not_before = NULL WHERE id IN (
       SELECT id FROM messages INDEXED BY messages_to_wake WHERE state IN ('scheduled', 'held')
         AND not_before <= ? AND coalesce(reason, '') NOT IN ('line-away', 'came-due'))
     RETURNING id`,
  );
  const earliest = database.prepare<[], { at: number | null }>(
    `SELECT min(not_before) AS at FROM messages INDEXED BY messages_to_wake
     WHERE state IN ('scheduled', 'held') AND coalesce(reason, '') NOT IN ('line-away', 'came-due')`,
  );
  const setState = database.prepare<
    [{ id: number; state: MessageState; reason: string | null; notBefore: number | null }]
  >('UPDATE messages SET state = @state, reason = @reason, not_before = @notBefore WHERE id = @id');
  const setSent = database.prepare<[number, number]>(
    `UPDATE messages SET state = 'sent', reason = NULL, not_before = NULL, sent_at = ? WHERE id = ?`,
  );
  const setDelivered = database.prepare<[{ id: number; at: number }]>(
    `UPDATE messages SET state = 'delivered', reason = NULL, delivered_at = @at, sent_at = coalesce(sent_at, @at) WHERE id = @id`,
  );
  const countAttempt = database.prepare<[number], { attempts: number }>(
    'UPDATE messages SET attempts = attempts + 1 WHERE id = ? RETURNING attempts',
  );
  const restart = database.prepare<[number]>(
    `UPDATE messages SET state = 'queued', reason = NULL, attempts = 0, not_before = NULL, expires_at = NULL WHERE id = ?`,
  );
  const holdForOfflineLine = database.prepare<[string], { id: number }>(
    `UPDATE messages SET state = 'held', reason = 'line-away'
     WHERE state IN ('scheduled', 'queued') AND line_id NOT IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  const release = database.prepare<[number, string], { id: number }>(
    `UPDATE messages SET state = CASE WHEN not_before > ? THEN 'scheduled' ELSE 'queued' END, reason = NULL
     WHERE state = 'held' AND reason = 'line-away' AND line_id IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  // A text of which a part has left goes on by its own line: the customer's phone would not put it together.
  const handOver = database.prepare<[{ from: number; to: number }], { id: number }>(
    `UPDATE messages SET line_id = @to, state = 'queued', reason = NULL, not_before = NULL
     WHERE line_id = @from AND direction = 'out' AND purpose <> 'answer'
       AND (state = 'queued' OR (state = 'held' AND reason = 'line-away' AND not_before IS NULL))
       AND NOT EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = messages.id AND p.state <> 'waiting')
     RETURNING id`,
  );
  const uncap = database.prepare<[number], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, not_before = NULL
     WHERE state = 'held' AND reason LIKE 'cap-%' AND line_id = ? RETURNING id`,
  );
  const unsettledOnes = database.prepare<[string, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE state = ? ORDER BY id DESC LIMIT ?`,
  );
  const after = database.prepare<[number, number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT ?`,
  );
  const nearest = database.prepare<[{ id: number; at: number }], { id: number }>(
    `SELECT id FROM messages WHERE conversation_id = @id ORDER BY abs(created_at - @at), id LIMIT 1`,
  );
  // What can be taken back for a few seconds is no text for later.
  const later = `not_before - created_at > ${UNDO_AT_MOST_MS}
    AND (state = 'scheduled' AND reason IS NULL OR state = 'held' AND reason = 'line-away')`;
  const scheduled = database.prepare<[number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE ${later} ORDER BY not_before, id LIMIT ?`,
  );
  const scheduledCount = database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM messages WHERE ${later}`);
  const rewrite = database.prepare<
    [{ id: number; text: string; encoding: string; partCount: number; notBefore: number }]
  >(
    `UPDATE messages SET text = @text, encoding = @encoding, part_count = @partCount, not_before = @notBefore,
       state = CASE WHEN reason = 'came-due' THEN 'scheduled' ELSE state END,
       reason = CASE WHEN reason = 'came-due' THEN NULL ELSE reason END WHERE id = @id`,
  );
  const countsOf = database.prepare<[string], { received: number; sent: number; firstAt: number | null }>(
    `SELECT count(*) FILTER (WHERE direction = 'in') AS received,
       count(*) FILTER (WHERE direction = 'out' AND state IN ('sent', 'delivered')) AS sent, min(created_at) AS firstAt
     FROM messages WHERE conversation_id IN (SELECT value FROM json_each(?))`,
  );
  const ofConversation = database.prepare<[number, number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  // One statement for each combination of filters, so that each has its own plan.
  const lists = new Map<string, Statement<ListArguments, MessageRow>>();
  const listBy = (
    filters: readonly ('conversation_id' | 'state' | 'direction')[],
  ): Statement<ListArguments, MessageRow> => {
    const key = filters.join();
    const made =
      lists.get(key) ??
      database.prepare<ListArguments, MessageRow>(
        `SELECT ${COLUMNS} FROM messages WHERE id > @after ${filters.map((column) => `AND ${column} = @${column}`).join(' ')}
         ORDER BY id LIMIT @limit`,
      );
    lists.set(key, made);
    return made;
  };
  const unsettled = database.prepare<[], { state: string; n: number }>(
    `SELECT state, count(*) AS n FROM messages
     WHERE state IN ('scheduled', 'queued', 'held', 'sending', 'uncertain', 'failed') GROUP BY state`,
  );
  // What a person answers now may go; what he put off to another day is scheduled like everything else.
  const stoppable = database.prepare<[{ number: string; reason: string }], { id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = @reason
     WHERE direction = 'out' AND state IN ('scheduled', 'queued', 'held') AND number = @number AND (purpose <> 'answer'
       OR (not_before - created_at > ${UNDO_AT_MOST_MS} AND coalesce(reason, 'line-away') IN ('line-away', 'came-due'))) RETURNING id`,
  );
  const releaseForConsent = database.prepare<[string], { id: number }>(
    `UPDATE messages INDEXED BY messages_held_for_consent SET state = 'queued', reason = NULL
     WHERE number = ? AND state = 'held' AND reason = 'consent-question' RETURNING id`,
  );
  const automaticSince = database.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM messages WHERE conversation_id = ? AND direction = 'out' AND purpose IN ('auto', 'system')
       AND state <> 'cancelled' AND created_at > ?`,
  );
  const lastAnswered = database.prepare<[number], { at: number }>(
    `SELECT coalesce(sent_at, created_at) AS at FROM messages
     WHERE conversation_id = ? AND direction = 'out' AND purpose = 'answer'
       AND (state IN ('queued', 'held', 'sending', 'sent', 'delivered', 'uncertain')
         OR (state = 'scheduled' AND not_before - created_at <= ${UNDO_AT_MOST_MS}))
     ORDER BY id DESC LIMIT 1`,
  );
  const lastHeard = database.prepare<[number], { at: number | null }>(
    `SELECT max(coalesce((SELECT received_at FROM messages m WHERE m.conversation_id = c.id AND m.direction = 'in' ORDER BY m.id DESC LIMIT 1), 0),
       coalesce(c.waiting_since, 0), CASE WHEN c.last_event_kind IN ('call-missed', 'call-rejected') THEN c.last_event_at ELSE 0 END) AS at
     FROM conversations c WHERE c.id = ?`,
  );
  const lastSaid = database.prepare<[number, number], { text: string }>(
    `SELECT text FROM messages WHERE conversation_id = ? AND direction = 'out' ORDER BY id DESC LIMIT ?`,
  );
  const answeredByItself = database.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM messages WHERE conversation_id = ? AND direction = 'out' AND purpose IN ('auto', 'system') AND sent_at > ?`,
  );
  const automaticTo = database.prepare<[string, number], { at: number; parts: number }>(
    `SELECT sent_at AS at, part_count AS parts FROM messages INDEXED BY messages_automatic
     WHERE number = ? AND direction = 'out' AND purpose IN ('auto', 'service', 'survey', 'offer') AND sent_at > ? ORDER BY sent_at DESC`,
  );
  const releaseHeld = database.prepare<[string], { id: number }>(
    `UPDATE messages SET state = 'queued', reason = NULL, not_before = NULL
     WHERE state = 'held' AND reason IN (SELECT value FROM json_each(?)) RETURNING id`,
  );
  const revive = database.prepare<[{ ids: string; reason: string; now: number }], { id: number }>(
    `UPDATE messages SET state = CASE WHEN not_before > @now THEN 'scheduled' ELSE 'queued' END, reason = NULL
     WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 'cancelled' AND reason = @reason RETURNING id`,
  );
  const heardSince = database.prepare<[number, number], HeardRow>(
    `SELECT m.id, m.conversation_id, m.number, m.text, m.received_at AS at FROM messages m INDEXED BY messages_heard
     JOIN conversations c ON c.id = m.conversation_id
     WHERE m.direction = 'in' AND m.received_at >= ? AND c.drawer = 0 ORDER BY m.received_at DESC LIMIT ?`,
  );
  const isFirst = database.prepare<[string, number], { n: number }>(
    `SELECT 1 AS n FROM messages INDEXED BY messages_by_writer WHERE number = ? AND direction = 'in' AND id < ? LIMIT 1`,
  );
  const answeredAfter = database.prepare<[number, number], { at: number }>(
    `SELECT created_at AS at FROM messages WHERE conversation_id = ? AND id > ? AND direction = 'out' AND purpose = 'answer'
       AND state <> 'cancelled' ORDER BY id LIMIT 1`,
  );
  const replyTo = database.prepare<[number, number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages WHERE conversation_id = ? AND id > ? AND direction = 'out' AND purpose = 'answer'
       AND state IN ('sent', 'delivered') ORDER BY id LIMIT 1`,
  );
  const cancelPutOff = database.prepare<[number, string], { id: number }>(
    `UPDATE messages INDEXED BY messages_following SET state = 'cancelled', reason = 'undone' WHERE conversation_id = ? AND follows = ?
       AND state IN ('scheduled', 'queued', 'held')
       AND NOT EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = messages.id AND p.state <> 'waiting') RETURNING id`,
  );
  const cancelFollowing = database.prepare<[string, string], { id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = 'undone', not_before = NULL WHERE id IN (
       SELECT m.id FROM conversations c CROSS JOIN messages m INDEXED BY messages_following ON m.conversation_id = c.id
       WHERE c.number = ? AND m.follows = ? AND m.state IN ('scheduled', 'queued', 'held')
         AND NOT EXISTS (SELECT 1 FROM message_parts p WHERE p.message_id = m.id AND p.state <> 'waiting')) RETURNING id`,
  );
  const cancelCameDue = database.prepare<[string, string], { id: number }>(
    `UPDATE messages SET state = 'cancelled', reason = 'undone', not_before = NULL WHERE id IN (
       SELECT m.id FROM conversations c CROSS JOIN messages m INDEXED BY messages_following ON m.conversation_id = c.id
       WHERE c.number = ? AND m.follows = ? AND m.state = 'held' AND m.reason = 'came-due') RETURNING id`,
  );
  // Its time came so long ago that the program was not running then.
  const holdLate = database.prepare<[number], { id: number }>(
    `UPDATE messages SET state = 'held', reason = 'came-due' WHERE id IN (
       SELECT id FROM messages INDEXED BY messages_to_wake WHERE state IN ('scheduled', 'held') AND state = 'scheduled' AND not_before < ?
         AND reason IS NULL AND not_before - created_at > ${UNDO_AT_MOST_MS}) RETURNING id`,
  );
  const cameDue = database.prepare<[number], MessageRow>(
    `SELECT ${COLUMNS} FROM messages INDEXED BY messages_came_due WHERE state = 'held' AND reason = 'came-due'
     ORDER BY not_before, id LIMIT ?`,
  );
  const expireCameDue = database.prepare<[number], { id: number }>(
    `UPDATE messages INDEXED BY messages_came_due SET state = 'expired', reason = 'expired', not_before = NULL
     WHERE state = 'held' AND reason = 'came-due' AND expires_at <= ? RETURNING id`,
  );
  const cameDueExpires = database.prepare<[], { at: number | null }>(
    `SELECT min(expires_at) AS at FROM messages INDEXED BY messages_came_due WHERE state = 'held' AND reason = 'came-due'`,
  );
  const cameDueCount = database.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM messages INDEXED BY messages_came_due WHERE state = 'held' AND reason = 'came-due'`,
  );
  const interrupted = database.prepare<[], { id: number }>(`SELECT id FROM messages WHERE state = 'sending'`);

  return {
    byId: (id: number): MessageRow | null => byId.get(id) ?? null,
    insertOutgoing: (message: NewOutgoing): number => Number(insertOutgoing.run(message).lastInsertRowid),
    insertIncoming: (message: NewIncoming): number => Number(insertIncoming.run(message).lastInsertRowid),
    updateIncoming: (id: number, text: string, reason: string | null): void =>
      void updateIncoming.run(text, reason, id),
    /** The next to go out on a line: by priority, then first come first served. */
    nextToSend: (lineId: number, lowestPriority = Number.MAX_SAFE_INTEGER): MessageRow | null =>
      next.get(lineId, lowestPriority) ?? null,
    /** Queues what was scheduled or held until now. */
    wakeDue: (now: number): readonly number[] => due.all(now).map(({ id }) => id),
    earliestWake: (): number | null => earliest.get()?.at ?? null,
    setState(id: number, state: MessageState, reason: string | null = null, notBefore: number | null = null): void {
      setState.run({ id, state, reason, notBefore });
    },
    setSent: (id: number, at: number): void => void setSent.run(at, id),
    setDelivered: (id: number, at: number): void => void setDelivered.run({ id, at }),
    countAttempt: (id: number): number => countAttempt.get(id)?.attempts ?? 0,
    /** Sends it anew: as if it had never been tried. */
    restart: (id: number): void => void restart.run(id),
    /** Texts of other lines wait, visibly, until their SIM is back; those of these lines go on. Returns what changed. */
    switchLines(lineIds: readonly number[], now: number): readonly number[] {
      const ids = JSON.stringify(lineIds);
      return [...holdForOfflineLine.all(ids), ...release.all(now, ids)].map(({ id }) => id);
    },
    /** Gives the untouched automatic texts of one line to another. Returns what changed. */
    handOver: (from: number, to: number): readonly number[] => handOver.all({ from, to }).map(({ id }) => id),
    /** Queues what a line's caps hold: they were changed. Returns what changed. */
    releaseCapped: (lineId: number): readonly number[] => uncap.all(lineId).map(({ id }) => id),
    /** The newest in a state, for a list of what somebody has to decide. */
    inState: (state: MessageState, limit: number): readonly MessageRow[] => unsettledOnes.all(state, limit),
    /** A conversation's texts before `before`, newest first. */
    ofConversation: (id: number, before: number, limit: number): readonly MessageRow[] =>
      ofConversation.all(id, before, limit),
    /** A conversation's texts after `after`, oldest first. */
    after: (id: number, start: number, limit: number): readonly MessageRow[] => after.all(id, start, limit),
    /** The text of a conversation written closest to an instant; null: there is none. */
    nearest: (id: number, at: number): number | null => nearest.get({ id, at })?.id ?? null,
    /** Texts that wait for the time somebody chose, the next one first. */
    scheduled: (limit: number): readonly MessageRow[] => scheduled.all(limit),
    scheduledCount: (): number => scheduledCount.get()?.n ?? 0,
    /** Other words and another time for a text that has not left. */
    rewrite: (change: { id: number; text: string; encoding: string; partCount: number; notBefore: number }): void =>
      void rewrite.run(change),
    /** How many texts some conversations hold, and since when. */
    countsOf: (conversations: readonly number[]): { received: number; sent: number; firstAt: number | null } =>
      countsOf.get(JSON.stringify(conversations)) ?? { received: 0, sent: 0, firstAt: null },
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
      return listBy(filters).all({ after, limit, direction, state, conversation_id: conversation });
    },
    queueCounts(): QueueCounts {
      const n = Object.fromEntries(unsettled.all().map((row) => [row.state, row.n]));
      return {
        queued: (n['queued'] ?? 0) + (n['scheduled'] ?? 0),
        held: n['held'] ?? 0,
        sending: n['sending'] ?? 0,
        uncertain: n['uncertain'] ?? 0,
        failed: n['failed'] ?? 0,
      };
    },
    /** Takes back all that waits for a number, but what a person has just answered. */
    cancelAutomatic: (number: string, reason: 'opted-out' | 'blocked'): readonly number[] =>
      stoppable.all({ number, reason }).map(({ id }) => id),
    /** What waited for a person to decide whether a customer wants texts at all. Returns what changed. */
    releaseForConsent: (number: string): readonly number[] => releaseForConsent.all(number).map(({ id }) => id),
    /** How many answers nobody wrote a conversation got since an instant. */
    automaticSince: (conversation: number, since: number): number => automaticSince.get(conversation, since)?.n ?? 0,
    /** When a person last answered there, or is about to; null: never. */
    lastAnsweredAt: (conversation: number): number | null => lastAnswered.get(conversation)?.at ?? null,
    /** When the customer last wrote or rang; null: never. */
    lastHeardAt: (conversation: number): number | null => lastHeard.get(conversation)?.at || null,
    /** The last texts we wrote there, the newest first. */
    lastSaid: (conversation: number, count: number): readonly string[] =>
      lastSaid.all(conversation, count).map(({ text }) => text),
    /** How many answers nobody wrote have left for a conversation since an instant. */
    answeredByItself: (conversation: number, since: number): number =>
      answeredByItself.get(conversation, since)?.n ?? 0,
    /** What a number got by itself since an instant, the newest first; in parts. */
    automaticTo: (number: string, since: number): readonly { readonly at: number; readonly parts: number }[] =>
      automaticTo.all(number, since),
    /** What is held for one of these reasons is looked at anew. Returns what changed. */
    releaseHeld: (reasons: readonly string[]): readonly number[] =>
      releaseHeld.all(JSON.stringify(reasons)).map(({ id }) => id),
    /** What was taken back for a reason that was a mistake waits again. Returns what changed. */
    revive: (ids: readonly number[], reason: string, now: number): readonly number[] =>
      revive.all({ ids: JSON.stringify(ids), reason, now }).map(({ id }) => id),
    /** What customers wrote since an instant, the newest first. */
    heardSince: (since: number, limit: number): readonly HeardRow[] => heardSince.all(since, limit),
    /** Whether a number had never written before that text. */
    isFirstOf: (number: string, id: number): boolean => isFirst.get(number, id) === undefined,
    /** When a person answered after that text; null: not yet. */
    answeredAfter: (conversation: number, id: number): number | null => answeredAfter.get(conversation, id)?.at ?? null,
    /** What a person answered to that text; null: nothing. */
    replyTo: (conversation: number, id: number): MessageRow | null => replyTo.get(conversation, id) ?? null,
    /** Takes back what would follow from something a person did: it was undone. Returns what changed. */
    cancelPutOff: (conversation: number, follows: string): readonly number[] =>
      cancelPutOff.all(conversation, follows).map(({ id }) => id),
    /** Takes back all that follows from something, wherever a number is talked with. Returns what changed. */
    cancelFollowing: (number: string, follows: string): readonly number[] =>
      cancelFollowing.all(number, follows).map(({ id }) => id),
    /** Takes back what came due while nobody was here and has a later one in its place. Returns what changed. */
    cancelCameDue: (number: string, follows: string): readonly number[] =>
      cancelCameDue.all(number, follows).map(({ id }) => id),
    /** What was put off to a time before that instant waits for a person instead. Returns what changed. */
    holdLate: (before: number): readonly number[] => holdLate.all(before).map(({ id }) => id),
    /** What came due while the program was not running, the longest due first. */
    cameDue: (limit: number): readonly MessageRow[] => cameDue.all(limit),
    /** What nobody looked at in time is worth nothing any more. Returns what changed. */
    expireCameDue: (now: number): readonly number[] => expireCameDue.all(now).map(({ id }) => id),
    /** When the first of them is worth nothing any more; null: none will be. */
    cameDueExpires: (): number | null => cameDueExpires.get()?.at ?? null,
    cameDueCount: (): number => cameDueCount.get()?.n ?? 0,
    interrupted: (): readonly number[] => interrupted.all().map(({ id }) => id),
  };
}
