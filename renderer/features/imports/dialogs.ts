import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const importDialog = late(() => import('./import-dialog.svelte'));

export function openImport({ dialogs }: AppStore, kind: 'orders' | 'appointments'): void {
  void dialogs.open(importDialog, { kind });
}
