import type { ConversationView } from '../../../electron/features/conversations/contract.ts';
import type { DeskState } from '../../frame/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const paymentDialog = late(() => import('./payment-dialog.svelte'));
export function openPayment({ dialogs }: DeskState, conversation: ConversationView): void {
  void dialogs.open(paymentDialog, { conversation });
}
