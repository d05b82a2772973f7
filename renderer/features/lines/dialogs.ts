import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const connectDialog = late(() => import('./connect-dialog.svelte'));

export function openConnect({ dialogs }: AppStore): void {
  void dialogs.openPage(connectDialog, {});
}

const playCustomerDialog = late(() => import('./play-customer-dialog.svelte'));

/** Somebody writes as a customer would, to see what happens then. */
export function openPlayCustomer({ dialogs }: AppStore): void {
  void dialogs.open(playCustomerDialog, {});
}
