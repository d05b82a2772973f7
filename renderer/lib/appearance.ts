import type { Settings } from '../../electron/features/settings/table.ts';
import { words } from './text/catalogue.svelte.ts';

/** Remembered in this browser, so that the next start shows the right colours and words from the first moment on. */
const KEY = 'counterline.appearance';

type Appearance = Pick<Settings, 'theme' | 'density' | 'language'>;

export function applyAppearance({ theme, density, language }: Appearance): void {
  const root = document.documentElement;
  root.style.colorScheme = theme === 'system' ? '' : theme;
  root.dataset['theme'] = theme;
  root.dataset['density'] = density;
  words.use(language);
  localStorage.setItem(KEY, JSON.stringify({ theme, density, language }));
}

/** Before the desk has answered. */
export function applyRememberedAppearance(): void {
  const kept = localStorage.getItem(KEY);
  if (kept === null) words.use('system');
  else applyAppearance(JSON.parse(kept) as Appearance);
}
