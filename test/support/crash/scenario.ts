import { createServer, connect, type Server } from 'node:net';
import { rmSync } from 'node:fs';
import { deskOf, type Desk } from '../../../electron/app/desk.ts';
import type { MessageRow } from '../../../electron/features/messaging/repository.ts';
import type { Store } from '../../../electron/app/store.ts';
import { systemClock } from '../../../modem/clock.ts';
import type { Hardware } from '../../../modem/index.ts';
import { SimulatedModem } from '../../../modem/simulator/modem.ts';
import { Network } from '../../../modem/simulator/network.ts';
import { SimCard } from '../../../modem/simulator/sim-card.ts';
import { LineReader } from '../../../modem/transport/line-reader.ts';
import { TransportError, type Link, type Transport } from '../../../modem/transport/transport.ts';
import { deskOptions } from '../desk.ts';

const LONG = 'A long answer that needs two parts, because somebody at the counter had much to say about '.repeat(2);

/** What the shop sends, by idempotency key. */
export const OUTGOING: readonly { readonly key: string; readonly to: string; readonly text: string }[] = [
  { key: 'one', to: '+491710000001', text: 'one' },
  { key: 'long', to: '+491710000002', text: LONG.trim() },
  { key: 'emoji', to: '+491710000001', text: 'emoji 👋🏽' },
];
/** What customers wrote before the start, and one that writes while the shop sends. */
export const INCOMING: readonly { readonly from: string; readonly text: string }[] = [
  { from: '+491719000001', text: 'first' },
  { from: '+491719000002', text: `second ${LONG.trim()}` },
  { from: '+491719000003', text: 'third' },
];
const MEANWHILE = { from: '+491719000004', text: 'written meanwhile' } as const;
export const ALL_INCOMING = [...INCOMING, MEANWHILE];

/** Whether customers' phones confirm: never, at once, or only after the desk is back. */
export type Reports = 'none' | 'at-once' | 'late';

/** A simulated modem behind a socket: it lives on when the desk dies, as a real one does. */
export class ModemServer {
  readonly network: Network;
  readonly sim: SimCard;
  readonly modem: SimulatedModem;
  readonly path: string;
  readonly #server: Server;

  constructor(path: string, reports: Reports) {
    this.path = path;
    this.network = new Network({ clock: systemClock, reportDelayMs: reports === 'none' ? null : 0 });
    this.network.holdReports(reports === 'late');
    this.sim = new SimCard({ imsi: '262011234567890', slots: 20 });
    this.modem = new SimulatedModem({ sim: this.sim, network: this.network, clock: systemClock });
    let wrote = false;
    this.network.textReceived.on(() => {
      if (wrote) return;
      wrote = true;
      this.network.sendText(MEANWHILE.from, this.sim.msisdn, MEANWHILE.text);
    });
    this.#server = createServer((socket) => {
      socket.on('error', () => {}); // the desk is dead: so is its end
      // What the last desk left half said stays so: the modem is not told that its user died.
      this.modem.opened(
        (chunk) => void (socket.writable && socket.write(chunk)),
        () => socket.destroy(),
      );
      socket.on('data', (chunk) => this.modem.received(chunk));
    });
  }

  listen(): Promise<void> {
    for (const { from, text } of INCOMING) this.network.sendText(from, this.sim.msisdn, text);
    return new Promise((resolve) => {
      this.#server.listen(this.path, resolve);
    });
  }

  /** Nothing is left on the SIM or in the network. */
  get isDrained(): boolean {
    return this.sim.slots.every((slot) => slot === null) && this.network.waitingFor(this.sim.msisdn) === 0;
  }

  close(): void {
    this.#server.close();
    rmSync(this.path, { force: true });
  }
}

function socketTransport(path: string): Transport {
  return {
    name: path,
    open: () =>
      new Promise<Link>((resolve, reject) => {
        const socket = connect(path);
        socket.once('error', (cause) => reject(new TransportError('not-found', path, { cause })));
        socket.once('connect', () => {
          const reader = new LineReader();
          socket.on('data', (chunk) => reader.push(chunk));
          resolve({
            write: (text) => void socket.write(text, 'latin1'),
            setPromptExpected: (expected) => reader.setPromptExpected(expected),
            onLine: (listener) => reader.onLine(listener),
            onClose: (listener) => socket.once('close', () => listener(null)),
            close: () =>
              new Promise((done) => {
                socket.once('close', () => done());
                socket.destroy();
              }),
          });
        });
      }),
  };
}

/** Starts a desk on that modem and has it send what it has to: with the same keys, however often it is started. */
export async function startDesk(
  store: Store,
  path: string,
  wrap: (transport: Transport) => Transport = (transport) => transport,
): Promise<Desk> {
  const hardware: Hardware = {
    listPorts: () => Promise.resolve([]),
    deviceOf: (each) => Promise.resolve(each),
    watch: () => () => {},
    transport: (each) => wrap(socketTransport(each)),
  };
  const desk = deskOf(deskOptions({ store, clock: systemClock, hardware }));
  await desk.start({ paths: [path] });
  for (const { key, to, text } of OUTGOING) {
    desk.messages.send(
      { to, text, purpose: 'answer', notBefore: null, expiresAt: null, line: null },
      { key, body: text },
    );
  }
  return desk;
}

/** Nothing is on its way any more. */
export function isSettled(store: Store): boolean {
  const { queued, held, sending } = store.queue.queueCounts();
  return queued + held + sending === 0;
}

export function messagesOf(store: Store, direction: 'in' | 'out'): readonly MessageRow[] {
  return store.messages.list({ after: 0, limit: 100, direction, state: null, conversation: null });
}
