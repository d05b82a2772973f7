import type { GroupTextPageDto, GroupTextDto } from '../../../electron/features/campaigns/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';

const AT_ONCE = 100;
/**
 * Every message that is sent causes an event; what is shown is read again once none has come for this long, or at most so often.
 */
const DELAY_MS = 400;

/** Texts to many, as long as they are looked at. */
export class GroupTexts {
  all = $state.raw<readonly GroupTextDto[] | null>(null);
  /** The one that is looked at closely. */
  page = $state.raw<GroupTextPageDto | null>(null);
  readonly #desk: AppStore;
  #shown: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(desk: AppStore) {
    this.#desk = desk;
  }

  async load(): Promise<void> {
    this.all = (await this.#desk.ask('groupTexts.list', {})) ?? this.all;
  }

  async show(id: string | null): Promise<void> {
    this.#shown = id;
    if (id === null) this.page = null;
    else await this.#read(id, AT_ONCE);
  }

  async more(): Promise<void> {
    const { page } = this;
    if (page?.next == null) return;
    const next = await this.#desk.ask('groupTexts.page', { id: page.groupText.id, after: page.next, limit: AT_ONCE });
    if (next !== null && page === this.page) this.page = { ...next, items: [...page.items, ...next.items] };
  }

  /** Keeps up with what goes out; returns the function that stops it. */
  follow(): () => void {
    const readSoon = (): void => {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        void this.load();
        if (this.#shown !== null) void this.#read(this.#shown, this.page?.items.length ?? AT_ONCE);
      }, DELAY_MS);
    };
    const { client } = this.#desk;
    // Who writes after one is counted with it.
    const stops = [client.on('groupText.changed', readSoon), client.on('message.received', readSoon)];
    return () => {
      for (const stop of stops) stop();
      if (this.#timer !== null) clearTimeout(this.#timer);
    };
  }

  /** Reads as many as were shown, so that the list does not jump while somebody looks at it. */
  async #read(id: string, wanted: number): Promise<void> {
    let after: string | null = null;
    let items: GroupTextPageDto['items'] = [];
    let page: GroupTextPageDto | null = null;
    do {
      const limit = Math.min(200, Math.max(AT_ONCE, wanted - items.length));
      page = await this.#desk.ask('groupTexts.page', { id, after, limit });
      if (page === null || this.#shown !== id) return;
      items = [...items, ...page.items];
      after = page.next;
    } while (after !== null && items.length < wanted);
    this.page = { ...page, items };
  }
}
