import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiServer } from '../../electron/api-server.ts';
import { createBackend, type Backend } from '../../electron/backend.ts';
import { systemClock } from '../../modem/index.ts';
import { silent } from '../support/desk.ts';
import { ROOT, temporaryFolder, until } from '../support/headless.ts';

const run = promisify(execFile);
let folder: ReturnType<typeof temporaryFolder>;
let backend: Backend;
let api: ApiServer;

/** One that nobody has. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ask<T>(method: string, input: unknown): Promise<T> {
  const answer = await backend.invoke(method, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as T;
}

const address = async (): Promise<string | null> =>
  (await ask<{ api: { address: string | null } }>('app.state', {})).api.address;

beforeEach(async () => {
  folder = temporaryFolder('api-server');
  backend = await createBackend({ dataDir: folder.path, modem: 'none', country: 'DE' });
  await ask('settings.set', { apiPort: await freePort() });
  api = new ApiServer(backend, systemClock, silent);
});
afterEach(async () => {
  await api.close();
  await backend.close();
  folder.remove();
});

describe('the API of the desktop app', () => {
  test('is served only as long as a program has a key, and never with the window', async () => {
    expect(await address()).toBeNull();
    const { token, made } = await ask<{ token: string; made: { tokenId: number } }>('tokens.make', {
      name: 'Till',
      scopes: ['messages:read'],
    });
    await until(async () => (await address()) !== null);
    const url = await address();
    const call = (path: string, key = token) => fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${key}` } });
    expect((await call('/api/v1/status')).status).toBe(200);
    expect((await call('/api/v1/status', 'other')).status).toBe(401);
    expect((await call('/')).status).toBe(404);
    expect((await call('/window/events')).status).toBe(401);
    await ask('tokens.setRevoked', { tokenId: made.tokenId, revoked: true });
    await until(async () => (await address()) === null);
    await expect(call('/api/v1/status')).rejects.toThrow();
  });

  test('says that its port is taken, and goes to another one', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await ask('settings.set', { apiPort: port });
    await ask('tokens.make', { name: 'Till', scopes: ['messages:read'] });
    const state = () => ask<{ api: { address: string | null; problem: string | null } }>('app.state', {});
    await until(async () => (await state()).api.problem === 'port-in-use');
    const free = await freePort();
    await ask('settings.set', { apiPort: free });
    await until(async () => (await address()) === `http://127.0.0.1:${free}`);
    expect((await state()).api.problem).toBeNull();
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('the command line', () => {
  async function desk(args: readonly string[], env: Record<string, string> = {}) {
    const script = [join(ROOT, 'electron/command-line.ts'), ...args];
    return run(process.execPath, script, { env: { PATH: process.env['PATH'] ?? '', ...env } }).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  }

  test('sends, shows who waits and how it stands, and says what is wrong', async () => {
    const { token } = await ask<{ token: string }>('tokens.make', {
      name: 'Script',
      scopes: ['messages:read', 'messages:write'],
    });
    await until(async () => (await address()) !== null);
    const env = { COUNTERLINE_URL: (await address()) ?? '', COUNTERLINE_TOKEN: token };
    expect(await desk(['status'], env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('There is no line yet.'),
    });
    expect(await desk(['inbox'], env)).toMatchObject({ code: 0, stdout: 'Nobody.\n' });
    // Without a line nothing can be sent: refused, with the reason.
    expect(await desk(['send', '+491712223344', 'It is ready'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Connect a modem first'),
    });
    await ask('lines.startDemo', {});
    const sent = await desk(['send', '+491712223344', 'It is ready', '--key', 'order-7', '--json'], env);
    expect(JSON.parse(sent.stdout)).toMatchObject({ to: '+491712223344', text: 'It is ready' });
    const again = await desk(['send', '+491712223344', 'It is ready', '--key', 'order-7', '--json'], env);
    expect(JSON.parse(again.stdout).id).toBe(JSON.parse(sent.stdout).id);
    expect((await desk(['inbox', '--view', 'all'], env)).stdout).toContain('+491712223344');
    // The key in a file, so that it stands in no list of programs.
    writeFileSync(join(folder.path, 'key'), `${token}\n`);
    const byFile = await desk(['status', '--url', env.COUNTERLINE_URL, '--token-file', join(folder.path, 'key')]);
    expect(byFile.code).toBe(0);

    expect((await desk(['send', '+491712223344'], env)).code).toBe(2);
    expect((await desk(['dance'], env)).code).toBe(2);
    expect(await desk(['inbox', '--limit', 'abc'], env)).toMatchObject({
      code: 2,
      stderr: '--limit takes a number from 1 to 200.\n',
    });
    expect((await desk(['status', 'extra'], env)).code).toBe(2);
    expect((await desk(['send', '+491712223344', 'x', '--at', '2020-01-01'], env)).code).toBe(2);
    expect((await desk(['send', '+491712223344', 'x', '--purpose', 'auto'], env)).code).toBe(2);
    expect((await desk(['status', '--url', 'nonsense'], env)).code).toBe(2);
    expect((await desk(['status', '--colour'], env)).code).toBe(2);
    expect(await desk(['status'], { COUNTERLINE_URL: env.COUNTERLINE_URL })).toMatchObject({ code: 2 });
    expect(await desk(['status'], { ...env, COUNTERLINE_TOKEN: 'wrong' })).toMatchObject({ code: 1 });
    expect(await desk(['status'], { ...env, COUNTERLINE_URL: 'http://127.0.0.1:9' })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('Is Counterline running'),
    });
  });
});
