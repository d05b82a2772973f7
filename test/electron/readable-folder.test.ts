import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/headless.ts';

const chmodSync = vi.fn();

// A disk that knows no users, as a stick is: whose a file is cannot be changed there.
beforeAll(() => {
  vi.doMock('node:fs', async (original) => ({ ...(await original<typeof import('node:fs')>()), chmodSync }));
  vi.resetModules();
});
afterAll(() => {
  vi.doUnmock('node:fs');
  vi.resetModules();
});

test('security 3: that others can read the data, and that it cannot be helped, is said in the window', async () => {
  const { createBackend } = await import('../../electron/backend.ts');
  const folder = temporaryFolder('readable');
  const data = join(folder.path, 'data');
  mkdirSync(data, { mode: 0o755 });
  const backend = await createBackend({ dataDir: data, modem: 'none', country: 'DE', scryptLogN: 2 });
  expect(chmodSync).toHaveBeenCalledWith(data, 0o700);
  expect(await backend.invoke('app.state', {})).toMatchObject({ ok: true, value: { readableFolder: data } });
  await backend.close();
  folder.remove();
});
