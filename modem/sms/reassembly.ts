import { septetsToText } from '../pdu/gsm7.ts';
import type { DeliverTpdu } from '../pdu/tpdu.ts';
import { concatenationOf, tablesOf, type Concatenation } from '../pdu/user-data-header.ts';

/** Parts with the same key belong together, unless a sequence number comes again with other content ([R3]). */
export function reassemblyKey(tpdu: DeliverTpdu): { key: string; concatenation: Concatenation } | null {
  const concatenation = concatenationOf(tpdu.userData.elements);
  if (concatenation === null || concatenation.total === 1) return null;
  const { reference, referenceBits, total } = concatenation;
  return { key: `${tpdu.originator.value}|${reference}|${total}|${referenceBits}`, concatenation };
}

/** Shown where a part is missing. */
export const GAP = ' [...] ';

/**
 * The text of parts in their order; null stands for a missing one. Neighbours in the same tables are joined before they
 * are decoded, since phones cut escape and surrogate pairs between parts.
 */
export function joinParts(parts: readonly (DeliverTpdu | null)[]): string {
  let text = '';
  let run: DeliverTpdu[] = [];
  const flush = (): void => {
    const [first] = run;
    if (first !== undefined) {
      const septets = Uint8Array.from(run.flatMap(({ userData }) => [...userData.units]));
      text += septetsToText(septets, tablesOf(first.userData.elements));
    }
    run = [];
  };
  for (const part of parts) {
    if (part?.userData.alphabet !== 'gsm7' || part.userData.text === null) {
      flush();
      text += part === null ? GAP : (part.userData.text ?? '');
      continue;
    }
    if (run[0] !== undefined && !sameTables(run[0], part)) flush();
    run.push(part);
  }
  flush();
  return text.toWellFormed();
}

function sameTables(a: DeliverTpdu, b: DeliverTpdu): boolean {
  const [first, second] = [tablesOf(a.userData.elements), tablesOf(b.userData.elements)];
  return first.locking === second.locking && first.single === second.single;
}
