import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settle } from '../../../support/fake-clock.ts';
import { testDesk, type TestDesk } from '../../../support/desk.ts';

const NOWHERE = '/dev/does-not-exist';
let all: TestDesk;
beforeEach(async () => {
  all = await testDesk();
});
afterEach(async () => {
  await settle();
  await all.close();
});

/** Opening a real port takes real time; the fake clock stands still meanwhile. */
const failed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

async function stopped({ desk, clock }: TestDesk): Promise<void> {
  const isStopped = desk.stop();
  await clock.advance(5_000);
  await isStopped;
}

describe('lines', () => {
  test('where no modem was ever chosen nothing starts by itself; the Demo line that somebody looks around with goes on', async () => {
    const { desk, clock, events } = all;
    await desk.start('auto');
    await clock.advance(3_000);
    expect(desk.state.lines).toEqual([]);
    await desk.lines.startDemo();
    await clock.advance(10_000);
    expect(desk.state.lines).toMatchObject([{ kind: 'demo', state: 'ready' }]);
    expect(events.filter(({ type }) => type === 'message.received').length).toBeGreaterThan(1);
    await stopped(all);

    all = await all.reopen();
    await all.desk.start('auto');
    await all.clock.advance(3_000);
    expect(all.desk.state.lines).toMatchObject([{ kind: 'demo', state: 'ready' }]);
    await stopped(all);
  });

  test('choosing a modem erases the Demo line, and is remembered', async () => {
    const { desk, clock, store } = all;
    await desk.start('demo');
    await clock.advance(5_000);
    expect(desk.conversations.counts().open).toBe(1);
    const connected = desk.lines.connect(NOWHERE, null);
    await clock.advance(5_000);
    await connected;
    await failed();
    await settle();
    expect(desk.conversations.counts().open).toBe(0);
    expect(desk.state.lines).toMatchObject([
      { kind: 'sim', port: NOWHERE, state: 'reconnecting', reason: { code: 'not-found' } },
    ]);
    expect(store.lines.all()).toMatchObject([{ port: NOWHERE, enabled: 1 }]);
    await desk.stop();
  });

  test('texts taken in before any modem answered are kept over a look at the Demo line', async () => {
    const { desk, clock, store } = all;
    await desk.lines.connect(NOWHERE, null);
    await failed();
    const sent = desk.messages.send(
      { to: '01712223344', text: 'x', purpose: 'answer', notBefore: null, expiresAt: null, line: null },
      null,
    );
    expect(sent.ok).toBe(true);
    const demo = desk.lines.startDemo();
    await clock.advance(5_000);
    await demo;
    await clock.advance(5_000);
    expect(store.messages.byId(1)).toMatchObject({ state: 'held', reason: 'line-away', line_id: 1 });
    const back = desk.lines.connect(NOWHERE, null);
    await clock.advance(5_000);
    await back;
    await failed();
    expect(store.messages.byId(1)?.line_id).toBe(1);
    await desk.stop();
  });

  test('a text behind one that is tried again goes on when that is taken back', async () => {
    const { desk, clock, store } = all;
    await desk.start('demo');
    await clock.advance(3_000);
    const request = { to: '+491712223344', purpose: 'service', notBefore: null, expiresAt: null, line: null } as const;
    desk.messages.send({ ...request, text: 'tried again', notBefore: clock.now() + 3_600_000 }, null);
    const first = store.messages.list({ after: 0, limit: 9, direction: 'out', state: null, conversation: null })[0]
      ?.id as number;
    store.messages.setState(first, 'scheduled', 'cms-38', clock.now() + 3_600_000);
    const behind = desk.messages.send({ ...request, text: 'behind it' }, null);
    await clock.advance(5_000);
    expect(behind.ok && desk.messages.get(behind.value.id)).toMatchObject({ value: { state: 'queued' } });
    desk.outbox.cancel(first);
    await clock.advance(5_000);
    expect(behind.ok && desk.messages.get(behind.value.id)).toMatchObject({ value: { state: 'delivered' } });
    const stopped = desk.stop();
    await clock.advance(5_000);
    await stopped;
  });

  test('two connects at once leave one modem open', async () => {
    const { desk, clock } = all;
    await desk.start('demo');
    await clock.advance(2_000);
    const both = Promise.all([desk.lines.startDemo(), desk.lines.startDemo()]);
    await clock.advance(10_000);
    await both;
    await clock.advance(2_000);
    expect(desk.state.lines).toMatchObject([{ kind: 'demo', state: 'ready' }]);
    const stopped = desk.stop();
    await clock.advance(5_000);
    await stopped;
  });

  test('without any modem nothing starts and sending says so', async () => {
    await all.desk.start('none');
    expect(all.desk.state.lines).toEqual([]);
    const sent = all.desk.messages.send(
      { to: '01712223344', text: 'x', purpose: 'answer', notBefore: null, expiresAt: null, line: null },
      null,
    );
    expect(sent).toMatchObject({ ok: false, error: { code: 'no-line' } });
  });
});
