import { SvelteMap } from 'svelte/reactivity';
import { toast } from 'svelte-sonner';
import type { AppState } from '../../electron/app/shop-contract.ts';
import type { ConversationListView } from '../../electron/features/conversations/constants.ts';
import type { LineDto } from '../../electron/features/lines/contract.ts';
import type { Settings } from '../../electron/features/settings/table.ts';
import type { Place } from '../../electron/shared/places.ts';
import type { DeskConnection } from '../lib/connection/desk-connection.ts';
import { Client } from '../lib/client.svelte.ts';
import { Unsaved } from '../lib/dialogs/unsaved.ts';
import { Dialogs } from '../lib/dialogs/dialogs.svelte.ts';
import { Prompts } from '../lib/dialogs/prompts.ts';
import { browserAddress, Places, type Address } from '../lib/places.svelte.ts';
import { t } from '../lib/text/format.ts';
import { openHelp } from '../features/help/dialogs.ts';
import { helpOfRefusal } from '../features/help/help-of.ts';
import { Attention } from '../features/attention/attention.svelte.ts';
import { ConversationList } from '../features/conversations/conversation-list.svelte.ts';
import { Finder } from '../features/conversations/search.svelte.ts';
import { OpenConversation } from './open-conversation.svelte.ts';
import { rememberAfterReload } from '../lib/after-reload.ts';
import { Reports } from '../features/reports/reports.svelte.ts';
import type { DeskServices, Suggestion } from './services.ts';
import { Shop } from './shop.svelte.ts';
import type { Thread } from '../features/conversations/thread.svelte.ts';
import { TypingIndicators } from '../features/conversations/typing-indicators.svelte.ts';
import { ContextMenus } from '../lib/context-menus.svelte.ts';
import { Undo } from '../lib/undo.svelte.ts';

