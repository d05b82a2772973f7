import type { Clock } from '../clock.ts';
import { septetsToText, unpackSeptets } from '../pdu/gsm7.ts';
import { hexToOctets } from '../pdu/octets.ts';
import type { MemoryPeer } from '../transport/memory.ts';
import { powerOn, type CommandedModem, type ModemSettings, type Outcome } from './commanded-modem.ts';
import { runCommand } from './commands.ts';
import { ModemOutput } from './modem-output.ts';
import { encodeUssd } from './ussd-words.ts';
import type { Network, Subscriber } from './network.ts';
import { PLAYED } from '../makes/index.ts';
import type { Play } from '../makes/make.ts';
import { NO_QUIRKS, takeFault, type Fault, type Quirks } from './quirks.ts';
import { emptySlots, type SimCard, type StoredText } from './sim-card.ts';

export interface SimulatedModemOptions {
  readonly sim: SimCard;
  readonly network: Network;
  readonly clock: Clock;
  readonly quirks?: Partial<Quirks>;
  readonly imei?: string;
}

const ACKNOWLEDGE_WITHIN_MS = 15_000;
const [ESC, CTRL_Z] = ['\x1b', '\x1a'];

/** A modem that speaks AT over any octet stream. The AT commands themselves are in commands.ts. */
export class SimulatedModem implements MemoryPeer, Subscriber, CommandedModem {
  readonly sim: SimCard;
  readonly network: Network;
  readonly clock: Clock;
  readonly imei: string;
  quirks: Quirks;
  settings: ModemSettings;
  readonly phoneSlots: (StoredText | null)[];
  readonly reportSlots: (StoredText | null)[] = emptySlots(10);
  readonly faults: Fault[] = [];
  signal = 23;
  plugged = true;
  /** The modem says nothing until it is told to reset, its port is reopened, or it is plugged in again. */
  hung: 'until-reset' | 'until-reopened' | 'for-good' | 'booting' | null = null;
  /** Taken out of its holder. */
  simOut = false;
  /** As on many modems, the SIM's own number can be read. */
  tellsIccidWhenLocked = false;
  /** How often the memory for new messages was found full. */
  timesFull = 0;
  busyAnswersLeft: number;
  #send: ((chunk: Uint8Array) => void) | null = null;
  #drop: ((reason: string) => void) | null = null;
  #input = '';
  /** Set to the expected length while a `>` prompt waits for a PDU. */
  #prompt: { readonly length: number; readonly to: string } | null = null;
  #busy = false;
  readonly #pendingLines: string[] = [];
  readonly #output = new ModemOutput(this, (octets) => this.#send?.(octets));
  #unacknowledged: { readonly pdu: string; readonly kind: 'text' | 'report' } | null = null;
  #session = 0;
  #isSubmitting = false;
  #hangUp: () => void = () => {};

  constructor(options: SimulatedModemOptions) {
    this.sim = options.sim;
    this.network = options.network;
    this.clock = options.clock;
    this.imei = options.imei ?? '490154203237518';
    this.quirks = { ...NO_QUIRKS, ...options.quirks };
    this.settings = powerOn(this.quirks);
    this.busyAnswersLeft = this.quirks.busyAnswers;
    this.phoneSlots = emptySlots(this.quirks.phoneSlots);
    this.network.attach(this);
    this.network.coverageChanged.on(() => {
      if (this.settings.registrationMode > 0) this.unsolicited(`+CREG: ${this.registrationStatus}`);
    });
  }

  /** The make that is played. */
  get play(): Play {
    const play = PLAYED.get(this.quirks.make);
    if (play === undefined) throw new Error(`Nobody has written down how to play ${this.quirks.make}.`);
    return play;
  }

  get msisdn(): string {
    return this.sim.msisdn;
  }

  /** <stat> of +CREG: home or searching. */
  get registrationStatus(): number {
    return this.network.covered && this.sim.unlocked && !this.simOut && this.settings.functionality === 1 ? 1 : 2;
  }

  // The connection.

  opened(send: (chunk: Uint8Array) => void, drop: (reason: string) => void): void {
    if (this.hung === 'until-reopened') this.hung = null;
    this.#send = send;
    this.#drop = drop;
  }

  closed(): void {
    this.#send = null;
    this.#drop = null;
    this.#input = '';
    this.#pendingLines.length = 0;
    this.#prompt = null;
    // A message that the network has is finished, whoever is listening by then.
    if (!this.#isSubmitting) this.#busy = false;
  }

  /** Somebody rings, three times unless it is rejected. @param from null: withheld */
  ring(from: string | null): void {
    let left = 3;
    const ring = (): void => {
      if (left === 0 || !this.plugged) return;
      left -= 1;
      this.unsolicited('RING');
      if (from !== null) this.unsolicited(`+CLIP: "${from}",${from.startsWith('+') ? 145 : 129},,,,0`);
      this.#hangUp = () => {
        left = 0;
        this.unsolicited('NO CARRIER');
      };
      this.clock.after(5_000, ring);
    };
    ring();
  }

