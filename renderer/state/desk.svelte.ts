import { toast } from 'svelte-sonner';
import type { Answers, AppState, Input, Method } from '../../electron/shared/contract.ts';
import type { ConversationListView, LineView, MessageView } from '../../electron/shared/views.ts';
import type { DeskConnection } from '../desk/desk-connection.ts';
import { UNDO_MS } from './composer.svelte.ts';
import { ConversationList } from './conversation-list.svelte.ts';
import { Thread } from './thread.svelte.ts';

/** Counts change with every text; they are read again when this much has been quiet. */
const COUNTS_DELAY_MS = 80;
/** By then a lost desk is known as such. */
const UNREACHABLE_DELAY_MS = 2_000;

/** What the window knows of the desk. */
export class DeskState {
  app = $state.raw<AppState | null>(null);
  reachable = $state(true);
  readonly list: ConversationList;
  thread = $state.raw<Thread | null>(null);
  /** The line whose page is shown in place of the inbox. */
  shownLine = $state<string | null>(null);
  readonly #connection: DeskConnection;
  #generation = 0;
  /** Being read: what is told meanwhile is for it as well. */
  #opening: Thread | null = null;
  #countsTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(connection: DeskConnection) {
    this.#connection = connection;
    this.list = new ConversationList(this);
    connection.subscribe('conversation.changed', (conversation) => {
      this.list.apply(conversation);
      this.thread?.applyConversation(conversation);
      this.#opening?.applyConversation(conversation);
      this.#refreshCounts();
    });
    connection.subscribe('conversation.event', (event) => {
      this.thread?.applyEvent(event);
      this.#opening?.applyEvent(event);
    });
    for (const event of ['message.changed', 'message.received'] as const) {
      connection.subscribe(event, (message) => {
        this.thread?.applyMessage(message);
        this.#opening?.applyMessage(message);
        this.#refreshCounts();
      });
    }
    connection.subscribe('line.changed', (line) => this.#applyLine(line));
    connection.subscribe('app.changed', () => void this.reload());
    connection.onReachable((reachable) => {
      this.reachable = reachable;
      if (reachable) void this.reload();
    });
  }

  get lines(): readonly LineView[] {
    return this.app?.lines ?? [];
  }

  /** The first one: with most shops the only one. */
  get line(): LineView | null {
    return this.lines[0] ?? null;
  }

  lineOf(id: string): LineView | null {
    return this.lines.find((line) => line.id === id) ?? null;
  }

  /** Reads everything anew: at the start, after a lost connection, on another line. */
  async reload(): Promise<void> {
    const app = await this.ask('app.state', {});
    if (app !== null) this.app = app;
    await this.list.reload();
    const open = this.thread;
    if (open !== null) await this.#show(open.conversation.id);
  }

  async setView(view: ConversationListView): Promise<void> {
    this.shownLine = null;
    await this.list.setView(view);
  }

  /** Somebody wants to see a conversation. */
  async open(id: string): Promise<void> {
    this.shownLine = null;
    await this.#show(id);
  }

  async #show(id: string): Promise<void> {
    const generation = ++this.#generation;
    await this.thread?.composer.saveDraft();
    const written = this.thread?.conversation.id === id ? this.thread.composer.text : null;
    const conversation = await this.ask('conversations.get', { id });
    if (conversation === null) {
      this.thread = null;
      return;
    }
    if (generation !== this.#generation) return;
    const thread = new Thread(this, conversation);
    this.#opening = thread;
    await thread.loadNewest();
    // Somebody clicked on another one meanwhile.
    if (generation !== this.#generation) return;
    this.#opening = null;
    // What is being written is newer than any draft: the desk may have been away while it was.
    const typed = this.thread?.conversation.id === id ? this.thread.composer.text : written;
    if (typed !== null && typed !== thread.composer.text) thread.composer.setText(typed);
    this.thread = thread;
    thread.markRead();
  }

  /** Follows what becomes of texts; returns the function that stops it. */
  onMessage(listener: (message: MessageView) => void): () => void {
    return this.#connection.subscribe('message.changed', listener);
  }

  /** Texts a number for the first time, or again. True: the desk took it. */
  async sendTo(to: string, text: string): Promise<boolean> {
    const sent = await this.ask('messages.send', {
      to,
      text,
      lineId: null,
      undoMs: UNDO_MS,
      key: crypto.randomUUID(),
    });
    if (sent !== null) await this.open(sent.conversationId);
    return sent !== null;
  }

  /** Asks the desk; a refusal is shown to the person and answered with null. */
  async ask<M extends Method>(method: M, input: Input<M>): Promise<Answers[M] | null> {
    const result = await this.#connection.invoke(method, input);
    if (result.ok) return result.value;
    // That the desk is away stands on top, as soon as the events' own connection has noticed it too.
    if (result.error.code !== 'unreachable') toast.error(result.error.message);
    else setTimeout(() => this.reachable && toast.error(result.error.message), UNREACHABLE_DELAY_MS);
    return null;
  }

  #applyLine(line: LineView): void {
    if (this.app === null) return;
    const lines = this.app.lines.map((each) => (each.id === line.id ? line : each));
    // The SIM has said that it is another line than the one expected.
    if (!lines.includes(line)) void this.reload();
    else this.app = { ...this.app, lines };
  }

  #refreshCounts(): void {
    if (this.#countsTimer !== null) return;
    this.#countsTimer = setTimeout(() => {
      this.#countsTimer = null;
      // Queue and counts in one: texts that may have gone out have a count of their own.
      void this.ask('app.state', {}).then((app) => {
        if (app !== null) this.app = app;
      });
    }, COUNTS_DELAY_MS);
  }
}
