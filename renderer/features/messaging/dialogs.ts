import type { AppStore } from '../../frame/app-store.svelte.ts';
import type { Thread } from '../conversations/thread.svelte.ts';
import { late } from '../../lib/late.ts';

const detailsDialog = late(() => import('./details-dialog.svelte'));
const scheduledDialog = late(() => import('./scheduled-dialog.svelte'));
const missedWhileOfflineDialog = late(() => import('./missed-while-offline-dialog.svelte'));
const deliveryUnknownDialog = late(() => import('./delivery-unknown-dialog.svelte'));
const newTextDialog = late(() => import('./new-text-dialog.svelte'));
const draftDialog = late(() => import('./draft-dialog.svelte'));

/** What is known of a message: when, with which line, in how many segments. */
export function openDetails({ dialogs }: AppStore, messageId: string): void {
  void dialogs.open(detailsDialog, { messageId });
}

export function openScheduled({ dialogs }: AppStore): void {
  void dialogs.openPage(scheduledDialog, {});
}

export function openMissedWhileOffline({ dialogs }: AppStore): void {
  void dialogs.openPage(missedWhileOfflineDialog, {});
}

export function openDeliveryUnknown({ dialogs }: AppStore): void {
  void dialogs.openPage(deliveryUnknownDialog, {});
}

/** @param number as far as it is known; '': what was written last and not sent */
export function openNewText({ dialogs }: AppStore, number = ''): void {
  void dialogs.open(newTextDialog, { number });
}

/** What was written before is looked through for an answer. */
export function openDrafts({ dialogs }: AppStore, thread: Thread): void {
  void dialogs.open(draftDialog, { thread });
}
