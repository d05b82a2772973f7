import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SimulatedModem } from '../../../../modem/simulator/modem.ts';
import { testDesk, type TestDesk } from '../../../support/desk.ts';
import { settle } from '../../../support/fake-clock.ts';
import { PORT, sendBy, standing, twoModems } from '../../../support/two-modems.ts';
import { inView } from '../../../support/in-view.ts';

let all: TestDesk;
let modems: ReturnType<typeof twoModems>;
beforeEach(async () => {
  all = await testDesk();
  modems = twoModems(all.clock);
});
afterEach(async () => {
  const stopped = all.desk.stop();
  await all.clock.advance(10_000);
  await stopped;
  await settle();
  await all.close();
});

/** On its own time: what the desk waits for needs the clock to go on. */
async function run<T>(work: Promise<T>, ms = 10_000): Promise<T> {
  await all.clock.advance(ms);
  return work;
}
async function bothReady(): Promise<void> {
  all.hardware.plug(PORT.a, modems.one);
  all.hardware.plug(PORT.b, modems.two);
  await all.desk.start({ paths: [] });
  await run(all.desk.lines.connect(PORT.a, null));
  await run(all.desk.lines.connect(PORT.b, null));
}
const unplug = (path: string, modem: SimulatedModem): void => {
  modem.unplug();
  all.hardware.unplug(path);
};
const plug = (path: string, modem: SimulatedModem): void => {
  modem.plug();
  all.hardware.plug(path, modem);
};
const states = (): Record<string, string> => standing(all.desk.state.lines);
const reached = (): string[] => modems.texts.map(({ from, text }) => `${from.at(-1)} ${text}`);

describe('[E3] two modems', () => {
  test('are a line each, and both receive', async () => {
    await bothReady();
    expect(states()).toEqual({ 1: `ready ${PORT.a}`, 2: `ready ${PORT.b}` });
    modems.network.sendText('+491712223344', modems.one.msisdn, 'to one');
    modems.network.sendText('+491712223344', modems.two.msisdn, 'to two');
    await all.clock.advance(1_000);
    const page = all.desk.conversations.list(inView('open'), null, 10);
    expect(page.ok && page.value.items.map(({ lineId, lastMessage }) => [lineId, lastMessage?.text])).toEqual([
      ['line_2', 'to two'],
      ['line_1', 'to one'],
    ]);
  });

  test('an answer leaves by the line the customer wrote to', async () => {
    await bothReady();
    modems.network.sendText('+491710000001', modems.one.msisdn, 'a');
    modems.network.sendText('+491710000002', modems.two.msisdn, 'b');
    await all.clock.advance(1_000);
    sendBy(all.desk, '+491710000002', 'by two');
    sendBy(all.desk, '+491710000001', 'by one');
    await all.clock.advance(2_000);
    expect(reached().toSorted()).toEqual(['1 by one', '2 by two']);
  });

  test('one that hangs does not hold up the other', async () => {
    await bothReady();
    modems.one.hung = 'for-good';
    sendBy(all.desk, '+491710000001', 'stuck', { line: 1 });
    sendBy(all.desk, '+491710000002', 'through', { line: 2 });
    await all.clock.advance(3_000);
    expect(reached()).toEqual(['2 through']);
  });

  test('another port of a stick that is in use is no second line', async () => {
    await bothReady();
    const { SimulatedModem: Stick } = await import('../../../../modem/simulator/modem.ts');
    const { sim, imei } = modems.one;
    const second = new Stick({ sim, network: modems.network, clock: all.clock, imei });
    modems.network.attach(modems.one);
    all.hardware.plug(PORT.c, second);
    await all.clock.advance(10_000);
    expect((await run(all.desk.lines.discover())).modems).toEqual([]);
    await run(all.desk.lines.connect(PORT.c, null), 60_000);
    expect(states()).toEqual({ 1: `ready ${PORT.a}`, 2: `ready ${PORT.b}` });
    expect(all.store.lines.all()).toHaveLength(2);
  });

  test('a text for a line that is not here says so at once', async () => {
    await bothReady();
    await run(all.desk.lines.remove('line_1'));
    const { id } = sendBy(all.desk, '+491710000001', 'x', { line: 1 });
    expect(all.desk.messages.get(id)).toMatchObject({ value: { state: 'held', reason: { code: 'line-away' } } });
  });

  test('texts of a line that is let go of wait for its SIM, and leave when it is back', async () => {
    await bothReady();
    await run(all.desk.lines.remove('line_1'));
    const { id } = sendBy(all.desk, '+491710000001', 'later', { line: 1 });
    await run(all.desk.lines.connect(PORT.b, null));
    expect(all.desk.messages.get(id)).toMatchObject({ value: { state: 'held', reason: { code: 'line-away' } } });
    await run(all.desk.lines.connect(PORT.a, null));
    expect(reached()).toEqual(['1 later']);
  });
});

