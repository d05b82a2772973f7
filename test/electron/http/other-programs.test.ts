import { Ajv2020 as Ajv, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servedDesk, TOKEN, type ServedDesk } from '../../support/served-desk.ts';

let served: ServedDesk;
let all: ServedDesk['all'];
let http: ServedDesk['http'];
/** Every path and method of the description, and whether it was called: none is promised that nobody tries. */
const tried = new Set<string>();

beforeEach(async () => {
  served = await servedDesk();
  ({ all, http } = served);
});
afterEach(() => served.close());

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  tried.add(
    `${method} ${path
      .split('?')[0]
      ?.replace(/\/(?:(?:contact|appointment|conversation)_|[kac])\d+$/, '/{id}')
      .replace(/payments\/.+/, 'payments/{reference}')
      .replace(/reports\/.+/, 'reports/{name}')
      .replace(/consent\/.*/, 'consent/{number}')}`,
  );
  const response = await fetch(`${http.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answered = await response.json();
  await checked(method, path.split('?')[0] ?? '', response.status, answered);
  return { status: response.status, body: answered };
}

const validators = new Map<string, ValidateFunction>();

/** What is answered is what is described, by somebody else's reading of the standard. */
async function checked(method: string, path: string, status: number, body: unknown): Promise<void> {
  const described = (await (
    await fetch(`${http.url}/api/v1/openapi.json`, { headers: { Authorization: `Bearer ${TOKEN}` } })
  ).json()) as { paths: Record<string, Record<string, { responses: Record<string, any> }>> };
  const found = Object.entries(described.paths).find(([pattern]) =>
    new RegExp(`^/api/v1${pattern.slice('/api/v1'.length).replace(/\{\w+\}/g, '[^/]+')}$`).test(`/api/v1${path}`),
  );
  const operation = found?.[1][method.toLowerCase()];
  if (operation === undefined || path === '/openapi.json') return;
  const { content } = operation.responses[status] ?? operation.responses['default'];
  const key = `${method} ${found?.[0]} ${status}`;
  const validate =
    validators.get(key) ?? ajvFormats.default(new Ajv({ strict: false })).compile(content['application/json'].schema);
  validators.set(key, validate);
  expect(validate(body), `${key}: ${JSON.stringify(validate.errors)}`).toBe(true);
}

describe('customers', () => {
  test('are written down, found in any spelling, changed in what is named, and refused with what to do', async () => {
    all.store.lists.tags.insert({ name: 'VIP', hue: 1 });
    const made = await call('POST', '/contacts', {
      name: 'Ana Kuhn',
      numbers: [{ number: '0171 2223344' }, { number: '0160 4412907', label: 'Lea' }],
      birthday: '12.4.1985',
      fields: { Bike: 'red' },
      tags: ['vip'],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      id: 'contact_1',
      numbers: [
        { number: '+491712223344', label: '', optedOut: false },
        { number: '+491604412907', label: 'Lea', optedOut: false },
      ],
      birthday: '1985-04-12',
      fields: { Bike: 'red' },
      tags: ['VIP'],
      blocked: false,
    });
    const found = await call('GET', '/contacts?query=0171%202223344');
    expect(found.body).toMatchObject({ items: [{ id: 'contact_1', name: 'Ana Kuhn' }] });
    const changed = await call('PATCH', '/contacts/contact_1', { notes: 'Calls on Mondays' });
    expect(changed.body).toMatchObject({ name: 'Ana Kuhn', notes: 'Calls on Mondays', tags: ['VIP'] });
    expect((await call('GET', '/contacts/contact_1')).body).toEqual(changed.body);
    expect(await call('POST', '/contacts', { name: 'Tom', numbers: [{ number: '0171 2223344' }] })).toMatchObject({
      status: 409,
      body: { error: { code: 'number-taken' } },
    });
    expect((await call('PATCH', '/contacts/contact_1', { tags: ['Nobody'] })).body.error.code).toBe('bad-input');
    expect((await call('PATCH', '/contacts/contact_1', { blocked: true })).status).toBe(400);
    expect((await call('GET', '/contacts/contact_9')).status).toBe(404);
  });

  test('more fields than a person fills in are refused, at each door (security 4)', async () => {
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`Field ${n}`, `${n}`]));
    expect((await call('POST', '/contacts', { name: 'Ana', fields: fields(101) })).body.error.code).toBe('bad-input');
    expect((await call('POST', '/contacts', { name: 'Ana', fields: fields(100) })).status).toBe(201);
    const changed = await call('PATCH', '/contacts/contact_1', { fields: fields(101) });
    expect([changed.status, changed.body.error.code]).toEqual([400, 'bad-input']);
    expect(Object.keys((await call('GET', '/contacts/contact_1')).body.fields)).toHaveLength(100);
  });

  test('a page after the other names each once', async () => {
    for (let n = 0; n < 7; n++) await call('POST', '/contacts', { name: `Kim ${n}` });
    const names: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const { body } = await call('GET', `/contacts?limit=3${after}`);
      names.push(...body.items.map(({ name }: { name: string }) => name));
      next = body.next;
    }
    expect(names).toEqual(Array.from({ length: 7 }, (_, n) => `Kim ${n}`));
  });

  test('what they want of the shop', async () => {
    all.store.optOuts.add('+491712223344', 1, null);
    expect((await call('GET', '/consent/0171%202223344')).body).toMatchObject({
      number: '+491712223344',
      optedOut: true,
      offer: false,
    });
    expect((await call('GET', '/consent/nobody')).body.error.code).toBe('bad-number');
    all.store.lists.templates.insert({ name: 'ready', text: 'It is ready.' });
    expect((await call('GET', '/templates')).body).toEqual({
      items: [{ id: 'template_1', name: 'ready', text: 'It is ready.' }],
    });
  });
});

describe('appointments', () => {
  test('are booked by names, moved, confirmed, and told apart', async () => {
    all.desk.catalogue.saveResource(null, { name: 'Lena', hours: null, exceptions: [], serviceIds: null });
    all.desk.catalogue.saveService(null, {
      name: 'Check',
      minutes: 60,
      buffer: 0,
      price: '30 €',
      text: '',
      reminders: [],
      cutoffHours: 2,
    });
    expect((await call('GET', '/services')).body.items).toEqual([
      { id: 'service_1', name: 'Check', minutes: 60, price: '30 €' },
    ]);
    expect((await call('GET', '/resources')).body.items).toEqual([{ id: 'resource_1', name: 'Lena' }]);
    const booked = await call('POST', '/appointments', {
      number: '0171 2223344',
      name: 'Ana',
      service: 'check',
      with: 'Lena',
      date: '2026-11-25',
      time: '10:00',
      tell: false,
    });
    expect(booked).toMatchObject({
      status: 201,
      body: {
        id: 'appointment_1',
        state: 'booked',
        service: { name: 'Check' },
        with: { name: 'Lena' },
        startsAt: '2026-11-25T10:00:00.000Z',
      },
    });
    const again = await call('POST', '/appointments', {
      name: 'Tom',
      service: 'service_1',
      with: 'resource_1',
      date: '2026-11-25',
      time: '10:30',
    });
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'time-taken' } } });
    const moved = await call('PATCH', '/appointments/appointment_1', { time: '14:00', tell: false });
    expect(moved.body).toMatchObject({ date: '2026-11-25', time: '14:00' });
    expect((await call('PATCH', '/appointments/appointment_1', { state: 'confirmed' })).body.state).toBe('confirmed');
    expect((await call('PATCH', '/appointments/appointment_1', { state: 'confirmed', time: '15:00' })).status).toBe(
      400,
    );
    expect((await call('GET', '/appointments/appointment_1')).body.state).toBe('confirmed');
    expect((await call('GET', '/appointments?from=2026-11-25&days=1')).body.items.length).toBe(1);
    expect((await call('GET', '/appointments')).status).toBe(400);
    expect(
      (await call('POST', '/appointments', { service: 'Nothing', date: '2026-11-25', time: '10:00' })).status,
    ).toBe(404);
  });
});

describe('payments', () => {
  test('are asked for by the shop’s link, said to be paid once, and thanked for', async () => {
    expect(
      (await call('POST', '/payments', { number: '0171 2223344', amount: '49.90', reason: 'Service' })).body,
    ).toMatchObject({
      error: { code: 'no-payment-link' },
    });
    all.desk.setSettings({ paymentLink: 'https://pay.example/shop?ref={{reference}}&cents={{minor}}' });
    const asked = await call('POST', '/payments', { number: '0171 2223344', amount: '49.90', reason: 'Service' });
    expect(asked).toMatchObject({ status: 201, body: { number: '+491712223344', amount: '49.90', state: 'open' } });
    const { reference } = asked.body;
    const text = (await call('GET', `/messages?limit=1`)).body.items[0].text as string;
    expect(text).toContain(`https://pay.example/shop?ref=${reference}&cents=4990`);
    for (let n = 0; n < 2; n++)
      expect((await call('PATCH', `/payments/${reference.toLowerCase()}`, { state: 'paid' })).body.state).toBe('paid');
    const texts = (await call('GET', '/messages?limit=10')).body.items as { text: string }[];
    expect(texts.filter((each) => /Thank you|Danke/.test(each.text)).length).toBe(1);
    expect((await call('GET', `/payments/${reference}`)).body.overAt).toBeDefined();
    expect((await call('GET', '/payments?state=paid')).body.items.length).toBe(1);
    expect((await call('GET', '/payments?state=open')).body.items).toEqual([]);
    expect((await call('GET', '/payments/NOTHING')).status).toBe(404);
    expect((await call('POST', '/payments', { number: '0171 2223344', amount: '0.00', reason: 'x' })).status).toBe(400);
    expect((await call('POST', '/payments', { number: '0171 2223344', amount: '1.999', reason: 'x' })).status).toBe(
      400,
    );
  });
});

