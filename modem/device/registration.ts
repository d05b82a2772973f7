import { parseNumber, parseValues } from '../at/values.ts';
import { lineWith, type RunCommand } from './commands.ts';

export interface Registration {
  readonly registered: boolean;
  readonly denied: boolean;
  readonly roaming: boolean;
}

/** <stat> of +CREG (27.007 §7.2): 1 home, 5 roaming, 6 and 7 for SMS only, 3 denied ([W7]). */
function fromStatus(status: number | null): Registration {
  return {
    registered: status === 1 || status === 5 || status === 6 || status === 7,
    denied: status === 3,
    roaming: status === 5 || status === 7,
  };
}

/**
 * Reads both forms: the answer `+CREG: <n>,<stat>[,...]` and the code `+CREG: <stat>[,<lac>,<ci>...]`. In the code, the second
 * value, if there is one, is a hexadecimal string in quotes.
 */
export function parseRegistration(line: string): Registration {
  const values = parseValues(line);
  const isAnswer = values.length >= 2 && /^[^"]*,\s*\d{1,2}\s*(,|$)/.test(line);
  return fromStatus(parseNumber(isAnswer ? values[1] : values[0]));
}

/** Circuit-switched first, then packet-switched, then LTE: an LTE-only stick may report the first two as denied. */
export async function queryRegistration(run: RunCommand): Promise<Registration> {
  let last = fromStatus(null);
  for (const name of ['+CREG', '+CGREG', '+CEREG']) {
    const line = lineWith(await run(`AT${name}?`), `${name}:`);
    if (line === null) continue;
    const registration = parseRegistration(line);
    if (registration.registered) return registration;
    last = { ...registration, denied: registration.denied || last.denied };
  }
  return last;
}

/** dBm from <rssi> of +CSQ (27.007 §8.5): 0 is -113 or less, 31 is -51 or more, 99 not known. */
export function parseSignal(line: string | null): number | null {
  const rssi = line === null ? null : parseNumber(parseValues(line)[0]);
  return rssi === null || rssi < 0 || rssi > 31 ? null : -113 + 2 * rssi;
}
