import type { FinalResult } from '../at/results.ts';
import { parseNumber, parseValues } from '../at/values.ts';
import { lineWith, TIMEOUT_MS, type RunCommand } from './commands.ts';
import type { OperatorReason } from './life.ts';

/** `failed`: the SIM does not work in this modem, or the modem is locked to another SIM or to a carrier. */
export type SimStatus = 'ready' | 'pin' | 'puk' | 'missing' | 'failed' | 'starting';

/**
 * The PIN stored for a SIM, or null. The ICCID tells whether it is still the SIM that the PIN was stored for; it is null where
 * the modem does not report it before the SIM is unlocked.
 */
export type PinLookup = (sim: { readonly imei: string | null; readonly iccid: string | null }) => string | null;

/** Two tries must be left, so that a wrong stored PIN never leads to the PUK ([W3]). */
const MIN_TRIES_LEFT = 2;
const SIM_BUSY = 14;

/** CME errors of +CPIN? (27.007 §9.2.1). For some seconds after power-on, SIMs report a failure (13) and work a moment later. */
const STATUS_OF_CME: Readonly<Record<number, SimStatus>> = {
  5: 'failed',
  6: 'failed',
  7: 'failed',
  10: 'missing',
  11: 'pin',
  12: 'puk',
  13: 'starting',
  14: 'starting',
  15: 'failed',
  // The second PIN protects the phone book and charges; messages do not need it.
  17: 'ready',
  18: 'ready',
  40: 'failed',
  41: 'failed',
  42: 'failed',
  43: 'failed',
  44: 'failed',
  45: 'failed',
  46: 'failed',
  47: 'failed',
};

/** <code> of +CPIN (27.007 §8.3), matched exactly: nothing else may be taken for a state in which a PIN is sent. */
const STATUS_OF_WORDS: Readonly<Record<string, SimStatus>> = {
  READY: 'ready',
  'SIM PIN': 'pin',
  'SIM PUK': 'puk',
  'SIM PIN2': 'ready',
  'SIM PUK2': 'ready',
  'NOT READY': 'starting',
  BUSY: 'starting',
  'SIM BUSY': 'starting',
  'SIM NOT READY': 'starting',
  'NOT INSERTED': 'missing',
  'SIM NOT INSERTED': 'missing',
  'NO SIM': 'missing',
  'SIM REMOVED': 'missing',
};

/**
 * The SIM's state from `+CPIN: <words>`. Unknown words mean that the modem is locked to something ("PH-NET PIN"): no PIN is
 * tried.
 */
export function simStateOf(line: string): SimStatus {
  const words = (parseValues(line)[0] ?? '').toUpperCase().replaceAll(/\s+/g, ' ').trim();
  return STATUS_OF_WORDS[words] ?? 'failed';
}

/** `+CPIN: READY` may come with quotes, without the space, or as a bare OK ([W3]). */
export async function querySim(run: RunCommand): Promise<SimStatus | 'closed'> {
  const answer = await run('AT+CPIN?');
  if (!answer.ok) {
    if (answer.reason === 'closed') return 'closed';
    const code = answer.reason === 'refused' && answer.result.kind === 'cme' ? answer.result.code : null;
    return code === null ? 'starting' : (STATUS_OF_CME[code] ?? 'starting');
  }
  const line = lineWith(answer, '+CPIN:') ?? answer.lines.find((each) => /^"?(READY|SIM |PH-|NOT )/i.test(each));
  return line === undefined ? 'ready' : simStateOf(line);
}

/** Tries left for the PIN, or null where the modem cannot tell. */
async function triesLeft(run: RunCommand): Promise<number | null> {
  const standard = lineWith(await run('AT+CPINR="SIM PIN"'), '+CPINR:'); // 27.007 §8.65
  if (standard !== null) return parseNumber(parseValues(standard)[1]);
  const huawei = lineWith(await run('AT^CPIN?'), '^CPIN:'); // <code>,[<times>],<puk>,<pin>,<puk2>,<pin2>
  if (huawei !== null) return parseNumber(parseValues(huawei)[3]);
  return null;
}

/** CME 16 means a wrong PIN, and 12 that the PUK is now required; some modems say only ERROR. */
function isRefusal(result: FinalResult): boolean {
  return result.kind === 'error' || (result.kind === 'cme' && (result.code === null || [12, 16].includes(result.code)));
}

/**
 * Unlocks the SIM with the stored PIN where that is safe. Null: it is unlocked; `not-now`: the PIN was not checked; `tried`: the
 * answer does not tell.
 * @param mayTry false once a PIN was refused since the start: a PIN is tried only once
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
  // Only a busy SIM has surely not checked the PIN.
  return answer.result.kind === 'cme' && answer.result.code === SIM_BUSY ? 'not-now' : 'tried';
}
