import { conversationId } from '../../shared/ids.ts';
import type { DeskContext } from '../../core/context.ts';
import { toConversationDto, toMessageDto } from './to-dto.ts';

/** Whoever changes something publishes it. Within a unit of work it is told once, in the state that it has when it is on disk. */

/**
 * Publishes the state of a message and of its conversation. What follows from the change is done, and whatever waited for it
 * looks again.
 */
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

/** For messages that are told later than they were on disk: what follows from them was already done by {@link followMessage}. */
export function tellMessages(context: DeskContext, ids: readonly number[]): void {
  for (const id of ids) {
    const message = context.store.messages.byId(id);
    if (message === null) continue;
    context.events.publish(`message.changed:${id}`, toDto(context, id, 'message.changed'));
    publishConversation(context, message.conversation_id);
  }
}

/** Called inside the unit of work that changes the message. */
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

/** The tasks of a conversation have changed. */
export function publishTasks(context: DeskContext, conversation: number): void {
  const value = { conversationId: conversationId(conversation) };
  context.wake();
  context.events.publish(`tasks.changed:${conversation}`, () => ({ type: 'tasks.changed', value }));
}

/**
 * The calendar has changed.
 * @param conversation the one whose appointment it is; null if its customer is not known
 */
export function publishCalendar(context: DeskContext, conversation: number | null): void {
  const value = { conversationId: conversation === null ? null : conversationId(conversation) };
  context.events.publish(`appointments.changed:${conversation}`, () => ({ type: 'appointments.changed', value }));
}

/** A rule says that somebody is to look at a conversation at once. */
export function publishFlag(context: DeskContext, conversation: number, rule: string): void {
  context.events.publish(`conversation.flagged:${conversation}:${rule}`, () => {
    const row = context.store.conversations.byId(conversation);
    return row === null
      ? null
      : { type: 'conversation.flagged', value: { conversation: toConversationDto(row, context.country()), rule } };
  });
}
