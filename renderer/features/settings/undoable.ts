import type { SHOP_LISTS } from '../../../electron/features/shop-lists/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';

/** Offers to undo that an entry of one of the shop's lists was added, or changed: then as it was before. */
export function offerUndoOfSaving<E>(
  desk: AppStore,
  list: (typeof SHOP_LISTS)[number],
  savedId: string,
  before: E | undefined,
  putBack: (before: E) => Promise<unknown>,
): void {
  desk.undo.offer(
    t.settings.saved,
    () =>
      void (before === undefined
        ? desk.ask('lists.setRemoved', { list, id: savedId, removed: true })
        : putBack(before)),
    { only: 'button' },
  );
}
