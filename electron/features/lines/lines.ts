import { roamingTransport, Emitter, type ModemFacts } from '../../../modem/index.ts';
import { DISK_AGAIN_MS, isDiskFault } from '../../shared/disk-fault.ts';
import type { PortDto, DiscoveryDto, FoundModemDto, LineDto } from './contract.ts';
import { lineId } from '../../shared/ids.ts';
import { parseRecipient } from '../../shared/phone.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { LineRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Service } from '../../core/service.ts';
import { publishMessages } from '../conversations/publish.ts';
import { LineSession, type LineHooks } from './line-session.ts';
import { CarrierCodes } from './carrier-codes.ts';
import { DEMO_IMSI, demoLine, type DemoLine } from './demo-line.ts';
import { toFailureDto, toFoundModemDto, ModemDiscovery } from './modem-discovery.ts';
import { Failover } from './failover.ts';
import { toAttachedLineDto, toOfflineLineDto } from './line-dto.ts';
import { AttachedLines } from './attached-lines.ts';
import type { LinesOptions, ModemChoice } from './lines-options.ts';
import { LinePages, withLine } from './line-pages.ts';
import { lineAtPort, lineOfSim, newLineName } from './line-rows.ts';
import { SimPins } from './sim-pins.ts';

/** The desk has five seconds to stop, and this must fit in. */
const DRAIN_MS = 3_000;

/** The lines in use, which bring modems together with what the store knows about their SIMs. */
export class Lines implements Service {
  /** A line's state, signal or name has changed. */
  readonly changed = new Emitter<LineDto>();
  /** Lines came or went, perhaps under a number that another one had, or other modems are on offer. */
  readonly setChanged = new Emitter<void>();
  readonly #context: DeskContext;
  readonly #options: LinesOptions;
  readonly #attached = new AttachedLines();
  /** What is shown, asked and set for each line. */
  readonly pages: LinePages;
  readonly #finder: ModemDiscovery;
  readonly #hooks: LineHooks;
  readonly #pins: SimPins;
  readonly #codes: CarrierCodes;
  readonly #failover: Failover;
  #changing: Promise<void> = Promise.resolve();
  #stopWatching: () => void = () => {};
  #isStopped = false;
  #demoSays: DemoLine['says'] | null = null;

  constructor(context: DeskContext, options: LinesOptions) {
    this.#context = context;
    this.#options = options;
    this.#finder = new ModemDiscovery(context, options.hardware, () => this.#attached.portsInUse);
    this.#pins = new SimPins(context);
    this.#codes = new CarrierCodes(context);
    this.pages = new LinePages(context, this.#attached, this.#codes, this.changed);
    this.#failover = new Failover(context, options.failsOver, () => this.#attached.all);
    this.#hooks = {
      open: options.openLine,
      accept: options.accept,
      settled: options.settled,
      swept: options.swept,
      called: options.called,
      identified: (line, facts) => this.#identify(line, facts),
      changed: (line) => {
        this.changed.emit(toAttachedLineDto(context, line));
        if (line.isReady) this.#failover.run();
      },
      pinFor: (line, sim) => this.#pins.for(line, sim),
      pinRefused: (line) => this.#pins.refused(line),
    };
  }

  /** The line that new messages leave by if nothing else decides: one that works, else one in use, else the last one used. */
  get current(): LineRow | null {
    return this.#attached.best?.row ?? this.#context.store.lines.lastUsed();
  }

