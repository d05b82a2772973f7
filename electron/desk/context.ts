import { Signal } from '../../modem/index.ts';
import type { BlackBox } from '../shared/black-box.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { CountryCode } from '../shared/phone.ts';
import type { Sealer } from '../shared/sealer.ts';
import type { ConversationEventView, ConversationView, LineView, MessageView } from '../shared/views.ts';
import type { Store } from '../store/store.ts';
import { conversationView, messageView } from './view.ts';

/** Facts that others may want to know, announced once they are on disk. */
export interface DeskEvents {
  readonly 'message.received': MessageView;
  readonly 'message.changed': MessageView;
  readonly 'conversation.changed': ConversationView;
  readonly 'conversation.event': ConversationEventView;
  readonly 'line.changed': LineView;
}
export type DeskEvent = {
  [K in keyof DeskEvents]: { readonly type: K; readonly value: DeskEvents[K] };
}[keyof DeskEvents];

/** What every part of the desk works with. */
export interface DeskContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: Signal<DeskEvent>;
  readonly sealer: Sealer;
  readonly blackBox: BlackBox | null;
  /** By the SIM, unless the owner said otherwise. */
  country(): CountryCode;
}

/** Announces how a message stands now, and its conversation with it. */
export function announceMessage(context: DeskContext, id: number, type: 'message.received' | 'message.changed'): void {
  const row = context.store.messages.byId(id);
  if (row === null) return;
  context.events.emit({ type, value: messageView(row) });
  announceConversation(context, row.conversation_id);
}

export function announceConversation(context: DeskContext, id: number): void {
  const row = context.store.conversations.byId(id);
  if (row !== null)
    context.events.emit({ type: 'conversation.changed', value: conversationView(row, context.country()) });
}
