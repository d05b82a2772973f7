import type {
  ContactView,
  ConversationEventView,
  ConversationView,
  MessageView,
  TaskView,
} from '../../electron/shared/views.ts';
import type { MessageRange } from '../../electron/shared/contract.ts';
import { t } from '../text/format.ts';
import { Composer } from './composer.svelte.ts';
import type { DeskState } from './desk.svelte.ts';

/** What fills a screen and a bit; further pages are larger. */
const FIRST_PAGE = 30;
const PAGE = 60;
/** A text that was made so much before it left stands where it left. */
const LATER_MS = 60_000;

/** The right pane: one conversation, its texts and what is being written to it. */
export class Thread {
  conversation = $state.raw<ConversationView>() as ConversationView;
  /** In reading order. */
  messages = $state.raw<readonly MessageView[]>([]);
  /** What happened beside texts, in order. */
  events = $state.raw<readonly ConversationEventView[]>([]);
  tasks = $state.raw<readonly TaskView[]>([]);
  contact = $state.raw<ContactView | null>(null);
  hasOlder = $state(false);
  /** What is shown is not the end: somebody looks at what was found. */
  hasNewer = $state(false);
  loadingOlder = $state(false);
  /** The first text that was unread on opening: a line stands above it. */
  firstUnreadId = $state.raw<string | null>(null);
  /** The text or note somebody came to see. */
  target = $state.raw<string | null>(null);
  readonly composer: Composer;
  readonly desk: DeskState;
  #loadingNewer = false;

  constructor(desk: DeskState, conversation: ConversationView) {
    this.desk = desk;
    this.conversation = conversation;
    this.composer = new Composer(desk, this);
  }

  /** @param at the text or note to open at; null: where reading stopped, else the end */
  async load(at: string | null): Promise<void> {
    this.target = at;
    const range: MessageRange = at === null ? { from: 'unread' } : { from: 'around', id: at };
    await this.#load(range);
    // The texts are what was clicked for; what stands beside them may come a moment later.
    if (this.conversation.task !== null) void this.loadTasks();
    void this.loadContact();
  }

