import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const importDialog = late(() => import('./import-dialog.svelte'));

/** @param dropped the file, where it was dropped onto the window; null: it is chosen there */
export function openImport({ dialogs }: AppStore, kind: 'orders' | 'appointments', dropped: File | null = null): void {
  void dialogs.open(importDialog, { kind, dropped });
}
