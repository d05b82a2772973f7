import type { ConversationEventKind, ConversationEventDto } from './contract.ts';
import type { ConversationEventRow } from './events-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { toEventDto } from './to-dto.ts';

/** Kinds of events that no person here causes. */
const BY_ITSELF: ReadonlySet<ConversationEventKind> = new Set(['woke', 'person-asked', 'rule']);

/** Writes down an event of a conversation other than a message, and tells it. */
export function logEvent(
  context: DeskContext,
  conversation: number,
  kind: ConversationEventKind,
  detail: string | null = null,
): ConversationEventDto {
  const { store, clock } = context;
  const row = store.conversationEvents.add({
    conversation_id: conversation,
    at: clock.now(),
    kind,
    detail,
    author: BY_ITSELF.has(kind) ? null : (context.currentAgent()?.name ?? null),
  });
  return publishEvent(context, row);
}

/**
 * @param onDisk the state to tell once that is on disk
 * @returns the state now
 */
export function publishEvent(
  context: DeskContext,
  row: ConversationEventRow,
  onDisk: () => ConversationEventRow = () => row,
): ConversationEventDto {
  context.events.publish(`conversation.event:${row.id}`, () => ({
    type: 'conversation.event',
    value: toEventDto(onDisk()),
  }));
  return toEventDto(row);
}
