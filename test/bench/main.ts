import { join } from 'node:path';
import { systemClock } from '../../modem/clock.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { openStore } from '../../electron/app/store.ts';
import { buildProgram } from '../support/build.ts';
import { testDesk } from '../support/desk.ts';
import { Headless, temporaryFolder, until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';
import { rival, type Rival } from '../support/competitors.ts';
import { percentile, print } from './figures.ts';
import { backupsBench } from './backups.ts';
import { calendarsBench } from './calendars.ts';
import { contactsBench } from './contacts.ts';
import { holdsBench } from './holds.ts';
import { inboxBench } from './inbox.ts';
import { jobsBench } from './jobs.ts';
import { noiseBench } from './noise.ts';
import { reportsBench } from './reports.ts';
import { startBench } from './start.ts';

/**
 * npm run bench: what the program itself costs, beside the budgets. The desk runs as a process of its own, on a real disk,
 * over a pseudo-terminal with the real serialport; the simulated network takes no time.
 */
const TEXTS = 500;
const QUEUED = 10_000;
const [BURST, BURST_SLOTS] = [500, 20];

function intervals(times: readonly number[]): number[] {
  return times.slice(1).map((at, i) => at - (times[i] as number));
}

function summary(times: readonly number[]): string {
  const between = intervals(times);
  return `median ${percentile(between, 0.5).toFixed(2)} ms, p95 ${percentile(between, 0.95).toFixed(2)} ms`;
}

async function overPseudoTerminal(): Promise<void> {
  const folder = temporaryFolder('bench');
  const network = new Network({ clock: systemClock, reportDelayMs: null });
  const sim = new SimCard({ imsi: '262011234567890' });
  const modem = new SimulatedModem({ sim, network, clock: systemClock });
  const terminal = await attachPseudoTerminal(modem, join(folder.path, 'modem'));
  const desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: terminal.path });
  await until(async () => (await desk.request('GET', '/status')).body.lines[0].state === 'ready');

  const sent: number[] = [];
  network.textReceived.on(() => sent.push(performance.now()));
  const messages = Array.from({ length: TEXTS }, (_, n) => ({
    to: `+4917${10_000_000 + n}`,
    text: `Your order ${n} is ready.`,
    purpose: 'answer', // the caps are for programs; here the line is measured
  }));
  await desk.request('POST', '/messages/batch', { messages });
  await until(() => sent.length === TEXTS);
  print(`one text sent, from the last one's to its own (${TEXTS})`, summary(sent), 'budget: 5 ms median');
  await until(async () => (await desk.request('GET', '/status')).body.queue.sending === 0);

  network.reportDelayMs = 0;
  const withReports: number[] = [];
  network.textReceived.on(() => withReports.push(performance.now()));
  await desk.request('POST', '/messages/batch', { messages });
  await until(() => withReports.length === TEXTS);
  print('the same with a delivery report for each', summary(withReports), 'budget: 5 ms median');

  const freed: number[] = [];
  const slotFreed = modem.slotFreed.bind(modem);
  modem.slotFreed = () => {
    freed.push(performance.now());
    slotFreed();
  };
  for (let n = 0; n < TEXTS; n++) network.sendText(`+4917${10_000_000 + n}`, sim.msisdn, `Is order ${n} ready?`);
  await until(() => freed.length >= TEXTS);
  print(`one text received, on disk and off the SIM (${TEXTS})`, summary(freed));
  const kept = await desk.all('/messages?direction=in&limit=500');
  print('of them kept', `${new Set(kept.map(({ text }) => text)).size} of ${TEXTS}, ${kept.length - TEXTS} twice`);
  await desk.stop();
  await terminal.close();
  folder.remove();
}

async function enqueueMany(): Promise<void> {
  const all = await testDesk();
  all.store.lines.create({ kind: 'sim', imsi: '1', name: 'Line', port: null, at: 1 });
  const requests = Array.from({ length: QUEUED }, (_, n) => ({
    to: `+4917${10_000_000 + n}`,
    text: `Your order ${n} is ready.`,
    purpose: 'service' as const,
    notBefore: null,
    expiresAt: null,
    line: null,
  }));
  const started = performance.now();
  const results = await all.desk.messages.sendAll(requests);
  const took = performance.now() - started;
  if (results.some(({ ok }) => !ok)) throw new Error('Not all texts were accepted.');
  print(`${QUEUED.toLocaleString('en')} texts taken in`, `${took.toFixed(0)} ms`, 'budget: 1,000 ms');
  const before = performance.now();
  all.store.close();
  const store = await openStore(all.path);
  store.queue.nextToSend(1);
  print('the database opened again, the next text found', `${(performance.now() - before).toFixed(1)} ms`);
  store.close();
}

/** From one text's arrival in the network to the next one's, without what the network itself took. */
function softwareTimes(arrivals: readonly number[], latencyMs: number): number[] {
  return intervals(arrivals).map((between) => between - latencyMs);
}

interface Bench {
  readonly folder: string;
  readonly network: Network;
  readonly sim: SimCard;
  readonly port: string;
}

