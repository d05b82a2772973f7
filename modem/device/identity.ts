import type { AtAnswer } from '../at/command-machine.ts';
import { firstLine, type RunCommand } from './commands.ts';

/** Who a modem says it is (27.007 §5.1 to §5.4). */
export interface ModemIdentity {
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly revision: string | null;
  readonly imei: string | null;
}

export async function identify(run: RunCommand): Promise<ModemIdentity> {
  const ask = async (command: string): Promise<string | null> => {
    const line = firstLine(await run(command));
    return line === null ? null : line.replace(/^\+\w+:\s*/, '').replace(/^"(.*)"$/, '$1');
  };
  return {
    manufacturer: await ask('AT+CGMI'),
    model: await ask('AT+CGMM'),
    revision: await ask('AT+CGMR'),
    imei: digitsOf(await run('AT+CGSN')),
  };
}

/** IMSI, IMEI and ICCID come bare, in quotes, or behind a prefix. */
export function digitsOf(answer: AtAnswer): string | null {
  if (!answer.ok) return null;
  for (const line of answer.lines) {
    const digits = /\d{10,22}/.exec(line)?.[0];
    if (digits !== undefined) return digits;
  }
  return null;
}
