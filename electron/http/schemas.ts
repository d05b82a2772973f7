import { z } from 'zod';
import { compact, instant, iso } from './wire.ts';
import { MAX_TEXT_LENGTH } from '../shared/composing.ts';
import { writtenInstant } from '../shared/instants.ts';
import { newOrder as orderOfShop } from '../shared/orders.ts';
import type { OrderColumnView, OrderView } from '../features/orders/contract.ts';
import {
  type ConversationEventView,
  type ConversationView,
  CONVERSATION_EVENT_KINDS,
} from '../features/conversations/contract.ts';
import { CONVERSATION_VIEWS } from '../features/conversations/constants.ts';
import type { LineView } from '../features/lines/contract.ts';
import { type MessageView, MESSAGE_STATES, PURPOSES } from '../features/messaging/contract.ts';

/** What the desk says on its own behalf is said by nobody else: it passes where nothing else does. */
const GIVEN_PURPOSES = PURPOSES.filter((purpose) => purpose !== 'system');

/** The REST API's own shapes. They are promised to other programs: additions only. */

export const newMessage = z.strictObject({
  to: z.string().min(1).max(60).meta({ description: 'A number in any usual spelling, or a short code.' }),
  text: z
    .string()
    .max(10 * MAX_TEXT_LENGTH)
    .meta({ description: 'At most 10 parts.' }),
  purpose: z.enum(GIVEN_PURPOSES).optional().meta({
    description: 'service if left out. An answer is a person’s: nobody gets one who asked for no more texts.',
  }),
  sendAfter: writtenInstant.optional(),
  expiresAt: writtenInstant.optional(),
  lineId: z
    .string()
    .regex(/^l\d{1,15}$/)
    .optional(),
});
export type NewMessage = z.infer<typeof newMessage>;

export const MAX_BATCH = 1_000;
/** The messages are looked at one by one, so that a bad one does not refuse the others. */
export const newBatch = z.strictObject({ messages: z.array(z.unknown()).min(1).max(MAX_BATCH) });

export const resolution = z.strictObject({
  as: z.enum(['sent', 'resend', 'abandon']).meta({
    description:
      'What became of a text that may have gone out, or of one that failed: it went, send it anew, leave it.',
  }),
});

const orderFields = z.strictObject({
  reference: orderOfShop.shape.reference.meta({ description: 'The shop’s own number, as it stands on the slip.' }),
  number: orderOfShop.shape.number.meta({
    description: 'Of the customer, in any usual spelling; empty: nobody is texted.',
  }),
  name: orderOfShop.shape.name,
  note: orderOfShop.shape.note.meta({ description: 'What it is.' }),
  column: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ description: 'A column’s id, name or stage; the first if left out.' }),
  tell: z
    .boolean()
    .meta({ description: 'false: the customer is not told. He is told once of each column that tells.' }),
});
export const newOrder = orderFields.partial().required({ reference: true });
export const orderChange = orderFields.partial();

