import {
  memoryTransport,
  ModemLine,
  Network,
  serialTransport,
  Signal,
  SimCard,
  SimulatedModem,
  startCustomers,
  type LifeState,
  type ModemFacts,
  type SlotCounts,
  type Transport,
} from '../../modem/index.ts';
import { lineId } from '../shared/ids.ts';
import type { LineState, LineView } from '../shared/views.ts';
import type { LineRow } from '../store/lines.ts';
import { announceMessage, type DeskContext } from './context.ts';
import { reasonOf } from './reasons.ts';
import { Sender } from './sender.ts';

/** The Demo line's SIM: a test network's, so that it can never be mistaken for a real one. */
const DEMO_IMSI = '001010000000001';
const DEMO_NUMBER = '+491700000000';
/** As long as a real network takes. */
const DEMO_LATENCY_MS = 1_200;
const DEMO_REPORT_MS = 1_500;

/** The desk has five seconds to stop in. */
const DRAIN_MS = 3_000;

interface Attached {
  row: LineRow;
  readonly modem: ModemLine;
  readonly port: string | null;
  sender: Sender;
  slots: SlotCounts | null;
  /** The IMSI this line was last set to. */
  identifiedAs: string | null;
  readonly stopCustomers: () => void;
}

export interface LinesOptions {
  /** Takes a received PDU for keeps. */
  readonly accept: (lineRow: number, pdu: string) => void;
}

/** The lines in use: modems brought together with what the store knows of their SIMs. */
export class Lines {
  /** A line's state, signal or name is different. */
  readonly changed = new Signal<LineView>();
  readonly #context: DeskContext;
  readonly #options: LinesOptions;
  #attached: Attached | null = null;
  /** Asked for with every text; forgotten with every change. */
  #lastUsed: LineRow | null = null;
  #changing: Promise<void> = Promise.resolve();

  constructor(context: DeskContext, options: LinesOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** The line new texts leave by: the one attached, else the last one used; null before there ever was one. */
  get current(): LineRow | null {
    return this.#attached?.row ?? (this.#lastUsed ??= this.#context.store.lines.lastUsed());
  }

  get views(): readonly LineView[] {
    if (this.#attached !== null) return [viewOf(this.#attached)];
    const last = this.#context.store.lines.lastUsed();
    return last === null ? [] : [offView(last)];
  }

  get facts(): ModemFacts | null {
    return this.#attached?.modem.facts ?? null;
  }

  /** Opens the modem on a port and keeps it open. A Demo line that ran before is erased with all its invented texts. */
  connect(path: string, pin: string | null): Promise<void> {
    return this.#exclusively(() => this.#connect(path, pin));
  }

  async #connect(path: string, pin: string | null): Promise<void> {
    await this.#detach(DRAIN_MS);
    const { store, clock } = this.#context;
    const demo = store.lines.demo();
    const row = store.transaction(() => {
      if (demo !== null) store.lines.erase(demo.id);
      return (
        store.lines.lastAt(path) ??
        store.lines.create({ kind: 'sim', imsi: null, name: 'Line', port: path, at: clock.now() })
      );
    });
    this.#attach(row, serialTransport(path), { pin, port: path, stopCustomers: () => {} });
  }

  /** Simulated customers text the shop; nothing leaves this program. */
  startDemo(): Promise<void> {
    return this.#exclusively(() => this.#startDemo());
  }

  async #startDemo(): Promise<void> {
    await this.#detach(DRAIN_MS);
    const { store, clock } = this.#context;
    const existing = store.lines.demo();
    const row =
      existing ?? store.lines.create({ kind: 'demo', imsi: DEMO_IMSI, name: 'Demo line', port: null, at: clock.now() });
    const network = new Network({ clock, latencyMs: DEMO_LATENCY_MS, reportDelayMs: DEMO_REPORT_MS });
    const sim = new SimCard({ imsi: DEMO_IMSI, msisdn: DEMO_NUMBER });
    const modem = new SimulatedModem({ sim, network, clock });
    const stopCustomers = startCustomers(network, DEMO_NUMBER, clock, { introduce: existing === null });
    this.#attach(row, memoryTransport('Demo line', modem), { pin: null, port: null, stopCustomers });
  }

  /** Something may be ready to go out. */
  kick(): void {
    this.#attached?.sender.kick();
  }

  /** Lets the part under way finish for a while, and closes the modem. What then has no answer is uncertain. */
  detach(): Promise<void> {
    return this.#exclusively(() => this.#detach(DRAIN_MS));
  }

