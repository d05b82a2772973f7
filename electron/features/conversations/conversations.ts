import { notFound } from '../../shared/not-found.ts';
import { Emitter } from '../../../modem/index.ts';
import type {
  ConversationSnapshot,
  MessagePage,
  MessageRange,
  ConversationCounts,
  ConversationEventDto,
  ConversationDto,
  conversationsContract,
} from './contract.ts';
import type { Input } from '../../shared/contract.ts';
import { conversationId, messageId, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ConversationRow, ListFilter, PageKey } from './repository.ts';
import type { MessageRow } from '../messaging/repository.ts';
import { FOLLOWS_CLOSING, followsTag } from '../automation/undo-key.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishConversation, publishMessages } from './publish.ts';
import type { ByPerson } from '../automation/automation.ts';
import { restoreStatus, undoRecordOf, tagsOf } from './undo-record.ts';
import { publishEvent, logEvent } from './event-log.ts';
import { toConversationDto, toEventDto, toMessageDto } from './to-dto.ts';
import type { Service } from '../../core/service.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Pass it as `after` to get what follows; null means that this was all. */
  readonly next: string | null;
}

type Change = Input<typeof conversationsContract, 'conversations.change'>['change'];

/** The operator's actions on conversations. */
export class Conversations implements Service {
  /** A person closed conversations, opened them again, or gave them a tag. */
  readonly changed = new Emitter<ByPerson>();
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  list(wanted: ListFilter, after: string | null, limit: number): Result<Page<ConversationDto>> {
    // Of nobody where nobody says who works now.
    const assignee = wanted.view === 'mine' ? (this.#context.currentAgent()?.id ?? 0) : wanted.assignee;
    const filter = { ...wanted, assignee };
    const key = after === null ? null : decodeCursor(after);
    if (after !== null && key === null) return refuse('bad-input.page');
    const { conversationLists } = this.#context.store;
    const rows = conversationLists.page(filter, key, limit + 1);
    const items = rows.slice(0, limit).map((row) => this.#toDto(row));
    const last = rows[limit - 1];
    const next = rows.length > limit && last !== undefined ? encodeCursor(conversationLists.keyOf(filter, last)) : null;
    return ok({ items, next });
  }

  get(id: string): Result<ConversationDto> {
    const row = this.#row(id);
    return row === null ? notFound('conversation') : ok(this.#toDto(row));
  }

  /** Returns a page of messages in reading order. */
  messages(id: string, range: MessageRange, limit: number): Result<MessagePage> {
    const row = this.#row(id);
    if (row === null) return notFound('conversation');
    const { messages, conversations, conversationEvents } = this.#context.store;
    const firstUnread = conversations.firstUnread(row);
    const page = this.#range(row.id, range, firstUnread, limit);
    if (page === null) return refuse('bad-input.not-in-conversation');
    const { items, hasOlder, hasNewer } = page;
    // The time that the page covers, without a gap to the pages beside it.
    const from = hasOlder ? (items[0]?.created_at ?? 0) : 0;
    const next = hasNewer ? messages.after(row.id, items.at(-1)?.id ?? 0, 1)[0] : undefined;
    const events = conversationEvents.between(row.id, from, next?.created_at ?? Number.MAX_SAFE_INTEGER);
    return ok({
      items: items.map(toMessageDto),
      hasOlder,
      hasNewer,
      events: events.map(toEventDto),
      firstUnreadId: firstUnread === null ? null : messageId(firstUnread),
    });
  }

  #range(
    conversation: number,
    range: MessageRange,
    firstUnread: number | null,
    limit: number,
  ): { items: readonly MessageRow[]; hasOlder: boolean; hasNewer: boolean } | null {
    const { messages } = this.#context.store;
    const before = (id: number, count: number): { items: MessageRow[]; hasOlder: boolean } => {
      const rows = messages.ofConversation(conversation, id, count + 1);
      return { items: rows.slice(0, count).toReversed(), hasOlder: rows.length > count };
    };
    const after = (id: number, count: number): { items: readonly MessageRow[]; hasNewer: boolean } => {
      const rows = messages.after(conversation, id, count + 1);
      return { items: rows.slice(0, count), hasNewer: rows.length > count };
    };
    const around = (id: number): { items: readonly MessageRow[]; hasOlder: boolean; hasNewer: boolean } => {
      const older = before(id, Math.floor(limit / 2));
      const newer = after(id - 1, limit - older.items.length);
      return { items: [...older.items, ...newer.items], hasOlder: older.hasOlder, hasNewer: newer.hasNewer };
    };
    switch (range.from) {
      case 'end':
        return { ...before(Number.MAX_SAFE_INTEGER, limit), hasNewer: false };
      case 'unread':
        return firstUnread === null
          ? { ...before(Number.MAX_SAFE_INTEGER, limit), hasNewer: false }
          : this.#withEnd(around(firstUnread), conversation, limit);
      case 'before': {
        const id = rowOf('message', range.id);
        return id === null ? null : { ...before(id, limit), hasNewer: true };
      }
      case 'after': {
        const id = rowOf('message', range.id);
        return id === null ? null : { ...after(id, limit), hasOlder: true };
      }
      case 'around': {
        const id = rowOf('message', range.id) ?? this.#messageBy(conversation, range.id);
        const isElsewhere = id !== null && id > 0 && messages.byId(id)?.conversation_id !== conversation;
        return id === null || isElsewhere ? null : around(id);
      }
    }
  }

  /** If the rest also fits on the page, includes all of it. This is the usual case, in which the page opens at the end. */
  #withEnd(
    page: { items: readonly MessageRow[]; hasOlder: boolean; hasNewer: boolean },
    conversation: number,
    limit: number,
  ): { items: readonly MessageRow[]; hasOlder: boolean; hasNewer: boolean } {
    if (page.hasNewer || page.items.length >= limit) return page;
    const rows = this.#context.store.messages.ofConversation(conversation, Number.MAX_SAFE_INTEGER, limit + 1);
    return { items: rows.slice(0, limit).toReversed(), hasOlder: rows.length > limit, hasNewer: false };
  }

  /** The first message after a note, or else the last one before it. */
  #messageBy(conversation: number, id: string): number | null {
    const row = rowOf('event', id);
    const event = row === null ? null : this.#context.store.conversationEvents.byId(row);
    if (event?.conversation_id !== conversation) return null;
    return this.#context.store.messages.nearest(conversation, event.at) ?? 0;
  }

