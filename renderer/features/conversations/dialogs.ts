import type { ConversationView } from '../../../electron/features/conversations/contract.ts';
import type { DeskState } from '../../frame/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const callDialog = late(() => import('./call-dialog.svelte'));

/** A customer is to be rung. */
export function openCall({ dialogs }: DeskState, conversation: ConversationView): void {
  void dialogs.open(callDialog, { conversation });
}
