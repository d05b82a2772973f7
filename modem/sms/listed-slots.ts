import type { Device } from '../device/device.ts';
import { parseNumber, parseValues } from '../at/values.ts';
import { cameWhole, readReceived } from '../pdu/received.ts';

/** A read that does not fit its own header is repeated this often. */
const READ_ATTEMPTS = 5;
/** +CMS ERROR: invalid memory index (27.005 §3.2.5), the answer for an empty slot. */
const NO_SUCH_SLOT = 321;
/** Status 0 and 1 are received messages; 2 and 3 are drafts and copies of sent ones, which we must not touch. */
export const RECEIVED_STATUS = new Set([0, 1]);

export interface Slot {
  readonly index: number;
  readonly pdu: string;
}

interface Listed {
  readonly index: number;
  readonly status: number;
  readonly length: number | null;
  readonly pdu: string | null;
}

/** CMGL: for each message `+CMGL: <index>,<stat>,[<alpha>],<length>` and the PDU (27.005 §4.1). */
export function slotsListed(lines: readonly string[]): readonly Listed[] {
  return lines.flatMap((header, i) => {
    if (!header.startsWith('+CMGL:')) return [];
    const values = parseValues(header);
    const [index, status] = [parseNumber(values[0]), parseNumber(values[1])];
    if (index === null || status === null) return [];
    const next = lines[i + 1];
    const pdu = next === undefined || next.startsWith('+CMGL:') ? null : next;
    return [{ index, status, length: parseNumber(values.at(-1)), pdu }];
  });
}

export function isOctets(pdu: string): boolean {
  return /^([0-9A-Fa-f]{2})+$/.test(pdu);
}

/**
 * Whether a PDU has the TPDU length that its header names, which counts the octets after the service center's address. Where the
 * header lost that number, the PDU must be complete by its own content.
 */
export function hasLength(pdu: string, length: number | null): boolean {
  if (!isOctets(pdu)) return false;
  if (length === null) return cameWhole(readReceived(pdu));
  return pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16) === length;
}

/**
 * CMGR: `+CMGR: <stat>,[<alpha>],<length>` and the PDU. Null for an empty slot or a message that is not ours to touch. Octets
 * that do not fit their header are believed only when they come the same each time: then the modem miscounts, and the cable is
 * not at fault.
 */
export async function readSlot(run: Device['run'], index: number): Promise<Slot | 'unreadable' | null> {
  let previous: string | null = null;
  let same = 0;
  for (let attempt = 1; attempt <= READ_ATTEMPTS; attempt++) {
    const answer = await run(`AT+CMGR=${index}`);
    if (!answer.ok) {
      const isEmpty =
        answer.reason === 'refused' && answer.result.kind === 'cms' && answer.result.code === NO_SUCH_SLOT;
      return isEmpty ? null : 'unreadable';
    }
    const at = answer.lines.findIndex((line) => line.startsWith('+CMGR:'));
    const header = answer.lines[at];
    const pdu = answer.lines[at + 1];
    const values = header === undefined ? [] : parseValues(header);
    const status = parseNumber(values[0]);
    if (pdu !== undefined && status !== null && RECEIVED_STATUS.has(status)) {
      same = pdu === previous ? same + 1 : 1;
      if (hasLength(pdu, parseNumber(values.at(-1))) || same === READ_ATTEMPTS) return { index, pdu };
      previous = pdu;
    } else if (header === undefined && answer.lines.length === 0) {
      return null; // an empty slot answers a bare OK on many modems
    } else if (status !== null && !RECEIVED_STATUS.has(status)) {
      return null;
    }
  }
  return 'unreadable';
}
