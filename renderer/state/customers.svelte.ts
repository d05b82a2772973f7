import { SvelteSet } from 'svelte/reactivity';
import type { ContactEntryView } from '../../electron/shared/views.ts';
import { t } from '../text/format.ts';
import type { DeskState } from './desk.svelte.ts';

const AT_ONCE = 100;

/** The list of customers, as long as it is looked at. */
export class Customers {
  items = $state.raw<readonly ContactEntryView[] | null>(null);
  /** Of all that fit; null: more than are counted. */
  total = $state<number | null>(null);
  groupId = $state<string | null>(null);
  query = $state('');
  readonly marked = new SvelteSet<string>();
  readonly #desk: DeskState;
  #next: string | null = null;
  #generation = 0;
  #isLoading = false;

  constructor(desk: DeskState) {
    this.#desk = desk;
  }

  /** From the beginning, as many as were shown. */
  async load(): Promise<void> {
    const generation = ++this.#generation;
    const limit = Math.min(200, Math.max(AT_ONCE, this.items?.length ?? 0));
    const filter = { groupId: this.groupId, query: this.query };
    const page = await this.#desk.ask('contacts.list', { ...filter, after: null, limit });
    if (generation !== this.#generation || page === null) return;
    this.items = page.items;
    this.total = page.total;
    this.#next = page.next;
  }

  async loadMore(): Promise<void> {
    if (this.#next === null || this.#isLoading) return;
    const generation = this.#generation;
    const filter = { groupId: this.groupId, query: this.query };
    this.#isLoading = true;
    const page = await this.#desk.ask('contacts.list', { ...filter, after: this.#next, limit: AT_ONCE });
    this.#isLoading = false;
    if (generation !== this.#generation || page === null) return;
    this.items = [...(this.items ?? []), ...page.items];
    this.#next = page.next;
  }

  show(groupId: string | null): void {
    this.groupId = groupId;
    this.marked.clear();
    void this.load();
  }

  toggle(id: string): void {
    if (!this.marked.delete(id)) this.marked.add(id);
  }

  /** Gives those that are marked a tag, or takes it from them where all have it. */
  async tag(): Promise<void> {
    const ids = [...this.marked];
    const marked = (this.items ?? []).filter(({ id }) => this.marked.has(id));
    const has = (tagId: string): boolean => marked.every(({ tagIds }) => tagIds.includes(tagId));
    const tag = await this.#desk.pickTag(has);
    if (tag === null) return;
    const gives = !has(tag.id);
    const done = await this.#desk.ask('contacts.setTag', { ids, tagId: tag.id, has: gives });
    if (done === null || done.ids.length === 0) return;
    const undo = { ids: [...done.ids], tagId: tag.id, has: !gives };
    const words = gives ? t.customers.tagged : t.customers.untagged;
    this.#desk.undo.offer(words(tag.name, done.ids.length), () => void this.#desk.ask('contacts.setTag', undo));
    this.marked.clear();
  }
}
