import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SCOPES, type Scope } from '../../../electron/shared/access-words.ts';
import { publicEventsOf } from '../../../electron/app/public-events.ts';
import { describedApi } from '../../../electron/http/rest.ts';
import { servedDesk, TOKEN, type ServedDesk } from '../../support/served-desk.ts';

let served: ServedDesk;
let all: ServedDesk['all'];
let http: ServedDesk['http'];

beforeEach(async () => {
  served = await servedDesk();
  ({ all, http } = served);
});
afterEach(() => served.close());

function make(name: string, scopes: Scope[]): { token: string; id: number } {
  const made = all.desk.access.make({ name, scopes });
  if (!made.ok) throw new Error(made.error.message);
  return { token: made.value.token, id: made.value.made.tokenId };
}

async function call(
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${http.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** A working day that lies ahead of the desk's clock. */
const DAY = '2030-01-09';
const text = { to: '01712223344', text: 'It is ready' };

describe('a key of another program', () => {
  test('opens what it was made for, and nothing else', async () => {
    const { token } = make('Till', ['messages:write', 'orders:read']);
    expect((await call(token, 'POST', '/api/v1/messages', text)).status).toBe(202);
    expect((await call(token, 'GET', '/api/v1/orders')).status).toBe(200);
    expect((await call(token, 'GET', '/api/v1/status')).status).toBe(200);
    expect((await call(token, 'GET', '/api/v1/openapi.json')).status).toBe(200);
    // The SIM's numbers are nobody's business but the owner's (security 18).
    const [line] = (await call(token, 'GET', '/api/v1/status')).body.lines as Record<string, unknown>[];
    expect(line).toMatchObject({ id: 'line_1', state: 'off' });
    expect(line).not.toHaveProperty('imsi');
    const refused = await call(token, 'GET', '/api/v1/messages');
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', details: { scope: 'messages:read' } } },
    });
    expect((await call(token, 'POST', '/api/v1/orders', {})).status).toBe(403);
    expect((await call(token, 'GET', '/api/v1/contacts')).status).toBe(403);
    expect((await call(token, 'GET', '/api/v1/events')).status).toBe(403);
    expect((await call(token, 'GET', '/api/v1/reports')).status).toBe(403);
  });

  test.each([
    ['GET', '/messages', 'messages:read'],
    ['POST', '/messages/batch', 'messages:write'],
    ['GET', '/consent/+491712223344', 'customers:read'],
    ['POST', '/contacts', 'customers:write'],
    ['GET', '/templates', 'customers:read'],
    ['PATCH', '/appointments/appointment_1', 'appointments:write'],
    ['GET', '/resources', 'appointments:read'],
    ['POST', '/payments', 'payments:write'],
    ['GET', '/reports', 'reports:read'],
    ['GET', '/events', 'messages:read'],
    // What no route answers is opened by nothing.
    ['POST', '/reports', 'none'],
    ['DELETE', '/orders/order_1', 'none'],
    ['GET', '/messagesandmore', 'none'],
    ['GET', '/tokens', 'none'],
  ])('%s %s needs %s', async (method, path, scope) => {
    const { token } = make(
      'All but one',
      [...SCOPES].filter((each) => each !== scope),
    );
    const body = method === 'GET' ? undefined : {};
    expect(await call(token, method, `/api/v1${path}`, body)).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', details: { scope } } },
    });
  });

  test('needs for each request what the description says of it', async () => {
    const { paths } = describedApi('0') as {
      paths: Record<string, Record<string, { security: { token: string[] }[] }>>;
    };
    const tokens = new Map(
      SCOPES.map((scope) => [
        scope,
        make(
          scope,
          SCOPES.filter((each) => each !== scope),
        ).token,
      ]),
    );
    let asked = 0;
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(operations)) {
        const scope = security[0]?.token[0] as Scope | undefined;
        if (scope === undefined) {
          expect(path).toBe('/api/v1/status');
          continue;
        }
        const where = path.replaceAll(/\{\w+\}/g, 'x');
        const answer = await call(
          tokens.get(scope) as string,
          method.toUpperCase(),
          where,
          method === 'get' ? undefined : {},
        );
        expect(answer, `${method} ${path}`).toMatchObject({ status: 403, body: { error: { details: { scope } } } });
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(25);
  });

  describe('that writes and does not read', () => {
    const order = { reference: 'A-1', number: '01712223344', name: 'Ana', note: 'Cake' };
    const customer = { name: 'Ana', notes: 'lives alone', numbers: [{ number: '+491712223344' }] };

    async function both(
      scope: Scope,
      made: [path: string, body: unknown],
      changed: (id: string) => string,
      with_ = {},
    ) {
      const [area] = scope.split(':');
      const [blind, seeing] = [
        make(`${area} writes`, [scope]),
        make(`${area} reads`, [scope, `${area}:read` as Scope]),
      ];
      const { id } = (await call(TOKEN, 'POST', ...made)).body as { id: string };
      const answers = await Promise.all([blind, seeing].map(({ token }) => call(token, 'PATCH', changed(id), with_)));
      return { id, answers };
    }

    test('learns of what it changes which it was', async () => {
      const customers = await both('customers:write', ['/api/v1/contacts', customer], (id) => `/api/v1/contacts/${id}`);
      expect(customers.answers[0]).toEqual({ status: 200, body: { id: customers.id } });
      expect(customers.answers[1]?.body).toMatchObject(customer);
      const orders = await both('orders:write', ['/api/v1/orders', order], () => '/api/v1/orders/reference/A-1');
      expect(orders.answers[0]).toEqual({
        status: 200,
        body: { id: orders.id, reference: 'A-1', number: '+491712223344' },
      });
      expect(orders.answers[1]?.body).toMatchObject({ note: 'Cake' });
    });

    test('of a conflict not with whom, and of a number nothing that others know', async () => {
      const { token } = make('Form', ['customers:write']);
      await call(TOKEN, 'POST', '/api/v1/contacts', customer);
      const again = await call(token, 'POST', '/api/v1/contacts', { ...customer, name: 'Eve' });
      expect(again).toMatchObject({ status: 409, body: { error: { code: 'number-taken' } } });
      expect(again.body.error).toEqual({ code: 'number-taken', message: expect.stringContaining('another customer') });
      const said = { purpose: 'service', state: 'granted', wording: 'yes' };
      const consent = await call(token, 'POST', '/api/v1/consent/01712223344', said);
      expect(consent).toEqual({ status: 201, body: { number: '+491712223344' } });
      // What is wrong with its own words it is told.
      expect((await call(token, 'PATCH', '/api/v1/contacts/contact_1', { numbers: 1 })).body.error.message).toContain(
        'numbers',
      );
    });

    test('of a time that is taken not by whom', async () => {
      const invoke = (method: string, body: unknown) => call(TOKEN, 'POST', `/window/invoke/${method}`, body);
      await invoke('resources.save', { id: null, name: 'Kim', hours: null, exceptions: [], serviceIds: null });
      const check = {
        id: null,
        name: 'Check',
        minutes: 30,
        buffer: 0,
        price: '',
        text: '',
        reminders: [],
        cutoffHours: 2,
      };
      await invoke('services.save', check);
      const booking = { service: 'Check', with: 'Kim', date: DAY, time: '10:00', number: '01712223344', name: 'Ana' };
      expect((await call(TOKEN, 'POST', '/api/v1/appointments', booking)).status).toBe(201);
      const [blind, seeing] = [
        make('Form', ['appointments:write']),
        make('Till', ['appointments:write', 'appointments:read']),
      ];
      const other = { ...booking, number: '01712223355', name: 'Eve' };
      const told = async ({ token }: { token: string }) =>
        (await call(token, 'POST', '/api/v1/appointments', other)).body.error;
      expect(await told(blind)).toEqual({ code: 'time-taken', message: 'That time is taken. Choose another one.' });
      expect((await told(seeing)).message).toContain('Ana');
    });

    test('has what it made in its own words', async () => {
      const { token } = make('Till', ['orders:write', 'messages:write']);
      expect((await call(token, 'POST', '/api/v1/orders', order)).body).toMatchObject({ note: 'Cake' });
      const { body } = await call(token, 'POST', '/api/v1/messages', text);
      expect(body).toMatchObject({ text: text.text, state: expect.any(String) });
      // And of another's text nothing.
      expect((await call(token, 'POST', `/api/v1/messages/${body.id}/cancel`)).body).toEqual({ id: body.id });
    });
  });

  test('what is answered is kept by nobody on the way', async () => {
    const response = await fetch(`${http.url}/api/v1/status`, { headers: { Authorization: `Bearer ${TOKEN}` } });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('never opens the window', async () => {
    const { token } = make('Everything', ['messages:read', 'messages:write', 'customers:write', 'reports:read']);
    expect((await call(token, 'POST', '/window/invoke/app.state', {})).status).toBe(401);
    expect(
      (await call(token, 'POST', '/window/invoke/tokens.make', { name: 'x', scopes: ['orders:read'] })).status,
    ).toBe(401);
    expect((await call(token, 'GET', '/window/events')).status).toBe(401);
    // The owner's does.
    expect((await call(TOKEN, 'POST', '/window/invoke/app.state', {})).status).toBe(200);
    expect((await call(TOKEN, 'GET', '/api/v1/reports')).status).toBe(200);
  });

  test('taken back it opens nothing from that moment on', async () => {
    const { token, id } = make('Till', ['messages:write']);
    expect((await call(token, 'POST', '/api/v1/messages', text)).status).toBe(202);
    expect(all.desk.access.views[0]?.usedAt).not.toBeNull();
    all.desk.access.setRevoked(id, true);
    expect((await call(token, 'POST', '/api/v1/messages', text)).status).toBe(401);
    all.desk.access.setRevoked(id, false);
    expect((await call(token, 'POST', '/api/v1/messages', text)).status).toBe(202);
  });

  test('is told only of what it opens, and of nothing once it is taken back', async () => {
    const { token, id } = make('Screen', ['messages:read']);
    const listen = (method = 'GET') =>
      fetch(`${http.url}/api/v1/events`, { method, headers: { Authorization: `Bearer ${token}` } });
    // That there is a stream is all that is asked: nothing is opened.
    expect((await listen('HEAD')).status).toBe(200);
    const reader = ((await listen()).body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    await reader.read();
    all.desk.orders.add(
      { reference: 'A-1', number: '01712223344', name: '', note: '', columnId: undefined },
      { tell: false, canBeUndone: false },
    );
    all.desk.setSettings({ paymentLink: 'https://pay.example/{{reference}}' });
    all.desk.payments.ask('01712223344', { amount: '5', reason: 'Light' }, { undoMs: null });
    let told = '';
    while (!told.includes('conversation.changed')) told += (await reader.read()).value;
    expect(told).toContain('message.changed');
    expect(told).not.toMatch(/order\.changed|payment\.changed/);
    all.desk.access.setRevoked(id, true);
    all.desk.outbox.enqueue({
      to: '01712223344',
      text: 'x',
      purpose: 'answer',
      lineId: 1,
      notBefore: null,
      expiresAt: null,
    });
    await expect(
      (async () => {
        for (;;) if ((await reader.read()).done) throw new Error('closed');
      })(),
    ).rejects.toThrow();
  });

  test.each([
    ['order.changed', 'orders:read'],
    ['payment.changed', 'payments:read'],
    ['message.received', 'messages:read'],
  ] as const)('%s is told to who has %s', (event, scope) =>
    expect(publicEventsOf(() => all.desk).get(event)?.scope).toBe(scope),
  );

  test('is nowhere in the data', () => {
    const { token } = make('Till', ['messages:write']);
    expect(token).toMatch(/^counterline_[\w-]{32}$/);
    expect(JSON.stringify(all.store.accessTokens.all())).not.toContain(token.slice(12));
  });

  test('one name is one key; wrong ones are slowed down', async () => {
    make('Till', ['messages:write']);
    expect(all.desk.access.make({ name: 'till', scopes: ['orders:read'] })).toMatchObject({
      error: { code: 'name-taken' },
    });
    for (let n = 0; n < 30; n++) await call('counterline_wrong', 'GET', '/api/v1/status');
    expect((await call('counterline_wrong', 'GET', '/api/v1/status')).status).toBe(429);
  });
});
