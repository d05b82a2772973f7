import type { LineState, LineDto } from '../../../electron/features/lines/contract.ts';
import { t } from '../../lib/text/format.ts';
import { reasonParts, reasonWords } from '../../lib/text/reasons.ts';

export type Tone = 'good' | 'wait' | 'bad' | 'idle';

const TONES: Readonly<Record<LineState, Tone>> = {
  ready: 'good',
  starting: 'idle',
  searching: 'wait',
  attention: 'bad',
  reconnecting: 'bad',
  off: 'idle',
};

export function lineTone(line: LineDto | null): Tone {
  if (line === null) return 'idle';
  return line.warning !== null && line.state === 'ready' ? 'wait' : TONES[line.state];
}

/** The line cannot send, and will not by itself within a moment. */
export function isDown({ state }: LineDto): boolean {
  return state === 'attention' || state === 'reconnecting';
}

export function lineTitle(line: LineDto | null): string {
  return line === null ? t.line.none : t.line[line.state];
}

/** What is wrong and what to do, or how good it is. */
export function lineDetail(line: LineDto | null): string {
  if (line === null) return t.line.noneDetail;
  // What to do about it stands in the banner.
  if (line.reason !== null) return isDown(line) ? reasonParts(line.reason)[0] : reasonWords(line.reason);
  if (line.warning !== null) return reasonWords(line.warning);
  if (line.kind === 'demo') return t.line.demo;
  return [line.operator, signalWords(line.signalDbm)].filter((part) => part !== null).join(', ');
}

function signalWords(dbm: number | null): string | null {
  if (dbm === null) return null;
  if (dbm >= -75) return t.line.signal.strong;
  if (dbm >= -93) return t.line.signal.good;
  return dbm > -113 ? t.line.signal.weak : t.line.signal.none;
}

/** 0 to 4; null where there is nothing to show. */
export function barsOf(line: LineDto | null): number | null {
  if (line === null || line.signalDbm === null || line.state !== 'ready') return null;
  return [-109, -97, -85, -73].filter((threshold) => (line.signalDbm ?? -113) >= threshold).length;
}
