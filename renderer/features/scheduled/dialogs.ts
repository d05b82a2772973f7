import type { ConversationView } from '../../../electron/features/conversations/contract.ts';
import type { DeskState } from '../../state/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const scheduledDialog = late(() => import('./scheduled-dialog.svelte'));
const cameDueDialog = late(() => import('./came-due-dialog.svelte'));
const recurringDialog = late(() => import('./recurring-dialog.svelte'));

export function openScheduled({ dialogs }: DeskState): void {
  void dialogs.openPage(scheduledDialog, {});
}

export function openCameDue({ dialogs }: DeskState): void {
  void dialogs.openPage(cameDueDialog, {});
}

/** Texts that repeat. @param conversation whose; null: everybody's @param text what a new one begins with */
export function openRecurring({ dialogs }: DeskState, conversation: ConversationView | null, text = ''): void {
  void dialogs.open(recurringDialog, { conversation, startText: text });
}
