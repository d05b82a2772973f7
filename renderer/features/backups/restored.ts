/** Outlasts that the window is loaded anew, and ends with it. */
const KEY = 'counterline.restored';

/** Other data were put in place: said once the window stands on them. */
export function rememberRestored(): void {
  sessionStorage.setItem(KEY, 'yes');
}

/** True once after {@link rememberRestored}. */
export function takeRestored(): boolean {
  const isRestored = sessionStorage.getItem(KEY) !== null;
  sessionStorage.removeItem(KEY);
  return isRestored;
}
