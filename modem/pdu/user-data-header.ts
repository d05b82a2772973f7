import type { LanguageId } from './gsm7-tables.ts';
import type { Gsm7Tables } from './gsm7.ts';

/** One information element of the user data header (TS 23.040 §9.2.3.24). */
export interface InformationElement {
  readonly id: number;
  readonly data: Uint8Array;
}

export interface Concatenation {
  readonly reference: number;
  /** Width of the reference: 8 (element 0x00) or 16 bits (element 0x08). */
  readonly referenceBits: 8 | 16;
  readonly total: number;
  /** 1 to total. */
  readonly sequence: number;
}

export interface Ports {
  readonly destination: number;
  readonly source: number;
}

export const IE = {
  concatenation8: 0x00,
  ports8: 0x04,
  ports16: 0x05,
  concatenation16: 0x08,
  nationalSingleShift: 0x24,
  nationalLockingShift: 0x25,
} as const;

/** The elements of a header without its length octet. A last element that claims more octets than there are is dropped. */
export function decodeElements(header: Uint8Array): readonly InformationElement[] {
  const elements: InformationElement[] = [];
  let offset = 0;
  while (offset + 2 <= header.length) {
    const length = header[offset + 1] as number;
    if (offset + 2 + length > header.length) break;
    elements.push({ id: header[offset] as number, data: header.subarray(offset + 2, offset + 2 + length) });
    offset += 2 + length;
  }
  return elements;
}

export function encodeElements(elements: readonly InformationElement[]): Uint8Array {
  return Uint8Array.from(elements.flatMap((element) => [element.id, element.data.length, ...element.data]));
}

/** Where both widths occur, the last one counts (§9.2.3.24.1); impossible values mean that the message is a single one. */
export function concatenationOf(elements: readonly InformationElement[]): Concatenation | null {
  let found: Concatenation | null = null;
  for (const { id, data } of elements) {
    const wide = id === IE.concatenation16 && data.length === 4;
    if (!wide && !(id === IE.concatenation8 && data.length === 3)) continue;
    const [total, sequence] = [data.at(-2) as number, data.at(-1) as number];
    if (total === 0 || sequence === 0 || sequence > total) continue;
    const high = wide ? (data[0] as number) : 0;
    const low = data[wide ? 1 : 0] as number;
    found = { reference: (high << 8) | low, referenceBits: wide ? 16 : 8, total, sequence };
  }
  return found;
}

export function concatenationElement(part: Concatenation): InformationElement {
  return part.referenceBits === 16
    ? {
        id: IE.concatenation16,
        data: Uint8Array.of(part.reference >> 8, part.reference & 0xff, part.total, part.sequence),
      }
    : { id: IE.concatenation8, data: Uint8Array.of(part.reference & 0xff, part.total, part.sequence) };
}

/** Application port addressing (§9.2.3.24.3 and .4): such a message is data for a program, not for a person. */
export function portsOf(elements: readonly InformationElement[]): Ports | null {
  for (const { id, data } of elements) {
    if (id === IE.ports16 && data.length === 4) {
      const [d1, d0, s1, s0] = data as unknown as [number, number, number, number];
      return { destination: (d1 << 8) | d0, source: (s1 << 8) | s0 };
    }
    if (id === IE.ports8 && data.length === 2) {
      return { destination: data[0] as number, source: data[1] as number };
    }
  }
  return null;
}

/** The national tables that the text was written with (§9.2.3.24.15 and .16); unknown languages mean the default. */
export function tablesOf(elements: readonly InformationElement[]): Gsm7Tables {
  const language = (wanted: number): LanguageId => {
    const value = elements.findLast(({ id, data }) => id === wanted && data.length === 1)?.data[0] ?? 0;
    return value <= 13 ? (value as LanguageId) : 0;
  };
  return { locking: language(IE.nationalLockingShift), single: language(IE.nationalSingleShift) };
}

export function tableElements(tables: Gsm7Tables): readonly InformationElement[] {
  const elements: InformationElement[] = [];
  if (tables.locking !== 0) elements.push({ id: IE.nationalLockingShift, data: Uint8Array.of(tables.locking) });
  if (tables.single !== 0) elements.push({ id: IE.nationalSingleShift, data: Uint8Array.of(tables.single) });
  return elements;
}
