import { numberOf } from '../../../electron/shared/ids.ts';
import { SvelteSet } from 'svelte/reactivity';
import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import { SORTABLE_VIEWS, type ConversationListView } from '../../../electron/features/conversations/constants.ts';
import type { DeskServices } from '../../frame/services.ts';

const PAGE = 50;
/** Marking more than this is probably a mistake. */
const MARKED_AT_MOST = 2_000;
/** The most the desk gives at once. */
const LARGEST_PAGE = 200;
/** Views that a conversation leaves when somebody is done with it. */
const LEFT_WHEN_DONE: ReadonlySet<ConversationListView> = new Set(['open', 'waiting', 'mine', 'unassigned', 'snoozed']);

export type ListOrder = 'newest' | 'longest';

/** The middle pane: one view's conversations, kept in order as they change. */
export class ConversationList {
  view = $state<ConversationListView>('open');
  order = $state<ListOrder>('newest');
  tagId = $state<string | null>(null);
  items = $state.raw<readonly ConversationDto[]>([]);
  loaded = $state(false);
  /** The desk did not answer: what is shown does not belong to this view. */
  failed = $state(false);
  /** While the pointer is over the list, or it is scrolled, its order stays; rows that would move are kept here. */
  held = $state.raw<ReadonlyMap<string, ConversationDto>>(new Map());
  /** Marked for doing something to several at once. */
  readonly marked = new SvelteSet<string>();
  /** The position of the open conversation, or its last one before it left the view. */
  position = -1;
  readonly #desk: DeskServices;
  #anchor: string | null = null;
  #next: string | null = null;
  #loading = false;
  #reading: Promise<void> | null = null;
  /** Changes reported since the page being read was asked for; null: no page is being read. */
  #meanwhile: Map<string, ConversationDto> | null = null;
  #hovered = false;
  #scrolled = false;
  #generation = 0;

  constructor(desk: DeskServices) {
    this.#desk = desk;
  }

  async setView(view: ConversationListView, tagId: string | null = null): Promise<void> {
    this.view = view;
    this.tagId = tagId;
    this.marked.clear();
    this.loaded = false;
    await this.reload();
  }

  async setOrder(order: ListOrder): Promise<void> {
    this.order = order;
    this.loaded = false;
    await this.reload();
  }

