import type { DeskState } from '../../frame/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const importDialog = late(() => import('./import-dialog.svelte'));

export function openImport({ dialogs }: DeskState, kind: 'orders' | 'appointments'): void {
  void dialogs.open(importDialog, { kind });
}
