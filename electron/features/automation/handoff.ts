import { notFound } from '../../shared/not-found.ts';
import { rowOf } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ConversationDto } from '../conversations/contract.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishConversation } from '../conversations/publish.ts';
import { logEvent } from '../conversations/event-log.ts';
import { toConversationDto } from '../conversations/to-dto.ts';

/**
 * A person has taken over the conversation: nothing is answered automatically until somebody resumes it or closes the
 * conversation.
 */
export function pauseAutomation({ store, clock }: Pick<DeskContext, 'store' | 'clock'>, conversation: number): void {
  if (store.conversations.byId(conversation)?.paused_at === null)
    store.conversations.setPaused(conversation, clock.now());
}

/** A person pauses or resumes the automatic answers by hand. */
export function setPaused(context: DeskContext, id: string, paused: boolean): Result<ConversationDto> {
  const { store, clock } = context;
  const row = rowOf('conversation', id);
  const conversation = row === null ? null : store.conversations.byId(row);
  if (conversation === null) return notFound('conversation');
  if ((conversation.paused_at !== null) !== paused) {
    context.unit(() => {
      store.conversations.setPaused(conversation.id, paused ? clock.now() : null);
      logEvent(context, conversation.id, paused ? 'paused' : 'resumed');
      publishConversation(context, conversation.id);
    });
  }
  return ok(toConversationDto(store.conversations.byId(conversation.id) ?? conversation, context.country()));
}
