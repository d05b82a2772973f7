import type { ConsentPurpose } from './contract.ts';
import type { ConversationEventDto } from '../conversations/contract.ts';
import type { ConversationEventRow } from '../conversations/events-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishEvent } from '../conversations/event-log.ts';

/** A customer's message, with what matters when it may be about consent. */
export interface Heard {
  readonly number: string;
  readonly text: string;
  /** Row numbers. */
  readonly message: number;
  readonly conversation: number;
  readonly line: number;
  readonly at: number;
  /** When the message was handed to the network, which may be long before the SIM gave it to us. */
  readonly writtenAt: number;
  /** When the message was read; null if it has been on disk for some time, or if a person decides. */
  readonly readAt: number | null;
}

/** Writes down what a customer said, and how soon it took effect. */
export class ConsentLog {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  write(
    heard: Heard,
    state: 'granted' | 'withdrawn',
    source: 'text' | 'operator',
    purpose: ConsentPurpose = 'all',
  ): void {
    this.#context.store.consent.add({
      number: heard.number,
      purpose,
      state,
      source,
      wording: heard.text,
      message_id: heard.message,
      author: source === 'operator' ? (this.#context.currentAgent()?.name ?? null) : null,
      at: heard.at,
    });
  }

  /** Records an event that the customer caused themselves. */
  event(
    conversation: number,
    at: number,
    kind: ConversationEventDto['kind'],
    detail: string | null = null,
  ): ConversationEventRow {
    const { conversationEvents } = this.#context.store;
    const row = conversationEvents.add({ conversation_id: conversation, at, kind, detail, author: null });
    publishEvent(this.#context, row);
    return row;
  }

  /** Records how long it took from reading a STOP to having the block on disk, so that the shopkeeper can see it. */
  timed(row: ConversationEventRow, readAt: number | null): void {
    const { store, clock } = this.#context;
    if (readAt === null) return;
    publishEvent(this.#context, row, () => {
      const detail = String(clock.now() - readAt);
      store.conversationEvents.setDetail(row.id, detail);
      return { ...row, detail };
    });
  }
}