  counts(): ConversationCounts {
    const { assigned, ...counts } = this.#context.store.conversationLists.counts(this.#context.currentAgent()?.id ?? 0);
    const all = counts.open + counts.snoozed + counts.closed;
    return { ...counts, unassigned: counts.open - assigned, all };
  }

  markRead(id: string): Result<ConversationDto> {
    return this.#change(id, (row) => this.#context.store.conversations.markRead(row));
  }

  markUnread(id: string): Result<ConversationDto> {
    return this.#change(id, (row) => this.#context.store.conversations.markUnread(row));
  }

  /** Changes several at once in one unit of work. Returns the state before, for {@link restore}. */
  change(ids: readonly string[], change: Change): Result<{ before: readonly ConversationSnapshot[] }> {
    const { store, clock } = this.#context;
    const rows = [...new Set(ids)].map((id) => this.#row(id)).filter((row) => row !== null);
    if (rows.length === 0) return notFound('conversation');
    if ('snoozeUntil' in change && change.snoozeUntil <= clock.now()) return refuse('in-the-past');
    const apply = this.#applierOf(change);
    if (!apply.ok) return apply;
    return this.#context.unit(() => {
      for (const row of rows) {
        apply.value(row);
        publishConversation(this.#context, row.id);
      }
      const before = rows.map((row) => undoRecordOf(store, row));
      this.#tellChange(rows, change);
      return ok({ before });
    });
  }

