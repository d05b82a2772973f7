/** Survives a reload of the window and ends with its session. */
const KEY = 'counterline.restored';

/** Other data were restored: this is announced once the window shows them. */
export function rememberRestored(): void {
  sessionStorage.setItem(KEY, 'yes');
}

/** True once after {@link rememberRestored}. */
export function takeRestored(): boolean {
  const isRestored = sessionStorage.getItem(KEY) !== null;
  sessionStorage.removeItem(KEY);
  return isRestored;
}
