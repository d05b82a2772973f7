import { createHash } from 'node:crypto';
import { joinParts, portsOf, readReceived, type Arrival, type DeliverTpdu } from '../../../modem/index.ts';
import type { CopyRow } from './received-repository.ts';

const PORT_WAP_PUSH = 2948;
/** The reason of a message that is a picture from an older phone. */
export const PICTURE = 'picture-message';
/** A network that got no answer in time delivers a message again within this time; later, the same octets are another message. */
const DELIVERED_AGAIN_MS = 30_000;
/** A service centre that dates a message before this does not have the right time (UTC ms). */
const FIRST_HONEST_TIME = Date.UTC(2020, 0, 1);
/** A message that was handed over and not acknowledged comes again when the line works again, directly or on the SIM. */
const UNACKNOWLEDGED_AGAIN_MS = 90 * 60_000;
/** If the service centre's clock runs, a message that the network delivers again counts as the same one for this long. */
const BROUGHT_AGAIN_MS = 24 * 60 * 60_000;
/** A right date is never further than this from this computer's time, whatever the zone and however long a message waited. */
const ZONES_APART_MS = 7 * 24 * 60 * 60_000;

/** When a message was written, and when it reached us if it was new then, in UTC epoch milliseconds. */
export interface Written {
  /** The earliest time it may have been written, for deciding whether what it says is over. */
  readonly writtenAt: number;
  /** The latest time it may have been written, for deciding whether its sender still waits for an answer. */
  readonly announcedAt: number;
}

/** A PDU that is on disk and about to become a message. */
export interface Received {
  readonly age: Pick<Arrival, 'isReport' | 'isNew' | 'notBefore'>;
  readonly row: number;
  readonly lineId: number;
  readonly pdu: string;
  /** Now; null if it has been on disk for some time. */
  readonly readAt: number | null;
  readonly at: number;
}

/**
 * Whether a PDU with the key of one we have is the same one again, because it was never deleted where it lies or the network
 * delivered it twice. If the service centre's clock runs, two messages with the same second and the same words are one, however
 * late the second comes. If the clock stands still or has no time, only what comes within seconds is the same.
 */
export function isCopy(
  row: CopyRow,
  { place, isNew, announcedAt }: Arrival,
  readAt: number,
  centre: 'runs' | 'stands' | null,
): boolean {
  const { received_at, seen_at, service_time, memory, slot, settled } = row;
  const isSameMemory = memory !== null && memory === place?.memory;
  const isSameSlot = isSameMemory && slot === place?.slot;
  const mayComeAgain = memory === null && readAt - seen_at <= UNACKNOWLEDGED_AGAIN_MS;
  if (settled === 0 && (isSameSlot || mayComeAgain)) return true;
  // For a row that does not say where its copy lies, what is found in a memory is that copy, on a SIM that does not delete.
  if (memory === null && service_time === null && place !== null && !isNew) return true;
  const at = announcedAt ?? readAt;
  const isDatedRight = service_time !== null && Math.abs(service_time - received_at) <= ZONES_APART_MS;
  if (centre === 'runs' && isDatedRight && at - received_at <= BROUGHT_AGAIN_MS) return true;
  // Another memory may show the copy that was just seen, so it is compared with when that was. Another slot of the same memory
  // holds a separate copy, so it is compared with when the first one came.
  if (at - (isSameMemory ? received_at : seen_at) > DELIVERED_AGAIN_MS) return false;
  // Both lay on the SIM when it was read through, so nobody knows when each of them came.
  const layBesideIt = announcedAt === null && !isSameSlot && isSameMemory;
  return !layBesideIt || (service_time !== null && centre !== 'stands');
}

/** The service centre's time in UTC epoch milliseconds; null if it does not have the right time. */
export function honestTime({ serviceCentreTime: { utcMs } }: DeliverTpdu): number | null {
  return utcMs === null || utcMs < FIRST_HONEST_TIME ? null : utcMs;
}

/**
 * When a message was written, for what depends on its age. While the line listens, that is when the message was announced, since
 * the service centre's clock may be hours off. Its time counts only for what lay on the SIM while nobody listened, and is never
 * in the future.
 */
export function writtenAt(tpdu: DeliverTpdu, { isNew, notBefore }: Received['age'], at: number): Written {
  const sentAt = Math.min(at, Math.max(honestTime(tpdu) ?? at, notBefore ?? -Infinity));
  return { writtenAt: sentAt, announcedAt: isNew ? at : sentAt };
}

export function hasSameContent(pdu: string, { dcs, userData }: DeliverTpdu): boolean {
  const read = readReceived(pdu);
  return (
    read.kind === 'text' && read.tpdu.dcs === dcs && Buffer.from(read.tpdu.userData.octets).equals(userData.octets)
  );
}

/**
 * A key that is the same for every copy of a message that the network delivers again. It covers line, sender, service-centre time
 * and content, but not the octets around them (TP-MMS and the service centre's address may differ). Anything else is keyed by its
 * octets, and so is a damaged message, since nobody knows what it said.
 */
export function keyOf(lineId: number, pdu: string): string {
  const hash = createHash('sha256').update(`${lineId}|`);
  const read = readReceived(pdu);
  if (read.kind !== 'text' || read.tpdu.userData.damaged) return hash.update(pdu).digest('hex');
  const { originator, serviceCentreTime, pid, dcs, userData } = read.tpdu;
  return hash
    .update(JSON.stringify([originator, serviceCentreTime.raw, pid, dcs, userData.elements.length]))
    .update(userData.octets)
    .digest('hex');
}

/** Whether half a UCS-2 character is left over because an octet got lost on the way. */
function endsInHalf(parts: readonly (DeliverTpdu | null)[]): boolean {
  const octets = parts.map((part) => (part?.userData.alphabet === 'ucs2' ? part.userData.units.length : 0));
  return octets.reduce((sum, count) => sum + count, 0) % 2 === 1;
}

export function contentOf(parts: readonly (DeliverTpdu | null)[]): { text: string; reason: string | null } {
  const first = parts.find((part) => part !== null) as DeliverTpdu;
  if (portsOf(first.userData.elements)?.destination === PORT_WAP_PUSH) return { text: '', reason: PICTURE };
  const isDamaged = parts.some((part) => part?.userData.damaged === true) || endsInHalf(parts);
  if (parts.some((part) => part !== null && part.userData.text === null)) {
    return { text: '', reason: isDamaged ? 'unreadable' : 'data-message' };
  }
  const text = joinParts(parts);
  if (parts.includes(null)) return { text, reason: 'part-missing' };
  if (!isDamaged) return { text, reason: null };
  return { text, reason: text.trim() === '' ? 'unreadable' : 'damaged' };
}
