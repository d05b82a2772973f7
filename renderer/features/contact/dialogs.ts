import type { ConversationView } from '../../../electron/features/conversations/contract.ts';
import type { ConsentView } from '../../../electron/features/consent/contract.ts';
import type { DeskState } from '../../state/desk.svelte.ts';
import type { Thread } from '../../state/thread.svelte.ts';
import { late } from '../../lib/late.ts';

const consentDialog = late(() => import('./consent-dialog.svelte'));
const paymentDialog = late(() => import('./payment-dialog.svelte'));

/** What a customer has agreed to is written down. */
export function openConsent({ dialogs }: DeskState, thread: Thread, consent: ConsentView): void {
  void dialogs.open(consentDialog, { thread, consent });
}

export function openPayment({ dialogs }: DeskState, conversation: ConversationView): void {
  void dialogs.open(paymentDialog, { conversation });
}
