import { PduError } from './pdu-error.ts';

const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).toUpperCase().padStart(2, '0'));

/** Upper-case hexadecimal, two digits an octet, as AT commands carry PDUs (3GPP TS 27.005 §3.1, <pdu>). */
export function octetsToHex(octets: Uint8Array): string {
  let hex = '';
  for (const octet of octets) hex += HEX[octet];
  return hex;
}

/** @throws PduError `bad-hex` */
export function hexToOctets(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || /[^0-9A-Fa-f]/.test(hex)) {
    throw new PduError('bad-hex', 'A PDU is an even number of hexadecimal digits.');
  }
  const octets = new Uint8Array(hex.length / 2);
  for (let i = 0; i < octets.length; i++) octets[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return octets;
}

export function concatOctets(...chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

/** Reads octets from front to back and refuses to go past their end. */
export class OctetReader {
  readonly #octets: Uint8Array;
  #offset = 0;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  get remaining(): number {
    return this.#octets.length - this.#offset;
  }

  /** @throws PduError `truncated` */
  octet(what: string): number {
    return this.take(1, what)[0] as number;
  }

  /** @throws PduError `truncated` */
  take(count: number, what: string): Uint8Array {
    if (count > this.remaining) {
      throw new PduError('truncated', `The PDU ends inside its ${what}.`);
    }
    const taken = this.#octets.subarray(this.#offset, this.#offset + count);
    this.#offset += count;
    return taken;
  }
}
