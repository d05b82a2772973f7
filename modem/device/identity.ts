import type { AtAnswer } from '../at/machine-state.ts';
import { isNoise } from '../at/unsolicited.ts';
import type { RunCommand } from './commands.ts';

/** How a modem identifies itself (27.007 §5.1 to §5.4). */
export interface ModemIdentity {
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly revision: string | null;
  readonly imei: string | null;
}

export async function identify(run: RunCommand): Promise<ModemIdentity> {
  return {
    manufacturer: wordsOf(await run('AT+CGMI'), '+CGMI:'),
    model: wordsOf(await run('AT+CGMM'), '+CGMM:'),
    revision: wordsOf(await run('AT+CGMR'), '+CGMR:'),
    imei: imeiOf(await run('AT+CGSN')),
  };
}

/**
 * What a modem says of itself, either after the command's own prefix or alone on a line. An unknown code may come between a
 * command and its answer, so the last line counts, and only one that does not begin like a code ([L5]).
 */
function wordsOf(answer: AtAnswer, prefix: string): string | null {
  if (!answer.ok) return null;
  const own = answer.lines.findLast((line) => line.startsWith(prefix))?.slice(prefix.length);
  const said = own ?? answer.lines.findLast((line) => !/^[+^*%#$&_]/.test(line) && !isNoise(line));
  const words = said?.trim().replace(/^"(.*)"$/, '$1');
  return words === undefined || words === '' ? null : words;
}

/**
 * 15 digits of which the last is the check digit (TS 23.003 §6.2.1). Only where there are none, accept digits that the seller of
 * a copied stick made up, or the 16 of an IMEI with its software version.
 */
function imeiOf(answer: AtAnswer): string | null {
  return (
    numberAlone(answer, (digits) => digits.length === 15 && hasCheckDigit(digits)) ??
    numberAlone(answer, (digits) => digits.length === 15 || digits.length === 16)
  );
}

/** 14 or 15 digits (TS 23.003 §2.2). */
export function imsiOf(answer: AtAnswer): string | null {
  return numberAlone(answer, (digits) => digits.length === 14 || digits.length === 15);
}

/** 18 to 20 digits (ITU-T E.118); a filler may stand behind them. */
export function iccidOf(answer: AtAnswer): string | null {
  return numberAlone(answer, (digits) => digits.length >= 18 && digits.length <= 20);
}

/** The digits may stand bare, in quotes or after a prefix. With anything else on the line it is a code and not an answer. */
function numberAlone(answer: AtAnswer, isIt: (digits: string) => boolean): string | null {
  if (!answer.ok) return null;
  for (const line of answer.lines) {
    const digits = /^(?:[+^]\w+:\s*)?"?(\d+)F?"?$/i.exec(line)?.[1];
    if (digits !== undefined && isIt(digits)) return digits;
  }
  return null;
}

/** The Luhn check: every second digit from the right is doubled, and the sum of all digits must be divisible by ten. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.at(-1 - i)) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
