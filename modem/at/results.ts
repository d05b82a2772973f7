import { MAKES } from '../makes/index.ts';

/** How an AT command ended (3GPP TS 27.007 §9, 27.005 §3.2.5; others as modems really answer, [L4] in modem/README.md). */
export type FinalResult =
  | { readonly kind: 'ok' }
  /** `code` is null where the modem gave words instead of a number (AT+CMEE=2). */
  | { readonly kind: 'cms'; readonly code: number | null; readonly text: string }
  | { readonly kind: 'cme'; readonly code: number | null; readonly text: string }
  | { readonly kind: 'error'; readonly text: string };

const PLAIN_ERRORS: ReadonlySet<string> = new Set([
  'ERROR',
  'NO CARRIER',
  'BUSY',
  'NO ANSWER',
  'NO DIALTONE',
  'NO DIAL TONE',
  ...MAKES.flatMap(({ errors }) => errors),
]);

/** The digits of ATV0 (V.250 §6.3.1); null for anything else. Use it only where a digit cannot be an answer. */
export function parseNumericResult(line: string): FinalResult | null {
  if (line === '0') return { kind: 'ok' };
  return /^[3-8]$/.test(line) ? { kind: 'error', text: line } : null;
}

/** Null: this line is no final result. */
export function parseFinalResult(line: string): FinalResult | null {
  if (line === 'OK') return { kind: 'ok' };
  const numbered = /^\+(CM[SE]) ERROR:\s*(.*)$/.exec(line);
  if (numbered) {
    const text = (numbered[2] as string).trim();
    const code = /^\d+$/.test(text) ? Number(text) : null;
    return { kind: numbered[1] === 'CMS' ? 'cms' : 'cme', code, text };
  }
  return PLAIN_ERRORS.has(line) ? { kind: 'error', text: line } : null;
}
