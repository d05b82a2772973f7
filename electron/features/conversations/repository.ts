import type { ConversationListView } from './constants.ts';
import { Repository } from '../../core/db/repository.ts';

export interface ConversationRow {
  readonly id: number;
  readonly line_id: number;
  readonly number: string;
  readonly party: 'phone' | 'short-code' | 'name';
  readonly contact_id: number | null;
  readonly name: string | null;
  readonly blocked_at: number | null;
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly snoozed_until: number | null;
  readonly assignee_id: number | null;
  readonly unread: number;
  readonly read_up_to: number;
  readonly last_message_id: number | null;
  readonly waiting_since: number | null;
  readonly last_activity_at: number;
  readonly draft: string;
  readonly created_at: number;
  readonly opted_out: 0 | 1;
  readonly consent_question: number | null;
  readonly is_system: 0 | 1;
  /** Since when nothing is answered automatically there. */
  readonly paused_at: number | null;
  readonly last_direction: 'in' | 'out' | null;
  readonly last_text: string | null;
  readonly last_state: string | null;
  readonly last_purpose: string | null;
  readonly last_not_before: number | null;
  readonly last_reason: string | null;
  readonly last_at: number | null;
  readonly last_event_kind: string | null;
  readonly last_event_at: number | null;
  /** Row numbers as JSON. */
  readonly tags: string;
  readonly task_text: string | null;
  readonly task_due_at: number | null;
}

/** Where a page ended: the sort value and the id of its last row. */
export interface PageKey {
  readonly at: number;
  readonly id: number;
}

export type ListOrder = 'newest' | 'longest';

/** Which conversations are wanted, and in which order. */
export interface ListFilter {
  readonly view: ConversationListView;
  /** Only views of open conversations use this; the others have an order of their own. */
  readonly order: ListOrder;
  readonly tag: number | null;
  readonly assignee: number | null;
}

export interface PageParameters {
  readonly at: number;
  readonly id: number;
  readonly limit: number;
  readonly tag: number | null;
  readonly assignee: number | null;
  /** Row numbers as JSON, if a tag or a person leaves only a few conversations. */
  readonly few: string | null;
}

/** Up to this many conversations are looked at one by one instead of being searched among all. */
export const FEW = 1_000;

/** What a view is ordered by; `key` is the value that {@link PageKey} `at` holds. */
interface Sorting {
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
}

export const NEWEST: Sorting = { key: 'c.last_activity_at', direction: 'DESC' };
/**
 * The customer who has waited longest is on top, and conversations without a wait follow by latest activity. It has an index of
 * its own.
 */
export const LONGEST: Sorting = {
  key: 'coalesce(c.waiting_since, 8000000000000000 - c.last_activity_at)',
  direction: 'ASC',
};

/** The conversations of each view. The plus keeps the planner from using the larger index on the status. */
export const VIEWS: Readonly<Record<ConversationListView, { readonly where: string; readonly sorting?: Sorting }>> = {
  open: { where: `c.is_system = 0 AND c.status = 'open'` },
  waiting: {
    where: `+c.status = 'open' AND c.waiting_since IS NOT NULL`,
    sorting: { key: 'c.waiting_since', direction: 'ASC' },
  },
  // Whose they are stands in the filter.
  mine: { where: `c.is_system = 0 AND c.status = 'open'` },
  unassigned: { where: `c.is_system = 0 AND c.status = 'open' AND c.assignee_id IS NULL` },
  // The conversation that wakes up next is on top.
  snoozed: {
    where: 'c.snoozed_until IS NOT NULL AND +c.is_system = 0',
    sorting: { key: 'c.snoozed_until', direction: 'ASC' },
  },
  closed: { where: `c.is_system = 0 AND c.status = 'closed'`, sorting: NEWEST },
  all: { where: 'c.is_system = 0', sorting: NEWEST },
  operator: { where: 'c.is_system = 1', sorting: NEWEST },
};

