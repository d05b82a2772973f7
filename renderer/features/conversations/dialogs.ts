import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const callDialog = late(() => import('./call-dialog.svelte'));

/** A customer is to be rung. */
export function openCall({ dialogs }: AppStore, conversation: ConversationDto): void {
  void dialogs.open(callDialog, { conversation });
}
