import type { ConversationEventView, ConversationView, MessageView } from '../../electron/shared/views.ts';
import { Composer } from './composer.svelte.ts';
import type { DeskState } from './desk.svelte.ts';

const PAGE = 60;

/** The right pane: one conversation, its texts and what is being written to it. */
export class Thread {
  conversation = $state.raw<ConversationView>() as ConversationView;
  /** In reading order. */
  messages = $state.raw<readonly MessageView[]>([]);
  /** What happened beside texts, in order. */
  events = $state.raw<readonly ConversationEventView[]>([]);
  hasOlder = $state(false);
  loadingOlder = $state(false);
  /** The first text that was unread on opening: a line stands above it. */
  firstUnreadId: string | null = null;
  readonly composer: Composer;
  readonly #desk: DeskState;

  constructor(desk: DeskState, conversation: ConversationView) {
    this.#desk = desk;
    this.conversation = conversation;
    this.composer = new Composer(desk, this);
  }

  async loadNewest(): Promise<void> {
    const page = await this.#desk.ask('conversations.messages', {
      id: this.conversation.id,
      before: null,
      limit: PAGE,
    });
    if (page === null) return;
    // What was told while the page was on its way may be newer than the page.
    this.messages = this.messages.reduce(withMessage, page.items);
    this.events = this.events.reduce(withEvent, page.events);
    this.hasOlder = page.hasMore;
    const { unread } = this.conversation;
    this.firstUnreadId =
      unread > 0 ? (this.messages.filter(({ direction }) => direction === 'in').at(-unread)?.id ?? null) : null;
  }

  async loadOlder(): Promise<void> {
    const oldest = this.messages[0];
    if (!this.hasOlder || this.loadingOlder || oldest === undefined) return;
    this.loadingOlder = true;
    const page = await this.#desk.ask('conversations.messages', {
      id: this.conversation.id,
      before: oldest.id,
      limit: PAGE,
    });
    this.loadingOlder = false;
    if (page === null) return;
    this.messages = [...page.items, ...this.messages];
    this.events = [...page.events, ...this.events];
    this.hasOlder = page.hasMore;
  }

  /** Only what somebody can see counts as read. */
  markRead(): void {
    if (this.conversation.unread > 0 && document.visibilityState === 'visible') {
      void this.#desk.ask('conversations.markRead', { id: this.conversation.id });
    }
  }

  setStatus(status: 'open' | 'closed'): void {
    void this.#desk.ask('conversations.setStatus', { id: this.conversation.id, status });
  }

  rename(name: string): void {
    if (name.trim() !== (this.conversation.name ?? '')) {
      void this.#desk.ask('conversations.rename', { id: this.conversation.id, name });
    }
  }

  /** Takes a text back that has not left, and puts its words into the composer again. */
  async undo(message: MessageView): Promise<void> {
    const cancelled = await this.#desk.ask('messages.cancel', { id: message.id });
    if (cancelled !== null && this.composer.text.trim() === '') this.composer.setText(message.text);
  }

  resolve(message: MessageView, as: 'sent' | 'resend' | 'abandon'): void {
    void this.#desk.ask('messages.resolve', { id: message.id, as });
  }

  /** The newest text that can still be taken back. */
  get undoable(): MessageView | null {
    return this.messages.findLast(({ state, reason }) => state === 'scheduled' && reason === null) ?? null;
  }

  applyConversation(conversation: ConversationView): void {
    if (conversation.id !== this.conversation.id) return;
    this.conversation = conversation;
    this.markRead();
  }

  applyEvent(event: ConversationEventView): void {
    if (event.conversationId === this.conversation.id) this.events = withEvent(this.events, event);
  }

  /** Texts and events as they followed each other. */
  get entries(): readonly ThreadEntry[] {
    const texts = this.messages.map((message): ThreadEntry => ({ at: message.createdAt, id: message.id, message }));
    const events = this.events.map((event): ThreadEntry => ({ at: event.at, id: event.id, event }));
    return events.length === 0 ? texts : [...texts, ...events].toSorted((a, b) => a.at - b.at);
  }

  applyMessage(message: MessageView): void {
    if (message.conversationId !== this.conversation.id) return;
    this.messages = withMessage(this.messages, message);
  }
}

function withMessage(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  return at < 0 ? [...messages, message] : messages.with(at, message);
}

export type ThreadEntry =
  | { readonly at: number; readonly id: string; readonly message: MessageView }
  | { readonly at: number; readonly id: string; readonly event: ConversationEventView };

function withEvent(
  events: readonly ConversationEventView[],
  event: ConversationEventView,
): readonly ConversationEventView[] {
  return events.some(({ id }) => id === event.id) ? events : [...events, event];
}
