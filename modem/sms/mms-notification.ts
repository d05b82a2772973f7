import type { DeliverTpdu } from '../pdu/tpdu.ts';

/**
 * The sender of the picture that a WAP push announces (M-Notification.ind, OMA-MMS-ENC §6.2): the From header, 0x89, holds
 * `+49171.../TYPE=PLMN`. Null where it is withheld or in a segment that has not come.
 */
export function pictureSender(parts: readonly (DeliverTpdu | null)[]): string | null {
  const octets = Buffer.concat(parts.flatMap((part) => (part === null ? [] : [part.userData.units])));
  // <0x89> <value length> <0x80 address present> <encoded string>, whose length or charset may stand in front of it.
  // oxlint-disable-next-line no-control-regex -- octets of a binary format
  return /\x89[\s\S]{1,3}\x80[\s\S]{0,3}?(\+?[0-9]{3,20})\/TYPE=PLMN\0/.exec(octets.toString('latin1'))?.[1] ?? null;
}
