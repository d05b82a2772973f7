import type { Database } from './sqlite.ts';

export interface ConversationRow {
  readonly id: number;
  readonly line_id: number;
  readonly number: string;
  readonly party: 'phone' | 'short-code' | 'name';
  readonly name: string | null;
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly unread: number;
  readonly waiting_since: number | null;
  readonly last_activity_at: number;
  readonly draft: string;
  readonly created_at: number;
  readonly opted_out: 0 | 1;
  readonly drawer: 0 | 1;
  readonly last_direction: 'in' | 'out' | null;
  readonly last_text: string | null;
  readonly last_state: string | null;
  readonly last_purpose: string | null;
  readonly last_at: number | null;
  readonly last_event_kind: string | null;
  readonly last_event_at: number | null;
}

/** Where a page ended: the sort value and the id of its last row. */
export interface PageKey {
  readonly at: number;
  readonly id: number;
}

type PageArguments = [{ at: number; id: number; limit: number; pattern: string | null }];

/** One customer number on one line each. */
export function conversationsRepository(database: Database) {
  const select = `SELECT c.id, c.line_id, c.number, c.party, contact.name, c.status, c.unread, c.waiting_since,
      c.last_activity_at, c.draft, c.created_at, c.drawer, opt.number IS NOT NULL AS opted_out,
      m.direction AS last_direction, m.text AS last_text, m.state AS last_state, m.purpose AS last_purpose,
      m.created_at AS last_at, c.last_event_kind, c.last_event_at
    FROM conversations c
    LEFT JOIN messages m ON m.id = c.last_message_id
    LEFT JOIN contact_numbers n ON n.number = c.number
    LEFT JOIN contacts contact ON contact.id = n.contact_id
    LEFT JOIN opt_outs opt ON opt.number = c.number`;
  const matching = `(@pattern IS NULL OR c.number LIKE @pattern OR contact.name LIKE @pattern)`;
  const newestFirst = (where: string): string =>
    `${select} WHERE ${where} AND (c.last_activity_at, c.id) < (@at, @id) AND ${matching}
     ORDER BY c.last_activity_at DESC, c.id DESC LIMIT @limit`;
  const pages = {
    open: database.prepare<PageArguments, ConversationRow>(newestFirst(`c.drawer = 0 AND c.status = 'open'`)),
    snoozed: database.prepare<PageArguments, ConversationRow>(newestFirst(`c.drawer = 0 AND c.status = 'snoozed'`)),
    closed: database.prepare<PageArguments, ConversationRow>(newestFirst(`c.drawer = 0 AND c.status = 'closed'`)),
    all: database.prepare<PageArguments, ConversationRow>(newestFirst('c.drawer = 0')),
    operator: database.prepare<PageArguments, ConversationRow>(newestFirst('c.drawer = 1')),
    // Who waits longest stands on top. The plus keeps the planner from the larger index on the status.
    waiting: database.prepare<PageArguments, ConversationRow>(
      `${select} WHERE +c.status = 'open' AND c.waiting_since IS NOT NULL AND (c.waiting_since, c.id) > (@at, @id)
       AND ${matching} ORDER BY c.waiting_since, c.id LIMIT @limit`,
    ),
  };
  const byId = database.prepare<[number], ConversationRow>(`${select} WHERE c.id = ?`);
  const idOf = database.prepare<[number, string], { id: number }>(
    'SELECT id FROM conversations WHERE line_id = ? AND number = ?',
  );
  const insert = database.prepare<[number, string, string, number, number, number]>(
    'INSERT INTO conversations (line_id, number, party, drawer, last_activity_at, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const noteIncoming = database.prepare<[{ id: number; message: number; at: number; waits: 0 | 1 }]>(
    `UPDATE conversations SET last_message_id = @message, last_activity_at = @at, unread = unread + 1, status = 'open',
       waiting_since = CASE WHEN @waits THEN coalesce(waiting_since, @at) ELSE waiting_since END WHERE id = @id`,
  );
  const noteOutgoing = database.prepare<[{ id: number; message: number; at: number; answers: 0 | 1 }]>(
    `UPDATE conversations SET last_message_id = @message, last_activity_at = @at,
       waiting_since = CASE WHEN @answers THEN NULL ELSE waiting_since END WHERE id = @id`,
  );
  // After an answer was taken back: waiting since the first text that no answer followed.
  const noteEvent = database.prepare<[{ id: number; at: number; kind: string; waits: 0 | 1 }]>(
    `UPDATE conversations SET last_event_kind = @kind, last_event_at = @at, last_activity_at = @at, unread = unread + 1,
       status = 'open', waiting_since = CASE WHEN @waits THEN coalesce(waiting_since, @at) ELSE waiting_since END
     WHERE id = @id`,
  );
  const lineOfNumber = database.prepare<[string, string], { line_id: number }>(
    `SELECT line_id FROM conversations WHERE number = ?
     ORDER BY line_id IN (SELECT value FROM json_each(?)) DESC, last_activity_at DESC LIMIT 1`,
  );
  const recompute = database.prepare<[{ id: number }]>(
    `UPDATE conversations SET
       last_message_id = coalesce((SELECT max(id) FROM messages WHERE conversation_id = @id AND state <> 'cancelled'), last_message_id),
       waiting_since = (SELECT received_at FROM messages WHERE conversation_id = @id AND drawer = 0 AND direction = 'in' AND id >
         coalesce((SELECT max(id) FROM messages WHERE conversation_id = @id AND direction = 'out' AND purpose = 'answer'
           AND state <> 'cancelled'), 0) ORDER BY id LIMIT 1)
     WHERE id = @id`,
  );
  const markRead = database.prepare<[number]>('UPDATE conversations SET unread = 0 WHERE id = ? AND unread > 0');
  const setStatus = database.prepare<[{ id: number; status: string }]>(
    `UPDATE conversations SET status = @status,
       waiting_since = CASE WHEN @status = 'closed' THEN NULL ELSE waiting_since END WHERE id = @id`,
  );
  const setDraft = database.prepare<[string, number]>('UPDATE conversations SET draft = ? WHERE id = ?');
  const counts = database.prepare<[], { open: number; snoozed: number; waiting: number; operator: number }>(
    `SELECT (SELECT count(*) FROM conversations WHERE drawer = 0 AND status = 'open') AS open,
       (SELECT count(*) FROM conversations WHERE drawer = 0 AND status = 'snoozed') AS snoozed,
       (SELECT count(*) FROM conversations WHERE +status = 'open' AND waiting_since IS NOT NULL) AS waiting,
       (SELECT count(*) FROM conversations WHERE drawer = 1 AND unread > 0) AS operator`,
  );

  return {
    byId: (id: number): ConversationRow | null => byId.get(id) ?? null,
    /** A page after `after`; `search` finds parts of names and numbers. */
    page(
      view: keyof typeof pages,
      after: PageKey | null,
      limit: number,
      search: string | null,
    ): readonly ConversationRow[] {
      const start = view === 'waiting' ? { at: -1, id: 0 } : { at: Number.MAX_SAFE_INTEGER, id: 0 };
      const pattern = search === null ? null : `%${search.replace(/[%_]/g, '')}%`;
      return pages[view].all({ ...(after ?? start), limit, pattern });
    },
    /** @param drawer nobody's customer: the network, a program, ourselves */
    findOrCreate(
      lineId: number,
      number: string,
      party: ConversationRow['party'],
      at: number,
      drawer = party !== 'phone',
    ): number {
      const found = idOf.get(lineId, number);
      return found?.id ?? Number(insert.run(lineId, number, party, drawer ? 1 : 0, at, at).lastInsertRowid);
    },
    /** @param waits somebody expects an answer: not so for texts of the network and of other programs */
    noteIncoming(id: number, message: number, at: number, waits: boolean): void {
      noteIncoming.run({ id, message, at, waits: waits ? 1 : 0 });
    },
    /** @param answers a person answered: the customer no longer waits */
    noteOutgoing(id: number, message: number, at: number, answers: boolean): void {
      noteOutgoing.run({ id, message, at, answers: answers ? 1 : 0 });
    },
    /** Something other than a text: a missed call. */
    noteEvent(id: number, at: number, kind: string, waits: boolean): void {
      noteEvent.run({ id, at, kind, waits: waits ? 1 : 0 });
    },
    /** The line a number was last talked to on, one of `preferred` before others; null where it is new. */
    lineOf: (number: string, preferred: readonly number[]): number | null =>
      lineOfNumber.get(number, JSON.stringify(preferred))?.line_id ?? null,
    recompute: (id: number): void => void recompute.run({ id }),
    markRead: (id: number): boolean => markRead.run(id).changes > 0,
    setStatus: (id: number, status: ConversationRow['status']): void => void setStatus.run({ id, status }),
    setDraft: (id: number, draft: string): void => void setDraft.run(draft, id),
    counts: () => counts.get() as { open: number; snoozed: number; waiting: number; operator: number },
  };
}
