import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Headless, ROOT, temporaryFolder, until } from '../support/headless.ts';

const KEY = 'a-key-of-the-owner-0123456789';
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder('token');
});
afterEach(() => folder.remove());

const statusWith = async (url: string, key: string): Promise<number> =>
  (await fetch(`${url}/api/v1/status`, { headers: { Authorization: `Bearer ${key}` } })).status;

test('security 11: the key comes in a file, and is in no list of processes', async () => {
  const file = join(folder.path, 'key');
  writeFileSync(file, `${KEY}\n`, { mode: 0o600 });
  const args = ['--data-dir', join(folder.path, 'data'), '--modem', 'none', '--listen', '127.0.0.1:0'];
  const child = spawn(process.execPath, ['dist/electron/headless.js', ...args, '--token-file', file], { cwd: ROOT });
  try {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
    const url = await until(() => /^listening (\S+)$/m.exec(output)?.[1]);
    expect([await statusWith(url, KEY), await statusWith(url, `${KEY}x`)]).toEqual([200, 401]);
    expect(output).not.toContain(KEY);
    if (process.platform === 'linux') expect(readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')).not.toContain(KEY);
  } finally {
    child.kill('SIGKILL');
  }
});

test('security 11: or in a variable', async () => {
  const desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: 'none', token: KEY });
  try {
    expect(await statusWith(desk.url, KEY)).toBe(200);
    if (process.platform === 'linux')
      expect(readFileSync(`/proc/${desk.process.pid}/cmdline`, 'utf8')).not.toContain(KEY);
  } finally {
    await desk.stop('SIGKILL');
  }
});

test.each([
  ['that is not there', null, 0o600, 'cannot be read. Give one that this user may read.'],
  ['that others may read', KEY, 0o644, 'Close it to them: chmod 600'],
  ['with a key that could be guessed', 'shop', 0o600, 'fewer than 16 characters'],
])('a file %s: one sentence with what to do', async (_, key, mode, sentence) => {
  const file = join(folder.path, 'given');
  if (key !== null) writeFileSync(file, key, { mode });
  const args = ['dist/electron/headless.js', '--data-dir', join(folder.path, 'data'), '--token-file', file];
  const child = spawn(process.execPath, args, { cwd: ROOT });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(said).toContain(sentence);
  expect(said.trimEnd()).not.toContain('\n');
});
