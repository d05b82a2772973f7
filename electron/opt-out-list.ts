import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { OptOutEntry, OptOutList } from './shared/opt-out-list.ts';

/** One JSON object a line, only ever added to; a line that a crash cut off is passed over. */
export function fileOptOutList(dataDir: string): OptOutList {
  const path = join(dataDir, 'opt-outs.jsonl');
  return {
    note(entries) {
      if (entries.length === 0) return;
      const file = openSync(path, 'a', 0o600);
      try {
        // A line end before it as well: the one before may have been cut off.
        const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
        writeSync(file, `${isWhole(path) ? '' : '\n'}${lines}`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    entries: () => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(entryOf) : []),
  };
}

function isWhole(path: string): boolean {
  const content = readFileSync(path, 'utf8');
  return content === '' || content.endsWith('\n');
}

function entryOf(line: string): readonly OptOutEntry[] {
  try {
    const { number, state, at } = JSON.parse(line) as Partial<OptOutEntry>;
    return typeof number === 'string' && (state === 'out' || state === 'in') && typeof at === 'number'
      ? [{ number, state, at }]
      : [];
  } catch {
    return [];
  }
}
