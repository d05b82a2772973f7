import { expect, test } from 'vitest';
import { foreignSwitch } from '../../../electron/shell/foreign-switches.ts';

const given =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name);

test.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'gpu-launcher',
  'utility-cmd-prefix',
  'js-flags',
  'inspect',
])('security 5: a packed app does not start with --%s', (name) =>
  expect(foreignSwitch(given('data-dir', name), false)).toBe(name),
);

test('it starts with its own, and those of the display', () => {
  expect(foreignSwitch(given('data-dir', 'modem', 'hidden', 'no-sandbox', 'ozone-platform'), false)).toBeNull();
});

test('one that was packed to be tried may be watched, and runs nothing of others all the same', () => {
  expect(foreignSwitch(given('remote-debugging-port'), true)).toBeNull();
  expect(foreignSwitch(given('remote-debugging-port', 'gpu-launcher'), true)).toBe('gpu-launcher');
});
