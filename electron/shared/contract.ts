import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';
import type { Result } from './result.ts';
import {
  CONVERSATION_VIEWS,
  type ConversationCounts,
  type ConversationView,
  type LineView,
  type MessageView,
  type QueueCounts,
} from './views.ts';

/** Generous: the exact limit is ten parts, and the refusal should name that, not this. */
const text = z.string().max(10 * MAX_TEXT_LENGTH);
const id = z.string().max(20);
const limit = z.number().int().min(1).max(200);

/** What the window may ask of the desk: the shape of each question. The answers' types are in {@link Answers}. */
export const METHODS = {
  'app.state': z.strictObject({}),
  'conversations.list': z.strictObject({
    view: z.enum(CONVERSATION_VIEWS),
    after: z.string().max(40).nullable(),
    limit,
    search: z.string().max(100).nullable(),
  }),
  'conversations.counts': z.strictObject({}),
  'conversations.get': z.strictObject({ id }),
  'conversations.messages': z.strictObject({ id, before: id.nullable(), limit }),
  'conversations.markRead': z.strictObject({ id }),
  'conversations.setStatus': z.strictObject({ id, status: z.enum(['open', 'closed']) }),
  'conversations.setDraft': z.strictObject({ id, draft: text }),
  'conversations.rename': z.strictObject({ id, name: z.string().max(200) }),
  'messages.send': z.strictObject({
    to: z.string().max(60),
    text,
    /** How long it can be taken back, in milliseconds. */
    undoMs: z.number().int().min(0).max(30_000),
    /** Made up by the window for each press of Send: a second press sends nothing more. */
    key: z.string().min(8).max(80),
  }),
  'messages.cancel': z.strictObject({ id }),
  'messages.resolve': z.strictObject({ id, as: z.enum(['sent', 'resend', 'abandon']) }),
  'numbers.check': z.strictObject({ number: z.string().max(60) }),
  'lines.ports': z.strictObject({}),
  'lines.connect': z.strictObject({
    path: z.string().min(1).max(300),
    pin: z
      .string()
      .regex(/^\d{4,8}$/)
      .nullable(),
  }),
  'lines.startDemo': z.strictObject({}),
  'settings.setShopName': z.strictObject({ name: z.string().max(80) }),
} as const;

export type Method = keyof typeof METHODS;
export type Input<M extends Method> = z.infer<(typeof METHODS)[M]>;

export interface AppState {
  readonly version: string;
  readonly shopName: string;
  readonly lines: readonly LineView[];
  readonly counts: ConversationCounts;
  readonly queue: QueueCounts;
}

export interface PortView {
  readonly path: string;
  readonly description: string | null;
}

export interface Answers {
  'app.state': AppState;
  'conversations.list': { readonly items: readonly ConversationView[]; readonly next: string | null };
  'conversations.counts': ConversationCounts;
  'conversations.get': ConversationView;
  'conversations.messages': { readonly items: readonly MessageView[]; readonly hasMore: boolean };
  'conversations.markRead': ConversationView;
  'conversations.setStatus': ConversationView;
  'conversations.setDraft': ConversationView;
  'conversations.rename': ConversationView;
  'messages.send': MessageView;
  'messages.cancel': MessageView;
  'messages.resolve': MessageView;
  /** How the number is written properly; null where it cannot be one. */
  'numbers.check': { readonly number: string | null; readonly display: string | null };
  'lines.ports': readonly PortView[];
  'lines.connect': readonly LineView[];
  'lines.startDemo': readonly LineView[];
  'settings.setShopName': AppState;
}

/** What the desk tells without being asked. */
export interface ContractEvents {
  'message.received': MessageView;
  'message.changed': MessageView;
  'conversation.changed': ConversationView;
  'line.changed': LineView;
  /** Another line, another shop's name: everything is to be read anew. */
  'app.changed': AppState;
}
export type EventName = keyof ContractEvents;
export type ContractEvent = { [K in EventName]: { readonly type: K; readonly value: ContractEvents[K] } }[EventName];

export type Invoke = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Answers[M]>>;
