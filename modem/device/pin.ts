import type { FinalResult } from '../at/results.ts';
import { parseNumber, parseValues } from '../at/values.ts';
import { lineWith, TIMEOUT_MS, type RunCommand } from './commands.ts';
import type { OperatorReason } from './life.ts';

export type SimStatus = 'ready' | 'pin' | 'puk' | 'missing' | 'failed' | 'starting';

/**
 * The PIN stored for a SIM, or null. The SIM's ICCID tells whether it is still the one the PIN was stored for; null where
 * the modem does not tell it before the SIM is open.
 */
export type PinLookup = (sim: { readonly imei: string | null; readonly iccid: string | null }) => string | null;

/** Two tries must be left, so that a wrong stored PIN never leads to the PUK ([W3]). */
const MIN_TRIES_LEFT = 2;
const SIM_BUSY = 14;

/** CME errors of +CPIN? (27.007 §9.2.1). */
const STATUS_OF_CME: Readonly<Record<number, SimStatus>> = {
  10: 'missing',
  11: 'pin',
  12: 'puk',
  13: 'failed',
  14: 'starting',
  15: 'failed',
  17: 'pin',
  18: 'puk',
};

/** `+CPIN: READY` comes with quotes, without the space, or as a bare OK ([W3]). */
export async function querySim(run: RunCommand): Promise<SimStatus> {
  const answer = await run('AT+CPIN?');
  if (!answer.ok) {
    const code = answer.reason === 'refused' && answer.result.kind === 'cme' ? answer.result.code : null;
    return code === null ? 'starting' : (STATUS_OF_CME[code] ?? 'starting');
  }
  const line = lineWith(answer, '+CPIN:');
  const status = line === null ? 'READY' : (parseValues(line)[0] ?? '').toUpperCase();
  if (status === 'READY') return 'ready';
  if (status.includes('PUK')) return 'puk';
  return status.includes('PIN') ? 'pin' : 'failed';
}

/** Tries left for the PIN, or null where the modem cannot tell. */
async function triesLeft(run: RunCommand): Promise<number | null> {
  const standard = lineWith(await run('AT+CPINR="SIM PIN"'), '+CPINR:'); // 27.007 §8.65
  if (standard !== null) return parseNumber(parseValues(standard)[1]);
  const huawei = lineWith(await run('AT^CPIN?'), '^CPIN:'); // <code>,[<times>],<puk>,<pin>,<puk2>,<pin2>
  if (huawei !== null) return parseNumber(parseValues(huawei)[3]);
  return null;
}

/** CME 16 is a wrong PIN, 12 means that the PUK is wanted now; some modems say just ERROR. */
function isRefusal(result: FinalResult): boolean {
  return result.kind === 'error' || (result.kind === 'cme' && (result.code === null || [12, 16].includes(result.code)));
}

/**
 * Unlocks the SIM with the stored PIN where that is safe. Null: it is unlocked; `not-now`: nobody judged it; `tried`: the
 * answer does not tell.
 * @param mayTry false once a PIN was refused since the start: it is tried once, no more
 */
export async function unlock(
  run: RunCommand,
  pin: string | null,
  mayTry: boolean,
): Promise<OperatorReason | 'not-now' | 'tried' | null> {
  if (pin === null) return 'pin-required';
  if (!mayTry) return 'pin-refused';
  const left = await triesLeft(run);
  if (left !== null && left < MIN_TRIES_LEFT) return 'pin-refused';
  const answer = await run(`AT+CPIN="${pin}"`, TIMEOUT_MS.pin);
  if (answer.ok) return null;
  if (answer.reason !== 'refused') return answer.reason === 'closed' ? 'not-now' : 'tried';
  if (isRefusal(answer.result)) return 'pin-refused';
  // Only a SIM that is busy has surely not judged it.
  return answer.result.kind === 'cme' && answer.result.code === SIM_BUSY ? 'not-now' : 'tried';
}
