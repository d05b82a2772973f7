import type { DeskState } from '../../state/desk.svelte.ts';
import type { Thread } from '../../state/thread.svelte.ts';
import { late } from '../../lib/late.ts';

const newTextDialog = late(() => import('./new-text-dialog.svelte'));
const draftDialog = late(() => import('./draft-dialog.svelte'));

/** @param number as far as it is known; '': what was written last and not sent */
export function openNewText({ dialogs }: DeskState, number = ''): void {
  void dialogs.open(newTextDialog, { number });
}

/** What was written before is looked through for an answer. */
export function openDrafts({ dialogs }: DeskState, thread: Thread): void {
  void dialogs.open(draftDialog, { thread });
}
