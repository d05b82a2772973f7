import { conversationId, idOf, lineId, messageId } from '../../shared/ids.ts';
import { displayNumber, type CountryCode } from '../../shared/phone.ts';
import type { ConversationEventDto, ConversationDto } from './contract.ts';
import type { MessageState, MessageDto, Purpose } from '../messaging/contract.ts';
import type { ConversationEventRow } from './events-repository.ts';
import type { ConversationRow } from './repository.ts';
import type { MessageRow } from '../messaging/repository.ts';
import { reasonOf } from '../messaging/reasons.ts';

/** Stands for our own number, which few SIMs know. */
export const OUR_NUMBER = 'us';
const PREVIEW_LENGTH = 140;

export function toMessageDto(row: MessageRow): MessageDto {
  const incoming = row.direction === 'in';
  return {
    id: messageId(row.id),
    conversationId: conversationId(row.conversation_id),
    lineId: lineId(row.line_id),
    direction: row.direction,
    from: incoming ? row.number : OUR_NUMBER,
    to: incoming ? OUR_NUMBER : row.number,
    text: row.text,
    state: row.state,
    reason: reasonOf(row.reason),
    purpose: row.purpose,
    encoding: row.encoding,
    parts: row.part_count,
    createdAt: row.created_at,
    notBefore: row.not_before,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
    receivedAt: row.received_at,
    source: row.source,
  };
}

export function toConversationDto(row: ConversationRow, country: CountryCode): ConversationDto {
  return {
    id: conversationId(row.id),
    lineId: lineId(row.line_id),
    number: row.number,
    displayNumber: displayNumber(row.number, country),
    contactId: row.contact_id === null ? null : idOf('contact', row.contact_id),
    name: row.name,
    blocked: row.blocked_at !== null,
    status: row.status,
    snoozedUntil: row.snoozed_until,
    assigneeId: row.assignee_id === null ? null : idOf('person', row.assignee_id),
    tagIds: (JSON.parse(row.tags) as number[]).map((tag) => idOf('tag', tag)),
    unread: row.unread,
    waitingSince: row.waiting_since,
    lastActivityAt: row.last_activity_at,
    lastEvent:
      row.last_event_at === null || row.last_event_at < (row.last_at ?? 0)
        ? null
        : { at: row.last_event_at, kind: row.last_event_kind as ConversationEventDto['kind'] },
    lastMessage:
      row.last_text === null
        ? null
        : {
            direction: row.last_direction as 'in' | 'out',
            text: row.last_text.slice(0, PREVIEW_LENGTH).toWellFormed(),
            state: row.last_state as MessageState,
            purpose: row.last_purpose as Purpose,
            notBefore: row.last_not_before,
            reason: reasonOf(row.last_reason),
          },
    task: row.task_text === null ? null : { text: row.task_text, dueAt: row.task_due_at },
    draft: row.draft,
    createdAt: row.created_at,
    canAnswer: row.party === 'phone',
    optedOut: row.opted_out === 1,
    consentQuestionId: row.consent_question === null ? null : messageId(row.consent_question),
    isSystem: row.is_system === 1,
    pausedSince: row.paused_at,
  };
}

export function toEventDto(row: ConversationEventRow): ConversationEventDto {
  return {
    id: idOf('event', row.id),
    conversationId: conversationId(row.conversation_id),
    at: row.at,
    kind: row.kind,
    detail: row.detail,
    author: row.author,
  };
}
