import type { SearchAnswer } from '../../../electron/features/conversations/contract.ts';
import { parseSearch } from '../../../electron/shared/search-query.ts';
import { Recent } from '../../lib/recent.svelte.ts';
import type { DeskServices } from '../../frame/services.ts';

const DELAY_MS = 120;
const SHOWN = 60;
const AGAIN_MS = 1_000;

/** What is looked for, and what was found. */
export class Finder {
  query = $state('');
  answer = $state.raw<SearchAnswer | null>(null);
  /** What was looked for and found. It names customers: nothing of it outlives the window. */
  readonly recent = new Recent(6);
  readonly #desk: DeskServices;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #generation = 0;
  #again: ReturnType<typeof setTimeout> | null = null;
  /** Goes so many of the answers on; the list of them sets it. */
  step: (steps: number) => void = () => {};

  constructor(desk: DeskServices) {
    this.#desk = desk;
  }

  /** The words to mark in what was found. */
  readonly terms = $derived(parseSearch(this.query).terms);
  readonly isSearching = $derived(this.query.trim() !== '');

  setQuery(query: string): void {
    this.query = query;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (!this.isSearching) {
      this.#generation += 1;
      this.answer = null;
      return;
    }
    this.#timer = setTimeout(() => void this.find(), DELAY_MS);
  }

  /** Something of it was opened: it was worth asking. */
  remember(): void {
    this.recent.add(this.query.trim());
  }

  async find(): Promise<void> {
    const generation = ++this.#generation;
    if (!this.isSearching) return;
    const answer = await this.#desk.ask('search.find', { query: this.query.slice(0, 300), limit: SHOWN });
    if (answer !== null && generation === this.#generation) this.answer = answer;
  }

  /** Results are updated at once, and searched again once no change has come for a while: something new may match. */
  apply(conversation: SearchAnswer['conversations'][number]): void {
    if (this.isSearching && this.#again === null) {
      this.#again = setTimeout(() => {
        this.#again = null;
        void this.find();
      }, AGAIN_MS);
    }
    if (this.answer === null || !this.answer.conversations.some(({ id }) => id === conversation.id)) return;
    const conversations = this.answer.conversations.map((each) => (each.id === conversation.id ? conversation : each));
    this.answer = { ...this.answer, conversations };
  }
}
