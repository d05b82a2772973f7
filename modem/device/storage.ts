import { parseNumber, parseValues } from '../at/values.ts';
import { lineWith, TIMEOUT_MS, type RunCommand } from './commands.ts';

/** Where the modem keeps texts (27.005 §3.2.2, +CPMS). */
export interface MessageStorage {
  /** Memories that may hold received texts, each to be read at the start: `SM`, `ME` ... ([W6]) */
  readonly readable: readonly string[];
  /** The one new texts go to. */
  readonly preferred: string;
  readonly used: number | null;
  readonly total: number | null;
}

const MEMORY = /"?(SM|ME|MT|SR|BM|TA)"?/g;
/** MT is ME and SM together; reading both of them is surer than trusting it. */
const HOLDS_TEXTS = new Set(['SM', 'ME']);

/** Chooses the memory that holds more. Null where the modem refuses all of it for now. */
export async function selectStorage(run: RunCommand): Promise<MessageStorage | null> {
  const offered = lineWith(await run('AT+CPMS=?'), '+CPMS:');
  // Lists come malformed, `(("SM","BM"),("SM"))` or `(),(),()`: take the names wherever they stand, up to the first
  // list's end; without any, SM is what every modem has.
  const firstList =
    offered === null
      ? ''
      : offered
          .replace(/^\+CPMS:\s*/, '')
          .replace(/^\(\(/, '(')
          .split(')')[0];
  const named = [...new Set([...(firstList ?? '').matchAll(MEMORY)].map(([, name]) => name as string))];
  const candidates = named.filter((name) => HOLDS_TEXTS.has(name));
  const readable = candidates.length > 0 ? candidates : ['SM'];

  let best: { memory: string; used: number | null; total: number | null } | null = null;
  for (const memory of readable) {
    const counts = await readCounts(run, memory);
    if (counts === null) continue;
    if (best === null || (counts.total ?? 0) > (best.total ?? 0)) best = { memory, ...counts };
  }
  if (best === null) return null;
  const { memory } = best;
  // Some modems take three memories, some two, some one.
  for (const list of [`"${memory}","${memory}","${memory}"`, `"${memory}","${memory}"`, `"${memory}"`]) {
    if ((await run(`AT+CPMS=${list}`, TIMEOUT_MS.query)).ok) break;
  }
  return { readable, preferred: memory, used: best.used, total: best.total };
}

/** Makes `memory` the one that is read and deleted from, and tells how full it is. */
export async function readCounts(
  run: RunCommand,
  memory: string,
): Promise<{ used: number | null; total: number | null } | null> {
  const answer = await run(`AT+CPMS="${memory}"`, TIMEOUT_MS.query);
  if (!answer.ok) return null;
  const values = parseValues(lineWith(answer, '+CPMS:') ?? '');
  return { used: parseNumber(values[0]), total: parseNumber(values[1]) };
}
