import { addressOf, decodeAddress, decodeSmsc, encodeAddress, encodeSmsc, type Address } from './address.ts';
import { DCS_OF_ALPHABET } from './data-coding.ts';
import { concatOctets, hexToOctets, octetsToHex, OctetReader } from './octets.ts';
import { PduError } from './pdu-error.ts';
import { decodeTimestamp, encodeTimestamp, type Timestamp } from './timestamp.ts';
import { decodeUserData, encodeUserData, type UserData, type UserDataContent } from './user-data.ts';
import { decodeValidity, encodeValidity, VALIDITY_FORMAT_BITS, type Validity } from './validity.ts';

/** A message on its way to the phone (TS 23.040 §9.2.2.1). */
export interface DeliverTpdu {
  readonly type: 'deliver';
  readonly firstOctet: number;
  readonly moreMessages: boolean;
  readonly statusReportIndication: boolean;
  readonly replyPath: boolean;
  readonly originator: Address;
  readonly pid: number;
  readonly dcs: number;
  readonly serviceCentreTime: Timestamp;
  readonly userData: UserData;
}

/** A message on its way to the network (§9.2.2.2). */
export interface SubmitTpdu {
  readonly type: 'submit';
  readonly firstOctet: number;
  readonly rejectDuplicates: boolean;
  readonly statusReportRequest: boolean;
  readonly replyPath: boolean;
  readonly messageReference: number;
  readonly destination: Address;
  readonly pid: number;
  readonly dcs: number;
  readonly validity: Validity;
  readonly userData: UserData;
}

/** The status report on a sent message (§9.2.2.3). `status` is TP-ST. */
export interface StatusReportTpdu {
  readonly type: 'status-report';
  readonly firstOctet: number;
  readonly moreMessages: boolean;
  readonly messageReference: number;
  readonly recipient: Address;
  readonly serviceCentreTime: Timestamp;
  readonly dischargeTime: Timestamp;
  readonly status: number;
}

export type Tpdu = DeliverTpdu | SubmitTpdu | StatusReportTpdu;
/**
 * `to-phone`: what a modem hands out; `to-network`: what is given to it. TP-MTI means different types in each direction
 * (§9.2.3.1).
 */
export type Direction = 'to-phone' | 'to-network';

export interface PduWithSmsc<T extends Tpdu = Tpdu> {
  readonly smsc: Address | null;
  readonly tpdu: T;
  /** The octets of the TPDU without the service center's address, as AT+CMGS and AT+CMGR count them. */
  readonly tpduLength: number;
}

const MTI_MASK = 0b11;
const BIT = { moreMessages: 0x04, rejectDuplicates: 0x04, statusReport: 0x20, header: 0x40, replyPath: 0x80 } as const;

/** A PDU as AT commands carry it, with the service center's address first. @throws PduError */
export function decodePdu(hex: string, direction: Direction): PduWithSmsc {
  const reader = new OctetReader(hexToOctets(hex));
  const smsc = decodeSmsc(reader);
  const tpduLength = reader.remaining;
  return { smsc, tpdu: decodeTpdu(reader.take(tpduLength, 'TPDU'), direction), tpduLength };
}

/** @throws PduError */
export function decodeTpdu(octets: Uint8Array, direction: Direction): Tpdu {
  const reader = new OctetReader(octets);
  const firstOctet = reader.octet('first octet');
  const type = firstOctet & MTI_MASK;
  if (direction === 'to-phone') {
    if (type === 0b00) return decodeDeliver(firstOctet, reader);
    if (type === 0b10) return decodeStatusReport(firstOctet, reader);
  } else if (type === 0b01) {
    return decodeSubmit(firstOctet, reader);
  }
  throw new PduError('unsupported-type', `TP-MTI ${type} does not stand for a text or a report in this direction.`);
}

function decodeDeliver(firstOctet: number, reader: OctetReader): DeliverTpdu {
  const { address: originator } = decodeAddress(reader);
  const pid = reader.octet('protocol identifier');
  const dcs = reader.octet('data coding scheme');
  const serviceCentreTime = decodeTimestamp(reader.take(7, 'service centre time'));
  return {
    type: 'deliver',
    firstOctet,
    moreMessages: (firstOctet & BIT.moreMessages) === 0, // §9.2.3.2: 0 means that more are waiting
    statusReportIndication: (firstOctet & BIT.statusReport) !== 0,
    replyPath: (firstOctet & BIT.replyPath) !== 0,
    originator,
    pid,
    dcs,
    serviceCentreTime,
    userData: decodeUserData(reader, dcs, (firstOctet & BIT.header) !== 0),
  };
}