  /** Resolves when what is shown is of this view, or could not be read. */
  async settled(): Promise<void> {
    while (!this.loaded && this.#reading !== null) await this.#reading;
  }

  /** Reads as many as were shown: somebody who has scrolled far down stays there. */
  async reload(): Promise<void> {
    const reading = this.#read();
    this.#reading = reading;
    await reading;
    if (this.#reading === reading) this.#reading = null;
  }

  async #read(): Promise<void> {
    const generation = ++this.#generation;
    this.#meanwhile = new Map();
    const wanted = this.loaded ? this.items.length : 0;
    let page = await this.#page(null, Math.min(LARGEST_PAGE, Math.max(PAGE, wanted)));
    while (page !== null && page.next !== null && page.items.length < wanted) {
      const more = await this.#page(page.next, LARGEST_PAGE);
      page = more === null ? null : { items: [...page.items, ...more.items], next: more.next };
    }
    if (generation !== this.#generation) return;
    this.failed = page === null;
    if (page === null) {
      this.#meanwhile = null;
      // Another view's conversations under this view's name would be worse than none.
      if (!this.loaded) this.items = [];
      return;
    }
    this.#next = page.next;
    // Changes reported while the page was on its way may be newer than the page.
    let { items } = page;
    for (const conversation of this.#meanwhile.values()) items = this.#placed(items, conversation);
    this.#meanwhile = null;
    this.items = items;
    this.held = new Map();
    this.loaded = true;
  }

  async loadMore(): Promise<void> {
    // Behind a page that is being read anew stands what comes after that one.
    if (this.#next === null || this.#loading || this.#meanwhile !== null) return;
    this.#loading = true;
    const generation = this.#generation;
    const page = await this.#page(this.#next, PAGE);
    this.#loading = false;
    if (page === null || generation !== this.#generation) return;
    const known = new Set(this.items.map(({ id }) => id));
    this.items = [...this.items, ...page.items.filter(({ id }) => !known.has(id))];
    this.#next = page.next;
  }

  /** The conversation this many places after the open (or last open) one; null at the ends. */
  neighbour(openId: string | null, steps: number): ConversationDto | null {
    const at = this.items.findIndex(({ id }) => id === openId);
    // The open one has left the view: the one that took its place is next.
    const from = at >= 0 ? at : steps > 0 ? this.position - 1 : this.position;
    return this.items[Math.max(0, Math.min(this.items.length - 1, from + steps))] ?? null;
  }

  /**
   * Which conversation to look at when some are done with: the one below the open one, or above it at the end of the list.
   * @param done ids of those that are about to leave the view
   * @returns null: none is left; undefined: the open one stays where it is
   */
  successor(openId: string | null, done: readonly string[]): ConversationDto | null | undefined {
    const isLeaving = openId !== null && done.includes(openId) && LEFT_WHEN_DONE.has(this.view);
    const at = this.items.findIndex(({ id }) => id === openId);
    if (!isLeaving || at < 0) return undefined;
    const isLeft = ({ id }: ConversationDto): boolean => !done.includes(id);
    return this.items.slice(at + 1).find(isLeft) ?? this.items.slice(0, at).findLast(isLeft) ?? null;
  }

  get markedOnes(): readonly ConversationDto[] {
    return this.marked.size === 0 ? [] : this.items.filter(({ id }) => this.marked.has(id));
  }

  /** Marks one, or all from the one marked last. */
  mark(id: string, reach: 'one' | 'range'): void {
    const from = this.items.findIndex((item) => item.id === this.#anchor);
    const to = this.items.findIndex((item) => item.id === id);
    if (reach === 'range' && from >= 0 && to >= 0) {
      for (const item of this.items.slice(Math.min(from, to), Math.max(from, to) + 1)) this.marked.add(item.id);
      return;
    }
    this.#anchor = id;
    if (!this.marked.delete(id)) this.marked.add(id);
  }

  /** All there are, not only those that are loaded. */
  async markAll(): Promise<void> {
    const generation = this.#generation;
    while (this.#next !== null && this.items.length < MARKED_AT_MOST && generation === this.#generation) {
      const before = this.items.length;
      await this.loadMore();
      if (this.items.length === before) break;
    }
    for (const { id } of this.items.slice(0, MARKED_AT_MOST)) this.marked.add(id);
  }

  /** Customers' messages among the waiting changes: only these deserve a sign. */
  get heldTexts(): number {
    return [...this.held.values()].filter(({ unread }) => unread > 0).length;
  }

  /** The pointer came or went: nothing moves under it. */
  setHovered(hovered: boolean): void {
    this.#hovered = hovered;
    this.#settle();
  }

  /** Somebody looks further down: what comes in on top does not push the rows away. */
  setScrolled(scrolled: boolean): void {
    if (this.#scrolled === scrolled) return;
    this.#scrolled = scrolled;
    this.#settle();
  }

  #settle(): void {
    if (!this.#hovered && !this.#scrolled) this.release();
  }

  release(): void {
    if (this.held.size === 0) return;
    let { items } = this;
    for (const conversation of this.held.values()) items = this.#placed(items, conversation);
    this.items = items;
    this.held = new Map();
  }

  apply(conversation: ConversationDto): void {
    this.#meanwhile?.set(conversation.id, conversation);
    const at = this.items.findIndex(({ id }) => id === conversation.id);
    const placed = this.#placed(this.items, conversation);
    const moves = at < 0 ? placed.length !== this.items.length : placed[at]?.id !== conversation.id;
    if (!moves || !(this.#hovered || this.#scrolled)) {
      this.items = placed;
      // What waited here is older.
      if (this.held.has(conversation.id)) {
        const held = new Map(this.held);
        held.delete(conversation.id);
        this.held = held;
      }
      return;
    }
    this.held = new Map(this.held).set(conversation.id, conversation);
    if (at >= 0) this.items = this.items.with(at, conversation);
  }

  #placed(items: readonly ConversationDto[], conversation: ConversationDto): readonly ConversationDto[] {
    const others = items.filter(({ id }) => id !== conversation.id);
    if (!this.#belongs(conversation)) {
      this.marked.delete(conversation.id);
      // Closed in bulk, they leave room for what follows.
      if (others.length < PAGE) void this.loadMore();
      return others.length === items.length ? items : others;
    }
    const index = others.findIndex((other) => this.#standsBefore(conversation, other));
    // It is below the last row loaded, and comes with its page.
    if (index < 0 && this.#next !== null) return others;
    return others.toSpliced(index < 0 ? others.length : index, 0, conversation);
  }

  /** The same order as the desk's, also of those that came in the same millisecond. */
  #standsBefore(one: ConversationDto, other: ConversationDto): boolean {
    const by = this.#sortKey(one) - this.#sortKey(other);
    if (by !== 0) return by < 0;
    return this.#isNewestFirst ? numberOf(one.id) > numberOf(other.id) : numberOf(one.id) < numberOf(other.id);
  }

  /** Somebody may choose the order of this view. */
  get isSortable(): boolean {
    return SORTABLE_VIEWS.has(this.view);
  }

  get #isNewestFirst(): boolean {
    return this.view !== 'waiting' && this.view !== 'snoozed' && !(this.isSortable && this.order === 'longest');
  }

  /** Smaller stands higher. */
  #sortKey({ waitingSince, lastActivityAt, snoozedUntil }: ConversationDto): number {
    if (this.view === 'waiting') return waitingSince ?? 0;
    if (this.view === 'snoozed') return snoozedUntil ?? 0;
    return this.#isNewestFirst ? -lastActivityAt : (waitingSince ?? 8_000_000_000_000_000 - lastActivityAt);
  }

  #belongs({ status, waitingSince, isSystem, tagIds, assigneeId }: ConversationDto): boolean {
    if (isSystem !== (this.view === 'operator')) return false;
    if (this.tagId !== null && !tagIds.includes(this.tagId)) return false;
    switch (this.view) {
      case 'all':
      case 'operator':
        return true;
      case 'waiting':
        return status === 'open' && waitingSince !== null;
      case 'mine':
        return status === 'open' && assigneeId !== null && assigneeId === this.#desk.app?.currentAgentId;
      case 'unassigned':
        return status === 'open' && assigneeId === null;
      default:
        return status === this.view;
    }
  }

  #page(after: string | null, limit: number) {
    const { view, tagId } = this;
    const order = this.isSortable ? this.order : 'newest';
    return this.#desk.ask('conversations.list', { view, order, tagId, assigneeId: null, after, limit });
  }
}
