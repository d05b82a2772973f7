import { z } from 'zod';
import { id, ids, text } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId, LineId, MessageId } from '../../shared/ids.ts';
import { instant } from '../../shared/instants.ts';
import type { Reason } from '../../shared/reason.ts';

export const PURPOSES = ['answer', 'auto', 'service', 'survey', 'offer', 'system'] as const;

/** Why a message is sent; the README explains the words. */
export type Purpose = (typeof PURPOSES)[number];

export const MESSAGE_STATES = [
  'received',
  'scheduled', // waits for its time: the undo window, send later, or the next attempt
  'queued',
  'held', // the gate or the modem does not let it go now
  'sending',
  'sent', // the network took it, and no report has come yet
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
  /** E.164, a short code or a sender's name; `ourNumber` if the line does not know its own number. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly state: MessageState;
  readonly reason: Reason | null;
  readonly purpose: Purpose;
  readonly encoding: 'gsm7' | 'ucs2' | '8bit';
  readonly parts: number;
  readonly createdAt: number;
  /** When a scheduled or held message is looked at again. */
  readonly notBefore: number | null;
  readonly sentAt: number | null;
  readonly deliveredAt: number | null;
  readonly receivedAt: number | null;
  /**
   * What caused a message that no person wrote: a rule's name, or a name with @ before it for what the program does by itself.
   */
  readonly source: string | null;
}

/** Everything there is to know about a message besides its words. */
export interface MessageDetails {
  readonly message: MessageDto;
  readonly line: string;
  readonly parts: readonly {
    readonly sequence: number;
    readonly state: 'waiting' | 'submitting' | 'sent' | 'delivered' | 'failed' | 'uncertain';
    /** The network's reference, which has 8 bits. */
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

/** A message that waits for a person or for its time, with the name of its customer. */
export interface NamedMessage {
  readonly message: MessageDto;
  readonly name: string;
}

/** Sending messages, waiting for them, looking them up and deciding about them. */
export const messagingContract = {
  methods: {
    'messages.send': method(
      z.strictObject({
        to: z.string().max(60),
        text,
        /** Null for the line of the last conversation with the number, otherwise the first line that works. */
        lineId: id.nullable(),
        /** How long the message can be taken back, in milliseconds. */
        undoMs: z.number().int().min(0).max(10_000),
        /** The message is sent no earlier than this instant. */
        notBefore: instant.nullable(),
        /** The window makes up a key for each press of Send, so that a second press sends nothing more. */
        key: z.string().min(8).max(80),
      }),
      answer<MessageDto>(),
    ),
    'messages.cancel': method(z.strictObject({ id }), answer<MessageDto>()),
    /** Changes the words or the time of a message that still waits for its time. */
    /** If the time is null, it leaves after a moment in which it can be taken back, by the desk's clock. */
    'messages.reschedule': method(z.strictObject({ id, text, notBefore: instant.nullable() }), answer<MessageDto>()),
    'messages.scheduled': method(z.strictObject({}), answer<readonly NamedMessage[]>()),
    'messages.waitingForLine': method(z.strictObject({}), answer<readonly NamedMessage[]>()),
    'messages.details': method(z.strictObject({ id }), answer<MessageDetails>()),
    'messages.resolve': method(z.strictObject({ id, as: z.enum(['sent', 'resend', 'abandon']) }), answer<MessageDto>()),
    /**
     * Whether an instant, or now, lies in the hours in which the customer may be texted automatically. A person may write at any
     * time. `nextAt`: the next such instant; null if it lies in them, or if there is none in the next two weeks.
     */
    'messages.sendingHours': method(
      z.strictObject({ number: z.string().max(60), at: instant.nullable() }),
      answer<{ readonly nextAt: number | null }>(),
    ),
    /** Answers with the proper spelling of the number; null if it cannot be a number. */
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
    /** Messages that may have gone out or that the desk gave up, newest first, for a person to decide about. */
    'messages.deliveryUnknown': method(z.strictObject({}), answer<readonly NamedMessage[]>()),
    /** Messages that came due while the program was not running. */
    'messages.cameDue': method(z.strictObject({}), answer<readonly NamedMessage[]>()),
    /** Lets messages go out after somebody has looked at them. */
    'messages.release': method(z.strictObject({ ids }), answer<readonly NamedMessage[]>()),
  },
  events: {
    'message.received': event<MessageDto>(),
    'message.changed': event<MessageDto>(),
  },
} satisfies Contract;
