import type { ContactGroupView } from '../../../electron/features/contacts/contract.ts';
import type { DeskState } from '../../state/desk.svelte.ts';
import { late } from '../../lib/late.ts';

const customerDialog = late(() => import('./customer-dialog.svelte'));
const groupDialog = late(() => import('./group-dialog.svelte'));
const groupTextDialog = late(() => import('./group-text-dialog.svelte'));
const listDialog = late(() => import('./list-dialog.svelte'));

/** Whom a text to many is for. */
export interface GroupTextFor {
  readonly groupId: string | null;
  readonly contactIds: readonly string[];
  /** The group's name; null: those that are marked, or everybody. */
  readonly name: string | null;
}

export function openNewCustomer({ dialogs }: DeskState): void {
  void dialogs.open(customerDialog, { contact: null });
}

export async function openCustomer(desk: DeskState, id: string): Promise<void> {
  const contact = await desk.ask('contacts.byId', { id });
  if (contact !== null) void desk.dialogs.open(customerDialog, { contact });
}

/** @param group null: a new one */
export function openGroup({ dialogs }: DeskState, group: ContactGroupView | null): void {
  void dialogs.open(groupDialog, { group });
}

/** @returns the id of the text to many that was begun; null: none was */
export function openGroupText({ dialogs }: DeskState, to: GroupTextFor): Promise<string | null> {
  return dialogs.open(groupTextDialog, { to });
}

export function openCustomerImport({ dialogs }: DeskState): void {
  void dialogs.open(listDialog, {});
}
