import { request } from 'node:http';
import { connect } from 'node:net';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ORDER_REFERENCE } from '../../../electron/shared/orders.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servedDesk, TOKEN, type ServedDesk } from '../../support/served-desk.ts';
import { numberOf } from '../../../electron/shared/ids.ts';

let served: ServedDesk;
let all: ServedDesk['all'];
let http: ServedDesk['http'];

beforeEach(async () => {
  served = await servedDesk();
  ({ all, http } = served);
});
afterEach(() => served.close());

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${http.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${TOKEN}`, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}
const post = (body: unknown, headers?: Record<string, string>) => call('POST', '/api/v1/messages', body, headers);

describe('POST /api/v1/messages', () => {
  test('202 with the message, its number in E.164 whatever the spelling', async () => {
    for (const to of ['0171 2223344', '+49 (0)171 222-33-44', '0049 171/2223344']) {
      const { status, body } = await post({ to, text: 'Grüße' });
      expect(status).toBe(202);
      expect(body).toMatchObject({
        direction: 'out',
        to: '+491712223344',
        text: 'Grüße',
        state: 'queued',
        purpose: 'service',
        encoding: 'gsm7',
        parts: 1,
        createdAt: '2026-11-23T09:00:00.000Z',
      });
      expect(body).not.toHaveProperty('sentAt');
    }
  });

  test('short codes stay as they are', async () => {
    expect((await post({ to: '22922', text: 'x' })).body.to).toBe('22922');
  });

  test('sendAfter schedules', async () => {
    const { body } = await post({ to: '01712223344', text: 'x', sendAfter: '2026-11-23T11:30:00+01:00' });
    expect(body).toMatchObject({ state: 'scheduled', sendAfter: '2026-11-23T10:30:00.000Z' });
  });

  test.each(['0x10', '1e2', ' 5', '5.0', '-1', '501', ''])('a limit of %j is refused (security 18)', async (limit) => {
    const answer = await call('GET', `/api/v1/messages?limit=${encodeURIComponent(limit)}`);
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'bad-input']);
  });

  test.each([
    [400, 'bad-number', { to: 'nobody', text: 'x' }],
    [400, 'empty-text', { to: '01712223344', text: ' ' }],
    [400, 'text-too-long', { to: '01712223344', text: 'x'.repeat(1_531) }],
    [400, 'bad-input', { to: '01712223344', text: 'x', extra: 1 }],
    [400, 'bad-input', { to: '01712223344' }],
    [400, 'bad-input', { to: '01712223344', text: 'x', purpose: 'spam' }],
    [400, 'bad-input', { to: '01712223344', text: 'x', sendAfter: 'tomorrow' }],
    [400, 'bad-input', { to: '01712223344', text: 'x', sendAfter: '9999-12-31T23:59:59Z' }],
    [400, 'bad-input', { to: '01712223344', text: 'x', expiresAt: '0001-01-01T00:00:00Z' }],
    [400, 'bad-input', '{"to": '],
    [400, 'bad-input', '[]'],
    [400, 'bad-input', 'null'],
    [404, 'not-found', { to: '01712223344', text: 'x', lineId: 'line_99' }],
    [413, 'too-large', { to: '01712223344', text: 'x'.repeat(5_000_000) }],
  ])('%i %s', async (status, code, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ code, message: expect.stringMatching(/^.{5,}$/s) });
  });

  test('ten parts are accepted', async () => {
    expect((await post({ to: '01712223344', text: 'x'.repeat(1_530) })).body.parts).toBe(10);
  });

  test('the same idempotency key answers the same message; with another body it is a conflict', async () => {
    const body = { to: '01712223344', text: 'once' };
    const first = await post(body, { 'Idempotency-Key': 'contact_1' });
    const again = await post({ text: 'once', to: '01712223344' }, { 'Idempotency-Key': 'contact_1' });
    expect(again.body).toEqual(first.body);
    const other = await post({ ...body, text: 'other' }, { 'Idempotency-Key': 'contact_1' });
    expect([other.status, other.body.error.code]).toEqual([409, 'key-reused']);
    expect((await call('GET', '/api/v1/messages')).body.items).toHaveLength(1);
  });

  test('without any line yet: 503, with what to do', async () => {
    all.store.lines.erase(1);
    const { status, body } = await post({ to: '01712223344', text: 'x' });
    expect([status, body.error.code]).toEqual([503, 'no-line']);
  });
});

describe('POST /api/v1/messages/batch', () => {
  test('good ones are accepted, bad ones named by their place', async () => {
    const messages = [
      { to: '01712223344', text: 'a' },
      { to: 'x', text: 'b' },
      { to: '01712223344', txt: 'c' },
      7,
      { to: '01712223345', text: 'd' },
    ];
    const { status, body } = await call('POST', '/api/v1/messages/batch', { messages });
    expect(status).toBe(202);
    expect(body.accepted.map(({ text }: { text: string }) => text)).toEqual(['a', 'd']);
    expect(body.rejected.map(({ index, error }: any) => [index, error.code])).toEqual([
      [1, 'bad-number'],
      [2, 'bad-input'],
      [3, 'bad-input'],
    ]);
  });

  test('1,000 at most, one at least', async () => {
    const many = (n: number) => ({
      messages: Array.from({ length: n }, (_, i) => ({ to: `0171${2_000_000 + i}`, text: 'x' })),
    });
    expect((await call('POST', '/api/v1/messages/batch', many(1_000))).body.accepted).toHaveLength(1_000);
    expect((await call('POST', '/api/v1/messages/batch', many(1_001))).status).toBe(400);
    expect((await call('POST', '/api/v1/messages/batch', many(0))).status).toBe(400);
  });

  test('429 when more waits than could ever go out', async () => {
    const counts = all.store.queue.queueCounts();
    all.store.queue.queueCounts = () => ({ ...counts, queued: 50_000 });
    expect((await post({ to: '01712223344', text: 'x' })).status).toBe(429);
  });
});

describe('POST /api/v1/messages/:id/cancel and /resolve', () => {
  const sent = async (): Promise<string> => (await post({ to: '01712223344', text: 'x' })).body.id;
  const row = (id: string): number => numberOf(id);

  test('what waits is taken back, once', async () => {
    const id = await sent();
    const cancelled = await call('POST', `/api/v1/messages/${id}/cancel`);
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    const again = await call('POST', `/api/v1/messages/${id}/cancel`);
    expect([again.status, again.body.error.code]).toEqual([409, 'too-late']);
  });

  test.each([
    ['sent', 'sent'],
    ['resend', 'queued'],
    ['abandon', 'failed'],
  ])('what may have gone out is resolved as %s', async (as, state) => {
    const id = await sent();
    all.store.parts.insert(row(id), [Uint8Array.of(1)]);
    all.store.parts.setState(row(id), 1, 'uncertain');
    all.store.messages.setState(row(id), 'uncertain', 'crashed');
    const resolved = await call('POST', `/api/v1/messages/${id}/resolve`, { as });
    expect([resolved.status, resolved.body.state]).toEqual([200, state]);
  });

  test('nothing to decide, no such text, no such decision', async () => {
    const id = await sent();
    expect((await call('POST', `/api/v1/messages/${id}/resolve`, { as: 'sent' })).status).toBe(409);
    expect((await call('POST', '/api/v1/messages/message_999/resolve', { as: 'sent' })).status).toBe(404);
    expect((await call('POST', '/api/v1/messages/x/cancel')).status).toBe(404);
    expect((await call('POST', `/api/v1/messages/${id}/resolve`, { as: 'maybe' })).status).toBe(400);
  });
});

describe('GET', () => {
  test('messages: pages, oldest first, filtered', async () => {
    for (let i = 0; i < 5; i++) await post({ to: `0171222334${i}`, text: `text ${i}` });
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await call('GET', `/api/v1/messages?limit=2${next === '' ? '' : `&after=${next}`}`);
      seen.push(...body.items.map(({ text }: { text: string }) => text));
      next = body.next;
    }
    expect(seen).toEqual(['text 0', 'text 1', 'text 2', 'text 3', 'text 4']);
    const [first] = (await call('GET', '/api/v1/messages?limit=1')).body.items;
    const ofConversation = await call(
      'GET',
      `/api/v1/messages?conversation=${first.conversationId}&direction=out&state=queued`,
    );
    expect(ofConversation.body).toEqual({ items: [first], next: null });
    expect((await call('GET', `/api/v1/messages/${first.id}`)).body).toEqual(first);
    expect((await call('GET', '/api/v1/messages?direction=in')).body).toEqual({ items: [], next: null });
  });

  test.each([
    ['/api/v1/messages/message_999', 404],
    ['/api/v1/messages/999', 404],
    ['/api/v1/conversations/conversation_9', 404],
    ['/api/v1/messages?limit=0', 400],
    ['/api/v1/messages?state=lost', 400],
    ['/api/v1/messages?after=x', 400],
    ['/api/v1/messages?what=x', 400],
    ['/api/v1/conversations?view=none', 400],
    ['/api/v1/conversations?after=x', 400],
    ['/api/v1/contacts?after=x', 400],
    ['/api/v1/payments?after=x', 400],
    ['/api/v1/nothing', 404],
  ])('%s: %i', async (path, status) => {
    const answer = await call('GET', path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBeTruthy();
  });

  test('conversations and status', async () => {
    await post({ to: '01712223344', text: 'x' });
    const { body } = await call('GET', '/api/v1/conversations?view=all');
    expect(body.items).toMatchObject([{ id: 'conversation_1', number: '+491712223344', status: 'open', unread: 0 }]);
    expect((await call('GET', '/api/v1/conversations/conversation_1')).body).toEqual(body.items[0]);
    expect((await call('GET', '/api/v1/status')).body).toEqual({
      version: '1.2.3',
      lines: [expect.objectContaining({ id: 'line_1', name: 'Line', state: 'off', imsi: '262011234567890' })],
      queue: { queued: 1, held: 0, sending: 0, uncertain: 0, failed: 0 },
    });
  });

  test('patterns in openapi.json are regular expressions without their flags', async () => {
    const { body } = await call('GET', '/api/v1/openapi.json');
    const patterns = [...JSON.stringify(body).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
      ([, pattern]) => JSON.parse(pattern as string) as string,
    );
    expect(patterns).toContain(ORDER_REFERENCE.source);
    for (const pattern of patterns) {
      expect(() => new RegExp(pattern, 'u')).not.toThrow();
      expect(pattern).not.toMatch(/\$\/[a-z]+$/);
    }
  });

  test('openapi.json names every path there is', async () => {
    const { body } = await call('GET', '/api/v1/openapi.json');
    expect(Object.keys(body.paths)).toEqual([
      '/api/v1/status',
      '/api/v1/messages',
      '/api/v1/messages/batch',
      '/api/v1/messages/{id}',
      '/api/v1/messages/{id}/cancel',
      '/api/v1/messages/{id}/resolve',
      '/api/v1/conversations',
      '/api/v1/conversations/{id}',
      '/api/v1/orders',
      '/api/v1/orders/{id}',
      '/api/v1/orders/reference/{reference}',
      '/api/v1/contacts',
      '/api/v1/contacts/{id}',
      '/api/v1/consent/{number}',
      '/api/v1/templates',
      '/api/v1/services',
      '/api/v1/resources',
      '/api/v1/appointments',
      '/api/v1/appointments/{id}',
      '/api/v1/payments',
      '/api/v1/payments/{reference}',
      '/api/v1/reports',
      '/api/v1/reports/{name}',
      '/api/v1/events',
    ]);
    // By somebody else's reading of the standard.
    const { valid, errors } = await new Validator().validate(body as Record<string, unknown>);
    expect([valid, errors]).toEqual([true, undefined]);
    expect(body.paths['/api/v1/messages'].post.requestBody.content['application/json'].schema.required).toEqual([
      'to',
      'text',
    ]);
  });

  test.each([
    ['nested', '['.repeat(1_000_000)],
    ['of many values', `[${'1,'.repeat(400_000)}1]`],
    ['of many fields', `{"fields":{${Array.from({ length: 60_000 }, (_, i) => `"f${i}":"x"`).join(',')}}}`],
  ])('a body that takes long to read is refused before it is read: %s (security 4)', async (_, body) => {
    const headers = { Authorization: `Bearer ${TOKEN}` };
    const answer = await fetch(`${http.url}/api/v1/contacts`, { method: 'POST', headers, body });
    expect([answer.status, ((await answer.json()) as any).error.code]).toEqual([413, 'too-large']);
  });

  test('a program speaks for nobody but itself: not for the desk, and not after a STOP (security 13)', async () => {
    const to = '01712223344';
    expect((await post({ to, text: 'x', purpose: 'system' })).status).toBe(400);
    expect((await post({ to, text: 'x', purpose: 'answer' })).status).toBe(202);
    all.store.optOuts.add('+491712223344', all.clock.now(), null);
    const refused = await post({ to: '+49 171 2223344', text: 'x', purpose: 'answer' });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'opted-out']);
    const messages = [
      { to, text: 'x', purpose: 'answer' },
      { to: '0160 4412907', text: 'x' },
    ];
    const batch = await call('POST', '/api/v1/messages/batch', { messages });
    expect([batch.body.accepted.length, batch.body.rejected[0].error.code]).toEqual([1, 'opted-out']);
  });

  test('brackets, commas and quotes within a text are no values', async () => {
    expect((await post({ to: '01712223344', text: '"[,{\\"'.repeat(20) })).status).toBe(202);
  });

  test.each(['/api/v1/events', '/window/events'])(
    'no more event streams than somebody reads (security 12): %s',
    async (path) => {
      const opened: AbortController[] = [];
      const stream = async (): Promise<number> => {
        const ending = new AbortController();
        opened.push(ending);
        const headers = { Authorization: `Bearer ${TOKEN}` };
        return (await fetch(`${http.url}${path}`, { headers, signal: ending.signal })).status;
      };
      for (let n = 0; n < 20; n++) expect(await stream()).toBe(200);
      expect(await stream()).toBe(429);
      opened[0]?.abort();
      // Let go a moment later.
      while ((await stream()) === 429) await new Promise((resolve) => setTimeout(resolve, 10));
      for (const each of opened) each.abort();
    },
  );

  test('events: what happens is told, as JSON', async () => {
    const response = await fetch(`${http.url}/api/v1/events`, { headers: { Authorization: `Bearer ${TOKEN}` } });
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await post({ to: '01712223344', text: 'x' });
    let told = '';
    while (!told.includes('conversation.changed')) told += (await reader.read()).value;
    await reader.cancel();
    expect(told).toMatch(/event: message\.changed\ndata: \{"id":"message_1"/);
  });
});

describe('who may call', () => {
  test.each([
    ['no token', {}],
    ['a wrong one', { Authorization: 'Bearer wrong' }],
    ['another scheme', { Authorization: `Basic ${TOKEN}` }],
    ['the token in the address', {}, `?token=${TOKEN}`],
  ])('%s: 401', async (_name, headers, query = '') => {
    const response = await fetch(`${http.url}/api/v1/status${query}`, { headers });
    expect(response.status).toBe(401);
  });

  test('the window’s methods need it as well', async () => {
    expect((await fetch(`${http.url}/window/invoke/app.state`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await fetch(`${http.url}/window/events`)).status).toBe(401);
  });

  test('guessing gets 429, the right token still passes', async () => {
    const wrong = () => fetch(`${http.url}/api/v1/status`, { headers: { Authorization: 'Bearer no' } });
    for (let i = 0; i < 30; i++) await wrong();
    expect((await wrong()).status).toBe(429);
    expect((await call('GET', '/api/v1/status')).status).toBe(200);
  });

  const raw = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(http.url);
      request(
        { host: '127.0.0.1', port, path: '/api/v1/status', headers: { Authorization: `Bearer ${TOKEN}`, ...headers } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      )
        .on('error', reject)
        .end();
    });

  test('another host name or another site’s page is refused, whatever token it has', async () => {
    const { port } = new URL(http.url);
    expect(await raw({ Host: 'evil.example' })).toBe(401);
    expect(await raw({ Host: `127.0.0.1:${port}`, Origin: 'https://evil.example' })).toBe(401);
    expect(await raw({ Host: `localhost:${port}`, Origin: `http://localhost:${port}` })).toBe(200);
  });

  test.each([
    ['no HTTP', 'EHLO shop.example\r\n\r\n', '400', 'bad-input'],
    ['an address that is too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`, '431', 'too-large'],
  ])('%s is refused with a code', async (_, sent, status, code) => {
    const socket = connect(Number(new URL(http.url).port), '127.0.0.1');
    socket.end(sent);
    const answer = (await socket.toArray()).join('');
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ error: { code } });
  });

  test('every answer carries the security headers', async () => {
    const { headers } = await call('GET', '/api/v1/status');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the window’s methods', () => {
  const invoke = (method: string, input: unknown) => call('POST', `/window/invoke/${method}`, input);

  test('answer as the contract says', async () => {
    expect((await invoke('app.state', {})).body).toMatchObject({
      ok: true,
      value: { version: '0.0.0', counts: { conversations: { open: 0 } } },
    });
  });

  test.each([
    ['nothing.here', {}, 'not-found'],
    ['toString', {}, 'not-found'],
    ['app.state', { extra: 1 }, 'bad-input'],
    ['messages.send', { to: '0171', text: 'x', undoMs: -1, key: 'k' }, 'bad-input'],
    ['conversations.get', { id: 'message_1' }, 'not-found'],
    ['messages.cancel', { id: 'message_1' }, 'not-found'],
  ])('%s %j: %s', async (method, input, code) => {
    expect((await invoke(method, input)).body).toMatchObject({ ok: false, error: { code } });
  });
});

