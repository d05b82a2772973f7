import type { ConversationView } from '../../../electron/features/conversations/contract.ts';
import type { DeskState } from '../../state/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const detailsDialog = late(() => import('./details-dialog.svelte'));
const callDialog = late(() => import('./call-dialog.svelte'));

/** What is known of a message: when, with which line, in how many segments. */
export function openDetails({ dialogs }: DeskState, messageId: string): void {
  void dialogs.open(detailsDialog, { messageId });
}

/** A customer is to be rung. */
export function openCall({ dialogs }: DeskState, conversation: ConversationView): void {
  void dialogs.open(callDialog, { conversation });
}
