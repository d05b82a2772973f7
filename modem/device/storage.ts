import { parseNumber, parseValues } from '../at/values.ts';
import type { Clock } from '../clock.ts';
import { lineWith, pause, TIMEOUT_MS, type RunCommand } from './commands.ts';

/** Where the modem keeps messages (27.005 §3.2.2, +CPMS). */
export interface MessageStorage {
  /**
   * Memories that may hold received messages, each to be read at the start: `SM`, `ME` ... ([W6]). Empty where the modem stores
   * none.
   */
  readonly readable: readonly string[];
  /** Memories that were refused but may only be slow to start. */
  readonly missing: readonly string[];
  /** The memory that new messages go to; null: the modem stores none. */
  readonly preferred: string | null;
  /** How AT+CPMS= has to be written for this modem. */
  readonly way: MemoryWay;
  readonly used: number | null;
  readonly total: number | null;
}

/** How a memory is named in AT+CPMS=, which sets the memories to read, to write and to receive. */
interface MemoryWay {
  /** How many of the three memories the modem wants to be given at once. */
  readonly named: 1 | 2 | 3;
  /** The allowed values for each of the three; empty: the modem does not say. */
  readonly offered: readonly (readonly string[])[];
}

const MEMORY = /"?(SM|ME|MT|SR|BM|TA)"?/g;
/** MT is ME and SM together. Reading both of them is safer than relying on MT, but some modems offer nothing else. */
const HOLD_TEXTS = ['SM', 'ME'] as const;
const ANY_OF_THEM = ['SM', 'ME', 'MT'] as const;
const WAYS: readonly MemoryWay['named'][] = [1, 3, 2];
const NO_STORAGE: MessageStorage = {
  readable: [],
  missing: ANY_OF_THEM,
  preferred: null,
  way: { named: 1, offered: [] },
  used: null,
  total: null,
};
/** A SIM that is starting refuses commands for some seconds ([W2]). */
const ATTEMPTS = 10;
const PAUSE_MS = 1_000;

/** Chooses the memory that holds more. Null: the modem is gone. A modem without memories stores no messages. */
export async function selectStorage(run: RunCommand, clock: Clock): Promise<MessageStorage | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await run('AT+CPMS=?');
    if (!answer.ok && answer.reason === 'closed') return null;
    const offered = offeredIn(lineWith(answer, '+CPMS:'));
    const storage = await selectAmong(run, memoriesAmong(offered[0] ?? []), offered);
    if (storage !== null) return storage;
    await pause(clock, PAUSE_MS);
  }
  return NO_STORAGE;
}

/**
 * Lists may be malformed, `(("SM","BM"),("SM"))` or `(),(),()`: names are read wherever they stand, up to the end of each list.
 */
function offeredIn(answer: string | null): readonly (readonly string[])[] {
  const lists = (answer ?? '')
    .replace(/^\+CPMS:\s*/, '')
    .replace(/^\(\(/, '(')
    .split(')');
  return lists.slice(0, 3).map((list) => [...list.matchAll(MEMORY)].map(([, name]) => name as string));
}

/** The memories to read; where the modem lists none, the usual ones are tried. */
function memoriesAmong(offered: readonly string[]): readonly string[] {
  const names = new Set(offered);
  const usual = HOLD_TEXTS.filter((name) => names.has(name));
  if (usual.length > 0) return usual;
  return names.has('MT') ? ['MT'] : ANY_OF_THEM;
}

interface Memory {
  readonly memory: string;
  /** New messages may go to these memories. */
  readonly receives: boolean;
  readonly used: number | null;
  readonly total: number | null;
}

/** The third list names the memories for received messages (27.005 §3.2.2). */
function receives(memory: string, offered: MemoryWay['offered']): boolean {
  const into = offered[2] ?? [];
  return into.length === 0 || into.includes(memory);
}

function isBetter(one: Memory, other: Memory): boolean {
  return one.receives === other.receives ? (one.total ?? 0) > (other.total ?? 0) : one.receives;
}

async function selectAmong(
  run: RunCommand,
  memories: readonly string[],
  offered: readonly (readonly string[])[],
): Promise<MessageStorage | null> {
  for (const named of WAYS) {
    const way = { named, offered };
    const readable: string[] = [];
    let best: Memory | null = null;
    for (const memory of memories) {
      const counts = await readCounts(run, memory, way);
      if (counts === null) continue;
      readable.push(memory);
      const found = { memory, receives: receives(memory, offered), ...counts };
      if (best === null || isBetter(found, best)) best = found;
    }
    if (best === null) continue;
    const { memory: preferred, used, total } = best;
    // New messages should go there as well: this is the third memory, which not every modem has.
    for (const all of [3, 2, 1] as const)
      if ((await readCounts(run, preferred, { named: all, offered })) !== null) break;
    return {
      readable,
      missing: memories.filter((memory) => !readable.includes(memory)),
      preferred,
      way,
      used,
      total,
    };
  }
  return null;
}

/** Selects `memory` for reading and deleting, and tells how full it is. Where allowed, the other two are set to it as well. */
export async function readCounts(
  run: RunCommand,
  memory: string,
  { named, offered }: MemoryWay,
): Promise<{ used: number | null; total: number | null } | null> {
  const names = Array.from({ length: named }, (_, place) => {
    const [first = memory, ...more] = offered[place] ?? [];
    return place === 0 || [first, ...more].includes(memory) ? memory : first;
  });
  const answer = await run(`AT+CPMS=${names.map((name) => `"${name}"`).join(',')}`, TIMEOUT_MS.query);
  if (!answer.ok) return null;
  const values = parseValues(lineWith(answer, '+CPMS:') ?? '');
  return { used: parseNumber(values[0]), total: parseNumber(values[1]) };
}

/** Whether a memory that was refused answers by now: a SIM may take half a minute to start. */
export async function hasWokenUp(run: RunCommand, { missing, way, preferred }: MessageStorage): Promise<boolean> {
  for (const memory of missing) {
    for (const named of preferred === null ? WAYS : [way.named]) {
      if ((await readCounts(run, memory, { ...way, named })) !== null) return true;
    }
  }
  return false;
}
