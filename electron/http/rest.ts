import { Hono, type Context } from 'hono';
import type { Desk } from '../app/desk.ts';
import type { MessageOrder } from '../features/messaging/messages.ts';
import { rowOf } from '../shared/ids.ts';
import { refuse, type Result } from '../shared/result.ts';
import type { OrderView } from '../features/orders/contract.ts';
import { scopeOfEvent, type Access } from './access.ts';
import { HttpRefusal, refused } from './errors.ts';
import { eventStream, OpenStreams, type EventSource } from './event-stream.ts';
import { appointmentsApi } from './appointments-api.ts';
import { contactsApi } from './contacts-api.ts';
import { paymentsApi } from './payments-api.ts';
import { publicEventOf } from './public-events.ts';
import { openApi } from './openapi.ts';
import { reportsApi } from './reports-api.ts';
import { jsonBody, parse, unwrap, type RequestVariables } from './requests.ts';
import {
  conversationChange,
  conversationQuery,
  messageQuery,
  newBatch,
  newMessage,
  newOrder,
  orderChange,
  resolution,
  toConversation,
  toLine,
  toMessage,
  toOrder,
  toOwnersLine,
  type NewMessage,
} from './schemas.ts';

/** What stands beside each request. */
export interface ApiVariables extends RequestVariables {
  readonly access: Access;
}

/** The API for other programs, under /api/v1. */
export function restApi(desk: () => Desk, events: EventSource, version: string): Hono<{ Variables: ApiVariables }> {
  const api = new Hono<{ Variables: ApiVariables }>();

  api.get('/openapi.json', (c) => c.json(openApi(version) as object));

  api.get('/status', (c) => {
    const lines = desk().lines.views.map(c.var.access.isOwner ? toOwnersLine : toLine);
    return c.json({ version, lines, queue: desk().counts.queue });
  });

  api.post('/messages', async (c) => {
    const body = await jsonBody(c);
    const request = toRequest(parse(newMessage, body));
    const key = c.req.header('Idempotency-Key');
    if (key !== undefined && (key === '' || key.length > 255))
      throw refused('bad-input', 'An idempotency key has 1 to 255 characters.');
    const idempotency = key === undefined ? null : { key: `api:${key}`, body: JSON.stringify(canonical(body)) };
    assertWanted(desk(), request);
    return c.json(toMessage(unwrap(desk().messages.send(request, idempotency))), 202);
  });

  api.post('/messages/batch', async (c) => {
    const { messages } = parse(newBatch, await jsonBody(c));
    const rejected: { index: number; error: unknown }[] = [];
    const requests: { index: number; request: ReturnType<typeof toRequest> }[] = [];
    messages.forEach((each, index) => {
      try {
        const request = toRequest(parse(newMessage, each));
        assertWanted(desk(), request);
        requests.push({ index, request });
      } catch (error) {
        if (!(error instanceof HttpRefusal)) throw error;
        rejected.push({ index, error: error.refusal });
      }
    });
    const results = await desk().messages.sendAll(requests.map(({ request }) => request));
    const accepted = results.flatMap((result, i) => {
      if (result.ok) return [toMessage(result.value)];
      rejected.push({ index: requests[i]?.index as number, error: result.error });
      return [];
    });
    rejected.sort((a, b) => a.index - b.index);
    return c.json({ accepted, rejected }, 202);
  });

  api.get('/messages', (c) => {
    const { direction, state, conversation, after, limit } = parse(messageQuery, c.req.query());
    const rows = {
      after: after === undefined ? 0 : rowOf('m', after),
      conversation: conversation === undefined ? null : rowOf('c', conversation),
    };
    if (rows.after === null) throw refused('bad-input', 'after takes the next that the page before gave.');
    if (conversation !== undefined && rows.conversation === null)
      throw refused('not-found', 'There is no such conversation.');
    const { items, next } = desk().messages.list({
      direction: direction ?? null,
      state: state ?? null,
      conversation: rows.conversation,
      after: rows.after,
      limit,
    });
    return c.json({ items: items.map(toMessage), next });
  });

  api.get('/messages/:id', (c) => c.json(toMessage(unwrap(desk().messages.get(c.req.param('id'))))));

  api.post('/messages/:id/cancel', (c) => {
    return c.json(toMessage(unwrap(withMessage(c.req.param('id'), (row) => desk().outbox.cancel(row)))));
  });

  api.post('/messages/:id/resolve', async (c) => {
    const { as } = parse(resolution, await jsonBody(c));
    return c.json(toMessage(unwrap(withMessage(c.req.param('id'), (row) => desk().outbox.resolve(row, as)))));
  });

  api.get('/conversations', (c) => {
    const { view, after, limit } = parse(conversationQuery, c.req.query());
    const { items, next } = unwrap(
      desk().conversations.list({ view, order: 'newest', tag: null, assignee: null }, after ?? null, limit),
    );
    return c.json({ items: items.map(toConversation), next });
  });

  api.get('/conversations/:id', (c) => c.json(toConversation(unwrap(desk().conversations.get(c.req.param('id'))))));

  api.patch('/conversations/:id', async (c) => {
    const { status } = parse(conversationChange, await jsonBody(c));
    const id = c.req.param('id');
    unwrap(desk().conversations.change([id], { status }));
    return c.json(toConversation(unwrap(desk().conversations.get(id))));
  });

  const orderOf = (view: OrderView) => toOrder(view, desk().orders.columns.of(view));

  api.get('/orders', (c) => c.json({ items: desk().orders.board().orders.map(orderOf) }));

  api.post('/orders', async (c) => {
    const body = parse(newOrder, await jsonBody(c));
    const { reference, number = '', name = '', note = '', column, tell = true } = body;
    const columnId = column === undefined ? undefined : unwrap(desk().orders.columns.called(column));
    const written = { reference, number, name, note, columnId };
    // A till that had no answer asks again: the same order is one.
    const known = desk().orders.findSameOpen(written);
    if (known !== null) return c.json(orderOf(known), 200);
    return c.json(orderOf(unwrap(desk().orders.add(written, { tell, canBeUndone: false }))), 201);
  });

  const patch = async (c: Context, found: Result<OrderView>) => {
    const { column, tell = true, ...change } = parse(orderChange, await jsonBody(c));
    const { id } = unwrap(found);
    const columnId = column === undefined ? undefined : unwrap(desk().orders.columns.called(column));
    return c.json(orderOf(unwrap(desk().orders.change(id, { ...change, columnId }, { tell, canBeUndone: false }))));
  };

  api.get('/orders/:id', (c) => c.json(orderOf(unwrap(desk().orders.get(c.req.param('id'))))));
  api.patch('/orders/:id', (c) => patch(c, desk().orders.get(c.req.param('id'))));
  api.get('/orders/reference/:reference', (c) =>
    c.json(orderOf(unwrap(desk().orders.byReference(c.req.param('reference'))))),
  );
  api.patch('/orders/reference/:reference', (c) => patch(c, desk().orders.byReference(c.req.param('reference'))));

  api.route('/', contactsApi(desk));
  api.route('/', appointmentsApi(desk));
  api.route('/', paymentsApi(desk));
  api.route('/', reportsApi(desk));

  const told = once(publicEventOf(desk));
  const streams = new OpenStreams();
  api.get('/events', (c) => {
    const { access } = c.var;
    return eventStream(
      c,
      events,
      (event) => {
        const mine = told(event);
        return mine !== null && access.opens(scopeOfEvent(mine.event)) === true ? mine : null;
      },
      { isWelcome: () => access.opens('messages:read') !== null, streams },
    );
  });

  return api;
}

