import { parseRange } from '../at/values.ts';
import { lineWith, type RunCommand } from './commands.ts';
import type { MessageStorage } from './storage.ts';

/** How the modem announces a new message (27.005 §3.4.1, +CNMI). */
export interface Notifications {
  /** `stored`: the modem keeps the message and says where; `direct`: it hands the message over; `none`: it must be asked. */
  readonly texts: 'stored' | 'direct' | 'none';
  readonly reports: 'direct' | 'stored' | 'none';
  /** Service 1 of +CSMS: messages handed over directly must be acknowledged, or the modem stops handing them over ([W5]). */
  readonly acknowledge: boolean;
}

/** The safest setting comes first ([W4]): the SIM keeps a message until it is on our disk. */
const WANTED: readonly (readonly [setting: string, reports: Notifications['reports']])[] = [
  ['2,1,0,1,0', 'direct'],
  ['2,1,0,2,0', 'stored'],
  ['2,1,0,0,0', 'none'],
  ['1,1,0,1,0', 'direct'],
  ['1,1,0,0,0', 'none'],
  // The command may also be given with fewer parameters.
  ['2,1,0,1', 'direct'],
  ['2,1', 'none'],
  ['1,1', 'none'],
];

export async function enableNotifications(run: RunCommand, storage: MessageStorage): Promise<Notifications> {
  const acknowledging = /^\+CSMS:\s*1/.test(lineWith(await run('AT+CSMS?'), '+CSMS:') ?? '');
  if (storage.preferred !== null) {
    for (const [setting, reports] of WANTED) {
      if (!(await run(`AT+CNMI=${setting}`)).ok) continue;
      const acknowledge = acknowledging && !(await run('AT+CSMS=0')).ok;
      return { texts: 'stored', reports, acknowledge };
    }
  }
  return (
    (await enableOffered(run, storage.preferred === null ? ['direct'] : ['stored', 'direct'])) ?? {
      texts: 'none',
      reports: 'none',
      acknowledge: false,
    }
  );
}

/** Whether the modem no longer announces messages as it was told: then it restarted and has lost its other settings as well. */
export async function hasForgotten(run: RunCommand, { texts }: Notifications): Promise<boolean> {
  if (texts === 'none') return false;
  const [, setting] = /^\+CNMI:\s*\d+\s*,\s*(\d+)/.exec(lineWith(await run('AT+CNMI?'), '+CNMI:') ?? '') ?? [];
  return setting !== undefined && Number(setting) !== (texts === 'stored' ? 1 : 2);
}

/** <mt> and <ds> of +CNMI. */
const TEXTS = { stored: 1, direct: 2 } as const;
const REPORTS = { direct: 1, stored: 2, none: 0 } as const;

/** Some modems accept only what their own test command lists; some can only hand messages over directly. */
async function enableOffered(run: RunCommand, wanted: readonly (keyof typeof TEXTS)[]): Promise<Notifications | null> {
  const offered = lineWith(await run('AT+CNMI=?'), '+CNMI:');
  const groups = [...(offered ?? '').matchAll(/\(([^()]*)\)/g)].map(([, members]) => parseRange(members));
  /** The offered values of a parameter, in order of preference; all of them where the modem lists none. */
  const offers = (parameter: number, order: readonly number[]): readonly number[] => {
    const group = groups[parameter];
    if (group === undefined || group.size === 0) return order;
    const usual = order.filter((value) => group.has(value));
    return usual.length > 0 ? usual : [...group].slice(0, 1);
  };
  const [broadcast = 0] = offers(2, [0]);
  const [buffer = 0] = offers(4, [0, 1]);
  for (const texts of wanted) {
    if (!offers(1, [TEXTS[texts]]).includes(TEXTS[texts])) continue;
    const acknowledge = texts === 'direct' && (await run('AT+CSMS=1')).ok;
    for (const reports of ['direct', 'stored', 'none'] as const) {
      if (!offers(3, [REPORTS[reports]]).includes(REPORTS[reports])) continue;
      for (const mode of offers(0, [2, 1, 3, 0])) {
        const setting = [mode, TEXTS[texts], broadcast, REPORTS[reports], buffer].join(',');
        if ((await run(`AT+CNMI=${setting}`)).ok) return { texts, reports, acknowledge };
      }
    }
  }
  return null;
}
