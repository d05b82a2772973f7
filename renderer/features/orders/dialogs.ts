import type { ConversationView } from '../../../electron/features/conversations/contract.ts';
import type { OrderView } from '../../../electron/features/orders/contract.ts';
import type { DeskState } from '../../frame/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const orderDialog = late(() => import('./order-dialog.svelte'));

export function openOrder({ dialogs }: DeskState, order: OrderView): void {
  void dialogs.open(orderDialog, { order, conversation: null });
}

/** @param conversation whose order it is; null: somebody who is named in it */
export function openNewOrder({ dialogs }: DeskState, conversation: ConversationView | null): void {
  void dialogs.open(orderDialog, { order: null, conversation });
}
