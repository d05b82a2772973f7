import { createHash } from 'node:crypto';
import { joinParts, portsOf, readReceived, type Arrival, type DeliverTpdu } from '../../../modem/index.ts';
import type { CopyRow } from './received-repository.ts';

const PORT_WAP_PUSH = 2948;
/** The reason of a text that is a picture of an older phone. */
export const PICTURE = 'picture-message';
/** A network that got no answer in time brings a text again within these seconds; later the same octets are another text. */
const DELIVERED_AGAIN_MS = 30_000;
/** A service centre that dates a text before this has no right time (UTC ms). */
const FIRST_HONEST_TIME = Date.UTC(2020, 0, 1);
/** What was handed over and not acknowledged comes again when the line works again, directly or on the SIM. */
const UNACKNOWLEDGED_AGAIN_MS = 90 * 60_000;
/** By a clock that runs a text that the network brings again is the same for so long. */
const BROUGHT_AGAIN_MS = 24 * 60 * 60_000;
/** No service centre that is dated right is further from this computer's time, whatever its zone and however long a text waited. */
const ZONES_APART_MS = 7 * 24 * 60 * 60_000;

/** When a text was written, and when it reached us if it was new then; in UTC epoch milliseconds. */
export interface Written {
  /** At the earliest: what it says may be over. */
  readonly writtenAt: number;
  /** At the latest: whoever has just said it waits for an answer. */
  readonly announcedAt: number;
}

/** A PDU that is on disk, on its way to become a message. */
export interface Received {
  readonly age: Pick<Arrival, 'isReport' | 'isNew' | 'notBefore'>;
  readonly row: number;
  readonly lineId: number;
  readonly pdu: string;
  /** Now; null: it has been on disk for some time. */
  readonly readAt: number | null;
  readonly at: number;
}

/**
 * Whether a PDU with the key of one we have is that one again: it was never deleted where it lies, or the network brought it twice. By
 * a clock that runs, two texts of one second and of the same words are one, however late the network brings it again; by one that
 * stands still, or has no time, only what comes within seconds is.
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
  // Of what came before it was written down where copies lie, one is found on a SIM that does not delete.
  if (memory === null && service_time === null && place !== null && !isNew) return true;
  const at = announcedAt ?? readAt;
  const isDatedRight = service_time !== null && Math.abs(service_time - received_at) <= ZONES_APART_MS;
  if (centre === 'runs' && isDatedRight && at - received_at <= BROUGHT_AGAIN_MS) return true;
  // Another memory shows the copy that was just seen; another slot of this one holds another copy, which came when it came.
  if (at - (isSameMemory ? received_at : seen_at) > DELIVERED_AGAIN_MS) return false;
  // Both lay on the SIM when it was looked through: when each of them came nobody knows.
  const layBesideIt = announcedAt === null && !isSameSlot && isSameMemory;
  return !layBesideIt || (service_time !== null && centre !== 'stands');
}

/** The service centre's time, unless that has none. In UTC epoch milliseconds. */
export function honestTime({ serviceCentreTime: { utcMs } }: DeliverTpdu): number | null {
  return utcMs === null || utcMs < FIRST_HONEST_TIME ? null : utcMs;
}

/**
 * When a text was written, for what depends on its age. While the line listens, that is when it was announced: the service
 * centre's clock may be hours off. Its time counts for what lay on the SIM while nobody listened, but nothing comes from the future.
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
 * The same for every copy of a text that the network delivers again: line, sender, service-centre time and content, not
 * the octets around them (TP-MMS and the service centre's address may differ). Anything else is its octets, and so is what came damaged:
 * of it nobody knows what it said.
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

/** Half a UCS-2 character is left over: an octet got lost on the way. */
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
