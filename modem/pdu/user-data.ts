import { decodeDataCoding, type Alphabet } from './data-coding.ts';
import { packSeptets, septetsToText, textToSeptets, unpackSeptets } from './gsm7.ts';
import { concatOctets, type OctetReader } from './octets.ts';
import { PduError } from './pdu-error.ts';
import { textToUcs2, ucs2ToText } from './ucs2.ts';
import { latin1ToText } from './latin1.ts';
import { decodeElements, encodeElements, portsOf, tablesOf, type InformationElement } from './user-data-header.ts';

/** TP-UD as it was read (TS 23.040 §9.2.3.24). */
export interface UserData {
  readonly alphabet: Alphabet;
  readonly elements: readonly InformationElement[];
  /** Null for compressed text, and for 8-bit data that are not printable text or are addressed to a program. */
  readonly text: string | null;
  /** The payload after the header: for `gsm7` septets, one per octet; otherwise the octets themselves. */
  readonly units: Uint8Array;
  /** TP-UDL: septets for uncompressed GSM-7, octets otherwise; it includes the header. */
  readonly length: number;
  /** TP-UD as it came, including the header. */
  readonly octets: Uint8Array;
  /** Octets are missing, or the header is longer than the data. */
  readonly damaged: boolean;
}

/** What to encode: text in an alphabet, or octets. */
export interface UserDataContent {
  readonly alphabet: Alphabet;
  readonly elements?: readonly InformationElement[];
  readonly text?: string;
  /** For `8bit`. */
  readonly data?: Uint8Array;
}

export const MAX_USER_DATA_OCTETS = 140;
export const MAX_USER_DATA_SEPTETS = 160;

/**
 * Reads TP-UDL and TP-UD. Networks cut octets off and announce headers that are not there: whatever can be read is read, and
 * `damaged` says that it is incomplete. Only user data that we send ourselves have to be whole.
 * @throws PduError `truncated`, `bad-header`; both only where `mustBeWhole`
 */
export function decodeUserData(reader: OctetReader, dcs: number, hasHeader: boolean, mustBeWhole = false): UserData {
  const { alphabet, compressed } = decodeDataCoding(dcs);
  const hasLength = mustBeWhole || reader.remaining > 0;
  const length = hasLength ? reader.octet('user data length') : 0;
  const septetCoded = alphabet === 'gsm7' && !compressed;
  const claimed = septetCoded ? Math.ceil((length * 7) / 8) : length;
  const octets = reader.take(mustBeWhole ? claimed : Math.min(claimed, reader.remaining), 'user data');
  const isCut = !hasLength || octets.length < claimed;
  const header = hasHeader ? headerIn(octets, isCut) : NO_HEADER;
  if (header.isImpossible && mustBeWhole) {
    throw new PduError('bad-header', 'The header is longer than the user data.');
  }
  const damaged = isCut || header.isImpossible;
  const { elements } = header;
  if (!septetCoded) {
    const units = octets.subarray(header.octets);
    const text = compressed ? null : textOfOctets(units, alphabet, elements);
    return { alphabet, elements, text, units, length, octets, damaged };
  }
  const headerSeptets = Math.ceil((header.octets * 8) / 7);
  const fillBits = headerSeptets * 7 - header.octets * 8;
  const payload = octets.subarray(header.octets);
  const whole = Math.floor((payload.length * 8 - fillBits) / 7);
  const count = Math.max(0, Math.min(length - headerSeptets, whole));
  const units = unpackSeptets(payload, count, fillBits);
  return { alphabet, elements, text: septetsToText(units, tablesOf(elements)), units, length, octets, damaged };
}

interface Header {
  readonly octets: number;
  readonly elements: readonly InformationElement[];
  readonly isImpossible: boolean;
}

const NO_HEADER: Header = { octets: 0, elements: [], isImpossible: false };

/**
 * A header longer than complete user data does not exist: its bit was set by mistake, and all octets are text. If user data were
 * cut off, the header did exist, and no text is left.
 */
function headerIn(octets: Uint8Array, isCut: boolean): Header {
  const length = 1 + (octets[0] ?? octets.length);
  if (length <= octets.length) {
    return { octets: length, elements: decodeElements(octets.subarray(1, length)), isImpossible: false };
  }
  return { octets: isCut ? octets.length : 0, elements: [], isImpossible: true };
}

/** Text in octets: UCS-2, or 8-bit data that are addressed to no program and are printable throughout. */
function textOfOctets(units: Uint8Array, alphabet: Alphabet, elements: readonly InformationElement[]): string | null {
  if (alphabet === 'ucs2') return ucs2ToText(units);
  return portsOf(elements) === null ? latin1ToText(units) : null;
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
