import { LOCKING_TABLES, SHIFT_TABLES, type LanguageId } from './gsm7-tables.ts';
import { PduError } from './pdu-error.ts';

/** Which tables a GSM-7 text is read with; 0 is the default alphabet (TS 23.038 §6.2.1.2). */
export interface Gsm7Tables {
  readonly locking: LanguageId;
  readonly single: LanguageId;
}

export const DEFAULT_TABLES: Gsm7Tables = { locking: 0, single: 0 };
export const ESCAPE = 0x1b;
const UNDEFINED = '\uffff';

function invert(table: string): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (let septet = 0; septet < 128; septet++) {
    const character = table[septet] as string;
    // A character that occurs twice (¡ in the Indic shift tables) is written at its first position.
    if (character !== UNDEFINED && !positions.has(character)) positions.set(character, septet);
  }
  return positions;
}

const LOCKING_POSITIONS = LOCKING_TABLES.map(invert);
const SHIFT_POSITIONS = SHIFT_TABLES.map(invert);

/** The septets that one UTF-16 unit takes with these tables: 1, 2 (escape and character), or 0 where they lack it. */
export function septetCost(character: string, tables: Gsm7Tables): 0 | 1 | 2 {
  if (LOCKING_POSITIONS[tables.locking]?.has(character)) return 1;
  return SHIFT_POSITIONS[tables.single]?.has(character) ? 2 : 0;
}

/** @throws PduError `unencodable` */
export function textToSeptets(text: string, tables: Gsm7Tables = DEFAULT_TABLES): Uint8Array {
  const main = LOCKING_POSITIONS[tables.locking];
  const shift = SHIFT_POSITIONS[tables.single];
  const septets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    const direct = main?.get(character);
    if (direct !== undefined) {
      septets.push(direct);
      continue;
    }
    const shifted = shift?.get(character);
    if (shifted === undefined) {
      throw new PduError('unencodable', 'The text has a character that the GSM 7-bit alphabet lacks.');
    }
    septets.push(ESCAPE, shifted);
  }
  return Uint8Array.from(septets);
}

/**
 * Turns septets into text. An escape before a position that the shift table leaves empty shows the main table's character there
 * (TS 23.038 §6.2.1.1, note 1); an undefined position of the main table shows a space.
 */
export function septetsToText(septets: Uint8Array, tables: Gsm7Tables = DEFAULT_TABLES): string {
  const main = LOCKING_TABLES[tables.locking] as string;
  const shift = SHIFT_TABLES[tables.single] as string;
  let text = '';
  for (let i = 0; i < septets.length; i++) {
    const septet = septets[i] as number;
    if (septet !== ESCAPE) {
      text += orSpace(main[septet]);
      continue;
    }
    const next = septets[i + 1];
    if (next === undefined) break;
    i += 1;
    const shifted = shift[next] as string;
    text += shifted === UNDEFINED ? orSpace(main[next]) : shifted;
  }
  return text;
}

function orSpace(character: string | undefined): string {
  return character === undefined || character === UNDEFINED ? ' ' : character;
}

/**
 * Packs septets into octets, least significant bits first (TS 23.038 §6.1.2.1.1).
 * @param fillBits bits left empty before the first septet, to start on a septet border after a header
 */
export function packSeptets(septets: Uint8Array, fillBits = 0): Uint8Array {
  const octets = new Uint8Array(Math.ceil((septets.length * 7 + fillBits) / 8));
  let bit = fillBits;
  for (const septet of septets) {
    const index = bit >> 3;
    const shift = bit & 7;
    octets[index] = (octets[index] as number) | ((septet << shift) & 0xff);
    if (shift > 1) octets[index + 1] = (octets[index + 1] as number) | (septet >> (8 - shift));
    bit += 7;
  }
  return octets;
}

/** The inverse of {@link packSeptets}; reads `count` septets, which the octets must hold. */
export function unpackSeptets(octets: Uint8Array, count: number, fillBits = 0): Uint8Array {
  const septets = new Uint8Array(count);
  let bit = fillBits;
  for (let i = 0; i < count; i++) {
    const index = bit >> 3;
    const shift = bit & 7;
    const pair = (octets[index] ?? 0) | ((octets[index + 1] ?? 0) << 8);
    septets[i] = (pair >> shift) & 0x7f;
    bit += 7;
  }
  return septets;
}
