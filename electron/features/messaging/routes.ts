import { z } from 'zod';
import { parse, RefusalError, refused, unwrap } from '../../core/refusal-error.ts';
import { byId, pageLimit, pageOf, refusal, route, type PublicEvents, type RestRoutes } from '../../core/rest-route.ts';
import { compact, instant, iso } from '../../core/wire.ts';
import { MAX_TEXT_LENGTH } from '../../shared/composing.ts';
import { LONGEST_ID, rowOf } from '../../shared/ids.ts';
import { writtenInstant } from '../../shared/instants.ts';
import type { Result } from '../../shared/result.ts';
import { MESSAGE_STATES, PURPOSES, type MessageDto, type messagingContract } from './contract.ts';
import type { MessageOrder, Messages } from './messages.ts';
import type { Outbox } from './outbox.ts';

interface Services {
  readonly messages: Messages;
  readonly outbox: Outbox;
  readonly consent: { ofNumber(number: string): Result<{ readonly isOptedOut: boolean }> };
}

/** Nobody else may send as the desk itself, since its own messages pass the gate where nothing else does. */
const GIVEN_PURPOSES = PURPOSES.filter((purpose) => purpose !== 'system');

const newMessage = z.strictObject({
  to: z.string().min(1).max(60).meta({ description: 'A number in any usual format, or a short code.' }),
  text: z
    .string()
    .max(10 * MAX_TEXT_LENGTH)
    .meta({ description: 'At most 10 SMS segments.' }),
  purpose: z.enum(GIVEN_PURPOSES).optional().meta({
    description:
      'Defaults to service. An answer counts as written by a person; it is refused if the customer opted out.',
  }),
  sendAfter: writtenInstant.optional(),
  expiresAt: writtenInstant.optional(),
  lineId: z
    .string()
    .regex(/^(?:line_|l)\d{1,15}$/)
    .optional(),
});
const resolution = z.strictObject({
  as: z.enum(['sent', 'resend', 'abandon']).meta({
    description:
      'What became of a text that may have gone out, or of one that failed: it went, send it anew, leave it.',
  }),
});

const messageQuery = z.strictObject({
  direction: z.enum(['in', 'out']).optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  conversation: z.string().max(LONGEST_ID).optional(),
  after: z.string().max(40).optional(),
  limit: pageLimit(500, 100),
});

