import { Deliver, parse, Submit } from 'node-pdu';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../modem/pdu/address.ts';
import { planContents, planSegments } from '../../../modem/pdu/segmentation.ts';
import { encodeDeliver, encodeSubmit, toPdu } from '../../../modem/pdu/tpdu.ts';
import { tablesOf } from '../../../modem/pdu/user-data-header.ts';
import { sampleText } from '../../support/sample-texts.ts';

/** node-pdu knows no national tables, and cuts no texts of its own here: it judges each of our parts. */
const TEXTS = Array.from({ length: 30 }, (_, n) => sampleText(n, n % 2 === 0)).flatMap((text) => {
  const contents = planContents(planSegments(text), 7, 8);
  const isPlain = contents.every(({ elements }) => {
    const { locking, single } = tablesOf(elements ?? []);
    return locking === 0 && single === 0;
  });
  return isPlain ? [{ text, contents }] : [];
});

describe('another decoder reads what we write', () => {
  test('enough of it to judge', () => {
    expect(TEXTS.length).toBeGreaterThan(20);
    expect(new Set(TEXTS.flatMap(({ contents }) => contents.map(({ alphabet }) => alphabet)))).toEqual(
      new Set(['gsm7', 'ucs2']),
    );
  });

  test.each(TEXTS.map(({ text, contents }) => [text.slice(0, 30), text, contents] as const))(
    '%s',
    (_name, text, contents) => {
      const submitted = contents.map((content) => {
        const tpdu = encodeSubmit({ destination: addressOf('+491712223344'), content, statusReportRequest: true });
        const read = parse(toPdu(tpdu));
        expect(read).toBeInstanceOf(Submit);
        expect(read.address.phone).toBe('491712223344');
        return (read as Submit).data.getText();
      });
      expect(submitted.join('')).toBe(text);
      const delivered = contents.map((content) => {
        const pdu = toPdu(
          encodeDeliver({
            originator: addressOf('+491712223344'),
            content,
            serviceCentreTimeUtcMs: Date.UTC(2026, 10, 23),
          }),
          '+491710760000',
        );
        const read = parse(pdu);
        expect(read).toBeInstanceOf(Deliver);
        return (read as Deliver).data.getText();
      });
      expect(delivered.join('')).toBe(text);
    },
  );
});
