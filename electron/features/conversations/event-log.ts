import type { ConversationEventKind, ConversationEventView } from './contract.ts';
import type { ConversationEventRow } from '../../store/conversation-events.ts';
import type { DeskContext } from '../../core/context.ts';
import { eventView } from './view.ts';

/** Nobody here did it. */
const BY_ITSELF: ReadonlySet<ConversationEventKind> = new Set(['woke', 'person-asked', 'rule']);

/** Writes down what happened in a conversation beside texts, and tells it. */
export function logEvent(
  context: DeskContext,
  conversation: number,
  kind: ConversationEventKind,
  detail: string | null = null,
): ConversationEventView {
  const { store, clock } = context;
  const row = store.conversationEvents.add({
    conversation_id: conversation,
    at: clock.now(),
    kind,
    detail,
    author: BY_ITSELF.has(kind) ? null : (context.atCounter()?.name ?? null),
  });
  return publishEvent(context, row);
}

/** @param onDisk how it stands once that is on disk @returns as it stands now */
export function publishEvent(
  context: DeskContext,
  row: ConversationEventRow,
  onDisk: () => ConversationEventRow = () => row,
): ConversationEventView {
  context.events.publish(`conversation.event:${row.id}`, () => ({
    type: 'conversation.event',
    value: eventView(onDisk()),
  }));
  return eventView(row);
}
