import { afterEach, expect, test } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { smtpMailPost } from '../../electron/smtp.ts';
import type { MailSettings } from '../../electron/shared/mail.ts';

const servers: SMTPServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** A mail server that speaks SMTP. */
async function mailServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, _session, taken) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += String(chunk)));
      stream.on('end', () => {
        received.push(text);
        taken();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  servers.push(server);
  return { received, port: (server.server.address() as { port: number }).port };
}

const settings = (port: number, more: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: '',
  from: 'shop@example.org',
  to: 'owner@example.org',
  about: [],
  ...more,
});
const MAIL = { subject: 'Grüße: 3 Kunden warten', text: 'Der erste seit 10:42.' };

test('a mail arrives, whatever letters are in it', async () => {
  const { received, port } = await mailServer({ disabledCommands: ['STARTTLS'] });
  expect(await smtpMailPost.send(settings(port), null, MAIL)).toBeNull();
  expect(received[0]).toMatch(/From: shop@example\.org[^]*To: owner@example\.org[^]*Subject: =\?UTF-8\?/);
  expect(received[0]).toContain('Der erste seit 10:42.');
});

test('with a user name and a password', async () => {
  const { received, port } = await mailServer({
    disabledCommands: ['STARTTLS'],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, answer) {
      if (username === 'shop' && password === 'right') answer(null, { user: 'shop' });
      else answer(new Error('no'));
    },
  });
  expect(await smtpMailPost.send(settings(port, { user: 'shop' }), 'right', MAIL)).toBeNull();
  expect(received.length).toBe(1);
  expect(await smtpMailPost.send(settings(port, { user: 'shop' }), 'wrong', MAIL)).toBe('login');
});

test('what goes wrong is told apart', async () => {
  const plain = await mailServer({ disabledCommands: ['STARTTLS'] });
  // It offers no way to seal the connection: nothing is sent in the open.
  expect(await smtpMailPost.send(settings(plain.port, { security: 'starttls' }), null, MAIL)).toBe('insecure');
  // A certificate of nobody in particular.
  const own = await mailServer();
  expect(await smtpMailPost.send(settings(own.port, { security: 'starttls' }), null, MAIL)).toBe('insecure');
  const choosy = await mailServer({
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, answer) => answer(new Error('nobody here')),
  });
  expect(await smtpMailPost.send(settings(choosy.port), null, MAIL)).toBe('refused');
  expect(await smtpMailPost.send(settings(9), null, MAIL)).toBe('unreachable');
  expect([plain.received, own.received, choosy.received]).toEqual([[], [], []]);
});
