import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../modem/clock.ts';
import { SimulatedModem } from '../../../modem/simulator/modem.ts';
import { Network } from '../../../modem/simulator/network.ts';
import { attachPseudoTerminal, type PseudoTerminal } from '../../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../../modem/simulator/sim-card.ts';
import { temporaryFolder, until } from '../../support/headless.ts';
import { needs } from '../../support/needs.ts';
import { rival, type Rival } from '../../support/competitors.ts';

/** A program that was not written here judges the simulator. */
describe.skipIf(needs('socat', 'gammu'))('gammu', () => {
  let folder: string;
  let terminal: PseudoTerminal;
  let network: Network;
  let sim: SimCard;
  let modem: SimulatedModem;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterline-gammu-'));
    network = new Network({ clock: systemClock });
    sim = new SimCard({});
    modem = new SimulatedModem({ sim, network, clock: systemClock });
    terminal = await attachPseudoTerminal(modem, join(folder, 'modem'));
    writeFileSync(join(folder, 'gammurc'), `[gammu]\ndevice = ${terminal.path}\nconnection = at115200\n`);
  });
  afterEach(async () => {
    await terminal.close();
    rmSync(folder, { recursive: true });
  });

  const gammu = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('gammu', ['-c', join(folder, 'gammurc'), ...args], {
      timeout: 60_000,
    });
    return stdout;
  };

  test('identify', async () => {
    const said = await gammu('identify');
    expect(said).toContain(modem.imei);
    expect(said).toContain(sim.imsi);
  });

  test('getallsms', async () => {
    network.sendText('+491712223344', sim.msisdn, 'Is it ready? 👍');
    network.sendText('+491712223344', sim.msisdn, 'a long text '.repeat(30));
    const said = await gammu('getallsms');
    expect(said).toContain('Is it ready? 👍');
    expect(said).toContain('+491712223344');
    expect(said).toContain('part 3 of 3');
  });

  test('sendsms', async () => {
    const received: string[] = [];
    network.textReceived.on(({ text }) => received.push(text));
    await gammu('sendsms', 'TEXT', '+491712223344', '-text', 'Hello from gammu');
    await gammu('sendsms', 'TEXT', '+491712223344', '-len', '400', '-text', 'a long one '.repeat(30));
    expect(received).toEqual(['Hello from gammu', 'a long one '.repeat(30)]);
  });

  test('deletesms', async () => {
    network.sendText('+491712223344', sim.msisdn, 'one');
    network.sendText('+491712223344', sim.msisdn, 'two');
    await gammu('deletesms', '1', '1');
    expect(sim.slots.filter((slot) => slot !== null)).toHaveLength(1);
  });

  test('sendsms with emoji', async () => {
    const received: string[] = [];
    network.textReceived.on(({ text }) => received.push(text));
    await gammu('sendsms', 'TEXT', '+491712223344', '-unicode', '-text', 'Gern 👋🏽');
    expect(received).toEqual(['Gern 👋🏽']);
  });
});

/** Daemons that a shop would otherwise run: they send, read and delete through our simulator, long texts and emoji too. */
describe.skipIf(needs('socat', 'gammu-smsd', 'smsd')).each(['gammu-smsd', 'smsd'] as const)('%s', (name) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let terminal: PseudoTerminal;
  let network: Network;
  let sim: SimCard;
  let daemon: Rival;

  beforeEach(async () => {
    folder = temporaryFolder('client');
    network = new Network({ clock: systemClock, reportDelayMs: null });
    sim = new SimCard({});
    const modem = new SimulatedModem({ sim, network, clock: systemClock });
    terminal = await attachPseudoTerminal(modem, join(folder.path, 'modem'));
    daemon = rival(name, folder.path, terminal.path);
  });
  afterEach(async () => {
    await daemon.stop();
    await terminal.close();
    folder.remove();
  });

  const LONG = 'Your order is ready, please come by before six o’clock today. '.repeat(6).trim();

  test('sends short and long texts and emoji', async () => {
    const received: string[] = [];
    network.textReceived.on(({ text }) => received.push(text));
    daemon.queue([
      { to: '+491710000001', text: 'Hello' },
      { to: '+491710000001', text: LONG },
      { to: '+491710000001', text: 'Gern 👋🏽' },
    ]);
    daemon.start();
    await until(() => received.length === 3);
    expect(received.toSorted((a, b) => a.length - b.length)).toEqual(['Hello', 'Gern 👋🏽', LONG]);
  });

  test('reads and deletes short and long texts and emoji', async () => {
    for (const text of ['Is it ready?', 'Super 👍', LONG]) network.sendText('+491712223344', sim.msisdn, text);
    daemon.start();
    await until(() => daemon.received().length >= 3 && sim.slots.every((slot) => slot === null));
    const said = daemon.received().join('|');
    for (const text of ['Is it ready?', 'Super 👍', LONG.slice(0, 60)]) expect(said).toContain(text);
  });
});