describe('[W8] modems under other names', () => {
  test('one plugged into another socket is found by its IMEI', async () => {
    await bothReady();
    unplug(PORT.a, modems.one);
    await all.clock.advance(30_000);
    plug(PORT.c, modems.one);
    await all.clock.advance(20_000);
    expect(states()).toEqual({ 1: `ready ${PORT.c}`, 2: `ready ${PORT.b}` });
    expect(all.store.lines.byId(1)?.port).toBe(PORT.c);
  });

  test('two that changed their names over a restart keep their lines', async () => {
    await bothReady();
    for (const [path, modem] of [
      [PORT.a, modems.one],
      [PORT.b, modems.two],
    ] as const)
      unplug(path, modem);
    await all.clock.advance(20_000);
    plug(PORT.a, modems.two);
    plug(PORT.b, modems.one);
    await all.clock.advance(120_000);
    expect(states()).toEqual({ 1: `ready ${PORT.b}`, 2: `ready ${PORT.a}` });
    expect(all.store.lines.all()).toHaveLength(2);
    sendBy(all.desk, '+491710000001', 'by one', { line: 1 });
    await all.clock.advance(2_000);
    expect(reached()).toEqual(['1 by one']);
  });

  test('a SIM put into another stick stays its line', async () => {
    all.hardware.plug(PORT.a, modems.one);
    await run(all.desk.lines.connect(PORT.a, null));
    unplug(PORT.a, modems.one);
    await all.clock.advance(20_000);
    const { SimulatedModem: Stick } = await import('../../../../modem/simulator/modem.ts');
    const other = new Stick({ sim: modems.one.sim, network: modems.network, clock: all.clock, imei: '9'.repeat(15) });
    all.hardware.plug(PORT.c, other);
    await all.desk.lines.open({ paths: [] });
    await all.desk.lines.portsChanged();
    await all.clock.advance(120_000);
    expect(states()).toEqual({ 1: `ready ${PORT.c}` });
  });

  test('where a removed line’s stick stands on its port by now, a line is looked for elsewhere', async () => {
    await bothReady();
    await run(all.desk.lines.remove('line_2'));
    const stopped = all.desk.stop();
    await all.clock.advance(10_000);
    await stopped;
    for (const [path, modem] of [
      [PORT.a, modems.one],
      [PORT.b, modems.two],
    ] as const)
      unplug(path, modem);
    all = await all.reopen();
    plug(PORT.a, modems.two);
    plug(PORT.b, modems.one);
    await run(all.desk.start('auto'), 120_000);
    expect(states()).toEqual({ 1: `ready ${PORT.b}` });
    expect(all.store.lines.byId(2)?.enabled).toBe(0);
  });

  test('a modem nobody knows is offered when it is plugged in, and taken by one click', async () => {
    all.hardware.plug(PORT.a, modems.one);
    await all.desk.start({ paths: [] });
    await run(all.desk.lines.connect(PORT.a, null));
    expect(all.desk.state.offers).toEqual([]);
    all.hardware.plug(PORT.b, modems.two);
    await all.clock.advance(10_000);
    expect(all.desk.state.offers).toMatchObject([{ path: PORT.b, imei: modems.two.imei, sim: 'ready', lineId: null }]);
    await run(all.desk.lines.connect(PORT.b, null));
    expect(all.desk.state.offers).toEqual([]);
    expect(states()).toEqual({ 1: `ready ${PORT.a}`, 2: `ready ${PORT.b}` });
  });

  test('looking for modems finds those that are free, and says who holds a port', async () => {
    await bothReady();
    await run(all.desk.lines.remove('line_2'));
    all.hardware.plug(PORT.c, modems.one);
    all.hardware.hold(PORT.c, 'ModemManager');
    const found = await run(all.desk.lines.discover());
    expect(found.modems).toMatchObject([{ path: PORT.b, name: 'Counterline Simulated modem', lineId: 'line_2' }]);
    expect(found.failures).toMatchObject([{ path: PORT.c, reason: { sentence: 'ModemManager is using the modem.' } }]);
  });

  test('a port held by another program says by whom, and is taken when it is free', async () => {
    all.hardware.plug(PORT.a, modems.one);
    all.hardware.hold(PORT.a, 'ModemManager');
    await run(all.desk.lines.connect(PORT.a, null));
    expect(all.desk.state.lines).toMatchObject([
      { state: 'reconnecting', reason: { code: 'busy', sentence: 'ModemManager is using the modem.' } },
    ]);
    all.hardware.hold(PORT.a, null);
    await all.clock.advance(61_000);
    expect(states()).toEqual({ 1: `ready ${PORT.a}` });
  });

  test('both are opened again after a restart', async () => {
    await bothReady();
    const stopped = all.desk.stop();
    await all.clock.advance(10_000);
    await stopped;
    all = await all.reopen();
    await run(all.desk.start('auto'));
    expect(states()).toEqual({ 1: `ready ${PORT.a}`, 2: `ready ${PORT.b}` });
  });
});

describe('what a line that is down hands to another', () => {
  test('nothing, unless the owner says so', async () => {
    await bothReady();
    unplug(PORT.a, modems.one);
    await all.clock.advance(1_000);
    sendBy(all.desk, '+491710000001', 'x', { line: 1, purpose: 'service' });
    await all.clock.advance(30 * 60_000);
    expect(reached()).toEqual([]);
  });

  test('a text that comes when the line has been down for long leaves at once', async () => {
    await bothReady();
    all.desk.setSettings({ failover: true });
    unplug(PORT.a, modems.one);
    await all.clock.advance(20 * 60_000);
    sendBy(all.desk, '+491710000001', 'reminder', { line: 1, purpose: 'service' });
    await all.clock.advance(2_000);
    expect(reached()).toEqual(['2 reminder']);
  });

  test('automatic texts after five minutes, and never what a person wrote', async () => {
    await bothReady();
    all.desk.setSettings({ failover: true });
    unplug(PORT.a, modems.one);
    await all.clock.advance(1_000);
    sendBy(all.desk, '+491710000001', 'reminder', { line: 1, purpose: 'service' });
    sendBy(all.desk, '+491710000001', 'answer', { line: 1 });
    await all.clock.advance(4 * 60_000);
    expect(reached()).toEqual([]);
    await all.clock.advance(2 * 60_000);
    expect(reached()).toEqual(['2 reminder']);
    plug(PORT.a, modems.one);
    await all.clock.advance(60_000);
    expect(reached()).toEqual(['2 reminder', '1 answer']);
  });
});
