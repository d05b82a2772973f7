import type { ConversationDto } from '../../../electron/features/conversations/contract.ts';
import type { OrderDto } from '../../../electron/features/orders/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const orderDialog = late(() => import('./order-dialog.svelte'));

export function openOrder({ dialogs }: AppStore, order: OrderDto): void {
  void dialogs.open(orderDialog, { order, conversation: null });
}

/** @param conversation whose order it is; null: somebody who is named in it */
export function openNewOrder({ dialogs }: AppStore, conversation: ConversationDto | null): void {
  void dialogs.open(orderDialog, { order: null, conversation });
}