const message = z.object({
  id: z.string(),
  conversationId: z.string(),
  lineId: z.string(),
  direction: z.enum(['in', 'out']),
  from: z.string(),
  to: z.string(),
  text: z.string(),
  state: z.enum(MESSAGE_STATES),
  reason: z.string().optional().meta({ description: 'A stable code.' }),
  reasonText: z.string().optional().meta({ description: 'The reason as a sentence.' }),
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

const MAX_BATCH = 1_000;
/** The messages are checked one by one, so that a bad one does not get the others refused. */
const newBatch = z.strictObject({
  messages: z
    .array(z.unknown().meta(z.toJSONSchema(newMessage, { io: 'input' })))
    .min(1)
    .max(MAX_BATCH),
});
const batchAnswer = z.object({
  accepted: z.array(message),
  rejected: z.array(z.object({ index: z.int(), error: refusal.shape.error })),
});

function toMessage(view: MessageDto): z.infer<typeof message> {
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

/** @throws RefusalError */
function toOrder(
  { to, text, purpose, sendAfter, expiresAt, lineId }: z.infer<typeof newMessage>,
  { consent }: Services,
): MessageOrder {
  // An answer passes the gate wherever a person at the counter may write, but a program is not a person. The gate itself holds
  // back everything else.
  if (purpose === 'answer') {
    const known = consent.ofNumber(to);
    if (known.ok && known.value.isOptedOut) throw refused('opted-out', 'This customer opted out.');
  }
  const line = lineId === undefined ? null : (rowOf('line', lineId) ?? 0);
  const at = (given: string | undefined): number | null => (given === undefined ? null : Date.parse(given));
  return { to, text, purpose: purpose ?? 'service', notBefore: at(sendAfter), expiresAt: at(expiresAt), line };
}

/** Gives the same string for the same request, whatever the order of its fields. */
function canonical(body: object): string {
  return JSON.stringify(Object.entries(body).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws RefusalError */
function rowOfMessage(id: string): number {
  const row = rowOf('message', id);
  if (row === null) throw refused('not-found', 'There is no such message.');
  return row;
}

/** Messages, for other programs. */
export const messagingRoutes: RestRoutes<Services> = (services) => [
  ...sendingRoutes(services),
  ...readingRoutes(services),
  ...decidingRoutes(services),
];

const sendingRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'post',
    path: '/messages',
    scope: 'messages:write',
    summary: 'Send a message',
    request: {
      headers: z.object({
        'Idempotency-Key': z
          .string()
          .min(1, 'An idempotency key has 1 to 255 characters.')
          .max(255, 'An idempotency key has 1 to 255 characters.')
          .optional(),
      }),
      body: newMessage,
    },
    answer: [202, 'Accepted', message],
    handle({ headers, body }) {
      const order = toOrder(body, services());
      const key = headers['Idempotency-Key'];
      const idempotency = key === undefined ? null : { key: `api:${key}`, body: canonical(body) };
      return toMessage(unwrap(services().messages.send(order, idempotency)));
    },
  }),
  route({
    method: 'post',
    path: '/messages/batch',
    scope: 'messages:write',
    summary: 'Send up to 1,000 messages',
    request: { body: newBatch },
    answer: [202, 'Each message accepted or refused individually', batchAnswer],
    handle: ({ body }) => sendBatch(body.messages, services()),
  }),
];

const readingRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'get',
    path: '/messages',
    scope: 'messages:read',
    summary: 'List messages, oldest first',
    request: { query: messageQuery },
    answer: [200, 'A page', pageOf(message)],
    handle({ query: { direction, state, conversation, after, limit } }) {
      const rows = {
        after: after === undefined ? 0 : rowOf('message', after),
        conversation: conversation === undefined ? null : rowOf('conversation', conversation),
      };
      if (rows.after === null) throw refused('bad-input', 'after takes the next that the page before gave.');
      if (conversation !== undefined && rows.conversation === null)
        throw refused('not-found', 'There is no such conversation.');
      const { items, next } = services().messages.list({
        direction: direction ?? null,
        state: state ?? null,
        conversation: rows.conversation,
        after: rows.after,
        limit,
      });
      return { items: items.map(toMessage), next };
    },
  }),
  route({
    method: 'get',
    path: '/messages/{id}',
    scope: 'messages:read',
    summary: 'Get a message',
    request: byId,
    answer: [200, 'The message', message],
    handle: ({ params }) => toMessage(unwrap(services().messages.get(params.id))),
  }),
];

const decidingRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'post',
    path: '/messages/{id}/cancel',
    scope: 'messages:write',
    summary: 'Cancel a message that has not been sent',
    request: byId,
    answer: [200, 'The canceled message', message],
    handle: ({ params }) => toMessage(unwrap(services().outbox.cancel(rowOfMessage(params.id)))),
  }),
  route({
    method: 'post',
    path: '/messages/{id}/resolve',
    scope: 'messages:write',
    summary: 'Resolve a message whose delivery is unknown, or that failed',
    request: { ...byId, body: resolution },
    answer: [200, 'The updated message', message],
    handle: ({ params, body }) => toMessage(unwrap(services().outbox.resolve(rowOfMessage(params.id), body.as))),
  }),
];

async function sendBatch(input: readonly unknown[], services: Services): Promise<z.infer<typeof batchAnswer>> {
  const rejected: z.infer<typeof batchAnswer>['rejected'] = [];
  const orders: { readonly index: number; readonly order: MessageOrder }[] = [];
  input.forEach((each, index) => {
    try {
      orders.push({ index, order: toOrder(parse(newMessage, each), services) });
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      rejected.push({ index, error: error.refusal });
    }
  });
  const results = await services.messages.sendAll(orders.map(({ order }) => order));
  const accepted = results.flatMap((result, i) => {
    if (result.ok) return [toMessage(result.value)];
    rejected.push({ index: orders[i]?.index as number, error: result.error });
    return [];
  });
  return { accepted, rejected: rejected.toSorted((a, b) => a.index - b.index) };
}

export const messagingEvents = (): PublicEvents<typeof messagingContract> => ({
  'message.received': { scope: 'messages:read', toData: toMessage },
  'message.changed': { scope: 'messages:read', toData: toMessage },
});