/** All who listen hear of an event one after the other: what it is for others is made of it once. */
function once<E extends object, T>(make: (event: E) => T): (event: E) => T {
  let last: { readonly event: E; readonly made: T } | null = null;
  return (event) => {
    if (last?.event !== event) last = { event, made: make(event) };
    return last.made;
  };
}

function toRequest({ to, text, purpose, sendAfter, expiresAt, lineId }: NewMessage): MessageOrder {
  const line = lineId === undefined ? null : (rowOf('l', lineId) ?? 0);
  const at = (instant: string | undefined): number | null => (instant === undefined ? null : Date.parse(instant));
  return { to, text, purpose: purpose ?? 'service', notBefore: at(sendAfter), expiresAt: at(expiresAt), line };
}

/**
 * An answer passes the gate wherever a person at the counter may write; a program is none. Everything else the gate holds back itself.
 * @throws HttpRefusal 409
 */
function assertWanted(desk: Desk, { to, purpose }: ReturnType<typeof toRequest>): void {
  if (purpose !== 'answer') return;
  const known = desk.consent.ofNumber(to);
  if (known.ok && known.value.isOptedOut) throw refused('opted-out', 'This customer asked for no more texts.');
}

function withMessage<T>(id: string, use: (row: number) => Result<T>): Result<T> {
  const row = rowOf('m', id);
  return row === null ? refuse('not-found', 'There is no such message.') : use(row);
}

/** The same request whatever the order of its fields. */
function canonical(body: unknown): unknown {
  return Object.entries(body as object).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