export function sortingOf({ view, order }: ListFilter): Sorting {
  return VIEWS[view].sorting ?? (order === 'longest' ? LONGEST : NEWEST);
}

export const CONVERSATION_COLUMNS = `c.id, c.line_id, c.number, c.party, n.contact_id, nullif(contact.name, '') AS name,
  contact.blocked_at, c.status, c.snoozed_until, c.assignee_id, c.unread, c.read_up_to, c.last_message_id, c.waiting_since,
  c.last_activity_at, c.draft, c.created_at, c.is_system, c.paused_at, opt.number IS NOT NULL AS opted_out,
  ask.message_id AS consent_question,
  m.direction AS last_direction, m.text AS last_text, m.state AS last_state, m.purpose AS last_purpose, m.not_before AS last_not_before, m.reason AS last_reason,
  m.created_at AS last_at, c.last_event_kind, c.last_event_at,
  (SELECT json_group_array(tag_id) FROM conversation_tags WHERE conversation_id = c.id) AS tags,
  task.text AS task_text, task.due_at AS task_due_at`;
/** A message without its contact and its other related rows cannot be shown as a row of the inbox. */
export const CONVERSATION_JOINS = `LEFT JOIN messages m ON m.id = c.last_message_id
  LEFT JOIN contact_numbers n ON n.number = c.number
  LEFT JOIN contacts contact ON contact.id = n.contact_id
  LEFT JOIN opt_outs opt ON opt.number = c.number
  LEFT JOIN consent_questions ask ON ask.number = c.number
  LEFT JOIN tasks task ON task.id = (SELECT id FROM tasks INDEXED BY tasks_by_conversation
    WHERE conversation_id = c.id AND done_at IS NULL ORDER BY due_at IS NULL, due_at LIMIT 1)`;

/** SQL for the earlier of two instants, either of which may be unknown. */
export function earlier(a: string, b: string): string {
  return `min(coalesce(${a}, ${b}), coalesce(${b}, ${a}))`;
}

/** A message that answers keeps since when the customer had waited for it. */
export const KEEP_WAITING = `UPDATE messages SET waited_since = coalesce((SELECT waiting_since FROM conversations WHERE id = @id), waited_since)
     WHERE id = @message`;

