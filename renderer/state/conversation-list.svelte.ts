import type { ConversationListView, ConversationView } from '../../electron/shared/views.ts';
import type { DeskState } from './desk.svelte.ts';

const PAGE = 60;
const SEARCH_DELAY_MS = 150;

/** The middle pane: one view's conversations, kept in order as they change. */
export class ConversationList {
  view = $state<ConversationListView>('open');
  search = $state('');
  items = $state.raw<readonly ConversationView[]>([]);
  loaded = $state(false);
  /** While the pointer is over the list its order stands still; what would move waits here. */
  held = $state.raw<ReadonlyMap<string, ConversationView>>(new Map());
  readonly #desk: DeskState;
  #next: string | null = null;
  #loading = false;
  /** Changes told since the page that is being read was asked for; null: none is. */
  #meanwhile: Map<string, ConversationView> | null = null;
  #hovered = false;
  #generation = 0;
  #searchTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(desk: DeskState) {
    this.#desk = desk;
  }

  async setView(view: ConversationListView): Promise<void> {
    this.view = view;
    await this.reload();
  }

  setSearch(search: string): void {
    this.search = search;
    if (this.#searchTimer !== null) clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => void this.reload(), SEARCH_DELAY_MS);
  }

  async reload(): Promise<void> {
    const generation = ++this.#generation;
    this.#meanwhile = new Map();
    const page = await this.#page(null);
    if (page === null || generation !== this.#generation) return;
    this.#next = page.next;
    // What was told while the page was on its way may be newer than the page.
    let { items } = page;
    for (const conversation of this.#meanwhile.values()) items = this.#placed(items, conversation);
    this.#meanwhile = null;
    this.items = items;
    this.held = new Map();
    this.loaded = true;
  }

  async loadMore(): Promise<void> {
    if (this.#next === null || this.#loading) return;
    this.#loading = true;
    const generation = this.#generation;
    const page = await this.#page(this.#next);
    this.#loading = false;
    if (page === null || generation !== this.#generation) return;
    const known = new Set(this.items.map(({ id }) => id));
    this.items = [...this.items, ...page.items.filter(({ id }) => !known.has(id))];
    this.#next = page.next;
  }

  /** Customers' texts among what waits: what is worth a sign. */
  get heldTexts(): number {
    return [...this.held.values()].filter(({ unread }) => unread > 0).length;
  }

  /** The pointer came or went: nothing moves under it. */
  setHovered(hovered: boolean): void {
    this.#hovered = hovered;
    if (!hovered) this.release();
  }

  release(): void {
    if (this.held.size === 0) return;
    let { items } = this;
    for (const conversation of this.held.values()) items = this.#placed(items, conversation);
    this.items = items;
    this.held = new Map();
  }

  apply(conversation: ConversationView): void {
    this.#meanwhile?.set(conversation.id, conversation);
    const at = this.items.findIndex(({ id }) => id === conversation.id);
    const placed = this.#placed(this.items, conversation);
    const moves = at < 0 ? placed.length !== this.items.length : placed[at]?.id !== conversation.id;
    if (!moves || !this.#hovered) {
      this.items = placed;
      return;
    }
    this.held = new Map(this.held).set(conversation.id, conversation);
    if (at >= 0) this.items = this.items.with(at, conversation);
  }

  #placed(items: readonly ConversationView[], conversation: ConversationView): readonly ConversationView[] {
    const others = items.filter(({ id }) => id !== conversation.id);
    if (!this.#belongs(conversation)) return others.length === items.length ? items : others;
    const before = (a: ConversationView, b: ConversationView): boolean =>
      this.view === 'waiting' ? (a.waitingSince ?? 0) <= (b.waitingSince ?? 0) : a.lastActivityAt >= b.lastActivityAt;
    const index = others.findIndex((other) => before(conversation, other));
    // Below the last one loaded: it comes with its page.
    if (index < 0 && this.#next !== null) return others;
    return others.toSpliced(index < 0 ? others.length : index, 0, conversation);
  }

  #belongs({ status, waitingSince, number, name, id, drawer }: ConversationView): boolean {
    if (drawer !== (this.view === 'operator')) return false;
    if (this.search !== '') {
      const wanted = this.search.toLowerCase();
      const digits = wanted.replace(/\D/g, '').replace(/^0+/, '');
      const known = this.items.some((item) => item.id === id);
      if (!known && !(name ?? '').toLowerCase().includes(wanted) && (digits === '' || !number.includes(digits)))
        return false;
    }
    switch (this.view) {
      case 'all':
      case 'operator':
        return true;
      case 'waiting':
        return status === 'open' && waitingSince !== null;
      default:
        return status === this.view;
    }
  }

  #page(after: string | null) {
    const search = searchTerm(this.search);
    return this.#desk.ask('conversations.list', { view: this.view, after, limit: PAGE, search });
  }
}

/** Numbers are kept as +49171...: their digits are looked for without spaces and the leading zero. */
function searchTerm(written: string): string | null {
  const trimmed = written.trim();
  if (trimmed === '') return null;
  return /^[\d\s+()/-]+$/.test(trimmed) ? trimmed.replace(/\D/g, '').replace(/^0+/, '') : trimmed;
}