describe('reports', () => {
  test('are read by name and days', async () => {
    expect((await call('GET', '/reports')).body.items).toContain('volume');
    const volume = await call('GET', '/reports/volume?from=2026-11-01&to=2026-11-30');
    expect(volume).toMatchObject({ status: 200, body: { name: 'volume', grouping: 'day' } });
    for (const name of (await call('GET', '/reports')).body.items)
      expect((await call('GET', `/reports/${name}?from=2026-11-01&to=2026-11-30`)).status, name).toBe(200);
    expect((await call('GET', '/reports/nothing?from=2026-11-01&to=2026-11-30')).status).toBe(404);
    expect((await call('GET', '/reports/volume?from=yesterday&to=2026-11-30')).status).toBe(400);
  });
});

describe('conversations and consent', () => {
  test('a conversation is closed and opened again', async () => {
    await call('POST', '/messages', { to: '01712223344', text: 'It is ready' });
    expect((await call('PATCH', '/conversations/conversation_1', { status: 'closed' })).body.status).toBe('closed');
    expect((await call('PATCH', '/conversations/conversation_1', { status: 'open' })).body.status).toBe('open');
    expect((await call('PATCH', '/conversations/conversation_9', { status: 'open' })).status).toBe(404);
    expect((await call('GET', '/conversations/conversation_1')).body.status).toBe('open');
    expect((await call('GET', '/conversations?view=all')).body.items.length).toBe(1);
  });

  test('ids as they were before lead to the same, and are answered as they are now', async () => {
    const { body } = await call('POST', '/messages', { to: '01712223344', text: 'It is ready', lineId: 'l1' });
    expect(body).toMatchObject({ id: 'message_1', conversationId: 'conversation_1', lineId: 'line_1' });
    expect(await call('GET', '/conversations/c1')).toEqual(await call('GET', '/conversations/conversation_1'));
    expect((await call('GET', '/messages?conversation=c1')).body.items).toHaveLength(1);
    expect((await call('GET', '/conversations/m1')).status).toBe(404);
  });

  test('offers agreed to on a web page are asked about by text first', async () => {
    const said = { purpose: 'offer', state: 'granted', wording: 'Yes, tell me about offers' };
    expect(await call('POST', '/consent/01712223344', said)).toMatchObject({ status: 201, body: { offer: false } });
    const [asked] = (await call('GET', '/messages?limit=5')).body.items;
    expect(asked).toMatchObject({ to: '+491712223344', purpose: 'service' });
    // Nobody has to look after it until they answer.
    expect((await call('GET', '/conversations/conversation_1')).body.status).toBe('closed');
    const other = { purpose: 'survey', state: 'withdrawn', wording: 'No questions please' };
    expect((await call('POST', '/consent/01604412907', other)).body).toMatchObject({ survey: false, service: true });
    expect(all.store.consent.ofNumber('+491604412907', 1)[0]).toMatchObject({
      source: 'web',
      wording: 'No questions please',
    });
  });
});

