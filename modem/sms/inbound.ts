import { type Slot, slotsListed, isOctets, hasLength, readSlot, RECEIVED_STATUS } from './listed-slots.ts';
import type { Place, Arrival, InboundSink, SlotCounts } from './inbound-sink.ts';
import type { AtAnswer } from '../at/machine-state.ts';
import { parseNumber, parseValues } from '../at/values.ts';
import type { UnsolicitedCode } from '../at/unsolicited.ts';
import type { Clock } from '../clock.ts';
import { TIMEOUT_MS } from '../device/commands.ts';
import { RESTARTS_IN_MS, type Device } from '../device/device.ts';
import { readCounts } from '../device/storage.ts';
import { Emitter } from '../events.ts';
import type { ModemLogger } from '../logger.ts';

type Age = Pick<Arrival, 'isNew' | 'announcedAt' | 'notBefore'>;

/** A PDU that the modem handed over without storing it. */
interface Handed {
  readonly pdu: string;
  readonly isReport: boolean;
  readonly age: Age;
  /** The network waits for an acknowledgment. */
  readonly acknowledge: boolean;
}

/** Where delivery reports are kept with CNMI ds=2. */
const REPORT_MEMORY = 'SR';
const FALLBACK_SLOTS = 50;
/** While the line listens, sweeps are never further apart than this. */
const LISTENING_MS = 10 * 60_000;
/** A network delivers the messages it held back within minutes after the phone is back. */
const DELIVERS_WAITING_MS = 10 * 60_000;
/** A PDU that could not be stored is tried again after this time. */
const UNKEPT_AGAIN_MS = 10_000;
const UNKEPT_AT_ONCE = 5;
const MOST_UNKEPT = 1_000;
/** A modem that cannot announce messages is asked this often. */
export const POLL_INTERVAL_MS = 5_000;

/** Passes what the modem received to the sink: when announced, at the start, and when memory fills ([R1], [R7]). */
export class Inbound {
  readonly countsChanged = new Emitter<SlotCounts>();
  /** A message that was announced or listed could not be read and is still in its slot. */
  readonly missed = new Emitter<'announced' | 'listed'>();
  readonly #device: Device;
  readonly #clock: Clock;
  readonly #sink: InboundSink;
  readonly #logger: ModemLogger;
  /** Only one read at a time, because all reads share the modem's selected memory. */
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #sweepPending = false;
  /** The memory that AT+CMGR and AT+CMGD currently use; null after the modem restarted. */
  #selected: string | null = null;
  /** When the modem last showed that the expected memory is selected (UTC ms). */
  #provenAt = -Infinity;
  /** Increases when the modem restarts: slot numbers may then refer to another memory. */
  #epoch = 0;
  /** When each memory was last read completely since the line came up: what is found there now came after that. */
  readonly #sweptAt = new Map<string, number>();
  /** Since when the line has been registered with the network; null: it is not. */
  #upSince: number | null = null;
  /** The last message that was to be deleted could not be deleted. */
  #keepsTexts = false;
  /** The PDU that was handed over last; `isKept` tells whether it is on disk. */
  #handed: { readonly pdu: string; readonly isKept: boolean } | null = null;
  /** PDUs that were handed over and are not on disk yet; the modem may have no copy of them. */
  readonly #unkept: Handed[] = [];
  #isTryingAgain = false;
  /** An acknowledgment waits for its turn. */
  #acknowledges = false;
  /** A PDU that was handed over with octets that do not fit its header; the network sends it again. */
  #damaged: { readonly pdu: string; readonly times: number } | null = null;

  constructor(device: Device, clock: Clock, sink: InboundSink, logger: ModemLogger) {
    this.#device = device;
    this.#clock = clock;
    this.#sink = sink;
    this.#logger = logger;
    device.unsolicited.on((code) => this.#onUnsolicited(code));
    device.stateChanged.on(({ name }) => {
      this.#upSince = name === 'ready' ? (this.#upSince ?? this.#clock.now()) : null;
      if (name !== 'initialising' && name !== 'resetting') return;
      this.#selected = null;
      this.#epoch += 1;
      this.#sweptAt.clear();
    });
  }

  /** While the modem starts, its memories are still being chosen; the sweep right after that reads everything. */
  get #isUsable(): boolean {
    const { name } = this.#device.state;
    return name === 'ready' || name === 'searching';
  }

