import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/headless.ts';
import { servedDesk, type ServedDesk } from '../../support/served-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let served: ServedDesk;

beforeAll(async () => {
  folder = temporaryFolder('places');
  const rendererDir = join(folder.path, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<title>the window</title>');
  writeFileSync(join(rendererDir, 'assets', 'main.js'), 'main');
  writeFileSync(join(folder.path, 'secret'), 'secret');
  served = await servedDesk({ rendererDir });
});
afterAll(async () => {
  await served.close();
  folder.remove();
});

test('the window stands under each of its places', async () => {
  for (const path of ['/', '/conversations/12', '/calendar/2026-11-28', '/orders', '/groups/3', '/lines/1']) {
    const answer = await fetch(`${served.http.url}${path}`);
    expect(answer.status, path).toBe(200);
    expect(await answer.text(), path).toContain('the window');
    expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
  }
});

test('and nowhere else; files are served as they are', async () => {
  expect(await (await fetch(`${served.http.url}/assets/main.js`)).text()).toBe('main');
  for (const path of ['/nowhere', '/conversations/12/more', '/calendar/..%2f..%2fsecret', '/secret', '/api/v1/nothing'])
    expect((await fetch(`${served.http.url}${path}`)).ok, path).toBe(false);
});