test('a web page cannot have strangers asked by the hundred, nor anybody again and again (security 13)', async () => {
  const said = { purpose: 'offer', state: 'granted', wording: 'Yes, tell me about offers' };
  const ask = async (n: number) => {
    const { status, body } = await call('POST', `/consent/0171200${1_000 + n}`, said);
    return status === 201 ? 'asked' : body.error.code;
  };
  const first = [];
  for (let n = 0; n < 22; n++) first.push(await ask(n));
  expect(first.slice(18)).toEqual(['asked', 'asked', 'too-many-requests', 'too-many-requests']);
  await all.clock.advance(3_600_001);
  expect(await ask(30)).toBe('asked');
  // The question of the first one is over, and they are left alone for a month all the same.
  await all.clock.advance(8 * 24 * 3_600_000);
  expect(await ask(0)).toBe('too-many-requests');
  await all.clock.advance(23 * 24 * 3_600_000);
  expect(await ask(0)).toBe('asked');
});

test('all of it that is described was tried', async () => {
  const { body } = await call('GET', '/openapi.json');
  const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
  const here = described.filter((each) =>
    /contacts|consent|templates|services|resources|appointments|payments|reports|conversations/.test(each),
  );
  expect(here.filter((each) => !tried.has(each))).toEqual([]);
});
