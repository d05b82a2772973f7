import { concatOctets, octetsToHex, type OctetReader } from './octets.ts';
import { decodeTimestamp, encodeTimestamp, type Timestamp } from './timestamp.ts';

/** How long the network tries to deliver: TP-VP in its three formats (TS 23.040 §9.2.3.12). */
export type Validity =
  | { readonly format: 'none' }
  | { readonly format: 'relative'; readonly octet: number }
  | { readonly format: 'absolute'; readonly until: Timestamp }
  | { readonly format: 'enhanced'; readonly raw: string };

/** TP-VPF, bits 4 and 3 of the first octet (§9.2.3.3). */
export const VALIDITY_FORMAT_BITS: Readonly<Record<Validity['format'], number>> = {
  none: 0b00,
  enhanced: 0b01,
  relative: 0b10,
  absolute: 0b11,
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @throws PduError `truncated` */
export function decodeValidity(formatBits: number, reader: OctetReader): Validity {
  switch (formatBits) {
    case 0b01:
      return { format: 'enhanced', raw: octetsToHex(reader.take(7, 'validity period')) };
    case 0b10:
      return { format: 'relative', octet: reader.octet('validity period') };
    case 0b11:
      return { format: 'absolute', until: decodeTimestamp(reader.take(7, 'validity period')) };
    default:
      return { format: 'none' };
  }
}

export function encodeValidity(validity: Validity): Uint8Array {
  switch (validity.format) {
    case 'none':
      return new Uint8Array(0);
    case 'relative':
      return Uint8Array.of(validity.octet);
    case 'absolute':
      return validity.until.utcMs === null
        ? hexTimestamp(validity.until.raw)
        : encodeTimestamp(validity.until.utcMs, validity.until.offsetMinutes);
    case 'enhanced':
      return hexTimestamp(validity.raw);
  }
}

/** The duration that a relative octet stands for, in milliseconds (§9.2.3.12.1). */
export function relativeValidityMs(octet: number): number {
  if (octet <= 143) return (octet + 1) * 5 * MINUTE;
  if (octet <= 167) return 12 * HOUR + (octet - 143) * 30 * MINUTE;
  if (octet <= 196) return (octet - 166) * DAY;
  return (octet - 192) * 7 * DAY;
}

/** The longest relative period that does not exceed what is asked for; at least 5 minutes, which is the shortest there is. */
export function relativeValidity(wantedMs: number): Validity {
  let octet = 0;
  for (let candidate = 255; candidate > 0; candidate--) {
    if (relativeValidityMs(candidate) <= wantedMs) {
      octet = candidate;
      break;
    }
  }
  return { format: 'relative', octet };
}

function hexTimestamp(raw: string): Uint8Array {
  const pairs = raw.match(/../g) ?? [];
  return concatOctets(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
}
