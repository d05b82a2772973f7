import { parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import type { Device } from '../device/device.ts';
import { Emitter } from '../events.ts';

/** A missed call: nobody can answer a call on a modem. */
export interface IncomingCall {
  /** The number as the network gave it; null where the caller withheld it. */
  readonly number: string | null;
  readonly rejected: boolean;
}

/** +CLIP follows RING within a moment, or comes before it ([E2]). */
const NUMBER_MS = 1_500;
/** A phone rings about every five seconds; once it is silent for longer than this, the call is over. */
const OVER_MS = 12_000;

/** Reports calls, with one event for each however often it rings. */
export class Calls {
  readonly called = new Emitter<IncomingCall>();
  readonly #device: Device;
  readonly #clock: Clock;
  /** Asked for each call, so that a changed setting takes effect at once. */
  readonly #rejects: () => boolean;
  #ringing: { told: boolean; cancelTell: () => void; cancelOver: () => void } | null = null;

  constructor(device: Device, clock: Clock, rejects: () => boolean) {
    this.#device = device;
    this.#clock = clock;
    this.#rejects = rejects;
    device.unsolicited.on(({ prefix, line }) => {
      if (prefix === 'RING' || prefix === '+CRING:') this.#rings();
      else if (prefix === '+CLIP:') this.#tell(numberOf(line));
    });
  }

  #rings(): void {
    this.#ringing ??= {
      told: false,
      cancelTell: this.#clock.after(NUMBER_MS, () => this.#tell(null)),
      cancelOver() {},
    };
    this.#ringing.cancelOver();
    this.#ringing.cancelOver = this.#clock.after(OVER_MS, () => {
      this.#ringing = null;
    });
  }

  #tell(number: string | null): void {
    this.#rings();
    const call = this.#ringing;
    if (call === null || call.told) return;
    call.told = true;
    call.cancelTell();
    const rejected = this.#rejects();
    if (rejected) void this.#hangUp();
    this.called.emit({ number, rejected });
  }

  async #hangUp(): Promise<void> {
    if (!(await this.#device.runNext('AT+CHUP')).ok) await this.#device.runNext('ATH');
  }
}

/** `+CLIP: <number>,<type>[,...]`; on many modems type 145 is an international number without its plus. */
function numberOf(line: string): string | null {
  const [number = '', type] = parseValues(line);
  if (number === '' || !/^[+0-9*#]+$/.test(number)) return null;
  return type === '145' && !number.startsWith('+') ? `+${number}` : number;
}
