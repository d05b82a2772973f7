import { parseRange } from '../at/values.ts';
import { lineWith, type RunCommand } from './commands.ts';

/** How the modem tells of a new text (27.005 §3.4.1, +CNMI). */
export interface Notifications {
  /** `stored`: it keeps the text and says where; `direct`: it hands the text over; `none`: it must be asked. */
  readonly texts: 'stored' | 'direct' | 'none';
  readonly reports: 'direct' | 'stored' | 'none';
  /** Service 1 of +CSMS: what comes directly must be acknowledged, or the modem stops handing over ([W5]). */
  readonly acknowledge: boolean;
}

/** Safest first ([W4]): the SIM keeps a text until we have it on disk. */
const WANTED: readonly (readonly [setting: string, reports: Notifications['reports']])[] = [
  ['2,1,0,1,0', 'direct'],
  ['2,1,0,2,0', 'stored'],
  ['2,1,0,0,0', 'none'],
  ['1,1,0,1,0', 'direct'],
  ['1,1,0,0,0', 'none'],
];

export async function enableNotifications(run: RunCommand): Promise<Notifications> {
  const acknowledging = /^\+CSMS:\s*1/.test(lineWith(await run('AT+CSMS?'), '+CSMS:') ?? '');
  for (const [setting, reports] of WANTED) {
    if (!(await run(`AT+CNMI=${setting}`)).ok) continue;
    const acknowledge = acknowledging && !(await run('AT+CSMS=0')).ok;
    return { texts: 'stored', reports, acknowledge };
  }
  return (await enableOffered(run)) ?? { texts: 'none', reports: 'none', acknowledge: false };
}

/** Whether the modem no longer announces texts as it was told: it restarted, and has forgotten the rest as well. */
export async function hasForgotten(run: RunCommand, { texts }: Notifications): Promise<boolean> {
  if (texts === 'none') return false;
  const [, setting] = /^\+CNMI:\s*\d+\s*,\s*(\d+)/.exec(lineWith(await run('AT+CNMI?'), '+CNMI:') ?? '') ?? [];
  return setting !== undefined && Number(setting) !== (texts === 'stored' ? 1 : 2);
}

/** Some modems take only what their own test command lists, some can only hand texts over directly. */
async function enableOffered(run: RunCommand): Promise<Notifications | null> {
  const offered = lineWith(await run('AT+CNMI=?'), '+CNMI:');
  if (offered === null) return null;
  const groups = [...offered.matchAll(/\(([^()]*)\)/g)].map(([, members]) => parseRange(members));
  const modes = groups[0] ?? new Set([1]);
  const mode = [2, 1, 3, 0].find((candidate) => modes.has(candidate)) ?? 1;
  const reports = groups[3]?.has(1) ? 1 : 0;
  for (const texts of [1, 2]) {
    if (groups[1] !== undefined && !groups[1].has(texts)) continue;
    const acknowledge = texts === 2 && (await run('AT+CSMS=1')).ok;
    if (!(await run(`AT+CNMI=${mode},${texts},0,${reports},0`)).ok) continue;
    return { texts: texts === 1 ? 'stored' : 'direct', reports: reports === 1 ? 'direct' : 'none', acknowledge };
  }
  return null;
}
