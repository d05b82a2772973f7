import { conversationId } from '../../shared/ids.ts';
import type { ConversationEventView } from '../../shared/views.ts';
import { announceConversation, announceMessage, type DeskContext } from '../context.ts';
import { announceEvent } from '../timeline.ts';
import { conversationView } from '../view.ts';

/** What was written and done by itself, to be told once it is on disk. Row numbers. */
export interface News {
  readonly messages: readonly number[];
  readonly events: readonly ConversationEventView[];
  /** Somebody is to look at once, for a rule says so. */
  readonly flags: readonly { readonly conversation: number; readonly rule: string }[];
  /** Conversations with something new to do. */
  readonly tasksOf: readonly number[];
  /** Conversations whose appointments are others now. */
  readonly calendarOf: readonly number[];
}

export const NO_NEWS: News = { messages: [], events: [], flags: [], tasksOf: [], calendarOf: [] };

export function together(all: readonly News[]): News {
  return {
    messages: all.flatMap(({ messages }) => messages),
    events: all.flatMap(({ events }) => events),
    flags: all.flatMap(({ flags }) => flags),
    tasksOf: all.flatMap(({ tasksOf }) => tasksOf),
    calendarOf: all.flatMap(({ calendarOf }) => calendarOf),
  };
}

/** Everything but the texts: whoever keeps them tells of them. */
export function announceDoings(
  context: DeskContext,
  { events, flags, tasksOf, calendarOf }: Omit<News, 'messages'>,
): void {
  for (const event of events) announceEvent(context, event);
  for (const conversation of tasksOf)
    context.events.emit({ type: 'tasks.changed', value: { conversationId: conversationId(conversation) } });
  for (const conversation of calendarOf)
    context.events.emit({ type: 'appointments.changed', value: { conversationId: conversationId(conversation) } });
  for (const { conversation, rule } of flags) {
    const row = context.store.conversations.byId(conversation);
    if (row !== null)
      context.events.emit({
        type: 'conversation.flagged',
        value: { conversation: conversationView(row, context.country()), rule },
      });
  }
}

export function announceNews(context: DeskContext, news: News, conversation: number): void {
  announceDoings(context, news);
  for (const id of news.messages) announceMessage(context, id, 'message.changed');
  announceConversation(context, conversation);
}
