import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';

/**
 * Offers to undo that an entry was added, or changed: then as it was before.
 * @param before undefined: it was added
 */
export function offerUndoOfSaving<E>(
  desk: AppStore,
  before: E | undefined,
  putBack: (before: E) => Promise<unknown>,
  takeAway: () => Promise<unknown>,
): void {
  desk.undo.offer(t.settings.saved, () => void (before === undefined ? takeAway() : putBack(before)), {
    only: 'button',
  });
}

/** Offers to undo that an entry was removed. */
export function offerUndoOfRemoving(desk: AppStore, name: string, bringBack: () => Promise<unknown>): void {
  desk.undo.offer(t.done.removed(name), () => void bringBack());
}
