import { conversationId, rowOf } from '../shared/ids.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type {
  ConversationCounts,
  ConversationEventView,
  ConversationListView,
  ConversationView,
  MessageView,
} from '../shared/views.ts';
import type { PageKey } from '../store/conversations.ts';
import { announceConversation, type DeskContext } from './context.ts';
import { conversationView, eventView, messageView } from './view.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back as `after` for what follows; null: that was all. */
  readonly next: string | null;
}

/** Names and notes a person keeps short. */
const MAX_NAME_LENGTH = 80;

/** What the operator does with conversations. */
export class Conversations {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  list(
    view: ConversationListView,
    after: string | null,
    limit: number,
    search: string | null,
  ): Result<Page<ConversationView>> {
    const key = after === null ? null : decodeCursor(after);
    if (after !== null && key === null)
      return refuse('bad-input', 'This is not a page marker that was given out here.');
    const rows = this.#context.store.conversations.page(view, key, limit + 1, search);
    const items = rows.slice(0, limit).map((row) => conversationView(row, this.#context.country()));
    const last = rows[limit - 1];
    const at = last === undefined ? null : view === 'waiting' ? last.waiting_since : last.last_activity_at;
    const next = rows.length > limit && last !== undefined && at !== null ? encodeCursor({ at, id: last.id }) : null;
    return ok({ items, next });
  }

  get(id: string): Result<ConversationView> {
    const row = this.#row(id);
    return row === null ? notFound() : ok(conversationView(row, this.#context.country()));
  }

  /** A page of texts in reading order, the newest page first; `before` is the id of the oldest one known. */
  messages(
    id: string,
    before: string | null,
    limit: number,
  ): Result<{ items: readonly MessageView[]; hasMore: boolean; events: readonly ConversationEventView[] }> {
    const row = this.#row(id);
    if (row === null) return notFound();
    const end = before === null ? Number.MAX_SAFE_INTEGER : rowOf('m', before);
    if (end === null) return refuse('bad-input', 'This is not a message’s id.');
    const rows = this.#context.store.messages.ofConversation(row.id, end, limit + 1);
    const hasMore = rows.length > limit;
    const items = rows.slice(0, limit).toReversed();
    // The page's own time, without a gap to the pages beside it.
    const from = hasMore ? (items[0]?.created_at ?? 0) : 0;
    const next = before === null ? null : this.#context.store.messages.byId(end);
    const events = this.#context.store.conversationEvents.between(
      row.id,
      from,
      next?.created_at ?? Number.MAX_SAFE_INTEGER,
    );
    return ok({ items: items.map(messageView), hasMore, events: events.map(eventView) });
  }

  counts(): ConversationCounts {
    return this.#context.store.conversations.counts();
  }

  markRead(id: string): Result<ConversationView> {
    return this.#change(id, (row) => this.#context.store.conversations.markRead(row));
  }

  setStatus(id: string, status: 'open' | 'closed'): Result<ConversationView> {
    return this.#change(id, (row) => {
      this.#context.store.conversations.setStatus(row, status);
      return true;
    });
  }

  setDraft(id: string, draft: string): Result<ConversationView> {
    return this.#change(id, (row) => {
      this.#context.store.conversations.setDraft(row, draft);
      return true;
    });
  }

  /** The customer's name; an empty one forgets it. */
  rename(id: string, name: string): Result<ConversationView> {
    const { store, clock } = this.#context;
    const row = this.#row(id);
    if (row === null) return notFound();
    store.transaction(() => store.contacts.setName(row.number, name.trim().slice(0, MAX_NAME_LENGTH), clock.now()));
    announceConversation(this.#context, row.id);
    return this.get(id);
  }

  #change(id: string, change: (row: number) => boolean): Result<ConversationView> {
    const row = this.#row(id);
    if (row === null) return notFound();
    if (change(row.id)) announceConversation(this.#context, row.id);
    return this.get(conversationId(row.id));
  }

  #row(id: string) {
    const row = rowOf('c', id);
    return row === null ? null : this.#context.store.conversations.byId(row);
  }
}

function notFound(): Result<never> {
  return refuse('not-found', 'There is no such conversation.');
}

function encodeCursor({ at, id }: PageKey): string {
  return `${at}.${id}`;
}

function decodeCursor(cursor: string): PageKey | null {
  const [, at, id] = /^(\d{1,16})\.(\d{1,15})$/.exec(cursor) ?? [];
  return at === undefined || id === undefined ? null : { at: Number(at), id: Number(id) };
}
