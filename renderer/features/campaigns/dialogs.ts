import type { AppStore } from '../../frame/app-store.svelte.ts';
import { late } from '../../lib/late.ts';

const groupTextDialog = late(() => import('./group-text-dialog.svelte'));
/** Whom a text to many is for. */
export interface GroupTextFor {
  readonly groupId: string | null;
  readonly contactIds: readonly string[];
  /** The group's name; null: those that are marked, or everybody. */
  readonly name: string | null;
}

/** @returns the id of the text to many that was begun; null: none was */
export function openGroupText({ dialogs }: AppStore, to: GroupTextFor): Promise<string | null> {
  return dialogs.open(groupTextDialog, { to });
}
