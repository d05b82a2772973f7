import type { DeskState } from '../../frame/desk.svelte.ts';
import type { Thread } from '../conversations/thread.svelte.ts';
import { late } from '../../lib/late.ts';

const detailsDialog = late(() => import('./details-dialog.svelte'));
const scheduledDialog = late(() => import('./scheduled-dialog.svelte'));
const cameDueDialog = late(() => import('./came-due-dialog.svelte'));
const undecidedDialog = late(() => import('./undecided-dialog.svelte'));
const newTextDialog = late(() => import('./new-text-dialog.svelte'));
const draftDialog = late(() => import('./draft-dialog.svelte'));

/** What is known of a message: when, with which line, in how many segments. */
export function openDetails({ dialogs }: DeskState, messageId: string): void {
  void dialogs.open(detailsDialog, { messageId });
}

export function openScheduled({ dialogs }: DeskState): void {
  void dialogs.openPage(scheduledDialog, {});
}

export function openCameDue({ dialogs }: DeskState): void {
  void dialogs.openPage(cameDueDialog, {});
}

export function openUndecided({ dialogs }: DeskState): void {
  void dialogs.openPage(undecidedDialog, {});
}

/** @param number as far as it is known; '': what was written last and not sent */
export function openNewText({ dialogs }: DeskState, number = ''): void {
  void dialogs.open(newTextDialog, { number });
}

/** What was written before is looked through for an answer. */
export function openDrafts({ dialogs }: DeskState, thread: Thread): void {
  void dialogs.open(draftDialog, { thread });
}
