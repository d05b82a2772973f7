import type { ConversationSnapshot } from '../shared/contract.ts';
import { conversationId, idOf } from '../shared/ids.ts';
import type { ConversationRow } from '../store/conversations.ts';

/** A conversation as it is before a change, for undoing that. */
export function snapshotOf(row: ConversationRow): ConversationSnapshot {
  return {
    id: conversationId(row.id),
    status: row.status,
    snoozedUntil: row.snoozed_until,
    assigneeId: row.assignee_id === null ? null : idOf('p', row.assignee_id),
    tagIds: tagsOf(row).map((tag) => idOf('t', tag)),
    waitingSince: row.waiting_since,
    lastMessageId: row.last_message_id,
  };
}

export function tagsOf(row: ConversationRow): readonly number[] {
  return JSON.parse(row.tags) as number[];
}
