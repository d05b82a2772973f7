/** Switches that let others on this computer inspect and control the program. */
const WATCHING = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'];
/** Switches that make Chromium run another program, or remove the window's protection. */
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
 * The first switch that a packed app refuses to start with; null: there is none.
 * @param mayBeWatched the app was packed for a test that drives its window
 */
export function foreignSwitch(isGiven: (name: string) => boolean, mayBeWatched: boolean): string | null {
  return [...RUNNING, ...(mayBeWatched ? [] : WATCHING)].find(isGiven) ?? null;
}
