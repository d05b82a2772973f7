import { notFound } from '../../shared/not-found.ts';
import {
  roamingTransport,
  Emitter,
  type Hardware,
  type IncomingCall,
  type Line,
  type LineOptions,
  type ModemFacts,
} from '../../../modem/index.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../../shared/disk-fault.ts';
import type { PortView, DiscoveryView, FoundModemView, LinePage, LineSettings, LineView } from './contract.ts';
import { lineId, rowOf } from '../../shared/ids.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { LineRow } from '../../store/lines.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Service } from '../../core/service.ts';
import { publishMessages } from '../conversations/publish.ts';
import { reasonOf } from '../messaging/reasons.ts';
import { LineSession, type LineHooks } from './line-session.ts';
import { CarrierCodes } from './carrier-codes.ts';
import { DEMO_IMSI, demoLine } from './demo-line.ts';
import { ModemDiscovery } from './modem-discovery.ts';
import { HandOver } from './hand-over.ts';
import { attachedView, linePage, offView } from './line-view.ts';
import { SimPins } from './sim-pins.ts';

/** The desk has five seconds to stop in. */
const DRAIN_MS = 3_000;
const MAX_NAME_LENGTH = 40;
const [LOG_SEARCHED, LOG_SHOWN] = [2_000, 300];
/** Where the time begins in an ISO instant. */
const TIME_AT = 11;

/** Which modems to use at the start: those configured (else the Demo line), these ports, the Demo line, or none. */
export type ModemChoice = 'auto' | 'demo' | 'none' | { readonly paths: readonly string[] };

export interface LinesOptions {
  readonly hardware: Hardware;
  readonly openLine: (options: LineOptions) => Line;
  /** Takes a received PDU for keeps. */
  readonly accept: LineHooks['accept'];
  readonly settled: LineHooks['settled'];
  readonly swept: LineHooks['swept'];
  readonly called: (lineRow: number, call: IncomingCall, at: number) => void;
  readonly handsOver: () => boolean;
}

/** The lines in use: modems brought together with what the store knows of their SIMs. */
export class Lines implements Service {
  /** A line's state, signal or name is different. */
  readonly changed = new Emitter<LineView>();
  /** Lines came or went, perhaps under a number that another one had; other modems are on offer. */
  readonly setChanged = new Emitter<void>();
  readonly #context: DeskContext;
  readonly #options: LinesOptions;
  readonly #attached = new Set<LineSession>();
  readonly #finder: ModemDiscovery;
  readonly #hooks: LineHooks;
  readonly #pins: SimPins;
  readonly #codes: CarrierCodes;
  readonly #handOver: HandOver;
  #changing: Promise<void> = Promise.resolve();
  #stopWatching: () => void = () => {};
  #isStopped = false;

