import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';
import type { Result } from './result.ts';
import {
  CONVERSATION_VIEWS,
  type ConversationCounts,
  type ConversationEventView,
  type ConversationView,
  type DiscoveryView,
  type FoundModemView,
  type LinePage,
  type LineView,
  type MessageView,
  type QueueCounts,
} from './views.ts';

/** Generous: the exact limit is ten parts, and the refusal should name that, not this. */
const text = z.string().max(10 * MAX_TEXT_LENGTH);
const id = z.string().max(20);
const limit = z.number().int().min(1).max(200);

const pin = z.string().regex(/^\d{4,8}$/);
/** Digits and signs only: it goes between the quotes of an AT command. */
const USSD = /^[0-9*#+]{1,160}$/;
const cap = z.number().int().min(1).max(100_000);

export const lineSettings = z.strictObject({
  caps: z.strictObject({ minute: cap, hour: cap, day: cap }),
  rejectCalls: z.boolean(),
  balance: z.strictObject({
    code: z.union([z.literal(''), z.string().regex(USSD).max(40)]),
    after: z.string().max(80),
    warnBelow: z.number().min(0).max(1e9).nullable(),
    daily: z.boolean(),
  }),
});

/** `automatic`: all but what a person wrote. */
const HAND_OVER = ['nothing', 'automatic'] as const;
export type HandOver = (typeof HAND_OVER)[number];

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
    /** Null: the line the number was last talked to on, else the first that works. */
    lineId: id.nullable(),
    /** How long it can be taken back, in milliseconds. */
    undoMs: z.number().int().min(0).max(30_000),
    /** Made up by the window for each press of Send: a second press sends nothing more. */
    key: z.string().min(8).max(80),
  }),
  'messages.cancel': z.strictObject({ id }),
  'messages.resolve': z.strictObject({ id, as: z.enum(['sent', 'resend', 'abandon']) }),
  'numbers.check': z.strictObject({ number: z.string().max(60) }),
  /** Texts that may have gone out, or that the desk gave up, newest first: a person decides. */
  'messages.undecided': z.strictObject({}),
  'lines.ports': z.strictObject({}),
  /** Asks every free port who is behind it. */
  'lines.discover': z.strictObject({}),
  'lines.connect': z.strictObject({ path: z.string().min(1).max(300), pin: pin.nullable() }),
  'lines.setPin': z.strictObject({ id, pin: pin.nullable() }),
  'lines.remove': z.strictObject({ id }),
  'lines.startDemo': z.strictObject({}),
  'lines.page': z.strictObject({ id }),
  /** The last of what went between program and modem, without anybody's words or numbers. */
  'lines.log': z.strictObject({ id }),
  'lines.configure': z.strictObject({
    id,
    name: z.string().trim().min(1).max(40),
    ownNumber: z.string().max(60).nullable(),
    settings: lineSettings,
  }),
  'lines.askOperator': z.strictObject({ id, code: z.string().regex(USSD) }),
  'lines.askBalance': z.strictObject({ id }),
  'support.report': z.strictObject({}),
  'settings.set': z.strictObject({
    shopName: z.string().max(80),
    /** Two letters; null: the SIM's. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    /** What a line that is down hands to another. */
    handOver: z.enum(HAND_OVER),
  }),
} as const;

export type Method = keyof typeof METHODS;
export type Input<M extends Method> = z.infer<(typeof METHODS)[M]>;

export interface AppState {
  readonly version: string;
  readonly shopName: string;
  /** As the owner set it; null: the SIM's. */
  readonly country: string | null;
  readonly handOver: HandOver;
  /** Modems plugged in while the program runs that nobody uses yet. */
  readonly offers: readonly FoundModemView[];
  readonly lines: readonly LineView[];
  readonly counts: ConversationCounts;
  readonly queue: QueueCounts;
}

export interface PortView {
  readonly path: string;
  readonly description: string | null;
}

/** A text that waits for a person's decision, and whose it is. */
export interface UndecidedView {
  readonly message: MessageView;
  readonly name: string;
}

export interface Answers {
  'app.state': AppState;
  'conversations.list': { readonly items: readonly ConversationView[]; readonly next: string | null };
  'conversations.counts': ConversationCounts;
  'conversations.get': ConversationView;
  'conversations.messages': {
    readonly items: readonly MessageView[];
    readonly hasMore: boolean;
    /** What happened in the time this page spans. */
    readonly events: readonly ConversationEventView[];
  };
  'conversations.markRead': ConversationView;
  'conversations.setStatus': ConversationView;
  'conversations.setDraft': ConversationView;
  'conversations.rename': ConversationView;
  'messages.send': MessageView;
  'messages.cancel': MessageView;
  'messages.resolve': MessageView;
  /** How the number is written properly; null where it cannot be one. */
  'numbers.check': { readonly number: string | null; readonly display: string | null };
  'messages.undecided': readonly UndecidedView[];
  'lines.ports': readonly PortView[];
  'lines.discover': DiscoveryView;
  'lines.connect': readonly LineView[];
  'lines.setPin': readonly LineView[];
  'lines.remove': readonly LineView[];
  'lines.startDemo': readonly LineView[];
  'lines.page': LinePage;
  'lines.log': { readonly lines: readonly string[] };
  'lines.configure': LinePage;
  /** What the operator said, and whether it is a menu that waits for a choice. */
  'lines.askOperator': { readonly text: string; readonly wantsAnswer: boolean };
  'lines.askBalance': LinePage;
  /** For whoever helps: what the lines went through, without a number or a word of anybody. */
  'support.report': { readonly text: string };
  'settings.set': AppState;
}

/** What the desk tells without being asked. */
export interface ContractEvents {
  'message.received': MessageView;
  'message.changed': MessageView;
  'conversation.changed': ConversationView;
  'conversation.event': ConversationEventView;
  'line.changed': LineView;
  /** Another line, another shop's name: everything is to be read anew. */
  'app.changed': AppState;
}
export type EventName = keyof ContractEvents;
export type ContractEvent = { [K in EventName]: { readonly type: K; readonly value: ContractEvents[K] } }[EventName];

export type Invoke = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Answers[M]>>;
