import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDesk, type TestDesk } from '../../../support/desk.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { until } from '../../../support/headless.ts';
import { taken } from '../../../support/contact-shop.ts';

const MINUTE = 60_000;

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another program, as it listens for what is told it. */
async function program(): Promise<{ server: Server; address: string; heard: Heard[]; answers: number[] }> {
  const heard: Heard[] = [];
  /** What it answers to the next ones; then 204. */
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += String(chunk)));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.statusCode = answers.shift() ?? 204;
      if (response.statusCode === 302) response.setHeader('Location', `http://127.0.0.1:1/`);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, heard, answers };
}

describe('other programs that are told what happens', () => {
  let all: TestDesk;
  let clock: FakeClock;
  let other: Awaited<ReturnType<typeof program>>;

  beforeEach(async () => {
    // Signatures are checked against the real clock.
    clock = new FakeClock(Date.now());
    all = await testDesk({ clock });
    all.store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: null, at: 1 });
    await all.desk.start('none');
    other = await program();
  });
  afterEach(async () => {
    const stopped = all.desk.stop();
    await clock.advance(1_000);
    await stopped;
    await all.close();
    other.server.closeAllConnections();
    await new Promise((resolve) => other.server.close(resolve));
  });
  const { webhooks } = { webhooks: () => all.desk.webhooks };
  const order = (reference: string) =>
    taken(all.desk.orders.add({ reference, number: '', name: '', note: '' }, { tell: false, canBeUndone: false }));
  const references = (): readonly string[] => other.heard.map(({ body }) => JSON.parse(body).data.reference);

  test('what happens is told in its order, signed as Standard Webhooks has it, only of what was chosen', async () => {
    const { secret, webhook } = taken(
      webhooks().save(null, { address: other.address, events: ['order.changed'], enabled: true }),
    );
    for (const reference of ['A1', 'A2', 'A3']) order(reference);
    all.desk.messages.send(
      { to: '01712223344', text: 'Hi', purpose: 'service', notBefore: null, expiresAt: null, line: null },
      null,
    );
    await until(() => other.heard.length === 3);
    expect(references()).toEqual(['A1', 'A2', 'A3']);
    for (const { headers, body } of other.heard) {
      const told = new StandardWebhook(secret ?? '').verify(body, headers as Record<string, string>) as {
        type: string;
      };
      expect(told.type).toBe('order.changed');
      expect(() => new StandardWebhook(secret ?? '').verify(`${body} `, headers as Record<string, string>)).toThrow();
    }
    expect(new Set(other.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    await until(() => webhooks().views[0]?.waiting === 0);
    expect(taken(webhooks().log(webhook.id)).map(({ state, outcome }) => `${state} ${outcome}`)).toEqual([
      'delivered 204',
      'delivered 204',
      'delivered 204',
    ]);
    expect(webhooks().views[0]?.last?.state).toBe('delivered');
  });

  test('one that fails is told again later, with the same id, before what came after it', async () => {
    const { webhook } = taken(
      webhooks().save(null, { address: other.address, events: ['order.changed'], enabled: true }),
    );
    other.answers.push(500, 302);
    order('A1');
    await until(() => webhooks().views[0]?.last?.attempts === 1);
    order('A2');
    await clock.advance(9_000);
    expect(references()).toEqual(['A1']);
    await clock.advance(2_000);
    await until(() => taken(webhooks().log(webhook.id)).some(({ attempts }) => attempts === 2));
    // Nobody is followed elsewhere.
    expect(taken(webhooks().log(webhook.id)).map(({ outcome }) => outcome)).toContain('302');
    await clock.advance(MINUTE + 1_000);
    await until(() => other.heard.length === 4);
    expect(references()).toEqual(['A1', 'A1', 'A1', 'A2']);
    expect(new Set(other.heard.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('one that is never there is given up after a day, and sent again by a person', async () => {
    const { webhook } = taken(
      webhooks().save(null, { address: 'http://127.0.0.1:1/', events: ['order.changed'], enabled: true }),
    );
    order('A1');
    await until(async () => {
      await clock.advance(30 * MINUTE);
      return webhooks().views[0]?.last?.state === 'failed';
    });
    const [last] = taken(webhooks().log(webhook.id));
    expect(last).toMatchObject({ state: 'failed', attempts: 8, outcome: 'unreachable' });
    taken(webhooks().save(webhook.id, { address: other.address, events: ['order.changed'], enabled: true }));
    taken(webhooks().sendAgain(last?.id ?? 0));
    await until(() => other.heard.length === 1);
    expect(references()).toEqual(['A1']);
  });

  test('switched off it is told nothing; a test arrives; what is no address is refused', async () => {
    const { webhook } = taken(
      webhooks().save(null, { address: other.address, events: ['order.changed'], enabled: false }),
    );
    order('A1');
    taken(webhooks().save(webhook.id, { address: other.address, events: ['order.changed'], enabled: true }));
    taken(webhooks().test(webhook.id));
    await until(() => other.heard.length === 1);
    expect(JSON.parse(other.heard[0]?.body ?? '{}')).toMatchObject({ type: 'test' });
    taken(webhooks().setRemoved(webhook.id, true));
    order('A2');
    expect(webhooks().views).toEqual([]);
    expect(other.heard.length).toBe(1);
    expect(webhooks().save(null, { address: 'http://', events: ['order.changed'], enabled: true }).ok).toBe(false);
  });

  test('who is erased is in none of what waits or was told', async () => {
    taken(webhooks().save(null, { address: 'http://127.0.0.1:1/', events: ['message.changed'], enabled: true }));
    const contact = taken(
      all.desk.customers.list.save(null, { name: 'Ana', numbers: [{ number: '0171 2223344', label: '' }] }),
    );
    all.desk.messages.send(
      { to: '01712223344', text: 'Hi', purpose: 'service', notBefore: null, expiresAt: null, line: null },
      null,
    );
    await until(() => webhooks().views[0]?.last?.attempts === 1);
    taken(await all.desk.customers.erasure.erase(contact.id as string));
    expect(webhooks().views[0]?.last).toBeNull();
  });
});
