import type {
  Arrival,
  IncomingCall,
  Line,
  LineOptions,
  ModemFacts,
  Place,
  SlotCounts,
  Transport,
} from '../../../modem/index.ts';
import type { LineSettings } from './contract.ts';
import type { LineRow } from './repository.ts';
import { recorded } from '../../core/recorded.ts';
import type { DeskContext } from '../../core/context.ts';
import { Sender } from '../messaging/sender.ts';
import { UntilWritten } from '../../core/until-written.ts';
import { settingsOf } from './line-settings.ts';
import { faultCode, lineState } from './line-dto.ts';
import { UptimeMeter } from './uptime-meter.ts';
import { Volume } from './volume.ts';

/** What the desk does with what a line reports. */
export interface LineHooks {
  open(options: LineOptions): Line;
  /** Stores a received PDU for good. */
  accept(lineRow: number, pdu: string, arrival: Arrival): void;
  /** The modem's copy of the PDU is gone. */
  settled(lineRow: number, pdu: string, place: Place | null): void;
  /** A memory was read through, and these slots hold something. */
  swept(lineRow: number, memory: string, occupied: readonly number[]): void;
  called(lineRow: number, call: IncomingCall, at: number): void;
  identified(line: LineSession, facts: ModemFacts): void;
  changed(line: LineSession): void;
  pinFor(line: LineSession, sim: { readonly imei: string | null; readonly iccid: string | null }): string | null;
  pinRefused(line: LineSession): void;
}

/** The most calls that may wait to be written down while the disk fails. */
const MOST_CALLS = 1_000;
const SIGNAL_EVERY_MS = 5 * 60_000;
const SIGNAL_KEPT_MS = 7 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** A modem in use and the line it currently serves, which is decided by its SIM. */
export class LineSession {
  readonly modem: Line;
  readonly transport: Transport;
  readonly stopCustomers: () => void;
  slots: SlotCounts | null = null;
  /** When the state that a person sees began. */
  since: number;
  /** When the line last stopped working; null while it works. */
  downSince: number | null;
  /** Why the line was last lost, until it works again. It is shown while the line is looked for. */
  lostFor: string | null = null;
  /** The line whose stored PIN was tried on this SIM. */
  pinFrom: number | null = null;
  /** True if somebody chose this port; otherwise it was opened because one of our lines was here. */
  readonly chosen: boolean;
  /** What must be written down about the line and could not be written yet. */
  readonly unwritten: UntilWritten;
  /** When the modem last answered a command. */
  answeredAt: number | null = null;
  readonly #context: DeskContext;
  #row: LineRow;
  #settings: LineSettings;
  #volume: Volume;
  #sender: Sender;
  #lastEvent = '';
  readonly #uptime: UptimeMeter;
  /** What the modem told about itself while it could not be written down whose SIM is in it. */
  #unidentified: ModemFacts | null = null;
  #signalAt = -Infinity;