  get views(): readonly LineDto[] {
    if (this.#attached.all.length > 0) {
      return this.#attached.all
        .toSorted((a, b) => a.row.id - b.row.id)
        .map((line) => toAttachedLineDto(this.#context, line));
    }
    const last = this.#context.store.lines.lastUsed();
    return last === null ? [] : [toOfflineLineDto(this.#context, last)];
  }

  /** The rows of the lines whose modem is in use, those that work first. */
  get attachedIds(): readonly number[] {
    return this.#attached.ids;
  }

  /** A real one, or it is looked for. */
  get usesModem(): boolean {
    return this.#attached.all.some(({ row }) => row.kind === 'sim');
  }

  get offers(): readonly FoundModemDto[] {
    return this.#finder.offers.map((modem) => toFoundModemDto(this.#context, modem));
  }

  /** Opens the lines and follows what is plugged in from now on. If the disk cannot be written, it tries again by itself. */
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
      // Whoever looks around with the Demo line goes on with it; a new shop is asked first.
      else if (!(await this.#startConfigured()) && this.#context.store.lines.demo() !== null) await this.#startDemo();
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      logger.error({ error: String(error) }, 'the lines wait for the disk');
      clock.after(DISK_AGAIN_MS, () => {
        if (!this.#isStopped) void this.#openOrLater(choice);
      });
    }
  }

  /** Opens every line that is kept open. Returns false if there is none. */
  async #startConfigured(): Promise<boolean> {
    const rows = this.#context.store.lines.all().filter(({ kind, enabled, port }) => {
      return kind === 'sim' && enabled === 1 && port !== null;
    });
    // Ports may swap names after a restart. Of two lines last seen on one port, one is looked for elsewhere.
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

  /** Something was plugged in or out, so lines that wait look at once, and an unknown modem is offered. */
  async portsChanged(): Promise<void> {
    for (const { modem } of this.#attached.all) if (modem.state.name === 'backing-off') modem.checkNow();
    try {
      if (await this.#finder.portsChanged()) this.setChanged.emit();
    } catch (error) {
      this.#context.logger.warn({ error: String(error) }, 'the ports could not be looked at');
    }
  }

  /** The computer woke up, or its clock was set. */
  checkNow(): void {
    for (const { modem } of this.#attached.all) modem.checkNow();
  }

  /** The serial ports of this computer. */
  async ports(): Promise<readonly PortDto[]> {
    const ports = await this.#options.hardware.listPorts();
    return ports.map(({ path, description }) => ({ path, description }));
  }

  async discover(): Promise<DiscoveryDto> {
    const { modems, failures } = await this.#finder.discover();
    return {
      // A stick in use shows other ports as well, which belong to the same modem.
      modems: modems
        .filter(({ imei }) => this.#attached.inModem(imei) === null)
        .map((modem) => toFoundModemDto(this.#context, modem)),
      failures: failures.flatMap(toFailureDto),
    };
  }

  /**
   * Opens the modem on a port and keeps it open beside the others. A running Demo line is erased with all its invented messages.
   * @param pin the PIN of its SIM, which is kept sealed; null for the one already kept
   */
  async connect(path: string, pin: string | null): Promise<readonly LineDto[]> {
    await this.#connect(path, pin);
    this.setChanged.emit();
    return this.views;
  }

  #connect(path: string, pin: string | null, known: LineRow | null = null): Promise<void> {
    return this.#exclusively(async () => {
      for (const line of this.#attached.all) {
        if (line.row.kind === 'demo' || line.port === path) await this.#detach(line);
      }
      const row = this.#context.unit(() => {
        const { id } = lineAtPort(this.#context, path, known, this.#attached);
        if (pin !== null) this.#pins.set(id, pin);
        return this.#context.store.lines.byId(id) as LineRow;
      });
      this.#finder.forgetOffer(path);
      this.#attachRow(row, path, { lost: false, chosen: true });
    });
  }

  /** @param options.lost true if another modem is on its port by now, so that it has to be looked for first */
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

  /** Starts simulated customers who text the shop; nothing leaves this program. Every modem is released. */
  async startDemo(): Promise<readonly LineDto[]> {
    await this.#startDemo();
    this.setChanged.emit();
    return this.views;
  }

  #startDemo(): Promise<void> {
    return this.#exclusively(async () => {
      for (const line of this.#attached.all) await this.#detach(line);
      const { store, clock } = this.#context;
      for (const { id } of store.lines.all()) store.lines.setEnabled(id, false);
      const existing = store.lines.demo();
      const row =
        existing ??
        store.lines.create({ kind: 'demo', imsi: DEMO_IMSI, name: 'Demo line', port: null, at: clock.now() });
      const { transport, stopCustomers, says } = demoLine(clock, existing === null);
      this.#demoSays = says;
      this.#attach(new LineSession(this.#context, row, transport, this.#hooks, { chosen: true, stopCustomers }));
    });
  }

  /** Somebody plays a customer: the text comes in as if it were one's. Refused where no simulated network is in use. */
  playCustomer(number: string, text: string): Result<null> {
    if (this.#demoSays === null || !this.#attached.all.some(({ row }) => row.kind === 'demo'))
      return refuse('not-found.demo-line');
    const customer = parseRecipient(number, this.#context.country());
    if (customer?.kind !== 'phone') return refuse('bad-number');
    this.#demoSays(customer.value, text);
    return ok(null);
  }

  /** Releases a modem and does not open it again. Its messages stay. */
  remove(id: string): Promise<Result<readonly LineDto[]>> {
    return withLine(this.#context, id, async (row) => {
      await this.#exclusively(async () => {
        this.#context.store.lines.setEnabled(row.id, false);
        const line = this.#attached.ofRow(row.id);
        if (line !== null) await this.#detach(line);
        this.#switch();
      });
      this.setChanged.emit();
      return ok(this.views);
    });
  }

  /** Sets a PIN, which is tried at once; null forgets the one that is kept. */
  setPin(id: string, pin: string | null): Promise<Result<readonly LineDto[]>> {
    return withLine(this.#context, id, async (row) => {
      const { store } = this.#context;
      this.#pins.set(row.id, pin);
      const line = this.#attached.ofRow(row.id);
      line?.setRow(store.lines.byId(row.id) as LineRow);
      if (line?.port != null && pin !== null) await this.#connect(line.port, null, row);
      return ok(this.views);
    });
  }

  /** When the next balance is to be asked for, messages handed over, or uptime written down; null if never. */
  get dueAt(): number | null {
    const due = this.#attached.all.flatMap((line) => [
      this.#codes.balanceDueAt(line),
      this.#failover.dueAt(line),
      line.uptimeDueAt,
    ]);
    const instants = due.filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  /** Writes down how long each line has been ready up to now. */
  noteUptime(): void {
    for (const line of this.#attached.all) line.noteUptime();
  }

  /** Does what has come due, and sends what is ready to go out. */
  onDue(): void {
    const { clock } = this.#context;
    for (const line of this.#attached.all) {
      if (line.uptimeDueAt <= clock.now()) line.noteUptime();
      const at = this.#codes.balanceDueAt(line);
      if (at !== null && at <= clock.now()) void this.pages.askBalance(lineId(line.row.id));
    }
    this.wake();
  }

  /** Called when something may be ready to go out. */
  wake(): void {
    this.#failover.run();
    for (const line of this.#attached.all) line.wake();
  }

  /** A message was accepted for a line whose modem is not in use; it waits visibly. */
  holdForOfflineLine(): void {
    this.#switch();
  }

  /** Releases all modems. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopWatching();
    return this.#exclusively(async () => {
      await Promise.all(this.#attached.all.map((line) => this.#detach(line)));
    });
  }

  /** Makes one change at a time, since two modems opened at once would hold each other's port. */
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
    this.#attached.remove(line);
  }

  /** Messages of lines whose modem is not in use wait visibly; those of the other lines go on. */
  #switch(): void {
    const { store, clock } = this.#context;
    const changed = this.#context.unit(() => store.queue.switchLines(this.attachedIds, clock.now()));
    publishMessages(this.#context, changed);
    if (changed.length > 0) this.wake();
  }

  /** Handles a SIM that identifies itself: a line is its SIM, whatever modem and port it was found in. */
  #identify(line: LineSession, facts: ModemFacts): void {
    const { store, clock } = this.#context;
    const { imsi, imei } = facts;
    const { row: before, port } = line;
    if (imsi === null || (imsi === before.imsi && imei === before.imei && port === before.port)) return;
    const { mine, isUnwanted } = this.#context.unit(() =>
      lineOfSim(this.#context, line, { ...facts, imsi }, this.#attached),
    );
    // A second port of a modem already in use, or a SIM the owner does not want used, is released.
    const twin = this.#attached.inModem(imei, line);
    const other = this.#attached.ofRow(mine.id);
    if (isUnwanted || (twin !== null && twin === other)) {
      line.setRow(mine);
      void this.#exclusively(async () => {
        await this.#detach(line);
        if (isUnwanted) this.#lookFor(before.id);
        this.setChanged.emit();
      });
      return;
    }
    // Two sticks changed places, so each now serves the other's line.
    if (other !== null && other !== line) {
      const given =
        store.lines.byId(before.id) ??
        store.lines.create({
          kind: 'sim',
          imsi: null,
          name: newLineName(this.#context),
          port: other.port,
          at: clock.now(),
        });
      other.setRow(given);
    }
    line.setRow(mine);
    if (mine.id !== before.id) {
      this.#lookFor(before.id);
      this.setChanged.emit();
    }
    line.unwritten.do(() => this.#switch());
  }

  /** Another SIM's modem was on its port, so a line that is kept open is looked for elsewhere. */
  #lookFor(id: number): void {
    const row = this.#context.store.lines.byId(id);
    if (row?.kind !== 'sim' || row.imsi === null || row.enabled === 0 || row.port === null) return;
    if (this.#attached.ofRow(id) === null) this.#attachRow(row, row.port, { lost: true, chosen: false });
  }
}
