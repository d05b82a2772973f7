/** Survives a reload of the window and ends with its session. */
const KEY = 'counterline.after-reload';

/** What is done once the window shows other data: a backup was put back, or somebody goes on to connect a modem. */
export type AfterReload = 'say-restored' | 'connect';

export function rememberAfterReload(what: AfterReload): void {
  sessionStorage.setItem(KEY, what);
}

/** Once after {@link rememberAfterReload}; null: nothing was remembered. */
export function takeAfterReload(): AfterReload | null {
  const what = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return what === 'say-restored' || what === 'connect' ? what : null;
}
