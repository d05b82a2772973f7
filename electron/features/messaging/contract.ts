import { z } from 'zod';
import { id, ids, text } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId, LineId, MessageId } from '../../shared/ids.ts';
import { instant } from '../../shared/instants.ts';
import type { Reason } from '../../shared/reason.ts';

export const PURPOSES = ['answer', 'auto', 'service', 'survey', 'offer', 'system'] as const;

/** Why a text is sent; see the README's words. */
export type Purpose = (typeof PURPOSES)[number];

export const MESSAGE_STATES = [
  'received',
  'scheduled', // waits for its time: the undo window, send later, the next attempt
  'queued',
  'held', // the gate or the modem said: not now
  'sending',
  'sent', // the network took it; no report yet
  'delivered',
  'uncertain', // may have gone out
  'failed',
  'expired',
  'cancelled',
] as const;

export type MessageState = (typeof MESSAGE_STATES)[number];

/** All instants are UTC epoch milliseconds. */
export interface MessageDto {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly lineId: LineId;
  readonly direction: 'in' | 'out';
  /** E.164, a short code or a sender's name. `ourNumber` stands where the line does not know its own. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly state: MessageState;
  readonly reason: Reason | null;
  readonly purpose: Purpose;
  readonly encoding: 'gsm7' | 'ucs2' | '8bit';
  readonly parts: number;
  readonly createdAt: number;
  /** When a scheduled or held text is looked at again. */
  readonly notBefore: number | null;
  readonly sentAt: number | null;
  readonly deliveredAt: number | null;
  readonly receivedAt: number | null;
  /** Whose idea a text was that no person wrote: a rule's name, or with @ before it what the program does of itself. */
  readonly source: string | null;
}

/** What there is to know of a text beside its words. */
export interface MessageDetails {
  readonly message: MessageDto;
  readonly line: string;
  readonly parts: readonly {
    readonly sequence: number;
    readonly state: 'waiting' | 'submitting' | 'sent' | 'delivered' | 'failed' | 'uncertain';
    /** The network's, of 8 bits. */
    readonly reference: number | null;
    readonly submittedAt: number | null;
    readonly sentAt: number | null;
    readonly deliveredAt: number | null;
    /** TP-ST of the delivery report (TS 23.040 §9.2.3.15). */
    readonly status: number | null;
  }[];
  readonly attempts: number;
  /** The PDUs of a received text as the modem gave them, in hexadecimal. */
  readonly pdus: readonly string[];
}

export interface QueueCounts {
  readonly queued: number;
  readonly held: number;
  readonly sending: number;
  readonly uncertain: number;
  readonly failed: number;
}

/** A text that waits for a person or for its time, and whose it is. */
export interface NamedMessage {
  readonly message: MessageDto;
  readonly name: string;
}

/** Texts: sent, waited for, looked up, decided about. */
export const messagingContract = {
  methods: {
    'messages.send': method(
      z.strictObject({
        to: z.string().max(60),
        text,
        /** Null: the line the number was last talked to on, else the first that works. */
        lineId: id.nullable(),
        /** How long it can be taken back, in milliseconds. */
        undoMs: z.number().int().min(0).max(10_000),
        /** Send later: not before this instant. */
        notBefore: instant.nullable(),
        /** Made up by the window for each press of Send: a second press sends nothing more. */
        key: z.string().min(8).max(80),
      }),
      answer<MessageDto>(),
    ),
    'messages.cancel': method(z.strictObject({ id }), answer<MessageDto>()),
    /** Other words or another time for a text that still waits for its time. */
    /** Time null: in a moment in which it can be taken back, by the desk's clock. */
    'messages.reschedule': method(z.strictObject({ id, text, notBefore: instant.nullable() }), answer<MessageDto>()),
    'messages.scheduled': method(z.strictObject({}), answer<readonly NamedMessage[]>()),
    'messages.details': method(z.strictObject({ id }), answer<MessageDetails>()),
    'messages.resolve': method(z.strictObject({ id, as: z.enum(['sent', 'resend', 'abandon']) }), answer<MessageDto>()),
    /** Answers: how the number is written properly; null where it cannot be one. */
    'numbers.check': method(
      z.strictObject({
        number: z.string().max(60),
      }),
      answer<{
        readonly number: string | null;
        readonly display: string | null;
        readonly optedOut: boolean;
        readonly blocked: boolean;
      }>(),
    ),
    /** Texts that may have gone out, or that the desk gave up, newest first: a person decides. */
    'messages.deliveryUnknown': method(z.strictObject({}), answer<readonly NamedMessage[]>()),
    /** What came due while the program was not running. */
    'messages.cameDue': method(z.strictObject({}), answer<readonly NamedMessage[]>()),
    /** Looked at: they go. */
    'messages.release': method(z.strictObject({ ids }), answer<readonly NamedMessage[]>()),
  },
  events: {
    'message.received': event<MessageDto>(),
    'message.changed': event<MessageDto>(),
  },
} satisfies Contract;
