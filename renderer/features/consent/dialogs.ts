import type { ConsentDto } from '../../../electron/features/consent/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import type { Thread } from '../conversations/thread.svelte.ts';
import { late } from '../../lib/late.ts';

const consentDialog = late(() => import('./consent-dialog.svelte'));

/** What a customer has agreed to is written down. */
export function openConsent({ dialogs }: AppStore, thread: Thread, consent: ConsentDto): void {
  void dialogs.open(consentDialog, { thread, consent });
}
