import type { DeskState } from '../../state/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const undecidedDialog = late(() => import('./undecided-dialog.svelte'));

export function openUndecided({ dialogs }: DeskState): void {
  void dialogs.openPage(undecidedDialog, {});
}