  /** Tells, inside the unit of work, what other parts of the desk may react to. */
  #tellChange(rows: readonly ConversationRow[], change: Change): void {
    const told = (those: readonly ConversationRow[], what: ByPerson['change']): void => {
      if (those.length > 0) this.changed.emit({ conversations: those.map(({ id }) => id), change: what });
    };
    const undone = (follows: string): void => {
      for (const { id } of rows) this.#takeBack(id, follows);
    };
    if ('status' in change) {
      if (change.status === 'open') undone(FOLLOWS_CLOSING);
      else
        told(
          rows.filter(({ status }) => status !== 'closed'),
          { kind: 'closed' },
        );
    } else if ('removeTagId' in change) undone(followsTag(change.removeTagId));
    else if ('addTagId' in change) {
      const tag = rowOf('tag', change.addTagId) ?? 0;
      told(
        rows.filter((row) => !tagsOf(row).includes(tag)),
        { kind: 'tagged', tagId: change.addTagId },
      );
    }
  }

  /** The function that applies a change to one conversation. */
  #applierOf(change: Change): Result<(row: ConversationRow) => void> {
    const { conversations, lists } = this.#context.store;
    if ('status' in change) {
      return ok((row) => {
        if (row.status === change.status) return;
        conversations.setStatus(row.id, change.status, null);
        logEvent(this.#context, row.id, change.status === 'closed' ? 'closed' : 'reopened');
      });
    }
    if ('snoozeUntil' in change) {
      return ok((row) => {
        conversations.setStatus(row.id, 'snoozed', change.snoozeUntil);
        logEvent(this.#context, row.id, 'snoozed', String(change.snoozeUntil));
      });
    }
    if ('assigneeId' in change) {
      const person = change.assigneeId === null ? null : rowOf('person', change.assigneeId);
      const name = lists.people.all().find(({ id }) => id === person)?.name ?? null;
      if (change.assigneeId !== null && name === null) return refuse('not-found.colleague');
      return ok((row) => {
        if (row.assignee_id === person) return;
        conversations.assign(row.id, person);
        logEvent(this.#context, row.id, 'assigned', name);
      });
    }
    const adds = 'addTagId' in change;
    const tag = rowOf('tag', adds ? change.addTagId : change.removeTagId);
    if (tag === null || lists.tags.byId(tag) === null) return refuse('not-found.tag');
    return ok((row) => {
      if (adds) conversations.addTag(row.id, tag);
      else conversations.removeTag(row.id, tag);
    });
  }

  /** Undoes a change and only that: what somebody else did meanwhile stays. */
  restore({
    what,
    snapshots,
  }: Input<typeof conversationsContract, 'conversations.restore'>): Result<{ restored: number }> {
    const { store } = this.#context;
    const restored = this.#context.unit(() =>
      snapshots.flatMap((snapshot) => {
        const row = this.#row(snapshot.id);
        if (row === null) return [];
        if (what === 'status') {
          // What would follow from closing it is taken back first, so that it leaves no trace on the state before.
          if (snapshot.left.status === 'closed') this.#takeBack(row.id, FOLLOWS_CLOSING);
          if (!restoreStatus(store, this.#row(snapshot.id) ?? row, snapshot)) return [];
          if (row.status !== snapshot.status && snapshot.status === 'open') logEvent(this.#context, row.id, 'reopened');
        } else if (what === 'assignee') {
          const person = snapshot.assigneeId === null ? null : rowOf('person', snapshot.assigneeId);
          if (person !== null && store.lists.people.byId(person) === null) return [];
          store.conversations.assign(row.id, person);
        } else {
          const tag = rowOf('tag', what.tagId);
          if (tag === null || store.lists.tags.byId(tag) === null) return [];
          if (snapshot.tagIds.includes(what.tagId)) store.conversations.addTag(row.id, tag);
          else {
            store.conversations.removeTag(row.id, tag);
            this.#takeBack(row.id, followsTag(what.tagId));
          }
        }
        publishConversation(this.#context, row.id);
        return [row.id];
      }),
    );
    return ok({ restored: restored.length });
  }

  /** Takes back what follows from a person's action and has not left yet. Called inside a unit of work. */
  #takeBack(conversation: number, follows: string): void {
    const { store } = this.#context;
    const ids = store.queue.cancelPutOff(conversation, follows);
    for (const id of ids) store.waitingCustomers.noteUnanswered(conversation, id);
    publishMessages(this.#context, ids);
  }

  setDraft(id: string, draft: string): Result<ConversationDto> {
    return this.#change(id, (row) => {
      this.#context.store.conversations.setDraft(row, draft);
      return true;
    });
  }

  /** Tells the other windows that somebody is writing an answer. */
  typing(id: string, clientId: string): Result<null> {
    const row = rowOf('conversation', id);
    if (row === null) return notFound('conversation');
    const who = this.#context.currentAgent()?.name ?? null;
    this.#context.events.emit({
      type: 'conversation.typing',
      value: { conversationId: conversationId(row), clientId, who },
    });
    return ok(null);
  }

  /** Somebody calls the customer with the computer's own phone app. */
  logCall(id: string): Result<ConversationEventDto> {
    const row = this.#row(id);
    if (row === null) return notFound('conversation');
    return ok(logEvent(this.#context, row.id, 'called'));
  }

  addNote(id: string, text: string): Result<ConversationEventDto> {
    const row = this.#row(id);
    if (row === null) return notFound('conversation');
    return ok(logEvent(this.#context, row.id, 'note', text));
  }

  editNote(id: string, text: string): Result<ConversationEventDto> {
    const { conversationEvents } = this.#context.store;
    const row = rowOf('event', id);
    const note = row === null ? null : conversationEvents.byId(row);
    if (note?.kind !== 'note') return refuse('not-found.note');
    conversationEvents.setDetail(note.id, text);
    return ok(publishEvent(this.#context, { ...note, detail: text }));
  }

  /** Returns the note as it was. */
  removeNote(id: string): Result<ConversationEventDto> {
    const { conversationEvents } = this.#context.store;
    const row = rowOf('event', id);
    const note = row === null ? null : conversationEvents.byId(row);
    if (note?.kind !== 'note') return refuse('not-found.note');
    conversationEvents.remove(note.id);
    const value = toEventDto(note);
    this.#context.events.emit({ type: 'conversation.eventRemoved', value });
    return ok(value);
  }

  /** When the next snoozed conversation is to wake up. */
  get dueAt(): number | null {
    return this.#context.store.conversations.wakesAt();
  }

  /** Wakes the snoozed conversations whose time has come. */
  onDue(): void {
    const { store, clock } = this.#context;
    const now = clock.now();
    for (const id of store.conversations.toWake(now)) {
      this.#context.unit(() => {
        store.conversations.surface(id, now);
        logEvent(this.#context, id, 'woke');
        publishConversation(this.#context, id);
      });
    }
  }

  /** Restores a removed note as it was. */
  restoreNote(note: Input<typeof conversationsContract, 'notes.restore'>): Result<ConversationEventDto> {
    const row = this.#row(note.conversationId);
    if (row === null) return notFound('conversation');
    const event = publishEvent(
      this.#context,
      this.#context.store.conversationEvents.add({
        conversation_id: row.id,
        at: note.at,
        kind: 'note',
        detail: note.text,
        author: note.author,
      }),
    );
    return ok(event);
  }

  #change(id: string, change: (row: number) => boolean): Result<ConversationDto> {
    const row = this.#row(id);
    if (row === null) return notFound('conversation');
    if (change(row.id)) publishConversation(this.#context, row.id);
    return this.get(conversationId(row.id));
  }

  #toDto(row: ConversationRow): ConversationDto {
    return toConversationDto(row, this.#context.country());
  }

  #row(id: string): ConversationRow | null {
    const row = rowOf('conversation', id);
    return row === null ? null : this.#context.store.conversations.byId(row);
  }
}

function encodeCursor({ at, id }: PageKey): string {
  return `${at}.${id}`;
}

function decodeCursor(cursor: string): PageKey | null {
  const [, at, id] = /^(\d{1,16})\.(\d{1,15})$/.exec(cursor) ?? [];
  return at === undefined || id === undefined ? null : { at: Number(at), id: Number(id) };
}