/** What the window knows of the desk. The state of a single feature is kept there; this holds what the frame shows. */
export class AppStore implements DeskServices {
  readonly client: Client;
  /** Asks the desk; a refusal is shown to the person and answered with null. */
  readonly ask: Client['ask'];
  readonly list: ConversationList;
  readonly finder: Finder;
  /** What lies over the window. */
  readonly dialogs: Dialogs = new Dialogs({
    confirmLoss: () => this.#confirmLoss(),
    onUnreachable: () => toast.error(t.unreachable),
  });
  readonly prompts = new Prompts(this.dialogs);
  /** What is written on the page beside the sidebar. */
  readonly unsaved = new Unsaved(() => this.#confirmLoss());
  readonly undo = new Undo();
  readonly contextMenus = new ContextMenus();
  readonly typingIndicators = new TypingIndicators();
  /** What was promised to a customer, by conversation, until somebody notes it or waves it off. */
  readonly suggestions = new SvelteMap<string, Suggestion>();
  readonly attention: Attention;
  readonly reports: Reports;
  /** An id made up for this window; the other windows are told what it does. */
  readonly clientId = crypto.randomUUID();
  readonly #shop: Shop;
  readonly #opened: OpenConversation;
  readonly #places: Places;

  constructor(connection: DeskConnection, address: Address = browserAddress) {
    this.client = new Client(
      connection,
      () => void this.reload(),
      () => this.app !== null,
    );
    this.ask = this.client.ask.bind(this.client);
    this.client.learnMore = (refusal) => {
      const page = helpOfRefusal(refusal);
      return page === null ? null : () => openHelp(this, page);
    };
    this.#places = new Places(address, this.unsaved, (place) => void this.#cameTo(place));
    this.#shop = new Shop(this.client, () => void this.reload());
    this.list = new ConversationList(this);
    this.finder = new Finder(this);
    this.#opened = new OpenConversation(this, () => {
      if (this.place.at === 'inbox') this.#places.replace({ at: 'inbox', conversationId: this.chosenId });
    });
    this.attention = new Attention(this);
    this.reports = new Reports(this);
    this.#follow(this.client);
    connection.onOpen((id) => void this.open(id));
  }

  #follow(client: Client): void {
    const count = (): void => this.#shop.refreshCounts();
    client.on('conversation.changed', (conversation) => {
      this.list.apply(conversation);
      this.finder.apply(conversation);
      count();
    });
    client.on('contacts.changed', ({ many }) => {
      if (many) void this.reload();
    });
    client.on('conversation.typing', ({ conversationId, clientId, who }) => {
      if (clientId !== this.clientId) this.typingIndicators.heard(conversationId, who);
    });
    for (const event of ['message.changed', 'message.received'] as const) {
      client.on(event, (message) => {
        if (message.direction === 'out') this.typingIndicators.gone(message.conversationId);
        // The message was taken back, so nothing was promised.
        if (message.state === 'cancelled' && this.suggestions.get(message.conversationId)?.messageId === message.id)
          this.suggestions.delete(message.conversationId);
        count();
      });
    }
    client.on('tasks.changed', count);
    client.on('appointments.changed', count);
    client.on('order.changed', count);
    client.on('groupText.changed', count);
    // The data were replaced: nothing that is shown is valid any more.
    client.on('app.restored', ({ by }) => {
      if (by === 'backup') rememberAfterReload('say-restored');
      // Nothing that is shown is in the other shop.
      else this.#places.replace({ at: 'inbox', conversationId: null });
      window.location.reload();
    });
  }

  /** Null: not read yet. */
  get app(): AppState | null {
    return this.#shop.app;
  }

  get settings(): Settings | null {
    return this.app?.settings ?? null;
  }

  get lines(): readonly LineDto[] {
    return this.app?.lines ?? [];
  }

  /** The first one: with most shops the only one. */
  get line(): LineDto | null {
    return this.lines[0] ?? null;
  }

  lineOf(id: string): LineDto | null {
    return this.lines.find((line) => line.id === id) ?? null;
  }

  personName(id: string | null): string | null {
    return this.app?.people.find((person) => person.id === id)?.name ?? null;
  }

  /** The conversation that is open. */
  get thread(): Thread | null {
    return this.#opened.thread;
  }

  /** The one that was chosen last: marked in the list before its texts are there. */
  get chosenId(): string | null {
    return this.#opened.chosenId;
  }

  /** What stands beside the sidebar. */
  get place(): Place {
    return this.#places.current;
  }

  /** How often somebody has gone somewhere, also to where they were. */
  get moves(): number {
    return this.#places.moves;
  }

  go(place: Place): void {
    this.#places.go(place);
  }

  /** With the conversation that was open there. */
  showInbox(): void {
    this.go({ at: 'inbox', conversationId: this.chosenId });
  }

  /** What the address of the window leads to, once it is there. */
  async start(): Promise<void> {
    const { place } = this;
    await Promise.all([this.reload(), this.#cameTo(place)]);
  }

  /** Reads everything anew: at the start, after a lost connection, on another line. */
  async reload(): Promise<void> {
    const listed = this.list.reload();
    await this.#shop.read();
    await listed;
    await this.finder.find();
    await this.#opened.refresh();
  }

  async setView(view: ConversationListView, tagId: string | null = null): Promise<void> {
    this.showInbox();
    this.finder.setQuery('');
    await this.list.setView(view, tagId);
  }

  /** Somebody wants to see a conversation, or one text or note in it. */
  async open(id: string, at: string | null = null): Promise<void> {
    this.#opened.chosenId = id;
    this.showInbox();
    this.list.position = this.list.items.findIndex((item) => item.id === id);
    await this.#opened.open(id, at);
  }

  /** The list is shown, and no conversation beside it. */
  leaveConversation(): void {
    this.#opened.leave();
    this.showInbox();
  }

  openNeighbour(steps: number): void {
    if (this.finder.isSearching) {
      this.finder.step(steps);
      return;
    }
    const next = this.list.neighbour(this.chosenId, steps);
    if (next !== null) void this.open(next.id);
  }

  #confirmLoss(): Promise<boolean> {
    return this.prompts.confirm(t.confirm.leaveTitle, t.confirm.leaveBody, t.confirm.leave);
  }

  /** Reached by going back, by a link, or by reloading the page. */
  async #cameTo(place: Place): Promise<void> {
    await this.dialogs.leaveAll();
    if (place.at !== 'inbox' || place.conversationId === this.chosenId) return;
    if (place.conversationId !== null) await this.open(place.conversationId);
    else this.#opened.leave();
  }
}
