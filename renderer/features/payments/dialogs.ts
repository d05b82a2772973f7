import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const paymentDialog = late(() => import('./payment-dialog.svelte'));
export function openPayment({ dialogs }: AppStore, conversation: ConversationDto): void {
  void dialogs.open(paymentDialog, { conversation });
}