  async #load(range: MessageRange): Promise<void> {
    const page = await this.desk.ask('conversations.messages', { id: this.conversation.id, range, limit: FIRST_PAGE });
    if (page === null) return;
    this.hasOlder = page.hasOlder;
    this.hasNewer = page.hasNewer;
    // What was told while the page was on its way may be newer than the page.
    this.messages = this.messages.reduce((all, message) => withMessage(all, message, !page.hasNewer), page.items);
    this.events = this.events.reduce(withEvent, page.events);
    this.firstUnreadId = page.firstUnreadId;
  }

  async loadTasks(): Promise<void> {
    this.tasks = (await this.desk.ask('tasks.ofConversation', { conversationId: this.conversation.id })) ?? this.tasks;
  }

  async loadContact(): Promise<void> {
    this.contact = (await this.desk.ask('contacts.get', { conversationId: this.conversation.id })) ?? this.contact;
  }

  async loadOlder(): Promise<void> {
    const oldest = this.messages[0];
    if (!this.hasOlder || this.loadingOlder || oldest === undefined) return;
    this.loadingOlder = true;
    const page = await this.desk.ask('conversations.messages', {
      id: this.conversation.id,
      range: { from: 'before', id: oldest.id },
      limit: PAGE,
    });
    this.loadingOlder = false;
    if (page === null) return;
    this.messages = [...page.items.filter(({ id }) => !this.has(id)), ...this.messages];
    this.events = [...page.events.filter(({ id }) => !this.has(id)), ...this.events];
    this.hasOlder = page.hasOlder;
  }

  async loadNewer(): Promise<void> {
    const newest = this.messages.at(-1);
    if (!this.hasNewer || this.#loadingNewer || newest === undefined) return;
    this.#loadingNewer = true;
    const page = await this.desk.ask('conversations.messages', {
      id: this.conversation.id,
      range: { from: 'after', id: newest.id },
      limit: PAGE,
    });
    this.#loadingNewer = false;
    if (page === null) return;
    this.hasNewer = page.hasNewer;
    this.messages = page.items.reduce((all, message) => withMessage(all, message, true), this.messages);
    this.events = page.events.reduce(withEvent, this.events);
  }

  /** Back from what was found to what is said now. */
  async showEnd(): Promise<void> {
    this.target = null;
    if (!this.hasNewer) return;
    this.messages = [];
    this.events = [];
    await this.#load({ from: 'end' });
  }

  has(id: string): boolean {
    return this.messages.some((message) => message.id === id) || this.events.some((event) => event.id === id);
  }

  /** Only what somebody can see counts as read. */
  markRead(): void {
    if (this.conversation.unread > 0 && !this.#keptUnread && document.visibilityState === 'visible') {
      void this.desk.ask('conversations.markRead', { id: this.conversation.id });
    }
  }

  /** Marked so by hand: it stays, until it is opened again. */
  #keptUnread = false;

  async markUnread(): Promise<void> {
    this.#keptUnread = true;
    await this.desk.ask('conversations.markUnread', { id: this.conversation.id });
  }

  rename(name: string): void {
    if (name.trim() !== (this.conversation.name ?? '')) void this.changeContact({ name });
  }

  async changeContact(change: {
    name?: string;
    language?: string | null;
    notes?: string;
    fields?: { name: string; value: string }[];
  }): Promise<void> {
    const before = this.contact;
    const changed = await this.desk.ask('contacts.change', { conversationId: this.conversation.id, change });
    if (changed === null) return;
    this.contact = changed;
    const old = {
      name: before?.name ?? '',
      language: before?.language ?? null,
      notes: before?.notes ?? '',
      fields: [...(before?.fields ?? [])],
    };
    const undone = Object.fromEntries(Object.keys(change).map((key) => [key, old[key as keyof typeof old]]));
    this.desk.undo.offer(t.settings.saved, () => {
      void this.desk
        .ask('contacts.change', { conversationId: this.conversation.id, change: undone })
        .then((contact) => (this.contact = contact ?? this.contact));
    });
  }

  /** Takes a text back that has not left, and puts its words into the composer again. */
  async undo(message: MessageView): Promise<void> {
    await this.desk.takeBack(message);
  }

  resolve(message: MessageView, as: 'sent' | 'resend' | 'abandon'): void {
    void this.desk.ask('messages.resolve', { id: message.id, as });
  }

  /** The newest text that can still be taken back. */
  get undoable(): MessageView | null {
    return this.messages.findLast(({ state, reason }) => state === 'scheduled' && reason === null) ?? null;
  }

  applyConversation(conversation: ConversationView): void {
    if (conversation.id !== this.conversation.id) return;
    const before = this.conversation;
    this.conversation = conversation;
    if (conversation.draft !== before.draft) this.composer.draftChanged(conversation.draft);
    if (conversation.contactId !== before.contactId || conversation.name !== before.name) void this.loadContact();
    this.markRead();
  }

  applyEvent(event: ConversationEventView): void {
    if (event.conversationId === this.conversation.id) this.events = withEvent(this.events, event);
  }

  removeEvent(event: ConversationEventView): void {
    this.events = this.events.filter(({ id }) => id !== event.id);
  }

  /** Texts and events as they followed each other; what is to go out later stands below. */
  readonly entries = $derived(entriesOf(this.messages, this.events));

  applyMessage(message: MessageView): void {
    if (message.conversationId !== this.conversation.id) return;
    const isNew = !this.has(message.id);
    this.messages = withMessage(this.messages, message, !this.hasNewer);
    // The history at a glance counts it.
    if (isNew) void this.loadContact();
  }
}

function entriesOf(messages: readonly MessageView[], events: readonly ConversationEventView[]): readonly ThreadEntry[] {
  const texts = messages.map((message): ThreadEntry => ({ at: shownAt(message), id: message.id, message }));
  const others = events.map((event): ThreadEntry => ({ at: event.at, id: event.id, event }));
  return [...texts, ...others].toSorted((a, b) => a.at - b.at);
}

function shownAt({ createdAt, sentAt, state, reason, notBefore }: MessageView): number {
  const at = sentAt ?? (state === 'scheduled' && reason === null ? notBefore : null) ?? createdAt;
  return at - createdAt > LATER_MS ? at : createdAt;
}

/** @param append new ones belong to what is shown */
function withMessage(messages: readonly MessageView[], message: MessageView, append: boolean): readonly MessageView[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at >= 0) return messages.with(at, message);
  // One of an older page that changed comes with its page.
  return append && rowNumber(message.id) > rowNumber(messages.at(-1)?.id ?? 'm0') ? [...messages, message] : messages;
}

function rowNumber(id: string): number {
  return Number(id.slice(1));
}

export type ThreadEntry =
  | { readonly at: number; readonly id: string; readonly message: MessageView }
  | { readonly at: number; readonly id: string; readonly event: ConversationEventView };

function withEvent(
  events: readonly ConversationEventView[],
  event: ConversationEventView,
): readonly ConversationEventView[] {
  const at = events.findIndex(({ id }) => id === event.id);
  return at < 0 ? [...events, event] : events.with(at, event);
}