async function onFreshModem<T>(latencyMs: number, use: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = temporaryFolder('bench');
  const network = new Network({ clock: systemClock, reportDelayMs: null, latencyMs });
  const sim = new SimCard({ imsi: '262011234567890', slots: BURST_SLOTS });
  const modem = new SimulatedModem({ sim, network, clock: systemClock });
  const terminal = await attachPseudoTerminal(modem, join(folder.path, 'modem'));
  try {
    return await use({ folder: folder.path, network, sim, port: terminal.path });
  } finally {
    await terminal.close();
    folder.remove();
  }
}

function orders(count: number): { to: string; text: string }[] {
  return Array.from({ length: count }, (_, n) => ({ to: `+4917${10_000_000 + n}`, text: `Your order ${n} is ready.` }));
}

/** Median software time of one text, in milliseconds. */
function ours(latencyMs: number, count: number): Promise<number> {
  return onFreshModem(latencyMs, async ({ folder, network, port }) => {
    const arrivals: number[] = [];
    network.textReceived.on(() => arrivals.push(performance.now()));
    const desk = await Headless.start({ dataDir: join(folder, 'data'), modem: port });
    await until(async () => (await desk.request('GET', '/status')).body.lines[0].state === 'ready');
    const messages = orders(count).map((order) => ({ ...order, purpose: 'answer' }));
    await desk.request('POST', '/messages/batch', { messages });
    await until(() => arrivals.length === count);
    await desk.stop();
    return percentile(softwareTimes(arrivals, latencyMs), 0.5);
  });
}

function theirs(name: Rival['name'], latencyMs: number, count: number): Promise<number> {
  return onFreshModem(latencyMs, async ({ folder, network, port }) => {
    const arrivals: number[] = [];
    network.textReceived.on(() => arrivals.push(performance.now()));
    const daemon = rival(name, folder, port);
    daemon.queue(orders(count));
    daemon.start();
    await until(() => arrivals.length === count);
    await daemon.stop();
    return percentile(softwareTimes(arrivals, latencyMs), 0.5);
  });
}

/** Our software's time beside that of the daemons a shop would otherwise run, on the same simulator. */
async function besideOthers(): Promise<void> {
  for (const latencyMs of [0, 1_000]) {
    const mine = await ours(latencyMs, latencyMs === 0 ? 300 : 40);
    print(`software time a text, network ${latencyMs} ms: Counterline`, `${mine.toFixed(2)} ms`);
    for (const name of ['gammu-smsd', 'smsd'] as const) {
      const other = await theirs(name, latencyMs, latencyMs === 0 ? 24 : 10);
      const aim = latencyMs === 0 ? 'aim: 50 times less' : '';
      print(`  ${name}`, `${other.toFixed(0)} ms, ${(other / mine).toFixed(0)} times ours`, aim);
    }
    if (latencyMs > 0) {
      const share = (100 * latencyMs) / (latencyMs + mine);
      print('  of what the line can carry we use', `${share.toFixed(2)} %`, 'aim: 99 %');
    }
  }
}

/** A morning's worth of texts that waited in the network, onto a SIM with few places. */
async function burst(): Promise<void> {
  await onFreshModem(0, async ({ folder, network, sim, port }) => {
    const desk = await Headless.start({ dataDir: join(folder, 'data'), modem: port });
    await until(async () => (await desk.request('GET', '/status')).body.lines[0].state === 'ready');
    const started = performance.now();
    for (let n = 0; n < BURST; n++) network.sendText(`+4917${10_000_000 + n}`, sim.msisdn, `Is order ${n} ready?`);
    await until(() => network.waitingFor(sim.msisdn) === 0 && sim.slots.every((slot) => slot === null));
    const took = performance.now() - started;
    const kept = await desk.all('/messages?direction=in&limit=500');
    const different = new Set(kept.map(({ text }) => text)).size;
    print(
      `a burst of ${BURST} on ${BURST_SLOTS} places of the SIM`,
      `${different} kept, ${kept.length - different} twice`,
      `${(took / 1000).toFixed(1)} s in all`,
    );
    await desk.stop();
  });
}

/** One part alone: npm run bench inbox. */
const [only] = process.argv.slice(2);

buildProgram();

if (only !== undefined && only !== 'line') {
  // Only the inbox was asked for.
} else if (needs('socat')) process.exitCode = 1;
else {
  await overPseudoTerminal();
  await burst();
  if (needs('gammu-smsd', 'smsd')) process.exitCode = 1;
  else await besideOthers();
}
if (only === undefined || only === 'line') await enqueueMany();
if (only === undefined || only === 'noise') await noiseBench();
if (only === undefined || only === 'calendars') await calendarsBench();
if (only === undefined || only === 'start') await startBench();
if (only === undefined || only === 'inbox') await inboxBench();
if (only === undefined || only === 'jobs') await jobsBench();
if (only === undefined || only === 'contacts') await contactsBench();
if (only === undefined || only === 'holds') await holdsBench();
if (only === undefined || only === 'backups') await backupsBench();
if (only === undefined || only === 'reports') await reportsBench();
