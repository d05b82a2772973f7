import type { FileParser } from '../files/parser.ts';
import type { DeskEvents } from './desk-events.ts';
import type { BlackBox } from '../shared/black-box.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { Preferences } from '../shared/preferences.ts';
import type { CountryCode } from '../shared/phone.ts';
import type { Sealer } from '../shared/sealer.ts';
import type { ContractEvent } from '../shared/contract.ts';
import type { Store } from '../store/store.ts';
import type { ShopCalendar } from './calendar/shop-calendar.ts';
import { conversationView, messageView } from './view.ts';

/** Facts that others may want to know, announced once they are on disk. */
export type DeskEvent = Exclude<ContractEvent, { readonly type: 'app.changed' }>;

/** What every part of the desk works with. */
export interface DeskContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Reads files that somebody hands to the desk, where that takes long in a thread of its own. */
  readonly parse: FileParser;
  readonly events: DeskEvents;
  readonly sealer: Sealer;
  readonly blackBox: BlackBox | null;
  readonly calendar: ShopCalendar;
  readonly preferences: () => Preferences;
  /** By the SIM, unless the owner said otherwise. */
  country(): CountryCode;
  /** The shop's, two letters: for what the desk says by itself to customers of whom no language is known. */
  readonly language: () => string;
  /** Whether there is room on the disk for something new. */
  hasRoom(): boolean;
  /** Who stands at the counter, if the shop tells its people apart. */
  atCounter(): { readonly id: number; readonly name: string } | null;
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
