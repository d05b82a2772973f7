import { parseNumber, parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import type { Device } from '../device/device.ts';
import { packSeptets, septetsToText, textToSeptets, unpackSeptets } from '../pdu/gsm7.ts';
import { latin1ToText } from '../pdu/latin1.ts';
import { hexToOctets, octetsToHex } from '../pdu/octets.ts';
import { ucs2ToText } from '../pdu/ucs2.ts';

/** The carrier's answer to a code ([E1], 27.007 §7.15). */
export type UssdAnswer =
  /** `wantsAnswer`: a menu that waits for a choice. */
  | { readonly kind: 'text'; readonly text: string; readonly wantsAnswer: boolean }
  | { readonly kind: 'ended' | 'not-supported' | 'no-answer' | 'refused' | 'closed' };

/** How long the carrier's answer may take after the modem's OK. */
const REPLY_TIMEOUT_MS = 30_000;
/** Some modems say OK only when the carrier has answered. */
const ACCEPT_TIMEOUT_MS = 120_000;
/** Only digits and signs are allowed, so that the input cannot break out of the quotes of an AT command. */
const USSD_CODE = /^[0-9*#+]{1,160}$/;

/** Sends the carrier short codes such as `*100#`. Only one question at a time; the caller waits for the answer. */
export class Ussd {
  readonly #device: Device;
  readonly #clock: Clock;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting: ((line: string | null) => void) | null = null;
  /** Some sticks want the request packed into septets, and answer in the same way. */
  #packs = false;
  /** The carrier's menu waits for a choice. */
  #isMenuOpen = false;

  constructor(device: Device, clock: Clock) {
    this.#device = device;
    this.#clock = clock;
    device.unsolicited.on(({ prefix, line }) => {
      if (prefix !== '+CUSD:') return;
      this.#isMenuOpen = isMenu(line);
      this.#waiting?.(line);
      // If the OK of this command is lost, that must not hold up other work.
      device.endSoon('AT+CUSD=1');
    });
    device.stateChanged.on(({ name }) => {
      if (name === 'ready' || name === 'searching') return;
      this.#isMenuOpen = false;
      if (name === 'backing-off' || name === 'stopped') this.#waiting?.(null);
    });
  }

  /**
   * @param code digits, `*` and `#`. While a menu is open, a code without a sign at its end is a choice in the menu; a new code
   * closes the menu first.
   */
  request(code: string): Promise<UssdAnswer> {
    const answer = this.#queue.then(() => this.#ask(code));
    this.#queue = answer;
    return answer;
  }

  /** Closes an open menu. */
  async cancel(): Promise<void> {
    this.#isMenuOpen = false;
    await this.#device.run('AT+CUSD=2');
  }

  async #ask(code: string): Promise<UssdAnswer> {
    if (!USSD_CODE.test(code)) return { kind: 'refused' };
    if (this.#isMenuOpen && /^[*#].*#$/.test(code)) await this.cancel();
    const reply = this.#reply();
    let accepted = await this.#device.run(this.#command(code), ACCEPT_TIMEOUT_MS);
    if (!accepted.ok && accepted.reason === 'refused' && !reply.isGiven()) {
      this.#packs = !this.#packs;
      accepted = await this.#device.run(this.#command(code), ACCEPT_TIMEOUT_MS);
    }
    if (!accepted.ok && !reply.isGiven()) {
      reply.give(null);
      if (accepted.reason === 'timeout') {
        await this.cancel();
        return { kind: 'no-answer' };
      }
      return { kind: accepted.reason === 'closed' ? 'closed' : 'refused' };
    }
    reply.expireIn(REPLY_TIMEOUT_MS);
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

  #reply(): Reply {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    let isGiven = false;
    let cancel = (): void => {};
    const give = (line: string | null): void => {
      cancel();
      isGiven = true;
      this.#waiting = null;
      resolve(line);
    };
    this.#waiting = give;
    return {
      line: promise,
      give,
      isGiven: () => isGiven,
      expireIn: (delayMs) => {
        if (!isGiven) cancel = this.#clock.after(delayMs, () => give('timeout'));
      },
    };
  }
}

interface Reply {
  readonly line: Promise<string | null>;
  give(line: string | null): void;
  isGiven(): boolean;
  expireIn(delayMs: number): void;
}

function isMenu(line: string): boolean {
  return parseNumber(parseValues(line)[0]) === 1;
}

/** `+CUSD: <m>[,<str>,<dcs>]`. @param packed whether replies may be septets in hexadecimal */
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

/** Every reading of hexadecimal digits that gives readable text. Networks label any encoding as any other, most of all as 15. */
function decodeUssd(string: string, scheme: number, packed: boolean): string {
  if (!/^([0-9A-Fa-f]{2})+$/.test(string)) return string;
  const octets = hexToOctets(string);
  const readings = {
    ucs2: octets.length % 2 === 0 ? ucs2ToText(octets) : null,
    '8bit': latin1ToText(octets),
    gsm7: septetsToText(unpackSeptets(octets, Math.floor((octets.length * 8) / 7))).replace(/[\r@]$/, ''),
  };
  const labelled = alphabetOf(scheme);
  if (labelled !== 'gsm7') return readings[labelled] ?? string;
  if (packed) return readings.gsm7;
  const isHexForSure = /[A-Fa-f]/.test(string) && string.length >= 6;
  // In UCS-2, Latin letters have zero as every other octet, which no other reading produces.
  if (
    readings.ucs2 !== null &&
    octets.length >= 4 &&
    octets.every((octet, i) => i % 2 === 1 || octet === 0) &&
    isReadable(readings.ucs2)
  )
    return readings.ucs2;
  if (!isHexForSure) return string; // plain digits look like hexadecimal as well
  // Octets of ASCII letters make Chinese of any UCS-2, and packed septets use all eight bits.
  if (readings['8bit'] !== null && /^[\n\r -~]+$/.test(readings['8bit'])) return readings['8bit'];
  if (readings.ucs2 !== null && hasOneScript(octets) && isReadable(readings.ucs2)) return readings.ucs2;
  return isReadable(readings.gsm7) ? readings.gsm7 : string;
}

function isReadable(text: string): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text);
}

/** The characters of one script share their high octet, besides the zero of digits and spaces. */
function hasOneScript(octets: Uint8Array): boolean {
  const high = new Set(octets.filter((_, i) => i % 2 === 0));
  high.delete(0);
  return high.size <= 2 && octets.length >= 8;
}
