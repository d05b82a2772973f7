import type { DeskContext } from '../../core/context.ts';
import { isDiskFault } from '../../shared/disk-fault.ts';
import { publishMessages } from '../conversations/publish.ts';
import type { LineSession } from './line-session.ts';

/** A line that is down for longer than this hands its automatic messages to another, if the owner wants that. */
const HAND_OVER_AFTER_MS = 5 * 60_000;

/** Automatic messages need not wait for their own line: they may leave by another one that works. */
export class Failover {
  readonly #context: DeskContext;
  readonly #isWanted: () => boolean;
  readonly #attached: () => readonly LineSession[];

  constructor(context: DeskContext, isWanted: () => boolean, attached: () => readonly LineSession[]) {
    this.#context = context;
    this.#isWanted = isWanted;
    this.#attached = attached;
  }

  /** When a line's messages are to be handed over; null if they will not be. */
  dueAt(line: LineSession): number | null {
    if (!this.#isWanted() || line.downSince === null || line.row.kind === 'demo') return null;
    const at = line.downSince + HAND_OVER_AFTER_MS;
    return at > this.#context.clock.now() ? at : null;
  }

  run(): void {
    if (!this.#isWanted()) return;
    const { store, clock } = this.#context;
    const attached = this.#attached();
    const to = attached.find(({ isReady, row }) => isReady && row.kind === 'sim');
    if (to === undefined) return;
    for (const { id, kind } of store.lines.all()) {
      const line = attached.find(({ row }) => row.id === id) ?? null;
      const isDown = line === null || (line.downSince !== null && clock.now() - line.downSince >= HAND_OVER_AFTER_MS);
      if (kind === 'demo' || id === to.row.id || !isDown) continue;
      let moved: readonly number[];
      try {
        moved = this.#context.unit(() => store.queue.failOver(id, to.row.id));
      } catch (error) {
        if (!isDiskFault(error)) throw error;
        return; // this is tried again at the next change of a line
      }
      publishMessages(this.#context, moved);
      if (moved.length > 0) to.wake();
    }
  }
}
