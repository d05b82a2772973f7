import { conversationId } from '../../shared/ids.ts';
import type { DeskContext } from '../../core/context.ts';
import { toConversationDto, toMessageDto } from './to-dto.ts';

/** What changed is told by whoever changes it; within a unit of work once, as it stands when that is on disk. */

/** How a message stands, and its conversation with it. What follows from that is done, and what waited for it looks anew. */
export function publishMessage(
  context: DeskContext,
  id: number,
  type: 'message.received' | 'message.changed' = 'message.changed',
): void {
  const message = context.store.messages.byId(id);
  if (message === null) return;
  const follow = context.followers.isFollowed(message) ? () => followMessage(context, id) : null;
  context.events.publish(`${type}:${id}`, toDto(context, id, type), follow);
  publishConversation(context, message.conversation_id);
}

export function publishMessages(context: DeskContext, ids: readonly number[]): void {
  for (const id of ids) publishMessage(context, id);
}

/** For what is told later than it is on disk: what follows was done then by {@link followMessage}. */
export function tellMessages(context: DeskContext, ids: readonly number[]): void {
  for (const id of ids) {
    const message = context.store.messages.byId(id);
    if (message === null) continue;
    context.events.publish(`message.changed:${id}`, toDto(context, id, 'message.changed'));
    publishConversation(context, message.conversation_id);
  }
}

/** Inside the unit of work that changes it. */
export function followMessage(context: DeskContext, id: number): void {
  context.followers.follow(context.store, (work) => context.unit(work), id);
}

function toDto(context: DeskContext, id: number, type: 'message.received' | 'message.changed') {
  return () => {
    const row = context.store.messages.byId(id);
    return row === null ? null : { type, value: toMessageDto(row) };
  };
}

export function publishConversation(context: DeskContext, id: number): void {
  context.wake();
  context.events.publish(`conversation.changed:${id}`, () => {
    const row = context.store.conversations.byId(id);
    return row === null ? null : { type: 'conversation.changed', value: toConversationDto(row, context.country()) };
  });
}

/** There is something else to do in a conversation. */
export function publishTasks(context: DeskContext, conversation: number): void {
  const value = { conversationId: conversationId(conversation) };
  context.wake();
  context.events.publish(`tasks.changed:${conversation}`, () => ({ type: 'tasks.changed', value }));
}

/** The calendar is another one. @param conversation whose appointment it is; null: of nobody known */
export function publishCalendar(context: DeskContext, conversation: number | null): void {
  const value = { conversationId: conversation === null ? null : conversationId(conversation) };
  context.events.publish(`appointments.changed:${conversation}`, () => ({ type: 'appointments.changed', value }));
}

/** Somebody is to look at once, for a rule says so. */
export function publishFlag(context: DeskContext, conversation: number, rule: string): void {
  context.events.publish(`conversation.flagged:${conversation}:${rule}`, () => {
    const row = context.store.conversations.byId(conversation);
    return row === null
      ? null
      : { type: 'conversation.flagged', value: { conversation: toConversationDto(row, context.country()), rule } };
  });
}
