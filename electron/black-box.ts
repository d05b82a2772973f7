import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { redactAtLine } from '../modem/index.ts';
import type { BlackBox } from './shared/black-box.ts';
import type { Clock } from './shared/clock.ts';

/** How many lines are kept at least. */
export const KEPT_LINES = 10_000;

/**
 * A ring on disk in two files: when the newer one is full it becomes the older. Each line is written at once, so that the
 * last ones before a crash are there.
 */
export function fileBlackBox(dataDir: string, clock: Clock): BlackBox & { close(): void } {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [newer, older] = [join(folder, 'black-box.log'), join(folder, 'black-box.1.log')];
  let count = existsSync(newer) ? linesOf(newer).length : 0;
  let file: number | null = openSync(newer, 'a', 0o600);
  return {
    record(port, direction, text) {
      if (file === null) return;
      if (count >= KEPT_LINES) {
        closeSync(file);
        renameSync(newer, older);
        file = openSync(newer, 'a', 0o600);
        count = 0;
      }
      count += 1;
      const at = new Date(clock.now()).toISOString();
      writeSync(file, `${at} ${port} ${direction === 'sent' ? '>' : '<'} ${redactAtLine(text)}\n`);
    },
    tail(wanted) {
      const lines = linesOf(newer);
      const more = lines.length < wanted && existsSync(older) ? linesOf(older) : [];
      return [...more, ...lines].slice(-wanted);
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}
