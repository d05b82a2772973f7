import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../modem/clock.ts';
import { planSegments } from '../../modem/pdu/segmentation.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import type { Quirks } from '../../modem/simulator/quirks.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { Headless, temporaryFolder, until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { sampleText } from '../support/sample-texts.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function deskOnPseudoTerminal(quirks: Partial<Quirks>, slots = 20) {
  const folder = temporaryFolder('pty');
  cleanUps.push(() => folder.remove());
  const network = new Network({ clock: systemClock });
  const sim = new SimCard({ slots, imsi: '262011234567890' });
  const modem = new SimulatedModem({ sim, network, clock: systemClock, quirks });
  const terminal = await attachPseudoTerminal(modem, join(folder.path, 'modem'));
  cleanUps.push(() => terminal.close());
  const desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: terminal.path });
  cleanUps.push(() => desk.stop('SIGKILL'));
  const received: ReceivedText[] = [];
  network.textReceived.on((text) => received.push(text));
  const ready = () => until(async () => (await desk.request('GET', '/status')).body.lines[0].state === 'ready');
  return { folder, network, sim, modem, terminal, desk, received, ready };
}

describe.skipIf(needs('socat'))('[L9] the desk on a pseudo-terminal, with the real serialport', () => {
  test('200 texts out and 200 in, half of them long, parts out of order: all equal, none lost or doubled', async () => {
    const { network, sim, desk, received, ready } = await deskOnPseudoTerminal({
      echoAlways: true,
      noise: true,
      chunkSize: 1,
      make: 'huawei',
    });
    await ready();
    const numbers = Array.from({ length: 200 }, (_, n) => `+4917${String(10_000_000 + n)}`);
    const outgoing = numbers.map((to, n) => ({ to, text: sampleText(n, n % 2 === 0), purpose: 'answer' }));
    const incoming = numbers.map((from, n) => ({ from, text: sampleText(n + 1_000, n % 2 === 1) }));

    const sending = desk.request('POST', '/messages/batch', { messages: outgoing });
    incoming.forEach(({ from, text }) => {
      const order = planSegments(text)
        .parts.map((_, part) => part)
        .toReversed();
      network.sendText(from, sim.msisdn, text, { order });
    });
    expect((await sending).body.rejected).toEqual([]);

    const settled = await until(async () => {
      const all = await desk.all('/messages?limit=500');
      const done = all.filter(({ state }) => state === 'delivered' || state === 'received');
      return done.length === 400 ? all : false;
    });
    expect(settled).toHaveLength(400);
    const byNumber = (a: { n: string }, b: { n: string }): number => a.n.localeCompare(b.n);
    expect(received.map(({ to, text }) => ({ n: to, text })).toSorted(byNumber)).toEqual(
      outgoing.map(({ to, text }) => ({ n: to, text })),
    );
    const stored = settled.filter(({ direction }) => direction === 'in').map(({ from, text }) => ({ n: from, text }));
    expect(stored.toSorted(byNumber)).toEqual(incoming.map(({ from, text }) => ({ n: from, text })));
    // Kept before it leaves the SIM: the last one a moment later.
    await until(() => sim.slots.every((slot) => slot === null));
  });

  test('SIGTERM lets go within 5 s with exit code 0, also with texts waiting', async () => {
    const { desk, network, ready } = await deskOnPseudoTerminal({});
    await ready();
    network.latencyMs = 1_000;
    await desk.request('POST', '/messages/batch', {
      messages: Array.from({ length: 50 }, (_, n) => ({ to: `+49171000${1000 + n}`, text: 'x' })),
    });
    await until(async () => (await desk.request('GET', '/status')).body.queue.sending === 1);
    const started = performance.now();
    expect(await desk.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('killed while a text is handed over: uncertain after the restart, settled by its report, never sent twice', async () => {
    const { desk, network, modem, terminal, folder, received, ready } = await deskOnPseudoTerminal({});
    await ready();
    modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    network.reportDelayMs = 4_000;
    const { body } = await desk.request('POST', '/messages', { to: '+491712223344', text: 'once only' });
    await until(() => received.length === 1);
    await desk.stop('SIGKILL');
    const again = await Headless.start({ dataDir: join(folder.path, 'data'), modem: terminal.path });
    cleanUps.push(() => again.stop('SIGKILL'));
    expect((await again.request('GET', `/messages/${body.id}`)).body.state).toBe('uncertain');
    await until(async () => (await again.request('GET', `/messages/${body.id}`)).body.state === 'delivered');
    expect(received.map(({ text }) => text)).toEqual(['once only']);
  });

  test('a second desk on the same data is refused with a sentence', async () => {
    const { folder } = await deskOnPseudoTerminal({});
    const second = Headless.start({ dataDir: join(folder.path, 'data'), modem: 'none' });
    await expect(second).rejects.toThrow(/already running with this data/);
  });
});
