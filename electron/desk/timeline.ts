import type { ConversationEventKind, ConversationEventView } from '../shared/views.ts';
import type { DeskContext } from './context.ts';
import { eventView } from './view.ts';

/** Nobody here did it. */
const BY_ITSELF: ReadonlySet<ConversationEventKind> = new Set(['woke', 'person-asked', 'rule']);

/** Writes down what happened in a conversation beside texts, and tells it. Inside a transaction, tell afterwards. */
export function record(
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
  return eventView(row);
}

export function announceEvent(context: DeskContext, value: ConversationEventView): void {
  context.events.emit({ type: 'conversation.event', value });
}
