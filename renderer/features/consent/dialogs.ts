import type { ConsentView } from '../../../electron/features/consent/contract.ts';
import type { DeskState } from '../../frame/desk.svelte.ts';
import type { Thread } from '../conversations/thread.svelte.ts';
import { late } from '../../lib/late.ts';

const consentDialog = late(() => import('./consent-dialog.svelte'));

/** What a customer has agreed to is written down. */
export function openConsent({ dialogs }: DeskState, thread: Thread, consent: ConsentView): void {
  void dialogs.open(consentDialog, { thread, consent });
}
