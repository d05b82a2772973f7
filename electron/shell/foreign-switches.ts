/** What lets others on this computer look into the program and steer it. */
const WATCHING = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'];
/** What has Chromium run a program of somebody's, or drop what protects the window. */
const RUNNING = [
  'gpu-launcher',
  'ppapi-plugin-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'load-extension',
  'disable-web-security',
  'js-flags',
  'inspect',
  'inspect-brk',
];

/**
 * The first switch a packed app does not start with; null: there is none.
 * @param mayBeWatched it was packed to be tried by somebody who drives its window
 */
export function foreignSwitch(isGiven: (name: string) => boolean, mayBeWatched: boolean): string | null {
  return [...RUNNING, ...(mayBeWatched ? [] : WATCHING)].find(isGiven) ?? null;
}
