import type { Logger } from '../shared/logger.ts';
import type { ProgramSource } from '../shared/sources.ts';
import type { MessageRow } from '../features/messaging/repository.ts';
import type { Store } from '../app/store.ts';

type Follow = (message: MessageRow) => void;

/**
 * Those who write messages by themselves continue depending on what becomes of each message: a customer whose question never left
 * was not asked. They are called in the unit of work that changes the message, so that both are on disk or neither is.
 */
export class Followers {
  readonly #follows = new Map<string, Follow>();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  add(source: ProgramSource, follow: Follow): void {
    this.#follows.set(source, follow);
  }

  isFollowed({ source }: MessageRow): boolean {
    return source !== null && this.#follows.has(source);
  }

  /**
   * Runs inside the current unit of work, or else in one of its own. A fault in what follows undoes only that, and nothing of the
   * message.
   * @param unit the desk's unit of work
   */
  follow(store: Store, unit: <T>(work: () => T) => T, id: number): void {
    const message = store.messages.byId(id);
    const follow = message?.source == null ? undefined : this.#follows.get(message.source);
    if (message === null || follow === undefined) return;
    try {
      unit(() => follow(message));
    } catch (error) {
      this.#logger.error({ message: id, error: String(error) }, 'what follows from a text was not done');
    }
  }
}
