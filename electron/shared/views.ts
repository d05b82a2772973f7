import type { ConversationId, LineId, MessageId } from './ids.ts';

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

/** A code for programs, a sentence and a remedy for people. */
export interface Reason {
  readonly code: string;
  readonly sentence: string;
  readonly remedy: string | null;
}

/** All instants are UTC epoch milliseconds. */
export interface MessageView {
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
}

export const CONVERSATION_VIEWS = ['open', 'waiting', 'snoozed', 'closed', 'all'] as const;
export type ConversationListView = (typeof CONVERSATION_VIEWS)[number];

export interface ConversationView {
  readonly id: ConversationId;
  readonly lineId: LineId;
  readonly number: string;
  /** As people of the SIM's country write it. */
  readonly displayNumber: string;
  readonly name: string | null;
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly unread: number;
  /** Since when the customer has had the last word; null: he has not. */
  readonly waitingSince: number | null;
  readonly lastActivityAt: number;
  readonly lastMessage: Pick<MessageView, 'direction' | 'text' | 'state' | 'purpose'> | null;
  readonly draft: string;
  readonly createdAt: number;
  /** Nobody answers a sender's name or a short code. */
  readonly canAnswer: boolean;
  readonly optedOut: boolean;
}

export interface ConversationCounts {
  readonly open: number;
  readonly waiting: number;
  readonly snoozed: number;
}

/** `ready` sends and receives; everything else says why not. */
export type LineState = 'starting' | 'ready' | 'searching' | 'attention' | 'reconnecting' | 'off';

export interface LineView {
  readonly id: LineId;
  readonly name: string;
  readonly kind: 'sim' | 'demo';
  readonly state: LineState;
  readonly reason: Reason | null;
  readonly port: string | null;
  readonly imsi: string | null;
  readonly imei: string | null;
  readonly operator: string | null;
  readonly signalDbm: number | null;
  readonly sim: { readonly used: number; readonly total: number } | null;
}

export interface QueueCounts {
  readonly queued: number;
  readonly held: number;
  readonly sending: number;
  readonly uncertain: number;
  readonly failed: number;
}
