import { septetsToText } from '../pdu/gsm7.ts';
import { latin1ToText } from '../pdu/latin1.ts';
import type { DeliverTpdu } from '../pdu/tpdu.ts';
import { ucs2ToText } from '../pdu/ucs2.ts';
import { concatenationOf, tablesOf, type Concatenation } from '../pdu/user-data-header.ts';

/** Segments with the same key belong together, unless a sequence number comes again with other content ([R3]). */
export function reassemblyKey(tpdu: DeliverTpdu): { key: string; concatenation: Concatenation } | null {
  const concatenation = concatenationOf(tpdu.userData.elements);
  if (concatenation === null || concatenation.total === 1) return null;
  const { reference, referenceBits, total } = concatenation;
  return { key: `${tpdu.originator.value}|${reference}|${total}|${referenceBits}`, concatenation };
}

/** Shown in place of a missing segment. */
export const GAP = ' [...] ';

/**
 * The text of segments in their order; null stands for a missing one. Neighbors with the same alphabet are joined before they are
 * decoded, since phones and gateways cut escape pairs, surrogate pairs and even single characters between segments.
 */
export function joinParts(parts: readonly (DeliverTpdu | null)[]): string {
  let text = '';
  let run: DeliverTpdu[] = [];
  const flush = (): void => {
    text += textOf(run);
    run = [];
  };
  for (const part of parts) {
    if (part === null) {
      flush();
      text += GAP;
      continue;
    }
    const before = run.at(-1);
    if (before !== undefined && !goTogether(before, part)) flush();
    run.push(part);
  }
  flush();
  return text.toWellFormed();
}

function textOf(run: readonly DeliverTpdu[]): string {
  const [first] = run;
  if (first === undefined) return '';
  const units = Uint8Array.from(run.flatMap(({ userData }) => [...userData.units]));
  switch (first.userData.alphabet) {
    case 'gsm7':
      return septetsToText(units, tablesOf(first.userData.elements));
    case 'ucs2':
      return ucs2ToText(units);
    case '8bit':
      return latin1ToText(units) ?? '';
  }
}

/** A segment without text, such as data, is not joined with one that has text. A damaged segment lacks octets at its end. */
function goTogether({ userData: first }: DeliverTpdu, { userData: next }: DeliverTpdu): boolean {
  if (first.alphabet !== next.alphabet || (first.text === null) !== (next.text === null)) return false;
  if (first.damaged) return false;
  const [a, b] = [tablesOf(first.elements), tablesOf(next.elements)];
  return first.alphabet !== 'gsm7' || (a.locking === b.locking && a.single === b.single);
}
