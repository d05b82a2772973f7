import type { ContactGroupDto } from '../../../electron/features/contacts/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const customerDialog = late(() => import('./customer-dialog.svelte'));
const groupDialog = late(() => import('./group-dialog.svelte'));
const listDialog = late(() => import('./list-dialog.svelte'));

export function openNewCustomer({ dialogs }: AppStore): void {
  void dialogs.open(customerDialog, { contact: null });
}

export async function openCustomer(desk: AppStore, id: string): Promise<void> {
  const contact = await desk.ask('contacts.byId', { id });
  if (contact !== null) void desk.dialogs.open(customerDialog, { contact });
}

/** @param group null: a new one */
export function openGroup({ dialogs }: AppStore, group: ContactGroupDto | null): void {
  void dialogs.open(groupDialog, { group });
}

/** @param dropped the file, where it was dropped onto the window; null: it is chosen there */
export function openCustomerImport({ dialogs }: AppStore, dropped: File | null = null): void {
  void dialogs.open(listDialog, { dropped });
}
