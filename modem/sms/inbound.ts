import { parseNumber, parseValues } from '../at/values.ts';
import type { UnsolicitedCode } from '../at/unsolicited.ts';
import { TIMEOUT_MS } from '../device/commands.ts';
import type { Device } from '../device/device.ts';
import { readCounts } from '../device/storage.ts';
import { Signal } from '../events.ts';
import type { ModemLogger } from '../logger.ts';

/**
 * Takes a received PDU for keeps. When it returns, the PDU is on disk; only then is the SIM's copy deleted. Taking the
 * same PDU twice must make one message. If it throws, the copy stays and a later sweep brings it again.
 */
export type InboundSink = (pdu: string) => void;

export interface SlotCounts {
  readonly used: number;
  readonly total: number;
}

interface Slot {
  readonly index: number;
  readonly pdu: string;
}

/** Status 0 and 1 are received texts; 2 and 3 are drafts and copies of sent ones, which are not ours to touch. */
const RECEIVED_STATUS = new Set([0, 1]);
/** Where delivery reports are kept with CNMI ds=2. */
const REPORT_MEMORY = 'SR';
/** A read that does not fit its own header is repeated this often. */
const READ_ATTEMPTS = 5;
/** +CMS ERROR: invalid memory index (27.005 §3.2.5): what an empty slot answers. */
const NO_SUCH_SLOT = 321;
const FALLBACK_SLOTS = 50;
/** Where a modem cannot announce a text it is asked this often. */
export const POLL_INTERVAL_MS = 5_000;

/** Brings what the modem received to the sink: on notice, at the start, and when memory fills ([R1], [R7]). */
export class Inbound {
  readonly countsChanged = new Signal<SlotCounts>();
  /** A text that was announced or listed could not be read: it lies there still. */
  readonly missed = new Signal<void>();
  readonly #device: Device;
  readonly #sink: InboundSink;
  readonly #logger: ModemLogger;
  /** One reading at a time: they share the modem's selected memory. */
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #sweepPending = false;
  /** Which memory AT+CMGR and AT+CMGD mean now; null after the modem started anew. */
  #selected: string | null = null;
  /** Rises when the modem starts anew: slots then may mean another memory's. */
  #epoch = 0;

  constructor(device: Device, sink: InboundSink, logger: ModemLogger) {
    this.#device = device;
    this.#sink = sink;
    this.#logger = logger;
    device.unsolicited.on((code) => this.#onUnsolicited(code));
    device.stateChanged.on(({ name }) => {
      if (name !== 'initialising' && name !== 'resetting') return;
      this.#selected = null;
      this.#epoch += 1;
    });
  }

  /** While the modem wakes up its memories are being chosen; the sweep right after that reads everything. */
  get #isUsable(): boolean {
    const { name } = this.#device.state;
    return name === 'ready' || name === 'searching';
  }

