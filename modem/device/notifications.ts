import { parseRange } from '../at/values.ts';
import { lineWith, type RunCommand } from './commands.ts';
import type { MessageStorage } from './storage.ts';

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
  // Fewer parameters are allowed as well.
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

/** Whether the modem no longer announces texts as it was told: it restarted, and has forgotten the rest as well. */
export async function hasForgotten(run: RunCommand, { texts }: Notifications): Promise<boolean> {
  if (texts === 'none') return false;
  const [, setting] = /^\+CNMI:\s*\d+\s*,\s*(\d+)/.exec(lineWith(await run('AT+CNMI?'), '+CNMI:') ?? '') ?? [];
  return setting !== undefined && Number(setting) !== (texts === 'stored' ? 1 : 2);
}

/** <mt> and <ds> of +CNMI. */
const TEXTS = { stored: 1, direct: 2 } as const;
const REPORTS = { direct: 1, stored: 2, none: 0 } as const;

/** Some modems take only what their own test command lists, some can only hand texts over directly. */
async function enableOffered(run: RunCommand, wanted: readonly (keyof typeof TEXTS)[]): Promise<Notifications | null> {
  const offered = lineWith(await run('AT+CNMI=?'), '+CNMI:');
  const groups = [...(offered ?? '').matchAll(/\(([^()]*)\)/g)].map(([, members]) => parseRange(members));
  /** What is offered of a parameter, in the order it is wanted; all of it where nothing is said. */
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
