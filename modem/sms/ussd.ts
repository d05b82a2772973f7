import { parseNumber, parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import type { Device } from '../device/device.ts';
import { packSeptets, septetsToText, textToSeptets, unpackSeptets } from '../pdu/gsm7.ts';
import { hexToOctets, octetsToHex } from '../pdu/octets.ts';
import { ucs2ToText } from '../pdu/ucs2.ts';

/** What the operator answered to a code ([E1], 27.007 §7.15). */
export type UssdAnswer =
  /** `wantsAnswer`: a menu that waits for a choice. */
  | { readonly kind: 'text'; readonly text: string; readonly wantsAnswer: boolean }
  | { readonly kind: 'ended' | 'not-supported' | 'no-answer' | 'refused' | 'closed' };

const REPLY_TIMEOUT_MS = 30_000;
/** Digits and signs only: what goes between the quotes of an AT command must not leave them. */
const USSD_CODE = /^[0-9*#+]{1,160}$/;

/** Asks the operator by short codes, `*100#` say. One question at a time; the caller waits for the answer. */
export class Ussd {
  readonly #device: Device;
  readonly #clock: Clock;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting: ((line: string | null) => void) | null = null;
  /** Some sticks want the request packed into septets, and answer so. */
  #packs = false;

  constructor(device: Device, clock: Clock) {
    this.#device = device;
    this.#clock = clock;
    device.unsolicited.on(({ prefix, line }) => {
      if (prefix === '+CUSD:') this.#waiting?.(line);
    });
    device.stateChanged.on(({ name }) => {
      if (name === 'backing-off' || name === 'stopped') this.#waiting?.(null);
    });
  }

  /** @param code digits, `*` and `#`; the choice in a menu is asked the same way */
  request(code: string): Promise<UssdAnswer> {
    const answer = this.#queue.then(() => this.#ask(code));
    this.#queue = answer;
    return answer;
  }

  /** Leaves a menu. */
  async cancel(): Promise<void> {
    await this.#device.run('AT+CUSD=2');
  }

  async #ask(code: string): Promise<UssdAnswer> {
    if (!USSD_CODE.test(code)) return { kind: 'refused' };
    const reply = this.#reply();
    let accepted = await this.#device.run(this.#command(code));
    if (!accepted.ok && accepted.reason === 'refused') {
      this.#packs = !this.#packs;
      accepted = await this.#device.run(this.#command(code));
    }
    if (!accepted.ok) {
      reply.give(null);
      return { kind: accepted.reason === 'closed' ? 'closed' : 'refused' };
    }
    const line = await reply.line;
    if (line === 'timeout') {
      await this.cancel();
      return { kind: 'no-answer' };
    }
    return line === null ? { kind: 'closed' } : parseUssd(line, this.#packs);
  }

  #command(code: string): string {
    const text = this.#packs ? octetsToHex(packSeptets(textToSeptets(code))) : code;
    return `AT+CUSD=1,"${text}",15`;
  }

  #reply(): { line: Promise<string | null>; give(line: string | null): void } {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const give = (line: string | null): void => {
      cancel();
      this.#waiting = null;
      resolve(line);
    };
    const cancel = this.#clock.after(REPLY_TIMEOUT_MS, () => give('timeout'));
    this.#waiting = give;
    return { line: promise, give };
  }
}

/** `+CUSD: <m>[,<str>,<dcs>]`. @param packed replies may be septets in hexadecimal */
export function parseUssd(line: string, packed: boolean): UssdAnswer {
  const [mode, string, scheme] = parseValues(line);
  switch (parseNumber(mode)) {
    case 0:
    case 1:
    case 2:
      if (string === undefined || string === '') return { kind: 'ended' };
      return {
        kind: 'text',
        text: decodeUssd(string, parseNumber(scheme) ?? 15, packed).trim(),
        wantsAnswer: parseNumber(mode) === 1,
      };
    case 4:
      return { kind: 'not-supported' };
    case 5:
      return { kind: 'no-answer' };
    default:
      return { kind: 'ended' };
  }
}

/** 23.038 §5: the alphabet of a USSD string. */
function alphabetOf(scheme: number): 'gsm7' | '8bit' | 'ucs2' {
  if (scheme === 0x11) return 'ucs2';
  if ((scheme & 0xc0) === 0x40) return (['gsm7', '8bit', 'ucs2', 'gsm7'] as const)[(scheme >> 2) & 3] ?? 'gsm7';
  return (scheme & 0xf0) === 0x90 ? 'ucs2' : 'gsm7';
}

function decodeUssd(string: string, scheme: number, packed: boolean): string {
  if (!/^([0-9A-Fa-f]{2})+$/.test(string)) return string;
  const octets = hexToOctets(string);
  switch (alphabetOf(scheme)) {
    case 'ucs2':
      return octets.length % 2 === 0 ? ucs2ToText(octets) : string;
    case '8bit':
      return Buffer.from(octets).toString('latin1');
    case 'gsm7': {
      // Plain digits look like hexadecimal as well: believe it only where it was asked so, or where it makes sense.
      const septets = unpackSeptets(octets, Math.floor((octets.length * 8) / 7));
      const text = septetsToText(septets).replace(/[\r@]$/, '');
      const isReadable = /[A-Fa-f]/.test(string) && string.length >= 6 && /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text);
      return packed || isReadable ? text : string;
    }
  }
}