  /** One change at a time: two modems opened at once would hold each other's port. */
  #exclusively(change: () => Promise<void>): Promise<void> {
    const done = this.#changing.then(change).finally(() => {
      this.#lastUsed = null;
    });
    this.#changing = done.catch(() => {});
    return done;
  }

  async #detach(drainMs: number): Promise<void> {
    const attached = this.#attached;
    if (attached === null) return;
    attached.stopCustomers();
    const stopped = attached.sender.stop();
    await Promise.race([stopped, new Promise<void>((resolve) => this.#context.clock.after(drainMs, resolve))]);
    await attached.modem.stop();
    await stopped;
    this.#attached = null;
  }

  #attach(
    row: LineRow,
    transport: Transport,
    rest: { pin: string | null; port: string | null; stopCustomers: () => void },
  ): void {
    const { clock, logger } = this.#context;
    const modem = new ModemLine({
      transport,
      clock,
      logger,
      pin: () => rest.pin,
      sink: (pdu) => this.#options.accept(attached.row.id, pdu),
    });
    const attached: Attached = {
      row,
      modem,
      port: rest.port,
      sender: this.#senderFor(row, modem),
      slots: null,
      identifiedAs: null,
      stopCustomers: rest.stopCustomers,
    };
    this.#attached = attached;
    modem.factsChanged.on((facts) => {
      this.#identify(attached, facts);
      this.changed.emit(viewOf(attached));
    });
    modem.slotsChanged.on((slots) => {
      attached.slots = slots;
      this.changed.emit(viewOf(attached));
    });
    modem.stateChanged.on((state) => {
      this.changed.emit(viewOf(attached));
      if (state.name === 'ready') attached.sender.kick();
    });
    modem.start();
  }

  #senderFor(row: LineRow, modem: ModemLine): Sender {
    return new Sender(this.#context, row.id, {
      isReady: () => modem.state.name === 'ready',
      submit: (tpdu) => modem.submit(tpdu),
      keepLinkOpen: () => modem.keepLinkOpen(),
    });
  }

  /** The SIM says who it is: a line is its SIM, whatever port it was found on. */
  #identify(attached: Attached, facts: ModemFacts): void {
    const { store, clock, logger } = this.#context;
    const { imsi, imei } = facts;
    if (imsi === null || imsi === attached.identifiedAs) return;
    attached.identifiedAs = imsi;
    const before = attached.row;
    const changed = store.transaction(() => {
      const mine =
        store.lines.byImsi(imsi) ??
        (before.imsi === null
          ? before
          : store.lines.create({ kind: 'sim', imsi, name: 'Line', port: attached.port, at: clock.now() }));
      store.lines.identify(mine.id, { imsi, imei, port: attached.port, at: clock.now() });
      // What was taken down before any SIM had said who it is was meant for the first one that does - never for the Demo
      // line, which is erased with all that is on it.
      const guesses = mine.kind === 'sim' ? store.lines.unidentified().filter(({ id }) => id !== mine.id) : [];
      for (const guess of guesses) store.lines.merge(guess.id, mine.id);
      attached.row = store.lines.byId(mine.id) as LineRow;
      return store.messages.switchLine(mine.id, clock.now());
    });
    if (attached.row.id !== before.id) {
      logger.info({ line: attached.row.id }, 'the SIM belongs to another line');
      void attached.sender.stop();
      attached.sender = this.#senderFor(attached.row, attached.modem);
    }
    for (const id of changed) announceMessage(this.#context, id, 'message.changed');
  }
}

const STATES: Readonly<Record<LifeState['name'], LineState>> = {
  stopped: 'off',
  opening: 'starting',
  initialising: 'starting',
  blocked: 'attention',
  searching: 'searching',
  ready: 'ready',
  resetting: 'reconnecting',
  'backing-off': 'reconnecting',
};

function reasonCode(state: LifeState): string | null {
  switch (state.name) {
    case 'ready':
      return null;
    case 'blocked':
    case 'searching':
    case 'backing-off':
      return state.reason;
    default:
      return state.name;
  }
}

function viewOf({ row, modem, port, slots }: Attached): LineView {
  const { facts, state } = modem;
  const total = facts?.storage.total ?? null;
  return {
    id: lineId(row.id),
    name: row.name,
    kind: row.kind,
    state: STATES[state.name],
    reason: reasonOf(reasonCode(state)),
    port,
    imsi: facts?.imsi ?? row.imsi,
    imei: facts?.imei ?? row.imei,
    operator: facts?.operator ?? null,
    signalDbm: facts?.signalDbm ?? null,
    sim: slots ?? (total === null ? null : { used: facts?.storage.used ?? 0, total }),
  };
}

function offView(row: LineRow): LineView {
  return {
    id: lineId(row.id),
    name: row.name,
    kind: row.kind,
    state: 'off',
    reason: reasonOf('stopped'),
    port: row.port,
    imsi: row.imsi,
    imei: row.imei,
    operator: null,
    signalDbm: null,
    sim: null,
  };
}
