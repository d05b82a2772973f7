import { decodeDataCoding, type Alphabet } from './data-coding.ts';
import { packSeptets, septetsToText, textToSeptets, unpackSeptets } from './gsm7.ts';
import { concatOctets, type OctetReader } from './octets.ts';
import { PduError } from './pdu-error.ts';
import { textToUcs2, ucs2ToText } from './ucs2.ts';
import { decodeElements, encodeElements, tablesOf, type InformationElement } from './user-data-header.ts';

/** TP-UD as it was read (TS 23.040 §9.2.3.24). */
export interface UserData {
  readonly alphabet: Alphabet;
  readonly elements: readonly InformationElement[];
  /** Null for 8-bit data and compressed text. */
  readonly text: string | null;
  /** The payload after the header: septets, one an octet, for `gsm7`; the octets themselves otherwise. */
  readonly units: Uint8Array;
  /** TP-UDL: septets for uncompressed GSM-7, octets otherwise; the header counts. */
  readonly length: number;
  /** TP-UD whole, header included. */
  readonly octets: Uint8Array;
}

/** What to write: text in an alphabet, or octets. */
export interface UserDataContent {
  readonly alphabet: Alphabet;
  readonly elements?: readonly InformationElement[];
  readonly text?: string;
  /** For `8bit`. */
  readonly data?: Uint8Array;
}

export const MAX_USER_DATA_OCTETS = 140;
export const MAX_USER_DATA_SEPTETS = 160;

/** @throws PduError `truncated`, `bad-header` */
export function decodeUserData(reader: OctetReader, dcs: number, hasHeader: boolean): UserData {
  const { alphabet, compressed } = decodeDataCoding(dcs);
  const length = reader.octet('user data length');
  const septetCoded = alphabet === 'gsm7' && !compressed;
  const octets = reader.take(septetCoded ? Math.ceil((length * 7) / 8) : length, 'user data');
  let headerOctets = 0;
  let elements: readonly InformationElement[] = [];
  if (hasHeader) {
    headerOctets = 1 + (octets[0] ?? octets.length);
    if (headerOctets > octets.length) throw new PduError('bad-header', 'The header is longer than the user data.');
    elements = decodeElements(octets.subarray(1, headerOctets));
  }
  if (!septetCoded) {
    const units = octets.subarray(headerOctets);
    const text = alphabet === 'ucs2' && !compressed ? ucs2ToText(units) : null;
    return { alphabet, elements, text, units, length, octets };
  }
  const headerSeptets = Math.ceil((headerOctets * 8) / 7);
  const fillBits = headerSeptets * 7 - headerOctets * 8;
  const count = Math.max(0, length - headerSeptets);
  const units = unpackSeptets(octets.subarray(headerOctets), count, fillBits);
  return { alphabet, elements, text: septetsToText(units, tablesOf(elements)), units, length, octets };
}

/** The length octet and the user data. @throws PduError `unencodable`, `too-long` */
export function encodeUserData(content: UserDataContent): Uint8Array {
  const elements = encodeElements(content.elements ?? []);
  const header = elements.length > 0 ? concatOctets(Uint8Array.of(elements.length), elements) : new Uint8Array(0);
  if (content.alphabet !== 'gsm7') {
    const payload = content.alphabet === 'ucs2' ? textToUcs2(content.text ?? '') : (content.data ?? new Uint8Array(0));
    const octets = concatOctets(header, payload);
    if (octets.length > MAX_USER_DATA_OCTETS) throw tooLong();
    return concatOctets(Uint8Array.of(octets.length), octets);
  }
  const septets = textToSeptets(content.text ?? '', tablesOf(content.elements ?? []));
  const headerSeptets = Math.ceil((header.length * 8) / 7);
  const length = headerSeptets + septets.length;
  if (length > MAX_USER_DATA_SEPTETS) throw tooLong();
  const fillBits = headerSeptets * 7 - header.length * 8;
  return concatOctets(Uint8Array.of(length), header, packSeptets(septets, fillBits));
}

function tooLong(): PduError {
  return new PduError('too-long', 'The text does not fit one part.');
}