  constructor(
    context: DeskContext,
    row: LineRow,
    transport: Transport,
    hooks: LineHooks,
    options: { readonly chosen: boolean; readonly stopCustomers?: () => void },
  ) {
    this.#context = context;
    this.#row = row;
    this.transport = transport;
    this.chosen = options.chosen;
    this.stopCustomers = options.stopCustomers ?? (() => {});
    this.since = context.clock.now();
    this.downSince = this.since;
    this.#settings = settingsOf(row);
    this.#volume = this.#readVolume(row.id);
    this.#uptime = new UptimeMeter(context);
    this.unwritten = new UntilWritten(context);
    const modem = hooks.open({
      transport,
      clock: context.clock,
      logger: context.logger,
      pin: (sim) => hooks.pinFor(this, sim),
      rejectsCalls: () => this.#settings.rejectCalls,
      sink: {
        accept: (pdu, arrival) => {
          this.#assertIdentified();
          hooks.accept(this.#row.id, pdu, arrival);
          this.#sender.received();
        },
        settled: (pdu, place) => hooks.settled(this.#row.id, pdu, place),
        swept: (memory, occupied) => hooks.swept(this.#row.id, memory, occupied),
      },
      trace: (direction, text) => context.atTrace?.record(transport.name, direction, text),
    });
    this.modem = modem;
    this.#sender = this.#makeSender();
    modem.factsChanged.on((facts) => {
      this.answeredAt = context.clock.now();
      const isWaiting = this.#unidentified !== null;
      this.#unidentified = facts;
      if (!isWaiting) this.unwritten.do(() => this.#identify(hooks));
      this.#noteSignal(facts.signalDbm);
      if (this.#unidentified !== null) hooks.changed(this);
    });
    modem.slotsChanged.on((slots) => {
      this.slots = slots;
      hooks.changed(this);
    });
    modem.called.on((call) => {
      const at = context.clock.now();
      if (this.unwritten.count < MOST_CALLS) this.unwritten.do(() => hooks.called(this.#row.id, call, at));
    });
    let shown = lineState(this);
    modem.stateChanged.on((state) => {
      const before = shown;
      if (state.name === 'backing-off') this.lostFor = lostNow(this.lostFor, faultCode(modem));
      else if (state.name !== 'opening' && state.name !== 'initialising') this.lostFor = null;
      shown = lineState(this);
      if (shown !== before) this.since = context.clock.now();
      this.#noteReady();
      if (state.name === 'blocked' && state.reason === 'pin-refused') hooks.pinRefused(this);
      this.#noteState();
      if (state.name === 'backing-off') this.#noteSignal(null);
      hooks.changed(this);
      if (state.name === 'ready') this.#sender.wake();
    });
  }

  get row(): LineRow {
    return this.#row;
  }

  get settings(): LineSettings {
    return this.#settings;
  }

  get volume(): Volume {
    return this.#volume;
  }

  /** The port of the modem; null for the Demo line. */
  get port(): string | null {
    return this.#row.kind === 'demo' ? null : this.transport.name;
  }

  /** Nothing goes out until it is written down whose SIM this is, since it could belong to another line. */
  get isReady(): boolean {
    return this.modem.state.name === 'ready' && this.#unidentified === null;
  }

  /** Takes over a row that was changed in the store, or the row of another line if the SIM turned out to be that line's. */
  setRow(row: LineRow): void {
    const isOther = row.id !== this.#row.id;
    // What may fail comes first, since half a change would send one line's messages by another one's SIM.
    const volume = isOther ? this.#readVolume(row.id) : this.#volume;
    if (isOther) this.noteUptime();
    this.#row = row;
    this.#settings = settingsOf(row);
    this.#sender.uncap();
    if (!isOther) return;
    this.#context.logger.info({ line: row.id }, 'the SIM belongs to another line');
    this.#volume = volume;
    void this.#sender.stop();
    this.#sender = this.#makeSender();
    this.#lastEvent = '';
    this.#noteState();
  }

  /** When the line's ready time is written down next. */
  get uptimeDueAt(): number {
    return this.#uptime.dueAt;
  }

  noteUptime(): void {
    recorded(this.#context, () => this.#uptime.note(this.#row.id, this.isReady));
  }

  /** Called when something may be ready to go out. */
  wake(): void {
    this.#sender.wake();
  }

  /** Lets the part under way finish for a while, then closes the modem. A part without an answer by then is uncertain. */
  async detach(drainMs: number): Promise<void> {
    this.stopCustomers();
    this.unwritten.stop();
    this.noteUptime();
    const stopped = this.#sender.stop();
    await Promise.race([stopped, new Promise<void>((resolve) => this.#context.clock.after(drainMs, resolve))]);
    await this.modem.stop();
    await stopped;
  }

  #noteReady(): void {
    recorded(this.#context, () => this.#uptime.changed(this.#row.id, this.isReady));
    this.downSince = this.isReady ? null : (this.downSince ?? this.#context.clock.now());
  }

  #identify(hooks: LineHooks): void {
    if (this.#unidentified === null) return;
    hooks.identified(this, this.#unidentified);
    this.#unidentified = null;
    this.#noteReady();
    hooks.changed(this);
    this.#sender.wake();
  }

  /** Otherwise a message would be attributed to the line that was here before. @throws Error so that it stays where it is */
  #assertIdentified(): void {
    if (this.#unidentified !== null) this.unwritten.tryNow();
    if (this.#unidentified !== null) throw new Error('Whose SIM this is is not written down yet.');
  }

  #makeSender(): Sender {
    return new Sender(this.#context, this.#row.id, {
      isReady: () => this.isReady,
      submit: (tpdu, onLate) => this.modem.submit(tpdu, onLate),
      settleSubmission: () => this.modem.settleSubmission(),
      keepLinkOpen: () => this.modem.keepLinkOpen(),
      volume: () => this.#volume,
      caps: () => this.#settings.caps,
      nationalLanguage: () => this.#settings.nationalLanguage,
    });
  }

  #readVolume(lineId: number): Volume {
    const { store, clock } = this.#context;
    return new Volume(store.parts.submittedSince(lineId, clock.now() - DAY_MS));
  }

  /** A line that keeps going up and down says the same again and again, so each state is told once. */
  #noteState(): void {
    const { state } = this.modem;
    if (state.name === 'stopped' || (state.name === 'opening' && state.attempt > 0)) return;
    if (state.name === 'initialising' && state.attempt > 0) return;
    const detail = this.lostFor ?? faultCode(this.modem);
    const event = `${state.name}/${detail ?? ''}`;
    if (event === this.#lastEvent) return;
    this.#lastEvent = event;
    const { store, clock } = this.#context;
    recorded(this.#context, () => store.lineHistory.addEvent(this.#row.id, clock.now(), state.name, detail));
  }

  #noteSignal(dbm: number | null): void {
    const { store, clock } = this.#context;
    const now = clock.now();
    if (dbm !== null && now - this.#signalAt < SIGNAL_EVERY_MS) return;
    this.#signalAt = dbm === null ? -Infinity : now;
    recorded(this.#context, () => store.lineHistory.addSignal(this.#row.id, now, dbm, now - SIGNAL_KEPT_MS));
  }
}

/** A modem that was pulled out stays “unplugged”, since each try to open its port only finds that it is not there. */
function lostNow(before: string | null, code: string | null): string | null {
  return before === 'unplugged' && code === 'not-found' ? before : code;
}
