import type { OptOutEntry, OptOutList } from '../../shared/opt-out-list.ts';
import type { ConversationEventDto } from '../conversations/contract.ts';
import { rowOf } from '../../shared/ids.ts';
import type { DeskContext } from '../../core/context.ts';

/** Stands in the ledger in place of the customer's own words, which the list does not keep. */
const WORDING = { out: 'STOP, as kept beside the data', in: 'START, as kept beside the data' } as const;

/** Keeps the list of opt-outs beside the database in agreement with the database. */
export class OptOutMirror {
  readonly #context: Pick<DeskContext, 'store' | 'logger' | 'unit'>;
  readonly #list: OptOutList;

  constructor(context: Pick<DeskContext, 'store' | 'logger' | 'unit'>, list: OptOutList) {
    this.#context = context;
    this.#list = list;
  }

  /** Notes what happened in a conversation, once it is on disk. */
  onEvent({ kind, conversationId, at }: ConversationEventDto): void {
    if (kind !== 'opted-out' && kind !== 'opted-in') return;
    const number = this.#context.store.conversations.byId(rowOf('conversation', conversationId) ?? 0)?.number;
    if (number !== undefined) this.#list.note([{ number, state: kind === 'opted-out' ? 'out' : 'in', at }]);
  }

  /** Notes the opt-outs of an imported list, once they are on disk. */
  onImport(numbers: readonly string[], at: number): void {
    this.#list.note(numbers.map((number) => ({ number, state: 'out', at })));
  }

  /**
   * Runs at the start, before anything is sent. The database may be older than the list if it was restored from a backup, or the
   * list may lack what was written just before a crash. What was said last counts.
   */
  recover(): void {
    const { store, logger } = this.#context;
    const listed = new Map(this.#list.entries().map((entry) => [entry.number, entry]));
    const stored = new Map(store.optOuts.all().map(({ number, at }) => [number, at]));
    // All of them are written in one unit of work, since each on its own would wait for the disk.
    this.#context.unit(() => {
      for (const entry of listed.values()) {
        const at = stored.get(entry.number);
        const isNews = entry.state === 'out' ? at === undefined : at !== undefined && at < entry.at;
        if (isNews) this.#bringBack(entry);
      }
    });
    const unlisted = [...stored].filter(([number, at]) => {
      const entry = listed.get(number);
      return entry === undefined || (entry.state === 'in' && entry.at < at);
    });
    this.#list.note(unlisted.map(([number, at]) => ({ number, state: 'out', at })));
    if (listed.size > 0) logger.debug({ numbers: listed.size }, 'opt-outs compared with their list');
  }

  #bringBack({ number, state, at }: OptOutEntry): void {
    const { store } = this.#context;
    if (state === 'out') {
      store.optOuts.add(number, at, null);
      store.queue.cancelAutomatic(number, 'opted-out');
    } else store.optOuts.remove(number);
    store.consent.add({
      number,
      purpose: 'all',
      state: state === 'out' ? 'withdrawn' : 'granted',
      source: 'import',
      wording: WORDING[state],
      message_id: null,
      author: null,
      at,
    });
  }
}
