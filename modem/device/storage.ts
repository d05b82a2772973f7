import { parseNumber, parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import { lineWith, pause, TIMEOUT_MS, type RunCommand } from './commands.ts';

/** Where the modem keeps texts (27.005 §3.2.2, +CPMS). */
export interface MessageStorage {
  /** Memories that may hold received texts, each to be read at the start: `SM`, `ME` ... ([W6]); none where it keeps no texts. */
  readonly readable: readonly string[];
  /** Memories that were refused, and may only be slow to start. */
  readonly missing: readonly string[];
  /** The one new texts go to; null: it keeps none. */
  readonly preferred: string | null;
  /** How many memories AT+CPMS= wants to be told at once. */
  readonly named: NamedMemories;
  readonly used: number | null;
  readonly total: number | null;
}

export type NamedMemories = 1 | 2 | 3;

const MEMORY = /"?(SM|ME|MT|SR|BM|TA)"?/g;
/** MT is ME and SM together; reading both of them is surer than trusting it, but some offer nothing else. */
const HOLD_TEXTS = ['SM', 'ME'] as const;
const ANY_OF_THEM = ['SM', 'ME', 'MT'] as const;
const WAYS: readonly NamedMemories[] = [1, 3, 2];
const NO_STORAGE: MessageStorage = {
  readable: [],
  missing: ANY_OF_THEM,
  preferred: null,
  named: 1,
  used: null,
  total: null,
};
/** A SIM that is starting refuses for seconds ([W2]). */
const ATTEMPTS = 10;
const PAUSE_MS = 1_000;

/** Chooses the memory that holds more. Null: the modem is gone. A modem that knows no memories keeps no texts. */
export async function selectStorage(run: RunCommand, clock: Clock): Promise<MessageStorage | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await run('AT+CPMS=?');
    if (!answer.ok && answer.reason === 'closed') return null;
    const storage = await selectAmong(run, memoriesIn(lineWith(answer, '+CPMS:')));
    if (storage !== null) return storage;
    await pause(clock, PAUSE_MS);
  }
  return NO_STORAGE;
}

/**
 * Lists come malformed, `(("SM","BM"),("SM"))` or `(),(),()`: the names are taken wherever they stand, up to the first list's end;
 * without any, the usual ones are tried.
 */
function memoriesIn(offered: string | null): readonly string[] {
  const [firstList = ''] = (offered ?? '')
    .replace(/^\+CPMS:\s*/, '')
    .replace(/^\(\(/, '(')
    .split(')');
  const names = new Set([...firstList.matchAll(MEMORY)].map(([, name]) => name as string));
  const usual = HOLD_TEXTS.filter((name) => names.has(name));
  if (usual.length > 0) return usual;
  return names.has('MT') ? ['MT'] : ANY_OF_THEM;
}

async function selectAmong(run: RunCommand, memories: readonly string[]): Promise<MessageStorage | null> {
  for (const named of WAYS) {
    const readable: string[] = [];
    let best: { memory: string; used: number | null; total: number | null } | null = null;
    for (const memory of memories) {
      const counts = await readCounts(run, memory, named);
      if (counts === null) continue;
      readable.push(memory);
      if (best === null || (counts.total ?? 0) > (best.total ?? 0)) best = { memory, ...counts };
    }
    if (best === null) continue;
    const { memory: preferred, used, total } = best;
    // New texts are to go there as well: the third memory, which not every modem has.
    for (const all of [3, 2, 1] as const) if ((await readCounts(run, preferred, all)) !== null) break;
    return {
      readable,
      missing: memories.filter((memory) => !readable.includes(memory)),
      preferred,
      named,
      used,
      total,
    };
  }
  return null;
}

/** Makes `memory` the one that is read and deleted from, and tells how full it is. */
export async function readCounts(
  run: RunCommand,
  memory: string,
  named: NamedMemories,
): Promise<{ used: number | null; total: number | null } | null> {
  const list = Array.from({ length: named }, () => `"${memory}"`).join(',');
  const answer = await run(`AT+CPMS=${list}`, TIMEOUT_MS.query);
  if (!answer.ok) return null;
  const values = parseValues(lineWith(answer, '+CPMS:') ?? '');
  return { used: parseNumber(values[0]), total: parseNumber(values[1]) };
}

/** Whether a memory that was refused answers by now: a SIM may take half a minute to start. */
export async function hasWokenUp(run: RunCommand, { missing, named, preferred }: MessageStorage): Promise<boolean> {
  for (const memory of missing) {
    for (const way of preferred === null ? WAYS : [named]) {
      if ((await readCounts(run, memory, way)) !== null) return true;
    }
  }
  return false;
}
