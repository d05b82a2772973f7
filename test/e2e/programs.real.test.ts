import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Headless, temporaryFolder } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { launchChromium } from '../support/chromium.ts';
import { Shop } from '../support/window.ts';

describe.skipIf(needs('chromium'))('other programs in the window', () => {
  let browser: Browser;
  let shop: Shop;
  let program: Server;
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    program = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += String(chunk)));
      request.on('end', () => {
        heard.push({ headers: request.headers, body });
        response.end();
      });
    });
    await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await browser?.close();
    program.closeAllConnections();
    await new Promise((resolve) => program.close(resolve));
  });
  beforeEach(async () => {
    shop = await Shop.open(browser);
    await shop.ask('settings.set', { language: 'en', customerLanguage: 'en' });
  });
  afterEach(async () => {
    await shop.close();
    expect(shop.problems).toEqual([]);
  });

  test('one is added, tried, told of a text, and what it was told can be sent again', async () => {
    const dialog = await shop.settings('webhooks');
    await dialog.getByText('No webhooks yet.').waitFor();
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByLabel('Address').fill(`http://127.0.0.1:${(program.address() as AddressInfo).port}/hook`);
    await dialog.getByRole('button', { name: 'Add' }).last().click();
    const secret = await dialog.getByText(/^whsec_/).textContent();
    await dialog.getByRole('button', { name: /^Edit: / }).click();
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await dialog.getByText('delivered', { exact: true }).waitFor();
    shop.customer('Is it ready?', '+491712223344');
    await expect.poll(() => heard.length).toBe(2);
    const [, { headers, body } = { headers: {}, body: '' }] = heard;
    const told = new Webhook(secret ?? '').verify(body, headers as Record<string, string>);
    expect(told).toMatchObject({ type: 'message.received', data: { text: 'Is it ready?', from: '+491712223344' } });
    await expect.poll(() => dialog.getByText('delivered', { exact: true }).count()).toBe(2);
    await shop.look('programs-light');
    await dialog.getByRole('button', { name: 'Send again' }).first().click();
    await expect.poll(() => heard.length).toBe(3);
    expect(heard[2]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id']);
  });
});

test('the built program writes to the owner by e-mail', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, taken) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += String(chunk)));
      stream.on('end', () => {
        received.push(text);
        taken();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const folder = temporaryFolder('mail-built');
  const desk = await Headless.start({ dataDir: folder.path, modem: 'none' });
  const settings = {
    host: '127.0.0.1',
    port,
    security: 'none' as const,
    user: '',
    from: 'shop@example.org',
    to: 'owner@example.org',
    about: ['week' as const],
  };
  await desk.ask('mail.set', { settings, password: null });
  expect((await desk.ask('mail.test', {})).notices[0]).toMatchObject({ about: 'test', state: 'sent' });
  expect(received[0]).toContain('To: owner@example.org');
  await desk.stop();
  folder.remove();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
