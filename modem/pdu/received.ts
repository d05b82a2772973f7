import { decodeAddress, decodeSmsc, type Address } from './address.ts';
import { hexToOctets, OctetReader } from './octets.ts';
import { PduError, type PduErrorCode } from './pdu-error.ts';
import { decodeTimestamp } from './timestamp.ts';
import { decodePdu, type DeliverTpdu, type StatusReportTpdu } from './tpdu.ts';

/** What a modem handed out, as far as it can be read. */
export type ReceivedPdu =
  | { readonly kind: 'text'; readonly tpdu: DeliverTpdu }
  | { readonly kind: 'report'; readonly tpdu: StatusReportTpdu }
  /** This is surely a delivery report, but not enough of it is left. */
  | { readonly kind: 'damaged-report'; readonly code: PduErrorCode }
  /** This is still a customer's message. `utcMs` is the service center's time where that is left, in UTC epoch milliseconds. */
  | {
      readonly kind: 'unreadable';
      readonly code: PduErrorCode;
      readonly sender: Address | null;
      readonly utcMs: number | null;
    };

const MTI_MASK = 0b11;
const STATUS_REPORT = 0b10;
const RESERVED = 0b11;

/** Reads any received PDU and never throws: even for an unreadable one it tells at least who sent it. */
export function readReceived(hex: string): ReceivedPdu {
  try {
    const { tpdu } = decodePdu(hex, 'to-phone');
    if (tpdu.type === 'deliver') return { kind: 'text', tpdu };
    if (tpdu.type === 'status-report') return { kind: 'report', tpdu };
    return { kind: 'unreadable', code: 'unsupported-type', sender: null, utcMs: null };
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    return reservedType(hex) ?? whatIsLeft(hex, error.code);
  }
}

/** The PDU is complete, as far as it can tell by itself. */
export function cameWhole(read: ReceivedPdu): boolean {
  return read.kind === 'report' || (read.kind === 'text' && !read.tpdu.userData.damaged);
}

/** The reserved type is to be processed as a DELIVER (TS 23.040 §9.2.3.1), if it is a complete one. */
function reservedType(hex: string): ReceivedPdu | null {
  const at = 2 + 2 * Number.parseInt(hex.slice(0, 2), 16);
  const firstOctet = Number.parseInt(hex.slice(at, at + 2), 16);
  if (!/^(?:[0-9A-Fa-f]{2})+$/.test(hex) || Number.isNaN(firstOctet) || (firstOctet & MTI_MASK) !== RESERVED)
    return null;
  const asText = (firstOctet & ~MTI_MASK).toString(16).padStart(2, '0');
  try {
    const { tpdu } = decodePdu(hex.slice(0, at) + asText + hex.slice(at + 2), 'to-phone');
    const isWhole = tpdu.type === 'deliver' && !tpdu.userData.damaged && tpdu.serviceCentreTime.utcMs !== null;
    return isWhole ? { kind: 'text', tpdu } : null;
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    return null;
  }
}

function whatIsLeft(hex: string, code: PduErrorCode): ReceivedPdu {
  let sender: Address | null = null;
  try {
    const digits = /^[0-9A-Fa-f]*/.exec(hex)?.[0] ?? '';
    const reader = new OctetReader(hexToOctets(digits.slice(0, digits.length - (digits.length % 2))));
    decodeSmsc(reader);
    const type = reader.octet('first octet') & MTI_MASK;
    if (type === STATUS_REPORT) {
      reader.octet('message reference');
      decodeAddress(reader);
      return { kind: 'damaged-report', code };
    }
    if (type !== 0) return { kind: 'unreadable', code, sender, utcMs: null };
    sender = decodeAddress(reader).address;
    reader.take(2, 'protocol identifier and data coding scheme');
    const { utcMs } = decodeTimestamp(reader.take(7, 'service centre time'));
    return { kind: 'unreadable', code, sender, utcMs };
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    return { kind: 'unreadable', code, sender, utcMs: null };
  }
}