function decodeSubmit(firstOctet: number, reader: OctetReader): SubmitTpdu {
  const messageReference = reader.octet('message reference');
  const { address: destination } = decodeAddress(reader);
  const pid = reader.octet('protocol identifier');
  const dcs = reader.octet('data coding scheme');
  const validity = decodeValidity((firstOctet >> 3) & 0b11, reader);
  return {
    type: 'submit',
    firstOctet,
    rejectDuplicates: (firstOctet & BIT.rejectDuplicates) !== 0,
    statusReportRequest: (firstOctet & BIT.statusReport) !== 0,
    replyPath: (firstOctet & BIT.replyPath) !== 0,
    messageReference,
    destination,
    pid,
    dcs,
    validity,
    userData: decodeUserData(reader, dcs, (firstOctet & BIT.header) !== 0, true),
  };
}

function decodeStatusReport(firstOctet: number, reader: OctetReader): StatusReportTpdu {
  const messageReference = reader.octet('message reference');
  const { address: recipient } = decodeAddress(reader);
  return {
    type: 'status-report',
    firstOctet,
    moreMessages: (firstOctet & BIT.moreMessages) === 0,
    messageReference,
    recipient,
    serviceCentreTime: decodeTimestamp(reader.take(7, 'service centre time')),
    dischargeTime: decodeTimestamp(reader.take(7, 'discharge time')),
    status: reader.octet('status'),
  };
}

export interface SubmitFields {
  readonly destination: Address;
  readonly content: UserDataContent;
  readonly validity?: Validity;
  readonly statusReportRequest?: boolean;
  readonly rejectDuplicates?: boolean;
  readonly replyPath?: boolean;
  readonly messageReference?: number;
  readonly pid?: number;
  readonly dcs?: number;
}

/** @throws PduError `bad-address`, `unencodable`, `too-long` */
export function encodeSubmit(fields: SubmitFields): Uint8Array {
  const validity = fields.validity ?? { format: 'none' };
  const firstOctet =
    0b01 |
    (fields.rejectDuplicates ? BIT.rejectDuplicates : 0) |
    (VALIDITY_FORMAT_BITS[validity.format] << 3) |
    (fields.statusReportRequest ? BIT.statusReport : 0) |
    (hasElements(fields.content) ? BIT.header : 0) |
    (fields.replyPath ? BIT.replyPath : 0);
  return concatOctets(
    Uint8Array.of(firstOctet, fields.messageReference ?? 0),
    encodeAddress(fields.destination),
    Uint8Array.of(fields.pid ?? 0, fields.dcs ?? DCS_OF_ALPHABET[fields.content.alphabet]),
    encodeValidity(validity),
    encodeUserData(fields.content),
  );
}

export interface DeliverFields {
  readonly originator: Address;
  readonly content: UserDataContent;
  readonly serviceCentreTimeUtcMs: number;
  readonly offsetMinutes?: number;
  readonly moreMessages?: boolean;
  readonly pid?: number;
  readonly dcs?: number;
}

/** @throws PduError `bad-address`, `unencodable`, `too-long` */
export function encodeDeliver(fields: DeliverFields): Uint8Array {
  const firstOctet = (fields.moreMessages ? 0 : BIT.moreMessages) | (hasElements(fields.content) ? BIT.header : 0);
  return concatOctets(
    Uint8Array.of(firstOctet),
    encodeAddress(fields.originator),
    Uint8Array.of(fields.pid ?? 0, fields.dcs ?? DCS_OF_ALPHABET[fields.content.alphabet]),
    encodeTimestamp(fields.serviceCentreTimeUtcMs, fields.offsetMinutes),
    encodeUserData(fields.content),
  );
}

export interface StatusReportFields {
  readonly messageReference: number;
  readonly recipient: Address;
  readonly serviceCentreTimeUtcMs: number;
  readonly dischargeTimeUtcMs: number;
  readonly offsetMinutes?: number;
  readonly status: number;
}

export function encodeStatusReport(fields: StatusReportFields): Uint8Array {
  return concatOctets(
    Uint8Array.of(0b10 | BIT.moreMessages, fields.messageReference),
    encodeAddress(fields.recipient),
    encodeTimestamp(fields.serviceCentreTimeUtcMs, fields.offsetMinutes),
    encodeTimestamp(fields.dischargeTimeUtcMs, fields.offsetMinutes),
    Uint8Array.of(fields.status),
  );
}

/** Hexadecimal with the service center's address in front; null leaves the choice to the SIM. */
export function toPdu(tpdu: Uint8Array, smsc: string | null = null): string {
  return octetsToHex(concatOctets(encodeSmsc(smsc === null ? null : addressOf(smsc)), tpdu));
}

function hasElements(content: UserDataContent): boolean {
  return (content.elements?.length ?? 0) > 0;
}
