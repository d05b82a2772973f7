import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { redactAtLine } from '../modem/index.ts';
import type { AtTrace } from './shared/at-trace.ts';
import type { Clock } from './shared/clock.ts';

/** How many lines are kept at least. */
export const KEPT_LINES = 10_000;
/** In place of lines that could not be written. */
const GAP = '... lines are missing: the disk could not be written';

/**
 * A ring on disk in two files: when the newer one is full it becomes the older. Each line is written at once, so that the
 * last ones before a crash are there. A disk that cannot be written costs lines, and nothing else.
 * @param echo hears each line as well, as it is written down
 */
export function fileBlackBox(
  dataDir: string,
  clock: Clock,
  echo: (line: string) => void = () => {},
): AtTrace & { close(): void } {
  const folder = join(dataDir, 'logs');
  const [newer, older] = [join(folder, 'black-box.log'), join(folder, 'black-box.1.log')];
  let count = linesOf(newer).length;
  let file: number | null = null;
  let isClosed = false;
  let hasGap = false;

  const write = (line: string): void => {
    if (file !== null && count >= KEPT_LINES) {
      const full = file;
      file = null;
      closeSync(full);
      renameSync(newer, older);
      count = 0;
    }
    if (file === null) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      file = openSync(newer, 'a', 0o600);
    }
    // What was written last may end in the middle.
    writeSync(file, `${hasGap ? `\n${GAP}\n` : ''}${line}\n`);
    hasGap = false;
    count += 1;
  };
  return {
    record(port, direction, text) {
      if (isClosed) return;
      const at = new Date(clock.now()).toISOString();
      const line = `${at} ${port} ${direction === 'sent' ? '>' : '<'} ${redactAtLine(text)}`;
      try {
        write(line);
      } catch {
        hasGap = true;
      }
      echo(line);
    },
    tail(wanted) {
      const lines = linesOf(newer);
      const more = lines.length < wanted ? linesOf(older) : [];
      return [...more, ...lines].slice(-wanted);
    },
    close() {
      isClosed = true;
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    // It is not there yet; or cannot be read, and nothing that only records stops the program.
    return [];
  }
}