  /** AT+CHUP and ATH. */
  hangUp(): void {
    this.#hangUp();
    this.#hangUp = () => {};
  }

  /** AT+CUSD=1: the carrier's answer comes as an unsolicited code. */
  askOperator(given: string): Outcome {
    const { ussd } = this.quirks;
    const isPacked = /^([0-9A-F]{2}){3,}$/.test(given) && !/^\d+$/.test(given);
    if (isPacked !== (ussd === 'packed')) return { error: 'ERROR' };
    const octets = isPacked ? hexToOctets(given) : null;
    const code = octets === null ? given : septetsToText(unpackSeptets(octets, Math.floor((octets.length * 8) / 7)));
    const text = this.network.ussd.get(code.replace(/[\r@]$/, ''));
    this.clock.after(this.network.latencyMs, () => {
      if (this.quirks.ussdOkLate) queueMicrotask(() => this.#final('OK'));
      if (text === undefined) this.unsolicited('+CUSD: 4');
      else if (text !== null) {
        const mode = text.startsWith('1 ') ? 1 : 0; // a menu
        this.unsolicited(`+CUSD: ${mode},"${encodeUssd(text, ussd)}",${ussd === 'ucs2' ? 72 : 15}`);
      }
    });
    return this.quirks.ussdOkLate ? 'prompted' : {};
  }

  removeSim(): void {
    this.simOut = true;
    this.unsolicited('+CPIN: NOT INSERTED');
  }

  insertSim(): void {
    this.simOut = false;
    this.sim.unlocked = this.sim.pin === null;
  }

  received(chunk: Uint8Array): void {
    if (this.hung === null) {
      for (const octet of chunk) this.#type(String.fromCharCode(octet));
    } else if (this.hung === 'until-reset') {
      // It may come octet by octet.
      this.#input += Buffer.from(chunk).toString('latin1');
      if (this.#input.includes('AT+CFUN=1,1\r')) this.reboot();
    }
  }

  /** Takes the stick out of the port, in the middle of whatever goes on. */
  unplug(): void {
    this.plugged = false;
    const drop = this.#drop;
    this.closed();
    this.#powerCycle();
    drop?.('device disconnected');
  }

  plug(): void {
    this.plugged = true;
    this.hung = null;
    this.network.attach(this);
  }

  /** Like AT+CFUN=1,1: everything is lost except what is stored. @param bootMs for this long it hears and says nothing */
  reboot(bootMs = 0): void {
    this.#powerCycle();
    if (bootMs === 0) return this.#booted();
    this.hung = 'booting';
    this.clock.after(bootMs, () => {
      if (this.hung === 'booting') this.#booted();
    });
  }

  #booted(): void {
    this.hung = null;
    this.unsolicited(...this.quirks.bootLines);
    this.network.offerWaiting(this.msisdn);
  }

  #powerCycle(): void {
    this.#session += 1;
    this.#isSubmitting = false;
    this.settings = powerOn(this.quirks);
    this.busyAnswersLeft = this.quirks.busyAnswers;
    this.#input = '';
    this.#prompt = null;
    this.#busy = false;
    this.#pendingLines.length = 0;
    this.#bringAgain();
    this.sim.unlocked = this.sim.pin === null;
  }

  // What comes in over the line.

