import { join } from 'node:path';
import { systemClock } from '../../modem/clock.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { seeded } from '../support/bad-wire.ts';
import { Headless, temporaryFolder, until } from '../support/headless.ts';
import { print } from './figures.ts';

const BUDGET_MS = 50;
const LINES = 100_000;
const CUSTOMERS = 300;

/** What a broken or hostile modem pours out, and for how long the desk's loop is held by it. */
export async function noiseBench(): Promise<void> {
  const folder = temporaryFolder('noise');
  const network = new Network({ clock: systemClock, reportDelayMs: null });
  const sim = new SimCard({ imsi: '262011234567890' });
  const modem = new SimulatedModem({ sim, network, clock: systemClock });
  const terminal = await attachPseudoTerminal(modem, join(folder.path, 'modem'));
  const desk = await Headless.start({ dataDir: join(folder.path, 'data'), modem: terminal.path, watchesLoop: true });
  const isReady = async (): Promise<boolean> => (await desk.request('GET', '/status')).body.lines[0].state === 'ready';
  await until(isReady);
  const random = seeded(1);
  const octets = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(Math.floor(random() * 256))).join('');
  const hex = (count: number): string => Buffer.from(octets(count), 'latin1').toString('hex').toUpperCase();
  const each = (count: number, line: (n: number) => string): string[] =>
    Array.from({ length: count }, (_, n) => line(n));
  let written = 0;
  /** A text behind it all tells that all of it was read. */
  const pour = async (name: string, lines: readonly string[]): Promise<void> => {
    await desk.loopHeld();
    for (let from = 0; from < lines.length; from += 200) {
      modem.unsolicited(...lines.slice(from, from + 200));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const last = `Behind it ${++written}`;
    network.sendText('+491712223344', sim.msisdn, last);
    await until(async () => (await desk.all('/messages?direction=in&limit=500')).some(({ text }) => text === last));
    await until(isReady);
    const held = await desk.loopHeld();
    print(`  ${name}`, `${held.toFixed(0)} ms`, `budget: ${BUDGET_MS} ms`);
    if (held > BUDGET_MS) process.exitCode = 1;
  };
  print('the loop is held at most, by', '');
  await pour('nothing at all', []);
  await pour(
    `${LINES.toLocaleString('en')} lines nobody asked for`,
    each(LINES, (n) => `^RSSI:${n % 31}`),
  );
  await pour(
    '5,000 announcements of empty slots',
    each(5_000, (n) => `+CMTI: "SM",${n % 50}`),
  );
  await pour(
    '10,000 codes without an end',
    each(10_000, () => '+CUSD: 1,"'),
  );
  await pour(
    '4 MB without an end of line',
    each(1_000, () => octets(4_000).replaceAll(/[\r\n]/g, '.')),
  );
  await pour(
    '2,000 PDUs of chance, handed over',
    each(2_000, () => `+CMT: ,20\r\n${hex(20)}`),
  );
  await pour(
    '2,000 reports on nothing',
    each(2_000, (n) => `+CDS: 24\r\n0791947101670000${(n % 256).toString(16).padStart(2, '0')}${hex(20)}`),
  );
  const long = 'A long question about an order, with everything that belongs to it. '.repeat(9);
  await desk.loopHeld();
  for (let n = 0; n < CUSTOMERS; n++) {
    network.sendText(`+4917${10_000_000 + n}`, sim.msisdn, `${long}${n}`, { order: [4, 0, 0, 1, 3, 2, 2] });
  }
  const texts = async (): Promise<Set<string>> =>
    new Set((await desk.all('/messages?direction=in&limit=500')).map(({ text }) => text));
  await until(async () => [...(await texts())].filter((text) => text.startsWith(long)).length === CUSTOMERS);
  const held = await desk.loopHeld();
  print(`  ${CUSTOMERS} long texts, parts out of order and twice`, `${held.toFixed(0)} ms`, `budget: ${BUDGET_MS} ms`);
  if (held > BUDGET_MS) process.exitCode = 1;
  await desk.stop();
  await terminal.close();
  folder.remove();
}
