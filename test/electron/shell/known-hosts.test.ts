import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnownHosts } from '../../../electron/shell/known-hosts.ts';
import { temporaryFolder } from '../../support/headless.ts';

describe('security 16: a link to a host that is new', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  const asked: string[] = [];
  beforeEach(() => {
    folder = temporaryFolder('hosts');
    path = join(folder.path, 'hosts.json');
    asked.length = 0;
  });
  afterEach(() => folder.remove());

  const saying = (yes: boolean): KnownHosts =>
    new KnownHosts(path, (host) => {
      asked.push(host);
      return Promise.resolve(yes);
    });

  test('is asked about once, also over a restart; another port or subdomain is another host', async () => {
    const hosts = saying(true);
    expect(await hosts.mayOpen('https://crm.example/?tel=1')).toBe(true);
    expect(await hosts.mayOpen('https://crm.example/?tel=2')).toBe(true);
    expect(await saying(false).mayOpen('https://crm.example/')).toBe(true);
    expect(asked).toEqual(['crm.example']);
    for (const other of ['https://crm.example:8443/', 'https://a.crm.example/', 'https://crm.example.evil.example/'])
      expect(await saying(false).mayOpen(other)).toBe(false);
    expect(asked).toHaveLength(4);
  });

  test('is not opened without a yes, and asked about again', async () => {
    const hosts = saying(false);
    expect(await hosts.mayOpen('https://crm.example/')).toBe(false);
    expect(await hosts.mayOpen('https://crm.example/')).toBe(false);
    expect(asked).toHaveLength(2);
    expect(existsSync(path)).toBe(false);
  });

  test('a window that asks for many at once shows one question', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const hosts = new KnownHosts(path, (host) => {
      asked.push(host);
      return promise;
    });
    const answers = ['https://a.example/', 'https://b.example/', 'https://a.example/'].map((url) => hosts.mayOpen(url));
    resolve(true);
    expect(await Promise.all(answers)).toEqual([true, false, false]);
    expect(asked).toEqual(['a.example']);
  });

  test('a list that cannot be read or written asks again, and what is no address is not opened', async () => {
    writeFileSync(path, '{"hosts"');
    expect(await saying(true).mayOpen('https://crm.example/')).toBe(true);
    rmSync(folder.path, { recursive: true });
    expect(await saying(true).mayOpen('https://crm.example/')).toBe(true);
    expect(await saying(true).mayOpen('crm')).toBe(false);
    expect(asked).toHaveLength(2);
  });
});
