import type { ConversationSnapshot } from './contract.ts';
import { conversationId, idOf } from '../../shared/ids.ts';
import type { ConversationRow } from './repository.ts';
import type { Store } from '../../core/context.ts';

/** A conversation as it was before a change, and what the change made of it. Both are needed to undo it. */
export function undoRecordOf(store: Store, row: ConversationRow): ConversationSnapshot {
  return {
    id: conversationId(row.id),
    status: row.status,
    snoozedUntil: row.snoozed_until,
    assigneeId: row.assignee_id === null ? null : idOf('person', row.assignee_id),
    tagIds: tagsOf(row).map((tag) => idOf('tag', tag)),
    waitingSince: row.waiting_since,
    pausedSince: row.paused_at,
    unread: row.unread,
    readUpTo: row.read_up_to,
    left: stateOf(store, store.conversations.byId(row.id) ?? row),
  };
}

/** Restores whether the conversation is open and who waits, unless that has changed again since. Returns false if it has. */
export function restoreStatus(store: Store, row: ConversationRow, snapshot: ConversationSnapshot): boolean {
  const { lastMessageId, ...left } = snapshot.left;
  const { lastMessageId: newest, ...now } = stateOf(store, row);
  if (Object.entries(left).some(([key, value]) => now[key as keyof typeof now] !== value)) return false;
  store.conversations.setStatus(row.id, snapshot.status, snapshot.snoozedUntil);
  store.conversations.setPaused(row.id, snapshot.pausedSince);
  // If it was answered meanwhile, or the answer was taken back, that decides who waits.
  if (newest === lastMessageId) store.waitingCustomers.setWaiting(row.id, snapshot.waitingSince);
  return true;
}

function stateOf(store: Store, row: ConversationRow): ConversationSnapshot['left'] {
  return {
    status: row.status,
    snoozedUntil: row.snoozed_until,
    lastMessageId: row.last_message_id,
    lastIncomingId: store.conversations.lastIncoming(row.id),
    lastEventAt: row.last_event_at,
  };
}

export function tagsOf(row: ConversationRow): readonly number[] {
  return JSON.parse(row.tags) as number[];
}