  #type(character: string): void {
    if (this.settings.echo || this.quirks.echoAlways) this.#output.write(character);
    if (this.#prompt !== null) {
      this.#typePdu(this.#prompt, character);
      return;
    }
    if (character === ESC) this.#input = '';
    else if (character === '\r') {
      const line = this.#input.trim();
      this.#input = '';
      if (line !== '') this.#execute(line);
    } else if (character !== '\n' && character !== CTRL_Z) this.#input += character;
  }

  #typePdu({ length, to }: { readonly length: number; readonly to: string }, character: string): void {
    if (character !== ESC && character !== CTRL_Z) {
      this.#input += character;
      return;
    }
    const pdu = this.#input.trim();
    this.#input = '';
    this.#prompt = null;
    if (character === ESC) this.#final('OK');
    else if (this.settings.textMode) this.#submitWords(to, pdu);
    else this.#submit(pdu, length);
  }

  /** A modem runs one line at a time; what comes while it is busy waits its turn. */
  #execute(line: string): void {
    if (this.#busy) {
      this.#pendingLines.push(line);
      return;
    }
    this.#busy = true;
    const fault = takeFault(this.faults, line);
    if (fault?.effect === 'silent') return this.#done();
    if (fault?.effect === 'reply') return this.#final(fault.text ?? 'ERROR');
    runCommand(this, line, (lines, final) => {
      if (fault?.effect === 'lose-answer') return this.#done();
      for (const info of lines) this.#output.info(info);
      this.#final(fault?.effect === 'wrong-answer' ? (fault.text ?? 'ERROR') : final);
    });
  }

  /** Opens the `>` prompt of AT+CMGS; false where the answer is an error. */
  prompt(length: number, to: string): void {
    this.#prompt = { length, to };
    this.#output.write(`\r\n>${this.quirks.barePrompt ? '' : ' '}`);
  }

  /** In text mode, whatever follows the prompt is the message text, even a PDU. */
  #submitWords(to: string, words: string): void {
    this.network.textReceived.emit({ from: this.msisdn, to, text: words });
    this.#output.info('+CMGS: 0');
    this.#final('OK');
  }

  #submit(pdu: string, length: number): void {
    const fault = takeFault(this.faults, 'PDU');
    if (fault?.effect === 'silent') return this.#done();
    if (fault?.effect === 'reply') return this.#final(fault.text ?? 'ERROR');
    let octets: Uint8Array;
    try {
      octets = hexToOctets(pdu);
    } catch {
      return this.#final(this.errorLine('CMS', 304));
    }
    const tpdu = octets.subarray(1 + (octets[0] ?? 0));
    if (tpdu.length !== length) return this.#final(this.errorLine('CMS', 304));
    const session = this.#session;
    this.#isSubmitting = true;
    this.network.submit(this.msisdn, tpdu, (result) => {
      if (session === this.#session) this.#isSubmitting = false;
      if (session !== this.#session) return undefined; // it has started anew since, and knows of nothing
      if (fault?.effect === 'lose-answer') return this.#done();
      if (fault?.effect === 'wrong-answer') return this.#final(fault.text ?? 'ERROR');
      if (!result.ok) return this.#final(this.errorLine('CMS', result.cms));
      this.#output.info(`+CMGS: ${result.reference}`);
      return this.#final('OK');
    });
    return undefined;
  }

  // What goes out.

  errorLine(kind: 'CMS' | 'CME', code: number): string {
    return this.settings.errorMode === 0 && kind === 'CME' ? 'ERROR' : `+${kind} ERROR: ${code}`;
  }

  unsolicited(...lines: readonly string[]): void {
    this.#output.lines(lines);
  }

  #final(line: string): void {
    this.#output.final(line);
    this.#done();
  }

  #done(): void {
    this.#busy = false;
    const next = this.#pendingLines.shift();
    if (next !== undefined) this.#execute(next);
  }

  // What the network brings.

  /** The memories that AT+CPMS=? offers. */
  get memories(): readonly string[] {
    return this.quirks.memories ?? (this.phoneSlots.length > 0 ? ['SM', 'ME', 'SR'] : ['SM', 'SR']);
  }

  accept(pdu: string, kind: 'text' | 'report'): boolean {
    if (!this.plugged || this.hung !== null || this.simOut || !this.sim.unlocked || this.settings.functionality !== 1)
      return false;
    const [, texts, , reports] = this.settings.notifications;
    const length = pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16);
    if (kind === 'report') {
      if (reports === 1) return this.#hand(`+CDS: ${length}`, pdu, kind);
      if (reports === 2) return this.#store('SR', pdu, '+CDSI');
      return true;
    }
    if (texts === 2) return this.#hand(`+CMT: ,${length}`, pdu, kind);
    if (this.quirks.storage === 'none') return false;
    return this.#store(this.settings.memories[2], pdu, texts === 1 ? '+CMTI' : null);
  }

  /** With +CSMS=1 nothing more is handed over until the last PDU was acknowledged (27.005 §3.4.1). */
  #hand(header: string, pdu: string, kind: 'text' | 'report'): boolean {
    if (this.#send === null) return false;
    if (this.settings.service === 1) {
      if (this.#unacknowledged !== null) return false;
      const handed = { pdu, kind };
      this.#unacknowledged = handed;
      // The network does not wait for ever (24.011 §10).
      this.clock.after(ACKNOWLEDGE_WITHIN_MS, () => {
        if (this.#unacknowledged === handed) this.#bringAgain();
      });
    }
    this.#output.lines([header]);
    this.#output.write(`${pdu}${this.quirks.lineEnding}`);
    return true;
  }

  /** For the network, a PDU that was handed over and not acknowledged has not arrived. */
  #bringAgain(): void {
    const handed = this.#unacknowledged;
    this.#unacknowledged = null;
    if (handed !== null) this.network.bringAgain(this.msisdn, handed.pdu, handed.kind);
  }

  acknowledge(): boolean {
    if (this.#unacknowledged === null) return false;
    this.#unacknowledged = null;
    queueMicrotask(() => this.network.offerWaiting(this.msisdn));
    return true;
  }

  #store(memory: string, pdu: string, notice: string | null): boolean {
    const slots = this.slotsOf(memory);
    const index = slots.indexOf(null);
    if (index < 0) {
      this.timesFull += 1;
      if (this.play.memoryFull !== null) this.unsolicited(this.play.memoryFull(memory));
      return false;
    }
    slots[index] = { status: 0, pdu };
    if (notice !== null) this.unsolicited(`${notice}: "${this.quirks.announcedAs ?? memory}",${index}`);
    return true;
  }

  slotsOf(memory: string): (StoredText | null)[] {
    if (memory === 'SR') return this.reportSlots;
    return memory === 'ME' ? this.phoneSlots : this.sim.slots;
  }

  /** A slot was emptied: what waits in the network is delivered now. */
  slotFreed(): void {
    queueMicrotask(() => this.network.offerWaiting(this.msisdn));
  }
}
