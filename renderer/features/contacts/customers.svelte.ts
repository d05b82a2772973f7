import { SvelteSet } from 'svelte/reactivity';
import type { ContactEntryDto, ContactPageDto } from '../../../electron/features/contacts/contract.ts';
import { t } from '../../lib/text/format.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { pickTag } from '../shop-lists/shop-lists.ts';

const AT_ONCE = 100;
/** As many as the desk takes at once for a file. */
const MOST_MARKED = 5_000;
const TAGGED_AT_ONCE = 500;

/** The list of customers, as long as it is looked at. */
export class Customers {
  items = $state.raw<readonly ContactEntryDto[] | null>(null);
  /** The number of all that match; null: there are more than are counted. */
  total = $state<number | null>(null);
  groupId = $state<string | null>(null);
  query = $state('');
  readonly marked = new SvelteSet<string>();
  readonly #desk: AppStore;
  #next: string | null = null;
  #last: string | null = null;
  #generation = 0;
  #isLoading = false;

  constructor(desk: AppStore) {
    this.#desk = desk;
  }

  /** Reads from the beginning, as many as were shown, so that the list does not jump while somebody looks at it. */
  async load(): Promise<void> {
    const generation = ++this.#generation;
    const filter = { groupId: this.groupId, query: this.query };
    const wanted = Math.max(AT_ONCE, this.items?.length ?? 0);
    const items: ContactEntryDto[] = [];
    let after: string | null = null;
    do {
      const limit = Math.min(200, wanted - items.length);
      const page: ContactPageDto | null = await this.#desk.ask('contacts.list', { ...filter, after, limit });
      if (generation !== this.#generation || page === null) return;
      items.push(...page.items);
      after = page.next;
      this.total = page.total;
    } while (after !== null && items.length < wanted);
    this.items = items;
    this.#next = after;
    // Nothing may be done to customers who are not shown.
    const shown = new Set(items.map(({ id }) => id));
    for (const id of this.marked) if (!shown.has(id)) this.marked.delete(id);
  }

  /** What is shown from now on is something else. */
  look(): void {
    this.items = null;
    void this.load();
  }

  /** Marks all that match, including those further down; or none, where all are marked. */
  async markAll(): Promise<void> {
    const isAll = (this.items ?? []).every(({ id }) => this.marked.has(id)) && this.#next === null;
    this.marked.clear();
    if (isAll) return;
    while (this.#next !== null && (this.items?.length ?? 0) < MOST_MARKED) await this.loadMore();
    for (const { id } of (this.items ?? []).slice(0, MOST_MARKED)) this.marked.add(id);
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
    this.look();
  }

  /** @param isRange also marks all between it and the one that was marked last */
  toggle(id: string, isRange: boolean): void {
    const items = this.items ?? [];
    const [from, to] = [items.findIndex((each) => each.id === this.#last), items.findIndex((each) => each.id === id)];
    this.#last = id;
    if (isRange && from >= 0)
      for (const each of items.slice(Math.min(from, to), Math.max(from, to) + 1)) this.marked.add(each.id);
    else if (!this.marked.delete(id)) this.marked.add(id);
  }

  /** Adds a tag to the marked customers, or removes it where all have it. */
  async tag(): Promise<void> {
    const ids = [...this.marked];
    const marked = (this.items ?? []).filter(({ id }) => this.marked.has(id));
    const has = (tagId: string): boolean => marked.every(({ tagIds }) => tagIds.includes(tagId));
    const tag = await pickTag(this.#desk, has);
    if (tag === null) return;
    const gives = !has(tag.id);
    const changed = await this.#setTag(ids, tag.id, gives);
    if (changed.length === 0) return;
    const words = gives ? t.customers.tagged : t.customers.untagged;
    this.#desk.undo.offer(words(tag.name, changed.length), () => void this.#setTag(changed, tag.id, !gives));
    this.marked.clear();
  }

  async #setTag(ids: readonly string[], tagId: string, has: boolean): Promise<readonly string[]> {
    const changed: string[] = [];
    for (let at = 0; at < ids.length; at += TAGGED_AT_ONCE) {
      const done = await this.#desk.ask('contacts.setTag', { ids: ids.slice(at, at + TAGGED_AT_ONCE), tagId, has });
      if (done === null) break;
      changed.push(...done.ids);
    }
    return changed;
  }
}