describe('/api/v1/orders, for a till', () => {
  const order = { reference: '1234', number: '0171 2223344', note: 'Cake' };

  test('an order goes on the board, the same again is the same, another one of its number is refused', async () => {
    const first = await call('POST', '/api/v1/orders', order);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      reference: '1234',
      number: '+491712223344',
      column: { stage: 'open', name: 'in Arbeit' },
      over: false,
    });
    const again = await call('POST', '/api/v1/orders', order);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const other = await call('POST', '/api/v1/orders', { ...order, note: 'Bread' });
    expect([other.status, other.body.error.code]).toEqual([409, 'order-exists']);
    expect((await call('GET', '/api/v1/orders')).body.items).toHaveLength(1);
  });

  test('PATCH by its number moves it to a column by name or stage, and the customer is told at once', async () => {
    await call('POST', '/api/v1/orders', order);
    const { status, body } = await call('PATCH', '/api/v1/orders/reference/%231234', { column: 'ready' });
    expect([status, body.column.stage]).toEqual([200, 'ready']);
    const { items } = (await call('GET', '/api/v1/messages')).body;
    expect(items).toMatchObject([{ to: '+491712223344', state: 'queued', purpose: 'service', source: '@order' }]);
    const done = await call('PATCH', `/api/v1/orders/${body.id}`, { column: 'abgeholt', note: 'Cake, large' });
    expect(done.body).toMatchObject({ over: true, note: 'Cake, large' });
    const taken = (await call('GET', '/api/v1/messages')).body.items;
    expect(taken).toMatchObject([{ state: 'cancelled' }]);
  });

  test('not told where the till says so; what is not there is said', async () => {
    await call('POST', '/api/v1/orders', { ...order, column: 'ready', tell: false });
    expect((await call('GET', '/api/v1/messages')).body.items).toEqual([]);
    expect((await call('PATCH', '/api/v1/orders/order_99', { column: 'ready' })).status).toBe(404);
    expect((await call('GET', '/api/v1/orders/reference/99')).status).toBe(404);
    expect((await call('PATCH', '/api/v1/orders/order_1', { column: 'lost' })).status).toBe(404);
    expect((await call('POST', '/api/v1/orders', { reference: '9', number: 'abc' })).body.error.code).toBe(
      'bad-number',
    );
    expect((await call('POST', '/api/v1/orders', { number: '0171 2223344' })).status).toBe(400);
  });
});