export const messageQuery = z.strictObject({
  direction: z.enum(['in', 'out']).optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  conversation: z.string().max(20).optional(),
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const conversationChange = z.strictObject({ status: z.enum(['open', 'closed']) });

export const conversationQuery = z.strictObject({
  view: z.enum(CONVERSATION_VIEWS).default('open'),
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const message = z.object({
  id: z.string(),
  conversationId: z.string(),
  lineId: z.string(),
  direction: z.enum(['in', 'out']),
  from: z.string(),
  to: z.string(),
  text: z.string(),
  state: z.enum(MESSAGE_STATES),
  reason: z.string().optional().meta({ description: 'A stable code.' }),
  reasonText: z.string().optional().meta({ description: 'The same as a sentence.' }),
  purpose: z.enum(PURPOSES),
  encoding: z.enum(['gsm7', 'ucs2', '8bit']),
  parts: z.int(),
  createdAt: instant,
  sendAfter: instant.optional(),
  sentAt: instant.optional(),
  deliveredAt: instant.optional(),
  receivedAt: instant.optional(),
  source: z
    .string()
    .optional()
    .describe('Whose idea it was where no person wrote it: a rule, or with @ before it the program.'),
});

export const conversation = z.object({
  id: z.string(),
  lineId: z.string(),
  number: z.string(),
  name: z.string().optional(),
  status: z.enum(['open', 'snoozed', 'closed']),
  unread: z.int(),
  waitingSince: instant.optional(),
  lastActivityAt: instant,
});

export const conversationEvent = z.object({
  id: z.string(),
  conversationId: z.string(),
  kind: z.enum(CONVERSATION_EVENT_KINDS),
  at: instant,
});

const OWNERS = 'For the owner’s key alone.';
export const line = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['sim', 'demo']),
  state: z.enum(['starting', 'ready', 'searching', 'attention', 'reconnecting', 'off']),
  reason: z.string().optional(),
  reasonText: z.string().optional(),
  warning: z
    .string()
    .optional()
    .meta({ description: 'What does not keep the line from working, but should be known.' }),
  warningText: z.string().optional(),
  imsi: z.string().optional().meta({ description: OWNERS }),
  imei: z.string().optional().meta({ description: OWNERS }),
  operator: z.string().optional(),
  signalDbm: z.int().optional(),
  sim: z.object({ used: z.int(), total: z.int() }).optional(),
  port: z.string().optional(),
  since: instant.optional(),
  ownNumber: z.string().optional().meta({ description: OWNERS }),
  balance: z
    .object({ at: instant, text: z.string(), amount: z.number().nullable(), isLow: z.boolean() })
    .optional()
    .meta({ description: OWNERS }),
});

export const status = z.object({
  version: z.string(),
  lines: z.array(line),
  queue: z.object({ queued: z.int(), held: z.int(), sending: z.int(), uncertain: z.int(), failed: z.int() }),
});

export const order = z.object({
  id: z.string(),
  reference: z.string(),
  number: z.string().optional(),
  name: z.string(),
  note: z.string(),
  column: z.object({ id: z.string(), name: z.string(), stage: z.enum(['open', 'ready', 'done']) }),
  over: z.boolean().meta({ description: 'Nothing is left to do about it.' }),
  removed: z.boolean(),
  createdAt: instant,
  movedAt: instant,
  conversationId: z.string().optional(),
});

/** Which of several it is. */
export const named = z.object({
  id: z.string().optional(),
  reference: z.string().optional(),
  number: z.string().optional(),
});

export const error = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
});

export function toMessage(view: MessageView): z.infer<typeof message> {
  return compact({
    id: view.id,
    conversationId: view.conversationId,
    lineId: view.lineId,
    direction: view.direction,
    from: view.from,
    to: view.to,
    text: view.text,
    state: view.state,
    reason: view.reason?.code ?? null,
    reasonText: view.reason?.sentence ?? null,
    purpose: view.purpose,
    encoding: view.encoding,
    parts: view.parts,
    createdAt: iso(view.createdAt),
    sendAfter: iso(view.notBefore),
    sentAt: iso(view.sentAt),
    deliveredAt: iso(view.deliveredAt),
    receivedAt: iso(view.receivedAt),
    ...(view.source === null ? {} : { source: view.source }),
  }) as z.infer<typeof message>;
}

export function toConversation(view: ConversationView): z.infer<typeof conversation> {
  return compact({
    id: view.id,
    lineId: view.lineId,
    number: view.number,
    name: view.name,
    status: view.status,
    unread: view.unread,
    waitingSince: iso(view.waitingSince),
    lastActivityAt: iso(view.lastActivityAt),
  }) as z.infer<typeof conversation>;
}

export function toConversationEvent(view: ConversationEventView): z.infer<typeof conversationEvent> {
  const { id, conversationId, kind, at } = view;
  return { id, conversationId, kind, at: new Date(at).toISOString() };
}

/** As every program may know it. */
export function toLine(view: LineView): z.infer<typeof line> {
  return toOwnersLine({ ...view, imsi: null, imei: null, ownNumber: null, balance: null });
}

export function toOwnersLine({ reason, warning, since, balance, ...view }: LineView): z.infer<typeof line> {
  return compact({
    ...view,
    since: since === 0 ? null : iso(since),
    balance: balance === null ? null : { ...balance, at: iso(balance.at) },
    reason: reason?.code ?? null,
    reasonText: reason?.sentence ?? null,
    warning: warning?.code ?? null,
    warningText: warning?.sentence ?? null,
  }) as z.infer<typeof line>;
}

export function toOrder(
  view: OrderView,
  column: Pick<OrderColumnView, 'id' | 'name' | 'stage'>,
): z.infer<typeof order> {
  return compact({
    id: view.id,
    reference: view.reference,
    number: view.number,
    name: view.name,
    note: view.note,
    column: { id: column.id, name: column.name, stage: column.stage },
    over: view.isOver,
    removed: view.isRemoved,
    createdAt: iso(view.createdAt),
    movedAt: iso(view.movedAt),
    conversationId: view.conversationId,
  }) as z.infer<typeof order>;
}
