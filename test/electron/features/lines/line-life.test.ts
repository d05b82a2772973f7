import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { supportReport } from '../../../../electron/app/support-report.ts';
import type { LineSettings } from '../../../../electron/features/lines/contract.ts';
import { testDesk, type TestDesk } from '../../../support/desk.ts';
import { settle } from '../../../support/fake-clock.ts';
import { PORT, sendBy, twoModems } from '../../../support/two-modems.ts';
import { inView } from '../../../support/in-view.ts';

let all: TestDesk;
let modems: ReturnType<typeof twoModems>;
async function setUp(options: { pin?: string } = {}): Promise<void> {
  all = await testDesk();
  modems = twoModems(all.clock, options);
  all.hardware.plug(PORT.a, modems.one);
}
beforeEach(() => setUp());
afterEach(async () => {
  await stop();
  await settle();
  await all.close();
});
async function run<T>(work: Promise<T>, ms = 10_000): Promise<T> {
  await all.clock.advance(ms);
  return work;
}
async function stop(): Promise<void> {
  await run(all.desk.stop());
}
async function restart(): Promise<void> {
  await stop();
  all = await all.reopen();
  await run(all.desk.start('auto'), 20_000);
}
function page() {
  const result = all.desk.lines.pages.page('line_1');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const configure = (settings: Partial<LineSettings>, ownNumber: string | null = null): Promise<unknown> =>
  all.desk.lines.pages.configure('line_1', { name: 'Line', ownNumber, settings: { ...page().settings, ...settings } });
const line = (): unknown => all.desk.state.lines[0];

const PIN = '4711';

describe('[W3] the PIN', () => {
  beforeEach(() => setUp({ pin: '4711' }));

  test('is kept sealed and opens the SIM after a restart', async () => {
    await run(all.desk.lines.connect(PORT.a, '4711'), 20_000);
    expect(line()).toMatchObject({ state: 'ready' });
    expect(page().hasPin).toBe(true);
    expect(all.store.lines.byId(1)?.pin_sealed).not.toContain('4711');
    modems.one.unplug();
    modems.one.plug();
    await restart();
    expect(line()).toMatchObject({ state: 'ready' });
  });

  test('a wrong one is tried once, over any number of restarts', async () => {
    await run(all.desk.lines.connect(PORT.a, '9999'), 20_000);
    for (let i = 0; i < 4; i++) await restart();
    expect(modems.one.sim.pinTriesLeft).toBe(2);
    expect(line()).toMatchObject({ state: 'attention', reason: { code: 'pin-required' } });
    expect(page().hasPin).toBe(false);
  });

  test('the right one entered on the line’s page carries on at once', async () => {
    await run(all.desk.lines.connect(PORT.a, null), 5_000);
    expect(line()).toMatchObject({ state: 'attention', reason: { code: 'pin-required' } });
    await run(all.desk.lines.setPin('line_1', '4711'), 20_000);
    expect(line()).toMatchObject({ state: 'ready' });
  });

  test('entered for a new stick on the same port, it is for the SIM that is there now', async () => {
    await run(all.desk.lines.connect(PORT.a, PIN), 20_000);
    await stop();
    const { SimCard } = await import('../../../../modem/simulator/sim-card.ts');
    const { SimulatedModem } = await import('../../../../modem/simulator/modem.ts');
    const other = new SimCard({ imsi: '262019999999999', pin: '1111' });
    const stick = new SimulatedModem({ sim: other, network: modems.network, clock: all.clock, imei: '7'.repeat(15) });
    all.hardware.plug(PORT.a, stick);
    await restart();
    // The PIN of the other SIM is not tried on this one.
    expect(other.pinTriesLeft).toBe(3);
    await run(all.desk.lines.setPin('line_1', '1111'), 20_000);
    expect(all.desk.state.lines.map(({ imsi, state }) => [imsi, state])).toContainEqual(['262019999999999', 'ready']);
    expect(other.pinTriesLeft).toBe(3);
  });

  test.each(['+CME ERROR: 100', '+CMS ERROR: 500'])(
    'one that is answered %s is not sent again and again',
    async (text) => {
      modems.one.faults.push({ match: /CPIN="/, effect: 'reply', text, times: 99 });
      let tries = 0;
      const received = modems.one.received.bind(modems.one);
      modems.one.received = (chunk) => {
        if (Buffer.from(chunk).includes('CPIN="')) tries += 1;
        received(chunk);
      };
      await run(all.desk.lines.connect(PORT.a, PIN), 10 * 60_000);
      await restart();
      expect(tries).toBe(1);
      expect(line()).toMatchObject({ state: 'attention' });
    },
  );

  test('is not tried on another SIM in the same stick', async () => {
    await run(all.desk.lines.connect(PORT.a, '4711'), 20_000);
    await stop();
    const { SimCard } = await import('../../../../modem/simulator/sim-card.ts');
    const { SimulatedModem } = await import('../../../../modem/simulator/modem.ts');
    const other = new SimCard({ imsi: '262019999999999', pin: '1111' });
    const same = new SimulatedModem({ sim: other, network: modems.network, clock: all.clock, imei: modems.one.imei });
    same.tellsIccidWhenLocked = true;
    all.hardware.plug(PORT.a, same);
    await restart();
    expect(line()).toMatchObject({ state: 'attention', reason: { code: 'pin-required' } });
    expect(other.pinTriesLeft).toBe(3);
  });
});

describe('[E2] calls', () => {
  beforeEach(() => run(all.desk.lines.connect(PORT.a, null)));

  test('a missed call stands in the conversation, and the caller waits for an answer', async () => {
    modems.network.sendText('+491712223344', modems.one.msisdn, 'Hello');
    await all.clock.advance(60_000);
    const [before] = listed('open');
    all.desk.conversations.markRead(before?.id as string);
    modems.one.ring('+491712223344');
    await all.clock.advance(30_000);
    const [conversation] = listed('waiting');
    expect(conversation).toMatchObject({ unread: 1, lastEvent: { kind: 'call-missed' } });
    const messages = all.desk.conversations.messages(conversation?.id as string, { from: 'end' }, 50);
    expect(messages.ok && messages.value.events).toMatchObject([{ kind: 'call-missed' }]);
    expect(all.events.filter(({ type }) => type === 'conversation.event')).toHaveLength(1);
  });

  test('a stranger who rings is a new conversation; one who hides their number is in the line’s events', async () => {
    modems.one.ring('+491719999999');
    await all.clock.advance(60_000);
    modems.one.ring(null);
    await all.clock.advance(60_000);
    expect(listed('open')).toMatchObject([{ number: '+491719999999' }]);
    expect(page().events[0]?.sentence).toBe('Someone called without showing a number.');
  });

  test('is rejected where the owner says so', async () => {
    await configure({ rejectCalls: true });
    modems.one.ring('+491719999999');
    await all.clock.advance(60_000);
    expect(listed('open')).toMatchObject([{ lastEvent: { kind: 'call-rejected' } }]);
  });

  test('a text after the call is what happened last', async () => {
    modems.one.ring('+491712223344');
    await all.clock.advance(60_000);
    modems.network.sendText('+491712223344', modems.one.msisdn, 'I rang');
    await all.clock.advance(1_000);
    expect(listed('open')).toMatchObject([{ lastEvent: null, lastMessage: { text: 'I rang' } }]);
  });
});

function listed(view: 'open' | 'waiting' | 'all' | 'operator') {
  const result = all.desk.conversations.list(inView(view), null, 50);
  return result.ok ? result.value.items : [];
}

describe('the operator’s drawer', () => {
  beforeEach(() => run(all.desk.lines.connect(PORT.a, null)));

  test.each([
    ['a name', 'MyMobile'],
    ['a short code', '2200'],
    ['our own number', '+491711111111'],
  ])('%s lands there and nowhere else', async (_name, from) => {
    modems.network.sendText(from, modems.one.msisdn, 'Your bundle ends');
    await all.clock.advance(1_000);
    expect(listed('operator')).toHaveLength(1);
    expect([listed('open'), listed('waiting'), listed('all')]).toEqual([[], [], []]);
    expect(all.desk.counts.conversations).toMatchObject({ open: 0, waiting: 0, operator: 1 });
  });

  test('our own number, where the SIM does not know it, is what the owner entered', async () => {
    await configure({}, '0160 1234567');
    expect(page().line.ownNumber).toBe('+491601234567');
    modems.network.sendText('+491601234567', modems.one.msisdn, 'test');
    await all.clock.advance(1_000);
    expect(listed('operator')).toHaveLength(1);
    expect(
      await all.desk.lines.pages.configure('line_1', { name: 'L', ownNumber: 'abc', settings: page().settings }),
    ).toMatchObject({
      ok: false,
      error: { code: 'bad-number' },
    });
  });
});

describe('caps', () => {
  const caps = { minute: 3, hour: 5, day: 8 };
  beforeEach(async () => {
    await run(all.desk.lines.connect(PORT.a, null));
    await configure({ caps });
  });
  const enqueue = (n: number, purpose: 'service' | 'answer' = 'service'): void => {
    for (let i = 0; i < n; i++) sendBy(all.desk, `+4917100000${10 + i}`, `${purpose} ${i}`, { purpose });
  };

  test('hold what is too much, say why and until when, and let it go then', async () => {
    enqueue(10);
    await all.clock.advance(1_000);
    expect(modems.texts).toHaveLength(3);
    const held = all.store.messages.inState('held', 10);
    // One is held, for all to see; the others wait behind it: a long queue is not written anew with every text.
    expect(held).toHaveLength(1);
    expect(all.desk.counts.queue).toMatchObject({ held: 1, queued: 6 });
    expect(held[0]).toMatchObject({ reason: 'cap-minute' });
    expect(held[0]?.not_before).toBeGreaterThan(all.clock.now());
    await all.clock.advance(62_000);
    expect(modems.texts).toHaveLength(5);
    expect(all.store.messages.inState('held', 1)[0]).toMatchObject({ reason: 'cap-hour' });
    await all.clock.advance(3_600_000);
    expect(modems.texts).toHaveLength(8);
    expect(all.store.messages.inState('held', 1)[0]).toMatchObject({ reason: 'cap-day' });
    await all.clock.advance(24 * 3_600_000);
    expect(modems.texts.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, i) => `service ${i}`));
  });

  test('caps that are raised let go at once what they held', async () => {
    enqueue(6);
    await all.clock.advance(1_000);
    expect(modems.texts).toHaveLength(3);
    await configure({ caps: { minute: 100, hour: 100, day: 100 } });
    all.desk.lines.wake();
    await all.clock.advance(1_000);
    expect(modems.texts).toHaveLength(6);
  });

  test('an answer goes past what a cap holds', async () => {
    enqueue(5);
    await all.clock.advance(1_000);
    enqueue(1, 'answer');
    await all.clock.advance(1_000);
    expect(modems.texts.at(-1)?.text).toBe('answer 0');
  });

  test('count parts, also over a restart', async () => {
    sendBy(all.desk, '+491710000001', 'x'.repeat(300), { purpose: 'service' });
    await all.clock.advance(1_000);
    expect(page().volume).toEqual({ minute: 2, hour: 2, day: 2 });
    await restart();
    expect(page().volume.hour).toBe(2);
    enqueue(2);
    await all.clock.advance(1_000);
    expect(modems.texts.length).toBeGreaterThan(1);
  });

  test('what a person writes is counted, and never held', async () => {
    enqueue(5, 'answer');
    await all.clock.advance(1_000);
    expect(modems.texts).toHaveLength(5);
    enqueue(1);
    await all.clock.advance(1_000);
    expect(all.store.messages.inState('held', 9)).toMatchObject([{ reason: 'cap-hour' }]);
  });

  test('a text of more parts than the cap goes alone, and is not cut in the middle', async () => {
    sendBy(all.desk, '+491710000001', 'x'.repeat(900), { purpose: 'service' });
    await all.clock.advance(5_000);
    expect(modems.texts).toHaveLength(1);
  });
});

describe('[E1] the balance', () => {
  const balance = { code: '*100#', after: '', warnBelow: 15, daily: true };
  beforeEach(async () => {
    await run(all.desk.lines.connect(PORT.a, null));
    await configure({ balance });
    await all.clock.advance(1_000);
  });

  test('is asked for when it is set and then daily, and a low one is told', async () => {
    expect(page().line.balance).toMatchObject({ amount: 12.34, isLow: true });
    modems.network.ussd.set('*100#', 'Your balance is 52.00 EUR');
    await all.clock.advance(24 * 3_600_000 + 60_000);
    expect(page().line.balance).toMatchObject({ amount: 52, isLow: false });
  });

  test('an operator that does not answer is asked again an hour later, no sooner', async () => {
    modems.network.ussd.set('*100#', null);
    const asked = all.clock.now();
    await all.clock.advance(24 * 3_600_000);
    modems.network.ussd.set('*100#', 'EUR 3,00');
    await all.clock.advance(2 * 3_600_000);
    expect(page().line.balance).toMatchObject({ amount: 3 });
    expect(page().line.balance?.at).toBeGreaterThan(asked + 24 * 3_600_000);
  });

  test('on demand, with the operator’s refusal in words', async () => {
    await configure({ balance: { ...balance, code: '*7#' } });
    expect(await run(all.desk.lines.pages.askBalance('line_1'))).toMatchObject({
      ok: false,
      error: { code: 'no-answer', message: expect.stringContaining('doesn’t know this code') },
    });
  });
});

describe('the line’s page', () => {
  test('tells each step, the signal over time, and when the line last worked', async () => {
    await run(all.desk.lines.connect(PORT.a, null));
    modems.network.sendText('+491712223344', modems.one.msisdn, 'Hello');
    sendBy(all.desk, '+491712223344', 'Hi');
    await all.clock.advance(60_000);
    modems.one.hung = 'until-reset';
    await all.clock.advance(20 * 60_000);
    modems.one.unplug();
    await all.clock.advance(3 * 60_000);
    const { events, signal, proof, line: now } = page();
    expect(now).toMatchObject({ state: 'reconnecting', reason: { code: 'unplugged' } });
    expect(events.map(({ state, sentence }) => `${state}: ${sentence}`).toReversed()).toEqual([
      'starting: Looking for the modem.',
      'starting: The modem is starting.',
      'ready: ',
      'reconnecting: The modem doesn’t respond and is being restarted.',
      'starting: The modem is starting.',
      'ready: ',
      'reconnecting: Modem unplugged.',
    ]);
    expect(signal.filter(({ dbm }) => dbm === -67).length).toBeGreaterThan(3);
    expect(signal.at(-1)?.dbm).toBeNull();
    expect(proof.sentAt).not.toBeNull();
    expect(proof.receivedAt).not.toBeNull();
    expect(proof.reportAt).not.toBeNull();
    expect(proof.answeredAt).toBeGreaterThan(proof.sentAt as number);
  });

  test('a computer that wakes up looks at once, and sends what came due meanwhile', async () => {
    await run(all.desk.lines.connect(PORT.a, null));
    modems.one.removeSim();
    await all.clock.advance(1_000);
    expect(line()).toMatchObject({ state: 'attention', reason: { code: 'sim-missing' } });
    sendBy(all.desk, '+491712223344', 'later', { notBefore: all.clock.now() + 2_000 });
    modems.one.insertSim();
    await all.clock.advance(1_000);
    all.desk.onSystemResume();
    await all.clock.advance(2_000);
    expect(line()).toMatchObject({ state: 'ready' });
    expect(modems.texts.map(({ text }) => text)).toEqual(['later']);
  });

  test('is lost as one state, however often it is tried', async () => {
    await run(all.desk.lines.connect(PORT.a, null));
    modems.one.unplug();
    all.events.length = 0;
    await all.clock.advance(10 * 60_000);
    const states = all.events.flatMap((event) => (event.type === 'line.changed' ? [event.value.state] : []));
    expect(new Set(states)).toEqual(new Set(['reconnecting']));
    expect(page().line.since).toBeLessThan(all.clock.now() - 9 * 60_000);
  });

  test('a report for whoever helps holds no number and no SIM', async () => {
    await run(all.desk.lines.connect(PORT.a, null));
    modems.one.ring('+491712223344');
    sendBy(all.desk, '+491712223344', 'Secret words');
    await all.clock.advance(10_000);
    const report = supportReport({ ...all.desk.context, state: all.desk.state, lines: all.desk.lines });
    expect(report).toContain('Simulated modem');
    expect(report).not.toMatch(/1712223344|262011111111|Secret/);
  });
});