/** Keeps conversations: each is one customer number on one line. */
export class ConversationsRepository extends Repository {
  readonly #select = `SELECT ${CONVERSATION_COLUMNS} FROM conversations c ${CONVERSATION_JOINS}`;
  readonly #byId = this.prepare<[number], ConversationRow>(`${this.#select} WHERE c.id = ?`);
  readonly #idOf = this.prepare<[number, string], { id: number }>(
    'SELECT id FROM conversations WHERE line_id = ? AND number = ?',
  );
  readonly #insert = this.prepare<[number, string, string, number, number, number]>(
    'INSERT INTO conversations (line_id, number, party, is_system, last_activity_at, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  readonly #noteIncoming = this.prepare<[{ id: number; message: number; at: number; waits: 0 | 1 }]>(
    `UPDATE conversations SET last_message_id = @message, last_activity_at = @at, unread = unread + 1, status = 'open', snoozed_until = NULL,
       waiting_since = CASE WHEN @waits THEN coalesce(waiting_since, @at) ELSE waiting_since END WHERE id = @id`,
  );
  // A message from a blocked customer is kept, but nobody is asked to look at it.
  readonly #noteBlocked = this.prepare<[{ id: number; message: number; at: number }]>(
    `UPDATE conversations SET last_message_id = @message, last_activity_at = @at, read_up_to = @message, unread = 0,
       status = 'closed', snoozed_until = NULL, waiting_since = NULL WHERE id = @id`,
  );
  readonly #noteOutgoing = this.prepare<[{ id: number; message: number; at: number; answers: 0 | 1 }]>(
    `UPDATE conversations SET last_message_id = @message, last_activity_at = @at,
       waiting_since = CASE WHEN @answers THEN NULL ELSE waiting_since END WHERE id = @id`,
  );
  readonly #noteEvent = this.prepare<[{ id: number; at: number; kind: string; waits: 0 | 1 }]>(
    `UPDATE conversations SET last_event_kind = @kind, last_event_at = @at, last_activity_at = @at, unread = unread + 1,
       status = 'open', snoozed_until = NULL, waiting_since = CASE WHEN @waits THEN coalesce(waiting_since, @at) ELSE waiting_since END
     WHERE id = @id`,
  );
  readonly #lineOfNumber = this.prepare<[string, string], { line_id: number }>(
    `SELECT line_id FROM conversations WHERE number = ?
     ORDER BY line_id IN (SELECT value FROM json_each(?)) DESC, last_activity_at DESC LIMIT 1`,
  );
  readonly #keepWaiting = this.prepare<[{ id: number; message: number }]>(KEEP_WAITING);
  readonly #lastIncoming = this.prepare<[number], { id: number }>(
    `SELECT id FROM messages WHERE conversation_id = ? AND direction = 'in' ORDER BY id DESC LIMIT 1`,
  );
  readonly #setUnread = this.prepare<[number, number, number]>(
    'UPDATE conversations SET unread = ?, read_up_to = ? WHERE id = ?',
  );
  readonly #markRead = this.prepare<[number]>(
    `UPDATE conversations SET unread = 0, read_up_to = coalesce((SELECT max(id) FROM messages WHERE conversation_id = conversations.id), read_up_to)
     WHERE id = ? AND unread > 0`,
  );
  readonly #markUnread = this.prepare<[number]>(
    `UPDATE conversations SET unread = 1, read_up_to = coalesce((SELECT max(id) FROM messages
       WHERE conversation_id = conversations.id AND direction = 'in') - 1, read_up_to) WHERE id = ? AND unread = 0`,
  );
  readonly #firstUnread = this.prepare<[number, number], { id: number | null }>(
    `SELECT min(id) AS id FROM messages WHERE conversation_id = ? AND id > ? AND direction = 'in'`,
  );
  readonly #setStatus = this.prepare<[{ id: number; status: string; until: number | null }]>(
    `UPDATE conversations SET status = @status, snoozed_until = @until,
       waiting_since = CASE WHEN @status = 'closed' THEN NULL ELSE waiting_since END,
       paused_at = CASE WHEN @status = 'closed' THEN NULL ELSE paused_at END WHERE id = @id`,
  );
  readonly #setPaused = this.prepare<[number | null, number]>('UPDATE conversations SET paused_at = ? WHERE id = ?');
  readonly #assign = this.prepare<[number | null, number]>('UPDATE conversations SET assignee_id = ? WHERE id = ?');
  readonly #addTag = this.prepare<[number, number]>(
    'INSERT INTO conversation_tags (conversation_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  readonly #removeTag = this.prepare<[number, number]>(
    'DELETE FROM conversation_tags WHERE conversation_id = ? AND tag_id = ?',
  );
  readonly #toWake = this.prepare<[number], { id: number }>(
    'SELECT id FROM conversations WHERE snoozed_until IS NOT NULL AND snoozed_until <= ? ORDER BY snoozed_until, id',
  );
  readonly #wakesAt = this.prepare<[], { at: number | null }>(
    'SELECT min(snoozed_until) AS at FROM conversations WHERE snoozed_until IS NOT NULL',
  );
  readonly #surface = this.prepare<[number, number]>(
    `UPDATE conversations SET status = 'open', snoozed_until = NULL, last_activity_at = ? WHERE id = ?`,
  );
  readonly #ofContact = this.prepare<[number], { id: number }>(
    'SELECT c.id FROM contact_numbers n JOIN conversations c ON c.number = n.number WHERE n.contact_id = ? ORDER BY c.last_activity_at DESC',
  );
  readonly #setDraft = this.prepare<[string, number]>('UPDATE conversations SET draft = ? WHERE id = ?');

  byId(id: number): ConversationRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** @param isSystem true if it is no customer's: the network, a program, or ourselves */
  /** Null if they never wrote to each other. */
  find(lineId: number, number: string): number | null {
    return this.#idOf.get(lineId, number)?.id ?? null;
  }

  findOrCreate(
    lineId: number,
    number: string,
    party: ConversationRow['party'],
    at: number,
    isSystem = party !== 'phone',
  ): number {
    const found = this.#idOf.get(lineId, number);
    return found?.id ?? Number(this.#insert.run(lineId, number, party, isSystem ? 1 : 0, at, at).lastInsertRowid);
  }

  /** @param waits whether the sender expects an answer; not so for texts from the network and from other programs */
  noteIncoming(id: number, message: number, at: number, waits: boolean): void {
    this.#noteIncoming.run({ id, message, at, waits: waits ? 1 : 0 });
  }

  noteBlocked(id: number, message: number, at: number): void {
    this.#noteBlocked.run({ id, message, at });
  }

  /** @param answers whether the customer no longer waits */
  noteOutgoing(id: number, message: number, at: number, answers: boolean): void {
    if (answers) this.#keepWaiting.run({ id, message });
    this.#noteOutgoing.run({ id, message, at, answers: answers ? 1 : 0 });
  }

  /** Notes something other than a message: a missed call. */
  noteEvent(id: number, at: number, kind: string, waits: boolean): void {
    this.#noteEvent.run({ id, at, kind, waits: waits ? 1 : 0 });
  }

  /** The line that was last used with a number, with those in `preferred` first; null if the number is new. */
  lineOf(number: string, preferred: readonly number[]): number | null {
    return this.#lineOfNumber.get(number, JSON.stringify(preferred))?.line_id ?? null;
  }

  /** The customer's newest message; null if they never wrote. */
  lastIncoming(id: number): number | null {
    return this.#lastIncoming.get(id)?.id ?? null;
  }

  setUnread(id: number, unread: number, readUpTo: number): void {
    this.#setUnread.run(unread, readUpTo, id);
  }

  /** True if something was unread. */
  markRead(id: number): boolean {
    return this.#markRead.run(id).changes > 0;
  }

  markUnread(id: number): boolean {
    return this.#markUnread.run(id).changes > 0;
  }

  /** The customer's first message that nobody has seen; null if all are seen. */
  firstUnread({ id, unread, read_up_to }: ConversationRow): number | null {
    return unread === 0 ? null : (this.#firstUnread.get(id, read_up_to)?.id ?? null);
  }

  /** @param until when a snoozed conversation wakes up; null for other states */
  setStatus(id: number, status: ConversationRow['status'], until: number | null): void {
    this.#setStatus.run({ id, status, until });
  }

  /** @param since when a person took over; null if automatic answers go on */
  setPaused(id: number, since: number | null): void {
    this.#setPaused.run(since, id);
  }

  assign(id: number, person: number | null): void {
    this.#assign.run(person, id);
  }

  addTag(id: number, tag: number): void {
    this.#addTag.run(id, tag);
  }

  removeTag(id: number, tag: number): void {
    this.#removeTag.run(id, tag);
  }

  setDraft(id: number, draft: string): void {
    this.#setDraft.run(draft, id);
  }

  /** Snoozed conversations whose time has come. */
  toWake(now: number): readonly number[] {
    return this.#toWake.all(now).map(({ id }) => id);
  }

  wakesAt(): number | null {
    return this.#wakesAt.get()?.at ?? null;
  }

  /** Opens the conversation and puts it on top. */
  surface(id: number, at: number): void {
    this.#surface.run(at, id);
  }

  ofContact(contact: number): readonly number[] {
    return this.#ofContact.all(contact).map(({ id }) => id);
  }
}