  /** Reads all memories. Further sweeps asked for while one waits share it. */
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
        const last = storage.preferred === null ? [] : [storage.preferred];
        for (const memory of [...reports, ...others, ...last]) await this.#sweepMemory(memory);
      }, begun);
    }
    return this.#queue;
  }

  /** @param begun called when its turn comes, even where the modem is gone by then and there is nothing to do */
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
        else {
          const age = this.#justCame();
          this.#enqueue(() => this.#readSlot({ memory, slot: index }, age));
        }
        break;
      }
      case '+CMT:':
      case '+CDS:':
        this.#onDirect(line, pdu, prefix === '+CDS:');
        break;
      case '^SMMEMFULL:':
        void this.sweep();
        break;
    }
  }

  /** Takes a message or report that was handed over without being stored; it is acknowledged only once it is on disk ([W5]). */
  #onDirect(line: string, pdu: string | null, isReport: boolean): void {
    if (pdu === null) return;
    this.#handed = { pdu, isKept: false };
    const length = parseNumber(parseValues(line).at(-1));
    // Acknowledge while this is not yet known: a needless acknowledgment is harmless (+CMS 340), a missing one stops the next
    // messages.
    const acknowledge = this.#device.facts?.notifications.acknowledge !== false || !this.#isUsable;
    this.#damaged = { pdu, times: this.#damaged?.pdu === pdu ? this.#damaged.times + 1 : 1 };
    if (acknowledge && !hasLength(pdu, length) && this.#damaged.times < (isOctets(pdu) ? 2 : 3)) {
      // The network repeats what is not acknowledged. If it comes the same again, it was damaged before it reached this modem,
      // unless half an octet is missing, which only the cable can cause.
      this.#logger.warn({ length }, 'a text handed over came damaged');
      return;
    }
    this.#damaged = null;
    const handed = { pdu, isReport, age: this.#justCame(), acknowledge };
    if (this.#keepHanded(handed)) return;
    if (this.#unkept.length < MOST_UNKEPT && !this.#unkept.some((each) => each.pdu === pdu)) this.#unkept.push(handed);
    this.#tryAgainSoon();
  }

  #keepHanded({ pdu, isReport, age, acknowledge }: Handed): boolean {
    try {
      this.#sink.accept(pdu, { place: null, isReport, ...age });
    } catch (error) {
      this.#logger.warn({ error: String(error) }, 'a text handed over could not be stored and stays unacknowledged');
      return false;
    }
    // Another PDU may have been handed over since, if the modem did not wait for an acknowledgment.
    if (this.#handed?.pdu === pdu) this.#handed = { pdu, isKept: true };
    if (acknowledge) void this.#acknowledge();
    else this.#sink.settled(pdu, null);
    return true;
  }

  /** What could not be stored is tried again for as long as it takes: the disk may have space by then. */
  #tryAgainSoon(afterMs = UNKEPT_AGAIN_MS): void {
    if (this.#isTryingAgain) return;
    this.#isTryingAgain = true;
    this.#clock.after(afterMs, () => {
      this.#isTryingAgain = false;
      // Each PDU is written to disk: store a few, then yield to the event loop.
      const some = this.#unkept.splice(0, UNKEPT_AT_ONCE);
      const still = some.filter((each) => !this.#keepHanded(each));
      this.#unkept.push(...still);
      const goesOn = still.length === 0 && this.#unkept.length > 0;
      if (this.#unkept.length > 0) this.#tryAgainSoon(goesOn ? 0 : UNKEPT_AGAIN_MS);
      if (!goesOn) void this.sweep();
    });
  }

  /**
   * Tells the network that the PDU handed over last has arrived. Only one acknowledgment at a time, and only while it applies: a
   * second one would be taken for the next message, which may have come damaged.
   */
  async #acknowledge(): Promise<void> {
    if (this.#acknowledges) return;
    this.#acknowledges = true;
    let pdu = '';
    const answer = await this.#device.runNext('AT+CNMA', () => {
      this.#acknowledges = false;
      pdu = this.#handed?.pdu ?? '';
      return this.#handed?.isKept === true;
    });
    // It was answered without having been sent: the port is gone.
    if (!answer.ok && answer.reason === 'closed') this.#acknowledges = false;
    if (answer.ok) this.#sink.settled(pdu, null);
  }

  async #readSlot({ memory, slot: index }: Place, age: Age): Promise<void> {
    if (this.#selected !== memory && (await this.#select(memory)) === null) {
      // The announced memory cannot be selected: its messages can be found under another name.
      this.missed.emit('announced');
      return;
    }
    const epoch = this.#epoch;
    const slot = await this.#read(index);
    // A message was announced, so the slot should not be empty.
    if (slot === 'unreadable' || slot === null) this.missed.emit('announced');
    else await this.#keepAndDelete(memory, slot, epoch, age);
    if (await this.#isFull(memory)) void this.sweep();
  }

  async #read(index: number): Promise<Slot | 'unreadable' | null> {
    const slot = await readSlot(this.#device.run, index);
    if (slot !== null && slot !== 'unreadable') this.#provenAt = this.#clock.now();
    return slot;
  }

  async #sweepMemory(memory: string): Promise<void> {
    const begunAt = this.#clock.now();
    const counts = await this.#select(memory);
    if (counts === null) return;
    const epoch = this.#epoch;
    const age = this.#ageOfFound(memory, begunAt);
    let isProven = false;
    const answer = await this.#device.execute({
      text: 'AT+CMGL=4',
      timeoutMs: TIMEOUT_MS.list,
      isWanted: () => {
        isProven = this.#isProven;
        return true;
      },
    });
    let isWhole = answer.ok;
    if (answer.ok) {
      this.#provenAt = this.#clock.now();
      const listed = slotsListed(answer.lines);
      // A list that lost a line, or may belong to another memory, does not tell which slots are free.
      if (isProven && listed.length === counts.used) {
        this.#sink.swept(
          memory,
          listed.map(({ index }) => index),
        );
      }
      for (const { index, status, length, pdu } of listed) {
        if (!RECEIVED_STATUS.has(status)) continue;
        const slot = pdu !== null && hasLength(pdu, length) ? { index, pdu } : await this.#read(index);
        if (slot === 'unreadable') {
          isWhole = false;
          this.missed.emit('listed');
        } else if (slot !== null) await this.#keepAndDelete(memory, slot, epoch, age);
      }
    } else if (answer.reason !== 'closed' && counts.used !== 0) {
      // Some modems answer +CMS 321 for an empty memory; one without a working CMGL is read slot by slot.
      isWhole = await this.#sweepSlots(memory, counts.total ?? FALLBACK_SLOTS, epoch, age);
    } else isWhole = answer.reason !== 'closed';
    if (isWhole && epoch === this.#epoch) this.#sweptAt.set(memory, begunAt);
    await this.#isFull(memory);
  }

  /**
   * What the previous sweep did not see has come since then. If that sweep was a moment ago, the message is new, whatever the
   * service center's clock says; if this computer slept in between, it may have come at any time during the sleep.
   */
  #ageOfFound(memory: string, now: number): Age {
    const sweptAt = this.#sweptAt.get(memory);
    if (sweptAt === undefined) return { isNew: false, announcedAt: null, notBefore: null };
    return now - sweptAt <= LISTENING_MS
      ? { ...this.#justCame(), announcedAt: null }
      : { isNew: false, announcedAt: null, notBefore: sweptAt };
  }

  /**
   * The message was announced just now. For a while after the line came up, it may still have waited in the network until then.
   */
  #justCame(): Age {
    const now = this.#clock.now();
    const isSettled = this.#upSince !== null && now - this.#upSince > DELIVERS_WAITING_MS;
    return { isNew: true, announcedAt: now, notBefore: isSettled ? now : null };
  }

  /** Whether every slot could be read. */
  async #sweepSlots(memory: string, total: number, epoch: number, age: Age): Promise<boolean> {
    let isWhole = true;
    for (let index = 0; index <= total; index++) {
      const slot = await this.#read(index);
      if (slot === 'unreadable') isWhole = false;
      else if (slot !== null) await this.#keepAndDelete(memory, slot, epoch, age);
    }
    return isWhole;
  }

  /** A message that cannot be stored stays in its slot and does not hold up the others. */
  async #keepAndDelete(memory: string, { index, pdu }: Slot, epoch: number, age: Age): Promise<void> {
    const place = { memory, slot: index };
    try {
      this.#sink.accept(pdu, { place, isReport: memory === REPORT_MEMORY, ...age });
    } catch (error) {
      this.#logger.warn({ index, error: String(error) }, 'a text could not be stored and stays on the SIM');
      this.#tryAgainSoon();
      return;
    }
    // Nothing is deleted from a modem that restarted meanwhile: the next sweep finds that the message is already stored.
    if (epoch !== this.#epoch) return;
    const answer = await this.#delete(index, pdu, epoch);
    if (answer === null || epoch !== this.#epoch) return;
    this.#keepsTexts = !answer.ok && answer.reason === 'refused';
    if (this.#keepsTexts) this.#logger.warn({ index }, 'the modem does not delete a text that is kept');
    // A lost answer tells nothing, so the slot itself is read.
    const isFree = answer.ok || (answer.reason === 'timeout' && (await this.#isFree(memory, index, epoch)));
    if (isFree) this.#sink.settled(pdu, place);
  }

  /**
   * After a silent restart the slot number may refer to another memory, with another message. If there was time for a restart
   * since the selected memory was last confirmed, the slot is read once more, with nothing in between. Null: it was not deleted.
   */
  async #delete(index: number, pdu: string, epoch: number): Promise<AtAnswer | null> {
    const deleteIf = async (isSure: () => boolean): Promise<AtAnswer | null> => {
      let isWritten = false;
      const answer = await this.#device.execute({
        text: `AT+CMGD=${index}`,
        timeoutMs: TIMEOUT_MS.query,
        isWanted: () => (isWritten = epoch === this.#epoch && isSure()),
      });
      if (answer.ok) this.#provenAt = this.#clock.now();
      return isWritten ? answer : null;
    };
    const answer = await deleteIf(() => this.#isProven);
    if (answer !== null || epoch !== this.#epoch) return answer;
    let holdsIt = false;
    const read = this.#device.execute({
      text: `AT+CMGR=${index}`,
      timeoutMs: TIMEOUT_MS.query,
      onAnswer: (slot) => (holdsIt = slot.ok && slot.lines.includes(pdu)),
    });
    const [deleted] = await Promise.all([deleteIf(() => holdsIt), read]);
    if (deleted === null && epoch === this.#epoch) this.missed.emit('listed');
    return deleted;
  }

  /** Whether a slot is certainly free; the modem may have restarted and have another memory selected. */
  async #isFree(memory: string, index: number, epoch: number): Promise<boolean> {
    if ((await this.#select(memory)) === null) return false;
    return (await this.#read(index)) === null && epoch === this.#epoch;
  }

  get #isProven(): boolean {
    return this.#clock.now() - this.#provenAt < RESTARTS_IN_MS;
  }

  async #select(memory: string): Promise<{ used: number | null; total: number | null } | null> {
    const way = this.#device.facts?.storage.way;
    const counts = await readCounts(this.#device.run, memory, way ?? { named: 1, offered: [] });
    this.#selected = counts === null ? null : memory;
    if (counts !== null) this.#provenAt = this.#clock.now();
    return counts;
  }

  /** Reports how full a memory is, but only when nothing else waits: in a burst every command counts. */
  async #isFull(memory: string): Promise<boolean> {
    if (this.#waiting > 1 || memory === REPORT_MEMORY) return false;
    const counts = await this.#select(memory);
    if (counts?.used == null || counts.total == null) return false;
    this.countsChanged.emit({ used: counts.used, total: counts.total, keepsTexts: this.#keepsTexts });
    return counts.used >= counts.total && counts.total > 0;
  }
}
