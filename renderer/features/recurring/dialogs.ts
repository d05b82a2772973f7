import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const recurringDialog = late(() => import('./recurring-dialog.svelte'));
/** Texts that repeat. @param conversation whose; null: everybody's @param text what a new one begins with */
export function openRecurring({ dialogs }: AppStore, conversation: ConversationDto | null, text = ''): void {
  void dialogs.open(recurringDialog, { conversation, startText: text });
}
