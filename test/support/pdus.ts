import { addressOf } from '../../modem/pdu/address.ts';
import { planContents, planSegments } from '../../modem/pdu/segmentation.ts';
import { encodeDeliver, toPdu } from '../../modem/pdu/tpdu.ts';

/** A customer's text as the SIM gives it, part by part. @param at when they wrote it */
export function pdusOf(text: string, from: string, reference = 7, at = Date.UTC(2026, 10, 23)): string[] {
  return planContents(planSegments(text), reference).map((content) =>
    toPdu(encodeDeliver({ originator: addressOf(from), content, serviceCentreTimeUtcMs: at }), '+491710760000'),
  );
}
