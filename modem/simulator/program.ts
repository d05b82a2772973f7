import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { PLAYED } from '../makes/index.ts';
import { startCustomers } from './customers.ts';
import { SimulatedModem } from './modem.ts';
import { Network } from './network.ts';
import { attachPseudoTerminal, type PseudoTerminal } from './pseudo-terminal.ts';
import type { Quirks } from './quirks.ts';
import { SimCard } from './sim-card.ts';

const HELP = `A simulated modem on a pseudo-terminal.

  npm run simulator -- --link PATH [options]

  --link PATH        where the pseudo-terminal appears
  --msisdn NUMBER    the SIM's own number (+491700000000)
  --pin PIN          lock the SIM with a PIN
  --imsi, --imei     who the SIM and the modem are, for two of them side by side
  --slots N          texts the SIM holds (20)
  --make NAME        ${[...PLAYED.keys()].join(', ')}
  --echo --noise     echo always; chatter inside answers
  --chunk N          octets per write
  --latency MS       what the network takes for one text
  --customers        simulated customers text by themselves
`;

const CONSOLE_HELP = `  text NUMBER WORDS   a customer texts the SIM
  fail CODE [TIMES]   the next texts are answered +CMS ERROR: CODE
  lose [TIMES]        the next texts go out, their answer is lost
  network on|off      coverage
  latency MS          what the network takes for one text
  call [NUMBER]       somebody rings; without a number it is withheld
  hang                the modem falls silent until it is reset
  sim out|in          the SIM is taken out, put in
  reboot              the modem restarts
  unplug, plug        the stick is taken out, put in
  show                slots and what the network took
  quit
`;

const { values: options } = parseArgs({
  options: {
    link: { type: 'string' },
    msisdn: { type: 'string' },
    pin: { type: 'string' },
    imsi: { type: 'string' },
    imei: { type: 'string' },
    slots: { type: 'string' },
    make: { type: 'string' },
    chunk: { type: 'string' },
    latency: { type: 'string' },
    echo: { type: 'boolean' },
    noise: { type: 'boolean' },
    customers: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (options.help || options.link === undefined) {
  process.stdout.write(HELP);
  process.exit(options.help ? 0 : 2);
}

const link = options.link;
const make = options.make ?? 'generic';
if (!PLAYED.has(make)) fail(`--make knows ${[...PLAYED.keys()].join(', ')}, not ${make}.`);
const network = new Network({ clock: systemClock, latencyMs: number('latency', 0), reportDelayMs: 500 });
const sim = new SimCard({
  pin: options.pin ?? null,
  slots: number('slots', 20),
  ...(options.msisdn === undefined ? {} : { msisdn: options.msisdn }),
  ...(options.imsi === undefined ? {} : { imsi: options.imsi }),
});
const quirks: Partial<Quirks> = {
  make,
  echoAlways: options.echo ?? false,
  noise: options.noise ?? false,
  chunkSize: options.chunk === undefined ? null : number('chunk', 1),
};
const modem = new SimulatedModem({
  sim,
  network,
  clock: systemClock,
  quirks,
  ...(options.imei === undefined ? {} : { imei: options.imei }),
});
network.textReceived.on(({ from, to, text }) => say(`${from} -> ${to}: ${text}`));

let terminal: PseudoTerminal | null = await attachPseudoTerminal(modem, link).catch((error: unknown) =>
  fail(error instanceof Error ? error.message : String(error)),
);
say(`modem ready on ${link}`);
if (options.customers) startCustomers(network, sim.msisdn, systemClock);

const input = createInterface({ input: process.stdin });
input.on('line', (line) => void command(line.trim()));
input.on('close', () => {
  // Without a console (started in the background) it runs until it is stopped.
  if (process.stdin.isTTY) void quit();
});
process.on('SIGTERM', () => void quit());
process.on('SIGINT', () => void quit());

async function command(line: string): Promise<void> {
  const [verb = '', first = '', ...rest] = line.split(' ');
  switch (verb) {
    case '':
      break;
    case 'text':
      try {
        network.sendText(first, sim.msisdn, rest.join(' '));
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
      break;
    case 'fail':
      modem.faults.push({ match: /^PDU$/, effect: 'reply', text: `+CMS ERROR: ${first}`, times: Number(rest[0] ?? 1) });
      break;
    case 'lose':
      modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: Number(first || 1) });
      break;
    case 'network':
      network.setCoverage(first === 'on');
      break;
    case 'latency':
      network.latencyMs = Number(first);
      break;
    case 'call':
      modem.ring(first === '' ? null : first);
      break;
    case 'hang':
      modem.hung = 'until-reset';
      break;
    case 'sim':
      if (first === 'out') modem.removeSim();
      else modem.insertSim();
      break;
    case 'reboot':
      modem.reboot();
      break;
    case 'unplug':
      modem.unplug();
      terminal = null;
      break;
    case 'plug':
      if (terminal === null) {
        modem.plug();
        terminal = await attachPseudoTerminal(modem, link);
      }
      break;
    case 'show':
      say(`SIM: ${sim.slots.filter((slot) => slot !== null).length} of ${sim.slots.length} slots used`);
      say(`network: took ${network.submitted.length} parts, holds ${network.waitingFor(sim.msisdn)} for the SIM`);
      break;
    case 'quit':
      await quit();
      break;
    default:
      process.stdout.write(CONSOLE_HELP);
  }
}

async function quit(): Promise<void> {
  await terminal?.close();
  process.exit(0);
}

function number(name: 'slots' | 'chunk' | 'latency', otherwise: number): number {
  const given = options[name];
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 0) fail(`--${name} takes a whole number, not ${given}.`);
  return value;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
