import type { Settings } from '../../../electron/features/settings/table.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';

/** Sets some, and offers to put them back. False: the desk did not take them, which is said. */
export async function setSettings(desk: AppStore, changes: Partial<Settings>): Promise<boolean> {
  const before = desk.settings;
  const app = await desk.ask('settings.set', changes);
  if (app === null) return false;
  if (before === null) return true;
  const old = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof Settings]]));
  desk.undo.offer(t.settings.saved, () => void desk.ask('settings.set', old), { only: 'button' });
  return true;
}
