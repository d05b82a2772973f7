import type { DeskState } from '../../frame/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const tasksDialog = late(() => import('./tasks-dialog.svelte'));

export function openTasks({ dialogs }: DeskState): void {
  void dialogs.openPage(tasksDialog, {});
}