  constructor(context: DeskContext, options: LinesOptions) {
    this.#context = context;
    this.#options = options;
    this.#finder = new ModemDiscovery(context, options.hardware, () => this.#portsInUse);
    this.#pins = new SimPins(context);
    this.#codes = new CarrierCodes(context);
    this.#handOver = new HandOver(context, options.handsOver, () => [...this.#attached]);
    this.#hooks = {
      open: options.openLine,
      accept: options.accept,
      settled: options.settled,
      swept: options.swept,
      called: options.called,
      identified: (line, facts) => this.#identify(line, facts),
      changed: (line) => {
        this.changed.emit(attachedView(context, line));
        if (line.isReady) this.#handOver.run();
      },
      pinFor: (line, sim) => this.#pins.for(line, sim),
      pinRefused: (line) => this.#pins.refused(line),
    };
  }

  /** The line new texts leave by where nothing else decides: one that works, else one in use, else the last one used. */
  get current(): LineRow | null {
    const attached = [...this.#attached];
    return (attached.find(({ isReady }) => isReady) ?? attached[0])?.row ?? this.#context.store.lines.lastUsed();
  }

  get views(): readonly LineView[] {
    if (this.#attached.size > 0) {
      return [...this.#attached]
        .toSorted((a, b) => a.row.id - b.row.id)
        .map((line) => attachedView(this.#context, line));
    }
    const last = this.#context.store.lines.lastUsed();
    return last === null ? [] : [offView(this.#context, last)];
  }

  /** Rows of lines whose modem is in use, those that work first. */
  get attachedIds(): readonly number[] {
    return [...this.#attached].toSorted((a, b) => Number(b.isReady) - Number(a.isReady)).map(({ row }) => row.id);
  }

  get offers(): readonly FoundModemView[] {
    return this.#finder.offers.map((modem) => this.#foundView(modem));
  }

  /** Opens the lines, and follows what is plugged in from now on. Where the disk cannot be written it is tried again by itself. */
  async open(choice: ModemChoice): Promise<void> {
    if (choice === 'none') return;
    void this.#finder.remember();
    this.#stopWatching = this.#options.hardware.watch(() => void this.portsChanged());
    await this.#openOrLater(choice);
  }

  async #openOrLater(choice: Exclude<ModemChoice, 'none'>): Promise<void> {
    const { clock, logger } = this.#context;
    try {
      if (choice === 'demo') await this.#startDemo();
      else if (choice !== 'auto') for (const path of choice.paths) await this.#connect(path, null);
      else if (!(await this.#startConfigured())) await this.#startDemo();
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      logger.error({ error: String(error) }, 'the lines wait for the disk');
      clock.after(DISK_AGAIN_MS, () => {
        if (!this.#isStopped) void this.#openOrLater(choice);
      });
    }
  }

  /** Opens every line that is kept open. False: there is none. */
  async #startConfigured(): Promise<boolean> {
    const rows = this.#context.store.lines.all().filter(({ kind, enabled, port }) => {
      return kind === 'sim' && enabled === 1 && port !== null;
    });
    // Ports stand behind each other's names after a restart. Of two lines that were last seen on one port, one is looked for.
    const ports = new Set<string>();
    await this.#exclusively(() => {
      for (const row of rows) {
        const port = row.port as string;
        this.#attachRow(row, port, { lost: ports.has(port), chosen: false });
        ports.add(port);
      }
      return Promise.resolve();
    });
    return rows.length > 0;
  }

  /** Something was plugged in or out: lines that wait look at once; a modem nobody knows is offered. */
  async portsChanged(): Promise<void> {
    for (const { modem } of this.#attached) if (modem.state.name === 'backing-off') modem.checkNow();
    try {
      if (await this.#finder.portsChanged()) this.setChanged.emit();
    } catch (error) {
      this.#context.logger.warn({ error: String(error) }, 'the ports could not be looked at');
    }
  }

  /** The computer woke up, or its clock was set. */
  checkNow(): void {
    for (const { modem } of this.#attached) modem.checkNow();
  }

  /** The serial ports of this computer. */
  async ports(): Promise<readonly PortView[]> {
    const ports = await this.#options.hardware.listPorts();
    return ports.map(({ path, description }) => ({ path, description }));
  }

  async discover(): Promise<DiscoveryView> {
    const { modems, failures } = await this.#finder.discover();
    return {
      // A stick that is in use shows other ports as well: they are the same modem.
      modems: modems.filter(({ imei }) => this.#inModem(imei) === null).map((modem) => this.#foundView(modem)),
      failures: failures.flatMap(({ path, reason, holder }) => {
        const code =
          reason === 'silent' ? 'no-modem' : reason === 'busy' && holder !== null ? `busy:${holder}` : reason;
        const known = reasonOf(code === 'failed' ? 'open-failed' : code);
        return known === null ? [] : [{ path, reason: known }];
      }),
    };
  }

  /**
   * Opens the modem on a port and keeps it open, beside the others. A Demo line that ran is erased with all its invented
   * texts. @param pin of its SIM, kept sealed; null: the one kept
   */
  async connect(path: string, pin: string | null): Promise<readonly LineView[]> {
    await this.#connect(path, pin);
    this.setChanged.emit();
    return this.views;
  }

  #connect(path: string, pin: string | null, known: LineRow | null = null): Promise<void> {
    return this.#exclusively(async () => {
      for (const line of this.#attached) {
        if (line.row.kind === 'demo' || line.port === path) await this.#detach(line);
      }
      const { store, clock } = this.#context;
      const row = this.#context.unit(() => {
        const demo = store.lines.demo();
        if (demo !== null) store.lines.erase(demo.id);
        const taken = known ?? store.lines.lastAt(path);
        const free = taken !== null && this.#attachedTo(taken.id) === null ? taken : null;
        const { id } =
          free ?? store.lines.create({ kind: 'sim', imsi: null, name: this.#newName(), port: path, at: clock.now() });
        store.lines.setEnabled(id, true);
        store.lines.setPort(id, path);
        if (pin !== null) this.#pins.set(id, pin);
        return store.lines.byId(id) as LineRow;
      });
      this.#finder.forgetOffer(path);
      this.#attachRow(row, path, { lost: false, chosen: true });
    });
  }

  /** @param options.lost another modem stands on its port by now: look for it first */
  #attachRow(row: LineRow, path: string, options: { readonly lost: boolean; readonly chosen: boolean }): void {
    const { store } = this.#context;
    const line: LineSession = new LineSession(
      this.#context,
      row,
      roamingTransport({
        path,
        lost: options.lost,
        open: (where) => this.#options.hardware.transport(where),
        find: () => this.#finder.locate(line.row),
        moved: (where) => store.lines.setPort(line.row.id, where),
      }),
      this.#hooks,
      { chosen: options.chosen },
    );
    this.#attach(line);
  }

  /** Simulated customers text the shop; nothing leaves this program. Every modem is let go of. */
  async startDemo(): Promise<readonly LineView[]> {
    await this.#startDemo();
    this.setChanged.emit();
    return this.views;
  }

  #startDemo(): Promise<void> {
    return this.#exclusively(async () => {
      for (const line of this.#attached) await this.#detach(line);
      const { store, clock } = this.#context;
      for (const { id } of store.lines.all()) store.lines.setEnabled(id, false);
      const existing = store.lines.demo();
      const row =
        existing ??
        store.lines.create({ kind: 'demo', imsi: DEMO_IMSI, name: 'Demo line', port: null, at: clock.now() });
      const { transport, stopCustomers } = demoLine(clock, existing === null);
      this.#attach(new LineSession(this.#context, row, transport, this.#hooks, { chosen: true, stopCustomers }));
    });
  }

  /** Lets go of a modem and does not open it again. Its texts stay. */
  remove(id: string): Promise<Result<readonly LineView[]>> {
    return this.#withRow(id, async (row) => {
      await this.#exclusively(async () => {
        this.#context.store.lines.setEnabled(row.id, false);
        const line = this.#attachedTo(row.id);
        if (line !== null) await this.#detach(line);
        this.#switch();
      });
      this.setChanged.emit();
      return ok(this.views);
    });
  }

  /** A new PIN is tried at once; null forgets the one kept. */
  setPin(id: string, pin: string | null): Promise<Result<readonly LineView[]>> {
    return this.#withRow(id, async (row) => {
      const { store } = this.#context;
      this.#pins.set(row.id, pin);
      const line = this.#attachedTo(row.id);
      line?.setRow(store.lines.byId(row.id) as LineRow);
      if (line?.port != null && pin !== null) await this.#connect(line.port, null, row);
      return ok(this.views);
    });
  }

  configure(
    id: string,
    change: { name: string; ownNumber: string | null; settings: LineSettings },
  ): Promise<Result<LinePage>> {
    return this.#withRow(id, (row) => {
      const { store } = this.#context;
      const written = change.ownNumber?.trim() ?? '';
      const own = written === '' ? null : parseRecipient(written, this.#context.country());
      if (own === null && written !== '')
        return refuse('bad-number', 'The line’s own number is no phone number. Check it.');
      this.#context.unit(() => {
        store.lines.rename(row.id, change.name.slice(0, MAX_NAME_LENGTH));
        store.lines.setOwnNumber(row.id, own?.value ?? null);
        store.lines.setSettings(row.id, JSON.stringify(change.settings));
      });
      const line = this.#attachedTo(row.id);
      line?.setRow(store.lines.byId(row.id) as LineRow);
      publishMessages(this.#context, store.queue.releaseCapped(row.id));
      if (line !== null) this.changed.emit(attachedView(this.#context, line));
      return this.page(id);
    });
  }

  page(id: string): Result<LinePage> {
    const row = this.#rowOf(id);
    return row === null ? notFound('line') : ok(linePage(this.#context, row, this.#attachedTo(row.id)));
  }

  /** The last of what went between program and modem. */
  log(id: string): Result<{ lines: readonly string[] }> {
    const row = this.#rowOf(id);
    if (row === null) return notFound('line');
    const port = this.#attachedTo(row.id)?.transport.name ?? row.port;
    const lines = this.#context.atTrace?.tail(LOG_SEARCHED).filter((line) => line.includes(` ${port} `)) ?? [];
    // Time of day and what was said: the port and the day are the same in all of them.
    return ok({ lines: lines.slice(-LOG_SHOWN).map((line) => line.slice(TIME_AT).replace(`Z ${port}`, '')) });
  }

  /** Asks the operator by a short code. */
  askOperator(id: string, code: string): Promise<Result<{ text: string; wantsAnswer: boolean }>> {
    return this.#withRow(id, (row) => this.#codes.ask(this.#attachedTo(row.id), code));
  }

  /** Asks for the credit and writes the answer down. */
  askBalance(id: string): Promise<Result<LinePage>> {
    return this.#withRow(id, async (row) => {
      const line = this.#attachedTo(row.id);
      const asked = await this.#codes.askBalance(row, line);
      if (!asked.ok) return asked;
      if (line !== null) this.changed.emit(attachedView(this.#context, line));
      return this.page(id);
    });
  }

  /** When the next balance is to be asked for, a line's texts handed over, or its uptime written down; null: never. */
  get dueAt(): number | null {
    const due = [...this.#attached].flatMap((line) => [
      this.#codes.balanceDueAt(line),
      this.#handOver.dueAt(line),
      line.uptimeDueAt,
    ]);
    const instants = due.filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  /** Writes down how long each has been ready up to now. */
  noteUptime(): void {
    for (const line of this.#attached) line.noteUptime();
  }

  /** Does what has come due, and sends what is ready to go out. */
  onDue(): void {
    const { clock } = this.#context;
    for (const line of this.#attached) {
      if (line.uptimeDueAt <= clock.now()) line.noteUptime();
      const at = this.#codes.balanceDueAt(line);
      if (at !== null && at <= clock.now()) void this.askBalance(lineId(line.row.id));
    }
    this.kick();
  }

  /** Something may be ready to go out. */
  kick(): void {
    this.#handOver.run();
    for (const line of this.#attached) line.kick();
  }

  /** A text was taken in for a line that is not here: it waits, visibly. */
  holdForOfflineLine(): void {
    this.#switch();
  }

  /** Lets go of all modems. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopWatching();
    return this.#exclusively(async () => {
      await Promise.all([...this.#attached].map((line) => this.#detach(line)));
    });
  }

  get #portsInUse(): readonly string[] {
    return [...this.#attached].flatMap(({ port, modem }) =>
      port === null || modem.state.name === 'backing-off' || modem.state.name === 'opening' ? [] : [port],
    );
  }

  /** The first is just the line; more of them are numbered. */
  #newName(): string {
    const count = this.#context.store.lines.all().filter(({ kind }) => kind === 'sim').length;
    return count === 0 ? 'Line' : `Line ${count + 1}`;
  }

  #attachedTo(row: number): LineSession | null {
    return [...this.#attached].find((line) => line.row.id === row) ?? null;
  }

  /** The line in use that is in a modem. */
  #inModem(imei: string | null, except: LineSession | null = null): LineSession | null {
    if (imei === null) return null;
    return (
      [...this.#attached].find((line) => {
        const { facts, state } = line.modem;
        // While it wakes up, what it said before may be another one's.
        return line !== except && facts?.imei === imei && (state.name === 'ready' || state.name === 'searching');
      }) ?? null
    );
  }

  #rowOf(id: string): LineRow | null {
    const row = rowOf('l', id);
    return row === null ? null : this.#context.store.lines.byId(row);
  }

  async #withRow<T>(id: string, use: (row: LineRow) => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
    const row = this.#rowOf(id);
    return row === null ? notFound('line') : use(row);
  }

  /** One change at a time: two modems opened at once would hold each other's port. */
  #exclusively(change: () => Promise<void>): Promise<void> {
    const done = this.#changing.then(change);
    this.#changing = done.catch(() => {});
    return done;
  }

  #attach(line: LineSession): void {
    this.#attached.add(line);
    this.#switch();
    line.modem.start();
  }

  async #detach(line: LineSession): Promise<void> {
    await line.detach(DRAIN_MS);
    this.#attached.delete(line);
  }

  /** Texts of lines that are not here wait visibly; those of lines that are here go on. */
  #switch(): void {
    const { store, clock } = this.#context;
    const changed = this.#context.unit(() => store.queue.switchLines(this.attachedIds, clock.now()));
    publishMessages(this.#context, changed);
    if (changed.length > 0) this.kick();
  }

  /** The SIM says who it is: a line is its SIM, whatever modem and port it was found in. */
  #identify(line: LineSession, facts: ModemFacts): void {
    const { store, clock } = this.#context;
    const { imsi, imei, iccid } = facts;
    const ownNumber =
      facts.ownNumber === null
        ? null
        : (parseRecipient(facts.ownNumber, this.#context.country())?.value ?? facts.ownNumber);
    const { row: before, port } = line;
    if (imsi === null || (imsi === before.imsi && imei === before.imei && port === before.port)) return;
    let isUnwanted = false;
    const mine = this.#context.unit(() => {
      const { id, kind, enabled } =
        store.lines.byImsi(imsi) ??
        (before.imsi === null
          ? before
          : store.lines.create({ kind: 'sim', imsi, name: this.#newName(), port, at: clock.now() }));
      store.lines.identify(id, { imsi, imei, iccid, ownNumber, port }, clock.now());
      if (kind === 'sim' && line.chosen) store.lines.setEnabled(id, true);
      // The owner put another SIM into this modem: the one before is not waited for.
      const isSameModem = before.imei !== null && before.imei === imei;
      if (id !== before.id && isSameModem) store.lines.setEnabled(before.id, false);
      if (id !== before.id && line.pinFrom === before.id && before.iccid === null) store.lines.movePin(before.id, id);
      isUnwanted = !line.chosen && kind === 'sim' && id !== before.id && enabled === 0;
      // What was taken down before any SIM had said who it is was meant for the first one that does - never for the Demo
      // line, which is erased with all that is on it.
      const guesses = kind === 'sim' ? store.lines.unidentified().filter((guess) => guess.id !== id) : [];
      for (const guess of guesses) {
        const other = this.#attachedTo(guess.id);
        if (other === null || other === line) store.lines.merge(guess.id, id);
      }
      return store.lines.byId(id) as LineRow;
    });
    // A second port of a modem that is in use already, or one the owner does not want used: let go of.
    const twin = this.#inModem(imei, line);
    const other = this.#attachedTo(mine.id);
    if (isUnwanted || (twin !== null && twin === other)) {
      line.setRow(mine);
      void this.#exclusively(async () => {
        await this.#detach(line);
        if (isUnwanted) this.#lookFor(before.id);
        this.setChanged.emit();
      });
      return;
    }
    // Two sticks changed places: each is the other's line now.
    if (other !== null && other !== line) {
      const given =
        store.lines.byId(before.id) ??
        store.lines.create({ kind: 'sim', imsi: null, name: this.#newName(), port: other.port, at: clock.now() });
      other.setRow(given);
    }
    line.setRow(mine);
    if (mine.id !== before.id) {
      this.#lookFor(before.id);
      this.setChanged.emit();
    }
    line.unwritten.do(() => this.#switch());
  }

  /** Another SIM's modem stood on its port: a line that is kept open is looked for elsewhere. */
  #lookFor(id: number): void {
    const row = this.#context.store.lines.byId(id);
    if (row?.kind !== 'sim' || row.imsi === null || row.enabled === 0 || row.port === null) return;
    if (this.#attachedTo(id) === null) this.#attachRow(row, row.port, { lost: true, chosen: false });
  }

  #foundView(modem: ModemDiscovery['offers'][number]): FoundModemView {
    const { path, imei, imsi, sim, manufacturer, model } = modem;
    const row = imsi === null ? null : this.#context.store.lines.byImsi(imsi);
    const name = [manufacturer, model].filter((part) => part !== null && part !== '').join(' ');
    return { path, imei, sim, name: name === '' ? path : name, lineId: row === null ? null : lineId(row.id) };
  }
}
