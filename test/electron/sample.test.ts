import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../electron/backend.ts';
import type { Input, Method, Outputs } from '../../electron/app/contract.ts';
import type { Result } from '../../electron/shared/result.ts';
import { temporaryFolder } from '../support/headless.ts';

describe('sample data', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let backend: Backend;
  beforeEach(async () => {
    folder = temporaryFolder('sample');
    backend = await open();
  });
  afterEach(async () => {
    await backend.close();
    folder.remove();
  });

  const open = (): Promise<Backend> => createBackend({ dataDir: folder.path, modem: 'auto', country: null });
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> => {
    const answer = (await backend.invoke(method, input)) as Result<Outputs[M]>;
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`);
    return answer.value;
  };
  const today = (): string => new Date().toISOString().slice(0, 10);
  const all = { view: 'all', order: 'newest', tagId: null, assigneeId: null, after: null, limit: 100 } as const;

  test('fill every page with a month of a shop that is set as the real one is; gone, nothing of them is left', async () => {
    await ask('settings.set', { shopName: 'Kessler', language: 'en', customerLanguage: 'en', country: 'GB' });
    const before = await ask('app.state', {});
    await ask('sample.start', {});

    const state = await ask('app.state', {});
    expect(state).toMatchObject({ isSample: true, settings: { shopName: 'Kessler', country: 'GB', welcomed: true } });
    expect(state.automations).toEqual({ faqs: 3, rules: 0, surveys: 1 });
    for (const list of ['tags', 'people', 'templates', 'services', 'resources', 'contactFields', 'groups'] as const)
      expect(state[list].length, list).toBeGreaterThan(0);
    expect(state.counts).toMatchObject({ scheduled: 1, queue: { uncertain: 0 } });
    expect(state.counts.conversations.waiting).toBeGreaterThanOrEqual(5);
    const { items } = await ask('conversations.list', all);
    expect(items.length).toBeGreaterThan(10);
    expect(items.filter(({ unread }) => unread > 0).length).toBeLessThan(8);
    expect(items.every(({ number }) => number.startsWith('+447700900'))).toBe(true);
    const { orders } = await ask('orders.board', {});
    expect(new Set(orders.map(({ columnId }) => columnId)).size).toBe(3);
    const { appointments } = await ask('appointments.calendar', { from: today(), days: 7 });
    expect(appointments.length).toBeGreaterThan(8);
    const from = new Date(Date.now() - 28 * 86_400_000).toISOString().slice(0, 10);
    for (const name of ['volume', 'satisfaction', 'appointments'] as const) {
      const { figures } = await ask('reports.read', { name, from, to: today() });
      expect(
        figures.some(({ value }) => value !== null && value > 3),
        name,
      ).toBe(true);
    }

    await ask('sample.end', {});
    expect(existsSync(join(folder.path, 'sample'))).toBe(false);
    expect({ ...(await ask('app.state', {})), backup: null, lineChanges: 0 }).toEqual({
      ...before,
      backup: null,
      lineChanges: 0,
    });
    expect((await ask('conversations.list', all)).items).toEqual([]);
  });

  test('are there again after a restart, and what was broken off while they were made is not', async () => {
    // Asked for by two windows at once.
    await Promise.all([ask('sample.start', {}), ask('sample.start', {})]);
    await backend.close();
    backend = await open();
    expect((await ask('app.state', {})).isSample).toBe(true);
    // A modem is connected to the real shop alone.
    await expect(ask('lines.connect', { path: '/dev/ttyUSB0', pin: null })).rejects.toThrow('too-late');
    await ask('sample.end', {});
    await backend.close();
    mkdirSync(join(folder.path, 'sample'));
    writeFileSync(join(folder.path, 'sample', 'counterline.db'), 'half');
    backend = await open();
    expect((await ask('app.state', {})).isSample).toBe(false);
    expect(existsSync(join(folder.path, 'sample'))).toBe(false);
  });

  test('a customer is played where the line is simulated, and nowhere else', async () => {
    await expect(ask('lines.playCustomer', { number: '+491713920099', text: 'Hi' })).rejects.toThrow('not-found');
    await ask('lines.startDemo', {});
    await expect.poll(async () => (await ask('app.state', {})).lines[0]?.state, { timeout: 20_000 }).toBe('ready');
    await ask('lines.playCustomer', { number: '+491713920099', text: 'Are you there?' });
    const texts = async () => (await ask('conversations.list', all)).items.map(({ lastMessage }) => lastMessage?.text);
    await expect.poll(texts, { timeout: 20_000 }).toContain('Are you there?');
  });
});
