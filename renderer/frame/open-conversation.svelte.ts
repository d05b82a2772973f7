import type { ConversationDto } from '../../electron/features/conversations/contract.ts';
import type { Result } from '../../electron/shared/result.ts';
import { Composer } from '../features/messaging/composer.svelte.ts';
import type { DeskServices } from './services.ts';
import { Thread } from '../features/conversations/thread.svelte.ts';

/** The conversation that is open, and what is being written in this and in others. */
export class OpenConversation {
  thread = $state.raw<Thread | null>(null);
  /** The one that was chosen last: marked in the list before its texts are there. */
  chosenId = $state<string | null>(null);
  /** What is being written, by conversation: kept until it is on the desk, whatever is opened meanwhile. */
  readonly #composers = new Map<string, Composer>();
  readonly #desk: DeskServices;
  readonly #onGone: () => void;
  #generation = 0;
  /** The conversation being read: events that come meanwhile also apply to it. */
  #opening: Thread | null = null;

  /** @param onGone called when the requested one cannot be shown: {@link chosenId} stays as it is */
  constructor(desk: DeskServices, onGone: () => void) {
    this.#desk = desk;
    this.#onGone = onGone;
    const { client } = desk;
    client.on('conversation.changed', (conversation) => {
      this.#each((thread) => thread.applyConversation(conversation));
      this.#composers.get(conversation.id)?.follow(conversation);
    });
    client.on('conversation.event', (event) => this.#each((thread) => thread.applyEvent(event)));
    client.on('conversation.eventRemoved', (event) => this.thread?.removeEvent(event));
    client.on('contact.changed', (contact) => this.#each((thread) => thread.applyContact(contact)));
    for (const event of ['message.changed', 'message.received'] as const) {
      client.on(event, (message) => {
        this.#each((thread) => thread.applyMessage(message));
        // With it a question leaves, or is taken back.
        if (message.source === '@appointment') this.#of(message.conversationId, (thread) => thread.loadAppointments());
      });
    }
    client.on('tasks.changed', ({ conversationId }) => this.#of(conversationId, (thread) => thread.loadTasks()));
    client.on('appointments.changed', ({ conversationId }) => {
      this.#of(conversationId ?? this.thread?.conversation.id ?? null, (thread) => thread.loadAppointments());
    });
    client.on('order.changed', ({ number }) => this.#ofNumber(number, (thread) => thread.loadOrders()));
    client.on('payment.changed', ({ number }) => this.#ofNumber(number, (thread) => thread.loadPayments()));
  }

  /** Shows it, or one text or note in it. */
  async open(id: string, at: string | null): Promise<void> {
    if (at !== null && this.thread?.conversation.id === id && this.thread.has(at)) {
      this.thread.target = at;
      return;
    }
    await this.#show(id, at);
  }

  /** Nothing is open any more; what was being written is kept. */
  leave(): void {
    this.#generation += 1;
    void this.thread?.composer.saveDraft();
    this.thread = null;
    this.chosenId = null;
  }

  /** After the desk was away. */
  async refresh(): Promise<void> {
    // What was written while the desk was away exists nowhere else.
    for (const composer of this.#composers.values()) void composer.saveDraft();
    const { thread } = this;
    if (thread === null) return;
    const found = await this.#desk.client.invoke('conversations.get', { id: thread.conversation.id });
    if (this.thread !== thread) return;
    if (found.ok) await thread.refresh(found.value);
    // The conversation was erased, with its line. A desk that is away does not discard what is being written.
    else if (found.error.code === 'not-found') {
      this.thread = null;
      this.#stayWithWhatIsOpen();
    }
  }

  async #show(id: string, at: string | null): Promise<void> {
    const generation = ++this.#generation;
    void this.thread?.composer.saveDraft();
    const known = this.#desk.list.items.find((item) => item.id === id) ?? null;
    const isOpen = this.thread?.conversation.id === id;
    // The list is as current as the desk: only conversations that it does not show are asked for.
    const found: Result<ConversationDto> =
      isOpen || known === null
        ? await this.#desk.client.invoke('conversations.get', { id })
        : { ok: true, value: known };
    if (generation !== this.#generation) return;
    if (!found.ok) {
      this.#desk.client.showError(found.error);
      // A desk that is away does not discard what is being written.
      if (found.error.code === 'not-found') this.thread = null;
      this.#stayWithWhatIsOpen();
      return;
    }
    const conversation = found.value;
    const thread = new Thread(this.#desk, conversation, this.#composerOf(conversation));
    this.#opening = thread;
    const isLoaded = await thread.load(at);
    // Somebody clicked on another one meanwhile.
    if (generation !== this.#generation) return;
    this.#opening = null;
    if (!isLoaded) {
      this.#stayWithWhatIsOpen();
      return;
    }
    this.thread = thread;
    for (const [each, composer] of this.#composers) if (each !== id && !composer.isDirty) this.#composers.delete(each);
    thread.markRead();
  }

  #stayWithWhatIsOpen(): void {
    this.chosenId = this.thread?.conversation.id ?? null;
    this.#onGone();
  }

  #composerOf(conversation: ConversationDto): Composer {
    const kept = this.#composers.get(conversation.id) ?? new Composer(this.#desk, conversation);
    kept.follow(conversation);
    this.#composers.set(conversation.id, kept);
    return kept;
  }

  #each(tell: (thread: Thread) => void): void {
    for (const thread of [this.thread, this.#opening]) if (thread !== null) tell(thread);
  }

  #of(conversationId: string | null, load: (thread: Thread) => Promise<void>): void {
    if (this.thread !== null && this.thread.conversation.id === conversationId) void load(this.thread);
  }

  #ofNumber(number: string | null, load: (thread: Thread) => Promise<void>): void {
    if (number !== null && this.thread?.conversation.number === number) void load(this.thread);
  }
}