  /** Reads all memories. Sweeps asked for while one waits are that one. */
  sweep(): Promise<void> {
    if (!this.#sweepPending) {
      this.#sweepPending = true;
      const begun = (): void => {
        this.#sweepPending = false;
      };
      this.#enqueue(async () => {
        const storage = this.#device.facts?.storage;
        if (storage === undefined) return;
        const reports = this.#device.facts?.notifications.reports === 'stored' ? [REPORT_MEMORY] : [];
        const others = storage.readable.filter((memory) => memory !== storage.preferred);
        for (const memory of [...reports, ...others, storage.preferred]) await this.#sweepMemory(memory);
      }, begun);
    }
    return this.#queue;
  }

  /** @param begun called when its turn comes, also where the modem is away by then and there is nothing to do */
  #enqueue(task: () => Promise<void>, begun: () => void = () => {}): void {
    this.#waiting += 1;
    this.#queue = this.#queue
      .then(() => {
        begun();
        return this.#isUsable ? task() : undefined;
      })
      .catch((error: unknown) => this.#logger.warn({ error: String(error) }, 'reading from the modem failed'))
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  #onUnsolicited({ prefix, line, pdu }: UnsolicitedCode): void {
    switch (prefix) {
      case '+CMTI:':
      case '+CDSI:': {
        if (!this.#isUsable) break;
        const [memory, slot] = parseValues(line);
        const index = parseNumber(slot);
        if (memory === undefined || index === null) void this.sweep();
        else this.#enqueue(() => this.#readSlot(memory, index));
        break;
      }
      case '+CMT:':
      case '+CDS:':
        this.#onDirect(line, pdu);
        break;
      case '^SMMEMFULL:':
        void this.sweep();
        break;
    }
  }

  /** A text or report handed over without being stored; acknowledged only once it is on disk ([W5]). */
  #onDirect(line: string, pdu: string | null): void {
    const length = parseNumber(parseValues(line).at(-1));
    // Not known yet: acknowledging needlessly is harmless (+CMS 340), not doing it stops the next ones.
    const acknowledge = this.#device.facts?.notifications.acknowledge !== false || !this.#isUsable;
    if (pdu === null || pdu.length % 2 !== 0 || (acknowledge && !hasLength(pdu, length))) {
      this.#logger.warn({ length, acknowledge }, 'a text handed over came damaged');
      return; // unacknowledged, the network repeats it
    }
    try {
      this.#sink(pdu);
    } catch (error) {
      this.#logger.warn({ error: String(error) }, 'a text handed over could not be stored and stays unacknowledged');
      return;
    }
    if (acknowledge) void this.#device.runNext('AT+CNMA');
  }

  async #readSlot(memory: string, index: number): Promise<void> {
    if (this.#selected !== memory && (await this.#select(memory)) === null) return;
    const epoch = this.#epoch;
    const slot = await this.#read(index);
    // Announced, so something should be there.
    if (slot === 'unreadable' || slot === null) this.missed.emit();
    else await this.#keepAndDelete(slot, epoch);
    if (await this.#isFull(memory)) void this.sweep();
  }

  /**
   * CMGR: `+CMGR: <stat>,[<alpha>],<length>` and the PDU. Null for an empty slot or somebody else's text. Octets that do not
   * fit their header are believed only when they come the same twice: then the modem counts wrongly, not the cable.
   */
  async #read(index: number): Promise<Slot | 'unreadable' | null> {
    let previous: string | null = null;
    for (let attempt = 1; attempt <= READ_ATTEMPTS; attempt++) {
      const answer = await this.#device.run(`AT+CMGR=${index}`);
      if (!answer.ok) {
        const isEmpty =
          answer.reason === 'refused' && answer.result.kind === 'cms' && answer.result.code === NO_SUCH_SLOT;
        return isEmpty || answer.reason === 'closed' ? null : 'unreadable';
      }
      const at = answer.lines.findIndex((line) => line.startsWith('+CMGR:'));
      const header = answer.lines[at];
      const pdu = answer.lines[at + 1];
      const values = header === undefined ? [] : parseValues(header);
      const status = parseNumber(values[0]);
      if (pdu !== undefined && status !== null && RECEIVED_STATUS.has(status)) {
        if (hasLength(pdu, parseNumber(values.at(-1))) || pdu === previous) return { index, pdu };
        previous = pdu;
      } else if (header === undefined && answer.lines.length === 0) {
        return null; // an empty slot answers a bare OK on many modems
      } else if (status !== null && !RECEIVED_STATUS.has(status)) {
        return null;
      }
    }
    return 'unreadable';
  }

  async #sweepMemory(memory: string): Promise<void> {
    const counts = await this.#select(memory);
    if (counts === null) return;
    const epoch = this.#epoch;
    const answer = await this.#device.run('AT+CMGL=4', TIMEOUT_MS.list);
    if (answer.ok) {
      for (let i = 0; i < answer.lines.length; i++) {
        const header = answer.lines[i] as string;
        if (!header.startsWith('+CMGL:')) continue;
        const values = parseValues(header);
        const [index, status, length] = [parseNumber(values[0]), parseNumber(values[1]), parseNumber(values.at(-1))];
        if (index === null || status === null || !RECEIVED_STATUS.has(status)) continue;
        const pdu = answer.lines[i + 1];
        const slot = pdu !== undefined && hasLength(pdu, length) ? { index, pdu } : await this.#read(index);
        if (slot === 'unreadable') this.missed.emit();
        else if (slot !== null) await this.#keepAndDelete(slot, epoch);
      }
    } else if (answer.reason !== 'closed' && counts.used !== 0) {
      // An empty memory answers +CMS 321 here and there; a modem without a working CMGL is read slot by slot.
      await this.#sweepSlots(counts.total ?? FALLBACK_SLOTS, epoch);
    }
    await this.#isFull(memory);
  }

  async #sweepSlots(total: number, epoch: number): Promise<void> {
    for (let index = 0; index <= total; index++) {
      const slot = await this.#read(index);
      if (slot !== null && slot !== 'unreadable') await this.#keepAndDelete(slot, epoch);
    }
  }

  /** One that cannot be kept stays where it is and does not hold up the others. */
  async #keepAndDelete({ index, pdu }: Slot, epoch: number): Promise<void> {
    try {
      this.#sink(pdu);
    } catch (error) {
      this.#logger.warn({ index, error: String(error) }, 'a text could not be stored and stays on the SIM');
      return;
    }
    // Of a modem that started anew meanwhile nothing is deleted: the next sweep finds the text kept already.
    if (epoch === this.#epoch) await this.#device.run(`AT+CMGD=${index}`);
  }

  async #select(memory: string): Promise<{ used: number | null; total: number | null } | null> {
    const counts = await readCounts(this.#device.run, memory);
    this.#selected = counts === null ? null : memory;
    return counts;
  }

  /** Tells how full a memory is, when nothing else waits: in a burst every command counts. */
  async #isFull(memory: string): Promise<boolean> {
    if (this.#waiting > 1 || memory === REPORT_MEMORY) return false;
    const counts = await this.#select(memory);
    if (counts?.used == null || counts.total == null) return false;
    this.countsChanged.emit({ used: counts.used, total: counts.total });
    return counts.used >= counts.total && counts.total > 0;
  }
}

/** Whether a PDU has the TPDU length its header names: the octets behind the service centre's. */
function hasLength(pdu: string, length: number | null): boolean {
  if (!/^([0-9A-Fa-f]{2})+$/.test(pdu)) return false;
  if (length === null) return true;
  return pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16) === length;
}
