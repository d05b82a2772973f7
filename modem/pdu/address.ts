import { packSeptets, septetsToText, textToSeptets, unpackSeptets } from './gsm7.ts';
import type { OctetReader } from './octets.ts';
import { PduError } from './pdu-error.ts';

/**
 * A telephone number or a name in place of one (TS 23.040 §9.1.2.5).
 * `value` is `+` and digits for an international number, plain digits (also `*#abc`) for any other, or the text of an
 * alphanumeric address. `typeOfAddress` is the octet with type of number and numbering plan, 0x91 say.
 */
export interface Address {
  readonly value: string;
  readonly typeOfAddress: number;
}

const DIGITS = '0123456789*#abc';
const INTERNATIONAL = 0b001;
const ALPHANUMERIC = 0b101;
/** 20 digits in 10 octets (§9.1.2.3); alphanumeric: 11 characters in 10 octets. */
const MAX_SEMI_OCTETS = 20;

export function typeOfNumber(address: Address): number {
  return (address.typeOfAddress >> 4) & 0b111;
}

export function isAlphanumeric(address: Address): boolean {
  return typeOfNumber(address) === ALPHANUMERIC;
}

/**
 * The address that a user's input means: `+49…` is international, other digits are of unknown type (0x81), and anything with
 * letters is a name (0xD0).
 * @throws PduError `bad-address`
 */
export function addressOf(value: string): Address {
  if (/^\+[0-9]{1,20}$/.test(value)) return { value, typeOfAddress: 0x91 };
  if (/^[0-9*#abc]{1,20}$/.test(value)) return { value, typeOfAddress: 0x81 };
  if (value.length > 0 && value.length <= 11) return { value, typeOfAddress: 0xd0 };
  throw new PduError('bad-address', 'A number has 1 to 20 digits, a name 1 to 11 characters.');
}

/** Length (semi-octets), type and digits as in TP-DA, TP-OA and TP-RA. @throws PduError `bad-address`, `unencodable` */
export function encodeAddress(address: Address): Uint8Array {
  if (isAlphanumeric(address)) {
    const septets = textToSeptets(address.value);
    const packed = packSeptets(septets);
    if (packed.length > MAX_SEMI_OCTETS / 2) {
      throw new PduError('bad-address', 'A sender name has at most 11 characters.');
    }
    return Uint8Array.of(Math.ceil((septets.length * 7) / 4), address.typeOfAddress, ...packed);
  }
  const digits = plainDigits(address);
  if (digits.length > MAX_SEMI_OCTETS) throw new PduError('bad-address', 'A number has at most 20 digits.');
  return Uint8Array.of(digits.length, address.typeOfAddress, ...packDigits(digits));
}

/** @throws PduError `truncated`, `bad-address` */
export function decodeAddress(reader: OctetReader): { address: Address; semiOctets: number } {
  const semiOctets = reader.octet('address length');
  const typeOfAddress = reader.octet('type of address');
  // Addresses longer than the standard allows exist (names of 12 and more characters); no valid one exceeds 40.
  if (semiOctets > 2 * MAX_SEMI_OCTETS) throw new PduError('bad-address', 'The address is impossibly long.');
  const octets = reader.take(Math.ceil(semiOctets / 2), 'address');
  if (((typeOfAddress >> 4) & 0b111) === ALPHANUMERIC) {
    const value = septetsToText(unpackSeptets(octets, Math.floor((semiOctets * 4) / 7)));
    return { address: { value, typeOfAddress }, semiOctets };
  }
  return {
    address: { value: signed(unpackDigits(octets).slice(0, semiOctets), typeOfAddress), typeOfAddress },
    semiOctets,
  };
}

/** The service center's address, whose length counts octets (TS 24.011 §8.2.5.1). Empty: the SIM's own is used. */
export function encodeSmsc(address: Address | null): Uint8Array {
  if (address === null) return Uint8Array.of(0);
  const digits = packDigits(plainDigits(address));
  return Uint8Array.of(digits.length + 1, address.typeOfAddress, ...digits);
}

/** @throws PduError `truncated` */
export function decodeSmsc(reader: OctetReader): Address | null {
  const length = reader.octet('service centre length');
  if (length === 0) return null;
  const octets = reader.take(length, 'service centre address');
  const typeOfAddress = octets[0] as number;
  return { value: signed(unpackDigits(octets.subarray(1)), typeOfAddress), typeOfAddress };
}

function plainDigits(address: Address): string {
  const digits = address.value.startsWith('+') ? address.value.slice(1) : address.value;
  for (const digit of digits) {
    if (!DIGITS.includes(digit)) throw new PduError('bad-address', 'The number has a character no number can have.');
  }
  return digits;
}

function packDigits(digits: string): Uint8Array {
  const octets = new Uint8Array(Math.ceil(digits.length / 2));
  for (let i = 0; i < octets.length; i++) {
    const low = DIGITS.indexOf(digits[2 * i] as string);
    const high = 2 * i + 1 < digits.length ? DIGITS.indexOf(digits[2 * i + 1] as string) : 0xf;
    octets[i] = (high << 4) | low;
  }
  return octets;
}

/** Filler nibbles are dropped wherever they stand. */
function unpackDigits(octets: Uint8Array): string {
  let digits = '';
  for (const octet of octets) digits += (DIGITS[octet & 0xf] ?? '') + (DIGITS[octet >> 4] ?? '');
  return digits;
}

function signed(digits: string, typeOfAddress: number): string {
  return ((typeOfAddress >> 4) & 0b111) === INTERNATIONAL ? `+${digits}` : digits;
}
