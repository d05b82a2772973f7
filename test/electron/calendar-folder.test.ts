import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchedCalendarFolder } from '../../electron/calendar-folder.ts';
import { decodeText } from '../../electron/shared/decode-text.ts';
import type { CalendarFiles } from '../../electron/shared/calendar-folder.ts';
import { until } from '../support/headless.ts';

let folder: string;
let read: CalendarFiles[];
let stop: () => void = () => {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterline-calendar-'));
  read = [];
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});
const follow = (path = folder): void => {
  stop = watchedCalendarFolder.follow(path, (found) => read.push(found));
};
const names = (): readonly string[] => {
  const last = read.at(-1);
  return last === undefined || 'problem' in last
    ? []
    : last.files.map(({ name, octets }) => `${name}=${octets === null ? '-' : decodeText(octets)}`);
};
const reads = (wanted: readonly string[]): Promise<unknown> =>
  until(() => Promise.resolve(JSON.stringify(names().toSorted()) === JSON.stringify(wanted)));

test('all calendar files of a folder, read again when one changes or comes', async () => {
  writeFileSync(join(folder, 'a.ics'), '1');
  writeFileSync(join(folder, 'notes.txt'), 'x');
  follow();
  await reads(['a.ics=1']);
  writeFileSync(join(folder, 'a.ics'), '2');
  await reads(['a.ics=2']);
  writeFileSync(join(folder, 'b.ICS'), '3');
  await reads(['a.ics=2', 'b.ICS=3']);
});

test('one file, also where the other program writes a new one in its place, again and again', async () => {
  const file = join(folder, 'salon.ics');
  writeFileSync(file, '1');
  follow(file);
  await reads(['salon.ics=1']);
  for (const text of ['2', '3', '4']) {
    writeFileSync(join(folder, 'new'), text);
    renameSync(join(folder, 'new'), file);
    await reads([`salon.ics=${text}`]);
  }
});

test.skipIf(process.platform === 'win32')(
  'a pipe or a device in the folder is no calendar, and holds nobody',
  async () => {
    writeFileSync(join(folder, 'a.ics'), '1');
    execFileSync('mkfifo', [join(folder, 'b.ics')]);
    symlinkSync('/dev/zero', join(folder, 'c.ics'));
    follow();
    await reads(['a.ics=1', 'b.ics=-', 'c.ics=-']);
    for (const text of ['2', '3', '4', '5', '6']) {
      writeFileSync(join(folder, 'a.ics'), text);
      await reads([`a.ics=${text}`, 'b.ics=-', 'c.ics=-']);
    }
  },
);

test('one that is not there is said', async () => {
  follow(join(folder, 'gone'));
  await until(() => Promise.resolve(read.length === 1));
  expect(read).toEqual([{ problem: 'unreadable' }]);
  stop();
  mkdirSync(join(folder, 'gone'));
});
