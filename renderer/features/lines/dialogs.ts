import type { DeskState } from '../../frame/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const connectDialog = late(() => import('./connect-dialog.svelte'));

export function openConnect({ dialogs }: DeskState): void {
  void dialogs.openPage(connectDialog, {});
}
