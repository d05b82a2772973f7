import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const tasksDialog = late(() => import('./tasks-dialog.svelte'));

export function openTasks({ dialogs }: AppStore): void {
  void dialogs.openPage(tasksDialog, {});
}
