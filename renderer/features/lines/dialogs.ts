import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const connectDialog = late(() => import('./connect-dialog.svelte'));

export function openConnect({ dialogs }: AppStore): void {
  void dialogs.openPage(connectDialog, {});
}
